import json
import os
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from functions import an_invocation, eventually, runs

from sightline_localstack.environment import EnvironmentStopped
from sightline_localstack.runtime_api import StartFailed


def answer(environment, event=None, timeout_seconds=10.0):
    outcome, _ = environment.invoke(an_invocation(event, timeout_seconds))
    assert not outcome.is_error, outcome.body
    return json.loads(outcome.body)


def error(environment, event, timeout_seconds=10.0):
    outcome, _ = environment.invoke(an_invocation(event, timeout_seconds))
    assert outcome.is_error
    return json.loads(outcome.body)


def test_invoke_twice_usesOneProcess(environments):
    environment = environments()
    first, second = answer(environment), answer(environment)
    assert first["pid"] == second["pid"]
    assert second["count"] == 2


def test_invoke_withVariables_passesThem(environments):
    environment = environments({"TABLE": "pins"})
    assert answer(environment, {"show": "TABLE"})["shown"] == "pins"


def test_invoke_thatFails_keepsTheProcess(environments):
    environment = environments()
    pid = answer(environment)["pid"]
    assert error(environment, {"fail": "no box"}) == {"errorType": "ValueError", "errorMessage": "no box"}
    assert answer(environment)["pid"] == pid


@pytest.mark.parametrize(("event", "reason"), [({"exit": 3}, "exit status 3"), ({"kill": True}, "signal 9")])
def test_invoke_thatCrashes_isAnErrorAndTheNextRunsInANewProcess(environments, event, reason):
    environment = environments()
    pid = answer(environment)["pid"]
    document = error(environment, event)
    assert document["errorType"] == "Runtime.ExitError"
    assert document["errorMessage"].endswith(f"Runtime exited with error: {reason}")
    again = answer(environment)
    assert again["pid"] != pid
    assert again["count"] == 1


def test_invoke_afterIdleDeath_runsInANewProcess(environments):
    environment = environments()
    pid = answer(environment)["pid"]
    os.kill(pid, signal.SIGKILL)
    eventually(lambda: not runs(pid))
    assert answer(environment)["pid"] != pid


def test_invoke_beyondTimeout_killsTheWholeGroupAndRestarts(environments):
    environment = environments()
    before = answer(environment, {"spawn": True})
    began = time.monotonic()
    invocation = an_invocation({"sleep": 60}, timeout_seconds=0.5)
    outcome, logs = environment.invoke(invocation)
    assert time.monotonic() - began < 5
    assert json.loads(outcome.body) == {
        "errorType": "Sandbox.Timedout",
        "errorMessage": f"RequestId: {invocation.request_id} Error: Task timed out after 0.50 seconds",
    }
    assert "Task timed out after 0.50 seconds" in logs
    eventually(lambda: not runs(before["pid"]) and not runs(before["child"]))
    assert answer(environment)["count"] == 1


def test_invoke_concurrently_runsOneProcessPerEnvironment(environments):
    several = [environments() for _ in range(3)]
    began = time.monotonic()
    with ThreadPoolExecutor(3) as pool:
        answers = list(pool.map(lambda e: answer(e, {"sleep": 2}), several))
    assert time.monotonic() - began < 5.5
    assert len({a["pid"] for a in answers}) == 3


def test_start_withInitError_failsWithTheRuntimesDocument(environments):
    with pytest.raises(StartFailed) as failure:
        environments({"START": "fail"})
    assert json.loads(failure.value.document) == {"errorType": "Init", "errorMessage": "no model"}


def test_start_thatExits_failsWithExitError(environments):
    with pytest.raises(StartFailed, match="exit status 7"):
        environments({"START": "exit"})


def test_start_thatExitsAtFirst_isTriedAgain(environments):
    environment = environments({"START": "exit-at-first"})
    assert answer(environment)["count"] == 1


def test_start_thatHangs_failsInTime(environments):
    with pytest.raises(StartFailed, match=r"timed out after 0\.50 seconds"):
        environments({"START": "hang"}, start_seconds=0.5)


def test_start_withoutBootstrap_namesTheFolder(environments, tmp_path):
    with pytest.raises(StartFailed, match="no file 'bootstrap'"):
        environments(code=tmp_path)


def test_stop_endsTheWholeGroup(environments):
    environment = environments()
    made = answer(environment, {"spawn": True})
    environment.stop()
    eventually(lambda: not runs(made["pid"]) and not runs(made["child"]))


def test_stop_withPatience_letsTheInvocationFinish(environments):
    environment = environments()
    answer(environment)
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(answer, environment, {"sleep": 1})
        time.sleep(0.3)
        environment.stop(patience_seconds=30)
        assert running.result()["count"] == 2
    with pytest.raises(EnvironmentStopped):
        answer(environment)


def test_stop_withoutPatience_endsTheInvocationWithAnError(environments):
    environment = environments()
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(error, environment, {"sleep": 30}, 60.0)
        time.sleep(0.3)
        environment.stop(patience_seconds=0.2)
        assert running.result()["errorType"] == "Runtime.ExitError"


def test_stop_ofProcessThatIgnoresTerm_killsIt(environments):
    environment = environments({"START": "ignore-term"})
    pid = answer(environment)["pid"]
    environment.stop()
    assert not runs(pid)


def test_stop_whileInvoked_endsTheInvocationWithAnError(environments):
    environment = environments()
    answer(environment)
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(environment.invoke, an_invocation({"sleep": 60}, 60))
        time.sleep(0.3)
        environment.stop()
        outcome, _ = running.result(timeout=5)
    assert json.loads(outcome.body)["errorType"] == "Runtime.ExitError"


def test_invoke_afterStop_isRefused(environments):
    environment = environments()
    environment.stop()
    with pytest.raises(EnvironmentStopped):
        environment.invoke(an_invocation())


def test_stop_leavesNoThreadBehind(environments):
    before = threading.active_count()
    environment = environments()
    answer(environment)
    environment.stop()
    eventually(lambda: threading.active_count() <= before)


def test_largeAnswer_arrivesWhole(environments):
    assert len(answer(environments(), {"size": 4_000_000})["filler"]) == 4_000_000
