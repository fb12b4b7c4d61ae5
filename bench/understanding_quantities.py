"""Measure the quantities: newswire spans and speed.

`python bench/understanding_quantities.py [--errors] [--articles FOLDER]` prints precision and
recall on the development data beside the repository (`../shared/measures`), which stays there:
it is other people's. What is absent is skipped and named. Values: `understanding_values.py`.

A found span is right when it overlaps a gold span of its family; a gold span is found when a found
span of its family overlaps it. The family of numbers is CARDINAL, MONEY, PERCENT and MEASURE
against count, fraction, money, percent, dimension and age. Dates are measured twice: all, and
without those that only lean on the day of writing ("last year", "yesterday", "two years ago"): the
annotators of IEER marked none of them as a date, and our convention has them.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from scores import MEASURES, Row, Tally, scored, table

from corpus.span import Span
from corpus.understanding.analysis import Quantity
from corpus.understanding.quantities.finding import find_quantities

NEWSWIRE = "ieer-dev.json"
# Our kinds, and the types of IEER, that are one family.
FAMILIES = {
    "numbers": (
        ("count", "fraction", "money", "percent", "dimension", "age"),
        ("CARDINAL", "MONEY", "PERCENT", "MEASURE"),
    ),
    "dates, as marked": (("date",), ("DATE",)),
    "durations": (("duration",), ("DURATION",)),
}
OURS = "dates, those that lean on the day of writing left out"
LEVELS = {"numbers": {"P": 0.93, "R": 0.95}, OURS: {"P": 0.90, "R": 0.93}}
RELATIVE = re.compile(
    r"\b(?:yesterday|today|tonight|tomorrow|ago|earlier|later|the|(?:last|next|this|same|following|"
    r"previous|past|coming|current)\s(?:day|night|week|weekend|month|year|decade|century|quarter))\b",
    re.IGNORECASE,
)


def main() -> None:
    """Print every measure whose data is there."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--errors", action="store_true", help="print what is wrong")
    options.add_argument("--articles", type=Path, help="print every quantity of a folder's .txt")
    arguments = options.parse_args()
    if arguments.articles:
        print_articles(arguments.articles)
        return
    newswire = MEASURES / NEWSWIRE
    if newswire.is_file():
        print(table(measure_newswire(newswire, errors=arguments.errors), ("P", "R", "F1")))
    else:
        print(f"skipped: {newswire} is absent")
    measure_speed(newswire)


def measure_newswire(file: Path, *, errors: bool = False) -> Iterator[Row]:
    """Yield precision and recall of numbers and dates by overlap, and recall by gold type."""
    documents = json.loads(file.read_text("utf-8"))
    found = [find_quantities(document["text"], (), (), None) for document in documents]
    tallies = {name: Tally() for name in (*FAMILIES, OURS)}
    types = {type_: Tally() for family in FAMILIES.values() for type_ in family[1]}
    for document, quantities in zip(documents, found, strict=True):
        text = document["text"]
        gold = [Gold(*span) for span in document["spans"] if span[2] in types]
        for name, (kinds, family) in FAMILIES.items():
            ours = [q for q in quantities if q.kind in kinds]
            marked = [span for span in gold if span.type in family]
            count(tallies[name], ours, marked)
            for type_ in family:
                count(types[type_], ours, [span for span in marked if span.type == type_])
            if errors:
                print_errors(name, text, ours, marked)
        ours = [q for q in quantities if q.kind == "date" and not RELATIVE.search(q.text)]
        count(tallies[OURS], ours, [span for span in gold if span.type == "DATE"])
    for name, tally in tallies.items():
        row = scored(name, tally)
        yield row.to_reach(**LEVELS[name]) if name in LEVELS else row
    for type_, tally in types.items():
        yield Row(f"  {type_}", {"R": tally.recall}, f"{tally.gold} marked")


def count(tally: Tally, ours: Sequence[Span], gold: Sequence[Span]) -> None:
    """Add one document to a tally, by overlap."""
    tally.found += len(ours)
    tally.gold += len(gold)
    tally.right += sum(any(span.overlaps(other) for other in gold) for span in ours)
    tally.hit += sum(any(other.overlaps(span) for span in ours) for other in gold)


def print_errors(name: str, text: str, ours: Sequence[Quantity], gold: Sequence[Span]) -> None:
    """Print what is extra and what is missed in one document."""
    for span in ours:
        if not any(span.overlaps(other) for other in gold):
            print("   extra ", name, span.kind, show(text, span))
    for other in gold:
        if not any(other.overlaps(span) for span in ours):
            print("   missed", name, show(text, other))


@dataclass(frozen=True, slots=True)
class Gold(Span):
    """A span that IEER marks."""

    type: str


def show(text: str, span: Span) -> str:
    """Return the span in its surroundings on one line."""
    before = text[max(0, span.start - 30) : span.start]
    return repr(f"{before}[{text[span.start : span.end]}]{text[span.end : span.end + 25]}")


def measure_speed(newswire: Path) -> None:
    """Print the speed on news text, and on one-megabyte lines of digits, letters and spaces."""
    if newswire.is_file():
        documents = json.loads(newswire.read_text("utf-8"))
        text = "\n\n".join(document["text"] for document in documents)
        text *= max(1, 1_000_000 // len(text))
    else:
        text = "On Sunday 1,730 of the 2,600 people left Harrow, 12 km away, in 2015. " * 15_000
    find_quantities(text[:20_000], (), (), "2019-11-17")
    for name, sample in (
        ("news", text),
        ("digits", "7" * 1_000_000),
        ("digits and spaces", "7 " * 500_000),
        ("digits and commas", "777," * 250_000),
        ("digits and hyphens", "1-" * 500_000),
        ("one letter", "a" * 1_000_000),
        ("one", "one " * 250_000),
        ("twenty", "twenty-" * 140_000),
        ("spaces", " " * 1_000_000),
        ("number of", "number of men " * 70_000),
    ):
        began = time.perf_counter()
        quantities = find_quantities(sample, (), (), "2019-11-17")
        seconds = time.perf_counter() - began
        rate = len(sample.encode()) / 1e6 / seconds
        print(f"  speed, {name:<24}{rate:7.2f} MB/s {len(quantities):8} quantities")


def print_articles(folder: Path) -> None:
    """Print every quantity of every .txt file of `folder`, in its line."""
    for path in sorted(folder.glob("*.txt")):
        text = path.read_text("utf-8")
        print(f"== {path.name}")
        for q in find_quantities(text, (), (), None):
            said = {
                name: getattr(q, name)
                for name in ("value", "min", "max", "bound", "unit", "iso")
                if getattr(q, name) is not None
            }
            about = " ~" if q.approximate else ""
            of = f" of={q.of.text!r} ({q.of.group})" if q.of else ""
            print(f"  {q.kind:<9}{show(text, q)}\n           {said}{about}{of}")


if __name__ == "__main__":
    main()
