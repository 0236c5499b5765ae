from pathlib import Path

import pytest
from functions import a_function

from sightline_localstack.command import UnrunnableFunction, command, environment
from sightline_localstack.settings import MissingSetting, Settings


@pytest.fixture
def java_settings(tmp_path):
    client = tmp_path / "client"
    client.mkdir()
    for name in ("b.jar", "a.jar", "readme.txt"):
        (client / name).touch()
    return Settings(logs=tmp_path, java="/jdk/bin/java", runtime_client=client)


def test_command_ofJavaFunction_runsRuntimeClientOnly(tmp_path, java_settings):
    function = a_function(tmp_path / "code", runtime="java25", handler="a.B::c", memory_megabytes=1000)
    client = java_settings.runtime_client
    assert command(function, java_settings) == [
        "/jdk/bin/java",
        "-Xmx800m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        f"{client}/a.jar:{client}/b.jar",
        "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
        "a.B::c",
    ]


def test_command_ofSmallJavaFunction_keepsLeastHeap(tmp_path, java_settings):
    function = a_function(tmp_path / "code", runtime="java25", memory_megabytes=64)
    assert "-Xmx64m" in command(function, java_settings)


def test_command_ofCustomRuntime_isItsBootstrapMadeExecutable(tmp_path):
    function = a_function(tmp_path / "code")
    (function.code / "bootstrap").chmod(0o644)
    assert command(function, Settings(logs=tmp_path)) == [str(function.code / "bootstrap")]
    assert (function.code / "bootstrap").stat().st_mode & 0o111


@pytest.mark.parametrize(
    ("changes", "settings", "message"),
    [
        ({"runtime": "python3.12"}, Settings(logs=Path()), r"runs java\* and provided\*, not 'python3.12'"),
        ({"runtime": "java25"}, Settings(logs=Path()), "SIGHTLINE_LAMBDA_JAVA"),
        ({"runtime": "java25"}, Settings(logs=Path(), java="java"), "SIGHTLINE_LAMBDA_RIC"),
        ({"code": Path("/nowhere")}, Settings(logs=Path()), "no file 'bootstrap' in /nowhere"),
    ],
)
def test_command_ofUnrunnableFunction_saysWhatIsMissing(tmp_path, changes, settings, message):
    with pytest.raises(UnrunnableFunction, match=message):
        command(a_function(tmp_path / "code", **changes), settings)


def test_environment_replacesContainerValues_andHidesLocalStacks(tmp_path, monkeypatch):
    monkeypatch.setenv("GATEWAY_LISTEN", "127.0.0.1:4600")
    monkeypatch.setenv("LANG", "C.UTF-8")
    function = a_function(tmp_path / "code")
    given = {"LAMBDA_TASK_ROOT": "/var/task", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": 512, "LANG": "de"}
    variables = environment(function, given, "127.0.0.1:1234")
    assert variables["LAMBDA_TASK_ROOT"] == str(function.code)
    assert variables["AWS_LAMBDA_RUNTIME_API"] == "127.0.0.1:1234"
    assert variables["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] == "512"
    assert variables["LANG"] == "de"
    assert "GATEWAY_LISTEN" not in variables


def test_settings_withoutLogFolder_nameTheVariable():
    with pytest.raises(MissingSetting, match="SIGHTLINE_LAMBDA_LOGS"):
        Settings.read({})


def test_settings_fromVariables_areRead():
    variables = {
        "SIGHTLINE_LAMBDA_LOGS": "/logs",
        "SIGHTLINE_LAMBDA_JAVA": "/jdk/bin/java",
        "SIGHTLINE_LAMBDA_RIC": "/ric",
        "LAMBDA_RUNTIME_ENVIRONMENT_TIMEOUT": "30",
    }
    assert Settings.read(variables) == Settings(Path("/logs"), "/jdk/bin/java", Path("/ric"), 30)
