"""Lets so many invocations of one version of a function run at once, and the others wait for their turn.

LocalStack starts a process for every invocation that finds no idle one. When requests come faster than
processes start, more and more start at once, none is ready within its time, and all requests fail though few
processes would be enough. AWS has a limit too (reserved concurrency), but refuses what goes beyond it.
"""

import contextlib
import os
import threading
from collections import defaultdict
from collections.abc import Callable, Iterator

from localstack.runtime import hooks

LEAST = 4
EACH_PROCESSOR = 2


class Turns:
    """For each name, at most ``limit`` holders at once; further ones wait, in no order."""

    def __init__(self, limit: int) -> None:
        self._lock = threading.Lock()
        self._places: dict[str, threading.Semaphore] = defaultdict(lambda: threading.Semaphore(limit))

    @contextlib.contextmanager
    def of(self, name: str) -> Iterator[None]:
        with self._lock:
            places = self._places[name]
        with places:
            yield


def limit() -> int:
    """More processes than this only take each other's processor."""
    return max(LEAST, EACH_PROCESSOR * (os.cpu_count() or 1))


@hooks.on_infra_start()
def let_invocations_wait_for_their_turn() -> None:
    """Applied when LocalStack starts."""
    from localstack.services.lambda_.invocation import assignment

    service = assignment.AssignmentService
    service.get_environment = waiting(service.get_environment, Turns(limit()))


def waiting(get_environment: Callable, turns: Turns) -> Callable:
    """The same context manager, entered in its turn: so the processes are as many as the turns."""

    @contextlib.contextmanager
    def get_in_turn(self, version_manager_id: str, *arguments, **named):
        with (
            turns.of(version_manager_id),
            get_environment(self, version_manager_id, *arguments, **named) as environment,
        ):
            yield environment

    return get_in_turn
