"""What the reader can say of an entity, as changes of the `entities` of `postil.yaml`.

A rule is a mapping as it stands in the file, every scalar a string: `name`, `type`, `aliases`,
`not`, `forbid`, and keys that Postil does not know, which stay. A wish turns the list of rules into
another one: rules are changed or added, none is taken out, so that what the reader wrote beside
them stays where it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from corpus.understanding.analysis import EntityType

Rule = dict[str, Any]
Rules = list[Rule]

ORDER = ("name", "type", "aliases", "not", "forbid")
"""The order of the keys of a rule that Postil writes."""


@dataclass(frozen=True, slots=True)
class Together:
    """Two names are one thing, which is called by the first; `type` where they had two types."""

    name: str
    other: str
    type: EntityType | None = None

    def __str__(self) -> str:
        return f"{self.name} and {self.other} are one"

    def rules(self, rules: Rules) -> Rules:
        """Return the rules with this wish."""
        if name_slug(self.name) == name_slug(self.other):
            return rules
        own, others = _names_with(rules, self.name), _names_with(rules, self.other)
        rules = [_mixed(rule, own, others) for rule in rules]
        mine, theirs = _main(rules, self.name), _main(rules, self.other)
        if theirs is not None:
            if mine == theirs:
                return rules
            name = self.name if mine is None else mine
            called = [rule for rule in rules if _slug_of(rule) == name_slug(name)]
            type_ = self.type or next((r["type"] for r in called if r.get("type")), None)
            return [
                _typed(_renamed(rule, name), type_) if _slug_of(rule) == name_slug(theirs) else rule
                for rule in rules
            ]
        new: Rule = {"name": self.name}
        return _changed(rules, mine, new, lambda rule: _also(_typed(rule, self.type), [self.other]))


@dataclass(frozen=True, slots=True)
class Apart:
    """Two names are never one thing; `also` are names that stay with the first."""

    name: str
    other: str
    also: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.name} and {self.other} are two"

    def rules(self, rules: Rules) -> Rules:
        """Return the rules with this wish."""
        own, other = name_slug(self.name), name_slug(self.other)
        if own == other:
            return rules
        main = _main(rules, self.name)
        parted = []
        for rule in rules:
            if main is not None and _slug_of(rule) == name_slug(main):
                # What is called by the other name keeps it; the first one goes.
                rule = _less(rule, "aliases", {own if name_slug(main) == other else other})
            parted.append(rule)
        kept = [name for name in self.also if _main(parted, name) is None]

        def apart(rule: Rule) -> Rule:
            return _more(_also(rule, kept), "not", [self.other])

        for at, rule in enumerate(parted):
            if own in _slugs(rule):
                return [*parted[:at], apart(rule), *parted[at + 1 :]]
        return [*parted, apart({"name": self.name})]


@dataclass(frozen=True, slots=True)
class Renamed:
    """What has the first name is called by the other; `also` are names that stay with it."""

    name: str
    to: str
    also: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.name} is called {self.to}"

    def rules(self, rules: Rules) -> Rules:
        """Return the rules with this wish."""
        own, others = _names_with(rules, self.name), _names_with(rules, self.to)
        rules = [_mixed(rule, own, others) for rule in rules]
        main = _main(rules, self.name)
        kept = [name for name in self.also if _main(rules, name) is None]
        if main is None:
            return [*rules, _also({"name": self.to}, [self.name, *kept])]
        slug = name_slug(main)
        return [
            _also(_renamed(rule, self.to), kept) if _slug_of(rule) == slug else rule
            for rule in rules
        ]


@dataclass(frozen=True, slots=True)
class Typed:
    """What has a name is a person, an organisation, a place or a people."""

    name: str
    type: EntityType

    def __str__(self) -> str:
        return f"{self.name} is {_TYPE_WORDS[self.type]}"

    def rules(self, rules: Rules) -> Rules:
        """Return the rules with this wish."""
        main, new = _main(rules, self.name), {"name": self.name}
        return _changed(rules, main, new, lambda rule: _typed(rule, self.type))


@dataclass(frozen=True, slots=True)
class Forbidden:
    """A name is no entity, nor are the names that are `also` given."""

    name: str
    also: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.name} is no name"

    def rules(self, rules: Rules) -> Rules:
        """Return the rules with this wish."""

        def forbidden(rule: Rule) -> Rule:
            return {**_also(rule, self.also), "forbid": True}

        return _changed(rules, _main(rules, self.name), {"name": self.name}, forbidden)


Wish = Together | Apart | Renamed | Typed | Forbidden

_TYPE_WORDS = {
    "PERSON": "a person",
    "ORG": "an organisation, a group or an event",
    "PLACE": "a place",
    "NORP": "a people, a religion or a political group",
}


def name_slug(name: str) -> str:
    """Return what tells a name from others; imported late, for it brings all that finds names."""
    from corpus.linking.wishes import name_slug as slug

    return slug(name)


def _words(rule: Rule, key: str) -> list[str]:
    """Return the names under a key: one, several or none."""
    value = rule.get(key)
    return [value] if isinstance(value, str) else list(value or ())


def _slug_of(rule: Rule) -> str:
    return name_slug(rule["name"])


def _slugs(rule: Rule) -> set[str]:
    return {_slug_of(rule), *map(name_slug, _words(rule, "aliases"))}


def _main(rules: Sequence[Rule], name: str) -> str | None:
    """Return the name of the first rule that holds a name; None where none does."""
    slug = name_slug(name)
    return next((rule["name"] for rule in rules if slug in _slugs(rule)), None)


def _names_with(rules: Sequence[Rule], name: str) -> set[str]:
    """Return the slugs of all names that the rules have for what has this name."""
    main = _main(rules, name)
    found = {name_slug(name)}
    if main is not None:
        found.update(*(_slugs(rule) for rule in rules if _slug_of(rule) == name_slug(main)))
    return found


def _changed(rules: Rules, main: str | None, new: Rule, change: Callable[[Rule], Rule]) -> Rules:
    """Change the first rule that has the name `main`; where there is none, add one."""
    for at, rule in enumerate(rules):
        if main is not None and _slug_of(rule) == name_slug(main):
            return [*rules[:at], change(rule), *rules[at + 1 :]]
    return [*rules, change(new)]


def _more(rule: Rule, key: str, names: Iterable[str]) -> Rule:
    """Put names under a key that are not there."""
    there = _words(rule, key)
    known = set(map(name_slug, there))
    added = [name for name in dict.fromkeys(names) if name_slug(name) not in known]
    return {**rule, key: [*there, *added]} if added else rule


def _also(rule: Rule, names: Iterable[str]) -> Rule:
    """Add aliases, but the name itself."""
    own = _slug_of(rule)
    return _more(rule, "aliases", [name for name in names if name_slug(name) != own])


def _less(rule: Rule, key: str, slugs: set[str]) -> Rule:
    """Take names out from under a key, and the key where none is left."""
    there = _words(rule, key)
    kept = [name for name in there if name_slug(name) not in slugs]
    if len(kept) == len(there):
        return rule
    rest = {name: value for name, value in rule.items() if name != key}
    return {**rest, key: kept} if kept else rest


def _mixed(rule: Rule, own: set[str], others: set[str]) -> Rule:
    """Take out what keeps the names of two things apart."""
    for mine, theirs in ((own, others - own), (others, own - others)):
        if not mine.isdisjoint(_slugs(rule)):
            rule = _less(rule, "not", theirs)
            if isinstance(rule.get("forbid"), list):
                rule = _less(rule, "forbid", theirs)
    return rule


def _renamed(rule: Rule, name: str) -> Rule:
    """Give a rule another name; the old one becomes an alias."""
    old = rule["name"]
    return _also({**_less(rule, "aliases", {name_slug(name)}), "name": name}, [old])


def _typed(rule: Rule, type_: str | None) -> Rule:
    return rule if type_ is None else {**rule, "type": type_}
