"""Images a second from upload to index, beside the networks alone and beside decoding and analyzing without a queue."""

import argparse
import json
import tempfile
import time
import uuid
from pathlib import Path

from sightline_bench import pictures
from sightline_bench.figures import Step
from sightline_bench.system import System, function_module

AIM = 0.85
HANDLERS = 4
STAGES = ["download", "decode", "detect", "embed", "thumbnail", "store", "publish"]

SUMMARY = """\
The same files in three ways, one after the other on the same cores. The bare loop runs detector and embedder on \
planes that are ready, with as many crops as the detector finds. The second way decodes, analyzes and makes the \
thumbnail, as the worker does, without queue, storage and index; both through the worker's own classes, in 1 and 2 \
threads with a model each. The whole pipeline is the running system with its default of 2 analyzers: upload, events, \
queue, worker, index; on this machine it shares the cores with LocalStack and OpenSearch, which in AWS it does not, so \
the processor time of the worker alone is compared too, without its compilers, which a young JVM keeps busy. On one \
processor: the worker is kept on one of the two. 8 bits: the variants that ./sightline quantize makes. Small: the \
corpus. Large: JPEG files of 4000 x 3000 pixels. Every file is another image in each round."""


def run(system: System, arguments: argparse.Namespace) -> Step:
    step = Step("pipeline", "From upload to index", arguments.quick, SUMMARY)
    rows_time: dict[str, dict] = {}
    rows_processor: dict[str, dict] = {}
    with tempfile.TemporaryDirectory() as folder:
        makers = {
            "small": (pictures.small, 30 if arguments.quick else 200),
            "large": (pictures.large, 4 if arguments.quick else 24),
        }
        for size, (make, count) in makers.items():
            files = make(system.corpus, Path(folder) / size, count)
            measure(system, step, size, files)
            if size == "small":
                measure_eight_bits(system, step, files)
            rows_time[size], rows_processor[size] = rate(system, step, size, files)
            if size == "small":
                rate_on_one_processor(system, step, files)
    step.stack("handlers", "Where the time of an image goes in the worker's handlers", "ms", rows_time)
    step.stack("processor", "Processor time of an image, by process", "ms", rows_processor)
    return step


def folder_of(files: list[Path]) -> Path:
    return files[0].parents[1] if files[0].suffix == ".png" else files[0].parent


def analysis(system: System, step: Step, files: list[Path], *models: str) -> dict:
    """The ways without a system, in Java."""
    rounds = "1" if step.quick else "3"
    arguments = ["--models", str(system.models), "--images", str(folder_of(files)), "--rounds", rounds, "--workers", "1,2"]
    return json.loads(system.bench("analysis", *arguments, *models))


def measure_eight_bits(system: System, step: Step, files: list[Path]) -> None:
    found = analysis(system, step, files, "--embedder", "efficientnet-lite0-int8", "--detector", "nanodet-int8")
    for threads in ("1", "2"):
        step.add(
            f"int8-small-{threads}",
            f"small: decode and analyze with 8 bits, {threads} threads",
            "images/s",
            found[threads]["decodeAndAnalyze"],
            baseline=f"decode-small-{threads}",
        )
    step.stack("stages-int8", "Time of an image without a queue, one thread, 8 bits", "ms", {"small": found["stages"]})


def measure(system: System, step: Step, size: str, files: list[Path]) -> None:
    found = analysis(system, step, files)
    for threads in ("1", "2"):
        rates = found[threads]
        step.add(f"bare-{size}-{threads}", f"{size}: bare loop, {threads} threads", "images/s", rates["bare"])
        step.add(
            f"decode-{size}-{threads}",
            f"{size}: decode and analyze, {threads} threads",
            "images/s",
            rates["decodeAndAnalyze"],
            baseline=f"bare-{size}-{threads}",
        )
    processor = found["2"]["processorMillis"]
    step.add(f"processor-decode-{size}", f"{size}: decode and analyze, processor time of an image", "ms", processor)
    step.stack(f"stages-{size}", f"Time of an image without a queue, one thread, {size}", "ms", {size: found["stages"]})


def rate(system: System, step: Step, size: str, files: list[Path]) -> tuple[dict, dict]:
    """The running system, after rounds to warm up; returns the handlers' and the processors' time of an image."""
    for _ in range(2 if size == "small" and not step.quick else 0):
        upload(system, files)
        pictures.renewed(files)
    upload(system, files)
    rates, worker_times, shares, handlers = [], [], {}, {}
    for _ in range(1 if step.quick else 3):
        pictures.renewed(files)
        before, stages_before = processor_seconds(system), system.worker_stages()
        elapsed = upload(system, files)
        after, stages_after = processor_seconds(system), system.worker_stages()
        shares = {name: (after[name] - before.get(name, 0)) * 1000 / len(files) for name in after}
        handlers = stage_times(stages_before, stages_after, len(files))
        # For a message, or for one of the analyzers, of which there are fewer than handlers.
        handlers["wait"] = HANDLERS * elapsed * 1000 / len(files) - sum(handlers.values())
        rates.append(len(files) / elapsed)
        worker_times.append(shares["worker"])
    step.add(f"system-{size}", f"{size}: whole pipeline", "images/s", rates, baseline=f"decode-{size}-2", aim=AIM)
    step.add(
        f"worker-{size}",
        f"{size}: whole pipeline, processor time of the worker for an image",
        "ms",
        worker_times,
        baseline=f"processor-decode-{size}",
        aim=1 / AIM,
    )
    return handlers, merged(shares)


def rate_on_one_processor(system: System, step: Step, files: list[Path]) -> None:
    rates = []
    with system.worker_on_one_processor():
        for _ in range(1 if step.quick else 3):
            pictures.renewed(files)
            rates.append(len(files) / upload(system, files))
    name = "small: whole pipeline, the worker on one processor"
    step.add("system-small-1", name, "images/s", rates, baseline="decode-small-1", aim=AIM)


def processor_seconds(system: System) -> dict[str, float]:
    """Of each process; the worker without its compilers, which are apart."""
    seconds, compilers = system.processor_seconds(), system.worker_compiler_seconds()
    return seconds | {"worker": seconds["worker"] - compilers, "worker's compilers": compilers}


def upload(system: System, files: list[Path]) -> float:
    """Seconds from the first upload until all is indexed."""
    start = time.perf_counter()
    system.launcher("upload", str(folder_of(files)), "--prefix", f"bench-{uuid.uuid4()}", "--wait")
    return time.perf_counter() - start


def stage_times(before: dict, after: dict, images: int) -> dict[str, float]:
    """Milliseconds of each stage for an image, in their order."""
    return {stage: (after[stage][1] - before.get(stage, (0, 0))[1]) * 1000 / images for stage in STAGES if stage in after}


def merged(shares: dict[str, float]) -> dict[str, float]:
    """Environments of one function together, without the hash behind its name."""
    together: dict[str, float] = {}
    for name, milliseconds in shares.items():
        short = short_name(name)
        together[short] = together.get(short, 0) + milliseconds
    return together


def short_name(process: str) -> str:
    return function_module(process) or process.split("#", maxsplit=1)[0]
