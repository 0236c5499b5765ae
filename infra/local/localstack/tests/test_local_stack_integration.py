"""The executor inside the real LocalStack, driven through AWS's own client."""

import io
import json
import os
import signal
import subprocess
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from functions import bootstrap_text, eventually, runs
from local_stack import LocalStack, listening_addresses

from sightline_localstack.concurrency import limit

pytestmark = pytest.mark.integration

ROLE = "arn:aws:iam::000000000000:role/lambda"
LOOPBACK_HEX = "0100007F"
JAVA_HANDLER = """
package tests;
public class Greeter {
    public String greet(java.util.Map<String, Object> event) {
        System.out.println("greeting " + event.get("name"));
        return "hello " + event.get("name") + " from " + Runtime.version().feature();
    }
}
"""


@pytest.fixture(scope="session")
def jdk():
    home = os.environ.get("JAVA_HOME")
    assert home, "JAVA_HOME must be a JDK 25"
    return Path(home)


@pytest.fixture(scope="session")
def runtime_client(tmp_path_factory):
    folder = tmp_path_factory.mktemp("ric")
    pom = Path(__file__).parent / "ric" / "pom.xml"
    copy = ["mvn", "-q", "-f", str(pom), "dependency:copy-dependencies", f"-DoutputDirectory={folder}"]
    subprocess.run(copy, check=True)
    return folder


@pytest.fixture(scope="session")
def start(jdk, runtime_client, tmp_path_factory):
    """Starts LocalStacks, and ends those that a test left running."""
    started = []

    def start_one():
        folder = tmp_path_factory.mktemp("localstack")
        started.append(LocalStack(folder, str(jdk / "bin" / "java"), runtime_client))
        return started[-1]

    yield start_one
    for local_stack in started:
        if local_stack.process.poll() is None:
            local_stack.process.kill()
            local_stack.process.wait()


@pytest.fixture(scope="session")
def local_stack(start):
    return start()


def zipped(files: dict[str, bytes | str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def create_function(local_stack, name, **changes):
    """A function with the scripted bootstrap, active."""
    settled = {
        "FunctionName": name,
        "Runtime": "provided.al2023",
        "Handler": "unused",
        "Role": ROLE,
        "Timeout": 10,
        "Code": {"ZipFile": zipped({"bootstrap": bootstrap_text()})},
        "Environment": {"Variables": {"TABLE": "pins"}},
    }
    functions = local_stack.client("lambda")
    functions.create_function(**{**settled, **changes})
    functions.get_waiter("function_active_v2").wait(
        FunctionName=name, WaiterConfig={"Delay": 1, "MaxAttempts": 20}
    )


def invoke(local_stack, name, event):
    """The answer's document, and whether it is an error."""
    reply = local_stack.client("lambda").invoke(FunctionName=name, Payload=json.dumps(event))
    return json.loads(reply["Payload"].read()), "FunctionError" in reply


def create_queue(local_stack, name, **attributes):
    """Returns the queue's URL and ARN."""
    queues = local_stack.client("sqs")
    url = queues.create_queue(QueueName=name, Attributes=attributes)["QueueUrl"]
    attribute = queues.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])
    return url, attribute["Attributes"]["QueueArn"]


def receive(local_stack, url, count, seconds=20):
    """The bodies of as many messages, in order of arrival."""
    queues = local_stack.client("sqs")
    bodies = []

    def enough():
        reply = queues.receive_message(QueueUrl=url, MaxNumberOfMessages=10, WaitTimeSeconds=1)
        bodies.extend(message["Body"] for message in reply.get("Messages", []))
        return len(bodies) >= count

    eventually(enough, seconds)
    return bodies


def test_a_resource_that_local_stack_lacks_is_named_in_its_log(local_stack):
    """LocalStack deploys such a resource "as a fallback"; the launcher then refuses the deployment."""
    template = {"Resources": {"Pool": {"Type": "AWS::Cognito::UserPool", "Properties": {}}}}
    stacks = local_stack.client("cloudformation")

    stacks.create_stack(StackName="unsupported", TemplateBody=json.dumps(template))
    stacks.get_waiter("stack_create_complete").wait(StackName="unsupported", WaiterConfig={"Delay": 1})

    assert "Deployment of resource type AWS::Cognito::UserPool succeeded, but will fail" in local_stack.output


def test_localStack_listensOnLoopbackOnly(local_stack):
    create_function(local_stack, "listening")
    invoke(local_stack, "listening", {})
    assert listening_addresses(local_stack.process.pid) == {LOOPBACK_HEX}
    print(f"ready after {local_stack.start_seconds:.1f} s")


def test_function_invoked_answersAndLogsToItsFile(local_stack):
    create_function(local_stack, "answering")
    answer, is_error = invoke(local_stack, "answering", {"print": "a word", "show": "TABLE"})
    assert not is_error
    assert answer["shown"] == "pins"
    assert "a word\n" in (local_stack.logs / "answering.log").read_text()
    events = local_stack.client("logs")
    found = eventually(lambda: logged(events, "/aws/lambda/answering"))
    assert "a word\n" in found


def logged(events, group):
    try:
        return [e["message"] for e in events.filter_log_events(logGroupName=group)["events"]]
    except events.exceptions.ResourceNotFoundException:
        return []


def test_function_thatFailsCrashesOrHangs_isAnErrorAndRecovers(local_stack):
    create_function(local_stack, "failing", Timeout=1)
    for event, kind in [
        ({"fail": "no box"}, "ValueError"),
        ({"exit": 3}, "Runtime.ExitError"),
        ({"sleep": 30}, "Sandbox.Timedout"),
    ]:
        answer, is_error = invoke(local_stack, "failing", event)
        assert (is_error, answer["errorType"]) == (True, kind)
    answer, is_error = invoke(local_stack, "failing", {})
    assert (is_error, answer["count"]) == (False, 1)


def test_function_invokedConcurrently_runsInSeveralProcesses(local_stack):
    create_function(local_stack, "concurrent")
    with ThreadPoolExecutor(3) as pool:
        answers = list(pool.map(lambda _: invoke(local_stack, "concurrent", {"sleep": 2}), range(3)))
    assert len({answer["pid"] for answer, _ in answers}) == 3


def test_function_invokedMoreOftenThanItMayRun_answersAllInTurn(local_stack):
    create_function(local_stack, "crowded")
    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(lambda _: invoke(local_stack, "crowded", {"sleep": 0.5}), range(20)))
    assert not any(is_error for _, is_error in answers)
    assert len({answer["pid"] for answer, _ in answers}) <= limit()


def test_invocations_leaveNoStackOfAnEndedThread(local_stack):
    create_function(local_stack, "frequent")
    for _ in range(10):
        invoke(local_stack, "frequent", {})
    before = mappings(local_stack.process.pid)
    for _ in range(100):
        invoke(local_stack, "frequent", {})
    # Two mappings for each stack: 200 before they were forgotten.
    eventually(lambda: mappings(local_stack.process.pid) < before + 50)


def mappings(process: int) -> int:
    return len(Path(f"/proc/{process}/maps").read_text().splitlines())


def test_function_updated_runsTheNewCode(local_stack):
    create_function(local_stack, "updated")
    old, _ = invoke(local_stack, "updated", {"show": "VERSION"})
    newer = bootstrap_text().replace("import time\n", "import time\nos.environ['VERSION'] = 'two'\n", 1)
    functions = local_stack.client("lambda")
    functions.update_function_code(FunctionName="updated", ZipFile=zipped({"bootstrap": newer}))
    functions.get_waiter("function_updated_v2").wait(FunctionName="updated")
    new, _ = invoke(local_stack, "updated", {"show": "VERSION"})
    assert (old["shown"], new["shown"]) == (None, "two")
    eventually(lambda: not runs(old["pid"]))


def test_function_configuredAnew_letsWhatRunsFinish(local_stack):
    create_function(local_stack, "changing")
    before, _ = invoke(local_stack, "changing", {})
    functions = local_stack.client("lambda")
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(invoke, local_stack, "changing", {"sleep": 4})
        time.sleep(1)
        functions.update_function_configuration(
            FunctionName="changing", Environment={"Variables": {"A": "1"}}
        )
        functions.get_waiter("function_updated_v2").wait(FunctionName="changing")
        after, _ = invoke(local_stack, "changing", {"show": "A"})
        assert after["shown"] == "1"
        assert running.result()[0]["pid"] == before["pid"]
    eventually(lambda: not runs(before["pid"]))


def test_function_ofUnknownRuntime_failsWithTheReason(local_stack):
    functions = local_stack.client("lambda")
    functions.create_function(
        FunctionName="unknown",
        Runtime="nodejs22.x",
        Handler="a.b",
        Role=ROLE,
        Code={"ZipFile": zipped({"a.js": "1"})},
    )

    def failed():
        found = functions.get_function(FunctionName="unknown")["Configuration"]
        return found if found["State"] == "Failed" else None

    assert "runs java* and provided*, not 'nodejs22.x'" in eventually(failed)["StateReason"]


def test_queue_withPoisonMessage_sendsOnlyThatToTheDeadLetterQueue(local_stack):
    create_function(local_stack, "consuming")
    dead_url, dead_arn = create_queue(local_stack, "dead")
    redrive = json.dumps({"deadLetterTargetArn": dead_arn, "maxReceiveCount": 2})
    url, arn = create_queue(local_stack, "work", RedrivePolicy=redrive, VisibilityTimeout="1")
    local_stack.client("lambda").create_event_source_mapping(
        FunctionName="consuming",
        EventSourceArn=arn,
        BatchSize=10,
        FunctionResponseTypes=["ReportBatchItemFailures"],
    )
    queues = local_stack.client("sqs")
    for body in ("good 1", "poison", "good 2"):
        queues.send_message(QueueUrl=url, MessageBody=body)
    assert receive(local_stack, dead_url, 1) == ["poison"]
    names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
    left = queues.get_queue_attributes(QueueUrl=url, AttributeNames=names)["Attributes"]
    assert set(left.values()) == {"0"}


def test_objectEvents_throughEventBridge_haveRawKeyAndGrowingSequencer(local_stack):
    url, arn = create_queue(local_stack, "uploads")
    bus = local_stack.client("events")
    bus.put_rule(Name="uploads", EventPattern=json.dumps({"source": ["aws.s3"]}))
    bus.put_targets(Rule="uploads", Targets=[{"Id": "queue", "Arn": arn}])
    s3 = local_stack.client("s3")
    s3.create_bucket(Bucket="images", CreateBucketConfiguration={"LocationConstraint": "eu-central-1"})
    s3.put_bucket_notification_configuration(
        Bucket="images", NotificationConfiguration={"EventBridgeConfiguration": {}}
    )
    key = "a b+c é:1.png"
    s3.put_object(Bucket="images", Key=key, Body=b"one")
    s3.put_object(Bucket="images", Key=key, Body=b"two")
    s3.delete_object(Bucket="images", Key=key)
    details = [json.loads(body)["detail"] for body in receive(local_stack, url, 3)]
    assert [detail["object"]["key"] for detail in details] == [key] * 3
    ordered = sorted(details, key=lambda detail: detail["object"]["sequencer"])
    assert len({detail["object"]["sequencer"] for detail in details}) == 3
    assert [detail["reason"] for detail in ordered] == ["PutObject", "PutObject", "DeleteObject"]
    assert ordered[0]["object"]["etag"] == "f97c5d29941bfb1b2fdab0874906ab82"


def test_javaFunction_runsOnTheGivenJdk(local_stack, jdk, tmp_path):
    (tmp_path / "Greeter.java").write_text(JAVA_HANDLER)
    subprocess.run([jdk / "bin" / "javac", "-d", tmp_path, tmp_path / "Greeter.java"], check=True)
    code = {"tests/Greeter.class": (tmp_path / "tests" / "Greeter.class").read_bytes()}
    create_function(
        local_stack,
        "greeting",
        Runtime="java25",
        Handler="tests.Greeter::greet",
        MemorySize=512,
        Timeout=30,
        Code={"ZipFile": zipped(code)},
    )
    began = time.monotonic()
    assert invoke(local_stack, "greeting", {"name": "Ada"}) == ("hello Ada from 25", False)
    print(f"first answer of a Java function after {time.monotonic() - began:.1f} s")
    assert "greeting Ada" in (local_stack.logs / "greeting.log").read_text()


@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 0), (signal.SIGKILL, -9)])
def test_localStack_ended_takesItsFunctionsAlong(start, number, status):
    local_stack = start()
    create_function(local_stack, "orphan")
    answer, _ = invoke(local_stack, "orphan", {"spawn": True})
    began = time.monotonic()
    local_stack.process.send_signal(number)
    assert local_stack.process.wait(30) == status
    print(f"ended after {time.monotonic() - began:.1f} s")
    eventually(lambda: not runs(answer["pid"]) and not runs(answer["child"]))
