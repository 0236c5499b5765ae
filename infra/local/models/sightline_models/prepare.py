"""Makes sure that model bundles are there, complete and unchanged."""

import hashlib
import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from sightline_models.bundles import BINARIZER_FILE, DEFAULT_BUNDLES, DESCRIPTION_FILE, MODEL_FILE, Bundle
from sightline_models.errors import ChecksumMismatch
from sightline_models.files import progress, replaced_folder, sha256_of


@dataclass(frozen=True)
class PreparedBundle:
    """Where a bundle lies, the SHA-256 of its model, and whether this run had to build it."""

    id: str
    folder: Path
    sha256: str
    built: bool


def prepare(cache: Path, out: Path, bundles: tuple[Bundle, ...] = DEFAULT_BUNDLES) -> list[PreparedBundle]:
    """Verifies each bundle in `out`, and builds those that are missing or changed.

    Needs the package registries only for packages that are not in `cache`. A bundle's folder appears complete or not at all.
    A binarizer that the user fitted and installed into an intact bundle stays.
    Raises a `ModelsError` if a package cannot be had or if a result is not what is pinned.
    """
    return [_prepared(bundle, cache, out / bundle.id) for bundle in bundles]


def is_intact(bundle: Bundle, folder: Path) -> bool:
    """Whether both files of a bundle are there with the pinned digests."""
    files = {folder / name: sha256 for name, sha256 in bundle.pinned.items()}
    return all(path.is_file() and sha256_of(path) == sha256 for path, sha256 in files.items())


def _prepared(bundle: Bundle, cache: Path, folder: Path) -> PreparedBundle:
    intact = is_intact(bundle, folder)
    if intact:
        progress(f"{bundle.id}: verified, nothing to do")
    else:
        progress(f"{bundle.id}: building in {folder}")
        _build(bundle, cache, folder)
    _add_binarizer(bundle, folder)
    return PreparedBundle(bundle.id, folder, bundle.pinned[MODEL_FILE], built=not intact)


def _build(bundle: Bundle, cache: Path, folder: Path) -> None:
    model, description = bundle.build(cache)
    document = {"id": None, "version": None, "sha256": hashlib.sha256(model).hexdigest()} | description
    with replaced_folder(folder) as fresh:
        (fresh / MODEL_FILE).write_bytes(model)
        (fresh / DESCRIPTION_FILE).write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")
        _check(bundle, fresh)
    progress(f"{bundle.id}: ready, {len(model) / 1e6:.1f} MB")


def _add_binarizer(bundle: Bundle, folder: Path) -> None:
    """Puts the thresholds that come with a bundle beside its model, unless there are thresholds already."""
    target = folder / BINARIZER_FILE
    if bundle.binarizer is None:
        return
    if not target.exists():
        shutil.copyfile(bundle.binarizer, target)
    elif target.read_bytes() != bundle.binarizer.read_bytes():
        progress(f"{bundle.id}: keeps your own {BINARIZER_FILE}; remove {target} to have the one that comes with Sightline")


def _check(bundle: Bundle, folder: Path) -> None:
    for name, expected in bundle.pinned.items():
        actual = sha256_of(folder / name)
        if actual != expected:
            raise ChecksumMismatch(f"{name} built for {bundle.id}", expected, actual)
