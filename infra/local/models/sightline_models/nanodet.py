"""NanoDet as an ONNX graph, converted from its TensorFlow.js graph.

TensorFlow computes on NHWC tensors between pairs of transpositions; ONNX computes on NCHW. A `_Tensor` is always NCHW and only
remembers how TensorFlow sees it, so all those transpositions vanish; zero padding and biases become part of their convolution.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from sightline_models.errors import UnexpectedContent
from sightline_models.onnx_graph import OnnxGraph
from sightline_models.tfjs_graph import TfGraph, TfNode, read_tfjs_graph

SIZE = 416
STRIDES = (8, 16, 32)
CLASSES = 80
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
_TO_NHWC = [0, 2, 3, 1]
_TO_NCHW = [0, 3, 1, 2]


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
    converter = _Converter(graph)
    for reference, output in OUTPUTS.items():
        converter.add_output(reference, output)
    return converter.to_bytes()


@dataclass(frozen=True)
class _Tensor:
    """An ONNX tensor, NCHW or, after a Reshape, of rank 3.

    `side` is its height and width; `nhwc` says that TensorFlow sees it transposed; `pad` cells filled with `fill` on each of
    the four sides are still to be added by the operation that reads it.
    """

    name: str
    side: int
    nhwc: bool = False
    pad: int = 0
    fill: float = 0.0


class _Converter:
    """Converts what an output needs, each operation once. Not thread-safe."""

    def __init__(self, graph: TfGraph):
        self._tf = graph
        self._onnx = OnnxGraph("nanodet")
        self._tensors: dict[str, _Tensor] = {INPUT: _Tensor("image", SIZE)}
        self._operations: dict[str, Callable[[TfNode], _Tensor]] = {
            "Add": self._add,
            "ConcatV2": self._concat,
            "LeakyRelu": self._activation,
            "MaxPool": self._max_pool,
            "Pad": self._pad,
            "PadV2": self._pad,
            "Reshape": self._reshape,
            "ResizeBilinear": self._resize,
            "Sigmoid": self._activation,
            "Transpose": self._transpose,
        }

    def add_output(self, reference: str, output: str) -> None:
        self._onnx.named_node("Identity", [self._tensor(self._tf.nodes[reference].inputs[0]).name], [output])

    def to_bytes(self) -> bytes:
        cells = {stride: (SIZE // stride) ** 2 for stride in STRIDES}
        scores = {f"cls{stride}": ["N", cells[stride], CLASSES] for stride in STRIDES}
        distances = {f"reg{stride}": ["N", cells[stride], 4 * BINS] for stride in STRIDES}
        return self._onnx.to_bytes({"image": ["N", 3, SIZE, SIZE]}, scores | distances)

    def _tensor(self, reference: str) -> _Tensor:
        if reference not in self._tensors:
            self._convert(reference.partition(":")[0])
        return self._tensors[reference]

    def _convert(self, name: str) -> None:
        node = self._tf.nodes[name]
        if node.op == "SplitV":
            self._split(name, node)
        elif node.op in self._operations:
            self._tensors[name] = self._operations[node.op](node)
        else:
            raise UnexpectedContent(f"operation {node.op} of {name} is not one of NanoDet's")

    def _constant(self, reference: str) -> np.ndarray:
        """The value of a constant, also of one that TensorFlow computes while it runs (the shapes of the outputs)."""
        node = self._tf.nodes[reference]
        if node.op == "Const":
            return self._tf.constants[reference]
        if node.op == "AddV2":
            return self._constant(node.inputs[0]) + self._constant(node.inputs[1])
        if node.op == "SparseToDense" and self._constant(node.inputs[0]).size == 0:
            return np.full(self._constant(node.inputs[1]), self._constant(node.inputs[3]))
        raise UnexpectedContent(f"operation {node.op} of {reference} is not a constant")

    def _plain(self, reference: str) -> _Tensor:
        """An input of an operation that cannot pad by itself."""
        tensor = self._tensor(reference)
        _require(tensor.pad == 0, f"{reference} is padded for an operation that does not pad")
        return tensor

    def _add(self, node: TfNode) -> _Tensor:
        """A convolution's bias, or the sum of two branches that TensorFlow sees alike."""
        left, right = node.inputs
        if self._tf.nodes[right].op == "Const":
            return self._conv(self._tf.nodes[left], self._constant(right))
        first, second = self._plain(left), self._plain(right)
        _require(first.nhwc == second.nhwc, "a sum of tensors of different layout")
        return replace(first, name=self._onnx.node("Add", [first.name, second.name]))

    def _conv(self, node: TfNode, bias: np.ndarray) -> _Tensor:
        _require(node.op == "Conv2D", f"a bias on {node.op}")
        _require(node.attributes["padding"] == "VALID" and set(node.attributes["dilations"]) == {1}, "plain convolutions")
        image = self._tensor(node.inputs[0])
        _require(image.nhwc and image.fill == 0.0, "convolutions of NHWC tensors padded with zeros")
        kernel = self._constant(node.inputs[1]).transpose(3, 2, 0, 1)
        window, stride = kernel.shape[2], node.attributes["strides"][1]
        inputs = [image.name, self._onnx.constant(kernel, "kernel"), self._onnx.constant(bias, "bias")]
        name = self._onnx.node("Conv", inputs, **_window(window, stride, image.pad))
        return _Tensor(name, _side_after(image, window, stride), nhwc=True)

    def _max_pool(self, node: TfNode) -> _Tensor:
        image = self._tensor(node.inputs[0])
        _require(image.nhwc and node.attributes["padding"] == "VALID", "pooling of NHWC tensors")
        _require(image.pad == 0 or image.fill == -np.inf, "pooling that ignores the padding")
        window, stride = node.attributes["ksize"][1], node.attributes["strides"][1]
        name = self._onnx.node("MaxPool", [image.name], **_window(window, stride, image.pad))
        return _Tensor(name, _side_after(image, window, stride), nhwc=True)

    def _pad(self, node: TfNode) -> _Tensor:
        image = self._plain(node.inputs[0])
        pad = int(self._constant(node.inputs[1])[2, 0])
        equal = np.array_equal(self._constant(node.inputs[1]), [[0, 0], [0, 0], [pad, pad], [pad, pad]])
        _require(equal and not image.nhwc, "the same padding on all four sides")
        fill = float(self._constant(node.inputs[2])) if node.op == "PadV2" else 0.0
        return replace(image, pad=pad, fill=fill)

    def _transpose(self, node: TfNode) -> _Tensor:
        image = self._tensor(node.inputs[0])
        order = self._constant(node.inputs[1]).tolist()
        if len(order) == 3:
            return replace(image, name=self._onnx.node("Transpose", [image.name], perm=order))
        _require(order == (_TO_NCHW if image.nhwc else _TO_NHWC), f"a change between NCHW and NHWC, not {order}")
        return replace(image, nhwc=not image.nhwc)

    def _activation(self, node: TfNode) -> _Tensor:
        image = self._plain(node.inputs[0])
        slope = {"alpha": node.attributes["alpha"]} if node.op == "LeakyRelu" else {}
        return replace(image, name=self._onnx.node(node.op, [image.name], **slope))

    def _concat(self, node: TfNode) -> _Tensor:
        parts = [self._plain(reference) for reference in node.inputs[:-1]]
        channels = int(self._constant(node.inputs[-1])) == 1 and not any(part.nhwc for part in parts)
        _require(channels, "concatenation of the channels of NCHW tensors")
        return replace(parts[0], name=self._onnx.node("Concat", [part.name for part in parts], axis=1))

    def _resize(self, node: TfNode) -> _Tensor:
        image = self._plain(node.inputs[0])
        _require(image.nhwc and node.attributes["half_pixel_centers"], "resizing of NHWC tensors by pixel centres")
        side = int(self._constant(node.inputs[1])[0])
        factor = side / image.side
        scales = self._onnx.constant(np.array([1, 1, factor, factor], np.float32), "scales")
        how = {"mode": "linear", "coordinate_transformation_mode": "half_pixel"}
        return _Tensor(self._onnx.node("Resize", [image.name, "", scales], **how), side, nhwc=True)

    def _split(self, name: str, node: TfNode) -> None:
        image = self._plain(node.inputs[0])
        sizes = self._constant(node.inputs[1])
        _require(int(self._constant(node.inputs[2])) == 1 and not image.nhwc, "a split of the channels of an NCHW tensor")
        outputs = [f"{image.name}_part{index}" for index in range(len(sizes))]
        self._onnx.named_node("Split", [image.name, self._onnx.constant(sizes.astype(np.int64), "sizes")], outputs, axis=1)
        for index, output in enumerate(outputs):
            self._tensors[f"{name}:{index}" if index else name] = replace(image, name=output)

    def _reshape(self, node: TfNode) -> _Tensor:
        """[N, channels, side, side] to [N, channels, cells]; 0 keeps the batch as it comes."""
        image = self._plain(node.inputs[0])
        shape = self._constant(node.inputs[1]).astype(np.int64)
        _require(shape[0] == 1 and shape.shape == (3,) and not image.nhwc, f"[1, channels, cells], not {shape}")
        shape[0] = 0
        return replace(image, name=self._onnx.node("Reshape", [image.name, self._onnx.constant(shape, "shape")]))


def _window(window: int, stride: int, pad: int) -> dict[str, list[int]]:
    return {"kernel_shape": [window, window], "strides": [stride, stride], "pads": [pad] * 4}


def _side_after(image: _Tensor, window: int, stride: int) -> int:
    return (image.side + 2 * image.pad - window) // stride + 1


def _require(condition: bool, expected: str) -> None:
    if not condition:
        raise UnexpectedContent(f"expected {expected} in NanoDet's graph")
