"""Proves that a head in a real bundle computes what plain numpy makes of the bundle's own features."""

import json
from pathlib import Path

import jsonschema
import numpy as np
import pytest

from sightline_models.attach_head import attach_head
from tests.parity.pictures import photograph
from tests.parity.runtime import BundleSession
from tests.tiny import write_head

SCHEMA = json.loads((Path(__file__).parents[2] / "bundle.schema.json").read_text())


@pytest.fixture(scope="module", params=["efficientnet-lite0", "efficientnet-lite1", "efficientnet-lite2"])
def bundle(request: pytest.FixtureRequest, bundles: dict[str, Path]) -> Path:
    return bundles[request.param]


@pytest.mark.parametrize("layer", ["pooled", "logits"])
def test_labelsHead_onARealBundle_givesTheSoftmaxOfItsFeatures(bundle: Path, downloads: Path, tmp_path: Path, layer: str):
    tensor, features = {"pooled": ("embedding", 1280), "logits": ("logits", 1000)}[layer]
    weight, bias = _random(7, features)
    head = write_head(tmp_path / "head", weight, bias, layer=layer, labels=[f"label {index}" for index in range(7)])
    attached = BundleSession(attach_head(bundle, head, tmp_path / "out").folder)
    image = attached.tensor(photograph("chelsea.png", downloads))

    before, after = BundleSession(bundle).run(image), attached.run(image)

    jsonschema.Draft202012Validator(SCHEMA).validate(attached.description)
    powers = np.exp(weight @ before[tensor][0] + bias)
    np.testing.assert_allclose(after["probabilities"][0], powers / powers.sum(), atol=1e-5)
    for name in ("embedding", "logits"):
        np.testing.assert_allclose(after[name], before[name], atol=1e-5)


def test_projectionHead_onARealBundle_givesTheProductWithItsFeatures(bundle: Path, downloads: Path, tmp_path: Path):
    weight, bias = _random(64, 1280)
    attached = BundleSession(attach_head(bundle, write_head(tmp_path / "head", weight, bias), tmp_path / "out").folder)
    image = attached.tensor(photograph("chelsea.png", downloads))
    both = np.concatenate([image, image[:, :, ::-1]])

    before, after = BundleSession(bundle).run(both), attached.run(both)

    jsonschema.Draft202012Validator(SCHEMA).validate(attached.description)
    np.testing.assert_allclose(after["projection"], before["embedding"] @ weight.T + bias, atol=1e-4)
    np.testing.assert_allclose(after["probabilities"], before["probabilities"], atol=1e-6)


def _random(outputs: int, features: int) -> tuple[np.ndarray, np.ndarray]:
    generator = np.random.default_rng(11)
    weight = generator.normal(0, 0.1, (outputs, features)).astype(np.float32)
    return weight, generator.normal(size=outputs).astype(np.float32)
