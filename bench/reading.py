"""Reading an article of 1 MB with 10,000 highlights, in a pseudo-terminal: python bench/reading.py

Opening it, from its row in the list of articles to its text on the screen; key to paint; another
size of the terminal; finding in it. Each from the key (or the signal) to the first bytes of the
answer. The floor of a key is that of a Textual app that paints all its rows anew at each.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator

from corpora import long_article
from measures import Measure, arguments, own_folders, percentile, spread_of, tell
from terminals import BARE_TEXTUAL, PAINTING_TEXTUAL, READER, SILENCE, Terminal

PRESSES = 200
TIMES_RESIZED = 10  # to each size: of fewer, one pause of the machine is the p95
# Each another than the one before, and the first than that of a new terminal, else none is told.
SIZES = ((100, 30), (72, 24), (90, 40), (80, 24), (60, 20), (99, 30), (84, 30))


def measures() -> Iterator[Measure]:
    """Measure the reader on one long article beside a short one."""
    with own_folders() as home:
        folder = home / "corpus"
        folder.mkdir()
        (folder / "a_short.txt").write_text("A ford\n\nNothing stood there.\n", encoding="utf-8")
        long_article(folder / "b_long.txt")
        with Terminal([*READER, str(folder)]) as terminal:
            terminal.until(b"Nothing")
            # The index is built, and the long article analysed, before anything is measured.
            terminal.type(b"J")
            terminal.until(b"carts")
            terminal.at_rest(2)
            yield from _opening(terminal)
            yield from _keys(terminal)
            yield from _resizing(terminal)
            yield from _finding(terminal)
            _, memory = terminal.end(b"q")
            yield Measure("largest memory of the reader", memory, "MB", *_bare_memory())


def _opening(terminal: Terminal) -> Iterator[Measure]:
    taken = []
    for _ in range(10):
        terminal.type(b"K")
        terminal.until(b"Nothing")
        terminal.at_rest(0.5)
        begun = terminal.now()
        terminal.type(b"J")
        taken.append((terminal.until(b"carts") - begun) * 1000)
        terminal.at_rest(1)
    yield Measure(
        "opening an article of 1 MB",
        statistics.median(taken),
        most=250,
        spread=spread_of(taken),
    )


def _bare_memory() -> tuple[float, str]:
    with Terminal(BARE_TEXTUAL) as bare:
        bare.until(b"readable")
        bare.at_rest()
        return bare.end(b"\x11")[1], "bare Textual"


def _keys(terminal: Terminal) -> Iterator[Measure]:
    with Terminal(PAINTING_TEXTUAL) as painting:
        painting.until(b"readable")
        painting.at_rest()
        floor = [painting.key(b"j") for _ in range(PRESSES)]
    for name, key, back in (
        ("row down", b"j", b"gg"),
        ("page down", b" ", b"gg"),
        ("next number", b"]n", b"gg"),
        ("to the end and back", b"G", b"gg"),
    ):
        taken = []
        for _ in range(PRESSES):
            taken.append(terminal.key(key))
            if name.startswith("to"):
                taken.append(terminal.key(back))
        terminal.type(back)
        terminal.quiet(SILENCE)
        for percent in (50, 95):
            yield Measure(
                f"key to paint, {name}, p{percent}",
                percentile(taken, percent),
                floor=percentile(floor, percent),
                floor_name="bare Textual, painting",
                most=16,
                spread=spread_of(taken),
            )


def _resizing(terminal: Terminal) -> Iterator[Measure]:
    terminal.type(b"G")
    terminal.quiet(SILENCE)
    taken = _resized(terminal)
    with Terminal(BARE_TEXTUAL) as bare:
        bare.until(b"readable")
        bare.at_rest()
        floor = _resized(bare)
    for name, percent in (("p50", 50), ("p95", 95)):
        yield Measure(
            f"another size, to the first rows, {name}",
            percentile(taken, percent),
            floor=percentile(floor, percent),
            floor_name="bare Textual",
            most=16,
        )


def _resized(terminal: Terminal) -> list[float]:
    taken = []
    for _ in range(TIMES_RESIZED):
        for size in SIZES:
            terminal.resize(*size)
            taken.append(terminal.answer())
            terminal.quiet(0.2)
    return taken


def _finding(terminal: Terminal) -> Iterator[Measure]:
    taken = []
    for letter in (b"t", b"e", b"a", b"n") * 10:
        terminal.type(b"/")
        terminal.quiet(SILENCE)
        taken.append(terminal.key(letter))
        terminal.at_rest(0.3)
        terminal.type(b"\x1b")
        terminal.quiet(0.2)
    what = "finding a letter that stands everywhere"
    yield Measure(f"{what}, p50", statistics.median(taken), most=50)
    yield Measure(f"{what}, p95", percentile(taken, 95), most=50)


def main() -> None:
    """Print the figures."""
    tell(measures(), as_json=arguments(__doc__).json)


if __name__ == "__main__":
    main()
