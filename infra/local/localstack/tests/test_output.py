import os
from concurrent.futures import ThreadPoolExecutor

import pytest
from functions import an_invocation

from sightline_localstack.output import KEPT_BYTES, FunctionOutput, open_log


@pytest.fixture
def piped(logs):
    """An output and the writing end of its pipe."""
    read_end, write_end = os.pipe()
    output = FunctionOutput(os.fdopen(read_end, "rb"), open_log(logs, "piped"))
    with os.fdopen(write_end, "wb", buffering=0) as writer:
        yield output, writer
    output.close()


def test_take_givesWhatWasWrittenSinceTheLastCall(piped):
    output, writer = piped
    writer.write(b"one\ntw")
    assert output.take() == "one\ntw"
    writer.write(b"o\n")
    assert output.take() == "o\n"
    assert output.take() == ""


def test_take_ofLongOutput_givesItsTail(piped):
    output, writer = piped
    for _ in range(8):
        writer.write(b"x" * 65535 + b"\n")
    writer.write(b"last\n")
    text = output.take()
    assert len(text) == KEPT_BYTES
    assert text.endswith("x\nlast\n")


def test_logFile_holdsWholeLines(piped, logs):
    output, writer = piped
    writer.write(b"one\ntw")
    output.take()
    assert (logs / "piped.log").read_text() == "one\n"
    output.note("noted")
    assert (logs / "piped.log").read_text() == "one\ntw\nnoted\n"


def test_close_writesTheUnfinishedLine(piped, logs):
    output, writer = piped
    writer.write(b"end without newline")
    writer.close()
    output.close()
    assert (logs / "piped.log").read_text() == "end without newline\n"


def test_invoke_logsAreFramedAndGoToTheFunctionsFile(environments, logs):
    environment = environments(name="ingest")
    invocation = an_invocation({"print": "hello"})
    _, text = environment.invoke(invocation)
    lines = text.splitlines()
    assert lines[:3] == [
        f"START RequestId: {invocation.request_id} Version: $LATEST",
        "hello",
        f"END RequestId: {invocation.request_id}",
    ]
    assert lines[3].startswith(f"REPORT RequestId: {invocation.request_id}\tDuration: ")
    assert (logs / "ingest.log").read_text() == text


def test_invoke_afterRestart_appendsToTheFile(environments, logs):
    environment = environments(name="ingest")
    environment.invoke(an_invocation({"print": "first", "exit": 1}))
    environment.invoke(an_invocation({"print": "second"}))
    text = (logs / "ingest.log").read_text()
    assert text.index("first") < text.index("second")


def test_invoke_concurrently_returnsOwnLogsAndSharesTheFile(environments, logs):
    several = [environments(name="ingest") for _ in range(3)]
    words = ["red " * 500, "green " * 500, "blue " * 500]
    with ThreadPoolExecutor(3) as pool:
        outcomes = list(pool.map(lambda e, w: e.invoke(an_invocation({"print": w})), several, words))
    for word, (_, text) in zip(words, outcomes, strict=True):
        assert [line for line in text.splitlines() if " Req" not in line.split(":")[0]] == [word]
    lines = (logs / "ingest.log").read_text().splitlines()
    assert all(word in lines for word in words)
    assert len(lines) == 12
