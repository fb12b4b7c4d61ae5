"""The table of entities built from the contributions of all articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from corpus.linking.contexts import Contexts
from corpus.linking.contribution import Contribution
from corpus.linking.counting import Clusters, count
from corpus.linking.gathering import Names, Shown, gather
from corpus.linking.merging import Merging
from corpus.linking.organisations import (
    LONG_ACRONYM,
    Meaning,
    defined_acronyms,
    same_companies,
)
from corpus.linking.persons import Surnames, are_rare, same_persons
from corpus.linking.same_names import same_names
from corpus.linking.scores import SCORES, SOURCES
from corpus.linking.spellings import Candidate, candidates
from corpus.linking.table import EntityTable, Merge, MergeKind, Proof
from corpus.linking.wishes import Wishes, name_slug

if TYPE_CHECKING:
    from corpus.corpus_file import EntityRule

_AT_ONCE: tuple[MergeKind, ...] = ("listed", "plural", "defined", "province")
_ALWAYS = 0.97  # similarity from which spellings are one even where both occur in some articles
_TOGETHER = 2  # articles with both spellings from which they are two things

_TELLING = 3  # words from which the name of a place or an organisation speaks for itself


def build(
    contributions: Callable[[], Iterable[Contribution]], rules: Sequence[EntityRule] = ()
) -> EntityTable:
    """Build the table. `contributions` gives those of all articles, each time it is called.

    The order of the articles changes nothing. Nothing is kept of an article but what the table has
    and what its names are weighed with, so that many articles take little memory.
    """
    names = gather(contributions())
    building = _Building(names, Wishes(rules))
    building.merge_at_once()
    near = [*building.middle_names(), *candidates(names)]
    contexts = Contexts(names)
    wanted, shorts = building.wanted(near)
    contexts.read(contributions(), wanted, shorts, ((each.a, each.b) for each in near))
    building.merge_near(near, contexts)
    building.merge_same_names()
    here = dict(building.placed(contexts))
    clusters = Clusters(names, building.merging, building.wishes, here)
    return count(contributions(), clusters)


class _Building:
    """One table in the making: the merges in the order of their proof."""

    def __init__(self, names: Names, wishes: Wishes) -> None:
        self.names = names
        self.wishes = wishes
        self.merging = Merging(names, wishes)
        self.surnames = Surnames(names, self.merging)

    def merge_at_once(self) -> None:
        """Merge what reader, articles and lists say, and what names say by themselves."""
        self._merge_reader()
        for kind in _AT_ONCE:
            for (_, a, b), shown in self._shown(kind):
                if not (self._needs_its_article(a, b) or self._is_of_reader(a, b)):
                    self._merge(a, b, kind, shown)
        for a, b, bare in sorted(same_companies(self.names)):
            self._merge(a, b, "legal form" if bare else "spelling", self._seen("legal form", a, b))
        for short, meaning in defined_acronyms(self.names, self.merging).items():
            if sum(map(str.isalpha, short.partition(":")[2])) >= LONG_ACRONYM:
                self._merge(meaning.full, short, meaning.kind, meaning.shown)

    def middle_names(self) -> Iterator[Candidate]:
        """Give the names of persons that differ by what stands between first and last."""
        for a, b in sorted(same_persons(self.names)):
            yield Candidate("full name", a, b, SCORES["full name"])

    def wanted(self, near: Iterable[Candidate]) -> tuple[set[str], set[str]]:
        """Return the names whose company is asked for, and the short names that are looked for."""
        wanted = {id_ for each in near for id_ in (each.a, each.b)}
        shorts = set()
        for short, meaning in defined_acronyms(self.names, self.merging).items():
            wanted.update(self.merging.members(meaning.full))
            shorts.add(short)
        for short in self._short_persons():
            bearers = self.surnames.bearers(self.names.names[short])
            if bearers:
                wanted.update(bearers)
                shorts.add(short)
        return wanted, shorts

    def _short_persons(self) -> list[str]:
        names = self.names.names
        return [id_ for id_ in self.names.locals if id_[:7] == "person:" and names[id_].is_short]

    def merge_near(self, near: Sequence[Candidate], contexts: Contexts) -> None:
        """Merge names that may be one, where the articles do not speak against it.

        Persons, and names of few words, need like company too, unless an article shows that they
        are one, or one of them is a slip. Of the names in two clusters every pair must be alike.
        """
        alike = {frozenset((each.a, each.b)) for each in near}
        known = set().union(*alike)
        for each in near:
            shown = self._seen("full name", each.a, each.b) if each.kind == "full name" else None
            if shown is None and not self._agree(each, contexts):
                continue
            own, others = self.merging.members(each.a), self.merging.members(each.b)
            pairs = product(known.intersection(own), known.intersection(others))
            if own is others or all(frozenset(pair) in alike for pair in pairs):
                reason = self._reason(each.a, each.b, each.kind, shown, each.score)
                self.merging.merge(each.a, each.b, reason)

    def _agree(self, each: Candidate, contexts: Contexts) -> bool:
        """Say whether the articles let two names that are alike be one."""
        together = contexts.together.get((min(each.a, each.b), max(each.a, each.b)), 0)
        if each.kind == "slip":
            return True
        a, b = self.names.names[each.a], self.names.names[each.b]
        if a.type == "PERSON" and together:
            return False
        if a.type == "PERSON" or len(a.words) < _TELLING:
            companies = contexts.company([a.id]), contexts.company([b.id])
            rare = are_rare({*a.words} - {*b.words}) or are_rare({*b.words} - {*a.words})
            return contexts.agreement(*companies, {a.id, b.id}, rare=rare) >= 1
        return together < _TOGETHER or each.score >= _ALWAYS

    def merge_same_names(self) -> None:
        """Merge a name with itself where some articles took it for another type."""
        for a, b in same_names(self.names):
            other = self.names.names[b]
            reason = self._reason(a, b, "same name", None)
            source = f"taken for {other.type}"
            reason = replace(reason, source=source, articles=self.names.locals[b])
            self.merging.merge(a, b, reason)

    def placed(
        self, contexts: Contexts
    ) -> Iterator[tuple[tuple[str, str | None, str], tuple[str, Merge]]]:
        """Give a name of the cluster, and the reason, for each short name whose article agrees."""
        meanings = self._meanings()
        for here in contexts.shorts:
            meaning = meanings.get(here.id)
            if meaning is None or not self.merging.may_merge(meaning.full, here.id):
                continue
            members = self.merging.members(meaning.full)
            company, rare = contexts.company(members), are_rare(self.names.names[here.id].words)
            own = {*members, here.id}
            if contexts.agreement(here.company, company, own, rare=rare) >= 1:
                proof = Proof(here.article, here.part, here.start, here.end)
                shown = Shown(1, meaning.shown.proof if meaning.shown else proof)
                reason = self._reason(meaning.full, here.id, meaning.kind, shown)
                yield (here.article, here.part, here.id), (meaning.full, reason)

    def _meanings(self) -> dict[str, Meaning]:
        """Return what each short name that is alone so far means in the corpus."""
        found = defined_acronyms(self.names, self.merging)
        for short in self._short_persons():
            owner = self.surnames.owner(self.names.names[short])
            if owner is not None:
                found[short] = Meaning(owner, "short name")
        return {short: each for short, each in found.items() if self._is_alone(short)}

    def _is_alone(self, id_: str) -> bool:
        return len(self.merging.members(id_)) == 1

    def _merge_reader(self) -> None:
        by_rule: dict[int, list[str]] = {}
        for id_ in sorted(self.names.names):
            rule = self.wishes.rule(id_.partition(":")[2])
            if rule is not None:
                by_rule.setdefault(rule, []).append(id_)
        for rule, own in by_rule.items():
            canonical = name_slug(self.wishes.rules[rule].name)
            own.sort(key=lambda id_: (id_.partition(":")[2] != canonical, id_))
            for other in own[1:]:
                self._merge(own[0], other, "reader", self._seen("listed", own[0], other))

    def _shown(self, kind: MergeKind) -> list[tuple[tuple[MergeKind, str, str], Shown]]:
        own = [item for item in self.names.shown.items() if item[0][0] == kind]
        return sorted(own, key=lambda item: (-item[1].articles, item[0]))

    def _seen(self, kind: MergeKind, a: str, b: str) -> Shown | None:
        shown = self.names.shown
        return shown.get((kind, a, b)) or shown.get((kind, b, a))

    def _is_of_reader(self, a: str, b: str) -> bool:
        """Say whether one rule of the reader holds both names."""
        rule = self.wishes.rule(a.partition(":")[2])
        return rule is not None and rule == self.wishes.rule(b.partition(":")[2])

    def _needs_its_article(self, a: str, b: str) -> bool:
        return self.names.names[a].is_short or self.names.names[b].is_short

    def _merge(self, a: str, b: str, kind: MergeKind, shown: Shown | None) -> None:
        self.merging.merge(a, b, self._reason(a, b, kind, shown))

    def _reason(
        self, a: str, b: str, kind: MergeKind, shown: Shown | None, score: float | None = None
    ) -> Merge:
        into, name = self.names.names[a].text, self.names.names[b].text
        return Merge(
            name,
            into,
            kind,
            SCORES.get(kind, 1.0) if score is None else round(score, 2),
            shown.proof if shown else None,
            SOURCES.get(kind),
            shown.articles if shown else 0,
        )
