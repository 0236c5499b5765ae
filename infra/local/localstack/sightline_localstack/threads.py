"""Lets LocalStack forget threads that have ended.

It keeps each thread that it starts in a list, to stop it when it ends itself, and starts one for each
invocation (a number for CloudWatch) and more. In Python 3.13 the stack of an ended thread stays mapped
as long as it is kept: after about 30,000 invocations the kernel maps no more, and LocalStack neither
starts threads nor answers.
"""

import threading

from localstack.runtime import hooks


@hooks.on_infra_start()
def forget_ended_threads() -> None:
    """Applied when LocalStack starts."""
    from localstack.utils import threads

    threads.TMP_THREADS = RunningThreads(threads.TMP_THREADS)


class RunningThreads(list):
    """Threads, and what else is to be stopped. Adding drops those that ended, and is thread-safe."""

    def __init__(self, known: list) -> None:
        super().__init__(known)
        self._lock = threading.Lock()

    def append(self, added) -> None:
        with self._lock:
            self[:] = [known for known in self if not has_ended(known)]
            super().append(added)


def has_ended(known) -> bool:
    """Whether this is a thread that ran and is done: one that was not started yet is not."""
    return isinstance(known, threading.Thread) and known.ident is not None and not known.is_alive()
