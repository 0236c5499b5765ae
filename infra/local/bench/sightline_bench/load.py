"""Questions at rising rates until the knee, uploads and questions together, and a soak with slopes of memory and files."""

import argparse
import random
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from sightline_bench import pictures
from sightline_bench.figures import Step, percentile, rounds, slope
from sightline_bench.functions import fill, images
from sightline_bench.system import System, function_module, open_files, resident_megabytes

RATES = [2, 4, 8, 12, 16, 24, 32, 48, 64]
BOX = {"x": 0.1, "y": 0.1, "w": 0.6, "h": 0.6}
CLIENTS = 64
SEED = 5
KNEE_P95_MS = 1000
KNEE_SHARE = 0.95
REPETITIONS = 3
UPLOADS_EACH_SECOND = 1.0
SOAK_SAMPLE_SECONDS = 10

SUMMARY = """\
Of ten questions seven are Related Pins, two Flashlight with a free box, one Lens with a photo, asked at a steady rate \
whatever the answers do; the time of an answer counts from the moment at which it was due. A rate is held if 95 % of \
it is answered and p95 stays below a second; the knee is the largest rate that is. Then uploads, one a second, beside \
questions at half of the knee: each upload has to be indexed in the end. Everything on loopback, through LocalStack's \
gateway, client and system on the same two cores."""


@dataclass
class Answered:
    """What a rate gave: milliseconds of each answer, failures, and answers a second."""

    times: list[float]
    failures: list[str]
    rate: float

    def held(self, asked: float) -> bool:
        return not self.failures and self.rate >= KNEE_SHARE * asked and percentile(self.times, 95) < KNEE_P95_MS


@dataclass
class Uploaded:
    """Milliseconds until uploads were indexed, what is known of those that never were, and why others were refused."""

    times: list[float] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


class Mix:
    """Questions in a fixed random order."""

    def __init__(self, system: System) -> None:
        self.system = system
        self.random = random.Random(SEED)
        self.asked = images(system, 200)
        self.photos = pictures.sample(system.corpus, 20)

    def questions(self, count: int) -> list[Callable[[], None]]:
        return [self.question() for _ in range(count)]

    def question(self) -> Callable[[], None]:
        image, draw = self.random.choice(self.asked), self.random.random()
        if draw < 0.7:
            return lambda: self.system.get(f"v1/images/{image}/related?limit=20")
        if draw < 0.9:
            return lambda: self.system.post("v1/flashlight", {"imageId": image, "box": BOX})
        photo = self.random.choice(self.photos)
        content = photo.read_bytes()
        return lambda: self.system.lens(content, pictures.kind(photo))


def run(system: System, arguments: argparse.Namespace) -> Step:
    step = Step("load", "Load", arguments.quick, SUMMARY)
    fill(system)
    mix = Mix(system)
    alone = one_after_the_other(mix, 20 if step.quick else 150)
    step.add("alone-p50", "one client, one question at a time, p50", "ms", rounds(alone, 50, REPETITIONS))
    step.add("alone-rate", "one client, one question at a time", "answers/s", [1000 * len(alone) / sum(alone)])
    knee = rising(step, mix, 4 if step.quick else 20)
    uploads_and_questions(system, step, mix, knee / 2)
    if arguments.soak > 0:
        soak(system, step, mix, knee / 2, arguments.soak)
    return step


def one_after_the_other(mix: Mix, count: int) -> list[float]:
    times = []
    for question in mix.questions(count):
        start = time.perf_counter()
        question()
        times.append((time.perf_counter() - start) * 1000)
    return times


def at_rate(questions: list[Callable[[], None]], rate: float) -> Answered:
    """Asks at a steady rate; a question that is late because all clients wait counts as slow."""
    start = time.perf_counter()
    failures: list[str] = []

    def ask(number: int) -> float:
        due = start + number / rate
        time.sleep(max(0, due - time.perf_counter()))
        try:
            questions[number]()
        except (RuntimeError, OSError) as failure:
            failures.append(str(failure)[:200])
        return (time.perf_counter() - due) * 1000

    with ThreadPoolExecutor(CLIENTS) as clients:
        times = list(clients.map(ask, range(len(questions))))
    return Answered(times, failures, len(questions) / (time.perf_counter() - start))


def rising(step: Step, mix: Mix, seconds: float) -> float:
    """Returns the knee: the largest rate that was held."""
    knee, medians, tails = float(RATES[0]), [], []
    for rate in RATES[:2] if step.quick else RATES:
        answered = at_rate(mix.questions(int(rate * seconds)), rate)
        medians.append((rate, percentile(answered.times, 50)))
        tails.append((rate, percentile(answered.times, 95)))
        step.add(f"p95-at-{rate}", f"{rate} a second, p95", "ms", rounds(answered.times, 95, REPETITIONS), baseline="alone-p50")
        if not answered.held(rate):
            step.summary += f" At {rate} a second {answered.rate:.1f} were answered, {len(answered.failures)} failed."
            break
        knee = float(rate)
    step.add("knee", "knee", "answers/s", [knee], baseline="alone-rate")
    step.curve(
        "rates", "Time of an answer over the rate of questions", ("questions a second", "ms"), {"p50": medians, "p95": tails}
    )
    return knee


def uploads_and_questions(system: System, step: Step, mix: Mix, rate: float) -> None:
    seconds = 5 if step.quick else 40
    with tempfile.TemporaryDirectory() as folder:
        files = pictures.small(system.corpus, Path(folder), int(seconds * UPLOADS_EACH_SECOND))
        uploaded, answered = together(system, mix, files, rate)
    step.add("questions-p95", "questions beside uploads, p95", "ms", rounds(answered.times, 95, REPETITIONS), baseline="alone-p50")
    step.add("failed", "questions beside uploads that failed", "lost", [len(answered.failures)])
    fresh = rounds(uploaded.times, 50, REPETITIONS)
    step.add("upload-p50", "upload to indexed beside questions, p50", "ms", fresh, baseline="alone-p50")
    step.add("refused", f"uploads that were refused, of {len(files)}", "lost", [len(uploaded.refused)])
    step.add("lost", "uploads that were accepted and not indexed", "lost", [len(uploaded.lost)])


def together(system: System, mix: Mix, files: list[Path], rate: float) -> tuple[Uploaded, Answered]:
    """Uploads at a steady rate beside questions."""
    start, uploaded = time.perf_counter(), Uploaded()

    def upload(number: int) -> None:
        time.sleep(max(0, start + number / UPLOADS_EACH_SECOND - time.perf_counter()))
        begun, file = time.perf_counter(), files[number]
        try:
            source = system.upload(file.name, file.read_bytes(), pictures.kind(file))
        except (RuntimeError, OSError) as refusal:
            uploaded.refused.append(str(refusal)[:200])
            return
        try:
            system.wait_until_found(source)
        except OSError as late:
            uploaded.lost.append(str(late)[:200])
            return
        uploaded.times.append((time.perf_counter() - begun) * 1000)

    with ThreadPoolExecutor(CLIENTS) as clients:
        uploads = [clients.submit(upload, number) for number in range(len(files))]
        answered = at_rate(mix.questions(max(1, int(len(files) / UPLOADS_EACH_SECOND * rate))), rate)
        for each in uploads:
            each.result()
    return uploaded, answered


def soak(system: System, step: Step, mix: Mix, rate: float, seconds: float) -> None:
    """Uploads and questions for a long time; memory and open files of each process are read between two turns."""
    memory: dict[str, list[tuple[float, float]]] = {}
    files: dict[str, list[tuple[float, float]]] = {}
    total, failures, questions = Uploaded(), [], 0
    start = time.perf_counter()
    while time.perf_counter() - start < seconds:
        with tempfile.TemporaryDirectory() as folder:
            taken = pictures.small(system.corpus, Path(folder), int(SOAK_SAMPLE_SECONDS * UPLOADS_EACH_SECOND))
            uploaded, answered = together(system, mix, taken, rate)
        total.times += uploaded.times
        total.lost += uploaded.lost
        total.refused += uploaded.refused
        failures, questions = failures + answered.failures, questions + len(answered.times)
        minute = (time.perf_counter() - start) / 60
        for readings, what in ((memory, resident_megabytes), (files, open_files)):
            for name, value in system.read(what).items():
                readings.setdefault(name, []).append((minute, value))
        done = f"{questions} questions ({len(failures)} failed), {len(total.times)} uploads indexed"
        bad = f"{len(total.refused)} refused, {len(total.lost)} lost"
        print(f"load: soak, minute {minute:.1f} of {seconds / 60:.0f}: {done}, {bad}", flush=True)
    report_soak(step, memory, files, seconds)
    accepted = len(total.times) + len(total.lost)
    step.add("soak-lost", f"soak: uploads that were not indexed, of {accepted}", "lost", [len(total.lost)])
    step.add("soak-refused", f"soak: uploads that were refused, of {accepted + len(total.refused)}", "lost", [len(total.refused)])
    step.add("soak-failed", f"soak: questions that failed, of {questions}", "lost", [len(failures)])
    for text in sorted({*failures, *total.refused, *total.lost})[:3]:
        step.summary += f" One that was not answered: {text}"


def report_soak(step: Step, memory: dict, files: dict, seconds: float) -> None:
    """Slopes of the second half: caches and heaps fill in the first."""
    shown = {function_module(name) or name: points for name, points in memory.items() if "#" not in name}
    step.curve("soak", "Resident memory over the soak", ("minutes", "MB"), dict(list(shown.items())[:5]))
    for name, points in memory.items():
        half = [point for point in points if point[0] > seconds / 120]
        half_files = [point for point in files.get(name, []) if point[0] > seconds / 120]
        if min(len(half), len(half_files)) < 3:
            continue
        step.summary += f" Soak, second half, {name}: {slope(half) * 1024:+.0f} KB a minute at {half[-1][1]:.0f} MB"
        step.summary += f", {slope(half_files):+.2f} files a minute."
