from pathlib import Path

import pytest

from sightline_models.files import replaced_folder, sha256_of


def test_sha256_of_knownBytes_isTheKnownDigest(tmp_path: Path):
    (tmp_path / "abc").write_bytes(b"abc")

    assert sha256_of(tmp_path / "abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_replacedFolder_withoutError_takesTheOldFoldersPlace(tmp_path: Path):
    target = tmp_path / "target"
    target.mkdir()
    (target / "old").touch()

    with replaced_folder(target) as fresh:
        (fresh / "new").touch()

    assert [path.name for path in target.iterdir()] == ["new"]
    assert [path.name for path in tmp_path.iterdir()] == ["target"]


def test_replacedFolder_afterError_leavesTheOldFolderAndNothingElse(tmp_path: Path):
    target = tmp_path / "target"
    target.mkdir()
    (target / "old").touch()

    with pytest.raises(ZeroDivisionError), replaced_folder(target) as fresh:
        (fresh / "new").touch()
        raise ZeroDivisionError

    assert [path.name for path in target.iterdir()] == ["old"]
    assert [path.name for path in tmp_path.iterdir()] == ["target"]
