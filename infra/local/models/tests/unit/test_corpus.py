import json
from pathlib import Path

import pytest

from sightline_models.corpus import LIST_FILE, copy_stamps, is_intact, label_of, reason_to_skip
from sightline_models.errors import UnexpectedContent
from sightline_models.files import sha256_of


@pytest.mark.parametrize(
    ("stamp", "label"),
    [
        ("animals/birds/crow.png", "birds"),
        ("animals/mammals/cats/lion.png", "mammals"),
        ("animals/lizards/iguana.png", "animals"),
        ("military/vehicles/bradley.png", "military"),
        ("vehicles/auto/beetle.png", "vehicles"),
        ("sports/soccer.png", "sports"),
    ],
)
def test_labelOf_aStamp_isTheFolderThatMeansSomething(stamp: str, label: str):
    assert label_of(stamp) == label


@pytest.mark.parametrize(
    ("stamp", "reason"),
    [
        ("animals/birds/crow.png", None),
        ("symbols/math/5.png", "symbol"),
        ("animals/birds/cartoon/pengwin.png", "cartoon"),
        ("animals/mammals/cats/kitten.svg", "vector drawing"),
        ("animals/fish/shark_mirror.png", "mirrored copy"),
        ("military/fireman240a.png", "same bytes as people/fireman240a.png"),
    ],
)
def test_reasonToSkip_aStamp_namesWhatItIs(stamp: str, reason: str | None):
    assert reason_to_skip(stamp) == reason


def test_copyStamps_ofSmallTree_copiesTheUsableAndListsTheRest(tmp_path: Path):
    stamps = _stamps(tmp_path, "animals/birds/crow.png", "animals/birds/crow.txt", "symbols/0.png", "animals/eel.png")
    corpus = tmp_path / "corpus"
    corpus.mkdir()

    copy_stamps(stamps, corpus)

    listed = json.loads((corpus / LIST_FILE).read_text())
    assert [(image["file"], image["label"]) for image in listed["images"]] == [
        ("animals/eel.png", "animals"),
        ("birds/crow.png", "birds"),
    ]
    assert all(sha256_of(corpus / image["file"]) == image["sha256"] for image in listed["images"])
    assert listed["skipped"] == [{"file": "symbols/0.png", "reason": "symbol"}]


def test_copyStamps_withTwoOfOneName_refuses(tmp_path: Path):
    stamps = _stamps(tmp_path, "vehicles/auto/truck.png", "vehicles/toys/truck.png")
    corpus = tmp_path / "corpus"
    corpus.mkdir()

    with pytest.raises(UnexpectedContent, match=r"vehicles/truck\.png"):
        copy_stamps(stamps, corpus)


def test_isIntact_ofListThatIsNotThePinnedOne_isFalse(tmp_path: Path):
    (tmp_path / LIST_FILE).write_text('{"images": [], "skipped": []}')

    assert not is_intact(tmp_path)


def _stamps(folder: Path, *files: str) -> Path:
    for file in files:
        path = folder / "stamps" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file)
    return folder / "stamps"
