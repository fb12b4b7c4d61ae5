"""The duplicates of a corpus kept beside its index, and found anew where that has changed.

What is kept: the groups, and how alike the texts are that were compared (by their hashes), so that
no two are compared twice until other lines are known to be furniture. The file is a cache like the
index: one that is not as it was written is made again.
"""

from __future__ import annotations

import json
import zlib
from array import array
from contextlib import suppress
from dataclasses import astuple, replace
from typing import TYPE_CHECKING, Any, Final

from corpus.problem import CorpusError
from corpus.recent import Recent
from index.duplicates.bodies import has_menus
from index.duplicates.compared_text import ComparedText
from index.duplicates.grouping import ALIKE, Comparison, Groups, Text, grouped
from index.duplicates.groups import Alike, Duplicates, Group
from index.duplicates.own_texts import OwnTexts
from index.duplicates.pages import KnownPages
from index.duplicates.runs import FEWEST, resemblance
from index.duplicates.shared_menus import FEWEST as FEWEST_STORIES
from index.duplicates.shared_menus import shared_menus
from index.duplicates.sketches import PLACES, sketches_of, write_atomically

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from corpus.article import Article
    from corpus.opening import Corpus
    from index.folder import IndexFolder
    from index.snapshot import OpenSegment, Snapshot

FILE: Final = "duplicates.json"
_VERSION: Final = 5
_REMEMBERED: Final = 64
"""Texts that are compared whose runs stay in memory: groups have one first text."""
_LOOKED_AT: Final = 200
"""Texts of a group in which menus are looked for."""

Comparisons = dict[tuple[str, str], Comparison]
"""How two texts compare, by their hashes."""


def stamp_of(folder: IndexFolder) -> tuple[int, int] | None:
    """Tell the duplicates that are kept from others; None where there are none."""
    try:
        status = (folder.path / FILE).lstat()
    except OSError:
        return None
    return status.st_ino, status.st_mtime_ns


def kept_duplicates(folder: IndexFolder) -> Duplicates:
    """Return the duplicates as they were found last."""
    content = _read(folder.path / FILE)
    return Duplicates() if content is None else _groups(content)


def are_found(folder: IndexFolder, snapshot: Snapshot) -> bool:
    """Say whether what is kept is that of a commit."""
    content = _read(folder.path / FILE)
    return content is not None and content["segments"] == _segments(snapshot)


def find_duplicates(
    folder: IndexFolder,
    snapshot: Snapshot,
    corpus: Corpus,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> Duplicates | None:
    """Find the duplicates of all indexed articles, and keep them; None if cancelled.

    `progress` counts articles of which a sketch was made. Raises DamagedSegment.
    """
    before = kept = _read(folder.path / FILE)
    own = OwnTexts(corpus, before["menus"] if before is not None else ())
    if before is not None and before["learned"] != own.fingerprint:
        before = None
    if before is not None and before["segments"] == _segments(snapshot):
        return _groups(before)
    entries: list[Alike] = []
    texts: list[Text] = []
    sketches = array("I")
    for segment in snapshot.segments:
        progress(len(entries), snapshot.articles)
        found = sketches_of(folder.path, segment.name, segment.packed, cancelled)
        if found is None:
            return None
        _gather(segment, found, entries, texts, sketches)
    progress(len(entries), snapshot.articles)
    known = _comparisons(before) if before is not None else {}
    pages = KnownPages(snapshot.segments, kept["pages"] if kept is not None else {})
    comparing = _Comparing(corpus, own, entries, texts, known, pages)
    groups = grouped(texts, sketches, comparing.compare, cancelled)
    if groups is not None and comparing.learn_menus(groups):
        groups = grouped(texts, sketches, comparing.compare, cancelled)
    if groups is None:
        return None
    duplicates = Duplicates(
        tuple(
            sorted(
                (_group(first, others, entries, texts) for first, others in groups.items()),
                key=lambda group: (-len(group), group[0].article, group[0].part or ""),
            )
        )
    )
    with suppress(OSError):
        _write(folder.path / FILE, snapshot, own, pages, duplicates, comparing.used)
    return duplicates


def _gather(
    segment: OpenSegment,
    found: array[int],
    entries: list[Alike],
    texts: list[Text],
    sketches: array[int],
) -> None:
    """Add the documents of a segment that are not deleted."""
    for document in range(segment.packed.documents):
        if document in segment.deleted:
            continue
        stored = segment.packed.stored(document)
        article, part = stored["article"], stored["part"]
        length = segment.packed.lengths[document]
        entries.append(Alike(article, part, segment.name, document, length))
        texts.append(Text(stored["sha256"], length, (article, part or "")))
        sketches.extend(found[PLACES * document : PLACES * (document + 1)])


def _group(
    first: int, others: list[tuple[int, Comparison]], entries: list[Alike], texts: list[Text]
) -> Group:
    rest = [
        replace(
            entries[number],
            likeness=round(likeness, 3),
            same=texts[number].sha256 == texts[first].sha256,
            figures=figures,
        )
        for number, (likeness, figures) in others
    ]
    rest.sort(key=lambda one: (-one.likeness, not one.same, one.article, one.part or ""))
    return (replace(entries[first], same=True), *rest)


class _Comparing:
    """Compares texts, each two of them once; `used` is what is to be kept of that."""

    def __init__(
        self,
        corpus: Corpus,
        own: OwnTexts,
        entries: list[Alike],
        texts: list[Text],
        known: Comparisons,
        pages: KnownPages,
    ) -> None:
        self._corpus = corpus
        self._own = own
        self._entries = entries
        self._texts = texts
        self._known = known
        self._pages = pages
        self._recent: Recent[int, ComparedText] = Recent(_REMEMBERED)
        self.used: Comparisons = {}

    def compare(self, first: int, second: int, sure: bool) -> Comparison | None:
        """Compare two texts; None where one cannot be read as it was indexed.

        Where it is not `sure` by their sketches, menus must have hidden that they are alike.
        """
        if not sure and not (self._has_menus(first) or self._has_menus(second)):
            return 0.0, False
        key = self._texts[first].sha256, self._texts[second].sha256
        found = self._known.get(key)
        if found is None:
            one, other = self._read(first), self._read(second)
            if one is None or other is None:
                return None
            enough = min(len(one.runs), len(other.runs)) >= FEWEST
            likeness = resemblance(one.runs, other.runs) if enough else 0.0
            # What states other figures is asked only of those that are alike.
            found = likeness, likeness >= ALIKE and not other.figures <= one.figures
        self.used[key] = found
        return found

    def _has_menus(self, number: int, article: Article | None = None) -> bool:
        """Say whether a text has menus; none where it cannot be read as it was indexed.

        It is read where it is not known yet, unless it is given.
        """

        def look() -> bool | None:
            found = article or self._article(number)
            return has_menus(found.text) if found is not None else None

        entry = self._entries[number]
        return self._pages.has_menus(entry.segment, entry.document, look)

    def learn_menus(self, groups: Groups) -> bool:
        """Learn the menus that texts of large groups share; say whether there are new ones.

        What was compared with them is to be compared again.
        """
        learned: set[int] = set()
        for first, others in groups.items():
            members = [first, *(number for number, _ in others)][:_LOOKED_AT]
            if len({self._texts[number].sha256 for number in members}) < FEWEST_STORIES:
                continue
            articles = filter(None, map(self._article, members))
            if menus := shared_menus(self._own.of(article) for article in articles):
                learned |= menus
        if not learned:
            return False
        self._own.menus |= learned
        self._recent = Recent(_REMEMBERED)
        self._known, self.used = {}, {}
        return True

    def _read(self, number: int) -> ComparedText | None:
        found = self._recent.get(number)
        if found is None:
            article = self._article(number)
            if article is None:
                return None
            found = ComparedText(self._own.of(article), menus=self._has_menus(number, article))
            self._recent.put(number, found)
        return found

    def _article(self, number: int) -> Article | None:
        """Return an article with its text; None where it cannot be read as it was indexed."""
        entry = self._entries[number]
        file = self._corpus.find(entry.article, entry.part)
        try:
            article = self._corpus.read(file) if file is not None else None
        except CorpusError:
            return None
        if article is None or article.sha256 != self._texts[number].sha256:
            return None
        return article


def _segments(snapshot: Snapshot) -> list[list[Any]]:
    return [[one.name, sorted(one.deleted)] for one in snapshot.segments]


def _read(path: Path) -> dict[str, Any] | None:
    """Read what is kept; None where it is not there or not as it was written."""
    try:
        checksum, _, body = path.read_bytes().partition(b"\n")
        if checksum != _checksum(body):
            return None
        content: dict[str, Any] = json.loads(body)
    except (OSError, ValueError, RecursionError):
        return None
    return content


def _write(
    path: Path,
    snapshot: Snapshot,
    own: OwnTexts,
    pages: KnownPages,
    duplicates: Duplicates,
    compared: Comparisons,
) -> None:
    content = {
        "segments": _segments(snapshot),
        "learned": own.fingerprint,
        "menus": sorted(own.menus),
        "pages": pages.to_keep(),
        "groups": [[astuple(one) for one in group] for group in duplicates.groups],
        "compared": [[*key, *found] for key, found in compared.items()],
    }
    body = json.dumps(content, separators=(",", ":")).encode()
    write_atomically(path, _checksum(body) + b"\n" + body)


def _checksum(body: bytes) -> bytes:
    return b"%d %d" % (_VERSION, zlib.crc32(body))


def _groups(content: dict[str, Any]) -> Duplicates:
    return Duplicates(tuple(tuple(Alike(*one) for one in group) for group in content["groups"]))


def _comparisons(content: dict[str, Any]) -> Comparisons:
    return {
        (first, second): (likeness, figures)
        for first, second, likeness, figures in content["compared"]
    }
