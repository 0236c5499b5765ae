"""Reads a TensorFlow.js graph model: its operations and its constants."""

import base64
import json
import math
import tarfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from sightline_models.errors import UnexpectedContent

_ELEMENT_TYPES = {name: np.dtype(name).newbyteorder("<") for name in ("float16", "float32", "int32", "bool")}


@dataclass(frozen=True)
class TfNode:
    """One operation: its kind, the references `name` or `name:output` that it reads, and its attributes."""

    op: str
    inputs: tuple[str, ...]
    attributes: dict[str, object]


@dataclass(frozen=True)
class TfGraph:
    """The operations by name, and the constants (float32, int32 or bool) by the name of their `Const` operation."""

    nodes: dict[str, TfNode]
    constants: dict[str, np.ndarray]


def read_tfjs_graph(tarball: Path, model: str) -> TfGraph:
    """The graph in `model`.json of a tarball, with the weights that lie beside it.

    Raises `UnexpectedContent` if the weights are not as long as the graph says.
    """
    with tarfile.open(tarball) as archive:
        document = json.loads(_member(archive, model + ".json"))
        folder = model.rpartition("/")[0]
        constants: dict[str, np.ndarray] = {}
        for group in document["weightsManifest"]:
            stored = b"".join(_member(archive, f"{folder}/{path}") for path in group["paths"])
            constants |= _constants(group["weights"], stored)
    nodes = {node["name"]: _node(node) for node in document["modelTopology"]["node"]}
    return TfGraph(nodes, constants)


def _member(archive: tarfile.TarFile, name: str) -> bytes:
    file = archive.extractfile(name)
    if file is None:
        raise UnexpectedContent(f"{name} is not a file in {archive.name}")
    return file.read()


def _constants(descriptions: list[dict], stored: bytes) -> dict[str, np.ndarray]:
    """Cuts the stored bytes into constants; some float32 ones are stored as float16."""
    constants = {}
    offset = 0
    for description in descriptions:
        shape = description["shape"]
        stored_type = _ELEMENT_TYPES[description.get("quantization", description)["dtype"]]
        values = np.frombuffer(stored, stored_type, math.prod(shape), offset)
        offset += values.nbytes
        constants[description["name"]] = values.astype(description["dtype"]).reshape(shape)
    if offset != len(stored):
        raise UnexpectedContent(f"expected {offset} bytes of weights, got {len(stored)}")
    return constants


def _node(node: dict) -> TfNode:
    attributes = {name: _attribute(value) for name, value in node.get("attr", {}).items()}
    return TfNode(node["op"], tuple(node.get("input", [])), attributes)


def _attribute(value: dict) -> object:
    """A number, a truth value, a text or a list of numbers or texts; None for the kinds that no conversion here reads."""
    kind, content = next(iter(value.items()))
    match kind:
        case "i":
            return int(content)
        case "f" | "b":
            return content
        case "s":
            return base64.b64decode(content).decode()
        case "list":
            return _list(content)
        case _:
            return None


def _list(content: dict) -> list[int] | list[str]:
    if "s" in content:
        return [base64.b64decode(item).decode() for item in content["s"]]
    return [int(item) for item in content.get("i", [])]
