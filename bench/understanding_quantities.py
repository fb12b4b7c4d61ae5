"""Measure the quantities: newswire spans, resolved values, speed.

`python bench/understanding_quantities.py [--errors] [--articles FOLDER]` prints precision, recall
and values on the development data beside the repository (`../shared/measures`), which stays there:
it is other people's. What is absent is skipped and named.

Newswire (IEER): a found span is right when it overlaps a gold span of its family; a gold span is
found when a found span of its family overlaps it. The family of numbers is CARDINAL, MONEY, PERCENT
and MEASURE against count, fraction, money, percent, dimension and age. Dates are measured twice:
all, and without those that only lean on the day of writing ("last year", "yesterday"), which the
annotators of IEER left out ("last" [fall]).

Recognizers: the right value (for ranges minimum and maximum, for dates the iso) at an overlapping
span.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from corpus.span import Span
from corpus.understanding.analysis import Quantity
from corpus.understanding.quantities import find_quantities

MEASURES = Path(__file__).resolve().parent.parent.parent / "shared" / "measures"
NUMBER_KINDS = ("count", "fraction", "money", "percent", "dimension", "age")
NUMBER_TYPES = ("CARDINAL", "MONEY", "PERCENT", "MEASURE")
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
    newswire = MEASURES / "ieer-dev.json"
    if newswire.is_file():
        measure_newswire(json.loads(newswire.read_text("utf-8")), errors=arguments.errors)
    else:
        print(f"skipped: {newswire} is absent")
    cases = MEASURES / "recognizers-dev.jsonl"
    if cases.is_file():
        lines = cases.read_text("utf-8").splitlines()
        measure_values([json.loads(line) for line in lines], errors=arguments.errors)
    else:
        print(f"skipped: {cases} is absent")
    measure_speed(newswire)


def measure_newswire(documents: list[dict], *, errors: bool) -> None:
    """Print precision and recall of numbers and dates by overlap."""
    print("newswire, overlap                    P      R   found   gold")
    found = [find_quantities(document["text"], (), (), None) for document in documents]
    for name, kinds, types in (
        ("numbers", NUMBER_KINDS, NUMBER_TYPES),
        ("numbers, durations among them", (*NUMBER_KINDS, "duration"), (*NUMBER_TYPES, "DURATION")),
        ("dates", ("date",), ("DATE",)),
        ("dates, relative ones left out", ("date",), ("DATE",)),
    ):
        ours = gold_count = right = hit = 0
        for document, quantities in zip(documents, found, strict=True):
            text = document["text"]
            gold = [Span(start, end) for start, end, type_ in document["spans"] if type_ in types]
            spans = [q for q in quantities if q.kind in kinds]
            if "relative" in name:
                spans = [q for q in spans if not RELATIVE.search(q.text)]
            ours += len(spans)
            gold_count += len(gold)
            for span in spans:
                is_right = any(span.overlaps(other) for other in gold)
                right += is_right
                if errors and not is_right and "them" not in name and "relative" not in name:
                    print("   extra ", name[:5], span.kind, show(text, span))
            for other in gold:
                is_hit = any(other.overlaps(span) for span in spans)
                hit += is_hit
                if errors and not is_hit and "them" not in name and "relative" not in name:
                    print("   missed", name[:5], show(text, other))
        print(
            f"  {name:<32}{right / max(ours, 1):6.3f} {hit / max(gold_count, 1):6.3f}"
            f"  {ours:6} {gold_count:6}"
        )


def show(text: str, span: Span) -> str:
    """Return the span in its surroundings on one line."""
    before = text[max(0, span.start - 30) : span.start]
    return repr(f"{before}[{text[span.start : span.end]}]{text[span.end : span.end + 25]}")


def measure_values(cases: list[dict], *, errors: bool) -> None:
    """Print, for each model, how many of its cases have every value right."""
    print("recognizers, values                right  cases  share")
    tally: dict[str, list[int]] = {}
    for case in cases:
        model = case["model"].removesuffix("Model")
        reference = case.get("Context", {}).get("ReferenceDateTime", "")[:10] or None
        quantities = find_quantities(case["Input"], (), (), reference)
        if model == "DateTime":
            expected = list(expected_dates(case))
            if not expected:
                continue
            right = all(date_is_found(one, quantities) for one in expected)
        else:
            right = values_are_found(model, case["Results"], quantities)
        counts = tally.setdefault(model, [0, 0])
        counts[0] += right
        counts[1] += 1
        if errors and not right:
            wanted = [
                (r["Text"], r["Resolution"].get("value") or r["Resolution"].get("values"))
                for r in case["Results"]
            ]
            got = [(q.text, q.kind, q.value, q.min, q.max, q.bound, q.iso) for q in quantities]
            print(f"   {model}: {case['Input'][:150]!r}\n      wanted {wanted}\n      got    {got}")
    for model, (right_count, all_count) in tally.items():
        share = right_count / all_count
        print(f"  {model:<32}{right_count:6} {all_count:6}  {share:.3f}")


KINDS_OF_MODEL = {
    "Number": ("count", "fraction", "money", "percent", "dimension", "duration", "age"),
    "NumberRange": NUMBER_KINDS,
    "Percent": ("percent",),
    "Currency": ("money",),
    "Dimension": ("dimension",),
    "Age": ("age",),
    "Ordinal": ("ordinal",),
}


def values_are_found(model: str, results: list[dict], quantities: tuple[Quantity, ...]) -> bool:
    """Say whether every expected value is found, and nothing where nothing is expected.

    A unit without a figure ("dollar") is no quantity of ours and is not asked for.
    """
    kinds = KINDS_OF_MODEL[model]
    ours = [q for q in quantities if q.kind in kinds]
    wanted = [r for r in results if r["Resolution"].get("value") not in (None, "null")]
    if not wanted:
        return not [q for q in ours if q.kind == "count" or model not in ("Number", "NumberRange")]
    for result in wanted:
        span = Span(result["Start"], result["End"] + 1)
        near = [q for q in ours if q.overlaps(span)]
        value = result["Resolution"]["value"]
        if model == "NumberRange":
            if not any(range_is_right(value, q) for q in near):
                return False
        elif not any(q.value is not None and is_number(value, q.value) for q in near):
            return False
    return True


def is_number(written: str, value: float) -> bool:
    """Compare a resolved value with ours, to six digits; a percentage without its sign."""
    try:
        expected = float(written.rstrip("%"))
    except ValueError:
        return False
    return abs(expected - value) <= 1e-6 * max(1.0, abs(expected))


def range_is_right(written: str, quantity: Quantity) -> bool:
    """Compare "[20,30)", "(100,)" with minimum and maximum, or with value and bound."""
    low, high = written[1:-1].split(",")
    if low and high:
        if low == high:
            return quantity.value == float(low)
        return quantity.min == float(low) and quantity.max == float(high)
    if low:
        return quantity.value == float(low) and quantity.bound in ("over", "at-least")
    return quantity.value == float(high) and quantity.bound in ("under", "at-most")


def expected_dates(case: dict) -> Iterator[dict]:
    """Yield the dates and spans of dates that EDTF can say.

    It cannot say times, repetitions, numbered weeks, business days and fiscal years.
    """
    for result in case["Results"]:
        kind = result["TypeName"].rpartition(".")[2]
        values = result["Resolution"]["values"]
        timex = values[0].get("timex", "")
        is_week = "W" in timex and "value" not in values[0]
        if (
            kind in ("date", "daterange")
            and not is_week
            and "BD" not in timex
            and "Y2" not in timex
        ):
            yield result


def date_is_found(result: dict, quantities: tuple[Quantity, ...]) -> bool:
    """Say whether an overlapping date has an iso that is one of the resolved values.

    Where the data leaves the year open (`XXXX-08`), any year is right, and none.
    """
    span = Span(result["Start"], result["End"] + 1)
    accepted: set[str] = set()
    for value in result["Resolution"]["values"]:
        start, end = value.get("start"), value.get("end")
        timex = season(value.get("timex", ""))
        if value.get("value"):
            accepted.add(value["value"])
        if "W" not in timex:
            accepted.add(timex)
        if timex.startswith("("):
            first, last, _ = timex[1:].split(",")
            accepted |= {f"{first}/{last}", f"{first[:7]}/{last[:7]}", f"{first[:4]}/{last[:4]}"}
        if start and end:
            accepted |= {f"{first}/{last}" for first in coarser(start) for last in ends(end)}
            accepted |= periods(start, end)
        if "XXXX" in timex:
            accepted.add("")
    near = [q for q in quantities if q.kind == "date" and q.overlaps(span)]
    patterns = [re.escape(one).replace("XXXX", "[0-9]{4}") for one in accepted]
    return any(
        any(re.fullmatch(pattern, (q.iso or "").rstrip("~")) for pattern in patterns) for q in near
    )


def season(timex: str) -> str:
    """Return the EDTF season of a timex of one."""
    for code, number in (("SP", "21"), ("SU", "22"), ("FA", "23"), ("WI", "24")):
        timex = timex.replace(code, number)
    return timex


def coarser(day: str) -> set[str]:
    """Return a first day, and the month or year that begins with it: EDTF says the same so."""
    months = {day[:7]} if day.endswith("-01") else set()
    return {day} | months | ({day[:4]} if day.endswith("-01-01") else set())


def ends(end: str) -> set[str]:
    """Return the forms of an interval's end; the data's ends are exclusive, EDTF's inclusive."""
    last = day_before(end)
    month_ends = {last[:7]} if end.endswith("-01") else set()
    year_ends = {last[:4]} if end.endswith("-01-01") else set()
    return {end, last} | month_ends | year_ends


def day_before(day: str) -> str:
    """Return the day before an ISO day; the data's ends are exclusive."""
    import datetime

    try:
        return (datetime.date.fromisoformat(day) - datetime.timedelta(days=1)).isoformat()
    except ValueError:
        return day


def periods(start: str, end: str) -> set[str]:
    """Return the years, months, decades and centuries that are exactly `start` to `end`."""
    found = {f"{start[:4]}/{end[:4]}"} if start[4:] == end[4:] == "-01-01" else set()
    if start[4:] == end[4:] == "-01-01":
        years = int(end[:4]) - int(start[:4])
        found |= {1: {start[:4]}, 10: {start[:3] + "X"}, 100: {start[:2] + "XX"}}.get(years, set())
    if start[8:] == end[8:] == "01":
        months = (int(end[:4]) - int(start[:4])) * 12 + int(end[5:7]) - int(start[5:7])
        found |= {start[:7]} if months == 1 else set()
        if months == 6 and start[5:7] in ("01", "07"):
            found.add(f"{start[:4]}-{40 + (start[5:7] == '07')}")
        if months == 3:
            found.add(f"{start[:4]}-{33 + int(start[5:7]) // 3}")
    return found


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
