from sightline_bench.system import stage_timers

METRICS = """# TYPE sightline_worker_stage_seconds summary
sightline_worker_stage_seconds_count{stage="decode"} 4.0
sightline_worker_stage_seconds_sum{stage="decode"} 0.5
sightline_worker_stage_seconds_max{stage="decode"} 0.2
sightline_worker_images_total{outcome="analyzed"} 4.0
"""


def test_stageTimers_ofMetrics_givesCountAndSeconds():
    assert stage_timers(METRICS) == {"decode": (4.0, 0.5)}
