"""Reads the files inside a compiled Qt resource file (`.rcc`)."""

import struct
import zlib
from collections.abc import Iterator

from sightline_models.errors import UnexpectedContent

_COMPRESSED = 1
_FOLDER = 2
_COMPRESSED_ZSTD = 4


def resources(rcc: bytes) -> dict[str, bytes]:
    """The files of a resource file by path; those packed with zstd, which Python 3.13 cannot unpack, are left out.

    Raises `UnexpectedContent` if it is no such file, or of a form before Qt 5.8.
    """
    if rcc[:4] != b"qres" or len(rcc) < 20:
        raise UnexpectedContent(f"expected a compiled Qt resource file, got one that starts with {rcc[:4]!r}")
    version, tree, data, names = struct.unpack_from(">4I", rcc, 4)
    if version < 2:
        raise UnexpectedContent(f"expected a Qt resource file of version 2 or later, got {version}")
    return dict(_Reader(rcc, tree, data, names).files(0, ""))


class _Reader:
    def __init__(self, rcc: bytes, tree: int, data: int, names: int):
        self._rcc = rcc
        self._tree = tree
        self._data = data
        self._names = names

    def files(self, node: int, folder: str) -> Iterator[tuple[str, bytes]]:
        at = self._tree + node * 22
        name, flags = struct.unpack_from(">IH", self._rcc, at)
        path = f"{folder}{self._name(name)}" if node else ""
        if flags & _FOLDER:
            count, first = struct.unpack_from(">II", self._rcc, at + 6)
            for child in range(first, first + count):
                yield from self.files(child, f"{path}/" if path else "")
        elif not flags & _COMPRESSED_ZSTD:
            (offset,) = struct.unpack_from(">I", self._rcc, at + 10)
            yield path, self._content(offset, compressed=bool(flags & _COMPRESSED))

    def _name(self, offset: int) -> str:
        at = self._names + offset
        (length,) = struct.unpack_from(">H", self._rcc, at)
        return self._rcc[at + 6 : at + 6 + 2 * length].decode("utf-16-be")

    def _content(self, offset: int, *, compressed: bool) -> bytes:
        at = self._data + offset
        (length,) = struct.unpack_from(">I", self._rcc, at)
        content = self._rcc[at + 4 : at + 4 + length]
        return zlib.decompress(content[4:]) if compressed else content
