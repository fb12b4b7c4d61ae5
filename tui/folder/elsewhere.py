"""What is said of editors that have a file open, too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.safe_text import safe_line

if TYPE_CHECKING:
    from annotations.open_elsewhere import OpenElsewhere


def words_on_editors(
    sidecar: Sequence[OpenElsewhere], article: Sequence[OpenElsewhere] = (), *, stale: bool = True
) -> str:
    """Say which editors have the sidecar and the article open, as safe text; "" for none.

    `stale` asks for those, too, that have ended and left a lock file behind.
    """
    parts = [_words(one, "Open in", ": reload it there") for one in sidecar if _counts(one, stale)]
    parts += [_words(one, "Article open in", "") for one in article if _counts(one, stale)]
    return safe_line(". ".join(parts))


def _counts(one: OpenElsewhere, stale: bool) -> bool:
    return stale or one.alive is not False


def _words(one: OpenElsewhere, start: str, advice: str) -> str:
    """Say it in few words: the status line has room for 48 on a small screen."""
    if one.alive is False:
        return f"{one.editor} (process {one.process}) is gone and left {one.lock.name}"
    doubt = "" if one.alive else ", or left so"
    return f"{start} {one}{doubt}{advice}"
