"""What the library knows of all articles, a list for each thing that it sorts or filters by."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from corpus.slice_sorting import sorted_in_slices
from corpus.understanding.gazetteers.folding import fold

if TYPE_CHECKING:
    from corpus.article import ArticleFile
    from corpus.facts import Known
    from corpus.linking.places import Places
    from corpus.linking.table import EntityTable
    from tui.library.view import Group, Order

Key = tuple[str, str | None]

_LEAST_OF_A_NAME: Final = 2
_BEFORE_WORDS: Final = re.compile(r"^\W+")


class Stopped(Exception):  # noqa: N818 - it is no error
    """What was asked for is not wanted any more."""


@dataclass(frozen=True)
class Columns:
    """The articles of a corpus with what is known of them; all lists have the order of `files`.

    `words` is what a filter looks through: title, outlet and file name, folded, a line each. A
    date is a first and a last day, both "" where it is not known. `unknown` counts the articles
    whose title, outlet and date are not known yet, `unnamed` those whose entities are not.
    """

    files: Sequence[ArticleFile]
    words: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    outlets: list[str] = field(default_factory=list)
    days: list[tuple[str, str]] = field(default_factory=list)
    lengths: list[int] = field(default_factory=list)
    unknown: int = 0
    entities: Entities | None = None

    @property
    def unnamed(self) -> int:
        """How many articles have entities that are not known yet."""
        return len(self.files) - (len(self.entities.seen) if self.entities else 0)

    @cached_property
    def place_of(self) -> dict[Key, int]:
        """Where each article stands."""
        return {file.key: place for place, file in enumerate(self.files)}

    @cached_property
    def _orders(self) -> dict[tuple[Order, bool], list[int]]:
        return {}

    def ordered(self, order: Order, *, falls: bool) -> list[int]:
        """Return the places of the articles in an order that is their own; what is unknown last."""
        known = self._orders.get((order, falls))
        if known is None:
            known = self._orders[order, falls] = self._sorted(order, falls)
        return known

    def _sorted(self, order: Order, falls: bool) -> list[int]:
        everything = list(range(len(self.files)))
        if order == "name":
            return everything[::-1] if falls else everything
        if order == "title":
            return sorted_in_slices(everything, self.titles.__getitem__, backwards=falls)
        if order == "length":
            return sorted_in_slices(everything, self.lengths.__getitem__, backwards=falls)
        if order == "outlet":
            folded = {outlet: fold(outlet) for outlet in set(self.outlets)}
            keys = [folded[outlet] for outlet in self.outlets]
        else:
            # A date that is bounded on one side only stands at the bound that it has.
            keys = [f"{first or last} {last}".strip() for first, last in self.days]
        named = [at for at in everything if keys[at]]
        known = sorted_in_slices(named, keys.__getitem__, backwards=falls)
        return known + [place for place in everything if not keys[place]]

    def group_of(self, group: Group) -> Callable[[int], str]:
        """Return what names the group of the article at a place; "" where it is in none."""
        days, files = self.days, self.files
        if group == "outlet":
            return self.outlets.__getitem__
        if group == "folder":
            return lambda place: files[place].article.rpartition("/")[0]
        length = 4 if group == "year" else 7

        def period(place: int) -> str:
            first, last = days[place]
            return first[:length] if first[:length] == last[:length] else ""

        return period


def columns_of(
    files: Sequence[ArticleFile],
    known: Mapping[Key, Known],
    entities: Entities | None,
    cancelled: Callable[[], bool],
) -> Columns:
    """Gather what is known of the articles. Raises `Stopped`."""
    columns = Columns(files, entities=entities)
    unknown = 0
    for place, file in enumerate(files):
        if place % 1024 == 0 and cancelled():
            raise Stopped
        name = file.article
        row = known.get((name, file.part))
        if row is None:
            unknown += 1
            title, outlet, days, length = "", "", ("", ""), 0
        else:
            title, outlet, length = row.title, row.outlet, row.characters
            days = (row.first, row.last)
        folded = fold(title)
        columns.words.append(f"{folded}\n{fold(outlet)}\n{fold(name)}")
        columns.titles.append(_BEFORE_WORDS.sub("", folded or fold(name)))
        columns.outlets.append(outlet)
        columns.days.append(days)
        columns.lengths.append(length)
    return Columns(
        files,
        columns.words,
        columns.titles,
        columns.outlets,
        columns.days,
        columns.lengths,
        unknown,
        entities,
    )


@dataclass(frozen=True)
class Entities:
    """The entities of the corpus by their names, and in which of the articles each stands.

    `names` has all names of an entity, folded, a line each; `places` where the articles that have
    it stand among those of the corpus. `seen` are the places of all articles that were looked at.
    """

    names: list[str]
    places: list[list[int]]
    seen: frozenset[int]

    def having(self, word: str) -> set[int]:
        """Return the places of the articles that name something with a word in its name.

        One letter is in the names of nearly all of them, and looked for in none.
        """
        found: set[int] = set()
        if len(word) < _LEAST_OF_A_NAME:
            return found
        for names, places in zip(self.names, self.places, strict=True):
            if word in names:
                found.update(places)
        return found


def entities_of(
    files: Sequence[ArticleFile],
    table: EntityTable,
    places: Places,
    cancelled: Callable[[], bool],
) -> Entities:
    """Turn the entities of a corpus to what a filter asks. Raises `Stopped`."""
    place_of = {file.key: place for place, file in enumerate(files)}
    names = [fold("\n".join(name.text for name in one.names)) for one in table.entities]
    found: list[list[int]] = [[] for _ in names]
    seen = set()
    for number, here in enumerate(places.articles):
        if number % 1024 == 0 and cancelled():
            raise Stopped
        place = place_of.get((here.article, here.part))
        if place is not None:
            seen.add(place)
            for entity in here.entities:
                found[entity].append(place)
    return Entities(names, found, frozenset(seen))
