"""Page furniture folded: one row a run, which no cursor is ever inside of."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.span import Span
from tests.tui.conftest import Opener, Session
from tui.layout.folding import Folding, folds_of
from tui.layout.wrap import Layout

LINES = st.lists(
    st.sampled_from(["", "a", "two words", "x" * 40, "Share", "漢字 word"]), max_size=20
)


@st.composite
def folded_texts(draw: st.DrawFn) -> tuple[str, Folding]:
    lines = draw(LINES)
    text = "\n".join(lines)
    furniture, place = [], 0
    for line in lines:
        if line and draw(st.booleans()):
            furniture.append(Span(place, place + len(line)))
        place += len(line) + 1
    folding = Folding(folds_of(text, furniture))
    for fold in folding.folds:
        if draw(st.integers(0, 3)) == 0:
            folding = folding.switched(fold.start)
    return text, folding


@given(folded_texts(), st.integers(4, 40))
def test_rows_cover_the_text_and_a_closed_fold_is_one_row(
    made: tuple[str, Folding], width: int
) -> None:
    text, folding = made
    layout = Layout(text, width, folding.closed)
    ends = [layout.end(row) for row in range(len(layout))]
    assert layout.start(0) == 0
    assert ends[-1] == len(text)
    assert all(end == layout.start(row) for row, end in enumerate(ends[:-1], start=1))
    for fold in folding.folds:
        row = layout.row_of(fold.start)
        assert layout.start(row) == fold.start
        assert layout.is_fold(row) == (fold.start in folding.closed)
        if layout.is_fold(row):
            assert layout.end(row) == fold.end
            assert layout.offset_at(row, 7) == fold.start
            assert layout.column_of(fold.end - 1) == 0


@given(folded_texts(), st.integers(4, 40), st.integers(4, 40), st.data())
def test_rows_that_are_rewrapped_keep_their_folds(
    made: tuple[str, Folding], width: int, other: int, data: st.DataObject
) -> None:
    text, folding = made
    before, whole = Layout(text, width, folding.closed), Layout(text, other, folding.closed)
    first = data.draw(st.integers(0, len(before) - 1))
    last = data.draw(st.integers(first, len(before) - 1))
    layout = before.rewrapped(other, first, last)
    starts = [layout.start(row) for row in range(len(layout))]
    assert starts == sorted({*starts, 0})
    for offset in range(before.start(first), before.end(last)):
        row, expected = layout.row_of(offset), whole.row_of(offset)
        assert (layout.start(row), layout.end(row)) == (whole.start(expected), whole.end(expected))
        assert layout.is_fold(row) == whole.is_fold(expected)


@given(folded_texts(), st.integers(4, 40), st.data())
def test_rows_that_are_folded_otherwise_are_those_of_the_whole(
    made: tuple[str, Folding], width: int, data: st.DataObject
) -> None:
    text, folding = made
    other = folding
    for fold in folding.folds:
        if data.draw(st.booleans()):
            other = other.switched(fold.start)
    layout = Layout(text, width, folding.closed).refolded(other.closed)
    whole = Layout(text, width, other.closed)
    assert layout._starts == whole._starts
    assert layout._indents == whole._indents
    assert layout.folds == whole.folds


@given(folded_texts(), st.data())
def test_a_step_never_ends_inside_a_closed_fold_and_always_gets_past_it(
    made: tuple[str, Folding], data: st.DataObject
) -> None:
    text, folding = made
    last = max(0, len(text) - 1)
    cursor = data.draw(st.integers(0, last))
    if folding.hides(cursor):
        cursor = folding.closed_at(cursor).start
    for _ in range(len(text) + 1):
        before = cursor
        cursor = folding.settled(min(cursor + 1, last), cursor, last)
        assert not folding.hides(cursor)
        assert cursor >= before
        if cursor == before:
            break
    end = folding.closed_at(last)
    assert cursor == (last if end is None else end.start)


def test_folds_are_whole_lines_apart_and_of_more_than_one() -> None:
    text = "Home\n\nNews\nThe ferry sank.\nShare\nShe said so.\nA\nB"
    at = {line: text.index(line) for line in ("Home", "News", "Share", "A\n", "B")}
    furniture = [Span(start, start + len(line.strip())) for line, start in at.items()]
    folds = folds_of(text, furniture)
    assert [text[fold.start : fold.end] for fold in folds] == ["Home\n\nNews\n", "A\nB"]
    assert [fold.lines for fold in folds] == [2, 2]
    assert all(one.end <= other.start for one, other in pairwise(folds))


PAGE = """Share on the tower
Follow us
Subscribe to our newsletter

Ferry runs aground off Marn

The ferry Halcyon ran aground on Tuesday with 1,600 people aboard, said Ilse Brandt.

She said that nobody on the ferry was hurt and that the ferry would sail again.

Related articles
Share on the tower
Follow us
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "page"
    root.mkdir()
    (root / "a.txt").write_text(PAGE, encoding="utf-8")
    return root


def fold_rows(session: Session) -> list[str]:
    return [row.strip() for row in session.rows() if "lines of page furniture" in row]


async def test_furniture_is_folded_by_key_opened_by_enter_and_remembered(
    reading: Opener, folder: Path
) -> None:
    async with reading(folder) as session:
        pane = session.reader.pane
        assert "Follow us" in session.screen_text()
        await session.press("g", "g", "z", "f")
        assert fold_rows(session)
        assert "Follow us" not in session.screen_text()
        start = pane.folding.folds[0].start
        assert not pane.folding.hides(pane.cursor)
        pane.move_to(start)
        await session.press("z", "f", "z", "f", "g", "g")
        rows = len(fold_rows(session))
        await session.press("enter")
        assert len(fold_rows(session)) == rows - 1
        await session.press("z", "o")
        assert len(fold_rows(session)) == rows
    async with reading(folder) as session:
        assert fold_rows(session)


async def test_a_jump_into_a_fold_opens_it_and_steps_go_past_it(
    reading: Opener, folder: Path
) -> None:
    async with reading(folder) as session:
        pane = session.reader.pane
        await session.press("z", "f", "G")
        last = pane.folding.folds[-1]
        assert pane.cursor == last.start
        await session.press("k", "j", "w")
        assert pane.cursor == last.start
        await session.press("slash", *"Related", "enter")
        assert pane.cursor == PAGE.index("Related")
        assert pane.folding.closed_at(pane.cursor) is None
        assert "Related articles" in session.screen_text()
        # It closes when the cursor leaves it, unless it was opened on purpose.
        await session.press("g", "g")
        assert pane.folding.closed_at(last.start) is not None
        await session.press("G", "enter", "g", "g")
        assert pane.folding.closed_at(last.start) is None


async def test_a_click_opens_a_fold(reading: Opener, folder: Path) -> None:
    async with reading(folder) as session:
        await session.press("z", "f")
        row = next(y for y, words in enumerate(session.rows()) if "page furniture" in words)
        folds = len(fold_rows(session))
        await session.pilot.click(offset=(20, row))
        await session.settle()
        assert len(fold_rows(session)) == folds - 1
