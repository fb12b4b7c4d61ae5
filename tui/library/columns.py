"""What the library knows of all articles, a list for each thing that it sorts or filters by."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain, compress
from typing import TYPE_CHECKING, Final

from corpus.recent import Recent
from corpus.slice_sorting import sorted_in_slices
from corpus.understanding.gazetteers.folding import fold, fold_once
from tui.library.haystack import Haystack
from tui.library.mask import either, mask_of

if TYPE_CHECKING:
    from corpus.article import ArticleFile
    from corpus.linking.places import Places
    from corpus.linking.table import EntityTable
    from corpus.metadata_columns import MetadataColumns
    from tui.library.view import Group, Order

Key = tuple[str, str | None]

_LEAST_OF_A_NAME: Final = 2
_REMEMBERED: Final = 32  # words, a byte an article each
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

    def place_of(self, key: Key) -> int | None:
        """Return where an article stands; None where it is not among them."""
        name, part = key
        for place in range(bisect_left(self.names, name), len(self.files)):
            if self.names[place] != name:
                break
            if self.files[place].part == part:
                return place
        return None

    @cached_property
    def names(self) -> list[str]:
        """The name of each article, whatever part of its file it is."""
        return [file.article for file in self.files]

    @cached_property
    def folded_outlets(self) -> dict[str, str]:
        """Each outlet that there is, folded."""
        return {outlet: fold(outlet) for outlet in dict.fromkeys(self.outlets)}

    def prepare(self, cancelled: Callable[[], bool]) -> None:
        """Do ahead what the first letters of a filter would wait for, until `cancelled()`."""
        self.ordered("name", falls=False)
        self._haystack.prepare(cancelled)

    def having(self, word: str) -> bytes:
        """Return the mask of the articles with a folded word in `words`, or in an entity's name."""
        known = self._recent.get(word)
        if known is None:
            known = self._haystack.having(word)
            if self.entities is not None:
                named = mask_of(self.entities.having(word), len(self.files))
                known = either(known, named)
            self._recent.put(word, known)
        return known

    @cached_property
    def _haystack(self) -> Haystack:
        return Haystack(self.words)

    @cached_property
    def _recent(self) -> Recent[str, bytes]:
        return Recent(_REMEMBERED)

    @cached_property
    def _groups(self) -> dict[Group, list[str]]:
        return {}

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
            titles = zip(self.titles, self.names, strict=True)
            keys = [
                _BEFORE_WORDS.sub("", fold_once(title) or fold_once(name)) for title, name in titles
            ]
            return sorted_in_slices(everything, keys.__getitem__, backwards=falls)
        if order == "length":
            return sorted_in_slices(everything, self.lengths.__getitem__, backwards=falls)
        if order == "outlet":
            keys = list(map(self.folded_outlets.__getitem__, self.outlets))
        else:
            # A date that is bounded on one side only stands at the bound that it has.
            keys = [f"{first or last} {last}".strip() for first, last in self.days]
        named = [at for at in everything if keys[at]]
        known = sorted_in_slices(named, keys.__getitem__, backwards=falls)
        return known + [place for place in everything if not keys[place]]

    def groups(self, group: Group) -> list[str]:
        """Return what names the group of each article; "" where it is in none."""
        known = self._groups.get(group)
        if known is None:
            known = self._groups[group] = self._grouped(group)
        return known

    def _grouped(self, group: Group) -> list[str]:
        if group == "outlet":
            return self.outlets
        if group == "folder":
            return [name.rpartition("/")[0] for name in self.names]
        length = 4 if group == "year" else 7
        return [
            first[:length] if first[:length] == last[:length] else "" for first, last in self.days
        ]


def columns_of(
    files: Sequence[ArticleFile],
    known: Iterable[MetadataColumns],
    entities: Entities | None,
    cancelled: Callable[[], bool],
) -> Columns:
    """Gather what is known of the articles, in their order. Raises `Stopped`."""
    columns = Columns(files, entities=entities)
    unknown = 0
    # Few days for many articles: what Python looks through for garbage stays small.
    same: dict[tuple[str, str], tuple[str, str]] = {}
    for some in known:
        titles = [title or "" for title in some.titles]
        unknown += some.titles.count(None)
        here = files[len(columns.words) : len(columns.words) + len(titles)]
        columns.words.extend(
            fold_once(f"{title}\n{outlet}\n{file.article}")
            for title, outlet, file in zip(titles, some.outlets, here, strict=True)
        )
        columns.titles.extend(titles)
        columns.outlets.extend(some.outlets)
        days = zip(some.first_days, some.last_days, strict=True)
        columns.days.extend(same.setdefault(one, one) for one in days)
        columns.lengths.extend(some.lengths)
        if cancelled():
            break
    if cancelled():
        raise Stopped
    return replace(columns, unknown=unknown)


@dataclass(frozen=True)
class Entities:
    """The entities of the corpus by their names, and in which of the articles each stands.

    `names` has all names of an entity, folded, a line each; `places` where the articles that have
    it stand among those of the corpus. `seen` are the places of all articles that were looked at.
    """

    names: list[str]
    places: list[list[int]]
    seen: frozenset[int]

    def having(self, word: str) -> Iterable[int]:
        """Return the places of the articles that name something with a word in its name.

        One may come several times. One letter is in the names of nearly all of them, and looked
        for in none.
        """
        if len(word) < _LEAST_OF_A_NAME:
            return ()
        return chain.from_iterable(compress(self.places, self._haystack.having(word)))

    @cached_property
    def _haystack(self) -> Haystack:
        return Haystack(self.names)


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
