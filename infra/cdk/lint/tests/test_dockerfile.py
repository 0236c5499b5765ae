"""What of the worker's image can be checked without Docker: hadolint, and what the task relies on."""

import http.server
import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[4]
WORKER = ROOT / "gpu-worker/worker"
DOCKERFILE = WORKER / "Dockerfile"


def stages():
    """The instructions of each stage, by its name."""
    found = {}
    for line in DOCKERFILE.read_text().replace("\\\n", " ").splitlines():
        words = line.split()
        if words[:1] == ["FROM"]:
            found[words[-1]] = []
        elif words and not line.startswith("#"):
            found.setdefault("", []).append(line) if not found else found[list(found)[-1]].append(line)
    return found


def test_hadolint_finds_nothing():
    hadolint = Path(sys.executable).with_name("hadolint")

    found = subprocess.run([hadolint, DOCKERFILE], capture_output=True, text=True, check=False)

    assert (found.returncode, found.stdout) == (0, "")


@pytest.mark.parametrize("target", ["cpu", "gpu"])
def test_targets_run_as_nobody_with_a_health_check(target):
    lines = stages()[target]

    assert "USER 10001:10001" in lines
    assert any(line.startswith("HEALTHCHECK") and "/opt/sightline/healthy" in line for line in lines)
    assert "VOLUME /var/cache/sightline /tmp" in [" ".join(line.split()) for line in lines]
    assert not any(line.startswith("ADD") for line in lines)


def test_copied_files_exist():
    for lines in stages().values():
        for line in lines:
            words = line.split()
            if words[0] == "COPY" and not any(word.startswith("--from") for word in words):
                for source in [word for word in words[1:-1] if not word.startswith("--")]:
                    assert (ROOT / source).exists(), line


def test_what_maven_needs_is_not_ignored():
    ignored = (ROOT / ".dockerignore").read_text().split()
    modules = re.findall("<module>(.*)</module>", (ROOT / "pom.xml").read_text())

    assert "gpu-worker/worker" in modules
    for module in modules:
        assert f"!{module.split('/')[0]}" in ignored
        assert not any(module == folder or module.startswith(f"{folder}/") for folder in ignored)


@pytest.mark.parametrize(("status", "code"), [(200, 0), (503, 1)])
def test_health_check_tells_what_the_worker_says(status, code):
    class Answer(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(status if self.path == "/q/health/live" else 404)
            self.end_headers()

        def log_message(self, *_):
            pass

    with http.server.HTTPServer(("127.0.0.1", 0), Answer) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        checked = subprocess.run([WORKER / "healthy", str(server.server_port)], timeout=10, check=False)
        server.shutdown()

    assert checked.returncode == code


def test_health_check_without_a_worker_fails():
    assert (
        subprocess.run(
            [WORKER / "healthy", "1"], timeout=10, stderr=subprocess.DEVNULL, check=False
        ).returncode
        != 0
    )
