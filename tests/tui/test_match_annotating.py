"""Every match of a search annotated at once, and taken back at once."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from corpus.span import Span
from index.results import Match
from tui.article.match_annotating import to_annotate
from tui.screens.note import NoteScreen

if TYPE_CHECKING:
    from tests.tui.conftest import Opener, Session


def quotes(session: Session, name: str) -> list[str]:
    workspace = session.app.workspace
    file = workspace.corpus.find(name)
    assert file is not None
    placed = workspace.store.placed(workspace.corpus.read(file))
    return [one.annotation.quote or "" for one in placed]


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 9)), max_size=12))
def test_what_is_annotated_does_not_overlap_and_is_not_annotated_yet(
    pairs: list[tuple[int, int]],
) -> None:
    matches = [Match(start, start + size) for start, size in sorted(pairs)]
    there = [Span(match.start, match.end) for match in matches[:2]]
    found = to_annotate(matches, there)
    assert all(first.end <= second.start for first, second in pairwise(found))
    assert not set(found) & set(there)
    assert set(found) <= {Span(match.start, match.end) for match in matches}


async def test_all_matches_of_a_find_are_annotated_and_undone_as_one(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder) as session:
        await session.press("g", "A")
        assert "No matches here" in session.screen_text()
        await session.press("slash", *"Brandt", "enter", "g", "A")
        assert isinstance(session.app.screen, NoteScreen)
        assert "2 annotations" in session.screen_text()
        await session.press(*"who", "tab", *"marn", "ctrl+s")
        await session.until(lambda: session.app.screen is session.reader)
        await session.settle()
        assert quotes(session, "a_ferry.txt") == ["Brandt", "Brandt"]
        assert "Made 2 annotations, u" in session.screen_text()
        await session.press("g", "A")
        assert "All are annotated already" in session.screen_text()
        await session.press("u")
        assert quotes(session, "a_ferry.txt") == []


async def test_the_matches_of_a_search_in_all_articles(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        await session.press("s", *"marn", "down", "enter")
        await session.press("g", "A")
        assert "in this article" in session.screen_text()
        assert "annotations in 2 articles" in session.screen_text()
        await session.press("j", "enter", "ctrl+s")
        await session.until(lambda: session.app.screen is session.reader)
        await session.settle()
        assert quotes(session, "b_inquiry.txt") == ["Marn"]
        assert quotes(session, "a_ferry.txt") == ["Marn", "Marn"]
        await session.press("u")
        assert quotes(session, "b_inquiry.txt") == quotes(session, "a_ferry.txt") == []
