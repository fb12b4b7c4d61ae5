"""The table of entities of an open corpus, kept on disk until an article or a setting changes.

What each article gives is kept too, under the article's name: after a change only the articles that
changed are looked at again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.analysis_codec import shape_of
from corpus.garbage import many_objects
from corpus.linking.building import build
from corpus.linking.contribution import Contribution, contribution_of
from corpus.linking.places import Places, places_of
from corpus.linking.table import EntityTable
from corpus.problem import CorpusError, Problem
from corpus.repeating.keeping import learn_lines
from corpus.rules_in_text import fingerprint_of_rules

if TYPE_CHECKING:
    from corpus.article import ArticleFile
    from corpus.opening import Corpus

LINKER_VERSION = 1
"""Changes whenever the same contributions may give another table."""


_AT_HAND = 20_000  # articles, about 5 KB each


class Stopped(Exception):  # noqa: N818 - it is no error
    """The table was not wanted any more."""


def entity_table(
    corpus: Corpus,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> EntityTable:
    """Return the table of a corpus: what is kept if nothing changed, else made anew.

    The first time every article is analysed, unless it was before. `progress(done, total)` is
    called with numbers of articles, `cancelled()` asked before each; `Stopped` is raised when it
    says so, and what was done until then stays kept. Articles that cannot be read are left out, and
    the table says why.
    """
    learn_lines(corpus, cancelled=cancelled)
    return _Keeping(corpus, progress or _no_progress, cancelled or _never).table()


def kept_table(corpus: Corpus) -> EntityTable | None:
    """Return the table as it is kept, None where it has to be made anew."""
    return _Keeping(corpus, _no_progress, _never).kept()


def entity_places(corpus: Corpus, table: EntityTable) -> Places:
    """Return where in the corpus the entities of its table are."""
    return _Keeping(corpus, _no_progress, _never).places(table)


def _no_progress(done: int, total: int) -> None:
    """Tell nobody."""


def _never() -> bool:
    return False


class _Keeping:
    """One look for the table of a corpus."""

    def __init__(
        self, corpus: Corpus, progress: Callable[[int, int], None], cancelled: Callable[[], bool]
    ) -> None:
        self._corpus = corpus
        self._progress = progress
        self._cancelled = cancelled
        self._table_kind = f"entities {shape_of(EntityTable)}"
        self._places_kind = f"places {shape_of(Places)}"
        self._kind = f"names {shape_of(Contribution)}"
        self._left_out: dict[ArticleFile, Problem] = {}
        self._counted = False
        self._at_hand: dict[ArticleFile, Contribution] = {}
        self._rules = fingerprint_of_rules(corpus.settings.entities)
        self._unkept: dict[ArticleFile, Contribution] = {}

    def kept(self) -> EntityTable | None:
        with many_objects():
            table = self._corpus.analyses.get_entry("", self._table_kind, EntityTable)
        if table is None or table.stamp != self._stamp():
            return None
        return None if any(map(self._readable, table.left_out)) else table

    def _readable(self, problem: Problem) -> bool:
        """Say whether an article that could not be read can be read now."""
        file = self._corpus.find(problem.file)
        readable = file is not None and self._contribution(file) is not None
        self._left_out.clear()
        return readable

    def table(self) -> EntityTable:
        found = self.kept()
        if found is not None:
            return found
        stamp = self._stamp()
        with many_objects():
            table = build(self._contributions, self._corpus.settings.entities)
        table = replace(table, stamp=stamp, left_out=tuple(self._left_out.values()))
        places = places_of(self._contributions(), table)
        self._corpus.analyses.put_entry("", self._places_kind, places)
        self._corpus.analyses.put_entry("", self._table_kind, table)
        return table

    def places(self, table: EntityTable) -> Places:
        """Return the places of the entities of a table that is kept."""
        kept = self._corpus.analyses.get_entry("", self._places_kind, Places)
        if kept is not None and kept.stamp == table.stamp:
            return kept
        return places_of(self._contributions(), table)

    def _stamp(self) -> str:
        """Name the state of all articles and of the settings that the table follows from."""
        digest = hashlib.sha256(f"{LINKER_VERSION} {self._corpus.settings.fingerprint}".encode())
        for file in self._corpus.files:
            parts = (file.article, file.part, self._corpus.stamp(file))
            digest.update(repr(parts).encode("utf-8", "backslashreplace"))
        return digest.hexdigest()

    def _contributions(self) -> Iterator[Contribution]:
        """Give what each article gives; those that could not be read once are not tried again.

        They are gone through several times; the first takes long and is what progress tells of.
        What the first articles give stays in memory from then on: unpacking it takes long, too.
        """
        files = self._corpus.files
        for done, file in enumerate(files):
            if self._cancelled():
                raise Stopped
            if not self._counted:
                self._progress(done, len(files))
            if file not in self._left_out:
                given = self._at_hand.get(file) or self._contribution(file)
                if given is not None:
                    if len(self._at_hand) < _AT_HAND:
                        self._at_hand[file] = given
                    yield given
        self._counted = True

    def _contribution(self, file: ArticleFile) -> Contribution | None:
        """Return what an article gives, None if it cannot be read."""
        analyses, stamp = self._corpus.analyses, self._corpus.stamp(file)
        name = hashlib.sha256(repr(file.key).encode("utf-8", "backslashreplace"))
        kept = self._unkept.get(file) or analyses.get_entry(
            name.hexdigest(), self._kind, Contribution
        )
        if kept is not None and (kept.stamp, kept.all_rules) == (stamp, self._rules):
            return kept
        try:
            return self._fresh(file, kept, name.hexdigest())
        except CorpusError as wrong:
            self._left_out[file] = wrong.problem
            return None

    def _fresh(self, file: ArticleFile, kept: Contribution | None, name: str) -> Contribution:
        """Read an article and return what it gives; what was kept, if no other rule bears on it."""
        analyses, article = self._corpus.analyses, self._corpus.read(file)
        stamp, rules = self._corpus.stamp(article.file), self._corpus.rules_in(article)
        if kept is not None and (kept.stamp, kept.rules) == (stamp, rules):
            given = replace(kept, all_rules=self._rules)
        else:
            given = contribution_of(article, self._corpus.analyse(article), stamp)
            given = replace(given, rules=rules, all_rules=self._rules)
        analyses.put_entry(name, self._kind, given)
        if analyses.problem is not None:
            self._unkept[file] = given
        return given
