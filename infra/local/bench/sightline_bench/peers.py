"""Sightline beside a plain Python pipeline of the same models, and its search beside index libraries on the same vectors."""

import argparse
import contextlib
import importlib.metadata
import json
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path

import numpy as np

from sightline_bench import index_peers, pictures, pipeline
from sightline_bench.figures import Step, percentile, rounds
from sightline_bench.plain_pipeline import PlainPipeline, resize_without_rounding
from sightline_bench.system import System

THREADS = 2
CLIENTS = 8
REPETITIONS = 3
FAIR_COSINE = 0.999
PACKAGES = ["faiss-cpu", "fastapi", "onnxruntime", "pillow", "usearch", "uvicorn"]

SUMMARY = """\
The plain pipeline is what one would write by hand: the same two ONNX models and pre-processing in onnxruntime, numpy \
and Pillow, a graph (HNSW, faiss) in memory, behind FastAPI; two threads with one thread in each run of a model, as \
Sightline's worker. In the loop neither has a server; Sightline's also makes a thumbnail, colours and labels. As a \
service the plain one answers once its memory holds the vectors: it stores nothing, has no queue, no events, no second \
try, and loses all when it ends; Sightline has stored image, features, thumbnail and document, and on this machine \
LocalStack plays AWS on the same cores. Photos are asked by one client, one after the other; Sightline's answers come \
through LocalStack's gateway and hold results of several sources. The index part is measured on derived vectors, as in \
the step search: each way one question at a time on one thread, in the library's own process, against the cosines of \
all; Sightline's is a request over HTTP to a node. Graphs are set to the smallest of 16 to 1024 candidates that \
reaches Sightline's recall."""


def run(system: System, arguments: argparse.Namespace) -> Step:
    step = Step("peers", "Peers on the same machine", arguments.quick, SUMMARY)
    step.versions = {package: importlib.metadata.version(package) for package in PACKAGES}
    with tempfile.TemporaryDirectory() as folder:
        files = pictures.small(system.corpus, Path(folder) / "pictures", 40 if step.quick else 200)
        agreement(system, step, Path(folder), 20 if step.quick else 100)
        loops(system, step, files)
        with plain_server(system) as server:
            services(system, step, files, server)
            questions(system, step, files, server)
        index_peers.measure(system, step, Path(folder), 1000 if step.quick else 10_000)
    return step


def agreement(system: System, step: Step, folder: Path, count: int) -> None:
    """How near the two pipelines' vectors of the same picture are: far ones would compare two different things."""
    out = folder / "embedded.json"
    system.bench("embed", "--models", str(system.models), "--images", str(system.corpus), "--limit", str(count), "--out", str(out))
    seen = json.loads(out.read_text())
    plain, exact = PlainPipeline(system.models, 1), PlainPipeline(system.models, 1)
    exact.detector.resize = exact.embedder.resize = resize_without_rounding
    step.add("same", "the same vector", "cosine", [1])
    ways = {"plain": ("as it is", plain), "exact": ("with pixels rounded once, as Sightline does", exact)}
    for identity, (name, way) in ways.items():
        cosines = [cosine(way, (system.corpus / file).read_bytes(), picture["vector"]) for file, picture in seen.items()]
        fair = sum(each > FAIR_COSINE for each in cosines)
        step.add(
            f"agreement-{identity}",
            f"cosine to Sightline's vector, plain {name}, median",
            "cosine",
            [percentile(cosines, 50)],
            baseline="same",
        )
        step.add(
            f"least-agreement-{identity}",
            f"cosine to Sightline's vector, plain {name}, least",
            "cosine",
            [min(cosines)],
            baseline="same",
        )
        step.summary += f" Plain {name}: {fair} of {len(cosines)} pictures have a cosine above {FAIR_COSINE} to Sightline's vector."


def cosine(pipeline: PlainPipeline, content: bytes, vector: list[float]) -> float:
    vectors, _ = pipeline.analyze(content)
    return min(1.0, float(vectors[0] @ np.array(vector, np.float32)))


def loops(system: System, step: Step, files: list[Path]) -> None:
    """Images a second of both loops, in two threads, without a server."""
    plain, contents = PlainPipeline(system.models, 1), [file.read_bytes() for file in files]
    with ThreadPoolExecutor(THREADS) as threads:
        list(threads.map(plain.analyze, contents))
        rates = []
        for _ in range(1 if step.quick else REPETITIONS):
            start = time.perf_counter()
            list(threads.map(plain.analyze, contents))
            rates.append(len(contents) / (time.perf_counter() - start))
    step.add("plain-loop", "plain loop, 2 threads", "images/s", rates)
    arguments = ["--models", str(system.models), "--images", str(pipeline.folder_of(files))]
    found = json.loads(system.bench("analysis", *arguments, "--rounds", "1" if step.quick else "3", "--workers", str(THREADS)))
    step.add(
        "sightline-loop", "Sightline's loop, 2 threads", "images/s", found["2"]["decodeAndAnalyze"], baseline="plain-loop", aim=1
    )


class Server:
    """A client of the plain server; a connection for each request would measure the connecting, so each thread keeps one."""

    def __init__(self, port: int) -> None:
        self.port = port

    def request(self, connection: HTTPConnection, method: str, path: str, body: bytes | None = None) -> bytes:
        connection.request(method, path, body)
        answer = connection.getresponse()
        content = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{method} {path}: expected 200, got {answer.status}: {content[:300]!r}")
        return content

    def connection(self) -> HTTPConnection:
        return HTTPConnection("127.0.0.1", self.port, timeout=60)

    def put_all(self, files: list[Path]) -> None:
        def some(first: int) -> None:
            connection = self.connection()
            for number in range(first, len(files), CLIENTS):
                self.request(connection, "PUT", f"/images/{number}", files[number].read_bytes())

        with ThreadPoolExecutor(CLIENTS) as clients:
            list(clients.map(some, range(CLIENTS)))


@contextlib.contextmanager
def plain_server(system: System) -> Iterator[Server]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "sightline_bench.plain_server", "--models", str(system.models), "--port", str(port)]
    process = subprocess.Popen([*command, "--workers", str(THREADS)])
    try:
        server = Server(port)
        await_ready(server, process)
        yield server
    finally:
        process.terminate()
        process.wait(30)


def await_ready(server: Server, process: subprocess.Popen) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"the plain server ended with status {process.returncode}")
        with contextlib.suppress(OSError):
            server.request(server.connection(), "GET", "/size")
            return
        time.sleep(0.1)
    raise TimeoutError("expected the plain server to answer within 60 s")


def services(system: System, step: Step, files: list[Path], server: Server) -> None:
    """Images a second from a client until all can be found."""
    plain, own = [], []
    server.put_all(files)
    pipeline.upload(system, files)
    for _ in range(1 if step.quick else REPETITIONS):
        start = time.perf_counter()
        server.put_all(files)
        plain.append(len(files) / (time.perf_counter() - start))
        pictures.renewed(files)
        own.append(len(files) / pipeline.upload(system, files))
    step.add("plain-service", "plain service: sent until in memory", "images/s", plain)
    step.add("sightline-service", "Sightline: uploaded until indexed", "images/s", own, baseline="plain-service", aim=1)


def questions(system: System, step: Step, files: list[Path], server: Server) -> None:
    """Milliseconds of a photo and of a stored image, by both."""
    connection, count = server.connection(), 20 if step.quick else 150
    photos = [file.read_bytes() for file in files[:20]]
    known = [image["imageId"] for image in system.get("v1/images?limit=20")["images"] if image.get("imageId")]
    ways: dict[str, tuple[Callable, Callable]] = {
        "photo": (
            lambda i: server.request(connection, "POST", "/search", photos[i % len(photos)]),
            lambda i: system.lens(photos[i % len(photos)], pictures.kind(files[0])),
        ),
        "stored image": (
            lambda i: server.request(connection, "GET", f"/similar/{i % len(photos)}"),
            lambda i: system.get(f"v1/images/{known[i % len(known)]}/related?limit=20"),
        ),
    }
    for name, (plain, own) in ways.items():
        times: dict[str, list[float]] = {"plain": [], "sightline": [], "function": []}
        for i in range(count):
            # In turn, so that what else the machine does hits both.
            times["plain"].append(timed(plain, i)[0])
            milliseconds, answer = timed(own, i)
            times["sightline"].append(milliseconds)
            times["function"].append(answer["tookMs"])
        add_times(step, name, {who: values[count // 10 :] for who, values in times.items()})


def add_times(step: Step, name: str, times: dict[str, list[float]]) -> None:
    short = name.split(maxsplit=1)[0]
    for percent in (50, 95):
        values = {who: rounds(own, percent, REPETITIONS) for who, own in times.items()}
        baseline = f"plain-{short}-p{percent}"
        step.add(baseline, f"plain service: {name}, p{percent}", "ms", values["plain"])
        aim = 1 if percent == 95 else None
        title = f"Sightline: {name}, p{percent}"
        step.add(f"sightline-{short}-p{percent}", title, "ms", values["sightline"], baseline=baseline, aim=aim)
        inside = f"{title}, in the function alone"
        step.add(f"function-{short}-p{percent}", inside, "ms", values["function"], baseline=baseline)


def timed(action: Callable, i: int) -> tuple[float, dict]:
    """Milliseconds, and the answer."""
    start = time.perf_counter()
    answer = action(i)
    return (time.perf_counter() - start) * 1000, answer
