"""CloudFormation asks this function to let a role into OpenSearch, or to shut it out. At most 4096 characters."""

import http.client
import json
import os
import time
import urllib.request

from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.session import Session

API = "/_plugins/_security/api"
RIGHTS = {
    "cluster_permissions": ["cluster_composite_ops", "cluster_monitor"],
    "index_permissions": [{"index_patterns": ["sightline-*"], "allowed_actions": ["indices_all"]}],
}
# Another stack changes the same document, or the domain has just been made.
AGAIN = {409, 429, 500, 502, 503, 504}
PAUSE_S = 5
ATTEMPTS = 20


def handler(event, context):
    """Does what CloudFormation asks for, and tells it how that ended, whatever happens: it would wait for an hour."""
    wanted = event["ResourceProperties"]
    try:
        change(event["RequestType"], wanted["Name"], wanted["Role"])
        answer(event, "SUCCESS", "mapped")
    except Exception as failure:
        answer(event, "FAILED", f"{wanted['Name']}: {failure!r}")


def change(request, name, role):
    """A role and its mapping have the same name; what is gone already needs no deletion."""
    if request == "Delete":
        call("DELETE", f"{API}/rolesmapping/{name}", None, {200, 404})
        call("DELETE", f"{API}/roles/{name}", None, {200, 404})
    else:
        call("PUT", f"{API}/roles/{name}", RIGHTS, {200, 201})
        call("PUT", f"{API}/rolesmapping/{name}", {"backend_roles": [role]}, {200, 201})


def call(method, path, body, good):
    """One signed request, again while OpenSearch asks for patience."""
    for _ in range(ATTEMPTS):
        status, text = send(method, path, body)
        if status in good:
            return
        if status not in AGAIN:
            break
        time.sleep(PAUSE_S)
    raise RuntimeError(f"{method} {path} was answered with {status}: {text[:200]}")


def send(method, path, body):
    data = None if body is None else json.dumps(body)
    host = os.environ["DOMAIN"]
    request = AWSRequest(method, f"https://{host}{path}", {"Content-Type": "application/json"}, data)
    SigV4Auth(Session().get_credentials(), "es", os.environ["AWS_REGION"]).add_auth(request)
    connection = http.client.HTTPSConnection(host, timeout=30)
    try:
        connection.request(method, path, data, dict(request.headers))
        response = connection.getresponse()
        return response.status, response.read().decode(errors="replace")
    finally:
        connection.close()


def answer(event, status, reason):
    document = {
        "Status": status,
        "Reason": reason,
        "PhysicalResourceId": event["ResourceProperties"]["Name"],
        **{key: event[key] for key in ("StackId", "RequestId", "LogicalResourceId")},
    }
    data = json.dumps(document).encode()
    request = urllib.request.Request(event["ResponseURL"], data, {"Content-Type": ""}, method="PUT")
    urllib.request.urlopen(request, timeout=30).close()
