"""Photographs that ship in packages, and stamps of the corpus placed on a plain background."""

import io
import zipfile
from pathlib import Path

from PIL import Image

from sightline_models.downloads import fetch
from sightline_models.packages import SCIKIT_IMAGE


def photograph(name: str, downloads: Path) -> Image.Image:
    """A photograph of scikit-image's data, RGB."""
    with zipfile.ZipFile(fetch(SCIKIT_IMAGE, downloads)) as archive:
        return Image.open(io.BytesIO(archive.read(f"skimage/data/{name}"))).convert("RGB")


def stamp_on_white(corpus: Path, file: str) -> Image.Image:
    """A stamp of the corpus in its own size, RGB."""
    return scene((corpus, file), (0, 0), background="white")[0]


def scene(
    stamp: tuple[Path, str], corner: tuple[int, int], size: tuple[int, int] | None = None, background: str = "lightgrey"
) -> tuple[Image.Image, tuple[int, int, int, int]]:
    """A stamp with its upper left corner at `corner`, and the box (left, top, right, bottom in pixels) of what it shows."""
    cutout = Image.open(stamp[0] / stamp[1]).convert("RGBA")
    picture = Image.new("RGB", size or cutout.size, background)
    picture.paste(cutout, corner, cutout)
    left, top, right, bottom = cutout.getchannel("A").point(lambda alpha: 255 * (alpha > 64)).getbbox()
    return picture, (corner[0] + left, corner[1] + top, corner[0] + right, corner[1] + bottom)
