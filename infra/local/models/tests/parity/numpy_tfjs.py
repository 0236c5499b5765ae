"""Runs a TensorFlow.js graph literally, operation by operation, in plain numpy with a batch of one image."""

from collections.abc import Callable

import numpy as np

from sightline_models.tfjs_graph import TfGraph, TfNode
from tests.parity.numpy_layers import convolve, max_pool, resize_bilinear

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
            results = _split(inputs) if node.op == "SplitV" else [OPERATIONS[node.op](node, inputs)]
            values |= {f"{name}:{index}" if index else name: result for index, result in enumerate(results)}
    return values[reference]


def _split(inputs: list[np.ndarray]) -> list[np.ndarray]:
    return np.split(inputs[0], np.cumsum(inputs[1])[:-1], axis=int(inputs[2]))


def _conv(node: TfNode, inputs: list[np.ndarray]) -> np.ndarray:
    return convolve(inputs[0][0], inputs[1], node.attributes["strides"][1])[None]


def _max_pool(node: TfNode, inputs: list[np.ndarray]) -> np.ndarray:
    return max_pool(inputs[0][0], node.attributes["ksize"][1], node.attributes["strides"][1])[None]


def _pad(_: TfNode, inputs: list[np.ndarray]) -> np.ndarray:
    return np.pad(inputs[0], inputs[1], constant_values=inputs[2] if len(inputs) > 2 else 0)


OPERATIONS: dict[str, Operation] = {
    "Add": lambda _, inputs: inputs[0] + inputs[1],
    "AddV2": lambda _, inputs: inputs[0] + inputs[1],
    "ConcatV2": lambda _, inputs: np.concatenate(inputs[:-1], int(inputs[-1])),
    "Conv2D": _conv,
    "Identity": lambda _, inputs: inputs[0],
    "LeakyRelu": lambda node, inputs: np.where(inputs[0] < 0, np.float32(node.attributes["alpha"]) * inputs[0], inputs[0]),
    "MaxPool": _max_pool,
    "Pad": _pad,
    "PadV2": _pad,
    "Reshape": lambda _, inputs: inputs[0].reshape(inputs[1]),
    "ResizeBilinear": lambda _, inputs: resize_bilinear(inputs[0][0], *inputs[1])[None],
    "Sigmoid": lambda _, inputs: 1 / (1 + np.exp(-inputs[0])),
    "SparseToDense": lambda _, inputs: np.full(inputs[1], inputs[3]),
    "Transpose": lambda _, inputs: inputs[0].transpose(inputs[1]),
}
