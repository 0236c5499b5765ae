"""A forward pass of EfficientNet-Lite in plain numpy, from the published table and with batch norm as its own step."""

import math
from dataclasses import dataclass, field

import numpy as np

from tests.parity.numpy_layers import convolve, convolve_depthwise, pad_same

TABLE = (  # kernel side, expansion, channels out, blocks, stride of the first block
    (3, 1, 16, 1, 1),
    (3, 6, 24, 2, 2),
    (5, 6, 40, 2, 2),
    (3, 6, 80, 3, 2),
    (5, 6, 112, 3, 1),
    (5, 6, 192, 4, 2),
    (3, 6, 320, 1, 1),
)


COEFFICIENTS = {  # width and depth, as published
    "efficientnet-lite0": (1.0, 1.0),
    "efficientnet-lite1": (1.0, 1.1),
    "efficientnet-lite2": (1.1, 1.2),
}


def scaled_table(width: float, depth: float) -> list[tuple[int, int, int, int, int]]:
    """The table of another size: channels in multiples of 8 that lose at most a tenth, blocks rounded up in all stages but two."""
    rows = []
    for index, (side, expansion, channels, blocks, stride) in enumerate(TABLE):
        rounded = max(8, int(channels * width + 4) // 8 * 8)
        rounded += 8 if rounded < 0.9 * channels * width else 0
        repeats = blocks if index in (0, len(TABLE) - 1) else math.ceil(blocks * depth)
        rows.append((side, expansion, rounded, repeats, stride))
    return rows


@dataclass
class NumpyNetwork:
    """The weights by their PyTorch names, and the [H, W, C] result of the stem and of each block of the last pass."""

    weights: dict[str, np.ndarray]
    table: list[tuple[int, int, int, int, int]]
    steps: list[np.ndarray] = field(default_factory=list)

    def forward(self, image: np.ndarray) -> dict[str, np.ndarray]:
        """Embedding [1280], logits [1000] and probabilities [1000] of an RGB image [H, W, 3], 0..255."""
        features = self._conv((image - np.float32(127)) / np.float32(128), "_conv_stem", 2)
        self.steps = [_relu6(self._norm(features, "_bn0"))]
        channels, index = 32, 0
        for side, expansion, channels_out, blocks, first_stride in self.table:
            for repeat in range(blocks):
                assert self.weights[f"_blocks.{index}._depthwise_conv.weight"].shape == (channels * expansion, 1, side, side)
                stride = 1 if repeat else first_stride
                block = self._block(self.steps[-1], f"_blocks.{index}.", stride)
                assert block.shape[2] == channels_out
                self.steps.append(block + self.steps[-1] if stride == 1 and channels == channels_out else block)
                channels, index = channels_out, index + 1
        embedding = _relu6(self._norm(self._conv(self.steps[-1], "_conv_head", 1), "_bn1")).mean(axis=(0, 1))
        logits = self.weights["_fc.weight"] @ embedding + self.weights["_fc.bias"]
        return {"embedding": embedding, "logits": logits, "probabilities": _softmax(logits)}

    def _block(self, features: np.ndarray, prefix: str, stride: int) -> np.ndarray:
        if prefix + "_expand_conv.weight" in self.weights:
            features = _relu6(self._norm(self._conv(features, prefix + "_expand_conv", 1), prefix + "_bn0"))
        kernel = self.weights[prefix + "_depthwise_conv.weight"][:, 0].transpose(1, 2, 0)
        features = convolve_depthwise(pad_same(features, len(kernel), stride), kernel, stride)
        features = _relu6(self._norm(features, prefix + "_bn1"))
        return self._norm(self._conv(features, prefix + "_project_conv", 1), prefix + "_bn2")

    def _conv(self, features: np.ndarray, name: str, stride: int) -> np.ndarray:
        kernel = self.weights[name + ".weight"].transpose(2, 3, 1, 0)
        return convolve(pad_same(features, len(kernel), stride), kernel, stride)

    def _norm(self, features: np.ndarray, name: str) -> np.ndarray:
        centred = features - self.weights[name + ".running_mean"]
        deviation = np.sqrt(self.weights[name + ".running_var"] + np.float32(1e-3))
        return centred / deviation * self.weights[name + ".weight"] + self.weights[name + ".bias"]


def _relu6(features: np.ndarray) -> np.ndarray:
    return np.clip(features, 0, 6)


def _softmax(logits: np.ndarray) -> np.ndarray:
    powers = np.exp(logits - logits.max())
    return powers / powers.sum()
