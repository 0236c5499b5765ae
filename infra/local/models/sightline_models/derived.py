"""What those commands share that make a bundle of another one."""

import hashlib
import json
import shutil
from pathlib import Path

from sightline_models.bundles import BINARIZER_FILE, DESCRIPTION_FILE, MODEL_FILE
from sightline_models.errors import ChecksumMismatch, UnexpectedContent
from sightline_models.files import progress, replaced_folder, sha256_of


def require_intact(bundle: Path, expected: str) -> None:
    """Raises a `ChecksumMismatch` if a bundle's model is not the one that its description names."""
    actual = sha256_of(bundle / MODEL_FILE)
    if actual != expected:
        raise ChecksumMismatch(str(bundle / MODEL_FILE), expected, actual)


def refuse_other_content(out: Path, sources: tuple[Path, ...]) -> None:
    """Raises an `UnexpectedContent` if `out` is one of the sources, or holds something else than an older bundle."""
    if out.resolve() in (source.resolve() for source in sources):
        raise UnexpectedContent(f"{out}: expected another folder than those that are read")
    if out.exists() and not (out.is_dir() and (not any(out.iterdir()) or (out / DESCRIPTION_FILE).is_file())):
        raise UnexpectedContent(f"{out}: expected nothing, an empty folder or an older bundle to replace")


def write_derived(out: Path, model: bytes, description: dict, binarizer_of: Path | None) -> dict:
    """Writes a bundle, with the binarizer of another one if that has any; returns the description with the model's digest."""
    document = description | {"sha256": hashlib.sha256(model).hexdigest()}
    with replaced_folder(out) as fresh:
        (fresh / MODEL_FILE).write_bytes(model)
        (fresh / DESCRIPTION_FILE).write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")
        if binarizer_of and (binarizer_of / BINARIZER_FILE).is_file():
            shutil.copyfile(binarizer_of / BINARIZER_FILE, fresh / BINARIZER_FILE)
    progress(f"{document['id']}: ready, {len(model) / 1e6:.1f} MB")
    return document
