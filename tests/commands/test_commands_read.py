"""`postil read`: articles as plain text for ears, braille and pipes."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.understanding.paragraphs import split_paragraphs
from corpus.understanding.sentences import split_sentences
from tui.article.plain_reading import Reading, plain_lines, spoken
from tui.command_line import main

TEXT = """Ferry runs aground off Marn

The ferry Halcyon ran aground on Tuesday with 1,600 people
aboard, said Ilse Brandt, the harbour master of Marn. Nobody was hurt.

Between 40 and 60 passengers were taken off\x1b[31m by boat.
"""
SIDECAR = """schema: postil/1
annotations:
- id: a-k3v9x2m7qd
  quote: Nobody was hurt
  at: [142, 157]
  note: "Says who?\\nAsk."
  tags: [doubt]
- id: a-91bcz0w4te
  note: Read twice.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a_ferry.txt"
    path.write_text(TEXT, encoding="utf-8")
    (tmp_path / "a_ferry.txt.annotations.yaml").write_text(SIDECAR, encoding="utf-8")
    return path


def printed(capsys: pytest.CaptureFixture[str], *words: str | Path) -> list[str]:
    assert main(["read", *map(str, words)]) == 0
    return capsys.readouterr().out.split("\n")


def test_a_paragraph_is_a_line_and_nothing_in_it_obeys(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = printed(capsys, article)
    assert lines[:2] == ["Ferry runs aground off Marn", ""]
    assert lines[2].endswith("with 1,600 people aboard, said Ilse Brandt, the harbour master of "
                             "Marn. Nobody was hurt.")  # fmt: skip
    assert lines[3:5] == ["", "Between 40 and 60 passengers were taken off[31m by boat."]


def test_a_sentence_a_line_with_what_was_written_after_its_words(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = printed(capsys, article, "--by", "sentence", "--with-annotations")
    at = lines.index("Nobody was hurt.")
    assert lines[at + 1 : at + 3] == [
        "[Note on “Nobody was hurt”: Says who? Ask.]",
        "[Tags: doubt]",
    ]
    assert "[Note on the whole article: Read twice.]" in lines


CLAIMED = """schema: postil/1
annotations:
- id: a-k3v9x2m7qd
  quote: 1,600 people
  at: [77, 89]
  claim:
    speaker: Ilse Brandt
    measure: aboard
    quantity: {value: 1600, bound: over, of: people}
    place: Marn
    when: {said: on Tuesday, iso: "2023-05-16"}
    fields: {counted by: the harbour}
  links:
  - {to: a-91bcz0w4te, type: contradicts, why: another figure}
- id: a-91bcz0w4te
  quote: Between 40 and 60 passengers
  at: [160, 188]
  note: Only those in boats.
"""


def test_the_fields_of_claims_and_both_ends_of_links_are_lines_of_their_own(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article.with_name("a_ferry.txt.annotations.yaml").write_text(CLAIMED, encoding="utf-8")
    lines = printed(capsys, article, "--with-annotations")
    at = next(at for at, line in enumerate(lines) if line.startswith("[Claim on “1,600"))
    assert lines[at + 1 : at + 8] == [
        "[Speaker: Ilse Brandt]",
        "[Measure: aboard]",
        "[Quantity: over 1600 people]",
        "[Place: Marn]",
        "[When: on Tuesday = 2023-05-16]",
        "[counted by: the harbour]",
        "[Linked: contradicts Only those in boats. (a_ferry.txt): another figure]",
    ]
    assert any(
        line.startswith("[Linked: contradicts ") and "Ilse Brandt" in line
        for line in lines[at + 8 :]
    )


def test_where_links_lead_follows_their_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "c.md"
    path.write_text(
        "# Ferry\n\nThe captain told [the inquiry](b.md) and <https://marn.example> all.\n"
    )
    lines = printed(capsys, path, "--with-links")
    assert lines[lines.index("The captain told the inquiry and https://marn.example all.") + 1 :][
        :2
    ] == [
        "[Link “the inquiry”: b.md]",
        "[Link: https://marn.example]",
    ]
    plain = tmp_path / "d.txt"
    plain.write_text("Ferry\n\nIt is all on https://marn.example/a.\n")
    assert "[Link: https://marn.example/a]" in printed(capsys, plain, "--with-links")


def test_furniture_is_left_out_unless_it_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "b.txt"
    path.write_text(TEXT + "\nAdvertisement\n\nThe boats came from Marn and from the isles.\n")
    assert "Advertisement" not in printed(capsys, path)
    assert "Advertisement" in printed(capsys, path, "--with-furniture")


def test_markdown_is_read_without_its_signs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "c.md"
    path.write_text(
        "# Ferry aground\n\n## What is known\n\nThe *Halcyon* ran **aground** off Marn.\n"
    )
    lines = printed(capsys, path)
    assert lines.count("Ferry aground") == 1
    assert "What is known" in lines
    assert "The Halcyon ran aground off Marn." in lines


def test_several_articles_follow_each_other(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = article.with_name("b.txt")
    other.write_text("Inquiry opens\n\nCaptain Joren Vask was heard in Marn on Friday.\n")
    lines = printed(capsys, article, other)
    assert lines.index("Inquiry opens") > lines.index("Ferry runs aground off Marn")


def test_what_is_no_article_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(tmp_path / "none.txt")]) == 2
    assert "there is no such article" in capsys.readouterr().err


def test_a_folder_is_refused_with_the_commands_that_take_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["read", str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert f"`postil {tmp_path}` opens it in the reader" in said
    assert f"`postil articles {tmp_path}` lists its articles" in said


@given(st.text())
def test_nothing_that_is_read_aloud_is_a_control_or_hidden(text: str) -> None:
    said = spoken(text)
    assert "\n" not in said
    for letter in said:
        # The joiner stays where it builds an emoji.
        assert unicodedata.category(letter) not in ("Cc", "Cs", "Zl", "Zp", "Co") or letter == " "
    assert spoken(said) == said


@given(st.text(st.sampled_from("ab. \n\tC“”\u00ad\x1b"), max_size=200), st.booleans())
def test_every_letter_is_read_once(text: str, by_sentence: bool) -> None:
    paragraphs = split_paragraphs(text)
    reading = Reading(text, paragraphs, split_sentences(text, paragraphs))
    read = "".join(plain_lines(reading, by_sentence=by_sentence))
    assert read.replace(" ", "") == spoken(text).replace(" ", "")
