"""Small graphs of one or two operations, converted, against the same operations in plain numpy."""

import numpy as np
import onnxruntime
import pytest

from sightline_models.errors import UnexpectedContent
from sightline_models.onnx_graph import OnnxGraph
from sightline_models.tfjs_graph import TfGraph, TfNode
from sightline_models.tfjs_onnx import Tensor, TfjsConverter
from tests.parity import numpy_tfjs

SIDE = 7
RANDOM = np.random.default_rng(3)
IMAGES = RANDOM.normal(0, 3, (2, SIDE, SIDE, 4)).astype(np.float32)
CONSTANTS = {
    "kernel": RANDOM.normal(size=(3, 3, 4, 5)).astype(np.float32),
    "channels": RANDOM.normal(size=(5, 5, 4, 1)).astype(np.float32),
    "bias4": RANDOM.normal(size=4).astype(np.float32),
    "bias5": RANDOM.normal(size=5).astype(np.float32),
    "three": np.float32(3),
    "both": np.array([1, 2], np.int32),
    "one": np.array(1, np.int32),
    "last": np.array(3, np.int32),
    "larger": np.array([14, 14], np.int32),
}
SAME2 = {"padding": "SAME", "strides": [1, 2, 2, 1], "dilations": [1, 1, 1, 1]}
VALID1 = {"padding": "VALID", "strides": [1, 1, 1, 1], "dilations": [1, 1, 1, 1]}


@pytest.mark.parametrize(
    "node",
    [
        TfNode("Conv2D", ("image", "kernel"), SAME2),
        TfNode("_FusedConv2D", ("image", "kernel", "bias5"), VALID1 | {"fused_ops": ["BiasAdd"]}),
        TfNode("_FusedConv2D", ("image", "kernel", "bias5"), SAME2 | {"fused_ops": ["BiasAdd", "Relu"]}),
        TfNode("DepthwiseConv2dNative", ("image", "channels"), SAME2),
        TfNode("FusedDepthwiseConv2dNative", ("image", "channels", "bias4"), SAME2 | {"fused_ops": ["BiasAdd", "Relu"]}),
        TfNode("MaxPool", ("image",), SAME2 | {"ksize": [1, 3, 3, 1]}),
        TfNode("Mean", ("image", "both"), {"keep_dims": True}),
        TfNode("Add", ("image", "three"), {}),
        TfNode("Mul", ("three", "image"), {}),
        TfNode("Mul", ("image", "image"), {}),
        TfNode("Relu", ("image",), {}),
        TfNode("Relu6", ("image",), {}),
        TfNode("Sigmoid", ("image",), {}),
        TfNode("LeakyRelu", ("image",), {"alpha": 0.1}),
        TfNode("ConcatV2", ("image", "image", "last"), {}),
        TfNode("ResizeBilinear", ("image", "larger"), {"half_pixel_centers": False, "align_corners": False}),
        TfNode("ResizeBilinear", ("image", "larger"), {"half_pixel_centers": True}),
    ],
    ids=lambda node: node.op,
)
def test_tensor_ofAnOperation_isWhatNumpyMakesOfEachImage(node: TfNode):
    graph = _graph(result=node)

    expected = [numpy_tfjs.run(graph, {"image": image[None]}, ["result"])[0][0] for image in IMAGES]

    np.testing.assert_allclose(_converted(graph, expected[0].shape), expected, atol=2e-5)


def test_tensor_ofAChannelAttention_multipliesEachChannel():
    graph = _graph(mean=TfNode("Mean", ("image", "both"), {"keep_dims": True}), result=TfNode("Mul", ("mean", "image"), {}))

    np.testing.assert_allclose(
        _converted(graph, (SIDE, SIDE, 4)), IMAGES * IMAGES.mean(axis=(1, 2), keepdims=True), rtol=1e-4, atol=1e-5
    )


@pytest.mark.parametrize(
    ("node", "message"),
    [
        (TfNode("Softplus", ("image",), {}), "no conversion is known for operation Softplus of result"),
        (TfNode("Conv2D", ("image", "kernel"), SAME2 | {"dilations": [1, 2, 2, 1]}), "plain convolutions"),
        (TfNode("_FusedConv2D", ("image", "kernel", "bias5"), SAME2 | {"fused_ops": ["BiasAdd", "Elu"]}), "not Elu"),
        (TfNode("Mean", ("image", "both"), {"keep_dims": False}), "the mean of each channel"),
        (TfNode("Mul", ("image", "bias4"), {}), "one number"),
        (TfNode("ConcatV2", ("image", "image", "one"), {}), "concatenation of the channels"),
        (TfNode("ResizeBilinear", ("image", "larger"), {"half_pixel_centers": False, "align_corners": True}), "aligned corners"),
    ],
)
def test_tensor_ofAnUnknownUse_saysWhatIsExpected(node: TfNode, message: str):
    converter = TfjsConverter(_graph(result=node), OnnxGraph("test"), {"image": Tensor("image", SIDE, nhwc=True)})

    with pytest.raises(UnexpectedContent, match=message):
        converter.tensor("result")


def _graph(**nodes: TfNode) -> TfGraph:
    constants = {name: TfNode("Const", (), {}) for name in CONSTANTS}
    return TfGraph({"image": TfNode("Placeholder", (), {})} | constants | nodes, CONSTANTS)


def _converted(graph: TfGraph, shape: tuple[int, ...]) -> np.ndarray:
    """The result for all images, as TensorFlow sees it."""
    onnx = OnnxGraph("test")
    result = TfjsConverter(graph, onnx, {"image": Tensor("image", SIDE, nhwc=True)}).tensor("result")
    assert (result.side, result.nhwc) == (shape[0], True)
    onnx.named_node("Identity", [result.name], ["result"])
    model = onnx.to_bytes({"image": ["N", 4, SIDE, SIDE]}, {"result": ["N", shape[2], shape[0], shape[1]]})
    (values,) = onnxruntime.InferenceSession(model).run(None, {"image": np.ascontiguousarray(IMAGES.transpose(0, 3, 1, 2))})
    return values.transpose(0, 2, 3, 1)
