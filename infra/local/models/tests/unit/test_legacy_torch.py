"""Writes the old PyTorch file format by hand: five pickles, then each storage with its length."""

import io
import os
import pickle
from collections import OrderedDict

import numpy as np
import pytest

from sightline_models.errors import UnexpectedContent
from sightline_models.legacy_torch import read_legacy_weights

STORAGE = np.arange(12, dtype="<f4")


class _Global:
    """Pickles as a reference to `module.name`, which need not exist here."""

    def __init__(self, module: str, name: str):
        self.module, self.name = module, name


class _Tensor:
    """Pickles as PyTorch's call that rebuilds a tensor from the one storage of the file."""

    def __init__(self, offset: int, shape: tuple[int, ...], strides: tuple[int, ...]):
        self.view = (offset, shape, strides)


class _Writer(pickle._Pickler):
    """Pickle protocol 2, as PyTorch wrote it."""

    def persistent_id(self, obj: object) -> object:
        if obj is STORAGE:
            return ("storage", _Global("torch", "FloatStorage"), "7", "cpu", STORAGE.size, None)
        return None

    def save(self, obj: object, save_persistent_id: bool = True) -> None:
        if isinstance(obj, _Global):
            self.write(f"c{obj.module}\n{obj.name}\n".encode())
        elif isinstance(obj, _Tensor):
            self.save(_Global("torch._utils", "_rebuild_tensor_v2"))
            self.save((STORAGE, *obj.view, False, OrderedDict()))
            self.write(pickle.REDUCE)
        else:
            super().save(obj, save_persistent_id)


def test_readLegacyWeights_ofStridedViews_givesEachItsValues():
    file = _file(OrderedDict(a=_Tensor(2, (2, 3), (3, 1)), transposed=_Tensor(2, (3, 2), (1, 3)), scalar=_Tensor(5, (), ())))

    weights = read_legacy_weights(file)

    assert list(weights) == ["a", "transposed", "scalar"]
    np.testing.assert_array_equal(weights["a"], [[2, 3, 4], [5, 6, 7]])
    np.testing.assert_array_equal(weights["transposed"], [[2, 5], [3, 6], [4, 7]])
    assert weights["scalar"] == 5


def test_readLegacyWeights_ofFileThatWouldRunCode_refuses():
    with pytest.raises(UnexpectedContent, match=r"posix\.system"):
        read_legacy_weights(io.BytesIO(pickle.dumps(os.system, 2)))


def _file(state: OrderedDict) -> io.BytesIO:
    file = io.BytesIO()
    for part in (0x1950A86A20F9469CFC6C, 1001, {"little_endian": True}, state, ["7"]):
        _Writer(file, 2).dump(part)
    file.write(STORAGE.size.to_bytes(8, "little") + STORAGE.tobytes())
    file.seek(0)
    return file
