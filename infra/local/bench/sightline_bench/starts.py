"""Starts of a function: as AWS's managed runtime does it, on one flat class path, with an AOT cache; and where their time goes."""

import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from sightline_bench.figures import Step
from sightline_bench.system import processor_seconds, resident_megabytes

PLUGIN = Path(__file__).resolve().parents[2] / "localstack"
TIMEOUT_SECONDS = 120
# A folder with MODULE.zip of another build, to be started beside this one's: for what was gained or lost.
FORMER = "SIGHTLINE_BENCH_FORMER"
WAYS = {
    "managed": "managed loader",
    "flat": "flat class path",
    "aot": "flat class path, AOT cache",
    "former": "managed loader, former build",
}
PARTS = {
    "ready": ("asks for work", "ms"),
    "answered": ("first answer", "ms"),
    "processor": ("processor time", "ms"),
    "resident": ("resident", "MB"),
}

SUMMARY = """\
 Starts: each zip again behind a Runtime API of its own, with the command line and the variables that LocalStack gave \
it, until its first answer (an empty batch; of the blender, Related Pins of an indexed image), the ways in turn. \
Managed loader: AWS's runtime client loads the function by a class loader of its own, which no AOT cache knows. Flat \
class path: the client and all jars on the JVM's class path, as a container image or a custom runtime could have it; \
the classes that lie beside the jars were packed into one more. AOT cache: the same with what one training start left \
(-XX:AOTCacheOutput). Processor time is of all threads until that answer. Phases are told by the first class of each \
in one start that logs its classes: client is that of the runtime, Quarkus what it does before logs are set up, own \
objects from then to the first call for work."""
FUNCTION_JAR = "function.jar"
CACHE = "function.aot"
CLASS_PATH = "-cp"
# The first class of each phase of a start, in their order; the last of them ends with the first call for work.
PHASES = {
    "JVM": None,
    "client": "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
    "Quarkus": "io.quarkus.runner.ApplicationImpl",
    "own objects": "dev.sightline.logs.LogFormat",
}
CLASS_LOAD = re.compile(r"^\[(\d+)ms\] (\S+) source:")


@dataclass(frozen=True)
class Program:
    """How a function is started: command line, its folder, variables."""

    command: list[str]
    folder: Path
    variables: dict[str, str]

    @staticmethod
    def of(process: int) -> "Program":
        """As a running environment of the function was started."""
        proc = Path(f"/proc/{process}")
        command = (proc / "cmdline").read_bytes().decode().rstrip("\0").split("\0")
        entries = (proc / "environ").read_bytes().decode().rstrip("\0").split("\0")
        return Program(command, (proc / "cwd").resolve(), dict(entry.split("=", 1) for entry in entries))

    def with_options(self, *options: str) -> "Program":
        return replace(self, command=[self.command[0], *options, *self.command[1:]])

    def of_zip(self, zipped: Path, folder: Path) -> "Program":
        """The same of another build's zip, which is unpacked into a folder."""
        with zipfile.ZipFile(zipped) as content:
            content.extractall(folder)
        return replace(self, folder=folder)

    def flat(self, folder: Path) -> "Program":
        """The runtime client and all of the function on one class path of jars, so that the JVM's own loader finds the classes."""
        (folder / "empty").mkdir(parents=True)
        own = folder / FUNCTION_JAR
        with zipfile.ZipFile(own, "w", zipfile.ZIP_DEFLATED) as jar:
            for file in sorted(self.folder.rglob("*")):
                if file.is_file() and file.parent != self.folder / "lib":
                    jar.write(file, file.relative_to(self.folder))
        at = self.command.index(CLASS_PATH) + 1
        path = [self.command[at], str(own), *map(str, sorted((self.folder / "lib").glob("*.jar")))]
        command = [*self.command[:at], ":".join(path), *self.command[at + 1 :]]
        # The runtime client's loader looks into the folder that it runs in: there is nothing.
        return replace(self, command=command, folder=folder / "empty")


@dataclass(frozen=True)
class Start:
    """One start: milliseconds until the function asked for work and until the first answer, and what it took for that."""

    ready: float
    answered: float
    processor: float
    resident: float


class Environment:
    """A function that runs behind a Runtime API of its own, until the block ends."""

    def __init__(self, program: Program, end: signal.Signals = signal.SIGKILL) -> None:
        if str(PLUGIN) not in sys.path:
            sys.path.append(str(PLUGIN))
        from sightline_localstack.runtime_api import RuntimeApi

        self.end = end
        self.ready: list[float] = []
        self.api = RuntimeApi()
        self.api.start()
        self.api.started.add_done_callback(lambda _: self.ready.append(time.perf_counter()))
        own = {"AWS_LAMBDA_RUNTIME_API": self.api.address, "LAMBDA_TASK_ROOT": str(program.folder)}
        self.began = time.perf_counter()
        self.process = subprocess.Popen(
            program.command,
            cwd=program.folder,
            env=program.variables | own,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        threading.Thread(target=self.await_end, daemon=True).start()

    def await_end(self) -> None:
        """Whoever waits for a function that ended is told so."""
        self.api.process_ended(f"exit status {self.process.wait()}")

    def __enter__(self) -> "Environment":
        return self

    def __exit__(self, *_) -> None:
        self.process.send_signal(self.end)
        self.process.wait(TIMEOUT_SECONDS)
        self.api.close()

    def ask(self, event: dict, number: int = 1) -> dict:
        """The answer to an event; one of an HTTP event must be no server error."""
        from sightline_localstack.function import Invocation

        arn = "arn:aws:lambda:us-east-1:000000000000:function:started"
        invocation = Invocation(f"request-{number}", arn, "", json.dumps(event).encode(), TIMEOUT_SECONDS)
        self.api.submit(invocation)
        outcome = invocation.outcome.result(timeout=TIMEOUT_SECONDS)
        answer = json.loads(outcome.body)
        if outcome.is_error or answer.get("statusCode", 200) >= 400:
            raise RuntimeError(f"expected an answer, got {outcome.body[:500]!r}")
        return answer

    def processor_milliseconds(self) -> float:
        return processor_seconds(self.process.pid) * 1000


def start(program: Program, event: dict, end: signal.Signals = signal.SIGKILL) -> Start:
    """Starts a function, waits for the answer to its first event, and ends it."""
    with Environment(program, end) as environment:
        environment.ask(event)
        answered = (time.perf_counter() - environment.began) * 1000
        ready = (environment.ready[0] - environment.began) * 1000
        return Start(ready, answered, environment.processor_milliseconds(), resident_megabytes(environment.process.pid))


def api_event(path: str, key: str, query: dict[str, str]) -> dict:
    """What a REST API of AWS sends for a GET."""
    headers = {"Accept": "*/*", "Host": "localhost", "X-Api-Key": key}
    return {
        "resource": "/v1/{proxy+}",
        "path": path,
        "httpMethod": "GET",
        "headers": headers,
        "multiValueHeaders": {name: [value] for name, value in headers.items()},
        "queryStringParameters": query,
        "multiValueQueryStringParameters": {name: [value] for name, value in query.items()},
        "pathParameters": {"proxy": path.removeprefix("/v1/")},
        "requestContext": {
            "resourcePath": "/v1/{proxy+}",
            "httpMethod": "GET",
            "path": path,
            "protocol": "HTTP/1.1",
            "stage": "api",
            "requestId": "00000000-0000-4000-8000-000000000000",
            "identity": {"sourceIp": "127.0.0.1", "userAgent": "bench"},
        },
        "body": None,
        "isBase64Encoded": False,
    }


def cached(flat: Program, event: dict) -> Program:
    """The program with an AOT cache of what a first start of it did."""
    cache = flat.folder.parent / CACHE
    start(flat.with_options(f"-XX:AOTCacheOutput={cache}"), event, end=signal.SIGTERM)
    if not cache.is_file():
        raise RuntimeError(f"{flat.folder}: expected an AOT cache at {cache}, found none")
    return flat.with_options(f"-XX:AOTCache={cache}")


def phases(program: Program, event: dict, folder: Path) -> dict[str, float]:
    """Milliseconds of each phase of one start; to write a line for each class makes it a little longer."""
    log = folder / "classes.log"
    log.unlink(missing_ok=True)
    began = time.time() * 1000
    started = start(program.with_options(f"-Xlog:class+load:file={log}:timemillis"), event)
    return phase_lengths(first_loads(log.read_text()), began, started)


def first_loads(log: str) -> dict[str, float]:
    """When each class was loaded, in milliseconds of the epoch."""
    matches = map(CLASS_LOAD.match, log.splitlines())
    return {match.group(2): float(match.group(1)) for match in matches if match}


def phase_lengths(loads: dict[str, float], began: float, started: Start) -> dict[str, float]:
    marks = [began]
    for name, first in list(PHASES.items())[1:]:
        if first not in loads:
            raise ValueError(f"{name}: expected the class {first} among those that were loaded")
        marks.append(loads[first])
    marks += [began + started.ready, began + started.answered]
    lengths = [end - begin for begin, end in pairwise(marks)]
    return dict(zip([*PHASES, "first answer"], lengths, strict=True))


def in_turn(ways: dict[str, Program], event: dict, count: int) -> dict[str, list[Start]]:
    """Several starts of each program, one after the other, so that what else the machine does hits all of them."""
    found: dict[str, list[Start]] = {way: [] for way in ways}
    for _ in range(count):
        for way, program in ways.items():
            found[way].append(start(program, event))
    return found


def measure(step: Step, module: str, program: Program, event: dict) -> dict[str, dict[str, float]]:
    """Adds the figures of a module's starts; returns the phases of a managed one, and of the former build if there is one."""
    with tempfile.TemporaryDirectory() as folder:
        at = Path(folder)
        flat = program.flat(at / "flat")
        ways = {"managed": program, "flat": flat, "aot": cached(flat, event)}
        former = Path(os.environ.get(FORMER, "none")) / f"{module}.zip"
        if former.is_file():
            ways["former"] = program.of_zip(former, at / "former")
        for way, starts in in_turn(ways, event, 1 if step.quick else 5).items():
            add(step, module, way, starts)
        rows = {module: phases(program, event, at)}
        return rows | ({f"{module}, former": phases(ways["former"], event, at)} if "former" in ways else {})


def add(step: Step, module: str, way: str, starts: list[Start]) -> None:
    for part, (name, unit) in PARTS.items():
        baseline = None if way == "managed" else f"start-{part}-{module}-managed"
        values = [getattr(started, part) for started in starts]
        step.add(f"start-{part}-{module}-{way}", f"{module}, {WAYS[way]}: {name}", unit, values, baseline=baseline)
