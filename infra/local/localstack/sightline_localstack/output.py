"""What a function's process prints: live into the function's log file, and kept for LocalStack."""

import os
import select
import threading
from io import RawIOBase
from pathlib import Path
from typing import BinaryIO

KEPT_BYTES = 256 * 1024
READ_BYTES = 64 * 1024
READS_AT_ONCE = 16
"""Many times what a pipe holds, so all that was in it before the call is covered."""
LONGEST_LINE_BYTES = 64 * 1024


def open_log(folder: Path, function_name: str) -> RawIOBase:
    """The log file of a function, for appending."""
    folder.mkdir(parents=True, exist_ok=True)
    return (folder / f"{function_name}.log").open("ab", buffering=0)


class FunctionOutput:
    """Reads the pipe that is a process's standard output and error. Safe for all threads.

    The log file gets whole lines only, each batch in one appending write: several processes of one
    function share the file without cutting into each other's lines.
    """

    def __init__(self, pipe: BinaryIO, log: RawIOBase) -> None:
        self._lock = threading.Lock()
        self._pipe = pipe
        self._kept = bytearray()
        self._unfinished_line = bytearray()
        self._log = log
        os.set_blocking(pipe.fileno(), False)
        self._reader = threading.Thread(target=self._read_to_end, name="lambda-output", daemon=True)
        self._reader.start()

    def note(self, line: str) -> None:
        """Add a line of our own after all that the process has printed until now."""
        with self._lock:
            self._drain()
            self._end_line()
            self._append(line.encode() + b"\n")

    def take(self) -> str:
        """All output since the last call, its tail if that is long.

        Complete: what the process printed before it answered an invocation is in the pipe by then.
        """
        with self._lock:
            self._drain()
            text = self._kept.decode("utf-8", "replace")
            self._kept.clear()
            return text

    def close(self) -> None:
        """Wait for the end of the output, which the end of the process group brings. Later notes are
        kept for ``take`` only."""
        self._reader.join(timeout=1)
        with self._lock:
            self._log.close()

    def _read_to_end(self) -> None:
        poll = select.poll()
        poll.register(self._pipe, select.POLLIN)
        open_still = True
        while open_still:
            poll.poll()
            with self._lock:
                open_still = self._drain()
        with self._lock:
            self._end_line()
            self._pipe.close()

    def _drain(self) -> bool:
        """Take over what is in the pipe now, but not all that an endless printer adds meanwhile; False
        at the pipe's end."""
        if self._pipe.closed:
            return False
        try:
            for _ in range(READS_AT_ONCE):
                chunk = os.read(self._pipe.fileno(), READ_BYTES)
                if not chunk:
                    return False
                self._append(chunk)
        except BlockingIOError:
            pass
        return True

    def _end_line(self) -> None:
        if self._unfinished_line:
            self._append(b"\n")

    def _append(self, chunk: bytes) -> None:
        self._kept += chunk
        del self._kept[:-KEPT_BYTES]
        self._unfinished_line += chunk
        whole = self._unfinished_line.rfind(b"\n") + 1
        if len(self._unfinished_line) - whole > LONGEST_LINE_BYTES:
            whole = len(self._unfinished_line)
        if whole:
            self._write_log(self._unfinished_line[:whole])
            del self._unfinished_line[:whole]

    def _write_log(self, lines: bytes) -> None:
        if not self._log.closed:
            self._log.write(lines)
