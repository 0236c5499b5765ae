"""One execution environment: at most one process, started again after a crash or a time-out."""

import contextlib
import logging
import threading
import time
from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import dataclass, replace

from sightline_localstack.command import UnrunnableFunction
from sightline_localstack.errors import error_document, exit_error
from sightline_localstack.function import Function, Invocation, NotDelivered, Outcome
from sightline_localstack.lifeline import Lifeline
from sightline_localstack.process import RuntimeProcess
from sightline_localstack.runtime_api import EndedAtStart, StartFailed
from sightline_localstack.settings import Settings

LOG = logging.getLogger(__name__)

START_TRIES = 3
"""As AWS does, a runtime that ends while it starts is started again. Here it is also needed: AWS's Java
client unpacks its native library into one file of /tmp for all processes, so that one that starts beside
another may find half of it, and ends."""


class EnvironmentStopped(Exception):
    """The environment was stopped, so it runs nothing any more."""


@dataclass(frozen=True)
class Host:
    """What all environments of one LocalStack share."""

    settings: Settings
    lifeline: Lifeline


class Environment:
    """Runs invocations one after the other. A function that is busy gets further environments."""

    def __init__(self, function: Function, host: Host) -> None:
        self._function = function
        self._host = host
        self._variables: Mapping[str, object] = {}
        self._process: RuntimeProcess | None = None
        self._stopped = False
        self._running = 0
        self._lock = threading.Condition()

    def start(self, variables: Mapping[str, object]) -> None:
        """Start the process. Raises ``StartFailed``."""
        self._variables = variables
        self._start_process()

    def stop(self, patience_seconds: float = 0.0) -> None:
        """End the process and all that it started. An invocation that runs may take that long to finish;
        then it ends with an error."""
        with self._lock:
            self._lock.wait_for(lambda: self._running == 0, timeout=patience_seconds)
            self._stopped = True
            process, self._process = self._process, None
        if process:
            process.stop()

    def invoke(self, invocation: Invocation) -> tuple[Outcome, str]:
        """Run one invocation; returns its outcome and its logs, framed as AWS does.

        Raises ``StartFailed`` if a process had to be started again and could not.
        """
        with self._lock:
            self._running += 1
        try:
            return self._invoke(invocation)
        finally:
            with self._lock:
                self._running -= 1
                self._lock.notify_all()

    def _invoke(self, invocation: Invocation) -> tuple[Outcome, str]:
        began = time.monotonic()
        try:
            process, outcome = self._attempt(invocation)
        except NotDelivered:
            process, outcome = self._attempt_again(invocation)
        milliseconds = (time.monotonic() - began) * 1000
        process.output.note(f"END RequestId: {invocation.request_id}")
        process.output.note(f"REPORT RequestId: {invocation.request_id}\tDuration: {milliseconds:.2f} ms")
        return outcome, process.output.take()

    def recent_output(self) -> str:
        """What the process has printed since the last invocation."""
        process = self._process
        return process.output.take() if process else ""

    def _attempt(self, invocation: Invocation) -> tuple[RuntimeProcess, Outcome]:
        process = self._live_process()
        return process, process.invoke(invocation)

    def _attempt_again(self, invocation: Invocation) -> tuple[RuntimeProcess, Outcome]:
        """The process had died idle. A second death in a row is the function's own fault."""
        process = self._live_process()
        try:
            return process, process.invoke(replace(invocation, outcome=Future()))
        except NotDelivered:
            document = exit_error("it ended before it took the event", invocation.request_id)
            return process, Outcome(document, is_error=True)

    def _live_process(self) -> RuntimeProcess:
        """As on AWS, the invocation that follows a crash or a time-out pays for a new start."""
        process = self._process
        if process and process.alive:
            return process
        if process:
            process.stop()
        return self._start_process()

    def _start_process(self) -> RuntimeProcess:
        for _ in range(START_TRIES - 1):
            with contextlib.suppress(EndedAtStart):
                return self._try_to_start()
        return self._try_to_start()

    def _try_to_start(self) -> RuntimeProcess:
        process = self._new_process()
        try:
            process.wait_until_started(self._host.settings.start_seconds)
        except StartFailed as failure:
            process.stop()
            LOG.warning("%s did not start: %s\n%s", self._function.name, failure, process.output.take())
            raise
        return process

    def _new_process(self) -> RuntimeProcess:
        with self._lock:
            if self._stopped:
                raise EnvironmentStopped(self._function.name)
            try:
                self._process = RuntimeProcess(
                    self._function, self._variables, self._host.settings, self._host.lifeline
                )
            except (UnrunnableFunction, OSError) as failure:
                document = error_document("Runtime.InvalidEntrypoint", str(failure))
                raise StartFailed(document) from failure
            return self._process
