from sightline_bench.system import function_module, stage_timers

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
