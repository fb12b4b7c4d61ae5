"""`postil journal`: what was deleted or overwritten in the last 30 days, as it stood."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from tui.commands import reading
from tui.commands.console import Console

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotations.journal import Kept

_INDENT = "  "


def run(arguments: argparse.Namespace) -> int:
    """Print what the journal keeps, the oldest first; status 1 where there is nothing."""
    from annotations.journal import kept

    console = Console(json_lines=arguments.format == "jsonl")
    found = False
    for line in _wanted(kept(reading.opened(arguments.folder).key), arguments.what):
        if console.json_lines:
            from tui.commands.json_lines import journal_record

            console.json(journal_record(line))
        else:
            if found:
                console.line()
            _print(console, line)
        found = True
    console.finish()
    return 0 if found else 1


def _wanted(lines: Iterator[Kept], what: str | None) -> Iterator[Kept]:
    """Keep the lines of an annotation or an article, where one is named."""
    return (line for line in lines if what is None or what in (line.id, line.article))


def _print(console: Console, line: Kept) -> None:
    """Print an annotation so that it can be put back: a comment, then its lines in the file."""
    console.line((f"# {line.at}  {line.what}  {line.sidecar}", "name"))
    lines = line.raw.splitlines()
    margin = min((len(one) - len(one.lstrip(" ")) for one in lines if one.strip()), default=0)
    if not line.raw.lstrip().startswith("-"):
        lines, margin = [f"- {line.raw}"], 0  # it stood between brackets
    for one in lines:
        console.line(_INDENT + one[margin:] if one.strip() else "")
