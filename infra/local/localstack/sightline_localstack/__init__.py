"""A LocalStack plugin that runs Lambda functions as plain local processes, without Docker.

Read it in this order, the way of one invocation:

- ``plugins``: the entry point through which LocalStack finds the executor
- ``executor``: LocalStack's view of one execution environment
- ``environment``: one execution environment, its process started again after a crash or time-out
- ``process``: one life of a function's process, from start to kill
- ``command``: the process's command line and variables
- ``runtime_api``: the Lambda Runtime API that the process talks to
- ``output``: what the process prints, to the function's log file and back to LocalStack
- ``lifeline``: ends all processes if LocalStack itself is killed

Two corrections to LocalStack stand alone: ``s3_events`` makes its S3 events equal to those of AWS, and
``shutdown`` makes it end when it is told to. Only these two, ``plugins`` and ``executor`` know LocalStack;
all else runs, and is tested, without it.
"""
