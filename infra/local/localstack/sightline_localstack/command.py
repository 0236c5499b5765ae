"""How a function's code becomes a process: its command line and its environment."""

import os
from collections.abc import Mapping
from pathlib import Path

from sightline_localstack.function import Function
from sightline_localstack.settings import Settings

RUNTIME_CLIENT_MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda"
INHERITED = ("PATH", "HOME", "LANG", "TMPDIR")
"""All that a function sees of LocalStack's own environment."""

HEAP_SHARE = 0.8
SMALLEST_HEAP_MEGABYTES = 64
JVM_OPTIONS = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED")
"""Those of AWS's managed Java runtimes (the last: the runtime client loads a native library)."""


class UnrunnableFunction(Exception):
    """The function cannot be run as a process here; the message says what is missing."""


def check_runtime(runtime: str) -> None:
    """Raise ``UnrunnableFunction`` for a runtime that is neither Java nor a custom one."""
    if not runtime.startswith(("java", "provided")):
        raise UnrunnableFunction(f"the process executor runs java* and provided*, not {runtime!r}")


def command(function: Function, settings: Settings) -> list[str]:
    """The command line that runs the function."""
    check_runtime(function.runtime)
    if function.runtime.startswith("java"):
        return _java_command(function, settings)
    return [_bootstrap(function.code)]


def environment(function: Function, variables: Mapping[str, object], api: str) -> dict[str, str]:
    """The function's variables: LocalStack's, corrected for a process that is no container.

    ``api`` is the address (``host:port``) of the process's own Runtime API.
    """
    env = {name: os.environ[name] for name in INHERITED if name in os.environ}
    env.update((name, str(value)) for name, value in variables.items())
    env["AWS_LAMBDA_RUNTIME_API"] = api
    env["LAMBDA_TASK_ROOT"] = str(function.code)
    return env


def _java_command(function: Function, settings: Settings) -> list[str]:
    """Only the runtime client is on the class path: as on AWS, its own class loader finds the
    function's classes and ``lib/*.jar`` below ``LAMBDA_TASK_ROOT``."""
    if not settings.java:
        raise UnrunnableFunction("SIGHTLINE_LAMBDA_JAVA must name the java binary of a JDK 25")
    heap = max(SMALLEST_HEAP_MEGABYTES, int(function.memory_megabytes * HEAP_SHARE))
    class_path = os.pathsep.join(_runtime_client_jars(settings))
    return [
        settings.java,
        f"-Xmx{heap}m",
        *JVM_OPTIONS,
        "-cp",
        class_path,
        RUNTIME_CLIENT_MAIN,
        function.handler,
    ]


def _runtime_client_jars(settings: Settings) -> list[str]:
    folder = settings.runtime_client
    jars = sorted(str(jar) for jar in folder.glob("*.jar")) if folder else []
    if not jars:
        raise UnrunnableFunction(
            f"SIGHTLINE_LAMBDA_RIC={folder or ''} holds no jar of the Lambda runtime interface client"
        )
    return jars


def _bootstrap(code: Path) -> str:
    """The custom runtime's entry point, made executable: unpacking may have dropped that bit."""
    bootstrap = code / "bootstrap"
    if not bootstrap.is_file():
        raise UnrunnableFunction(f"there is no file 'bootstrap' in {code}")
    bootstrap.chmod(0o755)
    return str(bootstrap)
