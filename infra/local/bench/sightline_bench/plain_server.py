"""The peer as a server: FastAPI takes a photo, analyzes it in the request, and adds it to a graph of faiss in memory.

    python -m sightline_bench.plain_server --models DIR --port PORT --threads 2

Nothing is stored: when the process ends, all is gone. That is what such a script does; it is the fastest way, not the same service.
"""

import argparse
import threading
from pathlib import Path

import faiss
import numpy as np
import uvicorn
from fastapi import FastAPI, Request
from fastapi.concurrency import run_in_threadpool

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


def application(pipeline: PlainPipeline, dimensions: int) -> FastAPI:
    app, images, objects = FastAPI(), Graph(dimensions), Graph(dimensions)

    def index(name: str, content: bytes) -> int:
        vectors, _ = pipeline.analyze(content)
        images.add(name, vectors[0])
        for number, vector in enumerate(vectors[1:]):
            objects.add(f"{name}#{number}", vector)
        return len(vectors) - 1

    def search(content: bytes, k: int) -> list[list[dict]]:
        vectors, _ = pipeline.analyze(content)
        return [images.nearest(vectors[0], k), *(objects.nearest(vector, k) for vector in vectors[1:])]

    @app.put("/images/{name:path}")
    async def put(name: str, request: Request) -> dict:
        return {"objects": await run_in_threadpool(index, name, await request.body())}

    @app.post("/search")
    async def post(request: Request, k: int = 20) -> dict:
        return {"groups": await run_in_threadpool(search, await request.body(), k)}

    @app.get("/similar/{name:path}")
    def similar(name: str, k: int = 20) -> dict:
        return {"results": images.nearest(images.vectors[name], k)}

    @app.get("/size")
    def size() -> dict:
        return {"images": len(images.names), "objects": len(objects.names)}

    return app


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--models", type=Path, required=True)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--threads", type=int, default=1, help="threads inside one run of a model (default: 1)")
    parser.add_argument("--dimensions", type=int, default=1280)
    arguments = parser.parse_args()
    faiss.omp_set_num_threads(1)
    app = application(PlainPipeline(arguments.models, arguments.threads), arguments.dimensions)
    uvicorn.run(app, host="127.0.0.1", port=arguments.port, log_level="warning", access_log=False)


if __name__ == "__main__":
    main()
