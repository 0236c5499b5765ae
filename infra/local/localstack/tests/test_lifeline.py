import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from functions import eventually, runs

from sightline_localstack.lifeline import Lifeline

HOLDER = """
import subprocess, sys, time
from sightline_localstack.lifeline import Lifeline
lifeline = Lifeline()
children = [subprocess.Popen(["sleep", "600"], start_new_session=True) for _ in range(3)]
for child in children:
    lifeline.hold(child.pid)
lifeline.release(children[2].pid)
print(*(child.pid for child in children), flush=True)
time.sleep(600)
"""


@pytest.fixture
def sleepers():
    """Makes processes in groups of their own."""
    made = []

    def make():
        made.append(subprocess.Popen(["sleep", "600"], start_new_session=True))
        return made[-1].pid

    yield make
    for process in made:
        process.kill()
        process.wait()


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_endOfHolder_killsHeldGroupsOnly(number):
    root = Path(__file__).parent.parent
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER],
        stdout=subprocess.PIPE,
        cwd=root,
        env={**os.environ, "PYTHONPATH": "."},
    )
    first, second, released = map(int, holder.stdout.readline().split())
    holder.send_signal(number)
    holder.wait()
    eventually(lambda: not runs(first) and not runs(second))
    assert runs(released)
    os.kill(released, signal.SIGKILL)


def test_hold_afterDeathOfGuard_startsAnother(sleepers):
    lifeline = Lifeline()
    early, late = sleepers(), sleepers()
    lifeline.hold(early)
    lifeline._guard.kill()
    lifeline._guard.wait()
    lifeline.hold(late)
    lifeline._guard.stdin.close()
    eventually(lambda: not runs(early) and not runs(late))
