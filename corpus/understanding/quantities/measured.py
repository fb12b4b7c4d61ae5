"""A figure with its unit: money, percent, dimension, duration, age; else a count or a fraction."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.understanding.analysis import QuantityKind
from corpus.understanding.quantities.ages import read_age_after, read_aged_before
from corpus.understanding.quantities.currencies import (
    MILLIONS_CODE,
    is_code,
    prefix_of,
    suffix_of,
)
from corpus.understanding.quantities.durations import PERIODS, iso_duration, read_further
from corpus.understanding.quantities.figures import read_figure
from corpus.understanding.quantities.number_words import DENOMINATORS
from corpus.understanding.quantities.reading import Figure, Reading, whole
from corpus.understanding.quantities.spacing import GAP, words_after, words_before
from corpus.understanding.quantities.units import (
    ATTACHED,
    COUNTED_UNITS,
    DIMENSIONS,
    INCH_MARK,
    UNIT_WORDS,
)
from corpus.understanding.quantities.vocabulary import listed

_PERCENT = re.compile(
    rf"[^\S\n]?[%％](?P<sign_points>{GAP}points?\b)?"
    rf"|(?:{GAP}|-)?(?:(?:per(?:{GAP}|-)?cent(?:age)?s?|pct)\b"
    rf"(?:\.?(?P<points>(?:{GAP}|-)points?\b))?"
    rf"|(?P<basis>basis(?:{GAP}|-)points?)\b)",
    re.IGNORECASE,
)
_OF_ONE_PERCENT = re.compile(
    rf"{GAP}of{GAP}(?:a|one|1){GAP}(?:per(?:{GAP}|-)?cent(?:age)?|pct)(?P<points>(?:{GAP}|-)point)?\b",
    re.IGNORECASE,
)
_PERCENT_OF = re.compile(
    rf"(?<![^\W\d_])(?:per(?:{GAP}|-)?cent(?:age)?|pct){GAP}of{GAP}$", re.IGNORECASE
)
_LONGEST_PERCENT_OF = 20  # code points of "per cent of" and the blanks in it
_ASKED = frozenset(("what", "which"))
_PERCENT_FIRST = frozenset("%％pPbB")
_OF = re.compile(rf"{GAP}of(?={GAP})", re.IGNORECASE)
_HALF_OF_UNIT = re.compile(rf"(?:-an?|{GAP}of{GAP}one|{GAP}an?|{GAP}of{GAP}an?)(?=-|{GAP})|(?=-)",
                           re.IGNORECASE)  # fmt: skip
_CENTS = re.compile(
    rf"{GAP}(?:and{GAP})?(?P<cents>[0-9]{{1,2}})(?:{GAP}(?:cents|pence))?(?=[.,;!?)]|$)|"
    rf"{GAP}and{GAP}(?P<words>[a-z]+(?:-[a-z]+)?){GAP}(?:cents|pence)\b",
    re.IGNORECASE,
)
_INCHES = re.compile(
    rf"(?:,?{GAP}(?:and{GAP})?|-)([0-9]{{1,2}}(?:\.[0-9])?)(?:{GAP}|-)?(?:inch(?:es)?|in)\b",
    re.IGNORECASE,
)
_SHARE_FOLLOWED = re.compile(
    rf"{GAP}(?:of|to|less|more|as|or|lower|higher|larger|smaller|bigger|off|from|over|in|since|on"
    r"|the|its|their|his|her|a|were|are|was|is|have|had|said)\b|[.,;)]|$"
)
_HALF_REFUSED = frozenset(
    listed(
        "first second latter other better upper lower each either top bottom third last final "
        "front back half- northern southern eastern western"
    )
)
_SHARES = frozenset(DENOMINATORS) - {"half", "halves"}


def read_measured(text: str, offset: int) -> Reading | None:
    """Read the figure at `offset` with its unit, or None where there is no figure.

    The span runs from a currency sign or an "aged" before the figure to the unit after it.
    """
    first = text[offset]
    in_digits = not first.isalpha()
    prefix = prefix_of(text, offset) if in_digits else None
    figure = read_figure(text, offset, is_money=prefix is not None)
    if figure is None:
        return None
    if prefix is not None and in_digits:
        return _money(text, prefix[0], figure.end, prefix[1], figure)
    return _with_unit(text, figure, in_digits=in_digits)


def _with_unit(text: str, figure: Figure, *, in_digits: bool) -> Reading | None:
    end = figure.end
    after = text[end : end + 1]
    if percent := _percent(text, figure, end):
        return percent
    if figure.single_word == "half" and (unit := _half_unit(text, figure)):
        return unit
    if figure.fraction and figure.single_word and not _is_share(text, figure):
        return None
    start = end
    if figure.value is None or figure.single_word == "couple":
        of = _OF.match(text, end)
        start = of.end() if of else end
    if not after or (after in '.,;:!?)]”’"' and after not in '"’'):
        return _percent_before(text, figure) or _bare(text, figure)
    if in_digits and (found := _attached(text, figure)):
        return found
    if in_digits and after.isalpha():
        code = suffix_of(text, figure, [])
        return _money(text, figure.start, code[0], code[1], figure) if code else None
    return _worded_unit(text, figure, start) or _bare(text, figure)


def _worded_unit(text: str, figure: Figure, start: int) -> Reading | None:
    spans = words_after(text, start, 3)
    words = [(text[span.start : span.end].lower(), span.end) for span in spans]
    if not words:
        sign = suffix_of(text, figure, [])
        return _money(text, figure.start, sign[0], sign[1], figure) if sign else None
    joined_by_hyphen = text[spans[0].start - 1] in "-‐‑"
    if not figure.fraction and (age := read_age_after(text, figure.end)):
        return _plain(figure, figure.start, age[0], "age", age[1])
    period = PERIODS.get(words[0][0])
    if period and (found := _duration(text, figure, words[0], period, joined_by_hyphen)):
        return found
    if money := suffix_of(text, figure, words):
        return _money(text, figure.start, money[0], money[1], figure)
    if words[0][0] in ("pound", "pounds") and _is_paid(text, figure.start):
        return _money(text, figure.start, words[0][1], "pound", figure)
    for length in (3, 2, 1) if words[0][0] in UNIT_WORDS else ():
        if len(words) < length:
            continue
        key = " ".join(word for word, _ in words[:length])
        symbol = DIMENSIONS.get(key)
        if symbol is None and length == 1 and key in ("square-foot", "square-feet"):
            symbol = "ft²"
        if symbol is not None and _is_unit(text, figure, key, spans[0].start, joined_by_hyphen):
            return _dimension(text, figure, words[length - 1][1], symbol)
    return None


def _duration(
    text: str, figure: Figure, word: tuple[str, int], period: str, joined: bool
) -> Reading | None:
    name, end = word
    if name == "second" and figure.value != 1 and not joined:
        return None
    if name in ("night", "day", "quarter") and figure.value not in (1, 0.5) and not joined:
        return None
    value = figure.value
    unit = period
    if value is not None and not joined and (further := read_further(text, end, value, period)):
        end, value, unit = further
        return Reading(figure.start, end, "duration", value, unit=unit,
                       iso=iso_duration(value, unit), figure=figure)  # fmt: skip
    return replace(
        _plain(figure, figure.start, end, "duration", unit), iso=iso_duration(value, unit)
    )


def _is_unit(text: str, figure: Figure, key: str, start: int, joined: bool) -> bool:
    """Refuse words that are a unit only in some places: "10 in Paris", "two foot soldiers"."""
    written = text[start : start + len(key)]
    if key in COUNTED_UNITS:
        return (joined or figure.value == 1) and not (key == "bit" and figure.in_words)
    if key in ("in", "mi", "ha", "gal", "ct", "hp", "m", "g") and figure.in_words:
        return False
    if key in ("in", "a"):
        return False
    return not (len(key) <= 2 and written.isupper() and key in ("m", "mi", "mm", "g", "ha"))


def _attached(text: str, figure: Figure) -> Reading | None:
    """Read a symbol that is written at the digits: "7.62mm", "100 MB", "37°C"."""
    end = figure.end
    if text[end] in '"″ ' and (mark := INCH_MARK.match(text, end)):
        return _plain(figure, figure.start, mark.end(), "dimension", "in")
    millions = MILLIONS_CODE.match(text, end)
    if millions and is_code(millions[1]) and figure.value is not None:
        value = whole(figure.value * 1_000_000)
        unit = millions[1]
        return Reading(figure.start, millions.end(), "money", value, unit=unit, figure=figure)
    symbol = ATTACHED.match(text, end)
    if symbol is None:
        return None
    written = symbol[1]
    lower = re.sub(r"\s", "", written.lower())
    if lower in PERIODS and lower != "second" and symbol.start(1) == end:
        return _duration(text, figure, (lower + "s", symbol.end()), PERIODS[lower], joined=True)
    unit = DIMENSIONS.get(lower)
    if lower == "m" and (million := _millions_of_money(text, figure, symbol.end())):
        return million
    spaced = symbol.start(1) > end
    if lower == "g" and not spaced:
        unit = "g"
    if (
        unit is None
        or lower == "in"
        or (spaced and lower in ("mi", "ha") and not written.islower())
    ):
        return None
    if len(lower) == 1 and written.isupper():
        return None
    return _dimension(text, figure, symbol.end(), unit)


def _millions_of_money(text: str, figure: Figure, end: int) -> Reading | None:
    """Read "3m euros": before a currency the letter is a million, elsewhere a metre."""
    spans = words_after(text, end, 3)
    if not spans or figure.value is None:
        return None
    scaled = replace(figure, end=end, value=whole(figure.value * 1_000_000), multiplier=1_000_000)
    words = [(text[span.start : span.end].lower(), span.end) for span in spans]
    money = suffix_of(text, scaled, words)
    return _money(text, scaled.start, money[0], money[1], scaled) if money else None


_PAYS = re.compile(
    r"\b(?:pay|pays|paid|paying|costs?|prices?|priced|worth|spend|spent|earns?|earned|fees?|fined?"
    r"|wages?|salary|bet|bets|bill|bills|donated|raised|owed|debt|charged?|buy|sold)\b",
    re.IGNORECASE,
)


def _is_paid(text: str, offset: int) -> bool:
    """Say whether the pounds at `offset` are money, by the words of paying before them."""
    return _PAYS.search(text, max(0, offset - 60), offset) is not None


def _dimension(text: str, figure: Figure, end: int, unit: str) -> Reading:
    if unit == "ft" and figure.value is not None and (inches := _INCHES.match(text, end)):
        value = whole(figure.value + float(inches[1]) / 12)
        return Reading(figure.start, inches.end(), "dimension", value, unit=unit, figure=figure)
    return _plain(figure, figure.start, end, "dimension", unit)


def _percent(text: str, figure: Figure, end: int) -> Reading | None:
    after = text[end : end + 1]
    if not after or not (after in _PERCENT_FIRST or after.isspace() or after == "-"):
        return None
    found = _PERCENT.match(text, end)
    if found is None:
        return _of_one_percent(text, figure, end)
    if found["basis"]:
        unit = "basis point"
    else:
        unit = "percentage point" if found["points"] or found["sign_points"] else "%"
    return _plain(figure, figure.start, found.end(), "percent", unit)


def _percent_before(text: str, figure: Figure) -> Reading | None:
    """Read "a percentage of 63.": no share of 63, for none is told, and nothing is counted."""
    near = max(0, figure.start - _LONGEST_PERCENT_OF)
    if not text[near : figure.start].rstrip().lower().endswith("of"):
        return None
    found = _PERCENT_OF.search(text, near, figure.start)
    if found is None:
        return None
    word = "".join(words_before(text, found.start(), 1)).lstrip("(“‘\"'[")
    if word in _ASKED or (word and read_figure(word, 0) is not None):
        return None
    return _plain(figure, found.start(), figure.end, "percent", "%")


def _of_one_percent(text: str, figure: Figure, end: int) -> Reading | None:
    """Read "three-quarters of a percent": a part of one, and no share of anything."""
    found = _OF_ONE_PERCENT.match(text, end)
    if found is None or figure.value is None or not 0 < figure.value < 1:
        return None
    unit = "percentage point" if found["points"] else "%"
    return _plain(figure, figure.start, found.end(), "percent", unit)


def _money(text: str, start: int, end: int, unit: str, figure: Figure) -> Reading:
    value = figure.value
    if value is not None and figure.multiplier == 1 and value == int(value):
        cents = _CENTS.match(text, end)
        if cents and (end > figure.end or "cents" in cents.group().lower()):
            more = (
                int(cents["cents"]) if cents["cents"] else _small_words(text, cents.start("words"))
            )
            if more is not None and more < 100:
                return Reading(start, cents.end(), "money", whole(value + more / 100), unit=unit,
                               figure=figure)  # fmt: skip
    return _plain(figure, start, end, "money", unit)


def _small_words(text: str, offset: int) -> int | None:
    figure = read_figure(text, offset)
    return figure.value if figure and isinstance(figure.value, int) else None


def _half_unit(text: str, figure: Figure) -> Reading | None:
    """Read "half an hour", "half a percentage point", "half-mile"."""
    of = _HALF_OF_UNIT.match(text, figure.end)
    if of is None:
        return None
    shifted = replace(figure, single_word="", end=of.end())
    if percent := _percent(text, shifted, of.end()):
        return percent
    found = _worded_unit(text, shifted, of.end())
    return found if found and found.kind in ("duration", "dimension") else None


def _is_share(text: str, figure: Figure) -> bool:
    """Say whether "half", "a third" is a share: "a third of the town", not "a third man"."""
    followed = _SHARE_FOLLOWED.match(text, figure.end)
    if figure.single_word == "half":
        before = words_before(text, figure.start, 1)
        if (
            text[figure.end : figure.end + 1] in ("-", "‐", "‑")
            or text[figure.start - 1 : figure.start] == "-"
        ):
            return False
        return not (before and before[0] in _HALF_REFUSED)
    if figure.single_word not in _SHARES or followed is None:
        return False
    if followed.group().strip() in ("of", "to", "less", "more", "lower", "higher"):
        return True
    if DENOMINATORS[figure.single_word] > 10:
        return True
    before = words_before(text, figure.start, 1)
    return bool(before) and before[0] in (
        "by", "about", "nearly", "almost", "than", "over", "roughly", "around", "to", "another",
        "only", "some", "approximately", "least", "up", "under",
    )  # fmt: skip


def _bare(text: str, figure: Figure) -> Reading:
    aged = None if figure.fraction or figure.value is None else read_aged_before(text, figure.start)
    if aged is not None and figure.value is not None and figure.value <= 150:
        return _plain(figure, aged, figure.end, "age", "year")
    return _plain(
        figure, figure.start, figure.end, "fraction" if figure.fraction else "count", None
    )


def _plain(figure: Figure, start: int, end: int, kind: QuantityKind, unit: str | None) -> Reading:
    vague = figure.value is None
    return Reading(
        start, end, kind, figure.value, min=figure.least if vague else None,
        approximate=vague or figure.single_word == "couple", unit=unit, figure=figure,
    )  # fmt: skip
