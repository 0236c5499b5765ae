"""Proves that the converted embedder computes what the published network computes."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
from PIL import Image

from sightline_models.corpus import Corpus
from sightline_models.downloads import fetch
from sightline_models.lite0 import read_weights
from sightline_models.packages import EFFICIENTNET_LITE0
from tests.parity.numpy_lite0 import NumpyLite0
from tests.parity.pictures import photograph, stamp_on_white
from tests.parity.runtime import BundleSession


@pytest.fixture(scope="module")
def embedder(bundles: dict[str, Path]) -> BundleSession:
    return BundleSession(bundles["efficientnet-lite0"])


@pytest.fixture(scope="module")
def cat(downloads: Path) -> Image.Image:
    return photograph("chelsea.png", downloads)


@pytest.fixture(scope="module")
def numpy_model(downloads: Path) -> NumpyLite0:
    return NumpyLite0(read_weights(fetch(EFFICIENTNET_LITE0, downloads)))


def test_embedder_onPhotograph_agreesWithPlainNumpy(embedder: BundleSession, numpy_model: NumpyLite0, cat: Image.Image):
    image = embedder.tensor(cat)

    embedding, probabilities = numpy_model.forward(image[0].transpose(1, 2, 0))
    outputs = embedder.run(image)

    assert embedding.max() > 1
    np.testing.assert_allclose(outputs["embedding"][0], embedding, atol=5e-5)
    np.testing.assert_allclose(outputs["probabilities"][0], probabilities, atol=1e-5)


def test_stemAndEachBlock_onPhotograph_agreeWithPlainNumpy(
    bundles: dict[str, Path], embedder: BundleSession, numpy_model: NumpyLite0, cat: Image.Image
):
    image = embedder.tensor(cat)
    numpy_model.forward(image[0].transpose(1, 2, 0))

    steps = _block_outputs(bundles["efficientnet-lite0"] / "model.onnx", image)

    assert len(steps) == len(numpy_model.steps) == 17
    for step, expected in zip(steps, numpy_model.steps, strict=True):
        np.testing.assert_allclose(step.transpose(1, 2, 0), expected, atol=2e-4)


def test_embedder_onBatch_givesEachImageItsOwnResult(embedder: BundleSession, cat: Image.Image):
    images = [embedder.tensor(cat), embedder.tensor(cat.rotate(180)), embedder.tensor(Image.new("RGB", (9, 9)))]

    together = embedder.run(np.concatenate(images))["embedding"]

    alone = [embedder.run(image)["embedding"][0] for image in images]
    np.testing.assert_allclose(together, alone, atol=1e-5)
    assert not np.allclose(together[0], together[1], atol=0.1)


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("chelsea.png", "Egyptian Mau"),
        ("coffee.png", "espresso"),
        ("mammals/zebra.png", "zebra"),
        ("mammals/gorilla.png", "gorilla"),
        ("mammals/tiger.png", "tiger"),
        ("mammals/bison.png", "bison"),
        ("mammals/elephant.png", "African bush elephant"),
        ("animals/koala.png", "koala"),
        ("animals/wombat.png", "wombat"),
        ("birds/magpie.png", "magpie"),
        ("birds/penguin.png", "king penguin"),
        ("fruit/banana.png", "banana"),
        ("fruit/strawberry.png", "strawberry"),
        ("music/cello.png", "cello"),
        ("sports/basketball.png", "basketball"),
        ("medical/stethoscope.png", "stethoscope"),
    ],
)
def test_embedder_onPhotographOfAKnownThing_ranksItsClassFirst(
    embedder: BundleSession, corpus: Corpus, downloads: Path, name: str, label: str
):
    picture = stamp_on_white(corpus.folder, name) if "/" in name else photograph(name, downloads)

    probabilities = embedder.run(embedder.tensor(picture))["probabilities"][0]

    assert embedder.description["labels"][probabilities.argmax()] == label
    assert probabilities.max() > 0.4
    assert probabilities.sum() == pytest.approx(1, abs=1e-5)


def _block_outputs(model_file: Path, image: np.ndarray) -> list[np.ndarray]:
    """The [C, H, W] values after the stem and after each block, taken out of the ONNX graph."""
    model = onnx.load(model_file)
    nodes = list(model.graph.node)
    stem = next(node for node in nodes if node.op_type == "Clip")
    names = [stem.output[0]]
    for node, following in pairwise(nodes):
        if node.op_type == "Conv" and "_project_conv" in node.input[1]:
            names.append(following.output[0] if following.op_type == "Add" else node.output[0])
    model.graph.output.extend(onnx.helper.make_empty_tensor_value_info(name) for name in names)
    session = onnxruntime.InferenceSession(model.SerializeToString())
    return [value[0] for value in session.run(names, {"image": image})]
