"""Builders and waits that the tests share."""

import itertools
import json
import os
import sys
import time
from dataclasses import replace
from pathlib import Path

from sightline_localstack.function import Function, Invocation

BOOTSTRAP = Path(__file__).with_name("bootstrap.py")
_request_numbers = itertools.count(1)


def bootstrap_text() -> str:
    return f"#!{sys.executable}\n{BOOTSTRAP.read_text()}"


def a_function(code: Path, /, **changes) -> Function:
    """A custom-runtime function with the scripted bootstrap, its code laid out in ``code``."""
    code.mkdir(parents=True, exist_ok=True)
    (code / "bootstrap").write_text(bootstrap_text())
    function = Function(
        name="scripted",
        version="$LATEST",
        runtime="provided.al2023",
        handler="unused",
        memory_megabytes=512,
        timeout_seconds=10.0,
        code=code,
    )
    return replace(function, **changes)


def an_invocation(event: object = None, timeout_seconds: float = 10.0) -> Invocation:
    number = next(_request_numbers)
    return Invocation(
        request_id=f"request-{number}",
        function_arn="arn:aws:lambda:eu-central-1:000000000000:function:scripted",
        trace_id="Root=1-2-3",
        payload=json.dumps(event or {}).encode(),
        timeout_seconds=timeout_seconds,
    )


def runs(pid: int) -> bool:
    """Whether the process exists and is no zombie."""
    try:
        os.kill(pid, 0)
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (ProcessLookupError, FileNotFoundError):
        return False


def eventually(condition, seconds: float = 10.0):
    """The condition's first true value; fails if there is none in time."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if value := condition():
            return value
        time.sleep(0.02)
    raise AssertionError(f"not so within {seconds} s")
