"""Why names of an article are one thing: the rule that joined them, and the words that show it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.understanding.analysis import Alias, Mention
from corpus.understanding.entities.clusters import Clusters
from corpus.understanding.entities.piece import Piece


def find_aliases(
    pieces: Sequence[Piece],
    clusters: Clusters,
    mentions: Sequence[Mention],
    defined: Sequence[tuple[int, int]],
) -> tuple[Alias, ...]:
    """Return an alias for each pair of names that was joined, in the order of the text.

    `defined` are the numbers of the pieces that the text defines as one, in pairs. Only names that
    are mentions of one entity in the end count: the reader's rules may have taken one away.
    """
    return tuple(sorted(_aliases(pieces, clusters, mentions, defined), key=_order))


def _aliases(
    pieces: Sequence[Piece],
    clusters: Clusters,
    mentions: Sequence[Mention],
    pairs: Sequence[tuple[int, int]],
) -> Iterator[Alias]:
    entities = {mention.start: mention.entity for mention in mentions}
    first: dict[str, Piece] = {}
    for piece in pieces:
        if piece.start in entities:
            first.setdefault(piece.key, piece)
    defined: dict[tuple[str, str], tuple[int, int]] = {}
    for i, j in pairs:
        pair = (pieces[i].key, pieces[j].key)
        defined.setdefault(pair, (pieces[i].start, pieces[j].end))
    for kind, a, b in clusters.joins:
        one, other = first.get(a.key), first.get(b.key)
        if one is None or other is None:
            continue
        entity = entities[one.start]
        if entity != entities[other.start]:
            continue
        start, end = other.start, other.end
        if kind == "defined":
            start, end = defined[a.key, b.key]
        yield Alias(start, end, kind, a.surface(), b.surface(), entity)


def _order(alias: Alias) -> tuple[int, int, str, str]:
    return alias.start, alias.end, alias.name, alias.other
