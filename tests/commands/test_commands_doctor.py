"""`postil doctor`: what it says of the installation, the folders, the terminal and a corpus."""

from __future__ import annotations

import json
import os
import subprocess
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.conftest import REPOSITORY
from tui.configuration.settings import Settings
from tui.terminal.terminal_health import terminal

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """Folders of its own, and a terminal that is well."""
    return {
        **{f"XDG_{kind}_HOME": str(tmp_path / kind) for kind in ("CACHE", "STATE", "CONFIG")},
        "TERM": "xterm-256color",
        "LC_ALL": "C.UTF-8",
        "EDITOR": "true",
    }


def findings(done: subprocess.CompletedProcess[str]) -> dict[str, dict[str, str | None]]:
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return {line["name"]: line for line in lines}


def test_every_package_that_postil_needs_is_named(postil: Run, home: dict[str, str]) -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {line.split(">")[0].split("=")[0].strip() for line in project["dependencies"]}
    found = findings(postil("doctor", "--json", env=home))
    versions = {name for name, line in found.items() if line["area"] == "versions"}
    assert wanted | {"postil", "python", "sqlite", "system"} == versions
    assert not {line.split(">")[0] for line in project["optional-dependencies"]["dev"]} & versions


def test_json_is_short_for_the_format(postil: Run, home: dict[str, str]) -> None:
    short, long = (
        postil("doctor", "--json", env=home),
        postil("doctor", "--format", "jsonl", env=home),
    )
    assert list(findings(short)) == list(findings(long))


def test_a_well_installation_has_nothing_to_do(
    postil: Run, home: dict[str, str], example: Path
) -> None:
    done = postil("doctor", str(example), env=home)
    assert done.returncode == 0, done.stdout
    assert done.stdout.endswith("everything is well\n")


def test_what_is_wrong_with_the_corpus_file_is_no_file_skipped(
    postil: Run, home: dict[str, str], example: Path
) -> None:
    before = findings(postil("doctor", str(example), "--json", env=home))
    assert "postil.yaml" not in before
    (example / "postil.yaml").write_text("schema: postil-corpus/1\nunknown: 1\nother: 2\n")
    found = findings(postil("doctor", str(example), "--json", env=home))
    assert found["postil.yaml"]["value"] == "2 problems; postil check DIR says which"
    assert found.get("skipped") == before.get("skipped")


def test_the_index_is_told_from_none_to_one_that_is_behind(
    postil: Run, home: dict[str, str], example: Path
) -> None:
    first = findings(postil("doctor", str(example), "--json", env=home))
    assert "no index yet" in str(first["index"]["value"])
    assert "index whole" not in first
    postil("index", str(example), env=home)
    second = findings(postil("doctor", str(example), "--json", env=home))
    assert str(second["index"]["value"]).startswith("13 articles, generation 1, 1 segment, ")
    assert second["index whole"]["value"] == "yes: all of it is as it was written"
    assert second["index behind"]["value"] == "no: up to date"
    next(example.glob("001*.txt")).write_text("Another text", encoding="utf-8")
    next(example.glob("002*.txt")).unlink()
    (example / "new.txt").write_text("A new one", encoding="utf-8")
    third = findings(postil("doctor", str(example), "--json", env=home))
    assert str(third["index behind"]["value"]).startswith(
        "by 3 articles (1 not in it, 1 changed since, 1 gone since)"
    )


def test_an_index_with_another_byte_is_damaged_until_it_is_made_anew(
    postil: Run, home: dict[str, str], example: Path
) -> None:
    postil("index", str(example), env=home)
    (segment,) = Path(home["XDG_CACHE_HOME"]).rglob("*.words")
    whole = bytearray(segment.read_bytes())
    whole[len(whole) // 3] ^= 0xFF
    segment.write_bytes(whole)
    done = postil("doctor", str(example), "--json", env=home)
    assert done.returncode == 1
    line = findings(done)["index whole"]
    assert str(line["value"]).startswith("no: ")
    assert line["remedy"] == "postil index DIR makes it anew"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_to_has_a_remedy(postil: Run, home: dict[str, str]) -> None:
    folder = Path(home["XDG_CACHE_HOME"]) / "postil"
    folder.mkdir(parents=True, mode=0o500)
    done = postil("doctor", "--json", env=home)
    assert done.returncode == 1
    assert findings(done)["caches"]["remedy"] == f"make it writable for you: chmod u+rwx {folder}"


def test_a_folder_that_others_write_to_has_a_remedy(postil: Run, home: dict[str, str]) -> None:
    folder = Path(home["XDG_CONFIG_HOME"]) / "postil"
    folder.mkdir(parents=True)
    folder.chmod(0o777)
    done = postil("doctor", "--json", env=home)
    assert done.returncode == 1
    line = findings(done)["settings"]
    assert "mode 777" in str(line["value"])
    assert line["remedy"] == f"let nobody else write there: chmod go-w {folder}"


def test_what_is_wrong_in_the_settings_is_told_with_its_line(
    postil: Run, home: dict[str, str]
) -> None:
    folder = Path(home["XDG_CONFIG_HOME"]) / "postil"
    folder.mkdir(parents=True, mode=0o700)
    (folder / "settings.yaml").write_text("mouse: on\ntheme: drak\n", encoding="utf-8")
    done = postil("doctor", "--json", env=home)
    assert done.returncode == 1
    (line,) = (one for name, one in findings(done).items() if "settings.yaml:2" in name)
    assert line["remedy"]


def said(name: str, environment: dict[str, str], **settings: object) -> str:
    found = terminal(Settings(**settings), environment, lambda _: None)  # type: ignore[arg-type]
    return next(finding.value for finding in found if finding.name == name)


@pytest.mark.parametrize(
    ("name", "environment", "value"),
    [
        ("colours", {"NO_COLOR": "1", "COLORTERM": "truecolor"}, "none: NO_COLOR is set"),
        ("colours", {"NO_COLOR": "", "COLORTERM": "truecolor"}, "16 million (COLORTERM)"),
        ("inside", {"TMUX": "/tmp/tmux", "SSH_TTY": "/dev/pts/1"}, "tmux, SSH"),
        ("inside", {"STY": "1.pts"}, "GNU screen"),
        ("inside", {}, "no multiplexer, no SSH"),
        ("clipboard", {"TERM": "xterm"}, "the terminal (OSC 52), else a file"),
        ("clipboard", {"TERM": "linux"}, "a file: nothing here takes a text"),
        ("TERM", {}, "not set"),
    ],
)
def test_what_the_environment_says_of_the_terminal(
    name: str, environment: dict[str, str], value: str
) -> None:
    assert said(name, environment) == value


def test_the_settings_count_in_what_the_terminal_can_do() -> None:
    assert said("mouse", {}, mouse=False) == "off in the settings: left to the terminal"
    assert said("colours", {}, theme="monochrome") == "none: the theme is monochrome"
    assert said("clipboard", {"TERM": "xterm"}, copy="command").startswith("a file")
