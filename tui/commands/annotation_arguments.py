"""The arguments of the commands about annotations."""

from __future__ import annotations

import argparse
from pathlib import Path

FORMATS = ("w3c", "csv", "tsv", "markdown", "html")
READABLE = ("w3c", "csv", "tsv")
GROUPS = ("article", "speaker", "measure", "tag", "state", "kind", "by", "place", "when")
_QUERY = (
    "words, or fields: tag: speaker: measure: place: when: article: by: state: kind: has: links:"
    " id: to: (a hyphen before turns one round)"
)


def add_annotation_arguments(parser: argparse.ArgumentParser, command: str) -> None:
    """Add what one of the commands takes beside its folder."""
    if command == "merge":
        parser.add_argument("first", metavar="FIRST", type=Path, help="a sidecar")
        parser.add_argument(
            "second",
            metavar="SECOND",
            nargs="?",
            type=Path,
            help="another of that article; none for both sides of a git conflict in FIRST",
        )
        parser.add_argument(
            "--base",
            metavar="FILE",
            type=Path,
            help="what both began with: what one side alone changed or deleted since then holds",
        )
        parser.add_argument("--write", action="store_true", help="write the result into FIRST")
    elif command == "agreement":
        parser.add_argument("first", metavar="READER", help="the name of a reader")
        parser.add_argument("second", metavar="READER", help="the name of another")
    elif command == "import":
        parser.add_argument("file", metavar="FILE", type=Path, help="the file to read")
        parser.add_argument("--from", dest="format", choices=READABLE, help="its format")
        parser.add_argument(
            "--as", dest="reader", metavar="NAME", help="into the sidecars of that reader"
        )
    else:
        parser.add_argument("query", metavar="QUERY", nargs="*", help=_QUERY)
    if command == "export":
        parser.add_argument(
            "--to", dest="format", choices=(*FORMATS, "text"), help="the format; text of --article"
        )
        parser.add_argument(
            "--article",
            metavar="NAME",
            help="this article in full, its annotations as notes: html, markdown or text",
        )
        parser.add_argument(
            "--output", metavar="FILE", type=Path, help="a file, not standard output"
        )
        parser.add_argument(
            "--print", action="store_true", help="print --article, by lp, lpr or your setting"
        )
    if command == "ledger":
        parser.add_argument("--sort", choices=GROUPS, help="in the order of this")
        parser.add_argument("--group", choices=GROUPS, help="under headings of this")
        parser.add_argument(
            "--timeline", action="store_true", help="claims by measure and date, side by side"
        )
