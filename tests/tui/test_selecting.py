"""Selecting by the name of a thing, and copying with where it stands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import regex

from corpus.article import Article, ArticleFile
from corpus.span import Span
from corpus.understanding.analysis import Metadata, Value
from tests.tui.conftest import FERRY
from tests.tui.test_motions import reading_of
from tui.article.citation import cited, place_in_words
from tui.article.reading import BY_ROWS, BY_TEXT, JUMPS, PAGES, TARGETS
from tui.article.text_objects import TEXT_OBJECTS
from tui.configuration.settings import Settings

if TYPE_CHECKING:
    from tests.tui.conftest import Opener, Session

FORM = Settings().citation


def chosen(session: Session) -> str | None:
    pane = session.reader.pane
    if pane.document is None or pane.selected is None:
        return None
    return pane.selected.cut(pane.document.article.text)


def go_to(session: Session, words: str) -> None:
    pane = session.reader.pane
    assert pane.document is not None
    pane.move_to(pane.document.article.text.index(words))


OBJECTS = [
    ("se Brandt", "reader.select_entity", "Ilse Brandt"),
    ("600 people", "reader.select_number", "1,600"),
    ("hurt", "reader.select_quotation", "Nobody was hurt,"),
    ("hurt", "reader.select_statement", "Nobody was hurt,"),
    ("Brandt said", "reader.select_statement", "Nobody was hurt,"),
    ("said. Between", "reader.select_statement", "Nobody was hurt,"),
    ("aground on", "reader.select_word", "aground"),
    ("oat.", "reader.select_paragraph", FERRY.splitlines()[-1]),
    ("Ferry", "reader.select_sentence", "\n".join(FERRY.splitlines()[:4])),
]


async def test_things_are_selected_by_their_names(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        for at, action, selected in OBJECTS:
            go_to(session, at)
            session.reader.pane.perform(action, 2)
            assert chosen(session) == selected
            session.reader.pane.clear_selection()
        go_to(session, "ground on")
        await session.press("i", "a")
        assert chosen(session) is None
        assert "No annotation here" in session.screen_text()


async def test_one_key_selects_the_thing_here_and_then_larger_ones(
    folder: Path, reading: Opener
) -> None:
    text = "“The ferry carried 1,600 people,” said Ilse Brandt.\n"
    (folder / "a_ferry.txt").write_text(text, encoding="utf-8")
    async with reading(folder) as session:
        go_to(session, "1,600")
        await session.press("semicolon")
        assert chosen(session) == "1,600"
        await session.press("semicolon")
        assert chosen(session) == "The ferry carried 1,600 people,"
        await session.press("minus")
        assert chosen(session) == "1,600"
        await session.press("escape")
        assert (chosen(session), session.reader.pane.cursor) == (None, text.index("1,600"))
        go_to(session, "carried")
        await session.press("semicolon")
        assert chosen(session) == "The ferry carried 1,600 people,"


async def test_a_selection_takes_whole_sentences_and_paragraphs(
    folder: Path, reading: Opener
) -> None:
    one, two = "“Nobody was hurt,” Brandt said.", "Sixty passengers were taken off by boat."
    after = "The ferry was empty. Brandt left."
    (folder / "a_ferry.txt").write_text(f"{one} {two}\n\n{after}\n", encoding="utf-8")
    async with reading(folder) as session:
        go_to(session, "Brandt")
        await session.press("v", "right_parenthesis")
        assert chosen(session) == "Brandt said."
        await session.press("right_parenthesis")
        assert chosen(session) == f"Brandt said. {two}"
        await session.press("right_curly_bracket")
        assert chosen(session) == f"Brandt said. {two}\n\n{after}"
        await session.press("escape")
        go_to(session, "Sixty")
        await session.press("V", "right_parenthesis")
        assert chosen(session) == f"{two}\n\nThe ferry was empty."
        await session.press("o", "left_parenthesis")
        assert chosen(session) == f"{one} {two}\n\nThe ferry was empty."


def test_whole_sentences_are_taken_before_they_are_known() -> None:
    text = "One here. Two here.\n\nThree here.\n"
    for cursor, count, end in ((0, 1, "One here."), (0, 2, "One here. Two here."), (20, 1, text)):
        place = reading_of(text, cursor).to_ends((), count, sentence=True)
        assert text[: place + 1].rstrip() == end.rstrip()
    assert text[: reading_of(text, 8).to_ends((), 1) + 1] == "One here. Two here."


async def test_where_no_word_is_that_is_said(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        pane = session.reader.pane
        pane.move_to(FERRY.index("\n"))
        await session.press("plus")
        assert "No word here" in session.screen_text()
        session.reader.say("")
        pane.select_around("word")
        await session.settle()
        assert "No word here" in session.screen_text()
        assert chosen(session) is None


async def test_on_a_blank_line_there_is_no_sentence(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        pane = session.reader.pane
        pane.move_to(FERRY.index("\n\n“") + 1)
        await session.press("V")
        assert "No sentence here" in session.screen_text()
        session.reader.say("")
        pane.select_around("sentence")
        await session.settle()
        assert "No sentence here" in session.screen_text()
        assert chosen(session) is None
        # The blank behind a sentence is on its line.
        go_to(session, " Between")
        await session.press("V")
        assert chosen(session) == "“Nobody was hurt,” Brandt said."


async def test_on_a_blank_line_nothing_is_annotated_or_copied(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder) as session:
        session.reader.pane.move_to(FERRY.index("\n\n“") + 1)
        for key in ("a", "H", "W", "t", "Y"):
            session.reader.say("")
            await session.press(key)
            assert "No sentence here" in session.screen_text()
        assert not (folder / "a_ferry.txt.annotations.yaml").exists()


async def test_signs_are_no_words_to_search_for(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        session.reader.pane.move_to(FERRY.index("."))
        for key in ("*", "#", "C"):
            session.reader.say("")
            await session.press(key)
            assert "No word here" in session.screen_text()


async def test_a_mouse_never_cuts_a_character(folder: Path, reading: Opener) -> None:
    (folder / "a_ferry.txt").write_text("x水e\u0301\U0001f1e9\U0001f1eay", encoding="utf-8")
    async with reading(folder) as session:
        x = session.reader.pane._first_column
        # From the second half of the wide character to the second half of the flag.
        await session.pilot.mouse_down(offset=(x + 2, 1))
        await session.pilot.hover(offset=(x + 5, 1))
        await session.pilot.mouse_up(offset=(x + 5, 1))
        await session.settle()
        assert chosen(session) == "水e\u0301\U0001f1e9\U0001f1ea"


async def test_copying_with_the_source(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        go_to(session, "Nobody")
        await session.press("Y")
        copied = session.app.clipboard
        assert copied.startswith("““Nobody was hurt,” Brandt said.” (Ferry runs aground")
        assert copied.endswith("Marn; a_ferry.txt 143-174)")
        assert "Copied" in session.screen_text()


def found(value: str, certainty: str = "certain") -> Value:
    return Value(value, certainty, Span(0, 1))  # type: ignore[arg-type]


def article(text: str) -> Article:
    return Article(ArticleFile("a/b.txt", "b.txt", 0, 0), text, "text/1", "")


def test_a_citation_says_what_is_known_and_how_sure_it_is() -> None:
    metadata = Metadata(
        title=found("Dam\n bursts"),
        outlet=found("Courier"),
        published=found("2031-05-06", "likely"),
    )
    assert cited(FORM, article("A. The dam burst."), metadata, Span(3, 17)) == (
        "“The dam burst.” (Dam bursts, Courier, 2031-05-06 (likely); a/b.txt 3-17)"
    )
    form = "{quote} [{outlet}, {file}:{line}] {author}"
    assert cited(form, article("A.\nThe dam"), metadata, Span(3, 10)) == (
        "The dam [Courier, a/b.txt:2]"
    )


def test_a_place_is_said_with_file_line_and_paragraph() -> None:
    text = "A.\n\nThe dam\nburst.\n"
    paragraphs = (Span(0, 2), Span(4, 18))
    assert place_in_words(article(text), paragraphs, 12) == (
        "a/b.txt · line 4 of 4 · paragraph 2 of 2 · character 12 of 19"
    )
    assert place_in_words(article(""), (), 0) == "a/b.txt · line 1 of 1 · character 0 of 0"


def test_what_is_not_known_is_left_out_with_its_sign() -> None:
    text = "Said: {title} ()."
    assert cited(FORM, article(text), None, Span(0, 17)) == f"“{text}” (a/b.txt 0-17)"
    only = Metadata(published=found("2031"))
    assert cited(FORM, article(text), only, Span(0, 4)) == "“Said” (2031; a/b.txt 0-4)"
    assert cited("{quote} ({author})", article(text), None, Span(0, 4)) == "Said"


async def test_no_motion_and_no_selection_ends_inside_a_character(
    folder: Path, reading: Opener
) -> None:
    text = (
        "De\u0301ja\u0300 \U0001f468\u200d\U0001f469\u200d\U0001f467! \u0301(“Wo\u0323rt.” ক্ষি)\n\n"
        "\U0001f1e9\U0001f1ea\u0301 1\ufe0f\u20e3 \u1112\u1161\u11ab z"
        + 9 * "\u0323"
        + ". 水\u0301水\n"
    )
    (folder / "a_ferry.txt").write_text(text, encoding="utf-8")
    async with reading(folder, size=(30, 12)) as session:
        pane = session.reader.pane
        assert pane.document is not None
        shown = pane.document.shown
        starts = [found.start() for found in regex.finditer(r"\X", shown)]
        for action in sorted(BY_ROWS | BY_TEXT | JUMPS | PAGES | TEXT_OBJECTS | TARGETS):
            for start in starts:
                pane.clear_selection()
                pane.move_to(start)
                for count in (None, 3):
                    pane.perform("reader.select", None)
                    pane.perform(action, count)
                    assert pane.cursor in starts, (action, start, count)
                    if pane.selected is not None:
                        ends = {pane.selected.start, pane.selected.end}
                        assert ends <= {*starts, len(shown)}, (action, start, count)
