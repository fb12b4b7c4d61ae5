"""`postil agreement`: how far two readers agree."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from tui.commands import reading
from tui.commands.console import Console, complain
from tui.commands.table import Column, print_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotations.agreement import Agreement


def run(arguments: argparse.Namespace) -> int:
    """Print kappa for spans and for each tag; status 1 where no article has annotations of both."""
    from annotations.agreement import agreements
    from annotations.ledger import ledger

    console = Console(json_lines=arguments.format == "jsonl")
    corpus = reading.opened(arguments.folder)
    store = reading.annotation_store(corpus, arguments.annotations)
    first, second = arguments.first, arguments.second
    rows = tuple(ledger(corpus, store))
    articles, found = agreements(rows, corpus, first, second)
    if not articles:
        complain(f"no article has annotations of both {first} and {second}")
        if known := sorted({row.by for row in rows if row.by}):
            complain(f"readers who have annotations here: {', '.join(known)}")
        return 1
    if console.json_lines:
        from tui.commands.json_lines import agreement_record

        for one in found:
            console.json(agreement_record(one, (first, second), len(articles)))
    else:
        _print(console, found)
        count = len(articles)
        complain(
            f"words of {count:,} {'article' if count == 1 else 'articles'} that both annotated"
        )
    console.finish()
    return 0


def _print(console: Console, found: Sequence[Agreement]) -> None:
    """Print a row for spans and for each tag: kappa, and how many words who marked."""
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
