"""What is said of editors that have a file open, too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.safe_text import safe_line

if TYPE_CHECKING:
    from annotations import OpenElsewhere


def words_on_editors(
    sidecar: Sequence[OpenElsewhere], article: Sequence[OpenElsewhere] = ()
) -> str:
    """Say which editors have the sidecar and the article open, as safe text; "" for none."""
    parts = [
        _words(one, "The annotations are", "reload them there after a save") for one in sidecar
    ]
    parts += [_words(one, "The article is", "its annotations follow the text") for one in article]
    return safe_line(". ".join(parts))


def _words(one: OpenElsewhere, what: str, advice: str) -> str:
    if one.alive is False:
        return f"{one.editor} left {one.lock.name} behind: process {one.process} is gone"
    doubt = "" if one.alive else ", or were when it ended"
    return f"{what} open in {one}{doubt}: {advice}"
