"""The values that the stages of this package hand to each other."""

from concurrent.futures import Future, InvalidStateError
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Function:
    """One version of a Lambda function, its code unpacked in a folder."""

    name: str
    version: str
    runtime: str
    handler: str
    memory_megabytes: int
    timeout_seconds: float
    code: Path


@dataclass(frozen=True)
class Outcome:
    """The JSON document that an invocation ended with: a response, or an error document."""

    body: bytes
    is_error: bool


class NotDelivered(Exception):
    """The process ended before it took the invocation, which is therefore safe to repeat."""


@dataclass(frozen=True)
class Invocation:
    """One event on its way to a function, and the place where its outcome appears, once."""

    request_id: str
    function_arn: str
    trace_id: str
    payload: bytes
    timeout_seconds: float
    outcome: Future[Outcome] = field(default_factory=Future)

    def complete(self, outcome: Outcome) -> bool:
        """Record the outcome; False if there is one already, which then stays."""
        try:
            self.outcome.set_result(outcome)
        except InvalidStateError:
            return False
        return True

    def reject(self) -> None:
        """Tell the waiting caller that no process took the invocation."""
        try:
            self.outcome.set_exception(NotDelivered(self.request_id))
        except InvalidStateError:
            return
