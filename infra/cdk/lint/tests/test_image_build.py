"""The Maven step of the worker's Dockerfile, run without Docker: the same command on a copy of what its COPY
instructions take of the build context. No image is made. Offline: the Java tests have to have run before."""

import os
import re
import shlex
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[4]
DOCKERFILE = ROOT / "gpu-worker/worker/Dockerfile"


def instructions(stage):
    """Those of one stage, as lists of words."""
    found, here = [], False
    for line in DOCKERFILE.read_text().replace("\\\n", " ").splitlines():
        words = shlex.split(line, comments=True)
        if words[:1] == ["FROM"]:
            here = words[-1] == stage
        elif here and words:
            found.append(words)
    return found


def pattern(text):
    """A line of .dockerignore as a regular expression over a path and its folders."""
    regex = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", text)
    return re.compile("".join(regex.get(part, re.escape(part)) for part in parts))


def ignore_rules():
    lines = [line.strip() for line in (ROOT / ".dockerignore").read_text().splitlines()]
    return [(pattern(line.lstrip("!")), line.startswith("!")) for line in lines if line and line[0] != "#"]


def is_in_context(path, rules):
    """The last rule decides that matches the path or a folder that it is in."""
    folders = [str(part) for part in [path, *path.parents] if str(part) != "."]
    kept = True
    for rule, keeps in rules:
        if any(rule.fullmatch(folder) for folder in folders):
            kept = keeps
    return kept


def copy_of_context(sources, target):
    rules = ignore_rules()
    for source in sources:
        top = ROOT / source
        for folder, folders, files in os.walk(top) if top.is_dir() else [(ROOT, [], [source])]:
            inside = Path(folder).relative_to(ROOT)
            folders[:] = [name for name in folders if is_in_context(inside / name, rules)]
            for name in files:
                if is_in_context(inside / name, rules):
                    (target / inside).mkdir(parents=True, exist_ok=True)
                    shutil.copy(ROOT / inside / name, target / inside / name)


def copied_sources():
    """What the build stage copies, each to a place of the same name."""
    copies = [words[1:] for words in instructions("sources") if words[0] == "COPY"]
    for *sources, target in copies:
        assert target in ("./", sources[0]), f"a COPY that this check does not follow: {sources} to {target}"
    return [source for *sources, _ in copies for source in sources]


def maven_step(folder):
    [command] = [words[1:] for words in instructions("built-cpu") if words[0] == "RUN"]
    assert command[0] == "mvn"
    offline = ["mvn", "--offline", *command[1:]]
    return subprocess.run(offline, cwd=folder, capture_output=True, text=True, check=False, timeout=540)


def app_of(stage, folder):
    """Where the image takes the program from."""
    [words] = [
        words for words in instructions(stage) if words[0] == "COPY" and words[1].startswith("--from=built-")
    ]
    return folder / Path(words[2]).relative_to("/project")


def test_the_maven_step_makes_the_program_that_the_image_runs(tmp_path):
    copy_of_context(copied_sources(), tmp_path)

    built = maven_step(tmp_path)

    assert built.returncode == 0, built.stdout[-5000:]
    app = app_of("cpu", tmp_path)
    assert (app / "quarkus-run.jar").is_file()
    [own] = (app / "app").glob("sightline-worker-*.jar")
    with zipfile.ZipFile(own) as jar:
        version = jar.read("sightline-version.properties").decode()
    assert re.search(r"^git\.build\.version=\d+\.\d+\.\d+", version, re.MULTILINE)
    assert "git.commit" not in version, "a commit in a context without .git"


@pytest.mark.parametrize("forgotten", [source for source in copied_sources() if not source.startswith(".")])
def test_a_forgotten_copy_fails(forgotten, tmp_path):
    copy_of_context([source for source in copied_sources() if source != forgotten], tmp_path)

    assert maven_step(tmp_path).returncode != 0


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("pom.xml", True),
        (".mvn/jvm.config", True),
        ("events/src/main/java/A.java", True),
        ("events/src/test/java/ATest.java", False),
        ("shared/visual/target/a.jar", False),
        ("infra/local/.hidden", False),
        ("infra/web/page/index.html", False),
        (".git/config", False),
        ("README.md", False),
    ],
)
def test_the_context_is_what_dockerignore_leaves(path, kept):
    assert is_in_context(Path(path), ignore_rules()) == kept
