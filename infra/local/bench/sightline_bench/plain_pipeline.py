"""A peer: what one would write by hand in Python around the same two ONNX models and their pre-processing in bundle.json.

Decoding and resizing by Pillow, networks by onnxruntime, boxes by numpy. Transparent pixels are put on white, as Sightline does.
"""

import io
import json
import math
from pathlib import Path

import numpy as np
import onnxruntime
from PIL import Image, ImageOps

MAX_PROPOSALS = 100
MAX_OBJECTS = 10
MAX_OVERLAP = 0.6
MAX_OVERLAP_OF_CATEGORIES = 0.85
MIN_SIDE = 0.05
EDGE_ROUNDING = 1e-6


class Model:
    """One bundle: its description, and a session that all threads share."""

    def __init__(self, folder: Path, threads: int) -> None:
        self.resize = resize
        self.bundle = json.loads((folder / "bundle.json").read_text())
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(folder / "model.onnx", options, providers=["CPUExecutionProvider"])
        spec = self.bundle["input"]
        self.size = (spec["width"], spec["height"])
        self.mean = np.array(spec["mean"], np.float32).reshape(3, 1, 1)
        self.std = np.array(spec["std"], np.float32).reshape(3, 1, 1)

    def place(self, image: Image.Image) -> tuple[int, int, int, int]:
        """Left, top, width and height of the image in the input frame."""
        if self.bundle["input"]["resize"] == "stretch":
            return 0, 0, *self.size
        scale = min(self.size[0] / image.width, self.size[1] / image.height)
        width, height = (max(1, min(side, math.floor(own * scale + 0.5))) for own, side in zip(image.size, self.size, strict=True))
        return (self.size[0] - width) // 2, (self.size[1] - height) // 2, width, height

    def planes(self, image: Image.Image) -> np.ndarray:
        spec = self.bundle["input"]
        left, top, width, height = self.place(image)
        frame = Image.new("RGB", self.size, tuple(spec.get("fill", (0, 0, 0))))
        frame.paste(self.resize(image, (width, height)), (left, top))
        channels = np.asarray(frame, np.float32).transpose(2, 0, 1)
        if spec["channels"] == "BGR":
            channels = channels[::-1]
        return (channels * (spec["range"] / 255) - self.mean) / self.std

    def run(self, images: list[Image.Image], names: list[str]) -> list[np.ndarray]:
        return self.session.run(names, {self.bundle["input"]["name"]: np.stack([self.planes(image) for image in images])})


class PlainPipeline:
    """Detector and embedder; safe for several threads."""

    def __init__(self, models: Path, threads: int) -> None:
        self.detector = Model(models / "nanodet", threads)
        self.embedder = Model(models / "efficientnet-lite0", threads)

    def analyze(self, content: bytes) -> tuple[np.ndarray, list[tuple[float, float, float, float]]]:
        """Unit vectors of the whole image and of its objects, in this order, and the objects' boxes in fractions of the image."""
        image = decode(content)
        boxes = self.boxes(image)
        views = [image, *(image.crop(pixels(box, image)) for box in boxes)]
        outputs = self.embedder.bundle["outputs"]
        layer = next(layer for layer in outputs["layers"] if layer["layer"] == outputs["embedding"])
        vectors = self.embedder.run(views, [layer["name"], outputs["probabilities"]["name"]])[0]
        return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12), boxes

    def boxes(self, image: Image.Image) -> list[tuple[float, float, float, float]]:
        outputs = self.detector.bundle["outputs"]
        names = [name for level in outputs["levels"] for name in (level["scores"], level["distances"])]
        tensors = dict(zip(names, self.detector.run([image], names), strict=True))
        proposals = np.concatenate([self.level(level, tensors) for level in outputs["levels"]])
        proposals = proposals[np.argsort(-proposals[:, 1], kind="stable")][:MAX_PROPOSALS]
        left, top, width, height = self.detector.place(image)
        kept = []
        for _, _, x1, y1, x2, y2 in suppressed(proposals):
            box = [
                np.clip(edge, 0, 1) for edge in ((x1 - left) / width, (y1 - top) / height, (x2 - left) / width, (y2 - top) / height)
            ]
            if min(box[2] - box[0], box[3] - box[1]) >= MIN_SIDE:
                kept.append(tuple(float(edge) for edge in box))
        return kept[:MAX_OBJECTS]

    def level(self, level: dict, tensors: dict[str, np.ndarray]) -> np.ndarray:
        """Rows of category, score and edges of the cells above the floor."""
        bins, stride = self.detector.bundle["outputs"]["bins"], level["stride"]
        columns = math.ceil(self.detector.size[0] / stride)
        labels = len(self.detector.bundle["labels"])
        scores = tensors[level["scores"]].reshape(-1, labels)
        best = scores.argmax(axis=1)
        surest = scores[np.arange(len(scores)), best]
        cells = np.nonzero(surest >= self.detector.bundle["minConfidence"])[0]
        logits = tensors[level["distances"]].reshape(-1, 4, bins)[cells].astype(np.float64)
        weights = np.exp(logits - logits.max(axis=2, keepdims=True))
        distances = (weights * np.arange(bins)).sum(axis=2) / weights.sum(axis=2) * stride
        x, y = (cells % columns + 0.5) * stride, (cells // columns + 0.5) * stride
        edges = [x - distances[:, 0], y - distances[:, 1], x + distances[:, 2], y + distances[:, 3]]
        return np.stack([best[cells], surest[cells], *edges], axis=1)


def resize(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """By Pillow, which rounds to 8 bits between its two passes."""
    return image.resize(size, Image.Resampling.BILINEAR)


def resize_without_rounding(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """As Sightline resizes, rounded at the end only; several times slower in Pillow."""
    bands = [np.asarray(band.convert("F").resize(size, Image.Resampling.BILINEAR)) for band in image.split()]
    return Image.fromarray(np.floor(np.clip(np.stack(bands, axis=2), 0, 255) + 0.5).astype(np.uint8))


def decode(content: bytes) -> Image.Image:
    image = ImageOps.exif_transpose(Image.open(io.BytesIO(content)))
    if image.has_transparency_data:
        image = image.convert("RGBA")
        ground = Image.new("RGBA", image.size, "white")
        return Image.alpha_composite(ground, image).convert("RGB")
    return image.convert("RGB")


def pixels(box: tuple[float, float, float, float], image: Image.Image) -> tuple[int, int, int, int]:
    """The pixels that a box touches, as Sightline rounds."""
    left = min(math.floor(box[0] * image.width + EDGE_ROUNDING), image.width - 1)
    top = min(math.floor(box[1] * image.height + EDGE_ROUNDING), image.height - 1)
    right = min(max(math.ceil(box[2] * image.width - EDGE_ROUNDING), left + 1), image.width)
    bottom = min(max(math.ceil(box[3] * image.height - EDGE_ROUNDING), top + 1), image.height)
    return left, top, right, bottom


def suppressed(proposals: np.ndarray) -> list[np.ndarray]:
    """Greedy, the surest first, with one limit within a category and another between two."""
    kept: list[np.ndarray] = []
    for candidate in proposals:
        if all(overlap(surer, candidate) <= limit(surer, candidate) for surer in kept):
            kept.append(candidate)
    return kept


def limit(one: np.ndarray, other: np.ndarray) -> float:
    return MAX_OVERLAP if one[0] == other[0] else MAX_OVERLAP_OF_CATEGORIES


def overlap(one: np.ndarray, other: np.ndarray) -> float:
    width = min(one[4], other[4]) - max(one[2], other[2])
    height = min(one[5], other[5]) - max(one[3], other[3])
    if width <= 0 or height <= 0:
        return 0
    shared = width * height
    return shared / (area(one) + area(other) - shared)


def area(row: np.ndarray) -> float:
    return max(0, row[4] - row[2]) * max(0, row[5] - row[3])
