"""The candidates of one article brought together: which are one name, of which type.

All candidates with the same words are one group; the evidence of the whole group decides its type.
A full name licenses its surname, an organisation its acronym, and what the article defines as one
("also known as") is one. Groups of one thing form a cluster with one canonical name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from corpus.understanding.analysis import AliasKind, EntityType
from corpus.understanding.entities.aliases import abbreviates
from corpus.understanding.entities.group import Group
from corpus.understanding.entities.knowledge import COMMON, Knowledge
from corpus.understanding.entities.lexicon.organisations import LEGAL_FORMS, ORG_HEADS
from corpus.understanding.entities.lexicon.places import ADMINISTRATIVE_HEADS
from corpus.understanding.entities.lexicon.titles import TITLE_MODIFIERS
from corpus.understanding.entities.piece import Piece
from corpus.understanding.gazetteers.folding import fold
from corpus.understanding.gazetteers.groups import is_group
from corpus.understanding.gazetteers.places import places

_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
_NO_PROVINCES = frozenset(("island", "valley", "river"))  # that have the name of one


class Join(NamedTuple):
    """Two groups of one thing, and the rule that says so; `a` is the fuller name."""

    kind: AliasKind
    a: Group
    b: Group


def surname(words: Sequence[str]) -> str:
    """Return the last word of a personal name, without its article and Jr."""
    last = [w for w in words if w not in _SUFFIXES][-1:] or list(words[-1:])
    return bare(last[0])


def bare(word: str) -> str:
    """Return a word of a name without the Arabic article before it."""
    for article in ("al-", "el-"):
        if word.startswith(article) and len(word) > 5:
            return word[3:]
    return word


def legal_core(group: Group) -> str | None:
    """Return the key of a company's name without its legal form, or None where it has none."""
    words = group.key.split(" ")
    core = words
    while len(core) > 1 and core[-1] in LEGAL_FORMS:
        core = core[:-1]
    return " ".join(core) if len(core) < len(words) else None


class Clusters:
    """The groups of an article, typed and joined."""

    def __init__(self, pieces: Iterable[Piece], known: Knowledge) -> None:
        self.known = known
        self.groups: dict[str, Group] = {}
        self.joins: list[Join] = []
        for piece in pieces:
            group = self.groups.get(piece.key)
            if group is None:
                self.groups[piece.key] = Group(piece)
            else:
                group.pieces.append(piece)

    def resolve(
        self, aliases: Sequence[tuple[str, str]], may_join: Callable[[str, str], bool]
    ) -> None:
        """Type every group, then join those of one thing. `aliases` are pairs of keys.

        `may_join` says whether the reader allows two keys to be one.
        """
        self._license_parts()
        best = {key: group.best() for key, group in self.groups.items()}
        for key, group in self.groups.items():
            group.type = self._type(group, *best[key])
        pairs = [
            (self.groups[a], self.groups[b])
            for a, b in aliases
            if a in self.groups and b in self.groups
        ]
        _share_types(pairs, best)
        accepted = [g for g in self.groups.values() if g.type is not None]
        defined = [(a, b) for a, b in pairs if a.type is not None and a.type == b.type]
        self._join(
            [
                *(Join("defined", a, b) for a, b in defined),
                *_same_persons(accepted),
                *(Join("acronym", a, b) for a, b in _acronyms(accepted)),
                *(Join("listed", a, b) for a, b in _listed(accepted)),
                *(Join("legal form", a, b) for a, b in self._companies(accepted)),
                *(Join("province", a, b) for a, b in self._subdivisions()),
            ],
            may_join,
        )
        self._name()

    def _join(self, joins: Sequence[Join], may_join: Callable[[str, str], bool]) -> None:
        """Make clusters; no two names that the reader keeps apart come into one."""
        members = {id(group): [group.key] for group in self.groups.values()}
        for join in joins:
            a, b = join.a.top(), join.b.top()
            if a is b:
                self.joins.append(join)
            elif all(may_join(x, y) for x, y in product(members[id(a)], members[id(b)])):
                members[id(a)] += members.pop(id(b))
                a.join(b)
                self.joins.append(join)

    # --- types ---------------------------------------------------------------------------------

    def _license_parts(self) -> None:
        """Give a surname, a first name or the first word of an organisation what the whole has."""
        persons: dict[str, float] = defaultdict(float)
        firsts: dict[str, float] = defaultdict(float)
        orgs: set[str] = set()
        for group in self.groups.values():
            words = group.words
            if len(words) < 2:
                continue
            type_, score = group.best()
            if type_ == "PERSON" and score >= 1.0:
                persons[surname(words)] = max(persons[surname(words)], min(score, 4.0))
                firsts[words[0]] = max(firsts[words[0]], min(score, 4.0) / 2)
            elif type_ == "ORG" and score >= 3.0:
                if words[0] not in ORG_HEADS and words[0] not in TITLE_MODIFIERS:
                    orgs.add(words[0])
                core = legal_core(group)
                if core is not None and core in self.groups:
                    why = f"the article has it with its legal form: {group.surface()}"
                    self.groups[core].license("ORG", 5.0, why)
        for core, whole in self._short_places().items():
            why = f"the article has it with its kind: {whole.surface()}"
            self.groups[core].license("PLACE", 2.0, why)
        for group in self.groups.values():
            words = group.words
            if len(words) != 1 or group.is_listed():
                continue
            key = bare(words[0])
            if key in persons:
                group.license("PERSON", 1.0 + persons[key], "the surname of a full name here")
            elif words[0] in firsts and words[0] in self.known.given:
                group.license("PERSON", firsts[words[0]], "the first name of a full name here")
            elif words[0] in orgs and not self.known.is_group(group.first.words):
                weight = group.extra.get("ORG", 0.0) + 2.0
                group.license("ORG", weight, "an organisation here begins with it")
            if self._is_unknown_word(words[0]) and group.best()[1] < 1.0:
                inside = sum(not p.words[0].initial for p in group.pieces)
                if inside > 1:
                    weight = group.extra.get("ORG", 0.0) + 0.8
                    group.license("ORG", weight, "no English word and no person's name")

    def _is_unknown_word(self, word: str) -> bool:
        """Say whether a word is neither English nor a person's: a coined name, often a firm's."""
        known = self.known
        return not (
            word in known.ranks or word in known.lower or word in known.given or word in known.names
        )

    def _type(self, group: Group, type_: EntityType, score: float) -> EntityType | None:
        """Return the type of a group, or None where it is no name that we can vouch for.

        `type_` is the one with the most evidence, `score` how much that is.
        """
        words = group.words
        if all(p.doubtful for p in group.pieces):
            return type_ if score >= 3.5 else None
        if len(words) > 1:
            if score >= 0.5:
                return type_
            return None
        common = self.known.ranks.get(words[0], COMMON * 3)
        needed = 0.8
        if words[0] in self.known.lower:
            needed = 3.0
        elif common < COMMON:
            needed = 2.0
        elif common < COMMON * 3 or words[0] not in self.known.given:
            needed = 1.2
        if all(p.words[0].initial for p in group.pieces):
            needed += 0.4
        return type_ if score >= needed else None

    def _short_places(self) -> dict[str, Group]:
        """Return places with their kind in the name by the key of the same without it."""
        found = {}
        for group in self.groups.values():
            core, _, head = group.key.rpartition(" ")
            if head in ADMINISTRATIVE_HEADS and core in self.groups:
                found[core] = group
        return found

    def _subdivisions(self) -> list[tuple[Group, Group]]:
        """Pair "Vane Province" with "Vane" where the lists know only a subdivision of that name."""
        return [
            (group, self.groups[core])
            for core, group in self._short_places().items()
            if group.type == self.groups[core].type == "PLACE"
            and group.words[-1] not in _NO_PROVINCES
            and core in places()
            and places()[core].kind == "subdivision"
        ]

    def _companies(self, groups: Sequence[Group]) -> list[tuple[Group, Group]]:
        """Pair a company with its name without the legal form."""
        joined = []
        for group in groups:
            core = self.groups.get(legal_core(group) or "") if group.type == "ORG" else None
            if core is not None and core.type == "ORG":
                joined.append((group, core))
        return joined

    # --- names ---------------------------------------------------------------------------------

    def _name(self) -> None:
        """Choose the canonical name of each cluster: that of a list, or the longest full form."""
        members: dict[int, list[Group]] = defaultdict(list)
        for group in self.groups.values():
            if group.type is not None:
                members[id(group.top())].append(group)
        for cluster in members.values():
            listed = sorted({p.name for g in cluster for p in g.pieces if p.name is not None})
            best = max(
                cluster,
                key=lambda g: (len(g.words), not g.first.words[0].acronym, len(g.key), g.key),
            )
            # No list names persons: what a person's surname is in one is a place or a body.
            name = listed[0] if listed and best.type != "PERSON" else best.surface()
            if best.type == "NORP":
                name = _singular_people(name)
            for group in cluster:
                group.name = name


def _share_types(
    pairs: Sequence[tuple[Group, Group]], best: dict[str, tuple[EntityType, float]]
) -> None:
    """Give all names that are defined as one thing one type: that of the strongest evidence."""
    things: dict[str, list[Group]] = {}
    for a, b in pairs:
        joined = {id(g): g for g in (*things.get(a.key, [a]), *things.get(b.key, [b]))}
        things.update((group.key, list(joined.values())) for group in joined.values())
    for thing in things.values():
        typed = [g for g in thing if g.type is not None] or thing
        strongest = max(typed, key=lambda g: (best[g.key][1], g.key))
        type_, score = best[strongest.key]
        if strongest.type is None and score <= 0:
            continue
        for group in thing:
            if group.type != "NORP":
                group.type = type_


def _singular_people(name: str) -> str:
    """Return the singular of a people's name, which is its adjective: American of Americans."""
    folded = fold(name)
    if folded.endswith("ies") and is_group(folded[:-3] + "y"):
        return name[:-3] + ("Y" if name.isupper() else "y")
    return name[:-1] if folded.endswith("s") and is_group(folded[:-1]) else name


def _same_persons(groups: Sequence[Group]) -> Iterator[Join]:
    """Give forms of one person: same first and last name; a surname that one person has."""
    people = [g for g in groups if g.type == "PERSON"]
    full = [g for g in people if len(g.words) > 1]
    by_ends: dict[tuple[str, str], list[Group]] = defaultdict(list)
    for group in full:
        by_ends[group.words[0], surname(group.words)].append(group)
    for same in by_ends.values():
        first = same[0]
        for one in same[1:]:
            if _middles_agree(first.words, one.words):
                yield Join("full name", first, one)
    persons_of: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for ends in by_ends:
        persons_of[ends[1]].add(ends)
    firsts_of: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for ends in by_ends:
        firsts_of[ends[0]].add(ends)
    for group in people:
        if len(group.words) == 1:
            word = bare(group.words[0])
            owners = persons_of.get(word) or firsts_of.get(group.words[0], set())
            if len(owners) == 1:
                yield Join("surname", by_ends[next(iter(owners))][0], group)


def _middles_agree(a: Sequence[str], b: Sequence[str]) -> bool:
    """Say whether what stands after the first name and around the last does not contradict."""
    if a[-1] != b[-1] and a[-1] in _SUFFIXES and b[-1] in _SUFFIXES:
        return False
    middle_a, middle_b = a[1:-1], b[1:-1]
    if not middle_a or not middle_b:
        return True
    return all(
        x == y or (min(len(x), len(y)) == 1 and x[0] == y[0])
        for x, y in zip(middle_a, middle_b, strict=False)
    )


def _acronyms(groups: Sequence[Group]) -> list[tuple[Group, Group]]:
    """Pair an acronym with the one organisation of the article whose initials it is."""
    short = [
        g
        for g in groups
        if g.type == "ORG" and len(g.first.words) == 1 and g.first.words[0].acronym
    ]
    full = [g for g in groups if g.type == "ORG" and len(g.words) > 2]
    by_letter: dict[str, list[Group]] = defaultdict(list)
    for group in full:
        by_letter[group.key[0]].append(group)
    joined = []
    for acronym in short:
        if len(acronym.key) < 3:
            continue
        fits = [g for g in by_letter[acronym.key[0]] if abbreviates(acronym.first, g.first)]
        if len(fits) == 1:
            joined.append((fits[0], acronym))
    return joined


def _listed(groups: Sequence[Group]) -> list[tuple[Group, Group]]:
    """Pair names that a list gives the same main name: U.S. and United States."""
    by_name: dict[tuple[str, str], Group] = {}
    joined = []
    for group in groups:
        for name in {p.name for p in group.pieces if p.name is not None}:
            first = by_name.setdefault((group.type or "", name), group)
            if first is not group:
                joined.append((first, group))
    return joined
