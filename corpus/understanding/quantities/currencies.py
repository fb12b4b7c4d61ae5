"""Money: signs, codes and names of currencies.

The unit is the ISO 4217 code where the words leave no doubt ("US$", "euros", "ringgit"), else the
name that several currencies share, in the singular ("dollar", "rupee"). Codes and names are those
of the ISO 4217 table that pycountry carries; signs are those of the Unicode CLDR.
"""

from __future__ import annotations

import functools
import re

from corpus.understanding.quantities.reading import Figure

SIGNS = {
    "$": "dollar", "€": "EUR", "£": "GBP", "¥": "yen or yuan", "₹": "INR", "₽": "RUB", "₩": "KRW",
    "₪": "ILS", "₺": "TRY", "₴": "UAH", "₦": "NGN", "₫": "VND", "₱": "PHP", "฿": "THB",
    "₡": "CRC", "₭": "LAK", "₮": "MNT", "₲": "PYG", "₵": "GHS", "₸": "KZT", "₼": "AZN",
    "₾": "GEL", "؋": "AFN", "₨": "rupee", "﷼": "rial", "¢": "cent", "₿": "bitcoin",
    "￥": "yen or yuan",
}  # fmt: skip
_ANY_SIGN = f"[{re.escape(''.join(SIGNS))}]"
_BEFORE_SIGN = {
    "us": "USD", "u.s.": "USD", "usd": "USD", "c": "CAD", "ca": "CAD", "can": "CAD", "cad": "CAD",
    "a": "AUD", "au": "AUD", "aus": "AUD", "aud": "AUD", "hk": "HKD", "nz": "NZD", "s": "SGD",
    "nt": "TWD", "r": "BRL", "mex": "MXN", "mxn": "MXN", "mx": "MXN", "z": "ZWG", "j": "JMD",
    "tt": "TTD", "fj": "FJD", "b": "BZD", "n": "NAD", "cl": "CLP", "ar": "ARS", "col": "COP",
    "e": "EGP", "l": "LBP", "ll": "LBP", "le": "EGP", "ir": "IEP",
}  # fmt: skip
_APART = frozenset(
    ("US", "U.S.", "C", "c", "HK", "NZ", "NT", "Mex", "MX", "AU", "CAD", "AUD", "USD")
)
"""Those that may stand apart from the sign and are then still no other word."""
_LETTER_SIGNS = {
    "rm": "MYR", "rs": "rupee", "rs.": "rupee", "re": "rupee", "dlrs": "dollar", "dlr": "dollar",
    "rmb": "CNY", "fr": "franc", "sfr": "CHF", "ff": "franc", "dm": "DEM", "kr": "krone",
    "rp": "IDR", "tk": "BDT", "p": "PHP", "r": "ZAR", "ksh": "KES", "sh": "shilling",
    "ush": "UGX", "tsh": "TZS", "lit": "lira", "dhs": "AED", "sr": "SAR", "dollar": "dollar",
    "fcfa": "CFA franc", "cfa": "CFA franc", "le": "EGP", "usd": "USD",
}  # fmt: skip
"""Letters that stand before the amount; one or two letters only directly before it."""

_PREFIX = re.compile(
    r"(?:(?<![A-Za-z.’'])(?P<country>[A-Za-z]{1,3}|U\.S\.)(?P<gap>[^\S\n]?))?"
    rf"(?P<sign>{_ANY_SIGN})[^\S\n]?$"
)
_LETTERS = re.compile(r"(?<![A-Za-z&])(?P<letters>[A-Za-z]{1,6}\.?)(?P<space>[^\S\n]?)$")
_SIGN_AFTER = re.compile(rf"[^\S\n]?({_ANY_SIGN})(?![0-9])")
_CODE_AFTER = re.compile(r"[^\S\n]?([A-Z]{3})(?![A-Za-z0-9])")

_IRREGULAR = {
    "kroner": "krone", "kronor": "krona", "lire": "lira", "reais": "real", "roubles": "ruble",
    "rouble": "ruble", "rubles": "ruble", "zlotys": "zloty", "pence": "penny", "pennies": "penny",
    "quid": "GBP", "bucks": "dollar", "dlrs": "dollar", "dlr": "dollar", "cts": "cent",
    "stg": "GBP", "rmb": "CNY", "renminbi": "CNY",
    "yuan": "CNY", "sterling": "GBP", "hryvnias": "UAH", "shekel": "ILS", "shekels": "ILS",
    "cents": "cent", "cent": "cent", "ringgits": "MYR", "rials": "rial", "riyals": "riyal",
    "marks": "mark", "deutschmarks": "DEM", "deutschemarks": "DEM", "guilders": "guilder",
    "pesetas": "ESP", "drachmas": "GRD", "schillings": "ATS", "escudos": "escudo",
    "bitcoin": "bitcoin", "bitcoins": "bitcoin", "francs": "franc", "liras": "lira",
    "satoshi": "satoshi", "satoshis": "satoshi",
}  # fmt: skip
"""Forms that the table of ISO 4217 lacks: plurals, other spellings, coins, former currencies."""

_ALSO_WORDS = frozenset(
    ("real", "won", "sol", "pound", "lek", "gold", "silver", "sum", "som", "mark", "leone", "loti",
     "oro", "soberano", "uruguayo", "omani", "sterling", "palladium", "platinum", "kina", "tala")
)  # fmt: skip
_NEEDS_AMOUNT = {"won": "KRW", "pounds": "pound", "pound": "pound", "reals": "BRL", "sols": "PEN"}
"""Names that are also other words: money only with an amount that fits it or a nationality."""


@functools.cache
def _iso_codes() -> frozenset[str]:
    import pycountry

    return frozenset(currency.alpha_3 for currency in pycountry.currencies) | {"DEM", "IEP"}


@functools.cache
def _names() -> dict[str, str]:
    """Map "dollars", "us dollars", "canadian dollar", "yen" … to a code or a shared name."""
    import pycountry

    codes: dict[str, set[str]] = {}
    for currency in pycountry.currencies:
        name = re.sub(r"[^a-z ]", "", currency.name.lower())
        if currency.alpha_3[0] == "X" or "unidad" in name or not name or currency.name[-1] == ")":
            continue
        last = name.rsplit(" ", 1)[-1]
        codes.setdefault(name, set()).add(currency.alpha_3)
        if last not in _ALSO_WORDS:
            codes.setdefault(last, set()).add(currency.alpha_3)
    names: dict[str, str] = {}
    for name, found in codes.items():
        unit = next(iter(found)) if len(found) == 1 else name.rsplit(" ", 1)[-1]
        for form in (name, name + "s"):
            names[form] = unit
    names["euro"] = names["euros"] = "EUR"
    names["ruble"] = names["rubles"] = "ruble"
    for country, code in (("american", "USD"), ("u.s", "USD"), ("united states", "USD"),
                          ("british", "GBP"), ("chinese", "CNY"), ("russian", "RUB"),
                          ("indian", "INR"), ("pakistani", "PKR"), ("japanese", "JPY"),
                          ("south korean", "KRW"), ("korean", "KRW"), ("israeli", "ILS"),
                          ("brazilian", "BRL"), ("swedish", "SEK"), ("turkish", "TRY"),
                          ("german", "DEM"), ("hong kong", "HKD"), ("omani", "OMR"),
                          ("afghan", "AFN"), ("ukrainian", "UAH"), ("polish", "PLN")):  # fmt: skip
        for noun in ("dollars", "dollar", "pounds", "pound", "yuan", "rubles", "ruble", "roubles",
                     "rupees", "rupee", "yen", "won", "shekels", "shekel", "reais", "reals",
                     "kronor", "kronas", "lira", "liras", "marks", "mark", "riyals", "rials",
                     "afghanis", "hryvnias", "zlotys"):  # fmt: skip
            names.setdefault(f"{country} {noun}", code)
    return {**names, **_IRREGULAR}


@functools.cache
def _first_words() -> frozenset[str]:
    return frozenset(name.split(" ", 1)[0] for name in _names())


def prefix_of(text: str, start: int) -> tuple[int, str] | None:
    """Read the sign, code or letters before the amount at `start`: (where they begin, unit)."""
    if start == 0:
        return None
    nearest = text[start - 1]
    if nearest.isspace() and start > 1 and nearest != "\n":
        nearest = text[start - 2]
    window = max(0, start - 9)
    if nearest in SIGNS:
        sign = _PREFIX.search(text, window, start)
        if sign is None:
            return None
        country = (sign["country"] or "").lower()
        if sign["gap"] and sign["country"] not in _APART:
            country = ""  # "a $5 note", "it gave us $5"
        if country and sign["sign"] in "$£₤":
            if unit := _BEFORE_SIGN.get(country):
                return sign.start(), unit
            if country.upper() in _iso_codes():
                return sign.start(), country.upper()
        return sign.start("sign"), SIGNS[sign["sign"]]
    if not (nearest.isalpha() or nearest == "."):
        return None
    before = text[window:start].split()[-1]
    if before.isalpha() and before.isascii() and before.islower() and before not in _LETTER_SIGNS:
        return None  # as most words before a number
    letters = _LETTERS.search(text, window, start)
    if letters is None:
        return None
    word = letters["letters"]
    lower = word.lower()
    unit = _LETTER_SIGNS.get(lower)
    if unit and (len(word) > 2 or not letters["space"] or lower in ("rm", "rs", "rs.")):
        is_name = word.islower() and lower not in ("dlrs", "dlr", "dollar", "rmb", "usd", "rs")
        return None if is_name else (letters.start(), unit)
    if len(word) == 3 and word.isupper() and word in _iso_codes():
        return letters.start(), word
    if len(word) == 4 and word[0] == "M" and word.isupper() and word[1:] in _iso_codes():
        return letters.start(), word
    return None


def suffix_of(text: str, figure: Figure, words: list[tuple[str, int]]) -> tuple[int, str] | None:
    """Read the currency after `figure`: (where it ends, unit).

    `words` are the lower-case words that follow, each with its end. A vague figure may have "of"
    before them ("millions of ringgit").
    """
    nearest = text[figure.end : figure.end + 2].lstrip()[:1]
    if nearest in SIGNS and (sign := _SIGN_AFTER.match(text, figure.end)):
        return sign.end(), SIGNS[sign[1]]
    code = _CODE_AFTER.match(text, figure.end) if nearest.isupper() else None
    if code and code[1] in _iso_codes():
        return code.end(), code[1]
    if not words:
        return None
    names, firsts = _names(), _first_words()
    for length in (3, 2, 1) if words[0][0] in firsts else ():
        if len(words) >= length:
            key = " ".join(word for word, _ in words[:length])
            end = words[length - 1][1]
            if unit := names.get(key):
                return end, unit
    word, end = words[0]
    unit = _NEEDS_AMOUNT.get(word)
    amount = figure.value if figure.value is not None else figure.least
    if unit and (figure.multiplier >= 1_000_000 or (word == "won" and (amount or 0) >= 1_000)):
        return end, unit
    return None


MILLIONS_CODE = re.compile(r"[^\S\n]?M([A-Z]{3})(?![A-Za-z0-9])")
"""Millions of a currency as traders write them: "120 MEUR"."""


def is_code(code: str) -> bool:
    """Say whether `code` is an ISO 4217 code."""
    return code in _iso_codes()
