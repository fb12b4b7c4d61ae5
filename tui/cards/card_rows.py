"""The rows of an entity's card: names, reasons, company, and every mention in its sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.linking.wishes import name_slug
from tui.cards.card_place import CardPlace
from tui.cards.entity_card import by_date
from tui.cards.merge_reasons import reason_of
from tui.counts import counted
from tui.layout.cells import cells, cut
from tui.layout.wrap import wrapped_lines
from tui.library.date_words import DATE_CELLS
from tui.safe_text import safe_line

if TYPE_CHECKING:
    from corpus.article import ArticleFile
    from corpus.linking.table import LinkedEntity, Merge
    from tui.cards.entity_card import ArticleMentions, Beside, EntityCard, MentionHere
    from tui.cards.quantity_card import Figures

TYPE_WORDS = {"PERSON": "person", "ORG": "organisation", "PLACE": "place", "NORP": "people"}
_BEFORE = 3  # a mention begins at the latest after one part in so many of the row


@dataclass(frozen=True, slots=True)
class Split:
    """A name that can be split off, and the names that stay with the entity then."""

    name: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CardRow:
    """A row: pieces of safe text with the name of their style, and what can be done with it.

    `place` and `entity` say where it leads, `split` what can be split off there. `heading` says
    that a section begins. The piece numbered `yielding` gives way to those after it, down to half
    of the row.
    """

    pieces: tuple[tuple[str, str], ...]
    place: CardPlace | None = None
    entity: str | None = None
    split: Split | None = None
    heading: bool = False
    yielding: int | None = None

    def pieces_in(self, width: int) -> list[tuple[str, str]]:
        """Return the pieces as they are shown in `width` cells; what is too long is not cut yet."""
        pieces = list(self.pieces)
        if self.yielding is not None:
            text, style = pieces[self.yielding]
            others = sum(cells(other) for other, _ in pieces) - cells(text)
            pieces[self.yielding] = (cut(text, max(width - others, width // 2)), style)
        return pieces


def rows_of(card: EntityCard, found: Sequence[ArticleMentions], width: int) -> tuple[CardRow, ...]:
    """Return the rows of a card of `width` cells; `found` are the mentions read so far."""
    return tuple(_rows(card, found, width))


def summary_of(card: EntityCard) -> str:
    """Say how much there is of an entity: its type, mentions, articles. As safe text."""
    entity = card.entity
    mentions = counted(entity.count, "mention")
    return f"{TYPE_WORDS[entity.type]} · {mentions} in {counted(entity.articles, 'article')}"


def _rows(card: EntityCard, found: Sequence[ArticleMentions], width: int) -> Iterator[CardRow]:
    entity = card.entity
    if not card.known:
        yield CardRow((("The names of the other articles are not known yet", "warning"),))
    dates = by_date(list(found))
    if dates is not None:
        yield from _dates(*dates)
    yield _heading("Names", len(entity.names))
    yield from (_name(entity, name.text, name.count, name.articles) for name in entity.names)
    if entity.merges:
        yield _heading("Why they are one", len(entity.merges))
        for merge in entity.merges:
            yield from _merge(entity, merge, width)
    for words, others in (
        ("Related, and not the same", card.related),
        ("People in the same articles", card.people),
        ("Places in the same articles", card.places),
    ):
        if others:
            yield _heading(words, len(others))
            yield from map(_beside, others)
    yield _heading("Articles", len(card.files))
    read = {each.file: each for each in found}
    titles = titles_of(each for each in found if each.mentions)
    for file, count in card.files:
        if file in read and not read[file].mentions:
            continue
        if file in read:
            yield from _article(entity, read[file], titles, width)
        else:
            yield _unread(file, count)


def _heading(words: str, count: int) -> CardRow:
    return CardRow(((f"{words} ", "heading"), (f"{count:,}", "faint")), heading=True)


def _dates(first: ArticleMentions, last: ArticleMentions) -> Iterator[CardRow]:
    both = (("First", first), ("Last", last))
    for words, each in both if first is not last else both[:1]:
        name = safe_line(" ".join(each.title.split()) or each.file.article)
        date = safe_line(each.date)
        pieces = ((f"{words:<6}", "faint"), (date, "date"), (f"  {name}", ""))
        yield CardRow(pieces, _place(each.file, each.mentions[0].start))


def _name(entity: LinkedEntity, text: str, count: int, articles: int) -> CardRow:
    pieces = [("  ", ""), (safe_line(text), entity.type.lower()), (f" ×{count:,}", "faint")]
    if articles > 1:
        pieces.append((f"  in {articles:,} articles", "faint"))
    partners = [
        merge.into if name_slug(merge.name) == name_slug(text) else merge.name
        for merge in entity.merges
        if name_slug(text) in (name_slug(merge.name), name_slug(merge.into))
    ]
    return CardRow(tuple(pieces), split=_split(entity, text, partners))


def _merge(entity: LinkedEntity, merge: Merge, width: int) -> Iterator[CardRow]:
    """Give the names and the reason, on a row of its own where they do not fit on one."""
    names = (
        ("  ", ""),
        (safe_line(merge.name), "strong"),
        (" = ", "faint"),
        (safe_line(merge.into), "strong"),
    )
    reason = safe_line(reason_of(merge))
    proof = merge.proof
    place = CardPlace(proof.article, proof.part, proof.start) if proof is not None else None
    split = _split(entity, merge.name, (merge.into,)) or _split(entity, merge.into, (merge.name,))
    if sum(cells(words) for words, _ in names) + cells(reason) + 2 <= width:
        yield CardRow((*names, (f": {reason}", "")), place, split=split)
        return
    yield CardRow(names, place, split=split)
    for line in wrapped_lines(reason, max(8, width - 6)):
        yield CardRow((("      ", ""), (line, "")), place, split=split)


def _split(entity: LinkedEntity, name: str, partners: Iterable[str]) -> Split | None:
    """Return what splits a name off; None for the entity's own name.

    Full names that it was brought together with stay: they are not what was wrong.
    """
    from corpus.linking.gathering import is_acronym

    own = {name_slug(entity.name), name_slug(name)}
    if name_slug(name) == name_slug(entity.name):
        return None
    staying = (
        partner
        for partner in partners
        if name_slug(partner) not in own
        and not is_acronym(partner)
        and (entity.type != "PERSON" or " " in partner)
    )
    return Split(name, tuple(dict.fromkeys(staying)))


def _beside(other: Beside) -> CardRow:
    entity = other.entity
    pieces = [("  ", "")]
    if other.kind:
        pieces.append((f"{other.kind} ", "faint"))
    pieces.append((safe_line(entity.name), entity.type.lower()))
    why = f": {safe_line(other.why)}" if other.why else f"  {counted(other.articles, 'article')}"
    return CardRow((*pieces, (why, "faint")), entity=entity.id)


TITLE = 2
"""Which of the pieces of an article is its title, which gives way to the others."""


def titles_of(found: Iterable[ArticleMentions | Figures]) -> Counter[str]:
    """Return how many articles have each title."""
    return Counter(each.title for each in found)


def article_pieces(
    here: ArticleMentions | Figures, titles: Counter[str]
) -> tuple[tuple[str, str], ...]:
    """Return date and title of an article, and its file where others have its title, too."""
    date = safe_line(here.date)
    name = safe_line(" ".join(here.title.split()) or here.file.article)
    gap = " " * max(1, DATE_CELLS + 1 - cells(date))
    file = f"  {safe_line(here.file.article)}" if here.title and titles[here.title] > 1 else ""
    return (date, "date"), (gap, ""), (name, "strong"), (file, "faint")


def _article(
    entity: LinkedEntity, here: ArticleMentions, titles: Counter[str], width: int
) -> Iterator[CardRow]:
    pieces = (*article_pieces(here, titles), (f" ×{len(here.mentions):,}", "faint"))
    start = here.mentions[0].start if here.mentions else 0
    yield CardRow(pieces, _place(here.file, start), yielding=TITLE)
    for mention in here.mentions:
        style = entity.type.lower()
        yield CardRow(sentence_pieces(mention, style, width), _place(here.file, mention.start))


def _unread(file: ArticleFile, count: int) -> CardRow:
    pieces = ((safe_line(file.article), "faint"), (f" ×{count:,} …", "faint"))
    return CardRow(pieces, _place(file, 0))


def _place(file: ArticleFile, offset: int) -> CardPlace:
    return CardPlace(file.article, file.part, offset)


def sentence_pieces(mention: MentionHere, style: str, width: int) -> tuple[tuple[str, str], ...]:
    """Return a sentence on one row; what stands far before the mention gives way."""
    before = safe_line(" ".join(mention.before.split()))
    text = safe_line(" ".join(mention.text.split()))
    after = safe_line(" ".join(mention.after.split()))
    room = max(8, width // _BEFORE)
    fits = cells(before) + cells(text) + cells(after) + 6 <= width
    if not fits and cells(before) > room:
        words = before.split(" ")
        kept: list[str] = []
        while words and cells(" ".join([words[-1], *kept])) <= room:
            kept.insert(0, words.pop())
        before = " ".join(["…", *kept])
    gap = " " if mention.before[-1:].isspace() and before else ""
    space = " " if mention.after[:1].isspace() and after else ""
    return (
        ("    ", ""),
        (before + gap, ""),
        (cut(text, max(8, width - 6)), style),
        (space + after, ""),
    )
