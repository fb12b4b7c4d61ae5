"""What is said where nothing was found: what was not asked, and what was not looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.problems import QueryError
from tui.counts import counted
from tui.searching.search_rows import said_error

if TYPE_CHECKING:
    from tui.keyboard.keymap import Keymap


def nothing_asked(query: str) -> str:
    """Say why a query asks nothing yet, and what to write; "" where it asks something."""
    from index.query.parsing import parse_query

    try:
        if not query.strip() or parse_query(query, as_you_type=True) is not None:
            return ""
        parse_query(query)
    except QueryError as error:
        return said_error(error)
    return "nothing to look for yet · write a word, a name or a figure"


def words_on_nothing(keymap: Keymap, left_out: int, *, widen: bool) -> str:
    """Say, where nothing was found, what was not looked at: spellings, files that are left out."""
    words = "" if widen else keymap.filled(" · {search.widen} looks for other spellings, too")
    if left_out:
        words += f" · {counted(left_out, 'file')} could not be read"
    return words
