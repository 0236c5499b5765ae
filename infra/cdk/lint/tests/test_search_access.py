"""The function that maps roles in OpenSearch, against a server that answers as OpenSearch does."""

import importlib.util
import json
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src/main/resources/search_access.py"
ROLE = "arn:aws:iam::123456789012:role/SightlinePipeline-ingest"


@pytest.fixture
def access(monkeypatch):
    spec = importlib.util.spec_from_file_location("search_access", SOURCE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module.time, "sleep", lambda _: None)
    return module


class OpenSearch:
    """Answers in turn, then always with the last answer."""

    def __init__(self, *statuses):
        self.statuses = list(statuses)
        self.requests = []

    def send(self, method, path, body):
        self.requests.append((method, path, body))
        return (self.statuses.pop(0) if len(self.statuses) > 1 else self.statuses[0]), "text"


def event(kind):
    return {
        "RequestType": kind,
        "StackId": "stack",
        "RequestId": "request",
        "LogicalResourceId": "resource",
        "ResponseURL": "https://answer.example/",
        "ResourceProperties": {"Name": "sightline-ingest", "Role": ROLE},
    }


def handled(access, monkeypatch, kind, search):
    answers = []
    monkeypatch.setattr(access, "send", search.send)
    monkeypatch.setattr(access, "answer", lambda *answer: answers.append(answer[1:]))
    access.handler(event(kind), None)
    return answers


def test_code_fits_into_a_template():
    assert len(SOURCE.read_text()) <= 4096


def test_create_makes_the_role_and_maps_it(access, monkeypatch):
    search = OpenSearch(201)

    assert handled(access, monkeypatch, "Create", search) == [("SUCCESS", "mapped")]
    assert [(method, path) for method, path, _ in search.requests] == [
        ("PUT", "/_plugins/_security/api/roles/sightline-ingest"),
        ("PUT", "/_plugins/_security/api/rolesmapping/sightline-ingest"),
    ]
    assert search.requests[0][2]["index_permissions"][0]["index_patterns"] == ["sightline-*"]
    assert search.requests[1][2] == {"backend_roles": [ROLE]}


def test_delete_of_what_is_gone_succeeds(access, monkeypatch):
    assert handled(access, monkeypatch, "Delete", OpenSearch(404)) == [("SUCCESS", "mapped")]


def test_conflict_is_tried_again(access, monkeypatch):
    search = OpenSearch(409, 503, 200)

    assert handled(access, monkeypatch, "Update", search) == [("SUCCESS", "mapped")]
    assert len(search.requests) == 4


@pytest.mark.parametrize("status", [403, 409])
def test_refusal_is_told(access, monkeypatch, status):
    (answer,) = handled(access, monkeypatch, "Create", OpenSearch(status))

    assert answer[0] == "FAILED"
    assert str(status) in answer[1]


def test_requests_are_signed_for_opensearch(access, monkeypatch):
    sent = []

    class Connection:
        def __init__(self, host, timeout):
            self.host = host

        def request(self, *request):
            sent.append((self.host, *request))

        def getresponse(self):
            return type("Response", (), {"status": 200, "read": lambda _: b"{}"})()

        def close(self):
            pass

    for name, value in {
        "AWS_ACCESS_KEY_ID": "AKIDEXAMPLE",
        "AWS_SECRET_ACCESS_KEY": "secret",
        "AWS_SESSION_TOKEN": "token",
        "AWS_REGION": "eu-west-1",
        "DOMAIN": "search.example",
    }.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(access.http.client, "HTTPSConnection", Connection)

    assert access.send("PUT", "/path", {"a": 1}) == (200, "{}")
    host, method, path, data, headers = sent[0]
    assert (host, method, path, data) == ("search.example", "PUT", "/path", '{"a": 1}')
    assert "/eu-west-1/es/aws4_request" in headers["Authorization"]
    assert "x-amz-security-token" in headers["Authorization"]


def test_answer_names_the_resource(access, monkeypatch):
    sent = []

    class Reply:
        def close(self):
            pass

    monkeypatch.setattr(
        access.urllib.request, "urlopen", lambda request, timeout: sent.append(request) or Reply()
    )
    access.answer(event("Create"), "SUCCESS", "mapped")

    assert json.loads(sent[0].data) == {
        "Status": "SUCCESS",
        "Reason": "mapped",
        "PhysicalResourceId": "sightline-ingest",
        "StackId": "stack",
        "RequestId": "request",
        "LogicalResourceId": "resource",
    }
    assert sent[0].get_method() == "PUT"
