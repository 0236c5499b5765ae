"""What the executor is told by LocalStack's own environment."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


class MissingSetting(Exception):
    """A variable that the executor needs is not set."""


@dataclass(frozen=True)
class Settings:
    """Folders and programs, as ``environment.json`` names them.

    ``java`` and ``runtime_client`` are needed by ``java*`` functions only.
    """

    logs: Path
    java: str = ""
    runtime_client: Path | None = None
    start_seconds: float = 60

    @classmethod
    def read(cls, variables: Mapping[str, str]) -> "Settings":
        logs = variables.get("SIGHTLINE_LAMBDA_LOGS")
        if not logs:
            raise MissingSetting("SIGHTLINE_LAMBDA_LOGS must name the folder of the log files")
        client = variables.get("SIGHTLINE_LAMBDA_RIC")
        return cls(
            logs=Path(logs),
            java=variables.get("SIGHTLINE_LAMBDA_JAVA", ""),
            runtime_client=Path(client) if client else None,
            start_seconds=float(variables.get("LAMBDA_RUNTIME_ENVIRONMENT_TIMEOUT") or 60),
        )
