"""All measures of speed, in one table: python bench/all.py [DIR] [-n N] [--only PART …] [--json]

Each figure stands beside what the same takes at the least (its floor), measured in the same run,
or beside its budget, or both. DIR is a folder of articles; if none is named, 10,000 are made of
the sample corpus; with `-n 100000` so many are made of DIR's, or the sample's. Parts: startup,
reading, lists, indexing, searching, first_sight, concordance, saving, analysing. All of them take
about ten minutes, mostly for the 100,000 articles of `lists`.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path

import analysing
import concordance
import first_sight
import indexing
import lists
import reading
import saving
import searching
import startup
from corpora import corpus_of
from measures import Measure, add_arguments, add_number_of_articles, tell

PARTS: dict[str, Callable[[Path], Iterator[Measure]]] = {
    "startup": startup.measures,
    "reading": lambda _: reading.measures(),
    "lists": lists.measures,
    "indexing": indexing.measures,
    "searching": searching.measures,
    "first_sight": first_sight.measures,
    "concordance": concordance.measures,
    "saving": lambda _: saving.measures(),
    "analysing": analysing.measures,
}


def main() -> None:
    """Print the figures of the parts that are asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add_arguments(parser)
    add_number_of_articles(parser)
    parser.add_argument(
        "--only", nargs="+", choices=PARTS, metavar="PART", help="measure these parts alone"
    )
    options = parser.parse_args()
    chosen = [name for name in PARTS if not options.only or name in options.only]
    with corpus_of(options.folder, options.articles) as folder:
        for name in chosen:
            tell(PARTS[name](folder), as_json=options.json, heading=name)


if __name__ == "__main__":
    main()
