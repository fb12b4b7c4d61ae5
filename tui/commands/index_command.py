"""`postil index`: the search index built or brought up to date."""

from __future__ import annotations

import argparse

from tui.commands import reading
from tui.commands.console import Console
from tui.commands.indexing import updated_index
from tui.counts import counted


def run(arguments: argparse.Namespace) -> int:
    """Update the index and print what was done."""
    console = Console(json_lines=arguments.format == "jsonl")
    corpus = reading.opened(arguments.folder)
    with updated_index(corpus, console) as (index, report):
        articles = index.articles
    if console.json_lines:
        from tui.commands.json_lines import index_record

        console.json(index_record(report))
    else:
        done = ", ".join(
            f"{count:,} {what}"
            for count, what in (
                (report.added, "added"),
                (report.changed, "changed"),
                (report.removed, "removed"),
                (report.renamed, "renamed"),
            )
            if count
        )
        console.line(
            f"{counted(articles, 'article')} in the index:"
            f" {done or 'nothing to update'} ({report.seconds:.2f} s)"
        )
        for problem in report.skipped:
            console.line(f"skipped {problem}")
    console.finish()
    return 0
