"""Proves that the converted detectors compute what their source graphs compute, and that they find known things."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from sightline_models import centernet, nanodet
from sightline_models.corpus import Corpus
from sightline_models.downloads import fetch
from sightline_models.packages import HUMAN_MODELS
from tests.parity.detections import Box, detect, overlap
from tests.parity.numpy_tfjs import run
from tests.parity.pictures import photograph, scene
from tests.parity.runtime import BundleSession

MIN_SCORE = 0.4


@pytest.fixture(scope="module")
def nanodet_session(bundles: dict[str, Path]) -> BundleSession:
    return BundleSession(bundles["nanodet"])


@pytest.fixture(scope="module")
def centernet_session(bundles: dict[str, Path]) -> BundleSession:
    return BundleSession(bundles["centernet"])


@pytest.fixture(scope="module", params=["nanodet", "centernet"])
def detector(request: pytest.FixtureRequest, bundles: dict[str, Path]) -> BundleSession:
    return BundleSession(bundles[request.param])


def test_nanodet_onPhotograph_agreesWithItsSourceGraphInPlainNumpy(nanodet_session: BundleSession, downloads: Path):
    image = nanodet_session.tensor(photograph("motorcycle_left.png", downloads))

    expected = run(nanodet.read_graph(fetch(HUMAN_MODELS, downloads)), {nanodet.INPUT: image}, list(nanodet.OUTPUTS))
    outputs = nanodet_session.run(image)

    for name, values in zip(nanodet.OUTPUTS.values(), expected, strict=True):
        tolerance = 1e-5 if name.startswith("cls") else 2e-4
        np.testing.assert_allclose(outputs[name], values, atol=tolerance, err_msg=name)
    assert max(outputs[f"cls{stride}"].max() for stride in (8, 16, 32)) > 0.7


def test_centernet_onPhotograph_agreesWithItsSourceGraphInPlainNumpy(centernet_session: BundleSession, downloads: Path):
    image = centernet_session.tensor(photograph("motorcycle_left.png", downloads))

    graph = centernet.read_graph(fetch(HUMAN_MODELS, downloads))
    (expected,) = run(graph, {centernet.INPUT: image.transpose(0, 2, 3, 1)}, ["tower_0/detections"])
    outputs = centernet_session.run(image)

    np.testing.assert_allclose(outputs["scores"], expected[:, :, 4], atol=1e-5)
    np.testing.assert_array_equal(outputs["classes"], expected[:, :, 5])
    np.testing.assert_allclose(outputs["boxes"], expected[:, :, :4], atol=2e-3)
    assert outputs["scores"][0, 0] > 0.5


def test_detector_onBatch_givesEachImageItsOwnResult(detector: BundleSession, downloads: Path):
    images = [detector.tensor(photograph(name, downloads)) for name in ("motorcycle_left.png", "chelsea.png", "coffee.png")]

    together = detector.run(np.concatenate(images))

    for index, image in enumerate(images):
        for name, values in detector.run(image).items():
            np.testing.assert_allclose(together[name][index], values[0], atol=1e-3, err_msg=name)


@pytest.mark.parametrize(
    ("name", "label", "box"),
    [  # boxes drawn by hand
        ("motorcycle_left.png", "motorcycle", (92, 78, 684, 452)),
        ("astronaut.png", "person", (22, 15, 362, 512)),
        ("chelsea.png", "cat", (0, 0, 402, 300)),
    ],
)
def test_detector_onPhotograph_findsTheThing(detector: BundleSession, downloads: Path, name: str, label: str, box: Box):
    _assert_found(detector, photograph(name, downloads), label, box)


@pytest.mark.parametrize(
    ("stamp", "label"),
    [
        ("mammals/elephant.png", "elephant"),
        ("mammals/zebra.png", "zebra"),
        ("mammals/horse.png", "horse"),
        ("mammals/edward_bear.png", "teddy bear"),
        ("birds/crow.png", "bird"),
        ("roadsigns/stop.png", "stop sign"),
        ("household/toilet.png", "toilet"),
        ("vehicles/green_korean_bus.png", "bus"),
    ],
)
def test_detector_onStampSomewhereInAScene_findsItThere(detector: BundleSession, corpus: Corpus, stamp: str, label: str):
    picture, box = scene((corpus.folder, stamp), corner=(40, 70), size=(480, 320))

    _assert_found(detector, picture, label, box)


def _assert_found(detector: BundleSession, picture: Image.Image, label: str, box: Box) -> None:
    found = detect(detector, picture, MIN_SCORE)
    assert found, f"nothing found, expected {label}"
    assert found[0].label == label
    assert overlap(found[0].box, box) >= 0.5
