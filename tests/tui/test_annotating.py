"""Annotating with keys: what is typed is in the sidecar when the screen says it is saved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from textual import events

if TYPE_CHECKING:
    from tests.tui.conftest import Opener


def sidecar(folder: Path) -> dict:
    path = folder / "a_ferry.txt.annotations.yaml"
    return yaml.safe_load(path.read_text(encoding="utf-8"))


async def test_a_sentence_is_annotated_with_note_and_tags(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        text = session.reader.pane.document.article.text
        session.reader.pane.move_to(text.index("Between"))
        await session.press("V", "a", *"Who counted?", "tab", *"count, ferry", "ctrl+s")
        await session.until(lambda: "Saved" in session.screen_text())
        (made,) = sidecar(folder)["annotations"]
        assert made["note"] == "Who counted?"
        assert made["tags"] == ["count", "ferry"]
        start, end = made["at"]
        assert text[start:end] == made["quote"]
        assert made["quote"] == "Between 40 and 60 passengers were taken off by boat."
        await session.press("h", "l")
        assert "• Who counted? #count #ferry" in session.screen_text()


async def test_a_note_is_saved_once_however_often_one_asks(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        await session.press("V", "a", *"Who counted?")
        for _ in range(3):
            session.app.post_message(events.Key("ctrl+s", None))
        await session.until(lambda: "Saved" in session.screen_text())
        await session.settle()
        assert len(sidecar(folder)["annotations"]) == 1


async def test_an_annotation_is_changed_deleted_and_brought_back(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder) as session:
        await session.press("V", "H")
        await session.until(lambda: "Highlighted" in session.screen_text())
        assert "note" not in sidecar(folder)["annotations"][0]
        await session.press("enter", *"Now with words", "ctrl+s")
        await session.until(lambda: "Saved" in session.screen_text())
        assert sidecar(folder)["annotations"][0]["note"] == "Now with words"
        await session.press("D")
        await session.until(lambda: not session.reader.pane.document.placed)
        assert not sidecar(folder).get("annotations")
        await session.press("u")
        await session.until(lambda: bool(session.reader.pane.document.placed))
        assert sidecar(folder)["annotations"][0]["note"] == "Now with words"
        await session.press("u")
        await session.settle()
        assert "note" not in sidecar(folder)["annotations"][0]
        await session.press("ctrl+r")
        await session.settle()
        assert sidecar(folder)["annotations"][0]["note"] == "Now with words"


async def test_hand_edits_are_kept_byte_for_byte(folder: Path, reading: Opener) -> None:
    path = folder / "a_ferry.txt.annotations.yaml"
    by_hand = (
        "# my own remarks on the ferry\n"
        "annotations:\n"
        "  - note: 'check with the harbour'   # Ilse's number\n"
        "    mood: sceptical\n"
        "    id: a-abcdefghij\n"
        "    at: [0, 5]\n"
        "    quote: Ferry\n"
        "schema: postil/1\n"
    )
    path.write_text(by_hand, encoding="utf-8")
    async with reading(folder) as session:
        text = session.reader.pane.document.article.text
        session.reader.pane.move_to(text.index("Nobody"))
        await session.press("V", "a", *"second", "ctrl+s")
        await session.until(lambda: "Saved" in session.screen_text())
    after = path.read_text(encoding="utf-8")
    lines = after.splitlines()
    assert all(line in lines for line in by_hand.splitlines())
    assert after.startswith(by_hand.removesuffix("schema: postil/1\n"))
    assert len(yaml.safe_load(after)["annotations"]) == 2


async def test_escape_throws_typed_words_away_only_at_the_second_time(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder) as session:
        await session.press("V", "a", *"precious", "escape")
        assert "Not saved" in session.screen_text()
        await session.press("escape")
        assert "The ferry Halcyon" in session.screen_text()
        assert not (folder / "a_ferry.txt.annotations.yaml").exists()


async def test_what_cannot_be_saved_stays_on_the_screen(folder: Path, reading: Opener) -> None:
    path = folder / "a_ferry.txt.annotations.yaml"
    broken = "annotations: [\n<<<<<<< ours\n"
    path.write_text(broken, encoding="utf-8")
    async with reading(folder) as session:
        await session.press("V", "a", *"kept words", "ctrl+s")
        await session.until(lambda: "Not saved" in session.screen_text())
        assert "kept words" in session.screen_text()
        assert path.read_text(encoding="utf-8") == broken


async def test_an_annotation_reopens_at_its_place(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        text = session.reader.pane.document.article.text
        session.reader.pane.move_to(text.index("Between"))
        await session.press("V", "a", *"here", "ctrl+s")
        await session.until(lambda: "Saved" in session.screen_text())
    async with reading(folder) as session:
        await session.press("g", "g", "right_square_bracket", "a")
        pane = session.reader.pane
        assert pane.document.article.text[pane.cursor :].startswith("Between 40")
        assert [placed.state for placed in pane.document.placed] == ["ok"]


async def test_what_another_program_writes_appears(folder: Path, reading: Opener) -> None:
    async with reading(folder, (120, 40)) as session:
        await session.press("p", "a")
        (folder / "a_ferry.txt.annotations.yaml").write_text(
            "schema: postil/1\nannotations:\n"
            "  - {id: a-abcdefghij, at: [0, 5], quote: Ferry, note: from the other side}\n"
        )
        await session.until(lambda: "from the other side" in session.screen_text())


async def test_words_typed_onto_an_annotation_that_was_deleted_meanwhile_are_kept(
    folder: Path, reading: Opener
) -> None:
    path = folder / "a_ferry.txt.annotations.yaml"
    path.write_text(
        "schema: postil/1\nannotations:\n"
        "  - {id: a-abcdefghij, at: [0, 5], quote: Ferry, note: first}\n"
    )
    async with reading(folder) as session:
        await session.press("g", "g", "enter", *" and more")
        path.write_text("schema: postil/1\nannotations: []\n")
        await session.press("ctrl+s")
        await session.until(lambda: "Saved" in session.screen_text())
        (made,) = sidecar(folder)["annotations"]
        assert made["note"] == "first and more"
        assert made["quote"] == "Ferry"


async def test_a_note_finds_its_words_in_a_text_that_changed_while_it_was_typed(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder) as session:
        await session.press("}", "V", "a", *"who says so?")
        path = folder / "a_ferry.txt"
        path.write_text("Corrected on Friday.\n\n" + path.read_text(encoding="utf-8"))
        await session.press("ctrl+s")
        await session.until(lambda: "Saved" in session.screen_text())
        (made,) = sidecar(folder)["annotations"]
        start, end = made["at"]
        assert path.read_text(encoding="utf-8")[start:end] == made["quote"]


async def test_a_note_on_the_whole_article_has_no_place(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        await session.press("A", *"weak source", "ctrl+s")
        await session.until(lambda: "Saved" in session.screen_text())
        (made,) = sidecar(folder)["annotations"]
        assert made["note"] == "weak source"
        assert "at" not in made
        await session.press("p", "a")
        assert "the whole article" in session.screen_text()


async def test_hostile_notes_and_tags_are_shown_harmlessly(folder: Path, reading: Opener) -> None:
    (folder / "a_ferry.txt.annotations.yaml").write_text(
        "schema: postil/1\nannotations:\n  - id: a-abcdefghij\n    at: [0, 5]\n    quote: Ferry\n"
        '    note: "\\e]52;c;aGk=\\a [@click=app.quit]x[/] [bold"\n    tags: ["\\u202ereverse"]\n',
        encoding="utf-8",
    )
    async with reading(folder, (120, 40)) as session:
        await session.press("p", "a")
        shown = session.screen_text()
        assert "\x1b" not in shown
        assert "\u202e" not in shown
        assert "[@click=app.quit]x[/] [bold" in shown
        await session.press("tab", "tab", "g", "g", "enter")
        assert "\x1b" not in session.screen_text()
        await session.press("escape")
        assert session.app.is_running


async def test_in_the_lowest_terminal_one_sees_what_one_types(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder, (20, 5)) as session:
        await session.press("A", *"bosun")
        assert "bosun" in session.screen_text()
        await session.press("tab", *"crew")
        assert "crew" in session.screen_text()
