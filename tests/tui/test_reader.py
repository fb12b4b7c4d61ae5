"""Reading: what a person sees and presses on the main screen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.tui.conftest import Opener


def words_at_cursor(session, length: int) -> str:
    pane = session.reader.pane
    return pane.document.article.text[pane.cursor : pane.cursor + length]


async def test_the_first_article_is_on_the_screen_with_what_is_known_of_it(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder, (120, 40)) as session:
        text = session.screen_text()
        assert "The ferry Halcyon ran aground" in text
        assert "Ilse Brandt" in text
        assert "article 1 of 2" in text
        document = session.reader.pane.document
        assert {"Ilse Brandt"} <= {m.text for m in document.analysis.mentions}
        assert "1,600" in {q.text for q in document.analysis.quantities}


async def test_jumps_go_to_entities_and_numbers_and_come_back(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder) as session:
        await session.press("right_square_bracket", "n")
        assert words_at_cursor(session, 5) in ("Tuesd", "1,600")
        await session.press("g", "g", "2", "right_curly_bracket")
        assert words_at_cursor(session, 7) == "“Nobody"
        await session.press("right_square_bracket", "e")
        assert words_at_cursor(session, 6) == "Brandt"
        await session.press("ctrl+o")
        assert words_at_cursor(session, 7) == "“Nobody"
        await session.press("g", "i")
        assert words_at_cursor(session, 6) == "Brandt"


async def test_a_selection_grows_from_word_to_paragraph(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        text = session.reader.pane.document.article.text
        session.reader.pane.move_to(text.index("Nobody"))
        seen = []
        for _ in range(5):
            await session.press("plus")
            seen.append(session.reader.pane.selected.cut(text))
        assert seen[:2] == ["Nobody", "Nobody was hurt,"]
        assert seen[2:4] == ["“Nobody was hurt,”", "“Nobody was hurt,” Brandt said."]
        assert seen[4].endswith("taken off by boat.")
        await session.press("minus")
        assert session.reader.pane.selected.cut(text) == seen[3]
        await session.press("4", "minus")
        assert session.reader.pane.selected is None
        assert session.reader.pane.cursor == text.index("Nobody")
        await session.press("plus", "plus", "escape")
        assert session.reader.pane.selected is None
        assert session.reader.pane.cursor == text.index("Nobody")


async def test_moving_extends_a_selection_from_either_end(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        text = session.reader.pane.document.article.text
        session.reader.pane.move_to(text.index("ran"))
        await session.press("v", "e", "o", "b")
        assert session.reader.pane.selected.cut(text) == "Halcyon ran"
        # As without a key that begins it.
        await session.press("escape")
        session.reader.pane.move_to(text.index("ran"))
        await session.press("shift+right", "shift+right")
        assert session.reader.pane.selected.cut(text) == "ran"
        await session.press("shift+up", "shift+left")
        assert session.reader.pane.selected.end == text.index("an aground")


async def test_finding_in_the_article_moves_as_one_types_and_goes_on(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder) as session:
        await session.press("slash", *"brandt")
        assert words_at_cursor(session, 6) == "Brandt"
        await session.press("enter")
        first = session.reader.pane.cursor
        await session.press("n")
        assert session.reader.pane.cursor > first
        assert words_at_cursor(session, 6) == "Brandt"
        await session.press("N")
        assert session.reader.pane.cursor == first
        await session.press("escape")
        assert not session.reader.pane.document.matches


async def test_escape_from_finding_comes_back_to_the_place(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        await session.press("j", "j")
        before = session.reader.pane.cursor
        await session.press("slash", *"boat", "escape")
        assert session.reader.pane.cursor == before


async def test_the_next_article_opens_and_the_place_in_the_first_is_kept(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder) as session:
        await session.press("G")
        place = session.reader.pane.cursor
        await session.press("J")
        assert session.reader.pane.document.article.name == "b_inquiry.txt"
        await session.press("J")
        assert "last article" in session.screen_text()
        await session.press("K")
        assert session.reader.pane.cursor == place
    async with reading(folder) as session:
        assert session.reader.pane.document.article.name == "a_ferry.txt"
        assert session.reader.pane.cursor == place


async def test_one_pane_at_a_time_fits_80_columns(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        assert not session.reader.query_one("#list-side").display
        await session.press("shift+tab")
        assert session.reader.query_one("#list-side").display
        assert not session.reader.pane.display
        assert "Inquiry into the Halcyon opens" in session.screen_text()
        await session.press("j", "enter")
        assert session.reader.pane.display
        assert session.reader.pane.document.article.name == "b_inquiry.txt"


async def test_the_panel_leads_to_the_place(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        await session.press("p", "n")
        assert "between 40 and 60" in session.screen_text().lower()
        rows = [row.pieces for row in session.reader.panel._rows]
        target = next(
            i for i, pieces in enumerate(rows) if any("Between 40" in text for text, _ in pieces)
        )
        await session.press(*["j"] * target, "enter")
        assert words_at_cursor(session, 10) == "Between 40"


async def test_the_panel_lists_who_says_what(folder: Path, reading: Opener) -> None:
    async with reading(folder, (120, 40)) as session:
        await session.press("p", "w")
        assert "Ilse Brandt 2" in session.screen_text()
        rows = [row.pieces for row in session.reader.panel._rows]
        target = next(
            i for i, pieces in enumerate(rows) if any("“Nobody" in text for text, _ in pieces)
        )
        await session.press(*["j"] * target, "enter")
        assert words_at_cursor(session, 6) == "Nobody"


async def test_the_list_that_is_shown_is_named_in_full_where_not_all_names_fit(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder, (120, 40)) as session:
        await session.press("p", "w")
        assert "enti.  numb.  statements  anno." in session.screen_text()
    async with reading(folder, (80, 24)) as session:
        await session.press("p", "w")
        assert "entities  numbers  statements  annotations" in session.screen_text()


async def test_the_next_statement_is_a_motion(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        await session.press("right_square_bracket", "s")
        assert words_at_cursor(session, 9) == "The ferry"
        await session.press("right_square_bracket", "s")
        assert words_at_cursor(session, 6) == "Nobody"
        await session.press("left_square_bracket", "s")
        assert words_at_cursor(session, 9) == "The ferry"
        await session.press("left_square_bracket", "s")
        assert "No statement before this" in session.screen_text()


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 60), (20, 5)])
async def test_any_size_shows_the_article(
    folder: Path, reading: Opener, size: tuple[int, int]
) -> None:
    async with reading(folder, size) as session:
        assert "Ferry runs" in session.screen_text()
        await session.pilot.resize_terminal(size[0] + 7, size[1] + 3)
        await session.press("j", "space", "G", "g", "g")
        assert session.reader.pane.cursor == 0


async def test_help_lists_the_keys_that_work_here_and_closes(folder: Path, reading: Opener) -> None:
    async with reading(folder, (100, 40)) as session:
        await session.press("question_mark")
        assert "Keys that work here" in session.screen_text()
        await session.press(*"next entity")
        assert "Next entity" in session.screen_text()
        await session.press("escape")
        await session.press("escape")
        assert "The ferry Halcyon" in session.screen_text()


async def test_the_palette_performs_an_action_by_name(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        await session.press("ctrl+p", *"end of the article", "enter")
        pane = session.reader.pane
        await session.until(lambda: pane.cursor == len(pane.document.article.text) - 1)


async def test_what_was_skipped_is_named_with_its_reason(folder: Path, reading: Opener) -> None:
    (folder / "scan.txt").write_bytes(b"\x00\x01\x02" * 400)
    async with reading(folder) as session:
        assert "ps says why 1 file was left out" in session.screen_text()
        await session.press("p", "s")
        assert "scan.txt" in session.screen_text()


async def test_what_is_wrong_with_the_corpus_file_is_no_file_left_out(
    folder: Path, reading: Opener
) -> None:
    (folder / "postil.yaml").write_text("schema: postil-corpus/1\nunknown: 1\nother: 2\n")
    async with reading(folder) as session:
        assert "ps says what is wrong with postil.yaml" in session.screen_text()
        assert "left out" not in session.screen_text()
        await session.press("p", "s")
        assert "'unknown' is not known" in session.screen_text()


async def test_an_empty_folder_says_so(tmp_path: Path, reading: Opener) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    async with reading(empty) as session:
        await session.press("j", "J", "a", "v", "slash", "u", "question_mark", "escape")
        session.reader.say("")
        assert "No article here: Postil reads .txt" in session.rows()[0]


async def test_an_empty_article_can_be_read_and_left(folder: Path, reading: Opener) -> None:
    (folder / "0_empty.txt").write_text("")
    async with reading(folder) as session:
        await session.press("j", "k", "w", "b", "G", "v", "plus", "escape", "a", "J")
        assert session.reader.pane.document.article.name == "a_ferry.txt"


async def test_mouse_selects_by_drag_word_and_sentence(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        text = session.reader.pane.document.article.text
        pane = session.reader.pane
        await session.pilot.mouse_down("#article", offset=(5, 0))
        await session.pilot.hover("#article", offset=(9, 0))
        await session.pilot.mouse_up("#article", offset=(9, 0))
        assert pane.selected.cut(text) == "Ferry"
        await session.pilot.click("#article", offset=(11, 0), times=2)
        assert pane.selected.cut(text) == "runs"
        await session.pilot.click("#article", offset=(11, 2), times=3)
        assert pane.selected.cut(text).startswith("The ferry Halcyon ran")
