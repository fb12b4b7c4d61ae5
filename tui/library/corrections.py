"""What the reader may set of an article: title, outlet, date."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from annotations.decisions import Key

CORRECTED: Final[dict[Key, str]] = {"title": "Title", "outlet": "Outlet", "published": "Date"}
_DATE: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def refused_value(key: Key, value: str) -> str:
    """Say what is wrong with a value, "" where nothing is."""
    if key != "published" or not value:
        return ""
    found = _DATE.fullmatch(value)
    try:
        if found is not None:
            date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
            return ""
    except ValueError:
        return "there is no such day"
    return "write it 2019-11-10, 2019-11 or 2019"
