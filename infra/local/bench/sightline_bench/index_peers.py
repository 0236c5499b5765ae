"""The index part alone: Sightline's two-stage search beside libraries, on the very vectors that Sightline's has."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import faiss
import numpy as np
from usearch.index import Index

from sightline_bench.figures import Step, percentile
from sightline_bench.system import System

QUERIES = 100
ROUNDS = 3
K = 10
CANDIDATES = [16, 32, 64, 128, 256, 512, 1024]
LINKS = 32
EF_CONSTRUCTION = 200
BITS = 1280
DIMENSIONS = 1280


@dataclass
class Vectors:
    """Codes and unit vectors of what is indexed and of what is asked."""

    codes: np.ndarray
    floats: np.ndarray
    asked_codes: np.ndarray
    asked_floats: np.ndarray
    truth: np.ndarray

    @staticmethod
    def read(file: Path, size: int) -> "Vectors":
        row = np.dtype([("code", np.uint8, BITS // 8), ("floats", "<f4", DIMENSIONS)])
        rows = np.fromfile(file, row)
        if len(rows) != size + QUERIES:
            raise ValueError(f"{file}: expected {size + QUERIES} vectors, got {len(rows)}")
        codes, floats = np.ascontiguousarray(rows["code"]), np.ascontiguousarray(rows["floats"])
        truth = np.argsort(-(floats[size:] @ floats[:size].T), axis=1, kind="stable")[:, :K]
        return Vectors(codes[:size], floats[:size], codes[size:], floats[size:], truth)

    def recall(self, found: list[list[int]]) -> float:
        right = sum(len(set(places) & set(truth.tolist())) for places, truth in zip(found, self.truth, strict=True))
        return right / (QUERIES * K)


Way = Callable[[int], list[int]]


def measure(system: System, step: Step, folder: Path, size: int) -> None:
    places = ["--models", str(system.models), "--images", str(system.corpus)]
    file = folder / "vectors"
    system.bench("vectors", *places, "--size", str(size), "--queries", str(QUERIES), "--out", str(file))
    vectors = Vectors.read(file, size)
    own = sightline(system, folder, places, size)
    recall = own[f"recall-two-stage-{size}"][0]
    faiss.omp_set_num_threads(1)
    add(step, ("all", f"faiss, all cosines, {size:,} images"), scan(vectors), vectors)
    step.add("index-sightline-recall", f"recall at 10, Sightline, {size:,} images", "share", [recall], baseline="index-all-recall")
    for percent in ("p50", "p95"):
        values = own[f"two-stage-{percent}-{size}"]
        name = f"Sightline, two stages, {size:,} images, {percent}"
        step.add(f"index-sightline-{percent}", name, "ms", values, baseline=f"index-all-{percent}")
    add(step, ("codes", f"faiss, codes, then cosines, {size:,} images"), two_stages(vectors), vectors, "all")
    for name, build in {"faiss": faiss_graph, "usearch": usearch_graph}.items():
        graph, seconds = build(vectors)
        candidates, way = reaching(graph, vectors, recall)
        add(step, (name, f"{name}, graph, {candidates} candidates, {size:,} images"), way, vectors, "all")
        step.add(f"index-{name}-rate", f"{name}, building the graph, {size:,} images", "images/s", [size / seconds])
    rates = own[f"index-rate-{size}"]
    step.add("index-sightline-rate", f"Sightline, indexing, {size:,} images", "images/s", rates, baseline="index-faiss-rate")


def sightline(system: System, folder: Path, places: list[str], size: int) -> dict[str, list[float]]:
    """Values by the id of the figure, of an index beside all others of the running node."""
    arguments = ["--url", system.endpoints["search"], "--sizes", str(size), "--queries", str(QUERIES), "--rounds", str(ROUNDS)]
    system.bench("search", *places, *arguments, "--out", str(folder))
    figures = json.loads((folder / "search.json").read_text())["figures"]
    return {figure["id"]: figure["values"] for figure in figures}


def add(step: Step, named: tuple[str, str], way: Way, vectors: Vectors, baseline: str | None = None) -> None:
    identity, name = named
    found, times = [way(i) for i in range(QUERIES)], []
    for _ in range(ROUNDS):
        round_times = []
        for i in range(QUERIES):
            start = time.perf_counter()
            way(i)
            round_times.append((time.perf_counter() - start) * 1000)
        times.append(round_times)
    for percent in (50, 95):
        values = [percentile(round_times, percent) for round_times in times]
        against = f"index-{baseline}-p{percent}" if baseline else None
        step.add(f"index-{identity}-p{percent}", f"{name}, p{percent}", "ms", values, baseline=against)
    against = f"index-{baseline}-recall" if baseline else None
    step.add(f"index-{identity}-recall", f"recall at 10, {name}", "share", [vectors.recall(found)], baseline=against)


def scan(vectors: Vectors) -> Way:
    index = faiss.IndexFlatIP(DIMENSIONS)
    index.add(vectors.floats)
    return lambda i: index.search(vectors.asked_floats[i : i + 1], K)[1][0].tolist()


def two_stages(vectors: Vectors) -> Way:
    """What Sightline's search does, by hand: a hundred by Hamming distance, ten of them by cosine."""
    index = faiss.IndexBinaryFlat(BITS)
    index.add(vectors.codes)

    def search(i: int) -> list[int]:
        candidates = index.search(vectors.asked_codes[i : i + 1], 10 * K)[1][0]
        cosines = vectors.floats[candidates] @ vectors.asked_floats[i]
        return candidates[np.argsort(-cosines, kind="stable")[:K]].tolist()

    return search


Graph = Callable[[int], Way]


def faiss_graph(vectors: Vectors) -> tuple[Graph, float]:
    """A graph that gives for a number of candidates a way to search; and the seconds that it took to build."""
    index = faiss.IndexHNSWFlat(DIMENSIONS, LINKS, faiss.METRIC_INNER_PRODUCT)
    index.hnsw.efConstruction = EF_CONSTRUCTION
    start = time.perf_counter()
    index.add(vectors.floats)
    seconds = time.perf_counter() - start

    def way(candidates: int) -> Way:
        index.hnsw.efSearch = candidates
        return lambda i: index.search(vectors.asked_floats[i : i + 1], K)[1][0].tolist()

    return way, seconds


def usearch_graph(vectors: Vectors) -> tuple[Graph, float]:
    index = Index(ndim=DIMENSIONS, metric="cos", dtype="f32", connectivity=LINKS, expansion_add=EF_CONSTRUCTION)
    start = time.perf_counter()
    index.add(np.arange(len(vectors.floats)), vectors.floats, threads=1)
    seconds = time.perf_counter() - start

    def way(candidates: int) -> Way:
        index.expansion_search = candidates
        return lambda i: index.search(vectors.asked_floats[i], K, threads=1).keys.tolist()

    return way, seconds


def reaching(graph: Graph, vectors: Vectors, recall: float) -> tuple[int, Way]:
    """The smallest number of candidates with that recall, or the largest that was tried: the recall beside it says which."""
    for candidates in CANDIDATES:
        way = graph(candidates)
        if vectors.recall([way(i) for i in range(QUERIES)]) >= recall:
            return candidates, way
    return CANDIDATES[-1], graph(CANDIDATES[-1])
