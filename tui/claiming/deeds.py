"""What was done to or by those who are counted, as the words beside a figure say it.

"32 fighters had surrendered", "killed over 1,600 fighters", "killing at least 41": a measure where
neither the codebook nor other claims have one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.understanding.word_set import word_set

if TYPE_CHECKING:
    from corpus.span import Span
    from corpus.understanding.analysis import Quantity

_DEED = r"([a-z]{2,}ed|slain|shot|lost|taken|held|hit|found|built|sent|paid|spent|sold)"
_HELPERS = r"(?:(?:had|have|has|were|was|are|is|been|being|already|also|now|since|who|that)\s+)*"
_BESIDE = r"(?:\s+and\s+(?:their|its|his|her)\s+[a-z]+)?(?:,\s*including\s[^.;]*?,)?"
_AFTER = re.compile(rf"{_BESIDE}\s+{_HELPERS}{_DEED}\b")
_BOUND = (
    r"(?:(?:over|about|around|nearly|almost|some|roughly|approximately|exactly|another|more|less|"
    r"fewer|than|at|least|most|up|to|as|many|an?|estimated|group|of|between)\s+)*"
)
_BEFORE = re.compile(rf"\b(?:{_DEED}|([a-z]{{3,}})ing)\s+{_BOUND}$")
# Of words in -ing only these: "including", "according" and their like do nothing to anybody.
_DOING = {
    **{f"{stem}ing": f"{stem}ed" for stem in ("kill", "wound", "kidnapp", "arrest", "detain")},
    **{f"{stem}ing": f"{stem}ed" for stem in ("injur", "captur", "evacuat", "displac", "rescu")},
}
_NO_DEEDS = word_set("""
    said told reported estimated added noted warned confirmed claimed based called named needed
    indeed united armed wanted supposed alleged related used compared hundred unarmed
""")
_FAR = 60  # code points before a figure, which its verb and its bound fit into


def deed(text: str, within: Span, figure: Quantity) -> str:
    """Return the participle beside a figure: after what is counted, else before; "" for none."""
    end = max(figure.end, figure.of.end) if figure.of is not None else figure.end
    found = _AFTER.match(text, end, within.end)
    if found is not None and found[1] not in _NO_DEEDS:
        return found[1]
    found = _BEFORE.search(text[max(within.start, figure.start - _FAR) : figure.start])
    if found is None:
        return ""
    word = found[1] or _DOING.get(f"{found[2]}ing", "")
    return "" if word in _NO_DEEDS else word
