import json

import pytest

from sightline_bench.figures import Step, percentile, rounds, slope


def test_percentile_ofTen_isTheNearestRank():
    values = [float(value) for value in range(10, 0, -1)]

    assert (percentile(values, 50), percentile(values, 95), percentile(values, 1)) == (5, 10, 1)


def test_percentile_ofNothing_isRefused():
    with pytest.raises(ValueError, match="got none"):
        percentile([], 50)


def test_add_withoutValues_isRefused():
    with pytest.raises(ValueError, match="resident: expected at least one value, got none"):
        Step("functions", "Functions", True, "").add("resident", "resident", "MB", [])


def test_rounds_ofNine_givesOneValueForEachThird():
    assert rounds([1, 2, 3, 10, 20, 30, 100, 200, 300], 50, 3) == [2, 20, 200]


def test_rounds_ofFewerValuesThanRounds_givesThemAll():
    assert rounds([3, 1], 50, 3) == [3, 1]


def test_slope_ofALine_isItsRise():
    assert slope([(0, 1), (1, 3), (2, 5)]) == pytest.approx(2)


def test_slope_atOnePlace_isRefused():
    with pytest.raises(ValueError, match="got 2 at 1"):
        slope([(1, 1), (1, 2)])


def test_write_ofAStep_hasTheFormThatTheReportReads(tmp_path):
    step = Step("load", "Load", True, "What it is.")
    step.add("limit", "limit", "images/s", [1])
    step.add("own", "own", "ms", [2, 3], baseline="limit", aim=1)
    step.curve("rates", "Rates", ("x", "y"), {"p50": [(1, 2)]})
    step.stack("time", "Time", "ms", {"small": {"decode": 1}, "large": {"decode": 2, "detect": -1}})
    step.write(tmp_path)

    written = json.loads((tmp_path / "load.json").read_text())
    assert [figure["better"] for figure in written["figures"]] == ["HIGHER", "LOWER"]
    assert written["figures"][1] | {"name": ""} == {
        "id": "own",
        "name": "",
        "unit": "ms",
        "better": "LOWER",
        "values": [2.0, 3.0],
        "baseline": "limit",
        "aim": 1,
    }
    assert written["curves"][0]["lines"] == [{"name": "p50", "points": [[1.0, 2.0]]}]
    assert written["stacks"][0]["rows"] == [{"name": "small", "values": [1.0, 0.0]}, {"name": "large", "values": [2.0, 0.0]}]
    assert written["command"] == "./sightline bench --only load"
