"""What lists of articles are made of, kept as columns: read at once, however many articles.

The rows of `corpus.facts_keeping` each name the state of their article, so that one is known while
others have changed. To compare 100,000 of them takes a second. Columns are kept for the state of
all articles together and are of use while none has changed, which is nearly always.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from corpus.analysis_codec import shape_of
from corpus.corpus_state import state_of
from corpus.facts_keeping import FACTS_VERSION, kept_metadata

if TYPE_CHECKING:
    from corpus.facts import Known
    from corpus.opening import Corpus

# Articles in one entry of the cache: reading one makes other threads wait for a millisecond or two.
_IN_AN_ENTRY: Final = 2_000


@dataclass(frozen=True, slots=True)
class MetadataColumns:
    """Metadata of some articles that follow each other in their corpus, a value for each.

    As in `Known`, "" is unknown; a title of None says that nothing is known of the article yet.
    `state` names the state of all articles of the corpus, "" where it does not matter.
    """

    state: str
    titles: tuple[str | None, ...]
    outlets: tuple[str, ...]
    first_days: tuple[str, ...]
    last_days: tuple[str, ...]
    lengths: tuple[int, ...]


def metadata_columns(corpus: Corpus, cancelled: Callable[[], bool]) -> Iterator[MetadataColumns]:
    """Give what is known of all articles as they are now, in the order of the corpus's files.

    When `cancelled()` becomes true, what is left may be missing, or given as not known.
    """
    state = state_of(corpus)
    for number in range(_entries(corpus)):
        if cancelled():
            return
        kept = _kept(corpus, number, state)
        if kept is None:
            rows = kept_metadata(corpus, cancelled)
            yield from columns_of_rows(islice(rows, number * _IN_AN_ENTRY, None))
            return
        yield kept


def keep_metadata_columns(corpus: Corpus, cancelled: Callable[[], bool]) -> None:
    """Keep what is known of all articles as columns, unless that is done already.

    Belongs after `Facts.learn` of metadata, into a process that no key waits for.
    """
    state = state_of(corpus)
    numbers = range(_entries(corpus))
    if all(_kept(corpus, number, state) is not None for number in numbers):
        return
    rows = kept_metadata(corpus, cancelled)
    for number, columns in enumerate(columns_of_rows(rows, state)):
        if cancelled():
            return
        corpus.analyses.put_entry("", _name(number), columns)


def columns_of_rows(rows: Iterable[Known | None], state: str = "") -> Iterator[MetadataColumns]:
    """Turn rows into columns, some rows at a time."""
    left = iter(rows)
    while some := list(islice(left, _IN_AN_ENTRY)):
        yield MetadataColumns(
            state,
            tuple(row.title if row is not None else None for row in some),
            tuple(row.outlet if row is not None else "" for row in some),
            tuple(row.first if row is not None else "" for row in some),
            tuple(row.last if row is not None else "" for row in some),
            tuple(row.characters if row is not None else 0 for row in some),
        )


def _kept(corpus: Corpus, number: int, state: str) -> MetadataColumns | None:
    """Return the columns of one entry; None where they are of another state, or not there."""
    lists = corpus.analyses.get_lists("", _name(number))
    return MetadataColumns(*lists) if lists is not None and lists[0] == state else None


def _entries(corpus: Corpus) -> int:
    return -(-len(corpus.files) // _IN_AN_ENTRY)


def _name(number: int) -> str:
    return f"columns {FACTS_VERSION} {shape_of(MetadataColumns)} {number}"
