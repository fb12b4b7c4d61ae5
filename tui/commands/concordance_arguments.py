"""The arguments of `postil concordance`."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.concordance.sorting import SortKey

MOST_WORDS = 20
"""Words of a span on one side, and of an n-gram."""
MEASURES = ("log-likelihood", "mutual-information", "count")


def add_concordance_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes beside its folder."""
    parser.add_argument(
        "query",
        metavar="QUERY",
        nargs="*",
        help="what to look for (with --keyness: the articles that are compared; all without)",
    )
    counted = parser.add_mutually_exclusive_group()
    counted.add_argument(
        "--collocates", action="store_true", help="the words that stand near it more than by chance"
    )
    counted.add_argument(
        "--ngrams", metavar="N", type=_words, help="the runs of N words that have it in them"
    )
    counted.add_argument(
        "--frequency", action="store_true", help="the forms that it was found in, with their counts"
    )
    counted.add_argument(
        "--dispersion", action="store_true", help="how evenly it is spread: by article and by time"
    )
    counted.add_argument(
        "--keyness",
        metavar="QUERY",
        help="the words that tell the articles of this query from the others",
    )
    parser.add_argument(
        "--sort",
        metavar="KEYS",
        type=_order,
        help="order of the lines: L1 L2 L3 R1 R2 R3 (words left and right) word file date outlet;"
        " several with commas, a hyphen turns one round: --sort=R1,-date",
    )
    parser.add_argument(
        "--width",
        metavar="N",
        type=_context,
        help="at most N cells of text on either side of the keyword",
    )
    parser.add_argument(
        "--span",
        metavar="L:R",
        type=_span,
        default=(5, 5),
        help="of collocates: L words to the left and R to the right (5:5)",
    )
    parser.add_argument(
        "--by", choices=MEASURES, default=MEASURES[0], help="what collocates are ranked by"
    )
    parser.add_argument(
        "--minimum",
        metavar="N",
        type=_positive,
        help="what is seen less than N times is left out (collocates, keyness 5; n-grams 2)",
    )
    parser.add_argument(
        "--limit", metavar="N", type=_positive, help="at most N rows (tables 50, lines all)"
    )
    parser.add_argument(
        "--stems", action="store_true", help="match all forms of a word that is not quoted"
    )


def _order(text: str) -> tuple[SortKey, ...]:
    from index.concordance.sorting import parse_sort

    try:
        return parse_sort(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _span(text: str) -> tuple[int, int]:
    left, colon, right = text.partition(":")
    sides = (left, right if colon else left)
    if not all(side.isdecimal() and int(side) <= MOST_WORDS for side in sides):
        raise argparse.ArgumentTypeError(f"{text!r} is no span (5:5, 0:3; up to {MOST_WORDS})")
    found = int(sides[0]), int(sides[1])
    if not any(found):
        raise argparse.ArgumentTypeError(f"{text!r} has no word on either side")
    return found


def _words(text: str) -> int:
    return _number(text, MOST_WORDS)


def _context(text: str) -> int:
    return _number(text, 120)


def _positive(text: str) -> int:
    return _number(text, 10**9)


def _number(text: str, most: int) -> int:
    if not (text.isdecimal() and 1 <= int(text) <= most):
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 to {most:,}")
    return int(text)
