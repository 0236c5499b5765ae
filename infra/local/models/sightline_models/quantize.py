"""Makes the 8-bit variant of a bundle: weights and activations as integers, where processors count those several times as fast."""

import json
import tempfile
from dataclasses import dataclass
from pathlib import Path

from onnxruntime.quantization import QuantFormat, QuantType, quantize_static

from sightline_models.bundles import DESCRIPTION_FILE, MODEL_FILE
from sightline_models.calibration import InputPlanes, sample
from sightline_models.derived import refuse_other_content, require_intact, write_derived
from sightline_models.errors import UnexpectedContent
from sightline_models.files import progress

SUFFIX = "int8"
LAYOUT = "NCHW"


@dataclass(frozen=True)
class QuantizedBundle:
    """The bundle that came out: what it calls itself, where it lies, its model's SHA-256, and how many pictures calibrated it."""

    id: str
    version: str
    folder: Path
    sha256: str
    pictures: int


def quantize(bundle: Path, pictures: Path, out: Path, count: int) -> QuantizedBundle:
    """Writes to `out` the bundle with weights of 8 bits a channel of their own, and activations of 8 bits a tensor.

    The range of each activation is the least and the greatest value that `count` pictures, evenly drawn from the folder, give it.
    Inputs and outputs stay float32, so nothing else of the bundle changes; id and version end in -int8, since the same picture
    gets other features. A binarizer comes along: it was fitted to features that differ little, and may be calibrated anew.

    Raises a `ModelsError` if the bundle is damaged, if there is no picture, or if `out` holds something that is not a bundle.
    """
    description = _description(bundle)
    refuse_other_content(out, (bundle, pictures))
    chosen = sample(pictures, count)
    progress(f"{description['id']}: calibrating 8 bits with {len(chosen)} pictures of {pictures}")
    model = _model(bundle / MODEL_FILE, description["input"], chosen)
    document = write_derived(out, model, description | _identity(description), bundle)
    return QuantizedBundle(document["id"], document["version"], out, document["sha256"], len(chosen))


def _description(bundle: Path) -> dict:
    try:
        description = json.loads((bundle / DESCRIPTION_FILE).read_text(encoding="utf-8"))
        layout = description["input"]["layout"]
        require_intact(bundle, description["sha256"])
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise UnexpectedContent(f"{bundle} is not a bundle: {fault!r}") from fault
    if layout != LAYOUT:
        raise UnexpectedContent(f"{bundle}: expected an input of layout {LAYOUT}, got {layout}")
    if description["version"].endswith(f"-{SUFFIX}"):
        raise UnexpectedContent(f"{bundle}: expected a bundle of float32, got {description['id']} {description['version']}")
    return description


def _model(model: Path, spec: dict, pictures: list[Path]) -> bytes:
    with tempfile.TemporaryDirectory() as work:
        written = Path(work) / MODEL_FILE
        quantize_static(
            model,
            written,
            InputPlanes(spec, pictures),
            quant_format=QuantFormat.QDQ,
            per_channel=True,
            activation_type=QuantType.QUInt8,
            weight_type=QuantType.QInt8,
        )
        return written.read_bytes()


def _identity(description: dict) -> dict:
    return {name: f"{description[name]}-{SUFFIX}" for name in ("id", "version")}
