"""`postil doctor`: this installation, the terminal, and a corpus with its index and caches."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from tui.commands import reading
from tui.commands.console import Console

if TYPE_CHECKING:
    from tui.program.health import Finding


def run(arguments: argparse.Namespace) -> int:
    """Print what was found; status 1 where something has to be done."""
    console = Console(json_lines=arguments.format == "jsonl")
    area, ill = "", 0
    for finding in _findings(arguments):
        ill += bool(finding.remedy)
        if console.json_lines:
            from tui.commands.json_lines import finding_record

            console.json(finding_record(finding))
            continue
        if finding.area != area:
            area = finding.area
            console.line((area, "heading"))
        remedy = f"  → {finding.remedy}" if finding.remedy else ""
        console.line(f"  {finding.name:<20}  {finding.value}", (remedy, "doubt"))
    if not console.json_lines:
        console.line("everything is well" if not ill else f"to do: {ill}, each after an arrow")
    console.finish()
    return 1 if ill else 0


def _findings(arguments: argparse.Namespace) -> Iterator[Finding]:
    from tui.configuration.settings import read_settings
    from tui.program import health
    from tui.terminal.terminal_health import terminal

    yield from chain(
        health.versions(), health.folders(), terminal(read_settings()), health.configuration()
    )
    if arguments.folder is not None:
        from tui.program.corpus_health import corpus_findings

        corpus = reading.opened(arguments.folder)
        place = reading.sidecar_place(corpus, arguments.annotations)
        yield from corpus_findings(corpus, place)
