"""One life of a function's runtime process, from start to kill."""

import os
import signal
import subprocess
import threading
from collections.abc import Mapping
from concurrent.futures import TimeoutError as NotInTime

from sightline_localstack.command import command, environment
from sightline_localstack.errors import timeout_error
from sightline_localstack.function import Function, Invocation, Outcome
from sightline_localstack.lifeline import Lifeline, kill_group
from sightline_localstack.output import FunctionOutput, open_log
from sightline_localstack.runtime_api import RuntimeApi, StartFailed
from sightline_localstack.settings import Settings

TERMINATE_SECONDS = 2


class RuntimeProcess:
    """The process, its Runtime API server and its output. Never restarted: a new life is a new
    object. The process leads a group of its own, and the group ends with it."""

    def __init__(
        self,
        function: Function,
        variables: Mapping[str, object],
        settings: Settings,
        lifeline: Lifeline,
    ) -> None:
        self._function = function
        self._lifeline = lifeline
        self._ended = threading.Event()
        line = command(function, settings)
        log = open_log(settings.logs, function.name)
        self._api = RuntimeApi()
        self._api.start()
        self._process = self._launch(line, environment(function, variables, self._api.address))
        self.output = FunctionOutput(self._process.stdout, log)
        threading.Thread(target=self._await_end, name="lambda-process", daemon=True).start()

    @property
    def alive(self) -> bool:
        return not self._ended.is_set()

    def wait_until_started(self, seconds: float) -> None:
        """Block until the runtime asks for work.

        Raises ``StartFailed`` with the runtime's own error document, or with one that tells how its
        process ended or that the time is over.
        """
        try:
            self._api.started.result(timeout=seconds)
        except NotInTime:
            raise StartFailed(timeout_error(seconds)) from None

    def invoke(self, invocation: Invocation) -> Outcome:
        """Run one invocation; a process that outlives the time-out is killed.

        Raises ``NotDelivered`` if the process ended before it took the invocation.
        """
        self.output.note(f"START RequestId: {invocation.request_id} Version: {self._function.version}")
        self._api.submit(invocation)
        try:
            return invocation.outcome.result(timeout=invocation.timeout_seconds)
        except NotInTime:
            return self._time_out(invocation)

    def stop(self) -> None:
        """End the process group politely, then by force, and free what it held."""
        if self.alive:
            kill_group(self._process.pid, signal.SIGTERM)
        if not self._ended.wait(TERMINATE_SECONDS):
            self._kill()
        self.output.close()
        self._api.close()

    def _time_out(self, invocation: Invocation) -> Outcome:
        document = timeout_error(invocation.timeout_seconds, invocation.request_id)
        timed_out = Outcome(document, is_error=True)
        if not invocation.complete(timed_out):
            return invocation.outcome.result()
        self._kill()
        self.output.note(
            f"{invocation.request_id} Task timed out after {invocation.timeout_seconds:.2f} seconds"
        )
        return timed_out

    def _launch(self, line: list[str], variables: dict[str, str]) -> subprocess.Popen[bytes]:
        try:
            process = subprocess.Popen(
                line,
                cwd=self._function.code,
                env=variables,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        except OSError:
            self._api.close()
            raise
        self._lifeline.hold(process.pid)
        return process

    def _await_end(self) -> None:
        """Follow the process to its end, and take what is left of its group along.

        The process is reaped last: until then no other group can have its number.
        """
        os.waitid(os.P_PID, self._process.pid, os.WEXITED | os.WNOWAIT)
        kill_group(self._process.pid, signal.SIGKILL)
        self._lifeline.release(self._process.pid)
        status = self._process.wait()
        self._ended.set()
        self._api.process_ended(f"signal {-status}" if status < 0 else f"exit status {status}")

    def _kill(self) -> None:
        if self.alive:
            kill_group(self._process.pid, signal.SIGKILL)
            self._ended.wait()
