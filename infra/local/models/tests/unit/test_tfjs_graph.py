import base64
import io
import json
import tarfile
from pathlib import Path

import numpy as np
import pytest

from sightline_models.errors import UnexpectedContent
from sightline_models.tfjs_graph import TfNode, read_tfjs_graph

WEIGHTS = np.array([0.5, -2], "<f2").tobytes() + np.array([[7, 8]], "<i4").tobytes()
NODES = [
    {"name": "x", "op": "Placeholder"},
    {
        "name": "pool",
        "op": "MaxPool",
        "input": ["x"],
        "attr": {
            "padding": {"s": base64.b64encode(b"VALID").decode()},
            "ksize": {"list": {"i": ["1", "3", "3", "1"]}},
            "fused_ops": {"list": {"s": [base64.b64encode(b"BiasAdd").decode()]}},
            "flag": {"b": False},
            "T": {"type": "DT_FLOAT"},
        },
    },
]
MANIFEST = [
    {"name": "half", "shape": [2], "dtype": "float32", "quantization": {"dtype": "float16"}},
    {"name": "count", "shape": [1, 2], "dtype": "int32"},
]


def test_readTfjsGraph_ofSmallModel_givesOperationsAndConstants(tmp_path: Path):
    graph = read_tfjs_graph(_tarball(tmp_path, WEIGHTS), "package/m")

    window = {"padding": "VALID", "ksize": [1, 3, 3, 1]}
    assert graph.nodes["pool"] == TfNode("MaxPool", ("x",), window | {"fused_ops": ["BiasAdd"], "flag": False, "T": None})
    np.testing.assert_array_equal(graph.constants["half"], np.array([0.5, -2], np.float32))
    assert graph.constants["half"].dtype == np.float32
    np.testing.assert_array_equal(graph.constants["count"], [[7, 8]])


def test_readTfjsGraph_withTooManyWeights_namesBothLengths(tmp_path: Path):
    with pytest.raises(UnexpectedContent, match="expected 12 bytes of weights, got 13"):
        read_tfjs_graph(_tarball(tmp_path, WEIGHTS + b"x"), "package/m")


def _tarball(folder: Path, weights: bytes) -> Path:
    document = {"modelTopology": {"node": NODES}, "weightsManifest": [{"paths": ["m.bin"], "weights": MANIFEST}]}
    with tarfile.open(folder / "m.tgz", "w:gz") as archive:
        for name, content in (("package/m.json", json.dumps(document).encode()), ("package/m.bin", weights)):
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return folder / "m.tgz"
