"""When a claim is about: the date of its words that is not of another figure, nor of the saying.

"He said on Thursday that 40 died": nobody says that they died on Thursday.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotations.model import When

if TYPE_CHECKING:
    from corpus.span import Span
    from corpus.understanding.analysis import Quantity

# "Since March", and "since the flood of the upper town in March": a time that begins then.
_SINCE = re.compile(
    r"\bsince\s+(?:(?:the|his|her|its|their)\s+(?:[^\s.,;:]+\s+){1,10}(?:in|on)\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_LONGEST = 120  # code points: "since", what happened, and the white space around
_BEGUN = re.compile(r"since\b", re.IGNORECASE)
# "Down from 3,000 in 2017": the figure and its date are what another one is compared with.
_COMPARED = re.compile(
    r"\b(?:(?:down|up|fallen|risen|fell|rose|grown|grew|shrunk|increased|decreased|dropped)\s+from|"
    r"compared\s+(?:to|with)|versus|as\s+against)\b[^.;]*$",
    re.IGNORECASE,
)
_FAR = 60
_BEFORE_DATE = r"(?:(?:on|in|as\s+of|by|at|during|early|late|earlier|the)\s+)*"
_OPENS = re.compile(rf"\W*{_BEFORE_DATE}", re.IGNORECASE)
_SAID_ON = re.compile(rf"\s+{_BEFORE_DATE}")
_CLAUSE = re.compile(r"[,;:]")
_PUBLISHED_ON = re.compile(
    r"\b(?:published|released|issued|dated|posted|printed|aired|broadcast|unveiled)\s+"
    rf"{_BEFORE_DATE}$"
)


def when_in(text: str, quantity: Quantity) -> When:
    """Return a date of a text as a claim holds it: "since March" is a time that begins then."""
    words = " ".join(quantity.text.split())
    before = _SINCE.search(text[max(0, quantity.start - _LONGEST) : quantity.start])
    return When(words, quantity.iso) if before is None else begun(f"since {words}", quantity.iso)


def begun(words: str, iso: str | None) -> When:
    """Return a date in words, as a time that goes on where they begin with "since"."""
    goes_on = iso and "/" not in iso and _BEGUN.match(words)
    return When(words, f"{iso}/.." if goes_on else iso)


def date_for(
    text: str,
    dates: Sequence[Quantity],
    near: int,
    other_of: Callable[[int], Quantity | None],
) -> Quantity | None:
    """Return the date next to the figure at `near`.

    `other_of` says which other figure a place stands nearer to: its dates come last, and where
    that figure is one that this one is compared with, they are none of this one's.
    """
    ranked: list[tuple[tuple[bool, int], Quantity]] = []
    for date in dates:
        other = other_of(date.start)
        if other is not None and is_compared(text, other):
            continue
        ranked.append(((other is not None, abs(date.start - near)), date))
    return min(ranked, key=lambda one: one[0])[1] if ranked else None


@dataclass(frozen=True, slots=True)
class Saying:
    """That something is said in a sentence: where its verb stands, and where what is said.

    Either is None where that is not known.
    """

    sentence: Span
    cue: Span | None
    content: Span | None

    def is_dated(self, text: str, date: Quantity) -> bool:
        """Whether a date, with nothing between that parts them, follows the verb of saying."""
        cue, content = self.cue, self.content
        if cue is None or date.start < cue.end:
            return False
        if content is None:
            return _SAID_ON.fullmatch(text, cue.end, date.start) is not None
        # To whom and where may stand between: "told reporters in Lisbon on 3 March".
        is_said = content.covers(date.start) or cue.end <= content.start < date.start
        return not is_said and not _CLAUSE.search(text, cue.end, date.start)


def of_the_deed(text: str, dates: Sequence[Quantity], saying: Saying) -> tuple[Quantity, ...]:
    """Leave out the dates on which something was said or was published."""
    return tuple(
        date
        for date in dates
        if not saying.is_dated(text, date)
        and not _PUBLISHED_ON.search(text[max(0, date.start - _FAR) : date.start])
    )


def of_the_saying(text: str, dates: Sequence[Quantity], saying: Saying) -> tuple[Quantity, ...]:
    """Give the dates on which something was said: they open the sentence, or follow the verb.

    For how many there are it is the day of the count: "he said in May that they had 40 boats".
    """
    start = saying.sentence.start
    return tuple(
        date
        for date in dates
        if _OPENS.fullmatch(text, start, date.start) or saying.is_dated(text, date)
    )


def is_compared(text: str, figure: Quantity) -> bool:
    """Whether a figure is what another one is compared with: "down from 3,000"."""
    return bool(_COMPARED.search(text[max(0, figure.start - _FAR) : figure.start]))
