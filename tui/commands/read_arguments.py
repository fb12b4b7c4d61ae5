"""The arguments of `postil read`."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_read_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `postil read`."""
    parser.add_argument("files", metavar="FILE", type=Path, nargs="+", help="an article")
    parser.add_argument(
        "--by",
        choices=("paragraph", "sentence"),
        default="paragraph",
        help="what stands on a line of its own (paragraph)",
    )
    parser.add_argument(
        "--with-annotations",
        action="store_true",
        help="annotations as well, with their claims and links, each after the words that it is on",
    )
    parser.add_argument(
        "--with-links",
        action="store_true",
        help="where the links of the text lead as well, each after the words that it is on",
    )
    parser.add_argument(
        "--with-furniture",
        action="store_true",
        help="menus, captions and other lines that are not the article as well",
    )
    parser.add_argument(
        "--corpus", metavar="DIR", type=Path, help="the folder of articles that FILE is in"
    )
