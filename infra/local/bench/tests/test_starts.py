import zipfile

import pytest

from sightline_bench.functions import added_by_blender
from sightline_bench.starts import Program, Start, first_loads, phase_lengths

LOG = """[1000ms] java.lang.Object source: shared objects file
[1030ms] com.amazonaws.services.lambda.runtime.api.client.AWSLambda source: file:/ric.jar
[1100ms] io.quarkus.runner.ApplicationImpl source: file:/code/
[1400ms] dev.sightline.logs.LogFormat source: file:/code/lib/logs.jar
"""
STARTED = Start(ready=950, answered=1200, processor=900, resident=200)


def test_phaseLengths_ofALog_endWithReadinessAndAnswer():
    lengths = phase_lengths(first_loads(LOG), 990, STARTED)

    assert lengths == {"JVM": 40, "client": 70, "Quarkus": 300, "own objects": 540, "first answer": 250}


def test_phaseLengths_withoutAPhase_namesTheClassThatIsMissing():
    with pytest.raises(ValueError, match=r"own objects: expected the class dev\.sightline\.logs\.LogFormat"):
        phase_lengths(first_loads("\n".join(LOG.splitlines()[:3])), 990, STARTED)


def test_flat_ofAFunction_hasItsClassesAndJarsBehindTheClient(tmp_path):
    code = tmp_path / "code"
    (code / "lib").mkdir(parents=True)
    (code / "dev").mkdir()
    (code / "dev/Own.class").write_bytes(b"own")
    (code / "lib/other.jar").write_bytes(b"other")
    program = Program(["java", "-Xmx1m", "-cp", "client.jar", "Main", "Handler"], code, {})

    flat = program.flat(tmp_path / "flat")

    path = f"client.jar:{tmp_path}/flat/function.jar:{code}/lib/other.jar"
    assert flat.command == ["java", "-Xmx1m", "-cp", path, "Main", "Handler"]
    assert list(flat.folder.iterdir()) == []
    assert zipfile.ZipFile(tmp_path / "flat/function.jar").namelist() == ["dev/Own.class"]


def test_addedByBlender_ofAnAnswer_isWhatItsSlowestSourceDidNotTake():
    answer = {"tookMs": 30, "groups": [{"sources": [{"tookMs": 5}, {"tookMs": 20}, {}]}]}

    assert added_by_blender(answer) == (30, 10)
    assert added_by_blender({"tookMs": 30, "groups": []}) == (30, 30)
