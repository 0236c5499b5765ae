"""python -m sightline_bench STEP --out DIR [--quick] [--soak SECONDS]; ./sightline bench sets the environment that System reads."""

import argparse
from pathlib import Path

from sightline_bench import functions, load, peers, pipeline
from sightline_bench.system import System

STEPS = {"pipeline": pipeline.run, "functions": functions.run, "load": load.run, "peers": peers.run}


def main() -> None:
    parser = argparse.ArgumentParser(prog="sightline_bench")
    parser.add_argument("step", choices=STEPS)
    parser.add_argument("--out", type=Path, required=True, help="folder that STEP.json is written to")
    parser.add_argument("--quick", action="store_true", help="only to see that it works")
    parser.add_argument("--soak", type=float, default=0, help="seconds that the step load goes on for after its rates (default: 0)")
    arguments = parser.parse_args()
    step = STEPS[arguments.step](System.from_environment(), arguments)
    step.write(arguments.out)


if __name__ == "__main__":
    main()
