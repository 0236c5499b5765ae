"""The running system: its API, its processes and what they use."""

import contextlib
import json
import os
import re
import subprocess
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path

TIMEOUT_SECONDS = 120
FUNCTION_NAME = b"AWS_LAMBDA_FUNCTION_NAME="
COMPILER = re.compile("C[12] Compiler")


@dataclass
class System:
    """What ./sightline bench started: the places are those of its environment."""

    root: Path
    java: Path
    models: Path
    corpus: Path
    key: str
    endpoints: dict[str, str]
    parts: dict[str, int]
    local: threading.local = field(default_factory=threading.local)

    @staticmethod
    def from_environment() -> "System":
        environment = os.environ
        root = Path(environment["SIGHTLINE_ROOT"])
        # Its exit code says whether all answer at this moment, which is not asked here.
        printed = subprocess.run([root / "sightline", "status", "--json"], capture_output=True, check=False).stdout
        status = json.loads(printed)
        return System(
            root,
            Path(environment["JAVA_HOME"]) / "bin/java",
            Path(environment["SIGHTLINE_MODELS"]),
            Path(environment["SIGHTLINE_CORPUS"]),
            environment["SIGHTLINE_API_KEY"],
            {part: environment[f"SIGHTLINE_BENCH_{part.upper()}"] for part in ("api", "worker", "aws", "search")},
            {part: status[part] for part in ("worker", "localstack", "opensearch")},
        )

    def request(self, method: str, path: str, body: bytes | None = None, kind: str = "application/json") -> tuple[int, bytes]:
        """One request over a connection that the thread keeps; one that was closed meanwhile is opened again."""
        base = urllib.parse.urlsplit(self.endpoints["api"])
        headers = {"X-Api-Key": self.key} | ({"Content-Type": kind} if body is not None else {})
        for last in (False, True):
            connection = getattr(self.local, "connection", None) or HTTPConnection(base.netloc, timeout=TIMEOUT_SECONDS)
            try:
                connection.request(method, base.path + path, body, headers)
                answer = connection.getresponse()
                content = answer.read()
                self.local.connection = connection
                return answer.status, content
            except (ConnectionError, OSError):
                connection.close()
                self.local.connection = None
                if last:
                    raise
        raise AssertionError("unreachable")

    def get(self, path: str) -> dict:
        return self.answer("GET", path)

    def post(self, path: str, body: dict) -> dict:
        return self.answer("POST", path, json.dumps(body).encode())

    def lens(self, photo: bytes, kind: str) -> dict:
        return self.answer("POST", "v1/lens", photo, kind)

    def answer(self, method: str, path: str, body: bytes | None = None, kind: str = "application/json") -> dict:
        status, content = self.request(method, path, body, kind)
        if status >= 300:
            raise RuntimeError(f"{method} {path}: expected an answer below 300, got {status}: {content[:300]!r}")
        return json.loads(content)

    def upload(self, name: str, content: bytes, kind: str) -> str:
        """Uploads through a presigned request; returns the id of the source."""
        grant = self.post("v1/uploads", {"fileName": name, "contentType": kind, "bytes": len(content)})
        request = urllib.request.Request(grant["url"], content, grant["headers"], method=grant["method"])
        with urllib.request.urlopen(request, timeout=TIMEOUT_SECONDS):
            return grant["imageId"]

    def state_of(self, source: str) -> dict:
        """What is known of a source: one that ingest has not seen is pending, one that the API refuses to tell of is unknown."""
        status, content = self.request("GET", f"v1/images/{source}")
        if status >= 300 and status != 404:
            return {"state": "unknown", "status": status, "answer": content[:300].decode(errors="replace")}
        return {"state": "pending"} if status == 404 else json.loads(content)

    def wait_until_found(self, source: str, seconds: float = 120) -> str:
        """Polls until the source is indexed; returns the signature of its image."""
        known, deadline = {}, time.monotonic() + seconds
        while time.monotonic() < deadline:
            known = self.state_of(source)
            if known["state"] == "indexed":
                return known["signature"]
            time.sleep(0.05)
        raise TimeoutError(f"{source}: expected it indexed within {seconds} s, got {known}")

    def launcher(self, *arguments: str) -> str:
        """Runs a command of the launcher; returns what it printed."""
        done = subprocess.run([self.root / "sightline", *arguments], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise RuntimeError(f"sightline {arguments[0]} failed with status {done.returncode}: {done.stderr[-1000:]}")
        return done.stdout

    def bench(self, command: str, *arguments: str) -> str:
        """Runs the Java part of the benchmarks; returns what it printed."""
        target = self.root / "infra/bench/target"
        java = [self.java, "-Xmx3g", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"]
        java.append("-Djava.util.logging.manager=org.jboss.logmanager.LogManager")
        program = ["-cp", f"{target}/classes:{target}/lib/*", "dev.sightline.bench.BenchProgram", command, *arguments]
        return subprocess.run([*java, *program], stdout=subprocess.PIPE, text=True, check=True).stdout

    def processes(self) -> dict[str, int]:
        """Process ids by part and by function; of a function with several environments those after the first have a number."""
        found = dict(self.parts)
        found["worker"] = java_below(found["worker"])
        for child in descendants(found["localstack"]):
            name = function_name(child)
            if name:
                count = sum(1 for known in found if known.split("#")[0] == name)
                found[name if count == 0 else f"{name}#{count + 1}"] = child
        return found

    def processor_seconds(self) -> dict[str, float]:
        return self.read(processor_seconds)

    def read(self, what: Callable[[int], float]) -> dict[str, float]:
        """A number of each process; one that ends meanwhile has none."""
        found = {}
        for name, process in self.processes().items():
            with contextlib.suppress(FileNotFoundError, ProcessLookupError):
                found[name] = what(process)
        return found

    def worker_compiler_seconds(self) -> float:
        """What of the worker's processor time went into compiling: it fades as the worker goes on, and no queue has part in it."""
        return compiler_seconds(self.processes()["worker"])

    @contextlib.contextmanager
    def worker_on_one_processor(self) -> Iterator[None]:
        """Keeps the worker's threads on the first processor for a while, those that it starts meanwhile too."""
        worker, all_of_them = self.processes()["worker"], os.sched_getaffinity(0)
        keep_on(worker, {min(all_of_them)})
        try:
            yield
        finally:
            keep_on(worker, all_of_them)

    def worker_stages(self) -> dict[str, tuple[float, float]]:
        """Count and seconds of each of the worker's stages so far."""
        with urllib.request.urlopen(self.endpoints["worker"] + "/q/metrics", timeout=TIMEOUT_SECONDS) as answer:
            return stage_timers(answer.read().decode())


def stage_timers(prometheus: str) -> dict[str, tuple[float, float]]:
    counts, sums = {}, {}
    for line in prometheus.splitlines():
        for suffix, target in (("_count", counts), ("_sum", sums)):
            prefix = f"sightline_worker_stage_seconds{suffix}{{"
            if line.startswith(prefix):
                labels, value = line[len(prefix) :].rsplit("} ", 1)
                target[labels.split('stage="', 1)[1].split('"')[0]] = float(value)
    return {stage: (counts[stage], sums[stage]) for stage in counts}


def descendants(process: int) -> list[int]:
    """Children and theirs; a thread that ends meanwhile hides none of the others'."""
    children: list[int] = []
    with contextlib.suppress(FileNotFoundError, ProcessLookupError):
        for task in list(Path(f"/proc/{process}/task").iterdir()):
            with contextlib.suppress(FileNotFoundError, ProcessLookupError):
                children += [int(child) for child in (task / "children").read_text().split()]
    return children + [grandchild for child in children for grandchild in descendants(child)]


def java_below(process: int) -> int:
    """The JVM that a keeper runs, or the process itself."""
    for candidate in [process, *descendants(process)]:
        if Path(f"/proc/{candidate}/comm").read_text().strip() == "java":
            return candidate
    return process


def function_name(process: int) -> str | None:
    """The function whose JVM this process is; a guard process in front of one is none."""
    try:
        entries = Path(f"/proc/{process}/environ").read_bytes().split(b"\0")
        is_java = Path(f"/proc/{process}/comm").read_text().strip() == "java"
    except (FileNotFoundError, ProcessLookupError):
        return None
    names = [entry[len(FUNCTION_NAME) :].decode() for entry in entries if entry.startswith(FUNCTION_NAME)]
    return names[0] if names and is_java else None


def function_module(name: str) -> str | None:
    """What a function of the stacks is: their names begin with that of the stack, which may be one of these words too."""
    match = re.search(r"-(ingest|indexer|blender|engagement|rollup)function", name)
    return match.group(1) if match else None


def processor_seconds(process: int) -> float:
    return seconds_of(Path(f"/proc/{process}/stat"))


def seconds_of(stat: Path) -> float:
    """Processor time of a process or of one thread."""
    fields = stat.read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")


def compiler_seconds(process: int) -> float:
    """Processor time of a JVM's compilers."""
    total = 0.0
    for task in threads(process):
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            if COMPILER.match((task / "comm").read_text()):
                total += seconds_of(task / "stat")
    return total


def keep_on(process: int, processors: set[int]) -> None:
    for task in threads(process):
        with contextlib.suppress(ProcessLookupError):
            os.sched_setaffinity(int(task.name), processors)


def threads(process: int) -> list[Path]:
    return list(Path(f"/proc/{process}/task").iterdir())


def resident_megabytes(process: int) -> float:
    return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def open_files(process: int) -> int:
    return len(list(Path(f"/proc/{process}/fd").iterdir()))
