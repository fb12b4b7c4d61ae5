"""What is known of one figure, and the figures elsewhere that it may be laid beside.

No Textual here. What reads articles is called from thread workers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corpus.compare.figures import counted
from corpus.problem import CorpusError
from corpus.span import Span
from tui.cards.card_place import CardPlace
from tui.cards.card_rows import TITLE, CardRow, article_pieces, sentence_pieces, titles_of
from tui.cards.entity_card import MentionHere
from tui.cards.fate import beside, fate_of
from tui.layout.motions import unit_at
from tui.layout.wrap import wrapped_lines
from tui.library.date_words import date_of
from tui.panel.panel_rows import BOUNDS
from tui.safe_text import safe_line

if TYPE_CHECKING:
    from collections import Counter

    from corpus.article import Article, ArticleFile
    from corpus.understanding.analysis import Analysis, Quantity, Statement
    from tui.workspace import Workspace


@dataclass(frozen=True, slots=True)
class FigureThere:
    """A figure in its sentence, who says it, and what is said of those it counts; "" for none."""

    quantity: Quantity
    sentence: MentionHere
    speaker: str
    fate: str


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one article that may be laid beside the card's.

    `date` is what is shown of the article's date, with its certainty.
    """

    file: ArticleFile
    title: str
    date: str
    figures: tuple[FigureThere, ...]


def figures_in(workspace: Workspace, own: Quantity, fate: str, file: ArticleFile) -> Figures | None:
    """Return the figures of an article that may be laid beside `own`; None where none is.

    `fate` is what is said of those that `own` counts.
    """
    try:
        article = workspace.corpus.read(file)
        analysis = workspace.corpus.analyse(article)
    except CorpusError:
        return None
    text = article.text
    fates = ((q, fate_of(text, analysis, q)) for q in analysis.body_quantities)
    found = [(q, its) for q, its in fates if beside(own, fate, q, its)]
    if not found:
        return None
    metadata = analysis.metadata
    return Figures(
        file,
        metadata.title.value if metadata.title else "",
        date_of(metadata),
        tuple(
            FigureThere(q, sentence_of(text, analysis, q), speaker_of(analysis, q), its)
            for q, its in found
        ),
    )


def statement_around(analysis: Analysis, quantity: Quantity) -> Statement | None:
    """Return the shortest statement that a figure stands in; None where nobody says it."""
    around = (
        statement
        for statement in analysis.statements
        if statement.content.start <= quantity.start and quantity.end <= statement.content.end
    )
    return min(around, key=lambda each: each.content.end - each.content.start, default=None)


def speaker_of(analysis: Analysis, quantity: Quantity) -> str:
    """Say who says a figure; "" where nobody does, or where it is not known."""
    statement = statement_around(analysis, quantity)
    if statement is None or statement.speaker is None:
        return ""
    return statement.speaker.name + (f", via {statement.via}" if statement.via else "")


def rows_of(
    quantity: Quantity,
    article: Article,
    analysis: Analysis,
    found: Sequence[Figures],
    width: int,
) -> tuple[CardRow, ...]:
    """Return the rows of a figure's card, of `width` cells; `found` is what was read so far."""
    return tuple(_rows(quantity, article, analysis, found, width))


def title_of(quantity: Quantity) -> str:
    """Return the words of a figure: bound, figure and what is counted. As safe text."""
    figure, of = figure_of(quantity), quantity.of
    if of is None:
        return figure
    between = " of " if _is_vague(quantity) and of.start - quantity.end > len(" of") else " "
    return safe_line(" ".join(f"{figure}{between}{of.text}".split()))


def figure_of(quantity: Quantity) -> str:
    """Return the words of a figure without what is counted. As safe text."""
    parts = [BOUNDS[quantity.bound]] if quantity.bound else []
    parts += ["about"] if quantity.approximate and not _is_vague(quantity) else []
    parts.append(quantity.text)
    return safe_line(" ".join(" ".join(parts).split()))


def _is_vague(quantity: Quantity) -> bool:
    """Say whether a word stands where a figure would: "dozens of people"."""
    return quantity.approximate and quantity.value is None and quantity.max is None


def _rows(
    quantity: Quantity,
    article: Article,
    analysis: Analysis,
    found: Sequence[Figures],
    width: int,
) -> Iterator[CardRow]:
    here = CardPlace(article.name, article.file.part, quantity.start)
    for words, value in _facts(quantity):
        yield CardRow(((f"{words:<10}", "faint"), (safe_line(value), "strong")), here)
    statement = statement_around(analysis, quantity)
    if statement is None:
        yield CardRow((("who says  ", "faint"), ("nobody is named: the article does", "")), here)
    else:
        who = speaker_of(analysis, quantity) or "somebody who is not named"
        yield CardRow(
            (("who says  ", "faint"), (safe_line(who), "strong")),
            CardPlace(article.name, article.file.part, statement.content.start),
        )
    around = statement.content if statement is not None else None
    around = around or unit_at(analysis.sentences, quantity.start)
    if around is not None:
        words = safe_line(" ".join(Span(around.start, around.end).cut(article.text).split()))
        for line in wrapped_lines(words, max(8, width - 2)):
            yield CardRow((("  ", ""), (line, "")), here)
    fate = fate_of(article.text, analysis, quantity)
    if not fate:
        yield from _part("To be laid beside it", found, width)
        return
    alike = _with(found, lambda each: each.fate == fate)
    yield from _part(f"To be laid beside it, all of them {fate}", alike, width)
    rest = _with(found, lambda each: each.fate != fate)
    if rest:
        yield from _part(f"Other figures of {_thing(quantity)}", rest, width)


def _with(found: Sequence[Figures], wanted: Callable[[FigureThere], bool]) -> tuple[Figures, ...]:
    """Return the articles that have figures that are wanted, with these alone."""
    kept = (replace(each, figures=tuple(filter(wanted, each.figures))) for each in found)
    return tuple(each for each in kept if each.figures)


def _thing(quantity: Quantity) -> str:
    """Return what a figure counts, as it is compared. As safe text."""
    return safe_line(counted(quantity)) or "the same kind"


def _part(title: str, found: Sequence[Figures], width: int) -> Iterator[CardRow]:
    """Give a heading with the number of figures, and them by article."""
    total = sum(len(each.figures) for each in found)
    yield CardRow(((f"{title} ", "heading"), (f"{total:,}", "faint")), heading=True)
    titles = titles_of(found)
    for each in found:
        yield from _article(each, titles, width)


def _facts(quantity: Quantity) -> Iterator[tuple[str, str]]:
    """Give what is known of a figure, in words."""
    yield "kind", quantity.kind
    if quantity.value is not None:
        yield "value", f"{quantity.value:,}"
    if quantity.min is not None:
        yield "from", f"{quantity.min:,}"
    if quantity.max is not None:
        yield "to", f"{quantity.max:,}"
    if quantity.bound is not None:
        yield "bound", BOUNDS[quantity.bound]
    if quantity.approximate:
        yield "exact", "no, approximate"
    if quantity.unit is not None:
        yield "unit", quantity.unit
    if quantity.of is not None:
        group = quantity.of.group
        grouped = f"  (compared as {group})" if group else ""
        yield "of", " ".join(quantity.of.text.split()) + grouped
    if quantity.iso is not None:
        basis = f"  (from {quantity.basis})" if quantity.basis else ""
        yield "date", quantity.iso + basis


def _article(here: Figures, titles: Counter[str], width: int) -> Iterator[CardRow]:
    """Give the figures of an article below its date and title."""
    file = here.file
    first = CardPlace(file.article, file.part, here.figures[0].quantity.start)
    yield CardRow(article_pieces(here, titles), first, yielding=TITLE)
    for each in here.figures:
        place = CardPlace(file.article, file.part, each.quantity.start)
        says = ("    ", ""), (title_of(each.quantity), "quantity")
        who = f"  {safe_line(each.speaker)}" if each.speaker else ""
        yield CardRow((*says, (who, "faint")), place)
        yield CardRow((("  ", ""), *sentence_pieces(each.sentence, "quantity", width - 2)), place)


def sentence_of(text: str, analysis: Analysis, quantity: Quantity) -> MentionHere:
    """Return a figure in its sentence, by itself where it stands in none."""
    sentence = unit_at(analysis.sentences, quantity.start)
    start, end = quantity.start, quantity.end
    if sentence is None or not sentence.covers(start):
        sentence = Span(start, end)
    before, after = text[sentence.start : start], text[end : max(end, sentence.end)]
    return MentionHere(start, end, before, text[start:end], after)
