import contextlib
import threading

from functions import eventually

from sightline_localstack.concurrency import Turns, limit, waiting


class Service:
    """Counts who is inside."""

    def __init__(self) -> None:
        self.inside = 0
        self.most = 0
        self._lock = threading.Lock()

    @contextlib.contextmanager
    def get_environment(self, version, *, kind):
        with self._lock:
            self.inside += 1
            self.most = max(self.most, self.inside)
        try:
            yield f"{version} {kind}"
        finally:
            with self._lock:
                self.inside -= 1


def test_waiting_withMoreThanTheLimit_letsTheRestWait():
    service, leave, got = Service(), threading.Event(), []
    get_environment = waiting(Service.get_environment, Turns(2))

    def invoke():
        with get_environment(service, "v1", kind="on-demand") as environment:
            got.append(environment)
            leave.wait(10)

    threads = [threading.Thread(target=invoke) for _ in range(5)]
    for thread in threads:
        thread.start()
    eventually(lambda: service.inside == 2)
    leave.set()
    for thread in threads:
        thread.join(10)

    assert got == ["v1 on-demand"] * 5
    assert service.most == 2


def test_waiting_onAnotherVersion_doesNotWait():
    service = Service()
    get_environment = waiting(Service.get_environment, Turns(1))

    with get_environment(service, "v1", kind="a"), get_environment(service, "v2", kind="a") as second:
        assert second == "v2 a"


def test_waiting_afterAFailure_givesTheTurnBack():
    service = Service()
    get_environment = waiting(Service.get_environment, Turns(1))

    with contextlib.suppress(ValueError), get_environment(service, "v1", kind="a"):
        raise ValueError
    with get_environment(service, "v1", kind="a") as again:
        assert again == "v1 a"


def test_limit_onAnyMachine_isFourOrMore():
    assert limit() >= 4
