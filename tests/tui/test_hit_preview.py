"""The text around a match, laid out below the results of a search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from index.results import Match
from tui.layout.cells import cells
from tui.safe_text import safe
from tui.searching.hit_preview import HitPreview

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.conftest import Opener

TEXT = "The dam held.\n\nUntil it broke, the dam was full: a dam of \x1b[31m earth."
MATCHES = tuple(Match(at, at + 3) for at in (4, 35, 51))


def test_lines_are_broken_at_blanks_and_keep_the_paragraphs() -> None:
    preview = HitPreview(TEXT, MATCHES)
    shown = ["".join(piece for piece, _ in preview.pieces(one)) for one in preview.lines(20)]
    assert shown == [
        "The dam held.",
        "",
        "Until it broke, the",
        "dam was full: a dam",
        "of ␛[31m earth.",
    ]


def test_the_match_that_is_shown_goes_round() -> None:
    preview = HitPreview(TEXT, MATCHES).at_place(MATCHES[1])
    lines = preview.lines(20)
    assert lines[preview.line_of_match(lines)].cut(TEXT) == "dam was full: a dam"
    assert [preview.moved(by).at for by in (1, 2, -1)] == [2, 0, 0]
    assert ("dam", "match") in preview.pieces(lines[0])


@given(st.text(max_size=300), st.integers(8, 60), st.data())
def test_any_text_is_laid_out_within_its_width(text: str, width: int, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, max(0, len(text) - 1)))
    preview = HitPreview(text, (Match(at, at + 1),) if text else ())
    lines = preview.lines(width)
    left_out = set(range(len(text)))
    for line in lines:
        assert cells(safe(text[line.start : line.end])) <= width
        left_out -= set(range(line.start, line.end))
        assert "".join(piece for piece, _ in preview.pieces(line)) == safe(line.cut(text))
    assert all(text[one] in " \n" for one in left_out)


async def test_hits_are_gone_through_below_the_results(folder: Path, reading: Opener) -> None:
    text = "Weirs\n\n" + "\n\n".join(f"In year {year} the weir held." for year in range(1, 60))
    (folder / "weirs.txt").write_text(text, encoding="utf-8")
    async with reading(folder, (100, 40)) as session:
        await session.press("s", *"weir")
        await session.until(lambda: "1 of 59" in session.screen_text())
        assert "In year 2 the weir held." in session.screen_text()
        await session.press("shift+tab")
        await session.until(lambda: "59 of 59" in session.screen_text())
        assert "In year 59 the weir held." in session.screen_text()
        await session.press("enter")
        pane = session.reader.pane
        await session.until(lambda: pane.document.article.name == "weirs.txt")
        assert text[: pane.cursor].endswith("In year 59 the ")
