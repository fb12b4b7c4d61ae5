"""The timeline on the screen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from annotations.model import Claim, ClaimQuantity
from annotations.store import AnnotationStore
from corpus.opening import open_corpus
from corpus.span import Span
from tui.annotating.timeline_rows import line_pieces, timeline_lines
from tui.layout.cells import cells
from tui.screens.timeline import TimelineScreen

if TYPE_CHECKING:
    from annotations.timeline import MeasureGroup
    from tests.tui.conftest import Opener


@pytest.fixture
def folder(folder: Path) -> Path:
    """Two claims about the people aboard that cannot both be so."""
    corpus = open_corpus(folder)
    store = AnnotationStore(corpus)
    for file, bound, speaker in zip(
        corpus.files, (None, "over"), ("Ilse Brandt", "Joren Vask"), strict=True
    ):
        article = corpus.read(file)
        start = article.text.index("1,600")
        quantity = ClaimQuantity(value=1600, bound=bound, of="people")
        claim = Claim(speaker=speaker, measure="aboard", quantity=quantity)
        store.create(article, Span(start, start + 5), claim=claim)
    return folder


async def test_claims_that_differ_stand_side_by_side_and_lead_to_their_words(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder) as session:
        await session.press("p", "t")
        await session.until(lambda: "2 claims, 1 measure" in session.screen_text())
        assert isinstance(session.app.screen, TimelineScreen)
        await session.until(lambda: "differs from: over 1,600 people" in session.screen_text())
        await session.press("j")
        await session.until(lambda: "differs from: 1,600 people" in session.screen_text())
        await session.press("d", "enter")
        await session.until(lambda: session.app.screen is session.reader)
        await session.until(lambda: session.reader.pane.document.article.name == "b_inquiry.txt")
        await session.press("p", "t")
        await session.until(lambda: "only these: 2 differ" in session.screen_text())
        await session.press("escape")
        assert session.app.screen is session.reader


async def test_what_the_ledger_lists_is_laid_out_in_time(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        await session.press("p", "l")
        await session.until(lambda: "2 of 2 annotations" in session.screen_text())
        await session.press(*"speaker:vask", "tab", "T")
        await session.until(lambda: "1 claim, 1 measure" in session.screen_text())
        await session.press("enter")
        await session.until(lambda: session.app.screen is session.reader)
        await session.until(lambda: session.reader.pane.document.article.name == "b_inquiry.txt")


async def test_where_no_claim_is_listed_none_is_said_to_be_missing(
    folder: Path, reading: Opener
) -> None:
    corpus = open_corpus(folder)
    AnnotationStore(corpus).create(corpus.read(corpus.files[0]), Span(0, 4), note="look again")
    async with reading(folder) as session:
        await session.press("p", "l")
        await session.until(lambda: "3 of 3 annotations" in session.screen_text())
        await session.press(*"again", "tab", "T")
        await session.until(lambda: "no claim among these annotations" in session.screen_text())


def groups(folder: Path) -> list[MeasureGroup]:
    from annotations.ledger import ledger
    from annotations.timeline import timeline
    from tui.commands.exported import exported

    corpus = open_corpus(folder)
    return timeline(exported(corpus, ledger(corpus, AnnotationStore(corpus))))


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_lines_fit_and_their_columns_stand_below_each_other(folder: Path, width: int) -> None:
    rows = [line_pieces(line, width) for line in timeline_lines(groups(folder))][1:]
    assert all(sum(cells(words) for words, _ in row) <= width for row in rows)
    starts = {sum(cells(words) for words, _ in row[:3]) for row in rows}
    assert len(starts) == 1
    dates = [row[1][0] for row in rows]
    assert all(date.endswith(" ") for date in dates)
