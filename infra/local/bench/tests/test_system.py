import os
from pathlib import Path

from sightline_bench.system import System, function_module, resident_megabytes, stage_timers

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
