import json
import subprocess
import sys
from pathlib import Path

import pytest

from sightline_models.__main__ import main
from sightline_models.bundles import Bundle
from sightline_models.prepare import PreparedBundle

PROJECT = Path(__file__).parents[2]


def test_help_asCommand_namesCommandsAndExitCodes():
    done = subprocess.run(
        [sys.executable, "-m", "sightline_models", "--help"], cwd=PROJECT, capture_output=True, text=True, check=True
    )

    assert all(word in done.stdout for word in ("prepare", "corpus", "exit codes"))


def test_main_withoutOut_isWrongUsage(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as exit_:
        main(["prepare", "--cache", "somewhere"])

    assert exit_.value.code == 2
    assert "--out" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        ([], ["efficientnet-lite0", "nanodet"]),
        (["--only", "centernet", "efficientnet-lite2"], ["efficientnet-lite2", "centernet"]),
        (["--all"], ["efficientnet-lite0", "efficientnet-lite1", "efficientnet-lite2", "nanodet", "centernet"]),
    ],
)
def test_prepare_withAChoice_preparesThoseBundlesOnly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], options: list[str], ids: list[str]
):
    def prepared(_cache: Path, out: Path, bundles: tuple[Bundle, ...]) -> list[PreparedBundle]:
        return [PreparedBundle(bundle.id, out / bundle.id, "ab", built=False) for bundle in bundles]

    monkeypatch.setattr("sightline_models.__main__.prepare", prepared)

    assert main(["prepare", "--cache", str(tmp_path), "--out", str(tmp_path), "--json", *options]) == 0

    assert [bundle["id"] for bundle in json.loads(capsys.readouterr().out)["bundles"]] == ids


@pytest.mark.parametrize("options", [["--only", "resnet"], ["--only", "nanodet", "--all"], ["--only"]])
def test_prepare_withAWrongChoice_isWrongUsage(tmp_path: Path, options: list[str]):
    with pytest.raises(SystemExit) as exit_:
        main(["prepare", "--cache", str(tmp_path), "--out", str(tmp_path), *options])

    assert exit_.value.code == 2


def test_main_withoutPackageClient_exitsWith4AndOneMessage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("PATH", str(tmp_path))

    code = main(["corpus", "--cache", str(tmp_path / "cache"), "--out", str(tmp_path / "out"), "--json"])

    assert code == 4
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "error: apt-get is not installed" in printed.err


def test_bundleSchema_isJson():
    assert json.loads((PROJECT / "bundle.schema.json").read_text())["title"] == "Model bundle"
