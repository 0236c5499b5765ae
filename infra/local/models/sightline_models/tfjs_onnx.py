"""Converts the operations of a TensorFlow.js graph to ONNX.

TensorFlow computes on NHWC tensors, in some graphs between pairs of transpositions; ONNX computes on NCHW. A `Tensor` is always
NCHW and only remembers how TensorFlow sees it, so all those transpositions vanish; zero padding and biases become part of their
convolution. Images are square, and the batch is free.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from sightline_models.errors import UnexpectedContent
from sightline_models.onnx_graph import OnnxGraph
from sightline_models.tfjs_graph import TfGraph, TfNode

_TO_NHWC = [0, 2, 3, 1]
_TO_NCHW = [0, 3, 1, 2]
_CONVOLUTIONS = ("Conv2D", "_FusedConv2D", "DepthwiseConv2dNative", "FusedDepthwiseConv2dNative")


@dataclass(frozen=True)
class Tensor:
    """An ONNX tensor, NCHW or, after a Reshape, of rank 3.

    `side` is its height and width; `nhwc` says that TensorFlow sees it transposed; `pad` cells filled with `fill` on each of
    the four sides are still to be added by the operation that reads it.
    """

    name: str
    side: int
    nhwc: bool = False
    pad: int = 0
    fill: float = 0.0


class TfjsConverter:
    """Adds to `onnx` what a tensor needs, each operation once. Not thread-safe.

    `inputs` holds the tensors that TensorFlow gets from outside, by name. Raises `UnexpectedContent` on an operation, or on a use
    of one, that no graph so far had.
    """

    def __init__(self, graph: TfGraph, onnx: OnnxGraph, inputs: dict[str, Tensor]):
        self._tf = graph
        self._onnx = onnx
        self._tensors = dict(inputs)
        self._operations: dict[str, Callable[[TfNode], Tensor]] = {
            "Add": self._add,
            "ConcatV2": self._concat,
            "Identity": lambda node: self.tensor(node.inputs[0]),
            "LeakyRelu": self._activation,
            "MaxPool": self._max_pool,
            "Mean": self._mean,
            "Mul": lambda node: self._combine("Mul", node),
            "Pad": self._pad,
            "PadV2": self._pad,
            "Relu": self._activation,
            "Relu6": self._activation,
            "Reshape": self._reshape,
            "ResizeBilinear": self._resize,
            "Sigmoid": self._activation,
            "Transpose": self._transpose,
        } | dict.fromkeys(_CONVOLUTIONS, self._conv)

    def tensor(self, reference: str) -> Tensor:
        """The tensor of a reference `name` or `name:output`."""
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
            raise UnexpectedContent(f"no conversion is known for operation {node.op} of {name}")

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

    def _is_constant(self, reference: str) -> bool:
        return reference in self._tf.constants

    def _plain(self, reference: str) -> Tensor:
        """An input of an operation that cannot pad by itself."""
        tensor = self.tensor(reference)
        _require(tensor.pad == 0, f"{reference} is padded for an operation that does not pad")
        return tensor

    def _add(self, node: TfNode) -> Tensor:
        """A convolution's bias, or a sum."""
        left, right = node.inputs
        if self._is_constant(right) and left in self._tf.nodes and self._tf.nodes[left].op == "Conv2D":
            return self._conv(self._tf.nodes[left], self._constant(right))
        return self._combine("Add", node)

    def _combine(self, op: str, node: TfNode) -> Tensor:
        """An operation on two tensors that TensorFlow sees alike, or on one and a number."""
        tensors = [self._plain(reference) for reference in node.inputs if not self._is_constant(reference)]
        _require(len({tensor.nhwc for tensor in tensors}) == 1, f"{op} of tensors of the same layout")
        names = [self._number(each) if self._is_constant(each) else self.tensor(each).name for each in node.inputs]
        return replace(max(tensors, key=lambda tensor: tensor.side), name=self._onnx.node(op, names))

    def _number(self, reference: str) -> str:
        value = self._constant(reference)
        _require(value.ndim == 0, f"one number, not {value.shape}, as {reference}")
        return self._onnx.constant(value, "number")

    def _conv(self, node: TfNode, bias: np.ndarray | None = None) -> Tensor:
        """A convolution with its bias and its activation, each if it has one."""
        _require(node.op in _CONVOLUTIONS and set(node.attributes["dilations"]) == {1}, "plain convolutions")
        image = self.tensor(node.inputs[0])
        _require(image.nhwc and image.fill == 0.0, "convolutions of NHWC tensors padded with zeros")
        kernel = self._constant(node.inputs[1])
        depthwise = "Depthwise" in node.op
        _require(not depthwise or kernel.shape[3] == 1, "one output of each channel in a depthwise convolution")
        kernel = kernel.transpose((2, 3, 0, 1) if depthwise else (3, 2, 0, 1))
        fused = node.attributes.get("fused_ops") or []
        inputs = [image.name, self._onnx.constant(kernel, "kernel")]
        if bias is not None or "BiasAdd" in fused:
            inputs.append(self._onnx.constant(self._constant(node.inputs[2]) if bias is None else bias, "bias"))
        window = _Window.of(node, kernel.shape[2], image)
        groups = {"group": len(kernel)} if depthwise else {}
        output = Tensor(self._onnx.node("Conv", inputs, **window.attributes(), **groups), window.side, nhwc=True)
        return self._activated(output, fused)

    def _activated(self, tensor: Tensor, fused: list[str]) -> Tensor:
        for op in fused:
            _require(op in ("BiasAdd", "Relu"), f"BiasAdd or Relu, not {op}, in a convolution")
            if op == "Relu":
                tensor = replace(tensor, name=self._onnx.node("Relu", [tensor.name]))
        return tensor

    def _max_pool(self, node: TfNode) -> Tensor:
        image = self.tensor(node.inputs[0])
        _require(image.nhwc and (image.pad == 0 or image.fill == -np.inf), "pooling of NHWC tensors that ignores the padding")
        window = _Window.of(node, node.attributes["ksize"][1], image)
        return Tensor(self._onnx.node("MaxPool", [image.name], **window.attributes()), window.side, nhwc=True)

    def _mean(self, node: TfNode) -> Tensor:
        image = self._plain(node.inputs[0])
        whole = self._constant(node.inputs[1]).tolist() == [1, 2] and node.attributes["keep_dims"]
        _require(image.nhwc and whole, "the mean of each channel of an NHWC tensor")
        return Tensor(self._onnx.node("GlobalAveragePool", [image.name]), 1, nhwc=True)

    def _pad(self, node: TfNode) -> Tensor:
        image = self._plain(node.inputs[0])
        pad = int(self._constant(node.inputs[1])[2, 0])
        equal = np.array_equal(self._constant(node.inputs[1]), [[0, 0], [0, 0], [pad, pad], [pad, pad]])
        _require(equal and not image.nhwc, "the same padding on all four sides")
        fill = float(self._constant(node.inputs[2])) if node.op == "PadV2" else 0.0
        return replace(image, pad=pad, fill=fill)

    def _transpose(self, node: TfNode) -> Tensor:
        image = self.tensor(node.inputs[0])
        order = self._constant(node.inputs[1]).tolist()
        if len(order) == 3:
            return replace(image, name=self._onnx.node("Transpose", [image.name], perm=order))
        _require(order == (_TO_NCHW if image.nhwc else _TO_NHWC), f"a change between NCHW and NHWC, not {order}")
        return replace(image, nhwc=not image.nhwc)

    def _activation(self, node: TfNode) -> Tensor:
        image = self._plain(node.inputs[0])
        if node.op == "Relu6":
            limits = [self._onnx.constant(np.float32(limit), "limit") for limit in (0, 6)]
            return replace(image, name=self._onnx.node("Clip", [image.name, *limits]))
        slope = {"alpha": node.attributes["alpha"]} if node.op == "LeakyRelu" else {}
        return replace(image, name=self._onnx.node(node.op, [image.name], **slope))

    def _concat(self, node: TfNode) -> Tensor:
        parts = [self._plain(reference) for reference in node.inputs[:-1]]
        channels = {False: 1, True: 3}[parts[0].nhwc]
        alike = len({(part.nhwc, part.side) for part in parts}) == 1
        _require(alike and int(self._constant(node.inputs[-1])) == channels, "concatenation of the channels of like tensors")
        return replace(parts[0], name=self._onnx.node("Concat", [part.name for part in parts], axis=1))

    def _resize(self, node: TfNode) -> Tensor:
        image = self._plain(node.inputs[0])
        _require(image.nhwc and not node.attributes.get("align_corners"), "resizing of NHWC tensors without aligned corners")
        side = int(self._constant(node.inputs[1])[0])
        factor = side / image.side
        scales = self._onnx.constant(np.array([1, 1, factor, factor], np.float32), "scales")
        origin = "half_pixel" if node.attributes["half_pixel_centers"] else "asymmetric"
        how = {"mode": "linear", "coordinate_transformation_mode": origin}
        return Tensor(self._onnx.node("Resize", [image.name, "", scales], **how), side, nhwc=True)

    def _split(self, name: str, node: TfNode) -> None:
        image = self._plain(node.inputs[0])
        sizes = self._constant(node.inputs[1])
        _require(int(self._constant(node.inputs[2])) == 1 and not image.nhwc, "a split of the channels of an NCHW tensor")
        outputs = [f"{image.name}_part{index}" for index in range(len(sizes))]
        self._onnx.named_node("Split", [image.name, self._onnx.constant(sizes.astype(np.int64), "sizes")], outputs, axis=1)
        for index, output in enumerate(outputs):
            self._tensors[f"{name}:{index}" if index else name] = replace(image, name=output)

    def _reshape(self, node: TfNode) -> Tensor:
        """[N, channels, side, side] to [N, channels, cells]; 0 keeps the batch as it comes."""
        image = self._plain(node.inputs[0])
        shape = self._constant(node.inputs[1]).astype(np.int64)
        _require(shape[0] == 1 and shape.shape == (3,) and not image.nhwc, f"[1, channels, cells], not {shape}")
        shape[0] = 0
        return replace(image, name=self._onnx.node("Reshape", [image.name, self._onnx.constant(shape, "shape")]))


@dataclass(frozen=True)
class _Window:
    """How a square window moves over an image: cells of the window, step, padding before and after, side of the result."""

    window: int
    stride: int
    before: int
    after: int
    side: int

    @staticmethod
    def of(node: TfNode, window: int, image: Tensor) -> "_Window":
        stride = node.attributes["strides"][1]
        if node.attributes["padding"] == "VALID":
            return _Window(window, stride, image.pad, image.pad, (image.side + 2 * image.pad - window) // stride + 1)
        _require(node.attributes["padding"] == "SAME" and image.pad == 0, "SAME or VALID padding")
        side = -(-image.side // stride)
        padding = max((side - 1) * stride + window - image.side, 0)
        return _Window(window, stride, padding // 2, padding - padding // 2, side)

    def attributes(self) -> dict[str, list[int]]:
        sides = {"kernel_shape": [self.window] * 2, "strides": [self.stride] * 2}
        return sides | {"pads": [self.before, self.before, self.after, self.after]}


def _require(condition: bool, expected: str) -> None:
    if not condition:
        raise UnexpectedContent(f"expected {expected} in a TensorFlow.js graph")
