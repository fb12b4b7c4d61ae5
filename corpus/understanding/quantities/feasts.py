"""Feasts: their names, and the days that they fall on."""

from __future__ import annotations

import datetime
import re

FIXED: dict[str, tuple[int, int]] = {
    "christmas day": (12, 25), "christmas eve": (12, 24), "christmas": (12, 25),
    "new year's day": (1, 1), "new year's eve": (12, 31), "new year": (1, 1),
    "boxing day": (12, 26), "epiphany": (1, 6), "valentine's day": (2, 14),
    "st patrick's day": (3, 17), "st. patrick's day": (3, 17), "halloween": (10, 31),
    "all saints' day": (11, 1), "all souls' day": (11, 2), "may day": (5, 1),
    "international workers' day": (5, 1), "international women's day": (3, 8),
    "human rights day": (12, 10), "world aids day": (12, 1), "veterans day": (11, 11),
    "armistice day": (11, 11), "remembrance day": (11, 11), "bastille day": (7, 14),
    "fourth of july": (7, 4), "australia day": (1, 26), "canada day": (7, 1),
    "anzac day": (4, 25), "groundhog day": (2, 2), "earth day": (4, 22),
    "juneteenth": (6, 19), "guy fawkes night": (11, 5),
}  # fmt: skip
"""Feasts that fall on the same month and day each year."""

FROM_EASTER: dict[str, int] = {
    "shrove tuesday": -47, "mardi gras": -47, "ash wednesday": -46, "palm sunday": -7,
    "maundy thursday": -3, "good friday": -2, "easter": 0, "easter sunday": 0,
    "easter day": 0, "easter monday": 1, "ascension day": 39, "pentecost": 49, "whit sunday": 49,
    "whit monday": 50, "corpus christi": 60,
}  # fmt: skip
"""Feasts of the western churches, in days after Easter Sunday."""

AFTER_FOURTH_THURSDAY = {"black friday": 1, "cyber monday": 4}
"""Days of trade, in days after the fourth Thursday of November."""

UNCERTAIN = frozenset(
    (
        "independence day", "labor day", "labour day", "memorial day", "presidents day",
        "mother's day", "father's day", "thanksgiving", "thanksgiving day", "ramadan",
        "eid al-fitr", "eid al fitr", "eid al-adha", "eid al adha", "eid", "nowruz", "ashura",
        "passover", "yom kippur", "rosh hashanah", "hanukkah", "purim", "sabbath", "diwali",
        "lunar new year", "chinese new year", "republic day", "victory day",
        "election day", "columbus day",
    )
)  # fmt: skip
"""Feasts whose day depends on the country, or on the sight of the moon."""

NAMES = frozenset((*FIXED, *FROM_EASTER, *AFTER_FOURTH_THURSDAY, *UNCERTAIN))
STARTERS = frozenset(re.split("[ -]", name)[0] for name in NAMES) - {"may", "earth"}


def feast_day(name: str, year: int) -> tuple[int, int] | None:
    """Return month and day of a feast (lower case, plain apostrophe) in a year.

    None where it is not certain, and before 1583, when the Gregorian calendar began.
    """
    fixed = FIXED.get(name)
    if fixed is not None:
        return fixed
    if name in AFTER_FOURTH_THURSDAY and 1 <= year <= 9999:
        thursday = 22 + (3 - datetime.date(year, 11, 22).weekday()) % 7
        trade = datetime.date(year, 11, thursday)
        trade += datetime.timedelta(days=AFTER_FOURTH_THURSDAY[name])
        return trade.month, trade.day
    after = FROM_EASTER.get(name)
    if after is None or not 1583 <= year <= 9999:
        return None
    day = easter(year) + datetime.timedelta(days=after)
    return day.month, day.day


def easter(year: int) -> datetime.date:
    """Return Easter Sunday of a year of the Gregorian calendar.

    The rule of J. Meeus, Astronomical Algorithms (1991), chapter 8; it is that of "A New York
    correspondent", Nature 13 (1876), page 487.
    """
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (b - (b + 8) // 25 + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    shift = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * shift) // 451
    month, day = divmod(h + shift - 7 * m + 114, 31)
    return datetime.date(year, month, day + 1)
