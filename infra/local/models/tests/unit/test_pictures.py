"""The package is a small zip file that lies in the cache already, with one plain picture and one in a Qt resource file."""

import hashlib
import json
import struct
import zipfile
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from sightline_models import pictures
from sightline_models.errors import ChecksumMismatch, UnexpectedContent
from sightline_models.packages import SCIKIT_IMAGE
from sightline_models.pictures import fetch_pictures, read_list
from sightline_models.qt_resources import resources

PLAIN = b"a plain picture"
INNER = b"a picture in a resource file" * 9


def rcc(content: bytes, *, compressed: bool) -> bytes:
    """A resource file with the folder `in` that holds `x.webp`."""
    stored = struct.pack(">I", len(content)) + zlib.compress(content) if compressed else content
    names, offsets = b"", []
    for name in ("in", "x.webp"):
        offsets.append(len(names))
        names += struct.pack(">HI", len(name), 0) + name.encode("utf-16-be")
    root = struct.pack(">IHIIQ", 0, 2, 1, 1, 0)
    folder = struct.pack(">IHIIQ", offsets[0], 2, 1, 2, 0)
    file = struct.pack(">IHHHIQ", offsets[1], int(compressed), 0, 0, 0, 0)
    data = struct.pack(">I", len(stored)) + stored
    tree = root + folder + file
    return b"qres" + struct.pack(">4I", 2, 20, 20 + len(tree), 20 + len(tree) + len(data)) + tree + data + names


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    folder.mkdir()
    with zipfile.ZipFile(folder / SCIKIT_IMAGE.file_name, "w") as archive:
        archive.writestr("data/plain.png", PLAIN)
        archive.writestr("data/all.rcc", rcc(INNER, compressed=True))
    sha256 = hashlib.sha256((folder / SCIKIT_IMAGE.file_name).read_bytes()).hexdigest()
    monkeypatch.setattr(pictures, "PACKAGES", {"scikit-image": replace(SCIKIT_IMAGE, sha256=sha256)})
    return folder


def written_list(folder: Path, **changes: str) -> Path:
    plain = {"file_name": "p/plain.png", "sha256": hashlib.sha256(PLAIN).hexdigest(), "member": "data/plain.png"}
    inner = {"file_name": "x.webp", "sha256": hashlib.sha256(INNER).hexdigest(), "member": "data/all.rcc", "resource": "in/x.webp"}
    images = [{"package": "scikit-image"} | plain | changes, {"package": "scikit-image"} | inner]
    listed = folder / "photos.json"
    listed.write_text(json.dumps({"images": images, "annotations": []}))
    return listed


def test_fetchPictures_ofEmptyFolder_laysOutPicturesAndList(cache: Path, tmp_path: Path):
    listed = written_list(tmp_path)

    fetched = fetch_pictures(listed, cache, tmp_path / "out")

    assert (fetched.count, fetched.fetched) == (2, True)
    assert (tmp_path / "out/p/plain.png").read_bytes() == PLAIN
    assert (tmp_path / "out/x.webp").read_bytes() == INNER
    assert (tmp_path / "out/photos.json").read_bytes() == listed.read_bytes()


def test_fetchPictures_again_needsNoPackage(cache: Path, tmp_path: Path):
    listed = written_list(tmp_path)
    fetch_pictures(listed, cache, tmp_path / "out")
    (cache / SCIKIT_IMAGE.file_name).unlink()

    assert not fetch_pictures(listed, cache, tmp_path / "out").fetched


def test_fetchPictures_ofChangedPicture_fetchesAgain(cache: Path, tmp_path: Path):
    listed = written_list(tmp_path)
    fetch_pictures(listed, cache, tmp_path / "out")
    (tmp_path / "out/x.webp").write_bytes(b"changed")

    assert fetch_pictures(listed, cache, tmp_path / "out").fetched
    assert (tmp_path / "out/x.webp").read_bytes() == INNER


def test_fetchPictures_ofOtherBytes_namesBothDigestsAndLeavesNothing(cache: Path, tmp_path: Path):
    with pytest.raises(ChecksumMismatch, match=rf"plain.png .*expected sha256 abc, got {hashlib.sha256(PLAIN).hexdigest()}"):
        fetch_pictures(written_list(tmp_path, sha256="abc"), cache, tmp_path / "out")

    assert not (tmp_path / "out").exists()


def test_fetchPictures_ofMissingMember_namesIt(cache: Path, tmp_path: Path):
    with pytest.raises(UnexpectedContent, match=r"holds no file data/none.png"):
        fetch_pictures(written_list(tmp_path, member="data/none.png"), cache, tmp_path / "out")


@pytest.mark.usefixtures("cache")
@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"package": "other"}, r"plain.png: expected a package of \['scikit-image'\], got other"),
        ({"file_name": "../x.png"}, r"expected a file name below the target folder, got \.\./x.png"),
        ({"file_name": "/x.png"}, r"expected a file name below the target folder, got /x.png"),
    ],
)
def test_readList_ofWrongEntry_saysWhatIsWrong(tmp_path: Path, changes: dict[str, str], message: str):
    with pytest.raises(UnexpectedContent, match=message):
        read_list(written_list(tmp_path, **changes))


@pytest.mark.parametrize("compressed", [True, False])
def test_resources_ofResourceFile_areItsFilesByPath(compressed: bool):
    assert resources(rcc(INNER, compressed=compressed)) == {"in/x.webp": INNER}


def test_resources_ofOtherFile_areRefused():
    with pytest.raises(UnexpectedContent, match="expected a compiled Qt resource file, got one that starts with b'GIF8'"):
        resources(b"GIF89a" + bytes(40))


def test_committedLists_nameKnownPackages():
    ground_truth = Path(__file__).parents[5] / "gpu-worker/lab/ground-truth"

    assert len(read_list(ground_truth / "photos.json")) >= 40
    assert len(read_list(ground_truth / "backgrounds.json")) >= 20
