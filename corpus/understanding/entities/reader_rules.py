"""What the reader's `postil.yaml` says of entities: names added, renamed, forbidden and merged."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import regex

from corpus.span import Span
from corpus.understanding.gazetteers.folding import phrase_key

if TYPE_CHECKING:
    from corpus.corpus_file import EntityRule


class ReaderRules:
    """The rules, by the keys of the names that they hold."""

    def __init__(self, rules: Sequence[EntityRule]) -> None:
        self._rules = rules
        self._by_key: dict[str, EntityRule] = {}
        self._hidden: set[str] = set()
        for rule in rules:
            forbidden = {phrase_key(word) for word in rule.forbid}
            for name in (rule.name, *rule.aliases):
                key = phrase_key(name)
                if key in forbidden:
                    self._hidden.add(key)
                else:
                    self._by_key.setdefault(key, rule)
        self._hidden -= self._by_key.keys()

    def __bool__(self) -> bool:
        return bool(self._rules)

    def rule_of(self, key: str) -> EntityRule | None:
        """Return the rule that has a name with this phrase key."""
        return self._by_key.get(key)

    def hides(self, key: str) -> bool:
        """Say whether the reader forbade this name as such: nothing is marked there."""
        return key in self._hidden

    def may_join(self, a: str, b: str) -> bool:
        """Say whether two names may be one entity: no rule keeps them apart."""
        for rule in self._rules:
            apart = {phrase_key(word) for word in (*rule.not_, *rule.forbid)}
            own = {phrase_key(word) for word in (rule.name, *rule.aliases)}
            if (a in apart and b in own) or (b in apart and a in own):
                return False
        rule_a, rule_b = self.rule_of(a), self.rule_of(b)
        return rule_a is None or rule_b is None or rule_a is rule_b

    def find(self, text: str) -> list[tuple[Span, EntityRule]]:
        """Return where the reader's names stand in `text`, in order, the longest at each place.

        A name of one word is found as it is spelled or in capitals; white space between the words
        of a name may be any, with one line break.
        """
        names: dict[str, EntityRule | None] = {
            name: rule
            for rule in reversed(self._rules)
            for name in (rule.name, *rule.aliases)
            if name.strip() and self._by_key.get(phrase_key(name)) is rule
        }
        for rule in self._rules:
            for name in rule.not_:
                names.setdefault(name, None)
        if not names:
            return []
        by_key = {phrase_key(name): rule for name, rule in names.items()}
        forms = {form for name in names for form in (name, name.upper()) if form.strip()}
        ordered = sorted(forms, key=lambda form: (-len(form), form))
        pattern = "|".join(
            r"(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)".join(map(regex.escape, form.split()))
            for form in ordered
        )
        finder = regex.compile(rf"(?<![\p{{L}}\p{{N}}_])(?:{pattern})(?![\p{{L}}\p{{N}}_])")
        found = []
        for match in finder.finditer(text):
            matched = by_key.get(phrase_key(match.group()))
            if matched is not None:
                found.append((Span(match.start(), match.end()), matched))
        return found
