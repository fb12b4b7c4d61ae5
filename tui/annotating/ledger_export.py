"""Annotations of the ledger written to a file, in one of the formats for other tools."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui.article.export_place import offered_folder, refusal
from tui.counts import counted

if TYPE_CHECKING:
    from annotations.ledger import LedgerRow
    from corpus.opening import Corpus


def offered_path(corpus: Corpus) -> str:
    """Return where the ledger of a corpus may go; the next name that is free."""
    folder, name = offered_folder(corpus), corpus.root.name or "ledger"
    path, number = folder / f"{name}.ledger.html", 1
    while path.exists():
        number += 1
        path = folder / f"{name}.ledger-{number}.html"
    return str(path)


def refused_path(corpus: Corpus) -> Callable[[str], str]:
    """Return what says why the ledger cannot go to a path as it was typed, "" where it can."""
    from annotations.exchange.formats import FORMATS, format_of

    ends = [suffix for one in FORMATS.values() for suffix in one.suffixes[:1]]
    return lambda typed: refusal(corpus, typed, format_of, ends)


def write_rows(corpus: Corpus, rows: Sequence[LedgerRow], path: Path) -> str:
    """Write annotations into a new file, its format told by its name; say what was written.

    Reads the metadata of their articles. Raises OSError.
    """
    from annotations.exchange.formats import FORMATS, format_of
    from tui.commands.exported import exported

    name = format_of(path.name)
    assert name is not None  # it was refused otherwise
    pieces = FORMATS[name].write(exported(corpus, rows))
    with path.open("x", encoding="utf-8", errors="replace", newline="") as file:
        file.writelines(pieces)
    return f"{counted(len(rows), 'annotation')} written: {path}"
