"""Pictures as a model's input, for those that watch a model run: the pre-processing that its bundle.json describes."""

import math
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps

from sightline_models.errors import UnexpectedContent

PICTURES = {".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp"}


def sample(folder: Path, count: int) -> list[Path]:
    """At most `count` pictures, evenly over all below the folder in the order of their paths."""
    found = sorted(path for path in folder.rglob("*") if path.suffix.lower() in PICTURES)
    if not found:
        raise UnexpectedContent(f"{folder}: expected pictures to calibrate with, got none")
    count = min(count, len(found))
    return [found[number * len(found) // count] for number in range(count)]


class InputPlanes:
    """The input of one bundle, [1, 3, height, width], a picture at a time; what onnxruntime calls a calibration data reader."""

    def __init__(self, spec: dict, pictures: list[Path]) -> None:
        self._spec = spec
        self._pictures: Iterator[Path] = iter(pictures)

    def get_next(self) -> dict[str, np.ndarray] | None:
        picture = next(self._pictures, None)
        return None if picture is None else {self._spec["name"]: planes(self._spec, picture)}


def planes(spec: dict, picture: Path) -> np.ndarray:
    """One picture, upright and on white, [1, 3, height, width] float32."""
    image = _decoded(picture)
    left, top, width, height = _place(spec, image.size)
    frame = Image.new("RGB", (spec["width"], spec["height"]), tuple(spec.get("fill", (0, 0, 0))))
    frame.paste(image.resize((width, height), Image.Resampling.BILINEAR), (left, top))
    channels = np.asarray(frame, np.float32).transpose(2, 0, 1)
    ordered = channels[::-1] if spec["channels"] == "BGR" else channels
    mean, std = (np.array(spec[name], np.float32).reshape(3, 1, 1) for name in ("mean", "std"))
    return ((ordered * np.float32(spec["range"] / 255) - mean) / std)[None].astype(np.float32)


def _decoded(picture: Path) -> Image.Image:
    image = ImageOps.exif_transpose(Image.open(picture)).convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", image.size, "white"), image).convert("RGB")


def _place(spec: dict, size: tuple[int, int]) -> tuple[int, int, int, int]:
    """Left, top, width and height of a picture in the input frame."""
    frame = (spec["width"], spec["height"])
    if spec["resize"] == "stretch":
        return 0, 0, *frame
    scale = min(limit / side for limit, side in zip(frame, size, strict=True))
    width, height = (max(1, min(limit, math.floor(side * scale + 0.5))) for limit, side in zip(frame, size, strict=True))
    return (frame[0] - width) // 2, (frame[1] - height) // 2, width, height
