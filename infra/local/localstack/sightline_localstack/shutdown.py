"""Makes LocalStack end when it is told to.

LocalStack stops its event loop before the threads that answer requests have finished. A request that is
on its way then (its own calls that store a function's logs and metrics are enough) waits for ever, and
with it the interpreter's exit.
"""

import os
import sys
import threading

from localstack.runtime import hooks

STOP_SECONDS = 15
EXIT_SECONDS = 1


@hooks.on_infra_shutdown()
def end_in_time() -> None:
    """Called when LocalStack begins to shut down."""
    threading.Thread(target=_exit_after_cleanup, name="end-in-time", daemon=True).start()


def _exit_after_cleanup() -> None:
    """Exit as LocalStack would, once its services have stopped and a moment has passed."""
    from localstack.runtime import current, events

    events.infra_stopped.wait(STOP_SECONDS)
    threading.Event().wait(EXIT_SECONDS)
    sys.stdout.flush()
    os._exit(current.get_current_runtime().exit_code)
