"""Two articles beside each other are found in, marked and annotated as one of them is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.conftest import FERRY, INQUIRY, Opener
from tests.tui.two_articles import beside
from tui.screens.beside import BesideScreen
from tui.screens.claim import ClaimScreen


async def test_words_are_found_in_the_article_that_has_the_keys(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder) as session:
        screen = await beside(session, "b_inquiry.txt")
        await session.press("tab", "/", *"brandt", "enter")
        second = screen.panes[1]
        assert screen.pane is second
        assert INQUIRY[second.cursor :].startswith("Brandt")
        assert "match 1 of 1" in session.screen_text()
        # One step back takes the matches away, the next leads to the reader.
        await session.press("escape")
        assert session.app.screen is screen
        assert not second.document.matches  # type: ignore[union-attr]
        await session.press("escape")
        assert session.app.screen is session.reader


async def test_giving_up_to_find_leads_back_to_the_place(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        screen = await beside(session, "b_inquiry.txt")
        await session.press("}", "/", *"boat")
        assert FERRY[screen.pane.cursor :].startswith("boat")
        await session.press("escape")
        assert FERRY[screen.pane.cursor :].startswith("The ferry")
        assert screen.focused is screen.pane


async def test_labels_lead_to_what_is_in_view(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        screen = await beside(session, "b_inquiry.txt")
        await session.press("tab", "f")
        label = screen.pane.labels[-1]
        assert screen.panes[0].labels == ()
        await session.press(*label.letters)
        assert screen.pane.cursor == label.offset
        assert screen.pane.labels == ()


async def test_marks_lead_from_one_article_to_the_other(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        screen = await beside(session, "b_inquiry.txt")
        await session.press("G", "m", "B", "tab", "'", "B")
        assert screen.active == 0
        assert screen.pane.cursor == len(FERRY) - 1


async def test_both_articles_are_annotated_and_the_reader_knows_it(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder) as session:
        screen = await beside(session, "b_inquiry.txt")
        await session.press("}", "V", "a", *"who counted", "ctrl+s")
        await session.until(lambda: len(screen.documents[0].placed) == 1)  # type: ignore[union-attr]
        await session.press("tab", "}", "V", "H")
        await session.until(lambda: len(screen.documents[1].placed) == 1)  # type: ignore[union-attr]
        assert "who counted" in (folder / "a_ferry.txt.annotations.yaml").read_text()
        assert "Captain Joren Vask" in (folder / "b_inquiry.txt.annotations.yaml").read_text()
        await session.press("D")
        await session.until(lambda: not screen.documents[1].placed)  # type: ignore[union-attr]
        await session.press("tab", "c")
        assert "who counted" in session.screen_text()
        await session.press("escape", "L", "tab", "}", "V", "H")
        await session.until(lambda: len(screen.documents[1].placed) == 1)  # type: ignore[union-attr]
        await session.press("L", "enter")
        await session.until(lambda: "Linked: " in session.screen_text())
        origin, fresh = screen.documents[0], session.app.workspace.annotated
        # What this Postil wrote of the other article is shown, and no other program's change.
        assert origin is not None
        assert origin.placed == fresh(origin).placed
        await session.press("g", "f")
        await session.until(lambda: screen.active == 0)
        assert FERRY[screen.pane.cursor :].startswith("The ferry")
        await session.press("escape")
        assert session.app.screen is session.reader
        await session.until(lambda: len(session.reader.pane.document.placed) == 1)


async def test_another_text_of_an_article_is_shown_at_the_place_of_before(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder) as session:
        screen = await beside(session, "b_inquiry.txt")
        await session.press("tab", "G", "{")
        assert INQUIRY[screen.pane.cursor :].startswith("Ilse Brandt will")
        later = INQUIRY.replace("Captain", "On Monday, in a full hall, Captain")
        (folder / "b_inquiry.txt").write_text(later, encoding="utf-8")
        session.app.walk()
        await session.until(lambda: screen.documents[1].article.text == later)  # type: ignore[union-attr]
        await session.until(lambda: screen.comparison is not None)
        assert later[screen.pane.cursor :].startswith("Ilse Brandt will")
        assert "read again" in session.screen_text()


async def test_what_is_shown_of_the_articles_is_chosen_for_both_and_kept(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder) as session:
        screen = await beside(session, "b_inquiry.txt")
        names = screen.looks.names
        await session.press("z", "e", "<")
        assert all(pane.looks.names is not names for pane in screen.panes)
        width = screen.panes[0].comfortable_width
        assert screen.panes[1].comfortable_width == width
        await session.press("escape")
        assert session.reader.pane.looks.names is not names
        assert session.reader.pane.comfortable_width == width


@pytest.mark.parametrize("keys", [("V", "a"), ("A",), ("H",)])
async def test_an_earlier_text_is_not_annotated(
    folder: Path, reading: Opener, keys: tuple[str, ...]
) -> None:
    async with reading(folder) as session:
        reader = session.reader
        reader.show_past(reader.pane.document, "as it was")
        screen = session.app.screen
        assert isinstance(screen, BesideScreen)
        await session.until(lambda: screen.comparison is not None)
        await session.press("tab", *keys)
        assert session.app.screen is screen
        assert "An earlier text" in session.screen_text()
        assert not list(folder.glob("*.yaml"))


async def test_a_figure_of_a_third_article_is_claimed_there(folder: Path, reading: Opener) -> None:
    third = "A count at the quay\n\nThe harbour office counted 1,540 people on board.\n"
    (folder / "z_count.txt").write_text(third)
    async with reading(folder) as session:
        screen = await beside(session, "b_inquiry.txt")
        at = screen.pane.document.shown.index("1,600")
        screen.pane.move_to(at)
        await session.press("g", "d")
        await session.until(lambda: "1,540 people" in session.screen_text())
        await session.press("G", "W")
        await session.until(lambda: isinstance(session.app.screen, ClaimScreen))
        await session.until(lambda: "1,540 people" in session.screen_text())
        await session.press("ctrl+s")
        await session.until(lambda: session.app.screen is session.reader)
        document = session.reader.pane.document
        assert document is not None
        assert document.article.name == "z_count.txt"
        await session.until(lambda: len(session.reader.pane.document.placed) == 1)
