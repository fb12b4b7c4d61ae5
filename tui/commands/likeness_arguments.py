"""The arguments of the commands about what is alike: `similar` and `duplicates`."""

from __future__ import annotations

import argparse

from corpus.span import Span
from index.key_terms import MOST


def add_likeness_arguments(parser: argparse.ArgumentParser, command: str) -> None:
    """Add what one of the commands takes beside its folder."""
    if command == "similar":
        parser.add_argument("file", metavar="FILE", help="an article: its name, or a path")
        parser.add_argument(
            "--at",
            metavar="START:END",
            type=_span,
            help="what is like this part of it only (code points from 0)",
        )
        parser.add_argument(
            "--terms",
            metavar="N",
            type=_positive,
            default=MOST,
            help=f"search by its N most telling words ({MOST})",
        )
        parser.add_argument(
            "--limit", metavar="N", type=_positive, default=20, help="at most N articles (20)"
        )


def _span(text: str) -> Span:
    start, colon, end = text.partition(":")
    if not (colon and start.isdecimal() and end.isdecimal() and int(start) < int(end)):
        raise argparse.ArgumentTypeError(f"{text!r} is no part of a text (478:558)")
    return Span(int(start), int(end))


def _positive(text: str) -> int:
    if not (text.isdecimal() and 1 <= int(text) <= 10**6):
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number above zero")
    return int(text)
