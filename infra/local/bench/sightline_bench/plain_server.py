"""The peer as a server: FastAPI takes a photo, analyzes it in the request, and adds it to a graph of faiss in memory.

    python -m sightline_bench.plain_server --models DIR --port PORT --workers 2

Nothing is stored: when the process ends, all is gone. That is what such a script does; it is the fastest way, not the same service.
"""

import argparse
import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import faiss
import numpy as np
import uvicorn
from fastapi import FastAPI, Request

from sightline_bench.plain_pipeline import PlainPipeline

GRAPH_LINKS = 32
EF_CONSTRUCTION = 200
EF_SEARCH = 64


class Graph:
    """Vectors by the order in which they were added."""

    def __init__(self, dimensions: int) -> None:
        self.index = faiss.IndexHNSWFlat(dimensions, GRAPH_LINKS, faiss.METRIC_INNER_PRODUCT)
        self.index.hnsw.efConstruction = EF_CONSTRUCTION
        self.index.hnsw.efSearch = EF_SEARCH
        self.names: list[str] = []
        self.vectors: dict[str, np.ndarray] = {}
        self.lock = threading.Lock()

    def add(self, name: str, vector: np.ndarray) -> None:
        with self.lock:
            self.index.add(vector[None])
            self.names.append(name)
            self.vectors[name] = vector

    def nearest(self, vector: np.ndarray, k: int) -> list[dict]:
        with self.lock:
            scores, places = self.index.search(vector[None], k)
        found = zip(scores[0].tolist(), places[0].tolist(), strict=True)
        return [{"name": self.names[place], "cosine": score} for score, place in found if place >= 0]


class Gallery:
    """All images and objects that were sent."""

    def __init__(self, pipeline: PlainPipeline, dimensions: int) -> None:
        self.pipeline = pipeline
        self.images = Graph(dimensions)
        self.objects = Graph(dimensions)

    def index(self, name: str, content: bytes) -> dict:
        vectors, _ = self.pipeline.analyze(content)
        self.images.add(name, vectors[0])
        for number, vector in enumerate(vectors[1:]):
            self.objects.add(f"{name}#{number}", vector)
        return {"objects": len(vectors) - 1}

    def search(self, content: bytes, k: int) -> dict:
        vectors, _ = self.pipeline.analyze(content)
        return {"groups": [self.images.nearest(vectors[0], k), *(self.objects.nearest(vector, k) for vector in vectors[1:])]}

    def similar(self, name: str, k: int) -> dict:
        return {"results": self.images.nearest(self.images.vectors[name], k)}


def application(gallery: Gallery, workers: int) -> FastAPI:
    app = FastAPI()
    # As many photos in the models at once as Sightline's worker has analyzers; the others wait.
    threads = ThreadPoolExecutor(workers)

    async def apart(work: Callable, *arguments):
        return await asyncio.get_running_loop().run_in_executor(threads, work, *arguments)

    @app.put("/images/{name:path}")
    async def put(name: str, request: Request) -> dict:
        return await apart(gallery.index, name, await request.body())

    @app.post("/search")
    async def post(request: Request, k: int = 20) -> dict:
        return await apart(gallery.search, await request.body(), k)

    @app.get("/similar/{name:path}")
    def similar(name: str, k: int = 20) -> dict:
        return gallery.similar(name, k)

    @app.get("/size")
    def size() -> dict:
        return {"images": len(gallery.images.names), "objects": len(gallery.objects.names)}

    return app


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--models", type=Path, required=True)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--workers", type=int, default=2, help="photos in the models at once, each on one thread (default: 2)")
    parser.add_argument("--dimensions", type=int, default=1280)
    arguments = parser.parse_args()
    faiss.omp_set_num_threads(1)
    app = application(Gallery(PlainPipeline(arguments.models, 1), arguments.dimensions), arguments.workers)
    uvicorn.run(app, host="127.0.0.1", port=arguments.port, log_level="warning", access_log=False)


if __name__ == "__main__":
    main()
