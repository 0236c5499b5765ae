import json
from pathlib import Path

import jsonschema
import pytest

from sightline_models.bundles import BUNDLES, MODEL_FILE
from sightline_models.files import sha256_of
from sightline_models.prepare import prepare

SCHEMA = json.loads((Path(__file__).parents[2] / "bundle.schema.json").read_text())


@pytest.mark.parametrize("bundle", BUNDLES, ids=lambda bundle: bundle.id)
def test_description_ofBundle_followsTheSchemaAndNamesItsModel(bundles: dict[str, Path], bundle):
    description = json.loads((bundles[bundle.id] / "bundle.json").read_text(encoding="utf-8"))

    jsonschema.Draft202012Validator(SCHEMA).validate(description)
    assert description["id"] == bundles[bundle.id].name
    assert description["sha256"] == sha256_of(bundles[bundle.id] / MODEL_FILE)


@pytest.mark.parametrize("change", [{"task": "detection"}, {"sha256": "12"}, {"labels": []}, {"extra": 1}])
def test_schema_ofDescriptionWithAFault_refusesIt(bundles: dict[str, Path], change: dict):
    description = json.loads((bundles["efficientnet-lite0"] / "bundle.json").read_text(encoding="utf-8"))

    assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(description | change)


def test_prepare_intoAnEmptyFolder_givesThePinnedBytesAgain(bundles: dict[str, Path], downloads: Path, tmp_path: Path):
    fresh = prepare(downloads, tmp_path, BUNDLES)

    for bundle in fresh:
        assert bundle.built
        for file in bundle.folder.iterdir():
            assert file.read_bytes() == (bundles[bundle.id] / file.name).read_bytes()
