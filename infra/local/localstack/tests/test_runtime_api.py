import http.client
import json
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from functions import an_invocation, eventually

from sightline_localstack.function import NotDelivered
from sightline_localstack.runtime_api import API_PREFIX, MAX_RESPONSE_BYTES, RuntimeApi, StartFailed


@pytest.fixture
def api():
    api = RuntimeApi()
    api.start()
    yield api
    api.close()


def call(api, method, path, body=None, **options):
    connection = http.client.HTTPConnection(api.address, timeout=5)
    connection.request(method, API_PREFIX + path, body, **options)
    response = connection.getresponse()
    return response, response.read()


def delivered(api, event=None):
    """An invocation that the process has taken and not answered."""
    invocation = an_invocation(event)
    api.submit(invocation)
    call(api, "GET", "invocation/next")
    return invocation


def respond(api, invocation, body, outcome="response", **options):
    return call(api, "POST", f"invocation/{invocation.request_id}/{outcome}", body, **options)[0].status


def test_address_isOnLoopback(api):
    assert api.address.startswith("127.0.0.1:")


def test_next_withWork_sendsPayloadAndHeaders(api):
    invocation = an_invocation({"key": "é"})
    api.submit(invocation)
    response, body = call(api, "GET", "invocation/next")
    assert body == invocation.payload
    assert response.headers["Lambda-Runtime-Aws-Request-Id"] == invocation.request_id
    assert response.headers["Lambda-Runtime-Invoked-Function-Arn"] == invocation.function_arn
    assert response.headers["Lambda-Runtime-Trace-Id"] == "Root=1-2-3"
    assert int(response.headers["Lambda-Runtime-Deadline-Ms"]) > 0


def test_next_withoutWork_waitsAndMarksStarted(api):
    assert not api.started.done()
    with ThreadPoolExecutor(1) as pool:
        poll = pool.submit(call, api, "GET", "invocation/next")
        api.started.result(timeout=5)
        assert not poll.done()
        invocation = an_invocation()
        api.submit(invocation)
        assert poll.result(timeout=5)[1] == invocation.payload


def test_next_polledTwice_givesWorkToTheNewerPoll(api):
    with ThreadPoolExecutor(2) as pool:
        older = pool.submit(call, api, "GET", "invocation/next")
        api.started.result(timeout=5)
        newer = pool.submit(call, api, "GET", "invocation/next")
        with pytest.raises(http.client.RemoteDisconnected):
            older.result(timeout=5)
        invocation = an_invocation()
        api.submit(invocation)
        assert newer.result(timeout=5)[1] == invocation.payload


def test_response_toCurrentInvocation_completesIt(api):
    invocation = delivered(api)
    assert respond(api, invocation, b'{"ok":1}') == 202
    outcome = invocation.outcome.result(timeout=1)
    assert (outcome.body, outcome.is_error) == (b'{"ok":1}', False)


def test_error_toCurrentInvocation_completesItAsError(api):
    invocation = delivered(api)
    assert respond(api, invocation, b'{"errorType":"X"}', outcome="error") == 202
    assert invocation.outcome.result(timeout=1).is_error


def test_response_chunked_isJoined(api):
    invocation = delivered(api)
    chunks = iter([b'{"a":', b"1}"])
    status = respond(api, invocation, chunks, headers={"Transfer-Encoding": "chunked"}, encode_chunked=True)
    assert status == 202
    assert invocation.outcome.result(timeout=1).body == b'{"a":1}'


def test_response_second_isDropped(api):
    invocation = delivered(api)
    respond(api, invocation, b"1")
    assert respond(api, invocation, b"2") == 403
    assert invocation.outcome.result(timeout=1).body == b"1"


def test_response_toEarlierInvocation_isDropped(api):
    late, current = delivered(api), delivered(api)
    assert respond(api, late, b"late") == 400
    assert not current.outcome.done()


def test_response_largerThanLimit_becomesError(api):
    invocation = delivered(api)
    assert respond(api, invocation, b"x" * (MAX_RESPONSE_BYTES + 1)) == 413
    outcome = invocation.outcome.result(timeout=1)
    assert outcome.is_error
    assert json.loads(outcome.body)["errorType"] == "Function.ResponseSizeTooLarge"


def test_response_atLimit_isAccepted(api):
    assert respond(api, delivered(api), b"x" * MAX_RESPONSE_BYTES) == 202


def test_initError_failsStart(api):
    assert call(api, "POST", "init/error", b'{"errorType":"Init"}')[0].status == 202
    with pytest.raises(StartFailed) as failure:
        api.started.result(timeout=1)
    assert failure.value.document == b'{"errorType":"Init"}'


@pytest.mark.parametrize(("method", "path"), [("GET", "elsewhere"), ("POST", "invocation/next")])
def test_unknownPath_isNotFound(api, method, path):
    assert call(api, method, path, b"")[0].status == 404


def test_processEnded_beforeDelivery_rejectsInvocation(api):
    invocation = an_invocation()
    api.submit(invocation)
    api.process_ended("signal 9")
    with pytest.raises(NotDelivered):
        invocation.outcome.result(timeout=1)


def test_processEnded_afterDelivery_completesWithExitError(api):
    invocation = delivered(api)
    api.process_ended("exit status 3")
    document = json.loads(invocation.outcome.result(timeout=1).body)
    assert document == {
        "errorType": "Runtime.ExitError",
        "errorMessage": f"RequestId: {invocation.request_id} Error: Runtime exited with error: exit status 3",
    }


def test_submit_afterProcessEnded_rejectsInvocation(api):
    api.process_ended("signal 9")
    invocation = an_invocation()
    api.submit(invocation)
    with pytest.raises(NotDelivered):
        invocation.outcome.result(timeout=1)


def test_close_whilePolled_endsThePoll():
    api = RuntimeApi()
    api.start()
    with ThreadPoolExecutor(1) as pool:
        poll = pool.submit(call, api, "GET", "invocation/next")
        api.started.result(timeout=5)
        api.close()
        with pytest.raises(http.client.RemoteDisconnected):
            poll.result(timeout=5)
    eventually(lambda: not any(t.name == "runtime-api" for t in threading.enumerate()))
