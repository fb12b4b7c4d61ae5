"""Commands on a corpus that several readers annotate."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

NOTE = "schema: postil/1\nannotations:\n  - id: a-{}\n    note: {}\n    tags: [{}]\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An article that Ilse and one without a name annotated."""
    root = tmp_path / "corpus"
    root.mkdir()
    (root / "a.txt").write_text("The ferry ran aground.\n", encoding="utf-8")
    (root / "a.txt.annotations.yaml").write_text(NOTE.format("mine", "mine", "crew"))
    (root / "a.txt.Ilse.annotations.yaml").write_text(NOTE.format("hers", "hers", "deck"))
    return root


def test_all_readers_are_listed_found_and_exported_by_name(postil: Run, folder: Path) -> None:
    lines = [
        json.loads(line)
        for line in postil("ledger", folder, "--format", "jsonl").stdout.splitlines()
    ]
    assert [(line["note"], line["by"]) for line in lines] == [("mine", None), ("hers", "Ilse")]
    only = postil("ledger", folder, "by:ilse", "--format", "jsonl").stdout
    assert json.loads(only)["id"] == "a-hers"
    for query in ("note:hers", "tag:deck", "note:mine"):
        assert postil("search", folder, query).returncode == 0
    exported = json.loads(postil("export", folder, "--to", "w3c").stdout)
    names = [item.get("creator", {}).get("name") for item in exported["first"]["items"]]
    assert names == [None, "Ilse"]
    assert postil("check", folder).returncode == 0


def test_an_import_as_a_reader_goes_into_that_readers_sidecar(
    postil: Run, folder: Path, tmp_path: Path
) -> None:
    before = (folder / "a.txt.annotations.yaml").read_bytes()
    table = tmp_path / "coded.csv"
    table.write_text("article,quote,note\na.txt,ferry,coded\n", encoding="utf-8")
    assert postil("import", folder, table, "--as", "Joren").returncode == 0
    written = (folder / "a.txt.Joren.annotations.yaml").read_text(encoding="utf-8")
    assert "by: Joren" in written
    assert (folder / "a.txt.annotations.yaml").read_bytes() == before
    refused = postil("import", folder, table, "--as", "x" * 99)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "give another name" in refused.stderr


def test_sidecars_of_two_readers_are_merged_with_the_name_of_the_second(
    postil: Run, folder: Path
) -> None:
    done = postil(
        "merge", folder / "a.txt.annotations.yaml", folder / "a.txt.Ilse.annotations.yaml"
    )
    assert "by: Ilse" in done.stdout
    assert done.stdout.count("id: a-") == 2
