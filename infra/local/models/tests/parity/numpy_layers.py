"""Neural network layers in plain numpy: slow, short, and written without looking at the converters."""

import numpy as np


def convolve(image: np.ndarray, kernel: np.ndarray, stride: int) -> np.ndarray:
    """VALID convolution of an [H, W, C] image with a [KH, KW, C, O] kernel."""
    windows = _windows(image, kernel.shape[:2], stride)
    return np.einsum("yxcij,ijco->yxo", windows, kernel, optimize=True)


def convolve_depthwise(image: np.ndarray, kernel: np.ndarray, stride: int) -> np.ndarray:
    """VALID convolution of each channel of an [H, W, C] image with its own slice of a [KH, KW, C] kernel."""
    windows = _windows(image, kernel.shape[:2], stride)
    return np.einsum("yxcij,ijc->yxc", windows, kernel, optimize=True)


def max_pool(image: np.ndarray, side: int, stride: int) -> np.ndarray:
    """VALID max pooling of an [H, W, C] image."""
    return _windows(image, (side, side), stride).max(axis=(3, 4))


def pad_same(image: np.ndarray, side: int, stride: int, fill: float = 0) -> np.ndarray:
    """Fill around an [H, W, C] image so that a window of `side` fits ceil(size / stride) times; the odd one goes last."""
    widths = []
    for size in image.shape[:2]:
        total = max((-(-size // stride) - 1) * stride + side - size, 0)
        widths.append((total // 2, total - total // 2))
    return np.pad(image, [*widths, (0, 0)], constant_values=fill)


def resize_bilinear(image: np.ndarray, size: tuple[int, int], centre: float) -> np.ndarray:
    """Bilinear interpolation of an [H, W, C] image, without smoothing; a pixel's value lies at `centre` 0..1 of the pixel."""
    return _interpolate(_interpolate(image, size[0], 0, centre), size[1], 1, centre)


def _interpolate(image: np.ndarray, size: int, axis: int, centre: float) -> np.ndarray:
    old = image.shape[axis]
    position = np.clip((np.arange(size, dtype=np.float32) + centre) * (old / size) - centre, 0, old - 1)
    lower = np.floor(position).astype(int)
    upper = np.minimum(lower + 1, old - 1)
    weight = (position - lower).reshape([-1 if index == axis else 1 for index in range(3)])
    return np.take(image, lower, axis) * (1 - weight) + np.take(image, upper, axis) * weight


def _windows(image: np.ndarray, shape: tuple[int, int], stride: int) -> np.ndarray:
    """[OH, OW, C, KH, KW] views of an [H, W, C] image."""
    return np.lib.stride_tricks.sliding_window_view(image, shape, axis=(0, 1))[::stride, ::stride]
