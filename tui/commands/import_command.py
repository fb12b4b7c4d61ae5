"""`postil import`: annotations of other tools into the sidecars."""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import replace
from pathlib import Path

from tui.commands import reading
from tui.commands.console import Console, complain
from tui.commands.failure import CommandFailed

_LARGEST = 200_000_000  # bytes


def run(arguments: argparse.Namespace) -> int:
    """Take the annotations in and say what became of them; status 1 where some were refused."""
    from annotations.exchange.formats import FORMATS, format_of
    from annotations.exchange.item import ExchangeError
    from annotations.exchange.taking_in import take_in

    console = Console(json_lines=False)
    path: Path = arguments.file
    name = arguments.format or format_of(path.name)
    read = FORMATS[name].read if name is not None else None
    if read is None:
        raise CommandFailed(f"{path}: of which format is it? name one with --from: w3c, csv, tsv")
    corpus = reading.opened(arguments.folder)
    store = reading.annotation_store(corpus, arguments.annotations, reader=arguments.reader)
    try:
        incoming = list(read(_text(path)))
    except ExchangeError as wrong:
        raise CommandFailed(f"{path}: {wrong}; nothing was taken in") from wrong
    if arguments.reader:
        incoming = [
            replace(one, annotation=replace(one.annotation, by=store.reader)) for one in incoming
        ]
    counts: Counter[str] = Counter()
    for done, taken in enumerate(take_in(incoming, corpus, store, str(path))):
        console.progress("taking in annotation", done + 1, len(incoming))
        counts[taken.outcome] += 1
        if taken.problem is not None:
            console.warn(taken.problem)
        elif taken.state != "ok" and taken.outcome != "there already":
            counts[f"{taken.state} in its article"] += 1
    words = ", ".join(f"{number:,} {outcome}" for outcome, number in counts.items())
    console.line(words or "there is no annotation in the file")
    console.finish()
    return 1 if counts["refused"] or not incoming else 0


def _text(path: Path) -> str:
    """Read a file in UTF-8, else as it is marked or seems to be written. Raises `CommandFailed`.

    Spreadsheets write tables in the code page of their system.
    """
    from corpus.decoding import decode
    from corpus.regular_file import NotRegularError, TooLargeError, read_regular

    try:
        data = read_regular(path, _LARGEST).data
    except (NotRegularError, TooLargeError) as wrong:
        raise CommandFailed(f"{path}: it is no file, or larger than 200 MB") from wrong
    except OSError as wrong:
        raise CommandFailed(f"{path}: it cannot be read: {wrong.strerror}") from wrong
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        found = decode(data)
        if "\ufffd" in found.text:
            raise CommandFailed(f"{path}: this is not UTF-8") from wrong
    if found.guessed:
        complain(f"{path}: read as {found.encoding}; where letters are wrong, save it as UTF-8")
    return found.text
