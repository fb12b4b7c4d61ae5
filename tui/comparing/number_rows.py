"""The rows of the table of numbers: each figure of an article, with who says it, where and when.

Dates, times of day and ordinals are no figures here, nor is what stands in furniture.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotations.claim_figures import Possible, possible
from corpus.compare.figures import counted
from tui.cards.quantity_card import speaker_of
from tui.claiming.figures import claimed
from tui.comparing.figure_words import figure

if TYPE_CHECKING:
    from corpus.article import ArticleFile
    from corpus.understanding.analysis import Analysis, Number, Quantity

_NO_FIGURES = ("date", "time", "ordinal")


@dataclass(frozen=True, slots=True)
class NumberRow:
    """A figure of an article; `start` is where it stands. "" is unknown, or said by nobody.

    `figure` is the value as it was understood, with its bound; `low` and `high` are the ends that
    it names, `possible` all that it leaves possible. `thing` names what it counts as it is
    compared, `of` as it is said; `folded` is all that is listed, without case.
    """

    article: str
    part: str | None
    start: int
    kind: str
    figure: str
    low: Number
    high: Number
    possible: Possible
    unit: str
    of: str
    thing: str
    speaker: str
    outlet: str
    date: str
    folded: str

    @property
    def who(self) -> str:
        """Who says it: the speaker of the statement it stands in, else the outlet."""
        return self.speaker or self.outlet

    @property
    def key(self) -> tuple[str, str | None, int]:
        """Tell the figure apart from all others: its article and its place."""
        return self.article, self.part, self.start

    @property
    def scale_key(self) -> tuple[str, str, str]:
        """Tell figures that can stand on one scale: of one thing, kind and unit."""
        return self.thing, self.kind, self.unit


def rows_of_article(file: ArticleFile, analysis: Analysis) -> list[NumberRow]:
    """Return the rows of an article, in the order of its text."""
    metadata = analysis.metadata
    outlet = metadata.outlet.value if metadata.outlet else ""
    date = metadata.published.value if metadata.published else ""
    found = (
        _row(file, analysis, quantity, outlet, date)
        for quantity in analysis.body_quantities
        if quantity.kind not in _NO_FIGURES
    )
    return [row for row in found if row is not None]


def _row(
    file: ArticleFile, analysis: Analysis, quantity: Quantity, outlet: str, date: str
) -> NumberRow | None:
    left_open = possible(claimed(quantity, None, None))
    low, high = _ends(quantity)
    if left_open is None or low is None or high is None:
        return None
    said, unit = figure(quantity), quantity.unit or ""
    of = " ".join(quantity.of.text.split()) if quantity.of is not None else ""
    speaker = speaker_of(analysis, quantity)
    listed = (said, unit, of, counted(quantity), speaker, outlet, date, file.article)
    return NumberRow(
        article=file.article,
        part=file.part,
        start=quantity.start,
        kind=quantity.kind,
        figure=said,
        low=low,
        high=high,
        possible=left_open,
        unit=unit,
        of=of,
        thing=counted(quantity),
        speaker=speaker,
        outlet=outlet,
        date=date,
        folded="\n".join(listed).casefold(),
    )


def _ends(quantity: Quantity) -> tuple[Number | None, Number | None]:
    """Return the ends that a figure names, twice the same where it names one."""
    named = [end for end in (quantity.min, quantity.value, quantity.max) if end is not None]
    return (min(named), max(named)) if named else (None, None)
