"""Articles that are one, as they are told to a reader: which is the longest, which the earliest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.facts import known_of
from corpus.problem import CorpusError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.opening import Corpus
    from index.duplicates.groups import Alike, Group


@dataclass(frozen=True, slots=True)
class Member:
    """An article of a group, with its outlet and date as far as they are known, else ""."""

    alike: Alike
    outlet: str
    published: str
    longest: bool
    earliest: bool

    @property
    def article(self) -> str:
        """The article's name."""
        return self.alike.article

    @property
    def part(self) -> str | None:
        """The record in a file of several articles."""
        return self.alike.part

    @property
    def marks(self) -> str:
        """What sets it apart from the others of its group."""
        marks = (("longest", self.longest), ("earliest", self.earliest))
        return ", ".join(name for name, holds in marks if holds)


def described(group: Group, corpus: Corpus) -> tuple[Member, ...]:
    """Describe the articles of a group; the earliest is told where the dates of all are known.

    Reads the metadata of each, which may take a while.
    """
    known = [_known(one, corpus) for one in group]
    days = [first for _, _, first in known]
    earliest = min(days) if all(days) and len(set(days)) > 1 else None
    return tuple(
        Member(one, outlet, published, number == 0, first == earliest)
        for number, (one, (outlet, published, first)) in enumerate(zip(group, known, strict=True))
    )


def _known(one: Alike, corpus: Corpus) -> tuple[str, str, str]:
    """Return outlet and date of an article as they are written, and its first possible day."""
    file = corpus.find(one.article, one.part)
    if file is None:
        return "", "", ""
    try:
        summary = corpus.summary(file)
    except CorpusError:
        return "", "", ""
    row = known_of(one.article, one.part, "", summary)
    published = summary.metadata.published

    return row.outlet, published.value if published else "", row.first


def likeness_words(alike: Alike, *, longest: bool) -> str:
    """Say how like the longest of its group an article is; of that one, how long it is."""
    if longest:
        return f"{alike.length:,} words"
    if alike.same:
        return "the same text"
    words = "the same words" if alike.likeness == 1.0 else f"{int(100 * alike.likeness)} % alike"
    return f"{words}, other figures" if alike.figures else words


def group_rows(groups: Sequence[Group], corpus: Corpus) -> list[str]:
    """Return a row a group: how many articles, how alike they are, and the title of the longest.

    A title that nobody has read yet is not read for it: the file is named.
    """
    counts = max((len(f"{len(group):,}") for group in groups), default=0)
    return [
        f"{len(group):>{counts},} articles  {_spread(group):>11}  {_title(group[0], corpus)}"
        for group in groups
    ]


def _spread(group: Group) -> str:
    least, most = (int(100 * group[at].likeness) for at in (-1, 1))
    return f"{least} %" if least == most else f"{least} to {most} %"


def _title(one: Alike, corpus: Corpus) -> str:
    file = corpus.find(one.article, one.part)
    kept = corpus.kept_summary(file) if file is not None else None
    title = kept.metadata.title if kept is not None else None
    return " ".join(title.value.split()) if title else one.article
