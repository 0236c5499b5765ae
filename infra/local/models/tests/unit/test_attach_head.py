import json
from pathlib import Path

import jsonschema
import numpy as np
import onnx
import onnxruntime
import pytest

from sightline_models.__main__ import main
from sightline_models.attach_head import AttachedHead, attach_head
from sightline_models.errors import ChecksumMismatch, UnexpectedContent
from sightline_models.files import sha256_of
from tests.tiny import FEATURES, IMAGE, OLD_LABELS, write_bundle, write_head

SCHEMA = json.loads((Path(__file__).parents[2] / "bundle.schema.json").read_text())
WEIGHT = np.array([[1, 0, 0], [0, 0.5, 0], [0, 0, 0.25], [0, 0, 0]], np.float32)
BIAS = np.array([0, 1, 0, -1], np.float32)
LABELS = ["cat", "dog", "fish", "hare"]
LOGITS = FEATURES @ WEIGHT.T + BIAS


def test_attachHead_ofLabels_givesTheSoftmaxOfTheHead(tmp_path: Path):
    attached = _attach_labels(tmp_path)

    outputs = _run(attached.folder)

    expected = np.exp(LOGITS) / np.exp(LOGITS).sum(axis=1, keepdims=True)
    np.testing.assert_allclose(outputs["probabilities"], expected, atol=1e-6)
    np.testing.assert_array_equal(outputs["embedding"], FEATURES)


def test_attachHead_ofLabels_describesTheNewBundle(tmp_path: Path):
    attached = _attach_labels(tmp_path, licence="CC0-1.0 OR MIT", source="photographs of mine")

    description = json.loads((attached.folder / "bundle.json").read_text())

    jsonschema.Draft202012Validator(SCHEMA).validate(description)
    assert (attached.id, attached.version) == (description["id"], description["version"]) == ("tiny-pets", "1-ab12")
    assert attached.sha256 == description["sha256"] == sha256_of(attached.folder / "model.onnx")
    assert description["labels"] == LABELS
    assert description["labelSet"] == {"id": "pets", "version": "ab12"}
    assert description["outputs"]["probabilities"] == {"name": "probabilities", "dimensions": 4}
    assert description["outputs"]["embedding"] == "pooled"
    assert description["licence"] == "MIT AND (CC0-1.0 OR MIT)"
    assert description["source"] == "ours; head pets ab12: photographs of mine"


def test_attachHead_ofLabels_leavesNothingOfTheOldOnes(tmp_path: Path):
    model = onnx.load(_attach_labels(tmp_path).folder / "model.onnx")

    assert [node.op_type for node in model.graph.node] == ["Mul", "Flatten", "Gemm", "Softmax"]
    assert "old_weight" not in [constant.name for constant in model.graph.initializer]


def test_attachHead_ofLabelsToABundleWithoutProbabilities_addsThem(tmp_path: Path):
    bundle = write_bundle(tmp_path / "bundle", probabilities=False)
    head = write_head(tmp_path / "head", WEIGHT, BIAS, labels=LABELS)

    outputs = _run(attach_head(bundle, head, tmp_path / "out").folder)

    assert outputs["probabilities"].argmax(axis=1).tolist() == LOGITS.argmax(axis=1).tolist()


def test_attachHead_ofAProjection_addsALayerAndMakesItTheEmbedding(tmp_path: Path):
    bundle = write_bundle(tmp_path / "bundle")
    head = write_head(tmp_path / "head", WEIGHT[:2], BIAS[:2])

    attached = attach_head(bundle, head, tmp_path / "out")
    outputs, description = _run(attached.folder), json.loads((attached.folder / "bundle.json").read_text())

    jsonschema.Draft202012Validator(SCHEMA).validate(description)
    np.testing.assert_allclose(outputs["projection"], LOGITS[:, :2])
    np.testing.assert_array_equal(outputs["embedding"], FEATURES)
    assert [layer["layer"] for layer in description["outputs"]["layers"]] == ["pooled", "projection"]
    assert description["outputs"]["embedding"] == "projection"
    assert description["labels"] == OLD_LABELS
    assert outputs["probabilities"].shape == (2, 2)


def test_attachHead_toALayerOfRankFour_flattensIt(tmp_path: Path):
    bundle = write_bundle(tmp_path / "bundle", flat=False, probabilities=False)
    head = write_head(tmp_path / "head", WEIGHT, BIAS)

    outputs = _run(attach_head(bundle, head, tmp_path / "out").folder)

    np.testing.assert_allclose(outputs["projection"], LOGITS)


def test_attachHead_toAResult_replacesTheHeadThatItHas(tmp_path: Path):
    first = _attach_labels(tmp_path)
    again = write_head(tmp_path / "again", -WEIGHT, BIAS, id="wild", labels=LABELS)

    second = attach_head(first.folder, again, tmp_path / "second")

    assert second.id == "tiny-pets-wild"
    expected = (BIAS - FEATURES @ WEIGHT.T).argmax(axis=1)
    assert _run(second.folder)["probabilities"].argmax(axis=1).tolist() == expected.tolist()


def test_attachHead_twice_givesTheSameBytes(tmp_path: Path):
    first = _attach_labels(tmp_path)
    files = {path.name: path.read_bytes() for path in first.folder.iterdir()}

    second = attach_head(tmp_path / "bundle", tmp_path / "head", tmp_path / "second")

    assert files == {path.name: path.read_bytes() for path in second.folder.iterdir()}


@pytest.mark.parametrize(("kind", "kept"), [("labels", True), ("projection", False)])
def test_attachHead_toABundleWithABinarizer_keepsItWhileTheEmbeddingStays(tmp_path: Path, kind: str, kept: bool):
    bundle = write_bundle(tmp_path / "bundle")
    (bundle / "binarizer.json").write_text("{}")
    head = write_head(tmp_path / "head", WEIGHT, BIAS, **({"labels": LABELS} if kind == "labels" else {}))

    attached = attach_head(bundle, head, tmp_path / "out")

    assert (attached.folder / "binarizer.json").exists() == kept


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"layer": "fc6"}, "wants layer fc6; tiny has pooled"),
        ({"kind": "tree"}, "a kind of"),
        ({"id": "My Pets"}, "got 'My Pets'"),
        ({"version": "x" * 64}, "version of the new bundle"),
        ({"labels": LABELS[:3]}, "got 4 outputs, 3 labels"),
        ({"labels": [1, 2, 3, 4]}, "labels that are texts"),
        ({"labels": []}, "labels for kind labels"),
    ],
)
def test_attachHead_ofAWrongDescription_saysWhatIsWrong(tmp_path: Path, change: dict, message: str):
    bundle = write_bundle(tmp_path / "bundle")
    head = write_head(tmp_path / "head", WEIGHT, BIAS, **({"labels": LABELS} | change))

    with pytest.raises(UnexpectedContent, match=message):
        attach_head(bundle, head, tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("weight", "bias", "message"),
    [
        (WEIGHT[:, :2], BIAS, "takes 2 features; layer pooled of tiny has 3"),
        (WEIGHT, BIAS[:3], r"got \(4, 3\) and \(3,\)"),
        (WEIGHT.astype(np.float64), BIAS, "float32, got float64"),
        (np.full_like(WEIGHT, np.inf), BIAS, "finite"),
    ],
)
def test_attachHead_ofWrongWeights_saysWhatIsWrong(tmp_path: Path, weight: np.ndarray, bias: np.ndarray, message: str):
    bundle = write_bundle(tmp_path / "bundle")

    with pytest.raises(UnexpectedContent, match=message):
        attach_head(bundle, write_head(tmp_path / "head", weight, bias), tmp_path / "out")


def test_attachHead_ofAProjectionToAProjection_isRefused(tmp_path: Path):
    bundle = write_bundle(tmp_path / "bundle")
    head = write_head(tmp_path / "head", WEIGHT, BIAS)
    first = attach_head(bundle, head, tmp_path / "out")

    with pytest.raises(UnexpectedContent, match="has a layer projection already"):
        attach_head(first.folder, head, tmp_path / "second")


def test_attachHead_toAChangedModel_namesBothDigests(tmp_path: Path):
    bundle = write_bundle(tmp_path / "bundle")
    (bundle / "model.onnx").write_bytes(b"other")

    with pytest.raises(ChecksumMismatch, match="expected sha256"):
        attach_head(bundle, write_head(tmp_path / "head", WEIGHT, BIAS), tmp_path / "out")


@pytest.mark.parametrize("missing", ["bundle/bundle.json", "bundle/model.onnx", "head/head.json", "head/head.npz"])
def test_attachHead_withoutAFile_namesItsFolder(tmp_path: Path, missing: str):
    bundle, head = write_bundle(tmp_path / "bundle"), write_head(tmp_path / "head", WEIGHT, BIAS)
    (tmp_path / missing).unlink()

    with pytest.raises(UnexpectedContent, match=str(tmp_path / missing.partition("/")[0])):
        attach_head(bundle, head, tmp_path / "out")


def test_attachHead_intoAFolderOfOtherThings_leavesThem(tmp_path: Path):
    bundle, head = write_bundle(tmp_path / "bundle"), write_head(tmp_path / "head", WEIGHT, BIAS)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").touch()

    for out in ("mine", "bundle", "head"):
        before = sorted((tmp_path / out).iterdir())
        with pytest.raises(UnexpectedContent, match="expected"):
            attach_head(bundle, head, tmp_path / out)
        assert sorted((tmp_path / out).iterdir()) == before


def test_attachHead_asCommand_printsTheBundleAsJson(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    bundle, head = write_bundle(tmp_path / "bundle"), write_head(tmp_path / "head", WEIGHT, BIAS)
    options = ["--bundle", str(bundle), "--head", str(head), "--out", str(tmp_path / "out")]

    assert main(["attach-head", *options, "--json"]) == 0

    printed = json.loads(capsys.readouterr().out)["bundle"]
    assert printed["folder"] == str(tmp_path / "out")
    assert printed["sha256"] == sha256_of(tmp_path / "out" / "model.onnx")


def test_attachHead_asCommandOfNothing_exitsWith5AndOneMessage(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    options = ["--bundle", str(tmp_path / "none"), "--head", str(tmp_path), "--out", str(tmp_path / "out")]

    assert main(["attach-head", *options]) == 5

    assert "none is not a bundle" in capsys.readouterr().err


def _attach_labels(folder: Path, **description: str) -> AttachedHead:
    bundle = write_bundle(folder / "bundle")
    return attach_head(bundle, write_head(folder / "head", WEIGHT, BIAS, labels=LABELS, **description), folder / "out")


def _run(folder: Path) -> dict[str, np.ndarray]:
    session = onnxruntime.InferenceSession(folder / "model.onnx", providers=["CPUExecutionProvider"])
    return dict(zip([output.name for output in session.get_outputs()], session.run(None, {"image": IMAGE}), strict=True))
