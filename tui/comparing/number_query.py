"""Which numbers are wanted: what is typed above their table, understood.

Words are looked for in all that is listed of a figure. A field and a colon ask for one thing:
`of:fighters`, `speaker:`, `outlet:`, `article:`, `date:2019`, `unit:km`, `kind:money`. `>1000`,
`>=`, `<`, `<=`, `=41` and `300..500` ask for the figure: a range fulfils them where one of its
ends does, or it reaches across. A hyphen before any of them turns it round, double quotes keep
blanks together. Every condition must hold; case does not count.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotations.ledger_query import CONDITION

if TYPE_CHECKING:
    from tui.comparing.number_rows import NumberRow

Test = Callable[["NumberRow"], bool]

_NUMBER = r"-?[0-9][0-9,_]*(?:\.[0-9]+)?[kmb]?"
_COMPARED = re.compile(rf"(>=|<=|[><=≥≤])({_NUMBER})", re.IGNORECASE)
_BETWEEN = re.compile(rf"({_NUMBER})(?:\.\.|–)({_NUMBER})", re.IGNORECASE)
_TIMES = {"k": 1e3, "m": 1e6, "b": 1e9}

FIELDS: dict[str, Callable[[NumberRow], str]] = {
    "of": lambda row: f"{row.of}\n{row.thing}",
    "speaker": lambda row: row.speaker,
    "outlet": lambda row: row.outlet,
    "article": lambda row: row.article,
    "date": lambda row: row.date,
    "unit": lambda row: row.unit,
    "kind": lambda row: row.kind,
}
"""The fields that can be asked for, each with the words it is looked for in."""


@dataclass(frozen=True, slots=True)
class NumberQuery:
    """The conditions that a figure fulfils, all of them."""

    tests: tuple[Test, ...] = ()

    @classmethod
    def of(cls, text: str) -> NumberQuery:
        """Understand what was typed; nothing in it can be wrong, as it is read while one types."""
        tests = []
        for match in CONDITION.finditer(text):
            minus, field, quoted, word = match.groups()
            test = _test(field, quoted, word)
            if test is not None:
                tests.append(_turned_round(test) if minus else test)
        return cls(tuple(tests))

    def holds(self, row: NumberRow) -> bool:
        """Whether a figure is wanted."""
        return all(test(row) for test in self.tests)


def _test(field: str | None, quoted: str | None, word: str | None) -> Test | None:
    value = (quoted if quoted is not None else word or "").casefold()
    if field in FIELDS:
        words = FIELDS[field]
        return (lambda row: value in words(row).casefold()) if value else None
    if field is None and word is not None:
        of_figure = _of_figure(word)
        # A sign alone is the beginning of a condition that is still typed.
        if of_figure is not None or word in (">", "<", "=", ">=", "<=", "≥", "≤"):
            return of_figure
    wanted = f"{field}:{value}" if field is not None else value
    return (lambda row: wanted in row.folded) if wanted else None


def _of_figure(word: str) -> Test | None:
    """Return what a word asks of the figure; None where it is no such condition."""
    between = _BETWEEN.fullmatch(word)
    if between is not None:
        low, high = sorted((_number(between[1]), _number(between[2])))
        return lambda row: row.low <= high and row.high >= low
    compared = _COMPARED.fullmatch(word)
    if compared is None:
        return None
    sign, number = compared[1], _number(compared[2])
    tests: dict[str, Test] = {
        ">": lambda row: row.high > number,
        ">=": lambda row: row.high >= number,
        "≥": lambda row: row.high >= number,
        "<": lambda row: row.low < number,
        "<=": lambda row: row.low <= number,
        "≤": lambda row: row.low <= number,
        "=": lambda row: row.low <= number <= row.high,
    }
    return tests[sign]


def _number(typed: str) -> float:
    times = _TIMES.get(typed[-1].casefold())
    digits = (typed[:-1] if times else typed).replace(",", "").replace("_", "")
    return float(digits) * (times or 1)


def _turned_round(test: Test) -> Test:
    return lambda row: not test(row)
