import os

import pytest
from functions import a_function

from sightline_localstack.environment import Environment, Host
from sightline_localstack.lifeline import Lifeline
from sightline_localstack.settings import Settings


@pytest.fixture(scope="session")
def lifeline():
    return Lifeline()


@pytest.fixture
def logs(tmp_path):
    return tmp_path / "logs"


@pytest.fixture
def environments(tmp_path, logs, lifeline):
    """Makes started environments of the scripted function and stops them after the test."""
    made = []

    def make(variables=None, start_seconds=20.0, **changes):
        host = Host(Settings(logs=logs, start_seconds=start_seconds), lifeline)
        environment = Environment(a_function(tmp_path / "code", **changes), host)
        made.append(environment)
        environment.start({"PATH": os.environ["PATH"], **(variables or {})})
        return environment

    yield make
    for environment in made:
        environment.stop()
