"""Times each kind of search at the adapter, side by side; the figures of docs/benchmarks.md.

    ./sightline up && ./sightline upload --wait ~/.cache/sightline/corpus/tuxpaint
    python3.13 infra/local/bench/search.py [--url http://127.0.0.1:9200] [--images 50] [--rounds 10]

Runs SearchBenchmark in shared/testkit against the served index of a running system. JAVA_HOME must be a JDK 25.
"""

import argparse
import os
import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
MODULE = "shared/testkit"


def main() -> None:
    parser = argparse.ArgumentParser(description="Times each kind of search at the adapter.")
    parser.add_argument("--url", default="http://127.0.0.1:9200", help="OpenSearch (default: http://127.0.0.1:9200)")
    parser.add_argument("--images", type=int, default=50, help="images in the sample (default: 50)")
    parser.add_argument("--rounds", type=int, default=10, help="searches of each kind for each image (default: 10)")
    arguments = parser.parse_args()
    java = Path(os.environ["JAVA_HOME"]) / "bin/java"
    measured = ["dev.sightline.testkit.SearchBenchmark", arguments.url, str(arguments.images), str(arguments.rounds)]
    subprocess.run([java, "-cp", class_path(), *measured], check=True)


def class_path() -> str:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "classpath"
        goals = ["test-compile", "dependency:build-classpath", f"-Dmdep.outputFile={path}", "-Dmdep.includeScope=test"]
        subprocess.run(["mvn", "-q", "-B", "-pl", MODULE, "-am", *goals], cwd=ROOT, check=True)
        classes = ROOT / MODULE / "target"
        return f"{classes}/test-classes:{classes}/classes:{path.read_text()}"


if __name__ == "__main__":
    main()
