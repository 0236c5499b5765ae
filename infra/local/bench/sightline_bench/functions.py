"""Functions: cold and warm, what memory they take, and what the blender adds to the time of its sources at 20 clients."""

import argparse
import contextlib
import json
import os
import random
import signal
import subprocess
import time
import urllib.request
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from sightline_bench import starts
from sightline_bench.figures import Step, rounds
from sightline_bench.pipeline import merged
from sightline_bench.system import System, descendants, function_module, function_name, resident_megabytes

CLIENTS = 20
SEED = 3
OVERHEAD_AIM_MS = {"p50": 5, "p99": 20}
REPETITIONS = 3
# Of the rate of 20 clients without a pause.
PACE = 0.4
NOTICE_SECONDS = 2
# LocalStack tells by the scope to which service a request goes; it checks no signature.
AUTHORIZATION = "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/lambda/aws4_request, SignedHeaders=host, Signature=0"
EMPTY_BATCH = b'{"Records": []}'

SUMMARY = """\
Each function is the zip that AWS gets, on the managed runtime's class loader and options (C1 only), started by \
LocalStack's plugin. Cold: its processes are killed, and the next invocation is timed: start of the process, of the \
function, and the first answer; an empty batch, and for the blender a status request. Beside it the JVM alone (java \
-version). Warm: the same invocation again and again through LocalStack, beside LocalStack's own answer about its \
health. Memory: resident after that, beside what the function is given. What the blender adds: of Related Pins the \
answer's tookMs less that of its slowest source, asked by one client, by 20 at once without a pause, and by 20 at a \
steady rate well below that; what is understood before the sources are asked and what ranks after them counts as \
added, with its own questions to OpenSearch. Beside it OpenSearch's own count of the time of all searches and reads. \
Times are whole milliseconds. Clients share two cores with the function, OpenSearch and LocalStack."""


def run(system: System, arguments: argparse.Namespace) -> Step:
    step = Step("functions", "Functions", arguments.quick, SUMMARY + starts.SUMMARY)
    fill(system)
    add_baselines(system, step)
    phases = {}
    for name, function in functions(system).items():
        cold_and_warm(system, step, name, function)
        # The roll-up is another handler of engagement's zip.
        if name != "rollup":
            program = running(system, function, invocation(system, name, function))
            phases |= starts.measure(step, name, program, first_event(system, name))
    step.stack("phases", "Where the time of a start goes, managed loader", "ms", phases)
    overhead(system, step)
    return step


def running(system: System, function: dict, invoke: Callable[[], None]) -> starts.Program:
    """How LocalStack starts an environment: it may end one at any time, so it is looked at right after an answer."""
    deadline = time.monotonic() + NOTICE_SECONDS * 10
    while time.monotonic() < deadline:
        invoke()
        found = environments(system, function["FunctionName"])
        if found:
            return starts.Program.of(found[0])
    raise TimeoutError(f"expected a process of {function['FunctionName']} after each of its answers, got none")


def invocation(system: System, name: str, function: dict) -> Callable[[], None]:
    """The cheapest question that a function answers."""
    if name == "blender":
        return lambda: system.get("v1/status")
    return lambda: lambda_request(system, "POST", f"/{function['FunctionName']}/invocations", EMPTY_BATCH)


def first_event(system: System, name: str) -> dict:
    if name != "blender":
        return json.loads(EMPTY_BATCH)
    return starts.api_event(f"/v1/images/{images(system, 1)[0]}/related", system.key, {"limit": "20"})


def fill(system: System) -> None:
    """The corpus, once."""
    system.launcher("upload", str(system.corpus), "--prefix", "bench-corpus", "--wait")


def lambda_request(system: System, method: str, path: str, body: bytes | None = None) -> bytes:
    url = f"{system.endpoints['aws']}/2015-03-31/functions{path}"
    request = urllib.request.Request(url, body, {"Authorization": AUTHORIZATION}, method=method)
    with urllib.request.urlopen(request, timeout=120) as answer:
        if answer.headers.get("X-Amz-Function-Error"):
            raise RuntimeError(f"{path}: expected an answer, got {answer.read()[:500]!r}")
        return answer.read()


def functions(system: System) -> dict[str, dict]:
    """The configuration of each deployed function, by the module that it is made of."""
    listed = json.loads(lambda_request(system, "GET", "/"))["Functions"]
    named = {}
    for function in listed:
        module = function_module(function["FunctionName"])
        if module:
            named[module] = function
    return dict(sorted(named.items()))


def milliseconds(action) -> float:
    start = time.perf_counter()
    action()
    return (time.perf_counter() - start) * 1000


def add_baselines(system: System, step: Step) -> None:
    command = [str(system.java), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-version"]
    starts = [milliseconds(lambda: subprocess.run(command, capture_output=True, check=True)) for _ in range(5)]
    step.add("jvm", "the JVM alone, start to end", "ms", starts)
    url = f"{system.endpoints['aws']}/_localstack/health"

    def health() -> None:
        with urllib.request.urlopen(url, timeout=60) as answer:
            answer.read()

    answers = [milliseconds(health) for _ in range(60)]
    step.add("health", "LocalStack about itself, p50", "ms", rounds(answers, 50, REPETITIONS))


def environments(system: System, function: str) -> list[int]:
    return [child for child in descendants(system.parts["localstack"]) if function_name(child) == function]


def cold_and_warm(system: System, step: Step, name: str, function: dict) -> None:
    full, invoke = function["FunctionName"], invocation(system, name, function)
    colds = []
    for _ in range(1 if step.quick else 5):
        kill(system, full)
        colds.append(milliseconds(invoke))
    step.add(f"cold-{name}", f"{name}: cold start to first answer", "ms", colds, baseline="jvm")
    for _ in range(10):
        invoke()
    warm, resident = [], []
    for number in range(30 if step.quick else 300):
        warm.append(milliseconds(invoke))
        if number % 10 == 9:
            # LocalStack may end an environment at any time: memory is read while it is in use, by the last reading.
            read = system.read(resident_megabytes)
            resident = [value for process, value in read.items() if process.split("#", maxsplit=1)[0] == full] or resident
    step.add(f"warm-p50-{name}", f"{name}: warm, p50", "ms", rounds(warm, 50, REPETITIONS), baseline="health")
    step.add(f"warm-p99-{name}", f"{name}: warm, p99", "ms", rounds(warm, 99, REPETITIONS), baseline="health")
    step.add(f"given-{name}", f"{name}: memory that it is given", "MB", [function["MemorySize"]])
    if resident:
        step.add(f"resident-{name}", f"{name}: resident", "MB", resident, baseline=f"given-{name}")
    else:
        step.summary += f" No process of {name} was seen, so its memory is not known."


def kill(system: System, function: str) -> None:
    """Ends all processes of a function, and waits until LocalStack knows and none was started for other work meanwhile."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        for process in environments(system, function):
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        # An invocation that comes before LocalStack has noticed is told of the death.
        time.sleep(NOTICE_SECONDS)
        if not environments(system, function):
            return
    raise TimeoutError(f"{function}: expected its processes to end within 60 s, got {environments(system, function)}")


def images(system: System, count: int) -> list[str]:
    """Signatures of indexed images, evenly drawn."""
    found, path = [], "v1/images?limit=100"
    while len(found) < 1000:
        page = system.get(path)
        found += [image["imageId"] for image in page["images"] if image.get("imageId")]
        if not page.get("next"):
            break
        path = f"v1/images?limit=100&cursor={page['next']}"
    return random.Random(SEED).sample(found, min(count, len(found)))


def overhead(system: System, step: Step) -> None:
    asked = images(system, 200)

    def ask(number: int) -> tuple[float, float]:
        return added_by_blender(system.get(f"v1/images/{asked[number % len(asked)]}/related?limit=20"))

    shares, count = {}, 40 if step.quick else 300
    shares["one client"], _ = ask_at_once(system, step, ask, (1, count))
    shares[f"{CLIENTS} clients"], rate = ask_at_once(system, step, ask, (CLIENTS, 3 * count))
    paced(step, ask, rate * PACE, 2 * count)
    step.stack("answer-processor", "Processor time of an answer, by process", "ms", shares)


def added_by_blender(answer: dict) -> tuple[float, float]:
    """An answer's time, and what of it was not its slowest source's."""
    slowest = max((source.get("tookMs", 0) for group in answer["groups"] for source in group["sources"]), default=0)
    return answer["tookMs"], answer["tookMs"] - slowest


def ask_at_once(system: System, step: Step, ask: Callable, extent: tuple[int, int]) -> tuple[dict[str, float], float]:
    """Asks with so many clients so many times; returns the processor time of an answer by process, and answers a second."""
    clients, count = extent
    with ThreadPoolExecutor(clients) as pool:
        # Each client keeps an environment busy, which answers several times as fast once it is compiled.
        list(pool.map(ask, range((4 if step.quick else 25) * clients)))
        used, searched, start = system.processor_seconds(), search_milliseconds(system), time.perf_counter()
        answers = list(pool.map(ask, range(count)))
        rate = count / (time.perf_counter() - start)
    searched = (search_milliseconds(system) - searched) / count
    shares = {name: (after - used.get(name, after)) * 1000 / count for name, after in system.processor_seconds().items()}
    who = "one client" if clients == 1 else f"{clients} clients"
    step.add(f"opensearch-{clients}", f"OpenSearch's own time for an answer, mean, {who}", "ms", [searched])
    for percent in (50, 99):
        took = rounds([took for took, _ in answers], percent, REPETITIONS)
        step.add(f"took-{clients}-p{percent}", f"answer, p{percent}, {who}", "ms", took, baseline=f"opensearch-{clients}")
    add_overhead(step, str(clients), who, answers)
    step.summary += f" With {who} {rate:.1f} answers a second."
    return merged(shares), rate


def paced(step: Step, ask: Callable, rate: float, count: int) -> None:
    """Asks at a steady rate, whatever the answers take, with as many clients as that needs, at most 20."""
    begin = time.perf_counter()

    def ask_in_time(number: int) -> tuple[float, float]:
        time.sleep(max(0, begin + number / rate - time.perf_counter()))
        return ask(number)

    with ThreadPoolExecutor(CLIENTS) as pool:
        answers = list(pool.map(ask_in_time, range(count)))
    add_overhead(step, "paced", f"{CLIENTS} clients at {PACE:.0%} of the rate that saturates", answers)


def add_overhead(step: Step, identity: str, who: str, answers: list[tuple[float, float]]) -> None:
    for percent in (50, 99):
        added = rounds([added for _, added in answers], percent, REPETITIONS)
        aim = f"aim-{identity}-p{percent}"
        step.add(aim, f"aim for what the blender adds, p{percent}, {who}", "ms", [OVERHEAD_AIM_MS[f"p{percent}"]])
        title = f"what the blender adds to its slowest source, p{percent}, {who}"
        step.add(f"overhead-{identity}-p{percent}", title, "ms", added, baseline=aim, aim=1)


def search_milliseconds(system: System) -> float:
    """What OpenSearch has spent on searches and reads so far; those that ran at once are counted one by one."""
    with urllib.request.urlopen(f"{system.endpoints['search']}/_stats/search,get", timeout=60) as answer:
        total = json.load(answer)["_all"]["total"]
    return total["search"]["query_time_in_millis"] + total["search"]["fetch_time_in_millis"] + total["get"]["time_in_millis"]
