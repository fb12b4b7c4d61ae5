"""Measure the values of quantities: how many phrases resolve to the right figure, range or date.

`python bench/understanding_values.py [--errors]` reads `../shared/measures/recognizers-dev.jsonl`
relative to the repository, and skips, saying so, if it is absent. A case is right when every value
it expects is found at an overlapping span, and nothing where it expects nothing. For ranges the
minimum, the maximum and the bound must be right; for dates the iso, in the cases that our form of
EDTF can say.
"""

from __future__ import annotations

import argparse
import datetime
import json
import re
from collections.abc import Iterator
from pathlib import Path

from scores import MEASURES, Row, table

from corpus.span import Span
from corpus.understanding.analysis import Quantity
from corpus.understanding.quantities.finding import find_quantities

CASES = "recognizers-dev.jsonl"
NUMBER_KINDS = ("count", "fraction", "money", "percent", "dimension", "age")
WHAT = {
    "Number": "number",
    "NumberRange": "range: min, max, bound",
    "Percent": "percent",
    "Ordinal": "ordinal",
    "Currency": "currency",
    "Dimension": "dimension",
    "Age": "age",
    "DateTime": "date: iso",
}
LEVELS = {
    "Number": 0.85,
    "NumberRange": 0.80,
    "Percent": 0.85,
    "Currency": 0.85,
    "Dimension": 0.85,
    "Age": 0.85,
    "DateTime": 0.70,
}


def measure_values(file: Path, *, errors: bool = False) -> Iterator[Row]:
    """Yield, for each model, the share of its cases that have every value right."""
    tally: dict[str, list[int]] = {}
    for line in file.read_text("utf-8").splitlines():
        case = json.loads(line)
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
        row = Row(WHAT[model], {"right": right_count / all_count}, f"{all_count} cases")
        yield row.to_reach(right=LEVELS[model]) if model in LEVELS else row


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


def main() -> None:
    """Print the share of each model."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--errors", action="store_true", help="print what is wrong")
    arguments = options.parse_args()
    path = MEASURES / CASES
    if path.is_file():
        print(table(measure_values(path, errors=arguments.errors), ("right",)))
    else:
        print(f"skipped: {path} is absent")


if __name__ == "__main__":
    main()
