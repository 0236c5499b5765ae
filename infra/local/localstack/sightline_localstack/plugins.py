"""The entry point through which LocalStack finds the process executor."""

from localstack.services.lambda_.invocation.plugins import RuntimeExecutorPlugin


class ProcessExecutorPlugin(RuntimeExecutorPlugin):
    """Chosen with ``LAMBDA_RUNTIME_EXECUTOR=process``."""

    name = "process"

    def load(self, *args, **kwargs):
        from sightline_localstack.executor import ProcessExecutor

        return ProcessExecutor
