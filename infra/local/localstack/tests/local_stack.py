"""Starts the real LocalStack as the launcher does: one direct child, set up by environment.json."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import boto3
from botocore.config import Config

ROOT = Path(__file__).parent.parent
PORTS = range(4666, 4700)
REGION = "eu-central-1"
INHERITED = ("PATH", "HOME", "LANG", "TMPDIR")
COMMAND = [sys.executable, "-P", "-m", "localstack.runtime.main"]


class LocalStack:
    """One running LocalStack. State, logs and output lie in ``folder``."""

    def __init__(self, folder: Path, java: str, runtime_client: Path) -> None:
        self.port = free_port()
        self.logs = folder / "logs"
        self._output_file = folder / "localstack.log"
        values = {
            "port": self.port,
            "state": folder / "state",
            "java": java,
            "ric": runtime_client,
            "logs": self.logs,
            "plugin": ROOT,
        }
        began = time.monotonic()
        with self._output_file.open("wb") as output:
            self.process = subprocess.Popen(
                COMMAND,
                env=environment(values),
                cwd=folder,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        self._await_ready()
        self.start_seconds = time.monotonic() - began

    @property
    def output(self) -> str:
        return self._output_file.read_text()

    def client(self, service: str):
        return boto3.client(
            service,
            endpoint_url=f"http://127.0.0.1:{self.port}",
            region_name=REGION,
            aws_access_key_id="test",
            aws_secret_access_key="test",
            config=Config(read_timeout=60, retries={"max_attempts": 0}, s3={"addressing_style": "path"}),
        )

    def stop(self) -> int:
        """Send SIGTERM; returns the exit status."""
        self.process.terminate()
        return self.process.wait(30)

    def _await_ready(self) -> None:
        deadline = time.monotonic() + 60
        while not self._is_ready():
            if self.process.poll() is not None or time.monotonic() > deadline:
                self.process.kill()
                raise AssertionError(f"LocalStack did not start:\n{self.output}")
            time.sleep(0.05)

    def _is_ready(self) -> bool:
        try:
            health = f"http://127.0.0.1:{self.port}/_localstack/health"
            return urllib.request.urlopen(health, timeout=5).status == 200
        except OSError:
            return False


def environment(values: dict[str, object]) -> dict[str, str]:
    """``environment.json`` with its placeholders filled in, and the few variables that are inherited."""
    templates = json.loads((ROOT / "environment.json").read_text())
    inherited = {name: os.environ[name] for name in INHERITED if name in os.environ}
    return inherited | {name: template.format(**values) for name, template in templates.items()}


def free_port() -> int:
    for port in PORTS:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise AssertionError(f"no free port in {PORTS}")


def listening_addresses(pid: int) -> set[str]:
    """The addresses (hexadecimal, as in /proc/net/tcp) on which the process listens, IPv6 included."""
    inodes = set()
    for descriptor in Path(f"/proc/{pid}/fd").iterdir():
        try:
            target = os.readlink(descriptor)
        except FileNotFoundError:
            continue
        if target.startswith("socket:["):
            inodes.add(target[8:-1])
    rows = [
        row.split()
        for table in ("tcp", "tcp6")
        for row in Path(f"/proc/net/{table}").read_text().splitlines()[1:]
    ]
    return {row[1].split(":")[0] for row in rows if row[3] == "0A" and row[9] in inodes}
