"""An embedder of three numbers and heads for it, small enough to compute by hand."""

import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

IMAGE = np.array([[1, 2, 3], [0, 0, 4]], np.float32).reshape(2, 3, 1, 1)
FEATURES = IMAGE.reshape(2, 3) * 2  # what the layer pooled has for them
OLD_LABELS = ["one", "two"]


def write_bundle(folder: Path, *, flat: bool = True, probabilities: bool = True) -> Path:
    """An embedder [N, 3, 1, 1]: pooled is twice the image, logits its first two numbers less one."""
    folder.mkdir(parents=True)
    (folder / "model.onnx").write_bytes(_model(flat=flat, probabilities=probabilities))
    outputs: dict = {"layers": [{"layer": "pooled", "name": "embedding", "dimensions": 3}], "embedding": "pooled"}
    if probabilities:
        outputs["probabilities"] = {"name": "probabilities", "dimensions": 2}
    size = {"name": "image", "batch": 0, "width": 1, "height": 1, "layout": "NCHW", "channels": "RGB"}
    description = {
        "id": "tiny",
        "version": "1",
        "sha256": hashlib.sha256((folder / "model.onnx").read_bytes()).hexdigest(),
        "task": "embedding",
        "input": size | {"resize": "stretch", "mean": [0, 0, 0], "std": [1, 1, 1], "range": 1},
        "outputs": outputs,
        "labelSet": {"id": "numbers", "version": "1"},
        "labels": OLD_LABELS if probabilities else [],
        "licence": "MIT",
        "source": "ours",
    }
    (folder / "bundle.json").write_text(json.dumps(description))
    return folder


def write_head(folder: Path, weight: np.ndarray, bias: np.ndarray, **description: object) -> Path:
    """A head on the layer pooled, of kind labels if `labels` are given."""
    folder.mkdir(parents=True, exist_ok=True)
    np.savez(folder / "head.npz", weight=weight, bias=bias)
    kind = "labels" if "labels" in description else "projection"
    document = {"kind": kind, "id": "pets", "version": "ab12", "layer": "pooled"} | description
    (folder / "head.json").write_text(json.dumps(document))
    return folder


def _model(*, flat: bool, probabilities: bool) -> bytes:
    nodes = [helper.make_node("Mul", ["image", "two"], ["doubled"])]
    if flat:
        nodes.append(helper.make_node("Flatten", ["doubled"], ["embedding"], axis=1))
    else:
        nodes.append(helper.make_node("Identity", ["doubled"], ["embedding"]))
    constants = [numpy_helper.from_array(np.float32(2), "two")]
    outputs = {"embedding": ["N", 3] if flat else ["N", 3, 1, 1]}
    if probabilities:
        nodes.append(helper.make_node("Gemm", ["embedding", "old_weight"], ["old_logits"]))
        nodes.append(helper.make_node("Softmax", ["old_logits"], ["probabilities"], axis=1))
        constants.append(numpy_helper.from_array(np.eye(3, 2, dtype=np.float32), "old_weight"))
        outputs["probabilities"] = ["N", 2]
    infos = [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in outputs.items()]
    image = helper.make_tensor_value_info("image", TensorProto.FLOAT, ["N", 3, 1, 1])
    graph = helper.make_graph(nodes, "tiny", [image], infos, constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    onnx.checker.check_model(model)
    return model.SerializeToString()
