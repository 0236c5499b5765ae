"""The error documents that AWS itself answers with when a function cannot."""

import json


def error_document(kind: str, message: str) -> bytes:
    """A Lambda error document: ``errorType`` and ``errorMessage`` as JSON."""
    return json.dumps({"errorType": kind, "errorMessage": message}).encode()


def exit_error(reason: str, request_id: str = "") -> bytes:
    """The runtime's process ended by itself; ``reason`` is for example ``exit status 1``."""
    return error_document("Runtime.ExitError", f"{_prefix(request_id)}Runtime exited with error: {reason}")


def timeout_error(seconds: float, request_id: str = "") -> bytes:
    """The function (or, without a request, its start) took longer than allowed."""
    return error_document(
        "Sandbox.Timedout", f"{_prefix(request_id)}Task timed out after {seconds:.2f} seconds"
    )


def too_large_error(limit: int) -> bytes:
    """The function answered with more bytes than AWS passes on."""
    return error_document(
        "Function.ResponseSizeTooLarge",
        f"Response payload size exceeded maximum allowed payload size ({limit} bytes).",
    )


def _prefix(request_id: str) -> str:
    return f"RequestId: {request_id} Error: " if request_id else ""
