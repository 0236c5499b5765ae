"""Digests, and folders that appear complete or not at all."""

import hashlib
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def sha256_of(path: Path) -> str:
    """The lower-case hexadecimal SHA-256 of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def progress(line: str) -> None:
    """Tells the user on stderr what happens; stdout is left to results."""
    print(line, file=sys.stderr, flush=True)


@contextmanager
def replaced_folder(target: Path) -> Iterator[Path]:
    """Yields an empty folder beside `target` that takes its place when the block ends without an error.

    After an error `target` is as it was, and the new folder is gone.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        fresh = work / "new"
        fresh.mkdir()
        yield fresh
        if target.exists():
            target.rename(work / "old")
        fresh.rename(target)
    finally:
        shutil.rmtree(work)
