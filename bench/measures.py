"""What is measured, and how it is said: each figure beside its floor and its budget."""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

REPOSITORY = Path(__file__).resolve().parent.parent
SAMPLE = REPOSITORY / "examples" / "tulgara-dam"
# The folders that are this user's: a bench has its own, and leaves the user's alone.
OWN_FOLDERS = ("CACHE", "STATE", "CONFIG")


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure, in `unit`.

    `floor` is what `floor_name` takes for the same in the same run. `most` (`least`) is the budget
    of the figure, `most_times` that of the figure over its floor; None where there is none.
    `spread` is how far the single runs lie apart, as a share of their median: what is no larger
    than that is noise. `processor` is the processor time of the same, in the same unit: where it is
    far below the figure, the process waited for the disk, or for other programs.
    """

    what: str
    value: float
    unit: str = "ms"
    floor: float | None = None
    floor_name: str = ""
    most: float | None = None
    least: float | None = None
    most_times: float | None = None
    spread: float | None = None
    processor: float | None = None

    @property
    def times(self) -> float | None:
        """The figure over its floor."""
        return self.value / self.floor if self.floor else None

    @property
    def met(self) -> bool | None:
        """Whether the budget is met; None where there is none."""
        met = []
        if self.most is not None:
            met.append(self.value <= self.most)
        if self.least is not None:
            met.append(self.value >= self.least)
        if self.most_times is not None and self.times is not None:
            met.append(self.times <= self.most_times)
        return all(met) if met else None

    @property
    def budget(self) -> str:
        """The budget in words."""
        words = []
        if self.most is not None:
            words.append(f"≤ {self.most:g} {self.unit}")
        if self.least is not None:
            words.append(f"≥ {self.least:g} {self.unit}")
        if self.most_times is not None:
            words.append(f"≤ {self.most_times:g} x")
        return ", ".join(words)

    def cells(self) -> tuple[str, ...]:
        """What a row of the table says."""
        places = 0 if self.value >= 100 else 1 if self.value >= 1 else 2
        verdict = {None: "", True: "met", False: "NOT MET"}[self.met]
        return (
            self.what,
            f"{self.value:,.{places}f} {self.unit}",
            "" if self.spread is None else f"± {100 * self.spread:.0f} %",
            "" if self.processor is None else f"{self.processor:,.{places}f} {self.unit}",
            "" if self.floor is None else f"{self.floor:,.{places}f} {self.floor_name}",
            "" if self.times is None else f"{self.times:.2f} x",
            self.budget,
            verdict,
        )


HEADINGS = ("", "measured", "spread", "processor", "floor", "ratio", "budget", "")


def table(measures: Iterable[Measure]) -> str:
    """Return measures as lines of columns."""
    rows = [HEADINGS, *(measure.cells() for measure in measures)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = []
    for row in rows:
        first, *rest = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        lines.append("  ".join((first, *rest)).rstrip())
    return "\n".join(lines)


def tell(part: Iterable[Measure], *, as_json: bool, heading: str = "") -> None:
    """Print what a part measures: each figure at once as a line of JSON, or all in one table."""
    if not as_json:
        before, figures = os.getloadavg()[0], table(part)
        print(f"{heading}  (load {before:.1f} before, {os.getloadavg()[0]:.1f} after)".lstrip())
        print(f"{figures}\n", flush=True)
        return
    for measure in part:
        print(json.dumps(asdict(measure)), flush=True)


def arguments(doc: str | None, *, any_size: bool = False) -> argparse.Namespace:
    """Read the arguments that all parts take, and how many articles to make."""
    parser = argparse.ArgumentParser(
        description=doc, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add_arguments(parser)
    if any_size:
        add_number_of_articles(parser)
    return parser.parse_args()


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that all parts take."""
    parser.add_argument(
        "folder",
        metavar="DIR",
        type=Path,
        nargs="?",
        help="a folder of articles; if none is named, 10,000 are made of the sample corpus",
    )
    parser.add_argument("--json", action="store_true", help="print a line of JSON a figure")


def add_number_of_articles(parser: argparse.ArgumentParser) -> None:
    """Add the argument by which a corpus of any size is made."""
    parser.add_argument("-n", "--articles", type=int, metavar="N", help="make so many articles")


def spread_of(values: Sequence[float]) -> float:
    """Return half the distance of the quartiles of single runs, over their median."""
    if len(values) < 4:
        return (max(values) - min(values)) / 2 / statistics.median(values)
    lower, middle, upper = statistics.quantiles(values, n=4)
    return (upper - lower) / 2 / middle


def percentile(values: Sequence[float], percent: float) -> float:
    """Return the value that `percent` of the values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))]


@contextmanager
def own_folders() -> Iterator[Path]:
    """Have Postil keep its cache, state and settings in a folder that is removed afterwards.

    Gives that folder.
    """
    before = {name: os.environ.get(name) for name in map("XDG_{}_HOME".format, OWN_FOLDERS)}
    with TemporaryDirectory(prefix="postil-bench-") as home:
        os.environ |= {name: f"{home}/{name.split('_')[1].lower()}" for name in before}
        try:
            yield Path(home)
        finally:
            for name, value in before.items():
                if value is None:
                    del os.environ[name]
                else:
                    os.environ[name] = value


def peak_megabytes(kilobytes: int) -> float:
    """Turn what the system says of a process's largest memory into MB; macOS says it in bytes."""
    return kilobytes / (1024 * 1024 if sys.platform == "darwin" else 1024)
