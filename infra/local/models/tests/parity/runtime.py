"""Runs a bundle as any reader of bundle.json would: nothing here knows which model it is."""

import json
from pathlib import Path

import numpy as np
import onnxruntime
from PIL import Image


class BundleSession:
    """A loaded bundle."""

    def __init__(self, folder: Path):
        self.description = json.loads((folder / "bundle.json").read_text(encoding="utf-8"))
        self._session = onnxruntime.InferenceSession(folder / "model.onnx", providers=["CPUExecutionProvider"])
        self._names = [output.name for output in self._session.get_outputs()]

    def run(self, images: np.ndarray) -> dict[str, np.ndarray]:
        """The outputs by name for float32 images [N, C, H, W]."""
        return dict(zip(self._names, self._session.run(None, {self.description["input"]["name"]: images}), strict=True))

    def tensor(self, picture: Image.Image) -> np.ndarray:
        """A picture as the model's input, float32 [1, 3, height, width]."""
        spec = self.description["input"]
        placed, _ = self.placed(picture)
        pixels = np.asarray(placed, np.float32) * np.float32(spec["range"] / 255)
        if spec["channels"] == "BGR":
            pixels = pixels[:, :, ::-1]
        normal = (pixels - np.array(spec["mean"], np.float32)) / np.array(spec["std"], np.float32)
        return np.ascontiguousarray(normal.transpose(2, 0, 1)[None])

    def placed(self, picture: Image.Image) -> tuple[Image.Image, tuple[float, float, float, float]]:
        """The picture in the model's size, and x scale, y scale, left and top of where it lies there."""
        spec = self.description["input"]
        scale_x, scale_y = spec["width"] / picture.width, spec["height"] / picture.height
        if spec["resize"] == "stretch":
            resized = picture.resize((spec["width"], spec["height"]), Image.Resampling.BILINEAR)
            return resized, (scale_x, scale_y, 0, 0)
        scale = min(scale_x, scale_y)
        size = (round(picture.width * scale), round(picture.height * scale))
        left, top = (spec["width"] - size[0]) // 2, (spec["height"] - size[1]) // 2
        fill = spec["fill"] if spec["channels"] == "RGB" else spec["fill"][::-1]
        canvas = Image.new("RGB", (spec["width"], spec["height"]), tuple(fill))
        canvas.paste(picture.resize(size, Image.Resampling.BILINEAR), (left, top))
        return canvas, (scale, scale, left, top)
