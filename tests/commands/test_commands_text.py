"""What people read: the text that each command prints, piped."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from corpus.understanding.analysis import Quantity
from tui.commands.quantities_command import figure

Run = Callable[..., subprocess.CompletedProcess[str]]
Records = Callable[..., list[dict[str, Any]]]


def test_articles_are_a_table_with_certainty_before_each_value(
    postil: Run, records: Records, example: Path
) -> None:
    lines = postil("articles", example).stdout.splitlines()

    assert lines[0].split() == ["ARTICLE", "DATE", "OUTLET", "TITLE", "LENGTH"]
    assert len(lines) == 1 + 13
    signs = {"certain": "", "likely": "~", "guess": "?"}
    for line, record in zip(lines[1:], records("articles", example), strict=True):
        cells = re.split(r"  +", line)
        assert cells[0] == record["article"]
        for value in (record["published"], record["outlet"], record["title"]):
            assert value is None or signs[value["certainty"]] + value["value"] in cells
        assert cells[-1] == f"{record['characters']:,}"


def test_a_long_list_of_articles_keeps_its_columns_and_names_every_article(
    postil: Run, tmp_path: Path
) -> None:
    for number in range(230):
        (tmp_path / f"wire_{number:03}.txt").write_text(
            f"The Ferry Leaves Port Ellery\n\nIt left {number} times.\n", encoding="utf-8"
        )

    first = postil("articles", tmp_path)
    again = postil("articles", tmp_path)

    heading, *rows = first.stdout.splitlines()
    assert [row.split()[0] for row in rows] == [f"wire_{number:03}.txt" for number in range(230)]
    assert {row.index("The Ferry") for row in rows} == {heading.index("TITLE") + 1}
    assert again.stdout == first.stdout


def test_where_analyses_cannot_be_kept_it_is_said_and_everything_is_printed(
    postil: Run, tmp_path: Path
) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "one.txt").write_text("Over 40 boats left.\n", encoding="utf-8")
    (tmp_path / "file").touch()

    for command in ("articles", "quantities", "entities"):
        done = postil(command, tmp_path / "corpus", env={"XDG_CACHE_HOME": str(tmp_path / "file")})

        assert done.stderr.count("XDG_CACHE_HOME") == 1
        assert "one.txt" in done.stdout or command == "entities"


def test_where_no_index_can_be_written_it_is_said_and_the_articles_are_scanned(
    postil: Run, tmp_path: Path
) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "one.txt").write_text("Over 40 boats left Marn.\n", encoding="utf-8")
    (tmp_path / "file").touch()
    nowhere = {"XDG_CACHE_HOME": str(tmp_path / "file")}

    for command in ("search", "concordance"):
        done = postil(command, tmp_path / "corpus", "boats Marn", env=nowhere)

        assert done.returncode == 0
        assert "one.txt" in done.stdout
        assert done.stderr.count("XDG_CACHE_HOME") == 1
        assert "the articles are scanned instead" in done.stderr
    for command in (["index"], ["concordance", "boats", "--keyness", "Marn"]):
        done = postil(command[0], tmp_path / "corpus", *command[1:], env=nowhere)

        assert (done.returncode, done.stdout) == (2, "")
        assert "XDG_CACHE_HOME" in done.stderr


def test_search_says_how_many_files_were_skipped_and_where_to_ask_why(
    postil: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "my articles"
    folder.mkdir()
    (folder / "one.txt").write_text("The ferry left.\n", encoding="utf-8")
    for number in range(3):
        (folder / f"scan_{number}.txt").write_bytes(b"\x00\x01\xff" * 99)

    done = postil("search", folder, "ferry")

    assert done.stderr == f"postil: 3 files were skipped (postil check '{folder}' says why)\n"
    assert postil("check", folder).stdout.count(".txt: warning: it is a binary file") == 3


def test_entities_are_grouped_by_type_and_most_mentioned_first(postil: Run, example: Path) -> None:
    out = postil("entities", example).stdout

    blocks = {block.split("\n")[0]: block.split("\n")[2:] for block in out.rstrip().split("\n\n")}
    assert list(blocks)[:3] == ["PERSON", "ORG", "PLACE"]
    for rows in blocks.values():
        counts = [int(row.split()[0].replace(",", "")) for row in rows]
        assert counts == sorted(counts, reverse=True)
    (town,) = (row for row in blocks["PLACE"] if "Naimirat  " in row)
    assert {"Naymirat", "Neimirat", "Nai-Mirat"} <= set(re.findall(r"[\w-]+", town))


def test_entities_count_as_many_mentions_as_there_are_lines_of_json(
    postil: Run, records: Records, example: Path
) -> None:
    out = postil("entities", example).stdout
    counted = sum(int(row) for row in re.findall(r"^ +(\d+) +\d+  ", out, re.MULTILINE))

    assert counted == len(records("entities", example))


def test_quantities_stand_above_their_sentence(postil: Run, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(
        "The Ferry\n\nPort Ellery woke early.\n"
        "At least 41 people waited and between 20 and 30\ndogs did too.\n",
        encoding="utf-8",
    )

    lines = postil("quantities", tmp_path).stdout.splitlines()

    assert [re.split(r"  +", line) for line in lines[1:3]] == [
        ["≥ 41", "people", "one.txt:4"],
        ["20–30", "dogs", "one.txt:4"],
    ]
    assert lines[3] == "    At least 41 people waited and between 20 and 30 dogs did too."


def test_a_statement_stands_below_its_speaker(postil: Run, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(
        "The Ferry\n\nThe ferry left on Sunday.\n\n“It was full,” said Ann Keller.\n",
        encoding="utf-8",
    )

    lines = postil("statements", tmp_path).stdout.splitlines()

    assert lines == ["one.txt", "  Ann Keller  line 5", "    “It was full,” said Ann Keller"]


def test_dates_stand_in_a_column_of_their_own(postil: Run, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(
        "The Ferry\n\nOn 23 July 2020 it sank with 30 tons of grain.\n", encoding="utf-8"
    )

    heading, *rows = postil("quantities", tmp_path).stdout.splitlines()

    when, unit = heading.index("WHEN"), heading.index("UNIT")
    date = next(row for row in rows if "2020-07-23" in row)
    assert date[:when].strip() == ""
    assert re.split(r"  +", date[when:]) == ["2020-07-23 · 23 July 2020", "one.txt:3"]
    weight = next(row for row in rows if row.startswith("30 "))
    assert weight[unit:when].strip()
    assert not weight[when : heading.index("OF")].strip()


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ({"value": 1450, "bound": "over"}, "> 1,450"),
        ({"value": 20_000_000, "approximate": True}, "~ 20,000,000"),
        ({"value": 39.5}, "39.5"),
        ({"min": 2300, "max": 3100}, "2,300–3,100"),
        ({"min": 200, "approximate": True}, "~ 200+"),
        ({"max": 50}, "≤ 50"),
        ({"value": 50, "bound": "at-most"}, "≤ 50"),
        ({}, "last May"),
    ],
)
def test_a_figure_shows_its_bound_and_range(given: dict[str, Any], shown: str) -> None:
    assert figure(Quantity(0, 8, text="last\nMay", kind="count", **given)) == shown


def test_the_ledger_says_the_line_the_state_the_quote_and_the_note(
    postil: Run, example: Path
) -> None:
    done = postil("ledger", example)

    assert done.returncode == 0
    assert done.stdout.count("\n\n") == 3
    courier = done.stdout.split("\n\n")[1].split("\n")
    assert courier[0] == "002_courier_list.txt"
    text = (example / "002_courier_list.txt").read_text(encoding="utf-8").split("\n")
    at = courier.index("        │ 212 blankets in the tent village")
    number, state, kind, identity = courier[at - 1].split()
    assert "212 blankets in the tent village" in text[int(number) - 1]
    assert (state, kind, identity) == ("moved", "note", "a-g2ws6cz4xn")
    assert courier[at + 1].strip().startswith("The only count of the pickers")
    claim = courier.index("        │ Fewer than 50,”") + 1
    assert courier[claim].strip().startswith("claim: Rustem Aldakhan · killed · under 50 dead")
    assert "        agrees a-w2tz6vg4sm" in courier


def test_a_sidecar_that_cannot_be_read_is_a_warning_and_the_rest_is_listed(
    postil: Run, example: Path
) -> None:
    (example / "003_herald_log.txt.annotations.yaml").write_text(
        "schema: postil/1\nannotations:\n  - {id: a-1\n", encoding="utf-8"
    )

    done = postil("ledger", example)

    assert done.returncode == 0
    assert "212 blankets" in done.stdout
    assert re.search(r"003_herald_log\.txt\.annotations\.yaml:\d", done.stderr)


def test_sidecars_in_another_folder_are_listed(postil: Run, example: Path, tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    for sidecar in list(example.rglob("*.annotations.yaml")):
        there = notes / sidecar.relative_to(example)
        there.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(sidecar, there)

    assert postil("ledger", example).returncode == 1
    elsewhere = postil("ledger", example, "--annotations", notes)
    assert elsewhere.returncode == 0
    assert elsewhere.stdout.count("a-") >= 11


def test_check_prints_a_problem_a_line_as_compilers_do(postil: Run, example: Path) -> None:
    lines = postil("check", example).stdout.splitlines()

    assert any(line.startswith("011_scan.txt: warning: ") for line in lines)
    assert any(line.startswith("005_gazette.txt: warning: ") for line in lines)
    place = r"007_wire_correction\.txt\.annotations\.yaml:\d+: warning: .*a-k6pb4tz2vm is lost"
    assert any(re.match(place, line) for line in lines)


def test_search_sees_an_article_that_was_just_added(postil: Run, example: Path) -> None:
    assert postil("search", example, "lighthouse").returncode == 1
    (example / "new.txt").write_text("The lighthouse of Port Ellery is dark.\n", encoding="utf-8")

    done = postil("search", example, "lighthouse")

    assert done.returncode == 0
    assert done.stdout.startswith("new.txt")


def test_search_says_what_was_widened_and_finds_every_spelling(postil: Run, example: Path) -> None:
    done = postil("search", example, "tolgara")

    assert "also searched: tolgara → tulgara" in done.stdout
    for article in ("001_continental_wire.txt", "002_courier_list.txt", "005_gazette.txt"):
        assert re.search(rf"^{re.escape(article)}", done.stdout, re.MULTILINE)


def test_a_line_ends_at_a_line_feed_alone(postil: Run, records: Records, tmp_path: Path) -> None:
    text = "The Ferry\n\nIt rained.\u2028Then\u2029 it\x85stopped.\nOver 40 boats left.\n"
    (tmp_path / "one.txt").write_text(text, encoding="utf-8", newline="")

    (record,) = records("quantities", tmp_path)
    assert text[record["start"] : record["end"]] == "40"
    assert "one.txt:4" in postil("quantities", tmp_path).stdout


@pytest.mark.parametrize("query", ['"over 1,450"', "1450", '"more than 2 400"'])
def test_search_finds_figures_across_any_space(postil: Run, example: Path, query: str) -> None:
    done = postil("search", example, query, "--exact")

    assert done.stdout.startswith("003_herald_log.txt")


def test_the_limit_says_that_there_is_more(postil: Run, records: Records, example: Path) -> None:
    done = postil("search", example, "dam", "--limit", "2")

    found = records("search", example, "dam", "--limit", "2")
    assert len(found) == 2
    hits = sum(record["hits"] for record in found)
    said = rf"^2 of \d+ articles, with {hits} hits; more with --limit$"
    assert re.search(said, done.stdout, re.MULTILINE)
    for record in found:
        name = re.escape(record["article"])
        assert re.search(rf"^{name}  {record['hits']} hits", done.stdout, re.MULTILINE)


def test_options_may_stand_between_the_words_of_a_query(postil: Run, example: Path) -> None:
    one = postil("search", example, "gateman", "--limit", "5", "ashkelet")
    other = postil("search", "--limit", "5", example, "gateman", "ashkelet")

    assert one.stdout == other.stdout != ""


def test_a_single_article_is_a_corpus_of_its_own(postil: Run, example: Path) -> None:
    done = postil("articles", example / "006_riverwatch.md")

    assert done.returncode == 0
    assert [line.split()[0] for line in done.stdout.splitlines()] == [
        "ARTICLE",
        "006_riverwatch.md",
    ]


def test_a_folder_called_like_a_command_can_be_an_argument(postil: Run, tmp_path: Path) -> None:
    (tmp_path / "index").mkdir()
    (tmp_path / "index" / "one.txt").write_text("The ferry left.\n", encoding="utf-8")

    done = postil("articles", "index", cwd=tmp_path)

    assert done.returncode == 0
    assert "one.txt" in done.stdout


def test_many_warnings_are_summed_up(postil: Run, tmp_path: Path) -> None:
    for number in range(9):
        (tmp_path / f"scan_{number}.txt").write_bytes(b"\x00\x01\xff" * 99)
    (tmp_path / "one.txt").write_text("The ferry left.\n", encoding="utf-8")

    done = postil("articles", tmp_path)

    assert done.stderr.count("binary") == 5
    assert "4 more warnings; `postil check` lists them all" in done.stderr


def test_text_output_does_not_fail_where_the_terminal_speaks_ascii_only(
    postil: Run, example: Path
) -> None:
    done = postil("search", example, "tolgara", env={"PYTHONIOENCODING": "ascii:strict"})

    assert done.returncode == 0
    assert "Traceback" not in done.stderr


def test_json_is_utf_8_whatever_the_terminal_speaks(postil: Run, example: Path) -> None:
    plain = postil("articles", example, "--format", "jsonl")
    latin = postil(
        "articles", example, "--format", "jsonl", env={"PYTHONIOENCODING": "latin-1:strict"}
    )

    assert latin.stdout == plain.stdout
    assert "Sainte-Aurèle" in plain.stdout
