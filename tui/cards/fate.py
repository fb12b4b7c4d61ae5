"""What is said of those that a figure counts, in one word for all words that say the same.

"71 people were rescued", "saved 133 people"; "killing at least 6", "58 dead", "40 died". By it a
card tells the figures of one thing from those of other people.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.compare.figures import comparable, counted
from corpus.understanding.word_set import word_set
from tui.claiming.deeds import deed
from tui.layout.motions import unit_at

if TYPE_CHECKING:
    from corpus.understanding.analysis import Analysis, Quantity

_SAYING = {
    "dead": "dead died killed slain drowned perished",
    "missing": "missing unaccounted sought",
    "rescued": "rescued saved",
    "hurt": "hurt injured wounded",
}
_FATES = {word: fate for fate, words in _SAYING.items() for word in word_set(words)}
# What is counted where the words of a fate stand for the people: "58 dead", "killing at least 6".
_PEOPLE = frozenset({"", "person", *_FATES})


def fate_of(text: str, analysis: Analysis, quantity: Quantity) -> str:
    """Return what is said of those that a figure counts; "" where nothing is."""
    if quantity.kind != "count":
        return ""
    sentence = unit_at(analysis.sentences, quantity.start)
    if sentence is None or not sentence.covers(quantity.start):
        return ""
    done = deed(text, sentence, quantity)
    return _FATES.get(done, done)


def beside(own: Quantity, fate: str, other: Quantity, others: str) -> bool:
    """Say whether two figures with their fates may be laid beside each other.

    That are those that are comparable, and those that say one fate of people, named or not.
    """
    if comparable(own, other):
        return True
    if own.kind != "count" or other.kind != "count" or not fate or fate != others:
        return False
    return fate in _SAYING and counted(own) in _PEOPLE and counted(other) in _PEOPLE
