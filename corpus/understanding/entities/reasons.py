"""What speaks for a mention: the evidence in its words, around it and elsewhere in the article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from corpus.span import Span
from corpus.understanding.analysis import Mention
from corpus.understanding.entities.finding import weighed
from corpus.understanding.entities.group import Group

if TYPE_CHECKING:
    from corpus.corpus_file import CorpusFile

_MOST = 6  # other mentions of the name whose surroundings are told


def reasons_of(
    text: str, sentences: Sequence[Span], settings: CorpusFile, mention: Mention
) -> tuple[str, ...]:
    """Return what the type of a mention rests on, the strongest first, each with its weight.

    The article is analysed again for it: weights are not kept. What speaks against the type, or for
    another one, is told behind it.
    """
    found = weighed(text, sentences, settings)
    piece = next((p for p in found.pieces if p.start == mention.start), None)
    if piece is None or piece.end != mention.end:
        return ("set in postil.yaml",)
    return tuple(_reasons(found.clusters.groups[piece.key], mention, text))


def _reasons(group: Group, mention: Mention, text: str) -> Iterator[str]:
    here = next(p for p in group.pieces if p.start == mention.start)
    others = [p for p in group.pieces if p is not here and p.context][:_MOST]
    said = [(*reason, "") for reason in (*here.reasons, *group.licences)]
    for piece in others:
        line = text.count("\n", 0, piece.start) + 1
        said += [
            (type_, weight, why, f" in line {line}")
            for type_, weight, why in piece.reasons
            if type_ in piece.context and (type_, weight, why) not in here.reasons
        ]
    seen: set[str] = set()
    for type_, weight, why, where in sorted(
        said, key=lambda reason: (reason[0] != mention.type, -reason[1], reason[2], reason[3])
    ):
        told = f"{type_} {weight:+.1f}: {why}{where}"
        if weight and told not in seen:
            seen.add(told)
            yield told
    if len(group.pieces) > 1:
        yield f"weighed with the {len(group.pieces)} mentions of these words in the article"
