"""Organisations: companies with and without their legal form, and acronyms defined elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.linking.gathering import Name, Names, Shown
from corpus.linking.merging import Merging
from corpus.linking.name_words import name_words
from corpus.linking.table import MergeKind
from corpus.understanding.gazetteers.legal_forms import legal_forms

_MOST = 0.8  # of the articles with a legal form have the one that the bare name is taken for
LONG_ACRONYM = 4
"""Letters from which an acronym is taken for its one expansion in every article."""


def same_companies(names: Names) -> Iterator[tuple[str, str, bool]]:
    """Give pairs of organisations with the same words, and whether a legal form is left out.

    Names with two legal forms are two companies. The name without a form is then the one that most
    articles have, or neither.
    """
    by_words: dict[tuple[str, ...], dict[str, list[Name]]] = defaultdict(lambda: defaultdict(list))
    for name in names.names.values():
        if name.type == "ORG" and not name.is_short:
            taken = name_words(name.text, "ORG")
            if all(word in legal_forms() for word in taken.words):
                continue  # "Co Ltd" is what is left of a name
            by_words[taken.words][taken.legal].append(name)
    for words in sorted(by_words):
        forms = by_words[words]
        for same in forms.values():
            same.sort(key=lambda name: (-name.articles, name.id))
            for other in same[1:]:
                yield same[0].id, other.id, False
        bare = forms.pop("", [])
        counts = {form: sum(name.articles for name in group) for form, group in forms.items()}
        most = max(sorted(counts), key=lambda form: counts[form], default=None)
        if bare and most is not None and counts[most] >= _MOST * sum(counts.values()):
            yield forms[most][0].id, bare[0].id, True


@dataclass(frozen=True, slots=True)
class Meaning:
    """The full name that a short name stands for, and what shows it."""

    full: str
    kind: MergeKind
    shown: Shown | None = None


def defined_acronyms(names: Names, merging: Merging) -> dict[str, Meaning]:
    """Return the one meaning that each acronym has in the corpus.

    An acronym that was shown for two things is left out. Where no article defines it, two articles
    must have it beside the one name that it fits.
    """
    found: dict[str, dict[str, list[Meaning]]] = defaultdict(lambda: defaultdict(list))
    for (kind, a, b), shown in names.shown.items():
        if kind not in ("defined", "acronym") or names.names[a].type != "ORG":
            continue
        for full, short in ((a, b), (b, a)):
            if names.names[short].is_short and not names.names[full].is_short:
                found[short][merging.top(full)].append(Meaning(full, kind, shown))
    meanings = {short: next(iter(of.values())) for short, of in found.items() if len(of) == 1}
    return {
        short: min(shown, key=_best_shown)
        for short, shown in sorted(meanings.items())
        if any(each.kind == "defined" for each in shown) or sum(map(_articles, shown)) > 1
    }


def _best_shown(meaning: Meaning) -> tuple[bool, int, str, tuple[str, str, int]]:
    place = meaning.shown.proof.place if meaning.shown else ("", "", 0)
    return meaning.kind != "defined", -_articles(meaning), meaning.full, place


def _articles(meaning: Meaning) -> int:
    return meaning.shown.articles if meaning.shown else 0
