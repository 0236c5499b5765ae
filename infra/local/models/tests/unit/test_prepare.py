import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from sightline_models.bundles import BINARIZER_FILE, DESCRIPTION_FILE, MODEL_FILE, Bundle
from sightline_models.errors import ChecksumMismatch
from sightline_models.prepare import prepare

MODEL = b"model"
MODEL_SHA256 = hashlib.sha256(MODEL).hexdigest()
DESCRIPTION = {"id": "tiny", "version": "1", "task": "embedding"}
DOCUMENT = {"id": "tiny", "version": "1", "sha256": MODEL_SHA256, "task": "embedding"}
DOCUMENT_SHA256 = hashlib.sha256((json.dumps(DOCUMENT, indent=1) + "\n").encode()).hexdigest()


class TinyBundle:
    """A bundle of a few bytes that counts how often it is built."""

    def __init__(self, model: bytes = MODEL):
        self.builds = 0
        self._model = model
        self.bundle = Bundle("tiny", self._build, {MODEL_FILE: MODEL_SHA256, DESCRIPTION_FILE: DOCUMENT_SHA256})

    def _build(self, _cache: Path) -> tuple[bytes, dict]:
        self.builds += 1
        return self._model, DESCRIPTION

    def prepare(self, out: Path) -> bool:
        return prepare(out / "cache", out, (self.bundle,))[0].built


def test_prepare_firstRun_writesModelAndDescription(tmp_path: Path):
    assert TinyBundle().prepare(tmp_path)

    assert (tmp_path / "tiny" / MODEL_FILE).read_bytes() == MODEL
    written = json.loads((tmp_path / "tiny" / DESCRIPTION_FILE).read_text())
    assert list(written.items()) == list(DOCUMENT.items())


def test_prepare_secondRun_verifiesAndBuildsNothing(tmp_path: Path):
    tiny = TinyBundle()

    assert [tiny.prepare(tmp_path), tiny.prepare(tmp_path)] == [True, False]
    assert tiny.builds == 1


@pytest.mark.parametrize("file", [MODEL_FILE, DESCRIPTION_FILE])
def test_prepare_afterChangeOfAFile_buildsAgain(tmp_path: Path, file: str):
    tiny = TinyBundle()
    tiny.prepare(tmp_path)
    (tmp_path / "tiny" / file).write_bytes(b"changed")

    assert tiny.prepare(tmp_path)
    assert not tiny.prepare(tmp_path)


def test_prepare_withUnexpectedModel_namesBothDigestsAndLeavesTheOldBundle(tmp_path: Path):
    (tmp_path / "tiny").mkdir()
    (tmp_path / "tiny" / "old").touch()

    with pytest.raises(ChecksumMismatch) as failure:
        TinyBundle(b"other").prepare(tmp_path)

    assert failure.value.expected == MODEL_SHA256
    assert failure.value.actual == hashlib.sha256(b"other").hexdigest()
    assert [path.name for path in (tmp_path / "tiny").iterdir()] == ["old"]


def _with_binarizer(folder: Path, thresholds: str) -> Bundle:
    binarizer = folder / "fitted.json"
    binarizer.write_text(thresholds)
    return replace(TinyBundle().bundle, binarizer=binarizer)


def test_prepare_withABinarizer_laysItBesideTheModel(tmp_path: Path):
    TinyBundle().prepare(tmp_path)

    prepared = prepare(tmp_path / "cache", tmp_path, (_with_binarizer(tmp_path, "fitted"),))[0]

    assert not prepared.built
    assert (tmp_path / "tiny" / BINARIZER_FILE).read_text() == "fitted"


def test_prepare_withTheUsersOwnBinarizer_keepsItAndSaysSo(tmp_path: Path, capsys):
    bundle = _with_binarizer(tmp_path, "fitted")
    prepare(tmp_path / "cache", tmp_path, (bundle,))
    (tmp_path / "tiny" / BINARIZER_FILE).write_text("own")

    prepare(tmp_path / "cache", tmp_path, (bundle,))

    assert (tmp_path / "tiny" / BINARIZER_FILE).read_text() == "own"
    assert "keeps your own binarizer.json" in capsys.readouterr().err
