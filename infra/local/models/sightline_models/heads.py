"""Reads a trained head: one linear layer to be put on top of a layer of an embedder."""

import json
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from sightline_models.errors import UnexpectedContent

WEIGHTS_FILE = "head.npz"
DESCRIPTION_FILE = "head.json"
KINDS = ("labels", "projection")
_NAME = re.compile(r"[a-z0-9][a-z0-9.-]{0,63}")


@dataclass(frozen=True)
class Head:
    """output = weight x features + bias, on the raw values of the embedder's layer `layer`.

    `weight` is float32 [outputs, features], `bias` float32 [outputs]. Kind `labels`: the outputs are logits, one for each of
    `labels`, a temperature already in them. Kind `projection`: they are an embedding, and there are no labels.
    """

    kind: str
    id: str
    version: str
    layer: str
    labels: tuple[str, ...]
    licence: str | None
    source: str | None
    weight: np.ndarray
    bias: np.ndarray


def read_head(folder: Path) -> Head:
    """The head in a folder.

    Raises `UnexpectedContent` if a file is missing or not what it should be; the message names the file.
    """
    description = _read_description(folder / DESCRIPTION_FILE)
    weight, bias = _read_weights(folder / WEIGHTS_FILE)
    head = Head(weight=weight, bias=bias, **description)
    if head.labels and len(head.labels) != len(weight):
        raise UnexpectedContent(f"{folder}: expected one output a label, got {len(weight)} outputs, {len(head.labels)} labels")
    return head


def _read_description(file: Path) -> dict:
    try:
        document = json.loads(file.read_text(encoding="utf-8"))
        description = {name: document[name] for name in ("kind", "id", "version", "layer")}
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise UnexpectedContent(f"{file} does not describe a head: {fault!r}") from fault
    _require(description["kind"] in KINDS, file, f"a kind of {KINDS}, got {description['kind']}")
    for name in ("id", "version", "layer"):
        require_name(description[name], f"{file}: {name}")
    labels = document.get("labels", [])
    _require(isinstance(labels, list) and all(isinstance(label, str) and label for label in labels), file, "labels that are texts")
    _require(bool(labels) == (description["kind"] == "labels"), file, "labels for kind labels, and only for it")
    return description | {"labels": tuple(labels), "licence": document.get("licence"), "source": document.get("source")}


def _read_weights(file: Path) -> tuple[np.ndarray, np.ndarray]:
    try:
        with np.load(file, allow_pickle=False) as arrays:
            weight, bias = arrays["weight"], arrays["bias"]
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as fault:
        raise UnexpectedContent(f"{file} does not hold the arrays weight and bias: {fault!r}") from fault
    fits = weight.ndim == 2 and weight.size > 0 and bias.shape == weight.shape[:1]
    _require(fits, file, f"weight [outputs, features] and bias [outputs], got {weight.shape} and {bias.shape}")
    _require(weight.dtype == bias.dtype == np.float32, file, f"float32, got {weight.dtype} and {bias.dtype}")
    _require(bool(np.isfinite(weight).all() and np.isfinite(bias).all()), file, "finite numbers")
    return weight, bias


def require_name(name: object, what: str) -> None:
    """Refuses what bundle.schema.json does not take for a name."""
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise UnexpectedContent(f"{what}: expected up to 64 of a-z, 0-9, dot and hyphen, got {name!r}")


def _require(condition: bool, file: Path, expected: str) -> None:
    if not condition:
        raise UnexpectedContent(f"{file}: expected {expected}")
