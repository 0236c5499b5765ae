"""Measures a running local system and prints the figures of docs/benchmarks.md as Markdown.

    ./sightline up
    python3.13 infra/local/bench/measure.py --images DIR [--count 40] [--rounds 100]

DIR holds pictures, one folder per label. Each uploaded picture gets some bytes of its own at its end, so that no feature record
is reused. The pipeline is run twice, and the second run counts: then the functions are warm. The bare loop of the same two models
runs right after it, on the same cores, with nothing else to do. JAVA_HOME must be a JDK 25.
"""

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import uuid
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
SEED = 7
TIMEOUT_SECONDS = 60


def main() -> None:
    arguments = parse_arguments()
    status = json.loads(subprocess.run([ROOT / "sightline", "status", "--json"], capture_output=True, check=True).stdout)
    api = Api(status["api"])
    pictures = sample(arguments.images, arguments.count)
    print(throughput(status, arguments.images))
    print(freshness(api, pictures))
    print(queries(api, pictures, arguments.rounds))
    print(memory(status))


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measures a running local system.")
    parser.add_argument("--images", type=Path, required=True, help="folder of pictures")
    parser.add_argument("--count", type=int, default=40, help="pictures that are uploaded one by one (default: 40)")
    parser.add_argument("--rounds", type=int, default=100, help="requests of each kind (default: 100)")
    return parser.parse_args()


def sample(folder: Path, count: int) -> list[Path]:
    pictures = sorted(path for path in folder.rglob("*") if path.suffix in {".png", ".jpg"})
    return random.Random(SEED).sample(pictures, min(count, len(pictures)))


class Api:
    """The public HTTP API."""

    def __init__(self, base: str) -> None:
        self.base = base

    def get(self, path: str) -> dict:
        with urllib.request.urlopen(self.base + path, timeout=TIMEOUT_SECONDS) as answer:
            return json.load(answer)

    def post(self, path: str, body: bytes, content_type: str) -> dict:
        request = urllib.request.Request(self.base + path, body, {"Content-Type": content_type})
        with urllib.request.urlopen(request, timeout=TIMEOUT_SECONDS) as answer:
            return json.load(answer)

    def post_json(self, path: str, body: dict) -> dict:
        return self.post(path, json.dumps(body).encode(), "application/json")

    def upload(self, name: str, content: bytes) -> str:
        """Uploads through a presigned request; returns the id of the source."""
        grant = self.post_json("v1/uploads", {"fileName": name, "contentType": "image/png", "bytes": len(content)})
        request = urllib.request.Request(grant["url"], content, grant["headers"], method=grant["method"])
        with urllib.request.urlopen(request, timeout=TIMEOUT_SECONDS):
            return grant["imageId"]

    def wait_until_found(self, source: str) -> str:
        """Polls until the source is indexed and its image answers a query; returns the image's signature."""
        deadline = time.monotonic() + TIMEOUT_SECONDS
        while time.monotonic() < deadline:
            try:
                answer = self.get(f"v1/images/{source}")
                if answer["state"] == "indexed":
                    self.get(f"v1/images/{answer['signature']}/related?limit=1")
                    return answer["signature"]
            except urllib.error.HTTPError as error:
                if error.code != 404:
                    raise
            time.sleep(0.02)
        sys.exit(f"{source} was not indexed within {TIMEOUT_SECONDS} s")


def throughput(status: dict, images: Path) -> str:
    """Images per second from upload to index and in the bare loop, and where the pipeline's processor time goes."""
    pipeline(status, images)
    rate, processor = pipeline(status, images)
    loop = bare_loop()
    lines = [
        f"| pipeline, upload to index | {rate:.1f} images/s | {rate / loop['bare']:.2f} |",
        f"| decode + both models, no queue | {loop['decodeAndAnalyze']:.1f} images/s | {loop['decodeAndAnalyze'] / loop['bare']:.2f} |",
        f"| bare loop of both models | {loop['bare']:.1f} images/s | 1 |",
    ]
    lines += [f"| {part} | {milliseconds:.0f} ms per image |" for part, milliseconds in processor.items()]
    return "\n".join(lines)


def pipeline(status: dict, images: Path) -> tuple[float, dict[str, float]]:
    with tempfile.TemporaryDirectory() as folder:
        count = copy_with_own_bytes(images, Path(folder))
        before, start = processor_seconds(status), time.perf_counter()
        prefix = f"bench-{uuid.uuid4()}"
        subprocess.run([ROOT / "sightline", "upload", folder, "--prefix", prefix, "--wait"], check=True, capture_output=True)
        elapsed, after = time.perf_counter() - start, processor_seconds(status)
        used = {part: (after[part] - before.get(part, 0)) * 1000 / count for part in after}
        return count / elapsed, used


def copy_with_own_bytes(images: Path, folder: Path) -> int:
    pictures = sorted(images.glob("*/*.png"))
    for picture in pictures:
        target = folder / picture.parent.name / picture.name
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(picture.read_bytes() + uuid.uuid4().bytes)
    return len(pictures)


def processor_seconds(status: dict) -> dict[str, float]:
    processes = {part: status[part] for part in ("worker", "localstack", "opensearch")}
    processes |= {function_name(child): child for child in descendants(status["localstack"]) if is_function(child)}
    return {name: sum(map(int, stat_fields(process)[11:13])) / os.sysconf("SC_CLK_TCK") for name, process in processes.items()}


def stat_fields(process: int) -> list[str]:
    return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()


def bare_loop() -> dict:
    """What AnalysisBenchmark in gpu-worker/inference prints, for two threads with one model each."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "classpath"
        goals = ["test-compile", "dependency:build-classpath", f"-Dmdep.outputFile={path}", "-Dmdep.includeScope=test"]
        subprocess.run(["mvn", "-q", "-B", "-pl", "gpu-worker/inference", "-am", *goals], cwd=ROOT, check=True)
        classes = ROOT / "gpu-worker/inference/target"
        class_path = f"{classes}/test-classes:{classes}/classes:{path.read_text()}"
    java = [Path(os.environ["JAVA_HOME"]) / "bin/java", "--enable-native-access=ALL-UNNAMED", "-cp", class_path]
    benchmark = ["dev.sightline.inference.AnalysisBenchmark", cache() / "models", "2", "1", "400"]
    environment = os.environ | {"SIGHTLINE_CORPUS": str(cache() / "corpus/tuxpaint")}
    printed = subprocess.run(java + benchmark, env=environment, check=True, capture_output=True, text=True)
    return json.loads(printed.stdout.splitlines()[-1])


def cache() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "sightline"


def freshness(api: Api, pictures: list[Path]) -> str:
    """Time from the start of an upload to the first answer about its image, one picture after the other."""
    times = []
    for picture in pictures:
        content = picture.read_bytes() + uuid.uuid4().bytes
        start = time.perf_counter()
        api.wait_until_found(api.upload(picture.name, content))
        times.append(time.perf_counter() - start)
    return f"| upload to first hit, {len(times)} pictures one by one | {row(times, 1)} |"


def queries(api: Api, pictures: list[Path], rounds: int) -> str:
    source = api.wait_until_found(api.upload("query.png", pictures[0].read_bytes()))
    photo = pictures[1].read_bytes()
    box = {"x": 0.1, "y": 0.1, "w": 0.6, "h": 0.6}
    kinds = {
        "Related Pins": lambda: api.get(f"v1/images/{source}/related"),
        "Flashlight, free box": lambda: api.post_json("v1/flashlight", {"imageId": source, "box": box}),
        "Lens": lambda: api.post("v1/lens", photo, "image/png"),
    }
    return "\n".join(measured(name, ask, rounds) for name, ask in kinds.items())


def measured(name: str, ask, rounds: int) -> str:
    for _ in range(10):
        ask()
    client, function = [], []
    for _ in range(rounds):
        start = time.perf_counter()
        answer = ask()
        client.append(time.perf_counter() - start)
        function.append(answer["tookMs"] / 1000)
    return f"| {name}, in the function | {row(function, 0)} |\n| {name}, at the client | {row(client, 0)} |"


def row(seconds: list[float], digits: int) -> str:
    cuts = statistics.quantiles(seconds, n=20, method="inclusive")
    return f"{cuts[9] * 1000:.{digits}f} ms | {cuts[18] * 1000:.{digits}f} ms"


def memory(status: dict) -> str:
    lines = [f"| {part} | {resident_megabytes(status[part]):.0f} MB |" for part in ("opensearch", "localstack", "worker")]
    functions = filter(is_function, descendants(status["localstack"]))
    lines += [f"| {function_name(child)} | {resident_megabytes(child):.0f} MB |" for child in functions]
    return "\n".join(lines)


def is_function(process: int) -> bool:
    return b"runtime.api.client.AWSLambda" in Path(f"/proc/{process}/cmdline").read_bytes()


def function_name(process: int) -> str:
    entries = Path(f"/proc/{process}/environ").read_bytes().split(b"\0")
    names = [entry.split(b"=", 1)[1].decode() for entry in entries if entry.startswith(b"AWS_LAMBDA_FUNCTION_NAME=")]
    return names[0] if names else f"process {process}"


def resident_megabytes(process: int) -> float:
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def descendants(process: int) -> list[int]:
    children = [
        int(child) for task in Path(f"/proc/{process}/task").iterdir() for child in (task / "children").read_text().split()
    ]
    return children + [grandchild for child in children for grandchild in descendants(child)]


if __name__ == "__main__":
    main()
