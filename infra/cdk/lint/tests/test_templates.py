"""cfn-lint on every template that the Java tests of infra/cdk have written: run those first."""

import subprocess
import sys
from pathlib import Path

import pytest

TEMPLATES = Path(__file__).parents[2] / "target/templates"


def deployments():
    return sorted(folder.name for folder in TEMPLATES.glob("*")) or ["none"]


def lint(*files):
    """CDK names dependencies that references enforce already, and an output may pass on another's export."""
    program = Path(sys.executable).with_name("cfn-lint")
    return subprocess.run(
        [program, "--ignore-checks", "W3005", "W6001", "--", *files],
        capture_output=True,
        text=True,
        check=False,
    )


def test_there_are_templates_of_every_deployment():
    assert deployments() == ["dev", "local", "native", "prod", "traced"], "run the tests of infra/cdk first"


@pytest.mark.parametrize("deployment", deployments())
def test_templates_have_no_finding(deployment):
    files = sorted((TEMPLATES / deployment).glob("*.json"))

    found = lint(*files)

    assert (found.returncode, found.stdout) == (0, "")


def test_a_misspelt_property_is_found(tmp_path):
    template = tmp_path / "bad.json"
    template.write_text('{"Resources":{"Q":{"Type":"AWS::SQS::Queue","Properties":{"Visibility":1}}}}')

    assert "E3002" in lint(template).stdout
