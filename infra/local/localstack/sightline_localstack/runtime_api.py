"""A loopback server for the AWS Lambda Runtime API (version 2018-06-01).

One server serves one runtime process. The process asks for its next invocation with a long poll and
posts the response, so the server is the only link between LocalStack and the function.
"""

import threading
import time
from concurrent.futures import Future
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from sightline_localstack.errors import error_document, exit_error, too_large_error
from sightline_localstack.function import Invocation, Outcome

LOOPBACK = "127.0.0.1"
API_PREFIX = "/2018-06-01/runtime/"
MAX_RESPONSE_BYTES = 6 * 1024 * 1024 + 100
ACCEPTED = (202, b'{"status":"OK"}')
UNKNOWN_REQUEST = (400, error_document("InvalidRequestID", "Invalid request ID"))
ANSWERED_ALREADY = (
    403,
    error_document("InvalidStateTransition", "This invocation has been answered already"),
)
TOO_LARGE = (413, too_large_error(MAX_RESPONSE_BYTES))


class StartFailed(Exception):
    """The runtime could not start; ``document`` is the error document that says why."""

    def __init__(self, document: bytes) -> None:
        super().__init__(document.decode("utf-8", "replace"))
        self.document = document


class EndedAtStart(StartFailed):
    """The process ended before it asked for work, and without a word of its own."""


class RuntimeApi:
    """Serves the Runtime API to one process on a free loopback port. Safe for all threads."""

    def __init__(self) -> None:
        self.started: Future[None] = Future()
        """Done when the process first asks for work; fails with ``StartFailed``."""
        self._changed = threading.Condition()
        self._poll = 0
        self._closed = False
        self._waiting: Invocation | None = None
        self._current: Invocation | None = None
        self._server = _Server((LOOPBACK, 0), _Handler)
        self._server.api = self

    @property
    def address(self) -> str:
        """``host:port``, the form that AWS_LAMBDA_RUNTIME_API has."""
        return f"{LOOPBACK}:{self._server.server_port}"

    def start(self) -> None:
        serve = self._server.serve_forever
        threading.Thread(target=serve, args=(0.1,), name="runtime-api", daemon=True).start()

    def close(self) -> None:
        """End all long polls and give the port back."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        self._server.shutdown()
        self._server.server_close()

    def submit(self, invocation: Invocation) -> None:
        """Offer an invocation to the process; it is rejected if the process has ended."""
        with self._changed:
            if self._closed:
                invocation.reject()
                return
            self._waiting = self._current = invocation
            self._changed.notify_all()

    def next_invocation(self) -> Invocation | None:
        """Wait for work; None if the environment ends, or a newer poll has replaced this one.

        A poll whose connection broke must not swallow an invocation: only the newest one gets it.
        """
        with self._changed:
            self._poll += 1
            mine = self._poll
            self._mark_started(None)
            self._changed.notify_all()
            self._changed.wait_for(lambda: self._closed or self._poll != mine or self._waiting)
            if self._closed or self._poll != mine:
                return None
            taken, self._waiting = self._waiting, None
            return taken

    def finish(self, request_id: str, outcome: Outcome) -> tuple[int, bytes]:
        """Record the process's answer; returns the HTTP status and body to reply with."""
        invocation = self._current
        if invocation is None or invocation.request_id != request_id:
            return UNKNOWN_REQUEST
        too_large = len(outcome.body) > MAX_RESPONSE_BYTES
        accepted = Outcome(TOO_LARGE[1], is_error=True) if too_large else outcome
        if not invocation.complete(accepted):
            return ANSWERED_ALREADY
        return TOO_LARGE if too_large else ACCEPTED

    def fail_start(self, document: bytes) -> tuple[int, bytes]:
        """Record the error that kept the runtime from starting."""
        with self._changed:
            self._mark_started(StartFailed(document))
        return ACCEPTED

    def process_ended(self, reason: str) -> None:
        """Release whoever waits: the process will neither start nor answer any more."""
        with self._changed:
            self._closed = True
            self._mark_started(EndedAtStart(exit_error(reason)))
            if self._waiting:
                self._waiting.reject()
            elif self._current:
                document = exit_error(reason, self._current.request_id)
                self._current.complete(Outcome(document, is_error=True))
            self._changed.notify_all()

    def _mark_started(self, failure: StartFailed | None) -> None:
        if self.started.done():
            return
        if failure:
            self.started.set_exception(failure)
        else:
            self.started.set_result(None)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    api: RuntimeApi

    def handle_error(self, request, client_address) -> None:
        """A killed process breaks its connection; that is no news."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Headers and body go out in one segment: otherwise Nagle's algorithm costs 40 ms an invocation.
    wbufsize = -1
    disable_nagle_algorithm = True
    server: _Server

    def do_GET(self) -> None:
        if self.path != API_PREFIX + "invocation/next":
            self._send(404)
            return
        invocation = self.server.api.next_invocation()
        if invocation is None:
            self.close_connection = True
            return
        self._send(200, invocation.payload, _invocation_headers(invocation))

    def do_POST(self) -> None:
        body = self._read_body()
        api = self.server.api
        match self.path.removeprefix(API_PREFIX).split("/"):
            case ["init", "error"]:
                self._send(*api.fail_start(body))
            case ["invocation", request_id, "response"]:
                self._send(*api.finish(request_id, Outcome(body, is_error=False)))
            case ["invocation", request_id, "error"]:
                self._send(*api.finish(request_id, Outcome(body, is_error=True)))
            case _:
                self._send(404)

    def _read_body(self) -> bytes:
        if self.headers.get("Transfer-Encoding", "").lower() == "chunked":
            return self._read_chunked_body()
        return self.rfile.read(int(self.headers.get("Content-Length") or 0))

    def _read_chunked_body(self) -> bytes:
        chunks = []
        while size := int(self.rfile.readline().split(b";")[0], 16):
            chunks.append(self.rfile.read(size))
            self.rfile.readline()
        while self.rfile.readline().strip():
            pass  # trailers
        return b"".join(chunks)

    def _send(self, status: int, body: bytes = b"", headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        self.wfile.flush()

    def log_message(self, format, *args) -> None:
        """LocalStack logs invocations already."""


def _invocation_headers(invocation: Invocation) -> dict[str, str]:
    deadline_ms = int((time.time() + invocation.timeout_seconds) * 1000)
    return {
        "Lambda-Runtime-Aws-Request-Id": invocation.request_id,
        "Lambda-Runtime-Deadline-Ms": str(deadline_ms),
        "Lambda-Runtime-Invoked-Function-Arn": invocation.function_arn,
        "Lambda-Runtime-Trace-Id": invocation.trace_id,
    }
