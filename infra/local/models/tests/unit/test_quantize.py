import json
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
from PIL import Image

from sightline_models.__main__ import main
from sightline_models.calibration import planes, sample
from sightline_models.errors import ChecksumMismatch, UnexpectedContent
from sightline_models.files import sha256_of
from sightline_models.quantize import quantize
from tests.tiny import write_bundle

COLORS = [(250, 10, 90), (20, 200, 60), (130, 130, 130), (0, 0, 255)]


def test_quantize_aBundle_givesNearlyTheSameFeatures(tmp_path: Path):
    bundle = write_bundle(tmp_path / "bundle")
    pictures = _pictures(tmp_path / "pictures")

    quantized = quantize(bundle, pictures, tmp_path / "out", 4)

    assert "QuantizeLinear" in [node.op_type for node in onnx.load(quantized.folder / "model.onnx").graph.node]
    spec = json.loads((bundle / "bundle.json").read_text())["input"]
    for picture in sample(pictures, 4):
        image = planes(spec, picture)
        before, after = (_run(folder, image) for folder in (bundle, quantized.folder))
        np.testing.assert_allclose(after["embedding"], before["embedding"], atol=0.02)


def test_quantize_aBundle_keepsWhatItSaysButItsName(tmp_path: Path):
    bundle = write_bundle(tmp_path / "bundle")
    (bundle / "binarizer.json").write_text("{}")

    quantized = quantize(bundle, _pictures(tmp_path / "pictures"), tmp_path / "out", 2)

    before, after = (json.loads((folder / "bundle.json").read_text()) for folder in (bundle, quantized.folder))
    assert (after["id"], after["version"]) == (quantized.id, quantized.version) == ("tiny-int8", "1-int8")
    assert after["sha256"] == quantized.sha256 == sha256_of(quantized.folder / "model.onnx")
    assert quantized.pictures == 2
    changed = {"id", "version", "sha256"}
    assert {key: after[key] for key in after.keys() - changed} == {key: before[key] for key in before.keys() - changed}
    assert (quantized.folder / "binarizer.json").read_text() == "{}"


def test_quantize_aBundleOfEightBits_saysThatItIsOne(tmp_path: Path):
    pictures = _pictures(tmp_path / "pictures")
    quantized = quantize(write_bundle(tmp_path / "bundle"), pictures, tmp_path / "out", 1)

    with pytest.raises(UnexpectedContent, match="expected a bundle of float32, got tiny-int8 1-int8"):
        quantize(quantized.folder, pictures, tmp_path / "again", 1)


def test_quantize_aChangedModel_namesBothDigests(tmp_path: Path):
    bundle = write_bundle(tmp_path / "bundle")
    with (bundle / "model.onnx").open("ab") as model:
        model.write(b"x")

    with pytest.raises(ChecksumMismatch, match="expected sha256"):
        quantize(bundle, _pictures(tmp_path / "pictures"), tmp_path / "out", 1)


def test_quantize_withoutPictures_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    bundle = write_bundle(tmp_path / "bundle")
    (tmp_path / "empty").mkdir()

    options = ["--bundle", str(bundle), "--pictures", str(tmp_path / "empty"), "--out", str(tmp_path / "out")]

    assert main(["quantize", *options]) == UnexpectedContent.exit_code
    assert "expected pictures to calibrate with, got none" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_planes_ofATransparentPicture_liesOnWhiteInTheMiddle(tmp_path: Path):
    picture = tmp_path / "wide.png"
    Image.new("RGBA", (4, 2), (0, 0, 0, 0)).save(picture)
    spec = {"name": "image", "width": 4, "height": 4, "channels": "BGR", "resize": "letterbox", "fill": [1, 2, 3]}

    channels = planes(spec | {"mean": [3, 2, 1], "std": [2, 1, 1], "range": 255}, picture)

    blue, green, red = channels[0]
    np.testing.assert_array_equal(blue[:, 0], [0, 126, 126, 0])
    np.testing.assert_array_equal(green[:, 0], [0, 253, 253, 0])
    np.testing.assert_array_equal(red[:, 0], [0, 254, 254, 0])


def test_sample_ofMoreThanThereAre_takesAll(tmp_path: Path):
    pictures = _pictures(tmp_path / "pictures")

    assert [path.name for path in sample(pictures, 9)] == ["0.png", "1.png", "2.png", "3.png"]
    assert [path.name for path in sample(pictures, 2)] == ["0.png", "2.png"]


def _pictures(folder: Path) -> Path:
    folder.mkdir()
    for number, color in enumerate(COLORS):
        Image.new("RGB", (8, 8), color).save(folder / f"{number}.png")
    return folder


def _run(folder: Path, image: np.ndarray) -> dict[str, np.ndarray]:
    session = onnxruntime.InferenceSession(folder / "model.onnx", providers=["CPUExecutionProvider"])
    names = [output.name for output in session.get_outputs()]
    return dict(zip(names, session.run(names, {"image": image}), strict=True))
