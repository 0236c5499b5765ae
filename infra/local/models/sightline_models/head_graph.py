"""Puts a head on top of a layer of an ONNX model; the same model and head always give the same bytes."""

import numpy as np
import onnx
from onnx import helper, numpy_helper

from sightline_models.errors import UnexpectedContent


class HeadGraph:
    """A model that gets a head. Not thread-safe: it changes with each call.

    Raises `UnexpectedContent` if the model is not valid ONNX, before or after.
    """

    def __init__(self, model: bytes):
        try:
            self._model = onnx.load_model_from_string(model)
            onnx.checker.check_model(self._model)
        except Exception as fault:  # protobuf and the checker share no class of errors
            raise UnexpectedContent(f"model.onnx is not a valid ONNX model: {fault}") from fault
        self._graph = self._model.graph

    def replace_output(self, name: str) -> None:
        """Takes an output out of the model, if it is there, with all that only it needs; its name is free afterwards."""
        kept = [output for output in self._graph.output if output.name != name]
        self._set(self._graph.output, kept)
        self._set(self._graph.value_info, [each for each in self._graph.value_info if each.name != name])
        for node in self._graph.node:
            self._rename(node.input, name)
            self._rename(node.output, name)
        self._prune()

    def free_name(self, wanted: str) -> str:
        """The name, or one like it if the model has it already."""
        used = {each.name for field in (self._graph.input, self._graph.initializer) for each in field}
        used.update(output for node in self._graph.node for output in node.output)
        while wanted in used:
            wanted += "_"
        return wanted

    def add_linear(self, features: str, weight: np.ndarray, bias: np.ndarray, result: str) -> None:
        """Adds a tensor `weight x features + bias` [N, rows of weight] for the output `features` of the model."""
        inputs = [self._flat(features), self._constant(weight, "head_weight"), self._constant(bias, "head_bias")]
        self._node("Gemm", inputs, result, transB=1)

    def add_softmax(self, logits: str, result: str) -> None:
        """Adds a tensor of probabilities, along the second axis of logits [N, labels]."""
        self._node("Softmax", [logits], result, axis=1)

    def add_output(self, name: str, like: str, dimensions: int) -> None:
        """Makes a tensor an output [N, dimensions]; N as in the output `like`."""
        output = helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, ["N", dimensions])
        for batch in self._shape(like)[:1]:
            output.type.tensor_type.shape.dim[0].CopyFrom(batch)
        self._graph.output.append(output)

    def to_bytes(self) -> bytes:
        """The checked model."""
        try:
            onnx.checker.check_model(self._model, full_check=True)
        except Exception as fault:  # the checker and shape inference share no class of errors
            raise UnexpectedContent(f"the head does not fit the model: {fault}") from fault
        return self._model.SerializeToString(deterministic=True)

    def _flat(self, features: str) -> str:
        """The features as [N, dimensions]: some models leave them [N, dimensions, 1, 1]."""
        if len(self._shape(features)) == 2:
            return features
        return self._node("Flatten", [features], self.free_name("head_features"), axis=1)

    def _shape(self, output: str) -> list:
        """The dimensions of an output, as far as the model says."""
        outputs = {each.name: each.type.tensor_type.shape.dim for each in self._graph.output}
        if output not in outputs:
            raise UnexpectedContent(f"expected an output {output} in the model, got {', '.join(outputs)}")
        return list(outputs[output])

    def _constant(self, values: np.ndarray, hint: str) -> str:
        name = self.free_name(hint)
        self._graph.initializer.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def _node(self, op: str, inputs: list[str], output: str, **attributes: object) -> str:
        self._graph.node.append(helper.make_node(op, inputs, [output], **attributes))
        return output

    def _prune(self) -> None:
        """Drops nodes and constants that no output needs. Nodes are in the order of computation."""
        needed = {output.name for output in self._graph.output}
        kept = []
        for node in reversed(self._graph.node):
            if needed.intersection(node.output) or _has_subgraph(node):
                kept.append(node)
                needed.update(node.input)
        if any(_has_subgraph(node) for node in kept):
            return  # what a subgraph reads from outside is not among its node's inputs
        self._set(self._graph.node, kept[::-1])
        self._set(self._graph.initializer, [each for each in self._graph.initializer if each.name in needed])

    @staticmethod
    def _set(field: object, values: list) -> None:
        copies = [type(value).FromString(value.SerializeToString()) for value in values]
        del field[:]
        field.extend(copies)

    @staticmethod
    def _rename(names: object, name: str) -> None:
        for index, each in enumerate(names):
            if each == name:
                names[index] = f"replaced_{name}"


def _has_subgraph(node: onnx.NodeProto) -> bool:
    return any(attribute.HasField("g") or len(attribute.graphs) > 0 for attribute in node.attribute)
