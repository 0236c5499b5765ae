"""Lets what runs in a function's former version finish when the function changes, as AWS does.

LocalStack stops the former version at once, and whoever runs in it or has just been sent to it gets an error.
"""

import time

from localstack.runtime import events, hooks

LATE_SECONDS = 1.0


@hooks.on_infra_start()
def let_former_versions_finish() -> None:
    """Applied when LocalStack starts."""
    from localstack.services.lambda_.invocation.version_manager import LambdaVersionManager

    _wait_for_late_invocations(LambdaVersionManager)


def _wait_for_late_invocations(manager: type) -> None:
    """Those that were sent to the version before another one took its place, and have not begun yet."""
    stop = manager.stop

    def stop_later(self):
        if not ending():
            time.sleep(LATE_SECONDS)
        stop(self)

    manager.stop = stop_later


def ending() -> bool:
    """Whether LocalStack itself ends: then nothing is waited for."""
    return events.infra_stopping.is_set()
