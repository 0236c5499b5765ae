"""The package clients are small shell scripts of the same name, found through PATH: they save a file, or fail."""

import hashlib
import os
from dataclasses import replace
from pathlib import Path

import pytest

from sightline_models.downloads import fetch, unpack_debian
from sightline_models.errors import ChecksumMismatch, DownloadFailed
from sightline_models.packages import Package

CONTENT = b"the package"
PACKAGE = Package(
    client="npm",
    name="@scope/thing",
    version="1.2.3",
    file_name="scope-thing-1.2.3.tgz",
    sha256=hashlib.sha256(CONTENT).hexdigest(),
    megabytes=0.1,
)
FROM_APT = replace(PACKAGE, client="apt-get", name="thing", file_name="thing_1.2.3_all.deb")


class Clients:
    """Scripts that stand in for the package clients."""

    def __init__(self, folder: Path):
        self._folder = folder
        self.calls = folder / "calls"

    def add(self, name: str, script: str) -> None:
        path = self._folder / name
        path.write_text(f'#!/bin/sh\necho {name} "$@" >> {self.calls}\n{script}\n')
        path.chmod(0o755)


@pytest.fixture
def clients(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Clients:
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}/usr/bin{os.pathsep}/bin")
    return Clients(folder)


def test_fetch_withoutCache_downloadsThroughTheClient(clients: Clients, tmp_path: Path):
    clients.add("npm", f"printf '%s' '{CONTENT.decode()}' > {PACKAGE.file_name}")

    fetched = fetch(PACKAGE, tmp_path / "cache")

    assert fetched.read_bytes() == CONTENT
    assert "@scope/thing@1.2.3" in clients.calls.read_text()
    assert [path.name for path in (tmp_path / "cache").iterdir()] == [PACKAGE.file_name]


def test_fetch_ofCachedPackage_callsNoClient(clients: Clients, tmp_path: Path):
    clients.add("npm", "exit 1")
    (tmp_path / PACKAGE.file_name).write_bytes(CONTENT)

    assert fetch(PACKAGE, tmp_path) == tmp_path / PACKAGE.file_name
    assert not clients.calls.exists()


def test_fetch_ofDamagedCachedPackage_saysSoAndDownloadsAgain(clients: Clients, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    clients.add("npm", f"printf '%s' '{CONTENT.decode()}' > {PACKAGE.file_name}")
    (tmp_path / PACKAGE.file_name).write_bytes(b"half of it")

    assert fetch(PACKAGE, tmp_path).read_bytes() == CONTENT
    assert "is damaged" in capsys.readouterr().err


def test_fetch_ofOtherBytes_namesBothDigestsAndKeepsNothing(clients: Clients, tmp_path: Path):
    clients.add("npm", f"printf 'something else' > {PACKAGE.file_name}")

    with pytest.raises(ChecksumMismatch) as failure:
        fetch(PACKAGE, tmp_path / "cache")

    assert PACKAGE.sha256 in str(failure.value)
    assert hashlib.sha256(b"something else").hexdigest() in str(failure.value)
    assert list((tmp_path / "cache").iterdir()) == []


def test_fetch_withFailingClient_passesItsWordsOn(clients: Clients, tmp_path: Path):
    clients.add("npm", "echo no such version >&2; exit 7")

    with pytest.raises(DownloadFailed, match=r"exit code 7:\nno such version"):
        fetch(PACKAGE, tmp_path)


def test_fetch_withoutClient_namesIt(clients: Clients, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(DownloadFailed, match="npm is not installed"):
        fetch(PACKAGE, tmp_path)


def test_fetch_fromClientThatSavesAnotherName_namesBoth(clients: Clients, tmp_path: Path):
    clients.add("npm", "touch other.tgz")

    with pytest.raises(DownloadFailed, match=rf"expected the file {PACKAGE.file_name}, the client saved \['other.tgz'\]"):
        fetch(PACKAGE, tmp_path)


def test_fetch_withEmptyAptLists_asOrdinaryUser_saysWhatToRun(clients: Clients, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    clients.add("apt-get", "echo Unable to locate package >&2; exit 100")

    with pytest.raises(DownloadFailed, match=r"(?s)Unable to locate package.*run: sudo apt-get update"):
        fetch(FROM_APT, tmp_path)
    assert "update" not in clients.calls.read_text()


def test_fetch_withEmptyAptLists_asRoot_refreshesThemOnce(clients: Clients, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    refreshed = tmp_path / "refreshed"
    clients.add(
        "apt-get",
        f'if [ "$1" = update ]; then touch {refreshed}; exit 0; fi\n'
        f"[ -e {refreshed} ] && printf '%s' '{CONTENT.decode()}' > {FROM_APT.file_name}",
    )

    assert fetch(FROM_APT, tmp_path / "cache").read_bytes() == CONTENT
    assert [line.split()[1] for line in clients.calls.read_text().splitlines()] == ["download", "update", "download"]


def test_unpackDebian_ofPackage_putsItsFilesBelowTheFolder(clients: Clients, tmp_path: Path):
    clients.add("dpkg-deb", 'mkdir -p "$3/usr/share" && cp "$2" "$3/usr/share/picture.png"')
    (tmp_path / "a.deb").write_bytes(CONTENT)

    unpack_debian(tmp_path / "a.deb", tmp_path / "out")

    assert (tmp_path / "out/usr/share/picture.png").read_bytes() == CONTENT


def test_unpackDebian_ofDamagedPackage_passesTheToolsWordsOn(clients: Clients, tmp_path: Path):
    clients.add("dpkg-deb", "echo not a Debian format archive >&2; exit 2")

    with pytest.raises(DownloadFailed, match=r"cannot unpack .*a\.deb:\nnot a Debian format archive"):
        unpack_debian(tmp_path / "a.deb", tmp_path / "out")


def test_unpackDebian_withoutTheTool_namesIt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(DownloadFailed, match="dpkg-deb is not installed"):
        unpack_debian(tmp_path / "a.deb", tmp_path / "out")
