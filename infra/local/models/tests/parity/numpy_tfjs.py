"""Runs a TensorFlow.js graph literally, operation by operation, in plain numpy with a batch of one image."""

from collections.abc import Callable

import numpy as np

from sightline_models.tfjs_graph import TfGraph, TfNode
from tests.parity.numpy_layers import convolve, convolve_depthwise, max_pool, pad_same, resize_bilinear

Operation = Callable[[TfNode, list[np.ndarray]], np.ndarray]


def run(graph: TfGraph, feeds: dict[str, np.ndarray], outputs: list[str]) -> list[np.ndarray]:
    """The values of the outputs, in the layouts that TensorFlow gives them."""
    values: dict[str, np.ndarray] = dict(feeds)
    return [_value(graph, values, output) for output in outputs]


def _value(graph: TfGraph, values: dict[str, np.ndarray], reference: str) -> np.ndarray:
    if reference not in values:
        name = reference.partition(":")[0]
        node = graph.nodes[name]
        if node.op == "Const":
            values[name] = graph.constants[name]
        else:
            inputs = [_value(graph, values, each) for each in node.inputs]
            several = SEVERAL_OUTPUTS.get(node.op)
            results = several(inputs) if several else [OPERATIONS[node.op](node, inputs)]
            values |= {f"{name}:{index}" if index else name: result for index, result in enumerate(results)}
    return values[reference]


def _split(inputs: list[np.ndarray]) -> list[np.ndarray]:
    return np.split(inputs[0], np.cumsum(inputs[1])[:-1], axis=int(inputs[2]))


def _top_k(inputs: list[np.ndarray]) -> list[np.ndarray]:
    places = np.argsort(-inputs[0], axis=1, kind="stable")[:, : int(inputs[1])]
    return [np.take_along_axis(inputs[0], places, 1), places]


def _conv(node: TfNode, inputs: list[np.ndarray]) -> np.ndarray:
    """A convolution of any kind, with the bias and the activation that may be fused into it."""
    kernel, stride = inputs[1], node.attributes["strides"][1]
    image = pad_same(inputs[0][0], len(kernel), stride) if node.attributes["padding"] == "SAME" else inputs[0][0]
    depthwise = "Depthwise" in node.op
    output = convolve_depthwise(image, kernel[..., 0], stride) if depthwise else convolve(image, kernel, stride)
    for op in node.attributes.get("fused_ops", []):
        output = {"BiasAdd": lambda values: values + inputs[2], "Relu": lambda values: np.maximum(values, 0)}[op](output)
    return output[None]


def _max_pool(node: TfNode, inputs: list[np.ndarray]) -> np.ndarray:
    side, stride = node.attributes["ksize"][1], node.attributes["strides"][1]
    image = pad_same(inputs[0][0], side, stride, -np.inf) if node.attributes["padding"] == "SAME" else inputs[0][0]
    return max_pool(image, side, stride)[None]


def _pad(_: TfNode, inputs: list[np.ndarray]) -> np.ndarray:
    return np.pad(inputs[0], inputs[1], constant_values=inputs[2] if len(inputs) > 2 else 0)


def _resize(node: TfNode, inputs: list[np.ndarray]) -> np.ndarray:
    return resize_bilinear(inputs[0][0], tuple(inputs[1]), 0.5 if node.attributes["half_pixel_centers"] else 0.0)[None]


def _strided_slice(node: TfNode, inputs: list[np.ndarray]) -> np.ndarray:
    """Bit i of a mask: the slice of dimension i has no such end."""
    free = [[node.attributes[mask] >> axis & 1 for axis in range(len(inputs[1]))] for mask in ("begin_mask", "end_mask")]
    parts = zip(inputs[1], inputs[2], inputs[3], *free, strict=True)
    return inputs[0][tuple(slice(None if all_ else begin, None if rest else end, step) for begin, end, step, all_, rest in parts)]


SEVERAL_OUTPUTS: dict[str, Callable[[list[np.ndarray]], list[np.ndarray]]] = {"SplitV": _split, "TopKV2": _top_k}
OPERATIONS: dict[str, Operation] = {
    "Add": lambda _, inputs: inputs[0] + inputs[1],
    "AddV2": lambda _, inputs: inputs[0] + inputs[1],
    "Cast": lambda _, inputs: inputs[0].astype(np.float32),  # these graphs cast to nothing else
    "ConcatV2": lambda _, inputs: np.concatenate(inputs[:-1], int(inputs[-1])),
    "Conv2D": _conv,
    "DepthwiseConv2dNative": _conv,
    "Equal": lambda _, inputs: inputs[0] == inputs[1],
    "ExpandDims": lambda _, inputs: np.expand_dims(inputs[0], int(inputs[1])),
    "FloorDiv": lambda _, inputs: inputs[0] // inputs[1],
    "FloorMod": lambda _, inputs: inputs[0] % inputs[1],
    "FusedDepthwiseConv2dNative": _conv,
    "GatherV2": lambda _, inputs: np.take(inputs[0], inputs[1], int(inputs[2])),
    "Identity": lambda _, inputs: inputs[0],
    "LeakyRelu": lambda node, inputs: np.where(inputs[0] < 0, np.float32(node.attributes["alpha"]) * inputs[0], inputs[0]),
    "MaxPool": _max_pool,
    "Mean": lambda _, inputs: inputs[0].mean(axis=tuple(inputs[1]), keepdims=True),
    "Mul": lambda _, inputs: inputs[0] * inputs[1],
    "Pad": _pad,
    "PadV2": _pad,
    "Relu": lambda _, inputs: np.maximum(inputs[0], 0),
    "Relu6": lambda _, inputs: np.clip(inputs[0], 0, 6),
    "Reshape": lambda _, inputs: inputs[0].reshape(inputs[1]),
    "ResizeBilinear": _resize,
    "Sigmoid": lambda _, inputs: 1 / (1 + np.exp(-inputs[0])),
    "SparseToDense": lambda _, inputs: np.full(inputs[1], inputs[3]),
    "StridedSlice": _strided_slice,
    "Sub": lambda _, inputs: inputs[0] - inputs[1],
    "Transpose": lambda _, inputs: inputs[0].transpose(inputs[1]),
    "_FusedConv2D": _conv,
}
