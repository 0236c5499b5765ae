"""Ends the functions' processes when LocalStack's own process ends, whatever ended it.

Functions run in process groups of their own, so a LocalStack that is killed (SIGKILL, out of memory)
would leave them behind. One small guard process therefore holds the other end of a pipe: the pipe
closes when LocalStack is gone, and the guard kills every group that it was told of.

Not done with PR_SET_PDEATHSIG: that signal fires when the *thread* that started the child ends, and
LocalStack starts functions from short-lived threads; it also reaches no grandchildren.
"""

import contextlib
import logging
import os
import signal
import subprocess
import sys
import threading

LOG = logging.getLogger(__name__)


class Lifeline:
    """Tells the guard process which process groups depend on this process. Safe for all threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._groups: set[int] = set()
        self._guard: subprocess.Popen[bytes] | None = None

    def hold(self, group: int) -> None:
        """From now on, the group is killed when this process ends."""
        with self._lock:
            self._groups.add(group)
            self._tell(b"+%d\n" % group)

    def release(self, group: int) -> None:
        """The group has ended; its number may soon belong to somebody else."""
        with self._lock:
            self._groups.discard(group)
            self._tell(b"-%d\n" % group)

    def _tell(self, line: bytes) -> None:
        if self._guard:
            try:
                self._guard.stdin.write(line)
                return
            except BrokenPipeError:
                LOG.warning("the guard process of the Lambda functions was killed; starting another")
        self._guard = _start_guard()
        self._guard.stdin.write(b"".join(b"+%d\n" % group for group in self._groups))


def kill_group(group: int, number: signal.Signals) -> None:
    """Signal a whole process group, which may be gone already."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(group, number)


def _start_guard() -> subprocess.Popen[bytes]:
    """In a session of its own, so that no signal to LocalStack's group ends it first."""
    return subprocess.Popen(
        [sys.executable, "-I", "-S", __file__],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        bufsize=0,
    )


def _guard() -> None:
    """The guard's main: follow the groups until the pipe closes, then kill those that remain."""
    groups: set[int] = set()
    for line in sys.stdin:
        group = int(line[1:])
        if line[0] == "+":
            groups.add(group)
        else:
            groups.discard(group)
    for group in groups:
        kill_group(group, signal.SIGKILL)


if __name__ == "__main__":
    _guard()
