"""The model bundles: how each is built, and the digests that it must have."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

MODEL_FILE = "model.onnx"
DESCRIPTION_FILE = "bundle.json"
BINARIZER_FILE = "binarizer.json"
_BINARIZERS = Path(__file__).parent / "binarizers"


@dataclass(frozen=True)
class Bundle:
    """One bundle, named like its folder.

    `build` takes the download cache and returns the model file and the description (see bundle.schema.json), the latter
    without the model's digest. `pinned` holds the SHA-256 of each of the two files. `binarizer`, if there is one, is the
    file of thresholds that were fitted to this model's features (docs/evaluation.md says how).
    """

    id: str
    build: Callable[[Path], tuple[bytes, dict]]
    pinned: dict[str, str]
    binarizer: Path | None = None


# The functions import what they need when they are called, so that a verified second run needs neither numpy nor onnx.


def _build_lite0(cache: Path) -> tuple[bytes, dict]:
    from sightline_models import efficientnet_lite

    return efficientnet_lite.build(efficientnet_lite.LITE0, cache)


def _build_lite1(cache: Path) -> tuple[bytes, dict]:
    from sightline_models import efficientnet_lite

    return efficientnet_lite.build(efficientnet_lite.LITE1, cache)


def _build_lite2(cache: Path) -> tuple[bytes, dict]:
    from sightline_models import efficientnet_lite

    return efficientnet_lite.build(efficientnet_lite.LITE2, cache)


def _build_nanodet(cache: Path) -> tuple[bytes, dict]:
    from sightline_models import nanodet

    return nanodet.build(cache)


def _build_centernet(cache: Path) -> tuple[bytes, dict]:
    from sightline_models import centernet

    return centernet.build(cache)


BUNDLES = (
    Bundle(
        "efficientnet-lite0",
        _build_lite0,
        {
            MODEL_FILE: "4f6d37530cd381525202ee0e27a99aaa86fde23b86eef9f52556b6f0e25d0dfa",
            DESCRIPTION_FILE: "0d11c57acf1d1c5e7002bb4b01b10e24ed08c8dfa79e35f07a2baca6ee53a852",
        },
        _BINARIZERS / "efficientnet-lite0.json",
    ),
    Bundle(
        "efficientnet-lite1",
        _build_lite1,
        {
            MODEL_FILE: "22fd491096fd702065544f1b43336b48fafa1ac3c190cc79d730a02a4fd33be9",
            DESCRIPTION_FILE: "16f71a06fe71936f0169b29e9267ace7db0dfb27a8220c8c3d361bf10bda4c2d",
        },
    ),
    Bundle(
        "efficientnet-lite2",
        _build_lite2,
        {
            MODEL_FILE: "4545d4967085751e43e2f525cae65599390d8932c7d0aea8f6217778dd72a207",
            DESCRIPTION_FILE: "f1f2fbc2cd9bfb8bdef3f217fc4c80639533e94ef34dd47b585e6118cc80d423",
        },
    ),
    Bundle(
        "nanodet",
        _build_nanodet,
        {
            MODEL_FILE: "bcaf4fee0a52c953e7531082f6b988b5d03b07d132007e011282122b779c83dc",
            DESCRIPTION_FILE: "b9425ee25280a14d322bc6278ac092b5e7702594594ea290a33ff3a44e571acd",
        },
    ),
    Bundle(
        "centernet",
        _build_centernet,
        {
            MODEL_FILE: "baf3f4d06581b173065cb1685b7048a7beb1ed6e531e3d2f5e11e63c20cfb2ee",
            DESCRIPTION_FILE: "e72e297af8bb0376093dcf9147b7f1c595dfbb4787761e7b0f75be5b54d1c6f2",
        },
    ),
)
DEFAULT_BUNDLES = tuple(bundle for bundle in BUNDLES if bundle.id in ("efficientnet-lite0", "nanodet"))
