"""Shows whether the worker's memory stays flat over many images; the figures of docs/benchmarks.md.

    python3.13 infra/local/bench/memory.py [--images 5000] [--threads 2]

Runs MemoryBenchmark in gpu-worker/worker with the JVM options that the launcher gives the worker. Takes the models that ./sightline up
has prepared; needs no running system. JAVA_HOME must be a JDK 25.
"""

import argparse
import os
import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
MODULE = "gpu-worker/worker"
OPTIONS = ["-Xmx1500m", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"]


def main() -> None:
    parser = argparse.ArgumentParser(description="Shows whether the worker's memory stays flat.")
    parser.add_argument("--images", type=int, default=5000, help="images that are analyzed (default: 5000)")
    parser.add_argument("--threads", type=int, default=2, help="images at once (default: 2)")
    arguments = parser.parse_args()
    java = Path(os.environ["JAVA_HOME"]) / "bin/java"
    measured = ["dev.sightline.worker.MemoryBenchmark", models(), str(arguments.images), str(arguments.threads)]
    subprocess.run([java, *OPTIONS, "-cp", class_path(), *measured], check=True)


def class_path() -> str:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "classpath"
        goals = ["test-compile", "dependency:build-classpath", f"-Dmdep.outputFile={path}", "-Dmdep.includeScope=test"]
        subprocess.run(["mvn", "-q", "-B", "-pl", MODULE, "-am", *goals], cwd=ROOT, check=True)
        classes = ROOT / MODULE / "target"
        return f"{classes}/test-classes:{classes}/classes:{path.read_text()}"


def models() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "sightline/models"


if __name__ == "__main__":
    main()
