"""The pictures that are uploaded: the corpus, and photos of twelve million pixels."""

import uuid
from pathlib import Path

LARGE = (4000, 3000)
SEED = 7


def sample(folder: Path, count: int) -> list[Path]:
    """Pictures evenly over the folder, in the order of their paths, as the Java part takes them."""
    pictures = sorted((path for path in folder.rglob("*") if path.suffix in {".png", ".jpg", ".jpeg", ".webp"}), key=str)
    count = min(count, len(pictures))
    return [pictures[i * len(pictures) // count] for i in range(count)]


def small(corpus: Path, folder: Path, count: int) -> list[Path]:
    """Copies of pictures of the corpus, each with bytes of its own behind its end, so that no feature record is used again."""
    copies = []
    for number, picture in enumerate(sample(corpus, count)):
        target = folder / picture.parent.name / f"{number}-{picture.name}"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(picture.read_bytes() + uuid.uuid4().bytes)
        copies.append(target)
    return copies


def large(corpus: Path, folder: Path, count: int) -> list[Path]:
    """JPEG files of 12 million pixels: pictures of the corpus on a ground of noise, so that they compress as photos do."""
    import numpy as np
    from PIL import Image

    random = np.random.default_rng(SEED)
    folder.mkdir(parents=True, exist_ok=True)
    photos = []
    for number, picture in enumerate(sample(corpus, count)):
        ground = Image.fromarray(random.integers(90, 140, (LARGE[1], LARGE[0], 3), dtype=np.uint8))
        stamp = Image.open(picture).convert("RGBA").resize((2400, 2400))
        ground.paste(stamp, (800, 300), stamp)
        target = folder / f"{number}.jpg"
        ground.save(target, quality=85)
        photos.append(target)
    return photos


def renewed(files: list[Path]) -> None:
    """Gives each file other bytes behind its end: another image for Sightline, with the same pixels."""
    for file in files:
        with file.open("ab") as end:
            end.write(uuid.uuid4().bytes)


def kind(file: Path) -> str:
    return {".png": "image/png", ".webp": "image/webp"}.get(file.suffix, "image/jpeg")
