"""The ways in which a command can fail, each with its exit code."""


class ModelsError(Exception):
    """A failure that the user can act on; `str(error)` is the whole message.

    Exit code 2 is left to argparse (wrong usage), 1 to unexpected errors (Python's own).
    """

    exit_code = 1


class ChecksumMismatch(ModelsError):
    """A file is not the one that is pinned; the message names both digests."""

    exit_code = 3

    def __init__(self, what: str, expected: str, actual: str):
        super().__init__(f"{what}: expected sha256 {expected}, got {actual}")
        self.expected = expected
        self.actual = actual


class DownloadFailed(ModelsError):
    """A package client is missing, or it refused or failed to deliver a package."""

    exit_code = 4


class UnexpectedContent(ModelsError):
    """A package holds something else than what the conversion was written for."""

    exit_code = 5
