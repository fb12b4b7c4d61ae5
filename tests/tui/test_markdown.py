"""Markdown is shown as what it means; every offset stays that of the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.conftest import Opener
from tui.article.markup import LONGEST, markup_of
from tui.layout.displayed import displayed
from tui.layout.wrap import HIDDEN, Layout
from tui.safe_text import safe

PIECES = st.sampled_from(
    [
        *("# Title", "## Part ##", "Setext\n---", "- item", "1. num", "  - nested", "> quoted"),
        *("*emph*", "**strong _both_**", "`code`", "[a link](http://x.y/z(1))", "![pic](p.png)"),
        *("<http://auto.link>", "```\nx = *1*\n```", "| a | b |\n|---|---|\n| *1* | 2 |", "***"),
        *("plain words", "\\*not\\*", "[broken](", "", "\n", "<b>html</b>", "---\ntitle: x\n---"),
        "漢字 **粗**",
    ]
)
SIGNS = st.text("ab*_`[]()<>#->\n ~|\\!", max_size=80)
TEXTS = st.lists(PIECES, max_size=12).map("\n".join) | SIGNS


def shown(text: str) -> str:
    markup = markup_of(text)
    assert markup is not None
    return displayed(text, [*markup.edits, *markup.joins])


@given(TEXTS, st.integers(4, 60))
def test_what_is_shown_is_as_long_and_rows_and_offsets_find_each_other(
    text: str, width: int
) -> None:
    text = safe(text)
    laid = shown(text)
    assert len(laid) == len(text)
    layout = Layout(laid, width)
    assert layout.end(len(layout) - 1) == len(text)
    for offset in range(len(text)):
        row = layout.row_of(offset)
        assert layout.start(row) <= offset < layout.end(row)
        if laid[offset] not in (HIDDEN, "\n"):
            found = layout.offset_at(row, layout.column_of(offset))
            assert layout.column_of(found) == layout.column_of(offset)
        assert laid[layout.offset_at(row, 3)] != HIDDEN or not laid[
            layout.start(row) : layout.visible_end(row)
        ].strip(HIDDEN)
        assert laid[layout.seen_from(offset)] != HIDDEN or not laid.strip(HIDDEN)


@given(TEXTS)
def test_letters_and_figures_of_the_text_are_never_changed(text: str) -> None:
    text = safe(text)
    for before, after in zip(text, shown(text), strict=True):
        assert after in (before, HIDDEN) or not before.isalnum()


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("# A *title* ##", "A title"),
        ("**1,600** and _one_ `x*y`", "1,600 and one x*y"),
        ("[a **link**](http://x.y/(1)) and <http://z>", "a link and http://z"),
        ("[one][ref] ![pic](p.png)\n\n[ref]: http://x", "one pic\n\n[ref]: http://x"),
        ("- one\n- two\n  goes on", "• one\n• two goes on"),
        ("> quoted\n> on", "▎ quoted on"),
        ("~~gone~~ 2 * 3 * 4", "gone 2 * 3 * 4"),
        ("---\na: *b*\n---\n*c*", "---\na: *b*\n---\nc"),
    ],
)
def test_signs_are_hidden_and_lines_joined(source: str, seen: str) -> None:
    assert shown(source).replace(HIDDEN, "") == seen


def test_a_very_long_text_is_shown_as_it_is_written() -> None:
    assert markup_of("*a* " * (LONGEST // 4 + 1)) is None


ARTICLE = """# Ferry aground

The *ferry* ran aground with **1,600 people** aboard, said [Ilse Brandt](https://marn.example/x).

## Known

- Nobody was hurt
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "notes"
    root.mkdir()
    (root / "a.md").write_text(ARTICLE, encoding="utf-8")
    return root


async def test_an_article_is_shown_without_signs_and_the_cursor_never_stands_on_one(
    reading: Opener, folder: Path
) -> None:
    async with reading(folder) as session:
        pane, rows = session.reader.pane, session.screen_text()
        assert "The ferry ran aground with 1,600 people aboard, said Ilse Brandt." in rows
        assert "• Nobody" in rows
        assert "#" not in rows
        seen = [pane.cursor]
        for keys in ["w"] * 12 + ["b"] * 12 + ["l"] * 8 + [")"] * 5 + ["("] * 5:
            await session.press(keys)
            assert pane._layout_rows.text[pane.cursor] != HIDDEN
            seen.append(pane.cursor)
        await session.settle()
        assert seen[12] > ARTICLE.index("1,600")
        assert pane.cursor <= ARTICLE.index("Ferry")
        await session.press("j", "j", "V", "H")
        assert pane.document.placed[0].annotation.quote in ARTICLE


async def test_markdown_is_shown_as_it_is_written_on_request(reading: Opener, folder: Path) -> None:
    async with reading(folder) as session:
        await session.press("z", "k")
        assert "# Ferry aground" in session.screen_text()
        assert "**1,600 people**" in session.screen_text()


async def test_a_match_in_what_a_link_leads_to_is_seen(reading: Opener, folder: Path) -> None:
    async with reading(folder) as session:
        assert "marn.example" not in session.screen_text()
        await session.press("slash", *"marn.ex", "enter")
        assert "marn.example" in session.screen_text()


async def test_a_quotation_has_its_bar_on_every_row(folder: Path, reading: Opener) -> None:
    quoted = "> " + "The ferry was late again. " * 6
    (folder / "quoted.md").write_text(f"# Ferry\n\n{quoted}\n\n- {quoted[2:]}\n")
    async with reading(folder / "quoted.md", size=(60, 30)) as session:
        rows = [row.strip() for row in session.rows()]
        bars = [row for row in rows if row.startswith("▎ ")]
        assert len(bars) > 2
        assert sum("ferry" in row or "late" in row for row in rows) > len(bars)
        await session.press("z", "k")
        assert not any(row.strip().startswith("▎") for row in session.rows())
