import os
import subprocess
import threading
from pathlib import Path

from sightline_bench.system import (
    System,
    compiler_seconds,
    descendants,
    function_module,
    keep_on,
    resident_megabytes,
    seconds_of,
    stage_timers,
)

METRICS = """# TYPE sightline_worker_stage_seconds summary
sightline_worker_stage_seconds_count{stage="decode"} 4.0
sightline_worker_stage_seconds_sum{stage="decode"} 0.5
sightline_worker_stage_seconds_max{stage="decode"} 0.2
sightline_worker_images_total{outcome="analyzed"} 4.0
"""


def test_stageTimers_ofMetrics_givesCountAndSeconds():
    assert stage_timers(METRICS) == {"decode": (4.0, 0.5)}


def test_functionModule_ofAStackThatIsCalledAlike_isThatOfTheFunction():
    assert function_module("SightlineEngagement-rollupfunctionFunction3C-2a031436") == "rollup"
    assert function_module("SightlineEngagement-engagementfunctionFuncti-d5a00abc") == "engagement"
    assert function_module("worker") is None


class SystemOfTwo(System):
    def processes(self) -> dict[str, int]:
        return {"this": os.getpid(), "ended": 2**30}


def test_read_ofAProcessThatEnded_leavesItOut():
    nowhere = Path()
    system = SystemOfTwo(nowhere, nowhere, nowhere, nowhere, "", {}, {})

    found = system.read(resident_megabytes)

    assert list(found) == ["this"]
    assert found["this"] > 1


def test_compilerSeconds_ofAThreadThatIsNamedLikeOne_isItsTime():
    done, end = threading.Event(), threading.Event()

    def compile_much() -> None:
        Path(f"/proc/self/task/{threading.get_native_id()}/comm").write_text("C2 CompilerThre")
        while seconds_of(Path(f"/proc/self/task/{threading.get_native_id()}/stat")) < 0.05:
            pass
        done.set()
        end.wait()

    compiler = threading.Thread(target=compile_much)
    before = compiler_seconds(os.getpid())
    compiler.start()
    done.wait()
    spent = compiler_seconds(os.getpid())
    end.set()
    compiler.join()

    assert before == 0
    assert spent >= 0.05


def test_keepOn_aProcess_movesItsThreads():
    all_of_them = os.sched_getaffinity(0)
    one = {min(all_of_them)}
    keep_on(os.getpid(), one)
    kept = os.sched_getaffinity(0)
    keep_on(os.getpid(), all_of_them)

    assert kept == one
    assert os.sched_getaffinity(0) == all_of_them


class SystemThatAnswers(System):
    def request(self, method: str, path: str, body: bytes | None = None, kind: str = "application/json") -> tuple[int, bytes]:
        return self.parts["answers"].pop(0)


def test_waitUntilFound_ofASourceWhoseStateIsRefusedOnce_asksAgain():
    nowhere = Path()
    answers = [(404, b"{}"), (503, b"{}"), (200, b'{"state": "pending"}'), (200, b'{"state": "indexed", "signature": "ab"}')]
    system = SystemThatAnswers(nowhere, nowhere, nowhere, nowhere, "", {}, {"answers": answers})

    assert system.wait_until_found("source") == "ab"
    assert answers == []


def test_descendants_ofAProcessWhoseThreadsEnd_areAllThere():
    child, done = subprocess.Popen(["sleep", "60"]), threading.Event()

    def start_and_end_threads():
        while not done.is_set():
            threading.Thread(target=lambda: None).start()

    churn = [threading.Thread(target=start_and_end_threads) for _ in range(2)]
    for thread in churn:
        thread.start()
    try:
        found = [child.pid in descendants(os.getpid()) for _ in range(300)]
    finally:
        done.set()
        child.kill()
        child.wait()

    assert all(found)
