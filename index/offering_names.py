"""Did you mean, in a field: near words with which a name, a title or an outlet is known.

A word of a field's value that finds hardly any article, or none, brings those near words of the
corpus with which the field finds far more. Nothing is looked up for a field that finds enough.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from index.offering import MOST, TIMES, goes_on, near_or_further
from index.query.tree import Words, fields_of
from index.results import Offer
from index.widening import SHORTEST, is_few, letters_differ

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from index.query.tree import Field, Node
    from index.snapshot import Snapshot


def offered_names(
    node: Node, snapshot: Snapshot, counted: Callable[[Field], int]
) -> tuple[Offer, ...]:
    """Return what the fields of a query may have meant; `counted` says how many have a field.

    A word that may go on brings nothing yet.
    """
    return tuple(
        offer
        for one, wanted in fields_of(node)
        if wanted and isinstance(one.value, Words)
        for offer in islice(_offers(one, one.value, snapshot, counted), MOST)
    )


def _offers(
    asked: Field, value: Words, snapshot: Snapshot, counted: Callable[[Field], int]
) -> Iterator[Offer]:
    having = counted(asked)
    if not is_few(having, snapshot):
        return
    for at, word in enumerate(value.words):
        if not isinstance(word, str) or not word.isalpha() or len(word) < SHORTEST:
            continue
        if value.prefix and at == len(value.words) - 1 and goes_on(word, snapshot):
            continue
        for other, distance in near_or_further(word, having, snapshot)[:MOST]:
            words = (*value.words[:at], other, *value.words[at + 1 :])
            meant = replace(asked, value=replace(value, words=words, prefix=False))
            if counted(meant) >= TIMES * having + (not having):
                text = " ".join(map(str, words))
                # The place of quoted words lies inside the quotation marks.
                text = f'"{text}"' if len(words) > 1 and not value.quoted else text
                yield Offer(value.start, value.end, word, text, letters_differ(distance))
