"""A custom runtime that does what its event tells it; the tests copy it as a function's bootstrap."""

import http.client
import json
import os
import signal
import subprocess
import sys
import time

API = os.environ["AWS_LAMBDA_RUNTIME_API"]
PREFIX = "/2018-06-01/runtime/"
COUNTS = {"invocations": 0}


def handle(event):
    """What to do are the event's keys: print, spawn, sleep, exit, kill, fail, size, show."""
    COUNTS["invocations"] += 1
    if "Records" in event:
        return {"batchItemFailures": poisoned(event["Records"])}
    act(event)
    answer = {"pid": os.getpid(), "count": COUNTS["invocations"], "event": event}
    if "spawn" in event:
        answer["child"] = spawn_stubborn_child()
    if "size" in event:
        answer["filler"] = "x" * event["size"]
    if "show" in event:
        answer["shown"] = os.environ.get(event["show"])
    return answer


def act(event):
    if "print" in event:
        print(event["print"], flush=True)
    time.sleep(event.get("sleep", 0))
    if "exit" in event:
        os._exit(event["exit"])
    if "kill" in event:
        os.kill(os.getpid(), signal.SIGKILL)
    if "fail" in event:
        raise ValueError(event["fail"])


def poisoned(records):
    return [{"itemIdentifier": r["messageId"]} for r in records if r["body"] == "poison"]


def spawn_stubborn_child():
    """A child that ignores SIGTERM; returns its process id once it does."""
    code = "import signal,time; signal.signal(15, signal.SIG_IGN); print('up', flush=True); time.sleep(600)"
    child = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
    child.stdout.readline()
    return child.pid


def seen_before():
    """Whether a process of this function has started before; the next one will find this one's trace."""
    try:
        os.close(os.open("started", os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        return True
    return False


def call(method, path, body=None):
    connection = http.client.HTTPConnection(API)
    connection.request(method, PREFIX + path, body)
    response = connection.getresponse()
    return response, response.read()


def main():
    start = os.environ.get("START", "")
    if start == "exit":
        sys.exit(7)
    if start == "exit-at-first" and not seen_before():
        sys.exit(7)
    if start == "fail":
        call("POST", "init/error", b'{"errorType":"Init","errorMessage":"no model"}')
        sys.exit(1)
    if start == "hang":
        time.sleep(600)
    if start == "ignore-term":
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
    while True:
        response, body = call("GET", "invocation/next")
        request = response.headers["Lambda-Runtime-Aws-Request-Id"]
        try:
            answer = json.dumps(handle(json.loads(body)))
            call("POST", f"invocation/{request}/response", answer)
        except ValueError as error:
            document = json.dumps({"errorType": "ValueError", "errorMessage": str(error)})
            call("POST", f"invocation/{request}/error", document)


main()
