"""Joins a bundle and a trained head to a bundle that needs nothing but the serving engine."""

import json
from dataclasses import dataclass
from pathlib import Path

from sightline_models.bundles import DESCRIPTION_FILE, MODEL_FILE
from sightline_models.derived import refuse_other_content, require_intact, write_derived
from sightline_models.errors import UnexpectedContent
from sightline_models.files import progress
from sightline_models.head_graph import HeadGraph
from sightline_models.heads import Head, read_head, require_name

PROJECTION = "projection"


@dataclass(frozen=True)
class AttachedHead:
    """The bundle that came out: what it calls itself, where it lies, and the SHA-256 of its model."""

    id: str
    version: str
    folder: Path
    sha256: str


def attach_head(bundle: Path, head: Path, out: Path) -> AttachedHead:
    """Writes to `out` the bundle with the head on it.

    A head of kind labels gives the probabilities of its own labels, in place of those that the bundle had, and leaves layers,
    embedding and binarizer as they are. A head of kind projection adds the layer `projection` and makes it the embedding; the
    bundle's binarizer, made for another one, stays behind. The new bundle's id and version name those of both parts.

    Raises a `ModelsError` if either is damaged, if they do not fit, or if `out` holds something that is not a bundle.
    """
    description = _read_description(bundle)
    trained = read_head(head)
    refuse_other_content(out, (bundle, head))
    progress(f"{trained.id}: joining layer {trained.layer} of {bundle}")
    model = _model(bundle, description, trained)
    document = write_derived(out, model, _document(description, trained), bundle if trained.kind == "labels" else None)
    return AttachedHead(document["id"], document["version"], out, document["sha256"])


def _read_description(bundle: Path) -> dict:
    file = bundle / DESCRIPTION_FILE
    try:
        description = json.loads(file.read_text(encoding="utf-8"))
        if description["task"] != "embedding" or not description["outputs"]["layers"]:
            raise UnexpectedContent(f"{file}: expected an embedder, got task {description['task']}")
        require_intact(bundle, description["sha256"])
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise UnexpectedContent(f"{bundle} is not a bundle with layers: {fault!r}") from fault
    return description


def _model(bundle: Path, description: dict, head: Head) -> bytes:
    layer = _layer(description, head)
    graph = HeadGraph((bundle / MODEL_FILE).read_bytes())
    if head.kind == PROJECTION:
        graph.replace_output(PROJECTION)
        graph.add_linear(layer["name"], head.weight, head.bias, PROJECTION)
        graph.add_output(PROJECTION, layer["name"], len(head.bias))
    else:
        probabilities = _probabilities(description)
        graph.replace_output(probabilities)
        logits = graph.free_name("head_logits")
        graph.add_linear(layer["name"], head.weight, head.bias, logits)
        graph.add_softmax(logits, probabilities)
        graph.add_output(probabilities, layer["name"], len(head.bias))
    return graph.to_bytes()


def _layer(description: dict, head: Head) -> dict:
    layers = {layer["layer"]: layer for layer in description["outputs"]["layers"]}
    if head.layer not in layers:
        raise UnexpectedContent(f"head {head.id} wants layer {head.layer}; {description['id']} has {', '.join(layers)}")
    if head.kind == PROJECTION and PROJECTION in layers:
        raise UnexpectedContent(f"{description['id']} has a layer {PROJECTION} already")
    layer = layers[head.layer]
    if layer["dimensions"] != head.weight.shape[1]:
        raise UnexpectedContent(
            f"head {head.id} takes {head.weight.shape[1]} features; layer {head.layer} of {description['id']} "
            f"has {layer['dimensions']}"
        )
    return layer


def _probabilities(description: dict) -> str:
    """The tensor of the new probabilities: named as the old ones, unless those are one of the layers, and stay."""
    name = description["outputs"].get("probabilities", {"name": "probabilities"})["name"]
    is_layer = name in (layer["name"] for layer in description["outputs"]["layers"])
    return f"head_{name}" if is_layer else name


def _document(description: dict, head: Head) -> dict:
    identity = {
        "id": f"{description['id']}-{head.id}",
        "version": f"{description['version']}-{head.version}",
        "licence": _licence(description["licence"], head.licence),
        "source": f"{description['source']}; head {head.id} {head.version}" + (f": {head.source}" if head.source else ""),
    }
    for name in ("id", "version"):
        require_name(identity[name], f"{name} of the new bundle")
    return description | identity | _changed_outputs(description, head)


def _changed_outputs(description: dict, head: Head) -> dict:
    outputs = description["outputs"]
    if head.kind == PROJECTION:
        added = {"layer": PROJECTION, "name": PROJECTION, "dimensions": len(head.bias)}
        return {"outputs": outputs | {"layers": [*outputs["layers"], added], "embedding": PROJECTION}}
    probabilities = {"name": _probabilities(description), "dimensions": len(head.bias)}
    return {
        "outputs": outputs | {"probabilities": probabilities},
        "labelSet": {"id": head.id, "version": head.version},
        "labels": list(head.labels),
    }


def _licence(bundle: str, head: str | None) -> str:
    if head is None or head == bundle:
        return bundle
    return " AND ".join(f"({each})" if " OR " in each else each for each in (bundle, head))
