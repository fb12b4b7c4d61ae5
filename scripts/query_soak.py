#!/usr/bin/env python3
"""Parses a million strings made at random, and checks what comes out.

    python scripts/query_soak.py [--strings 1000000] [--seed N]

Every string is made of pieces of the query language and of odd characters. It has to give a tree
whose places lie in the string, or a QueryError with a place and a remedy, in less than a second of
the processor. Exit status 1, and the string, if not.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from index.problems import QueryError
from index.query.parsing import parse_query
from index.query.tree import fields_of, said, words_of

PIECES = (
    *("AND", "OR", "NOT", "NEAR", "NEAR/3", "NEAR/", "NEAR/999999999999", "-", "\u2212", "(", ")"),
    *(" ", " ", " ", " ", '"', "\u201c", "\u201d", "\u00ab", "'", "\u2019", "/", "~", "~2", "~99"),
    *("*", "?", ":", "..", ">", "<=", "title:", "outlet:", "date:", "number:", "has:", "is:"),
    *("same:sentence(", "same:", "stem:", "any:", "any:(", "person:", "tag:", "outlte:", "x:"),
    *("dam", "flood", "1,600", "2019-11", "2019-13-40", "1.6", "thousand", "sixteen", "hundred"),
    *("and", "quote", "\n", "\u00a0", "\u2011", "\u00e9", "\0", "\ud800", "[", "{9", "}", "\\"),
    *("|", "+", "(?R)", "\u6f22", "\ua66e", "\ua66d", "\u0301", "9" * 30),
)
SECONDS = 1.0


def fault_of(query: str, as_you_type: bool) -> str:
    """Return what is wrong with what a query gives, "" where nothing is."""
    began = time.process_time()
    try:
        node = parse_query(query, as_you_type=as_you_type)
    except QueryError as error:
        inside = 0 <= error.place.start <= error.place.end <= len(query)
        return "" if inside and error.reason and error.remedy else f"a poor error: {error!r}"
    if time.process_time() - began > SECONDS:
        return "it took too long"
    if node is None:
        return ""
    places = [words for words, _ in words_of(node)] + [field for field, _ in fields_of(node)]
    if not all(0 <= place.start < place.end <= len(query) for place in places):
        return "a place outside the query"
    return "" if said(node) else "a tree that says nothing"


def main() -> int:
    """Parse, and tell how far it came."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--strings", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    options = parser.parse_args()
    print(f"seed {options.seed}")
    draw = random.Random(options.seed)
    for number in range(options.strings):
        query = "".join(draw.choices(PIECES, k=draw.randrange(1, 20)))
        try:
            fault = fault_of(query, as_you_type=number % 2 == 0)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
            fault = repr(error)
        if fault:
            print(f"string {number}: {query!r}: {fault}")
            return 1
        if number % 100_000 == 99_999:
            print(f"{number + 1:,} strings", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
