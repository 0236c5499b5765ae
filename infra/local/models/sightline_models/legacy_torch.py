"""Reads the weights of a PyTorch file from before version 1.6, without PyTorch."""

import pickle
from collections import OrderedDict
from dataclasses import dataclass
from typing import BinaryIO

import numpy as np

from sightline_models.errors import UnexpectedContent

_ELEMENT_TYPES = {"FloatStorage": np.dtype("<f4"), "LongStorage": np.dtype("<i8")}
_HEADER_PICKLES = 3  # magic number, protocol version, byte order of the writer


@dataclass(frozen=True)
class _TensorReference:
    """A view of a storage: offset, shape and strides, all counted in elements."""

    key: str
    element_type: np.dtype
    offset: int
    shape: tuple[int, ...]
    strides: tuple[int, ...]

    def view(self, storage: np.ndarray) -> np.ndarray:
        byte_strides = [stride * storage.itemsize for stride in self.strides]
        return np.lib.stride_tricks.as_strided(storage[self.offset :], self.shape, byte_strides).copy()


class _WeightsUnpickler(pickle.Unpickler):
    """Knows tensors, storages and OrderedDict only: the file cannot run code of its own."""

    def find_class(self, module: str, name: str) -> object:
        if (module, name) == ("collections", "OrderedDict"):
            return OrderedDict
        if (module, name) == ("torch._utils", "_rebuild_tensor_v2"):
            return _tensor_reference
        if module == "torch" and name in _ELEMENT_TYPES:
            return _ELEMENT_TYPES[name]
        raise UnexpectedContent(f"the weights file refers to {module}.{name}, which is not expected in it")

    def persistent_load(self, pid: tuple) -> tuple[str, np.dtype]:
        _, element_type, key, *_ = pid
        return key, element_type


def _tensor_reference(storage: tuple, offset: int, shape: tuple, strides: tuple, *_: object) -> _TensorReference:
    return _TensorReference(*storage, offset, tuple(shape), tuple(strides))


def read_legacy_weights(file: BinaryIO) -> dict[str, np.ndarray]:
    """All tensors of a state dictionary by name, each with the shape that it has in PyTorch (convolutions are OIHW).

    Raises `UnexpectedContent` if the file refers to anything but tensors.
    """
    for _ in range(_HEADER_PICKLES):
        _WeightsUnpickler(file).load()
    references = _WeightsUnpickler(file).load()
    element_types = {reference.key: reference.element_type for reference in references.values()}
    storages = {key: _read_storage(file, element_types[key]) for key in _WeightsUnpickler(file).load()}
    return {name: reference.view(storages[reference.key]) for name, reference in references.items()}


def _read_storage(file: BinaryIO, element_type: np.dtype) -> np.ndarray:
    elements = int.from_bytes(file.read(8), "little")
    return np.frombuffer(file.read(elements * element_type.itemsize), element_type)
