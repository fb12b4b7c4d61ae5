"""The commands that list, export, import, merge and compare annotations."""

from __future__ import annotations

import csv
import io
import json
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

Run = Callable[..., subprocess.CompletedProcess[str]]
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def corpus(example: Path, tmp_path: Path) -> Path:
    """A copy of the sample corpus, to be written to."""
    folder = tmp_path / "copy"
    shutil.copytree(example, folder)
    return folder


def ids(postil: Run, *arguments: object) -> list[str]:
    done = postil("ledger", "--format", "jsonl", *map(str, arguments))
    return [json.loads(line)["id"] for line in done.stdout.splitlines()]


def test_the_ledger_is_filtered_sorted_and_grouped(postil: Run, corpus: Path) -> None:
    everything = ids(postil, corpus)
    claims = ids(postil, corpus, "has:claim")
    assert 0 < len(claims) < len(everything)
    assert ids(postil, corpus, "--", "-has:claim") == [i for i in everything if i not in claims]
    grouped = postil("ledger", corpus, "--group", "kind")
    assert grouped.stdout.startswith("kind: claim\n")
    assert postil("ledger", corpus, "no such words").returncode == 1


def test_the_ledger_is_a_table_for_spreadsheets(postil: Run, corpus: Path) -> None:
    done = postil("ledger", corpus, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [row["id"] for row in rows] == ids(postil, corpus)


@pytest.mark.parametrize("name", ["a.jsonld", "a.csv", "a.tsv"])
def test_what_is_exported_is_imported_into_a_bare_copy(
    name: str, postil: Run, corpus: Path, tmp_path: Path
) -> None:
    out = tmp_path / name
    assert postil("export", corpus, "--output", out).returncode == 0
    again = postil("import", corpus, out)
    assert again.stdout.strip().endswith("there already")
    bare = tmp_path / "bare"
    shutil.copytree(corpus, bare, ignore=shutil.ignore_patterns("*.annotations.yaml"))
    done = postil("import", bare, out)
    assert "added" in done.stdout
    assert sorted(ids(postil, bare)) == sorted(ids(postil, corpus))


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252"])
def test_a_table_is_read_as_a_spreadsheet_saved_it(
    encoding: str, postil: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "a.txt").write_text("The weir at Osmanli held.\n")
    note = "Überschwemmung für alle, à la carte; größer"
    table = f'article;quote;note\r\na.txt;weir at Osmanli;"{note}"\r\n'
    (tmp_path / "a.csv").write_bytes(table.encode(encoding))
    done = postil("import", folder, tmp_path / "a.csv")
    assert done.stdout == "1 added\n"
    assert ("save it as UTF-8" in done.stderr) == (encoding == "cp1252")
    assert f'note: "{note}"' in (folder / "a.txt.annotations.yaml").read_text("utf-8")


def test_a_report_is_not_written_where_it_would_be_read_as_an_article(
    postil: Run, corpus: Path, tmp_path: Path
) -> None:
    done = postil("export", corpus, "--output", corpus / "report.md")
    assert (done.returncode, done.stdout) == (2, "")
    assert not (corpus / "report.md").exists()
    outside = tmp_path / "report.html"
    assert postil("export", corpus, "--output", outside).returncode == 0
    assert outside.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    # What is there already is not written over.
    assert postil("export", corpus, "--output", outside).returncode == 2


def test_a_file_that_cannot_be_read_is_said(postil: Run, corpus: Path, tmp_path: Path) -> None:
    for name, data in (("a.csv", b"quote\nx\n"), ("b.json", b"{"), ("c.csv", b"\xff\xfe\xff")):
        (tmp_path / name).write_bytes(data)
        done = postil("import", corpus, tmp_path / name)
        assert (done.returncode, done.stdout) == (2, "")
        assert name in done.stderr
        assert "Traceback" not in done.stderr
    assert postil("import", corpus, tmp_path / "none.csv").returncode == 2


def test_two_sidecars_are_merged(postil: Run, tmp_path: Path) -> None:
    first, second = tmp_path / "1.yaml", tmp_path / "2.yaml"
    first.write_text("schema: postil/1\nannotations:\n  - id: a-1\n    note: mine\n")
    second.write_text("schema: postil/1\nannotations:\n  - id: a-2\n    note: theirs\n")
    printed = postil("merge", first, second)
    assert "theirs" in printed.stdout
    assert "theirs" not in first.read_text()
    assert postil("merge", first, second, "--write").stdout == ""
    assert first.read_text() == printed.stdout
    second.write_text("<<<<<<< ours\na: 1\n=======\na: 2\n>>>>>>> theirs\n")
    refused = postil("merge", first, second)
    assert refused.returncode == 2
    assert "2.yaml" in refused.stderr
    assert "no git conflict" in postil("merge", first).stderr


def test_git_merges_sidecars_by_postil_and_what_it_could_not_is_merged_afterwards(
    postil: Run, tmp_path: Path
) -> None:
    def git(*words: str) -> subprocess.CompletedProcess[str]:
        given = ["git", "-c", "user.name=n", "-c", "user.email=n@example.org", *words]
        return subprocess.run(given, cwd=tmp_path, check=False, capture_output=True, text=True)

    def commit(*notes: str) -> None:
        lines = (f"  - id: a-{note[0]}\n    note: {note}\n" for note in notes)
        sidecar.write_text("schema: postil/1\nannotations:\n" + "".join(lines))
        git("add", ".")
        git("commit", "-qm", "notes")

    sidecar = tmp_path / "a.txt.annotations.yaml"
    git("init", "-q", "-b", "ours")
    commit("1", "2", "3", "4")
    git("checkout", "-qb", "theirs")
    commit("1 theirs", "3", "4 theirs", "6")
    git("checkout", "-q", "ours")
    commit("1", "2", "3 ours", "4 ours", "5")
    assert git("merge", "theirs").returncode == 1
    assert "<<<<<<<" in sidecar.read_text()
    assert postil("merge", sidecar, "--write").returncode == 0
    notes = re.findall('note: "?([^"\\n]*)', sidecar.read_text())
    assert {"1 theirs", "3 ours", "4 ours", "4 theirs", "5", "6"} <= set(notes)

    git("merge", "--abort")
    (tmp_path / ".gitattributes").write_text("*.annotations.yaml merge=postil\n")
    driver = f"{shlex.quote(sys.executable)} -m tui merge --write --base %O %A %B"
    git("config", "merge.postil.driver", f"PYTHONPATH={shlex.quote(str(ROOT))} {driver}")
    done = git("merge", "--no-edit", "theirs")
    assert done.returncode == 0, done.stderr
    notes = re.findall('note: "?([^"\\n]*)', sidecar.read_text())
    assert sorted(notes) == ["1 theirs", "3 ours", "4 ours", "4 theirs", "5", "6"]


def test_the_agreement_of_two_readers(postil: Run, corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "all.csv"
    assert postil("export", corpus, "--output", out).returncode == 0
    bare = tmp_path / "bare"
    shutil.copytree(corpus, bare, ignore=shutil.ignore_patterns("*.annotations.yaml"))
    rows = out.read_text(encoding="utf-8")
    for reader in ("ilse", "joren"):
        # The second reader's have other ids.
        out.write_text(rows.replace(",a-", f",a-{reader}-"), encoding="utf-8")
        assert postil("import", bare, out, "--as", reader).returncode == 0
    done = postil("agreement", bare, "ilse", "joren")
    assert done.stdout.splitlines()[1].split()[:2] == ["spans", "1.000"]
    done = postil("agreement", bare, "ilse", "joren", "--format", "jsonl")
    schema = json.loads((ROOT / "docs/schemas/agreement.schema.json").read_text(encoding="utf-8"))
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    for line in lines:
        Draft202012Validator(schema).validate(line)
        assert list(line) == list(schema["properties"])
    assert {line["what"]: line["kappa"] for line in lines}["spans"] == 1
    assert lines[0]["readers"] == ["ilse", "joren"]
    done = postil("agreement", bare, "ilse", "nobody")
    assert (done.returncode, done.stdout) == (1, "")
    assert "annotations here: ilse, joren" in done.stderr
