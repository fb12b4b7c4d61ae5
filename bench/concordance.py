"""A concordance of very many lines, in a pseudo-terminal: python bench/concordance.py [DIR]

Every place of a few of the commonest words, 100,000 and more in 10,000 articles: how long it takes
until the first of them are on the screen, until all are there, what a key takes while they are
scrolled, as they stand and sorted, and how long sorting takes. The scrolling goes to the first
bytes of the paint; the processor works for nothing else then.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

from corpora import corpus_of
from measures import REPOSITORY, Measure, arguments, own_folders, percentile, spread_of, tell
from startup import first_words
from terminals import PAINTING_TEXTUAL, READER, Terminal, as_installed

QUERY = "the OR of OR a"
PRESSES = 40
SIZE = (120, 40)
BEFORE_A_BLINK = 0.2  # the cursor of a field blinks twice a second
_DOWN, _PAGE = b"j", b" "


def measures(folder: Path | None) -> Iterator[Measure]:
    """Measure on `folder`."""
    with own_folders(), corpus_of(folder) as path:
        subprocess.run(
            [*READER, "index", str(path)],
            stdout=subprocess.DEVNULL,
            check=True,
            cwd=REPOSITORY,
            env=as_installed(),
        )
        floor = _floor()
        with Terminal([*READER, str(path)], SIZE) as terminal:
            terminal.until(first_words(path))
            terminal.at_rest(2)
            terminal.key(b"s")
            terminal.type(QUERY.encode())
            terminal.quiet(BEFORE_A_BLINK)
            began = terminal.now()
            terminal.type(b"\x0c")
            first = terminal.until_matching(r"[0-9,]+ lines? in")
            # The title goes on with "so far" until all are there.
            last = terminal.until_matching(r"[0-9,]+ lines? in [0-9,]+ articles?  ")
            terminal.at_rest()
            terminal.type(b"G")
            lines = int(terminal.found(r"([0-9,]+) of \1\b").replace(",", ""))
            terminal.key(b"g")
            terminal.key(b"g")
            terminal.at_rest()
            yield Measure("concordance, to its first lines", (first - began) * 1000)
            yield Measure(f"  to all {lines:,} lines", last - began, "s")
            yield from _scrolling(terminal, "", floor)
            began = terminal.now()
            terminal.type(b"r")
            terminal.until_matching(r"by R1\b")
            yield Measure("  sorting them", terminal.now() - began, "s")
            terminal.at_rest()
            yield from _scrolling(terminal, ", sorted", floor)


def _scrolling(terminal: Terminal, how: str, floor: float) -> Iterator[Measure]:
    for what, key in (("row down", _DOWN), ("page down", _PAGE)):
        if what == "row down":
            terminal.key(_PAGE)  # from here on each row moves all others
        taken = [terminal.key(key) for _ in range(PRESSES)]
        yield Measure(
            f"  {what}{how}, key to paint, p95",
            percentile(taken, 95),
            floor=floor,
            floor_name="bare Textual",
            most=16,
            spread=spread_of(taken),
        )


def _floor() -> float:
    """Return what a key takes in a bare app that paints as many rows, in ms (p95)."""
    with Terminal(PAINTING_TEXTUAL, SIZE) as terminal:
        terminal.until(b"readable")
        terminal.quiet(0.5)
        return percentile([terminal.key(b"j") for _ in range(PRESSES)], 95)


def main() -> None:
    """Print the figures."""
    options = arguments(__doc__)
    tell(measures(options.folder), as_json=options.json)


if __name__ == "__main__":
    main()
