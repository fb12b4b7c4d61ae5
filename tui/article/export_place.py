"""Where an export goes: the folder that is offered, and what may be no export. No Textual here."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.opening import Corpus


def offered_folder(corpus: Corpus) -> Path:
    """Return the folder one is in, or the home where that is the corpus."""
    with suppress(FileNotFoundError):  # the folder one is in may be gone
        here = Path.cwd()
        if not Path(os.path.realpath(here)).is_relative_to(os.path.realpath(corpus.root)):
            return here
    return Path.home()


def refusal(
    corpus: Corpus, typed: str, format_of: Callable[[str], str | None], ends: Iterable[str]
) -> str:
    """Return why an export cannot go to a path as it was typed, "" where it can.

    `format_of` tells the format by a file's name; `ends` are the ends of names that it knows.
    """
    from tui.commands.export_command import refuse_article
    from tui.commands.failure import CommandFailed

    path = Path(typed).expanduser()
    if format_of(path.name) is None:
        return f"the name tells the format: {', '.join(ends)}"
    if not path.parent.is_dir():
        return f"there is no folder {path.parent}"
    if os.path.lexists(path):
        return "there is a file of that name"
    try:
        refuse_article(corpus, path)
    except CommandFailed:
        return "in the corpus it would be an article; name a place outside of it"
    return ""
