"""`postil agreement`: how far two readers agree."""

from __future__ import annotations

import argparse

from tui.commands import reading
from tui.commands.console import Console, complain
from tui.commands.table import Column, print_table


def run(arguments: argparse.Namespace) -> int:
    """Print kappa for spans and for each tag; status 1 where no article has annotations of both."""
    from annotations import ledger
    from annotations.agreement import agreements

    console = Console(json_lines=False)
    corpus = reading.opened(arguments.folder)
    store = reading.annotation_store(corpus, arguments.annotations)
    articles, found = agreements(ledger(corpus, store), corpus, arguments.first, arguments.second)
    if not articles:
        complain(f"no article has annotations of both {arguments.first} and {arguments.second}")
        return 1
    columns = (
        Column("what", 12),
        Column("kappa", right=True),
        Column("both", right=True),
        Column("first", right=True),
        Column("second", right=True),
        Column("neither", right=True),
    )
    rows = [
        (
            one.what,
            "–" if one.kappa is None else f"{one.kappa:.3f}",
            *(f"{number:,}" for number in (one.both, one.first, one.second, one.neither)),
        )
        for one in found
    ]
    print_table(console, columns, rows)
    count = len(articles)
    complain(f"words of {count:,} {'article' if count == 1 else 'articles'} that both annotated")
    console.finish()
    return 0
