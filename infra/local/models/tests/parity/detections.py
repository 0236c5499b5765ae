"""Decodes a detector's outputs as bundle.schema.json describes them."""

from dataclasses import dataclass

import numpy as np
from PIL import Image

from tests.parity.runtime import BundleSession

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Detection:
    """A label, its score 0..1 and a box (left, top, right, bottom) in pixels of the picture."""

    label: str
    score: float
    box: Box


def detect(session: BundleSession, picture: Image.Image, min_score: float) -> list[Detection]:
    """What the detector sees, best first, without overlapping boxes of one label."""
    outputs = session.run(session.tensor(picture))
    _, (scale_x, scale_y, left, top) = session.placed(picture)
    kept: list[Detection] = []
    for label, score, box in sorted(_candidates(session, outputs, min_score), key=lambda found: -found[1]):
        in_picture = tuple((box - (left, top, left, top)) / (scale_x, scale_y, scale_x, scale_y))
        if all(other.label != label or overlap(other.box, in_picture) < 0.6 for other in kept):
            kept.append(Detection(label, score, in_picture))
    return kept


def overlap(first: Box, second: Box) -> float:
    """Intersection over union, 0..1."""
    width = min(first[2], second[2]) - max(first[0], second[0])
    height = min(first[3], second[3]) - max(first[1], second[1])
    shared = max(width, 0) * max(height, 0)
    areas = [(box[2] - box[0]) * (box[3] - box[1]) for box in (first, second)]
    return shared / (sum(areas) - shared)


def _candidates(session: BundleSession, outputs: dict[str, np.ndarray], min_score: float) -> list[tuple]:
    if session.description["outputs"]["decoder"] == "boxes":
        return _rows(session.description, outputs, min_score)
    return _cells(session.description, outputs, min_score)


def _rows(description: dict, outputs: dict[str, np.ndarray], min_score: float) -> list[tuple]:
    """Of boxes that the model has decoded itself: left, top, right, bottom in input pixels."""
    names = description["outputs"]
    assert (names["order"], names["units"]) == ("ltrb", "pixels")
    rows = zip(outputs[names["boxes"]][0], outputs[names["scores"]][0], outputs[names["classes"]][0], strict=True)
    labels = description["labels"]
    return [(labels[int(label) - names["firstLabel"]], float(score), box) for box, score, label in rows if score >= min_score]


def _cells(description: dict, outputs: dict[str, np.ndarray], min_score: float) -> list[tuple]:
    """Of NanoDet's distances from the cells of its grids."""
    found = []
    for level in description["outputs"]["levels"]:
        scores = outputs[level["scores"]][0]
        boxes = _boxes(outputs[level["distances"]][0], level["stride"], description)
        for cell, label in zip(*np.nonzero(scores >= min_score), strict=True):
            found.append((description["labels"][label], float(scores[cell, label]), boxes[cell]))
    return found


def _boxes(logits: np.ndarray, stride: int, description: dict) -> np.ndarray:
    """[cells, 4] boxes (left, top, right, bottom) in pixels of the model's input."""
    bins, columns = description["outputs"]["bins"], description["input"]["width"] // stride
    powers = np.exp(logits.reshape(-1, 4, bins))
    distances = (powers @ np.arange(bins)) / powers.sum(axis=2) * stride
    cells = np.arange(len(logits))
    centres = np.stack([cells % columns, cells // columns], axis=1) * stride + stride / 2
    return np.concatenate([centres - distances[:, :2], centres + distances[:, 2:]], axis=1)
