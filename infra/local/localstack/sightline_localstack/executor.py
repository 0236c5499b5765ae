"""LocalStack's view of one execution environment.

LocalStack makes one executor for each environment: it starts a further one when all others are busy,
and stops one that has been idle for LAMBDA_KEEPALIVE_MS or whose function changed.
"""

import functools
import os
from pathlib import Path

from localstack import config
from localstack.services.lambda_.invocation.executor_endpoint import StatusErrorException
from localstack.services.lambda_.invocation.lambda_models import FunctionVersion, InvocationResult
from localstack.services.lambda_.invocation.runtime_executor import (
    LambdaRuntimeException,
    RuntimeExecutor,
)

from sightline_localstack.command import check_runtime
from sightline_localstack.environment import Environment, EnvironmentStopped, Host
from sightline_localstack.function import Function, Invocation
from sightline_localstack.lifeline import Lifeline
from sightline_localstack.rollover import ending
from sightline_localstack.runtime_api import LOOPBACK, StartFailed
from sightline_localstack.settings import Settings


class ProcessExecutor(RuntimeExecutor):
    """Translates between LocalStack's types and an ``Environment``."""

    def __init__(self, id: str, function_version: FunctionVersion) -> None:
        super().__init__(id=id, function_version=function_version)
        self._environment = Environment(_function(function_version), _host())

    def start(self, env_vars: dict[str, str]) -> None:
        try:
            self._environment.start(env_vars)
        except StartFailed as failure:
            raise _startup_error(failure) from failure

    def stop(self) -> None:
        self._environment.stop(0.0 if ending() else float(self.function_version.config.timeout))

    def invoke(self, payload: dict[str, str]) -> InvocationResult:
        invocation = Invocation(
            request_id=payload["invoke-id"],
            function_arn=payload["invoked-function-arn"],
            trace_id=payload.get("trace-id") or "",
            payload=payload["payload"].encode(),
            timeout_seconds=self.function_version.config.timeout,
        )
        try:
            outcome, logs = self._environment.invoke(invocation)
        except StartFailed as failure:
            raise _startup_error(failure) from failure
        except EnvironmentStopped as stopped:
            raise LambdaRuntimeException(f"environment of {stopped} was stopped") from stopped
        return InvocationResult(invocation.request_id, outcome.body, is_error=outcome.is_error, logs=logs)

    def get_address(self) -> str:
        return LOOPBACK

    def get_endpoint_from_executor(self) -> str:
        """An address, not a name: the AWS SDKs then use path-style S3 requests by themselves."""
        return LOOPBACK

    def get_runtime_endpoint(self) -> str:
        """LocalStack's own protocol for containers; the processes here do not use it."""
        return f"http://{LOOPBACK}:{config.GATEWAY_LISTEN[0].port}/_localstack_lambda/{self.id}"

    def get_logs(self) -> str:
        return self._environment.recent_output()

    @classmethod
    def prepare_version(cls, function_version: FunctionVersion) -> None:
        """Unpack the code. A runtime that cannot be run fails here: the function's state says so."""
        check_runtime(function_version.config.runtime or "container image")
        function_version.config.code.prepare_for_execution()

    @classmethod
    def cleanup_version(cls, function_version: FunctionVersion) -> None:
        """Nothing was prepared beyond the unpacked code, which LocalStack deletes itself."""

    @classmethod
    def validate_environment(cls) -> bool:
        _host()
        return True


@functools.cache
def _host() -> Host:
    return Host(Settings.read(os.environ), Lifeline())


def _function(version: FunctionVersion) -> Function:
    return Function(
        name=version.id.function_name,
        version=version.id.qualifier,
        runtime=version.config.runtime or "",
        handler=version.config.handler or "",
        memory_megabytes=version.config.memory_size,
        timeout_seconds=version.config.timeout,
        code=Path(version.config.code.get_unzipped_code_location()),
    )


def _startup_error(failure: StartFailed) -> StatusErrorException:
    return StatusErrorException("Environment startup failed", payload=failure.document)
