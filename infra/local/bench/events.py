"""Sends events at a steady rate through the API and counts them in the engagement log; the figures of docs/benchmarks.md.

    ./sightline up
    python3.13 infra/local/bench/events.py [--rate 1000] [--seconds 60] [--report 100] [--state .sightline]

Every event has an id and a rank of its own. A report that is not answered with 202 is sent again, as a client does. In the end each id must
stand in the log, with its rank; an id that stands there twice is allowed (queues deliver at least once) and is told, since readers count ids.
Exit status 1 if an event is missing or wrong. Works with a local system only.
"""

import argparse
import collections
import datetime
import hashlib
import json
import os
import statistics
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid
import xml.etree.ElementTree as ET
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
S3 = "{http://s3.amazonaws.com/doc/2006-03-01/}"
MAX_RANK = 1000
ACCEPTED = 202
SENDERS = 64
TRIES = 20
TIMEOUT_SECONDS = 60
LONGEST_SILENCE_SECONDS = 120


@dataclass
class Sent:
    """A report that was accepted in the end."""

    milliseconds: float
    tries: int


class System:
    """The running local system, as its state folder describes it."""

    def __init__(self, state: Path) -> None:
        system = json.loads((state / "system.json").read_text())
        self.aws = f"http://127.0.0.1:{system['ports']['aws']}"
        outputs = system["outputs"]
        self.bucket = outputs["EngagementBucketName"]
        self.events = f"{self.aws}/_aws/execute-api/{outputs['ApiId']}/{outputs['ApiStage']}/v1/events"

    def report(self, body: bytes) -> int:
        request = urllib.request.Request(self.events, data=body, headers={"Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=TIMEOUT_SECONDS) as response:
                rejected = json.load(response)["rejected"] if response.status == ACCEPTED else []
                if rejected:
                    sys.exit(f"events.py: a valid event was rejected: {rejected[0]}")
                return response.status
        except urllib.error.HTTPError as e:
            return e.code
        except OSError:
            return 0

    def log_keys(self) -> list[str]:
        keys: list[str] = []
        token = ""
        while True:
            query = {"list-type": "2", "prefix": "events/"} | ({"continuation-token": token} if token else {})
            with urllib.request.urlopen(
                f"{self.aws}/{self.bucket}?{urllib.parse.urlencode(query)}"
            ) as response:
                listing = ET.fromstring(response.read())
            keys += [element.text or "" for element in listing.iter(f"{S3}Key")]
            token = listing.findtext(f"{S3}NextContinuationToken") or ""
            if not token:
                return keys

    def lines(self, key: str) -> list[str]:
        with urllib.request.urlopen(f"{self.aws}/{self.bucket}/{urllib.parse.quote(key)}") as response:
            return response.read().decode().splitlines()


def main() -> None:
    arguments = parse_arguments()
    system = System(arguments.state)
    run = uuid.uuid4().hex[:8]
    send_report(system, run, range(1))  # starts the functions
    total = arguments.rate * arguments.seconds
    old = set(system.log_keys())
    print(
        f"{arguments.rate} events/s for {arguments.seconds} s in reports of {arguments.report}; {hardware()}"
    )
    began = time.monotonic()
    sent = send(system, run, arguments)
    accepted_after = time.monotonic() - began
    print(sending(sent, total, accepted_after))
    wrong = count(system, run, old, total, began)
    sys.exit(1 if wrong else 0)


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Sends events at a steady rate and counts them in the log.")
    parser.add_argument("--rate", type=int, default=1000, help="events per second (default: 1000)")
    parser.add_argument("--seconds", type=int, default=60, help="how long (default: 60)")
    parser.add_argument(
        "--report", type=int, default=100, help="events in each report, 1 to 500 (default: 100)"
    )
    parser.add_argument(
        "--state",
        type=Path,
        default=Path(os.environ.get("SIGHTLINE_STATE", ROOT / ".sightline")),
        help="the state folder of the system (default: SIGHTLINE_STATE, then .sightline)",
    )
    return parser.parse_args()


def hardware() -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{os.cpu_count()} cores, {memory:.0f} GB, load {os.getloadavg()[0]:.1f}"


def send(system: System, run: str, arguments: argparse.Namespace) -> list[Sent]:
    """Sends each report at its time, whether or not earlier ones were answered."""
    futures: list[Future[Sent]] = []
    began = time.monotonic()
    with ThreadPoolExecutor(SENDERS) as senders:
        for first in range(0, arguments.rate * arguments.seconds, arguments.report):
            time.sleep(max(0.0, began + first / arguments.rate - time.monotonic()))
            last = min(first + arguments.report, arguments.rate * arguments.seconds)
            futures.append(senders.submit(send_report, system, run, range(first + 1, last + 1)))
    return [future.result() for future in futures]


def send_report(system: System, run: str, numbers: range) -> Sent:
    content = body(run, numbers)
    began = time.monotonic()
    for tries in range(1, TRIES + 1):
        if system.report(content) == ACCEPTED:
            return Sent((time.monotonic() - began) * 1000, tries)
        time.sleep(0.5)
    sys.exit(f"events.py: a report was not accepted in {TRIES} tries")


def body(run: str, numbers: range) -> bytes:
    now = datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    return json.dumps({"events": [event(run, number, now) for number in numbers]}).encode()


def event(run: str, number: int, now: str) -> dict:
    return {
        "eventId": f"{run}-{number}",
        "kind": "impression",
        "requestId": f"load-{run}",
        "query": hashlib.sha256(b"query").hexdigest(),
        "imageId": hashlib.sha256(str(number % MAX_RANK).encode()).hexdigest(),
        "rank": rank(number),
        "platform": "load",
        "user": f"user-{number % 100}",
        "occurredAt": now,
    }


def rank(number: int) -> int:
    return number % MAX_RANK + 1


def sending(sent: list[Sent], total: int, seconds: float) -> str:
    times = sorted(report.milliseconds for report in sent)
    late = sum(report.tries > 1 for report in sent)
    return (
        f"accepted {total} events in {len(sent)} reports within {seconds:.1f} s ({total / seconds:.0f}/s); "
        f"per report p50 {statistics.median(times):.0f} ms, p99 {times[int(len(times) * 0.99)]:.0f} ms; "
        f"{late} reports were sent more than once"
    )


def count(system: System, run: str, read: set[str], total: int, began: float) -> int:
    """Reads new files of the log until all ids are there, or nothing new came for long; returns how many are missing or wrong."""
    found: collections.Counter[int] = collections.Counter()
    wrong = 0
    last_news = time.monotonic()
    while len(found) < total and time.monotonic() - last_news < LONGEST_SILENCE_SECONDS:
        for key in [key for key in system.log_keys() if key not in read]:
            read.add(key)
            last_news = time.monotonic()
            for line in system.lines(key):
                logged = json.loads(line)
                name, _, number = logged["eventId"].partition("-")
                if name == run and int(number) > 0:
                    found[int(number)] += 1
                    wrong += logged["rank"] != rank(int(number))
        time.sleep(1)
    twice = sum(times > 1 for times in found.values())
    missing = total - len(found)
    print(
        f"in the log after {last_news - began:.1f} s: {len(found)} of {total} ids, {missing} missing, {wrong} wrong, "
        f"{twice} in more than one line; {len(read)} files"
    )
    return missing + wrong


if __name__ == "__main__":
    main()
