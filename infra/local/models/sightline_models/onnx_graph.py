"""Collects the nodes of an ONNX graph; the same calls always give the same bytes."""

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

OPSET = 13
IR_VERSION = 8
FLOAT = TensorProto.FLOAT  # float32, as the target of a Cast


class OnnxGraph:
    """A graph under construction. Not thread-safe: it grows with each call."""

    def __init__(self, name: str):
        self._name = name
        self._nodes: list[onnx.NodeProto] = []
        self._constants: list[onnx.TensorProto] = []

    def constant(self, values: np.ndarray, hint: str) -> str:
        """Adds a constant of the array's own type and shape, and returns its name."""
        name = f"{hint}_{len(self._constants)}"
        self._constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def node(self, op: str, inputs: list[str], **attributes: object) -> str:
        """Adds a node with one output, and returns the output's name."""
        return self.named_node(op, inputs, [f"{op}_{len(self._nodes)}"], **attributes)[0]

    def named_node(self, op: str, inputs: list[str], outputs: list[str], **attributes: object) -> list[str]:
        """Adds a node with the given output names, and returns them."""
        self._nodes.append(helper.make_node(op, inputs, outputs, **attributes))
        return outputs

    def to_bytes(self, inputs: dict[str, list], outputs: dict[str, list]) -> bytes:
        """The checked model; inputs and outputs are float32, each name with its shape (a text dimension is free)."""
        graph = helper.make_graph(self._nodes, self._name, _tensors(inputs), _tensors(outputs), self._constants)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR_VERSION)
        onnx.checker.check_model(model, full_check=True)
        return model.SerializeToString(deterministic=True)


def _tensors(shapes: dict[str, list]) -> list[onnx.ValueInfoProto]:
    return [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in shapes.items()]
