"""The arguments of `postil` and of each of its commands."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from tui.commands.command_help import COMMANDS
from tui.safe_text import safe

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

SHELLS = ("bash", "zsh", "fish")

_TABLES = {"ledger": ("csv", "tsv"), "concordance": ("tsv",)}

_READER_DESCRIPTION = """\
Read, search and annotate a folder of articles, offline, from the keyboard.
Without a command, postil opens DIR in the reader; without DIR, the corpus that was open last."""

_READER_NOTES = """\
A command is the first word. A folder that is called like one is opened with a path:
postil ./index

exit status: 0; 1 nothing found (check: problems found); 2 wrong usage, unreadable corpus"""


def reader_parser() -> argparse.ArgumentParser:
    """Return the parser of `postil [DIR]`, whose help lists the commands."""
    width = max(map(len, COMMANDS))
    listing = "\n".join(f"  {name:{width}}  {about.line}" for name, about in COMMANDS.items())
    examples = _examples(
        (
            ("postil articles/", "open a folder in the reader"),
            ("postil", "open the last one again, at the same place"),
            ("postil search articles/ ferry", "print what matches"),
            ("postil search --help", "all about one command"),
        )
    )
    parser = _Parser(
        prog="postil",
        usage="postil [DIR] [--annotations DIR] [--as NAME]\n       postil COMMAND DIR [...]",
        description=_READER_DESCRIPTION,
        epilog=f"commands:\n{listing}\n\n{examples}\n\n{_READER_NOTES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "folder",
        metavar="DIR",
        type=_folder,
        nargs="?",
        help="a folder of articles, or one article",
    )
    parser.add_argument(
        "--as",
        dest="reader",
        metavar="NAME",
        help="who reads: annotations go to a sidecar of NAME's own, and others' are only read",
    )
    _add_common(parser)
    return parser


def command_parser(command: str) -> argparse.ArgumentParser:
    """Return the parser of one of COMMANDS."""
    about = COMMANDS[command]
    parser = _Parser(
        prog=f"postil {command}",
        description=_wrapped(about.description),
        epilog=_examples(about.examples),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.command = command
    if about.folder != "none":
        parser.add_argument(
            "folder",
            metavar="DIR",
            type=_folder,
            nargs=None if about.folder == "needed" else "?",
            help="a folder of articles, or one article",
        )
    if command == "settings":
        group = parser.add_mutually_exclusive_group()
        group.add_argument("--write", action="store_true", help="write commented files to edit")
        group.add_argument("--check", action="store_true", help="print what is wrong in the files")
    if command == "completion":
        parser.add_argument("shell", metavar="SHELL", choices=SHELLS, help="bash, zsh or fish")
    if command == "search":
        parser.add_argument(
            "query",
            metavar="QUERY",
            nargs="+",
            help="what to look for; several words must all match",
        )
        parser.add_argument(
            "--limit", metavar="N", type=_positive, default=20, help="at most N articles (20)"
        )
        parser.add_argument(
            "--exact", action="store_true", help="match the words as they are spelled, nothing near"
        )
        parser.add_argument(
            "--stems", action="store_true", help="match all forms of a word that is not quoted"
        )
        parser.add_argument(
            "--no-background",
            action="store_true",
            help="where many articles are not indexed, scan them and leave it at that",
        )
        parser.add_argument(
            "--fold",
            action="store_true",
            help="of articles that are one, show the best, with the others' names (they are found"
            " by postil duplicates, and by the reader)",
        )
    if command == "concordance":
        from tui.commands.concordance_arguments import add_concordance_arguments

        add_concordance_arguments(parser)
    if command in ("similar", "duplicates"):
        from tui.commands.likeness_arguments import add_likeness_arguments

        add_likeness_arguments(parser, command)
    if command == "entities":
        parser.add_argument(
            "--aliases",
            action="store_true",
            help="each entity with its names, and why they are one",
        )
    if command == "statements":
        parser.add_argument(
            "--speaker", metavar="NAME", help="only of speakers with these words in their name"
        )
    if command in ("ledger", "export", "import", "merge", "agreement"):
        from tui.commands.annotation_arguments import add_annotation_arguments

        add_annotation_arguments(parser, command)
    if command == "explain":
        parser.add_argument("place", metavar="FILE:OFFSET", help="an article and a place in it")
        parser.add_argument(
            "--corpus", metavar="DIR", type=Path, help="the folder of articles that FILE is in"
        )
    if command == "read":
        from tui.commands.read_arguments import add_read_arguments

        add_read_arguments(parser)
    if command == "compare":
        parser.add_argument("first", metavar="FILE", type=Path, help="an article")
        parser.add_argument("second", metavar="FILE", type=Path, help="the one to lay beside it")
        parser.add_argument(
            "--corpus", metavar="DIR", type=Path, help="the folder of articles that both are in"
        )
    if command == "journal":
        parser.add_argument(
            "what",
            metavar="ID",
            nargs="?",
            help="only this annotation, or those of the article of this name",
        )
    if about.formats:
        parser.add_argument(
            "--format",
            choices=("text", "jsonl", *_TABLES.get(command, ())),
            default="text",
            help="text to read (default), or JSON Lines as in docs/contracts.md",
        )
    if command in ("doctor", "explain"):
        parser.add_argument(
            "--json",
            dest="format",
            action="store_const",
            const="jsonl",
            help="short for --format jsonl",
        )
    _add_common(parser, annotations=about.folder != "none" or command in ("explain", "read"))
    return parser


def similar_command(words: Sequence[str]) -> tuple[str, str] | None:
    """Return the first word that is nearly a command, with that command."""
    import difflib

    for word in words[:1]:
        near = difflib.get_close_matches(word, COMMANDS, n=1, cutoff=0.7)
        if near and not word.startswith("-"):
            return word, near[0]
    return None


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are safe to show, and tell how to open a folder called as it is.

    An argument can be a hostile file name, which the shell expanded from `*`.
    """

    command = ""

    def error(self, message: str) -> NoReturn:
        """Print usage and the message, and exit with status 2."""
        name = self.command
        if name and Path(name).is_dir():
            message += f"\n(to open the folder {name!r} in the reader: postil ./{name})"
        super().error(safe(message))

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        if file is sys.stdout:
            self.print_out(message)
        else:
            super()._print_message(message, file)

    def print_out(self, text: str) -> None:
        """Write to standard output, at once; exit with status 2 where it takes nothing.

        argparse itself says nothing of help that could not be written.
        """
        try:
            sys.stdout.write(text)
            sys.stdout.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            from tui.commands import discard_output
            from tui.commands.console import complain
            from tui.commands.failure import told

            discard_output()
            complain(told(error))
            self.exit(2)


class _Version(argparse.Action):
    """`--version`; reads the installed version only when it is asked for."""

    def __init__(self, option_strings: Sequence[str], dest: str) -> None:
        super().__init__(
            option_strings,
            argparse.SUPPRESS,
            nargs=0,
            default=argparse.SUPPRESS,
            help="show the version and exit",
        )

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        """Print the version and exit with status 0."""
        from importlib.metadata import PackageNotFoundError, version

        try:
            number = version("postil")
        except PackageNotFoundError:
            number = "(not installed)"
        assert isinstance(parser, _Parser)
        parser.print_out(f"postil {number}\n")
        parser.exit()


def _add_common(parser: argparse.ArgumentParser, *, annotations: bool = True) -> None:
    """Add what the reader and every command take."""
    if annotations:
        parser.add_argument(
            "--annotations",
            metavar="DIR",
            type=_folder,
            help="where the sidecars lie, when not beside the articles; the reader remembers it for"
            " this corpus and every command looks there, until the reader is given `beside`",
        )
    parser.add_argument("--version", action=_Version)


def _folder(text: str) -> Path:
    """Return the path of a folder; an empty one would be the current folder, which nobody named."""
    if not text:
        raise argparse.ArgumentTypeError("the name of the folder is empty (the current one is .)")
    return Path(text)


def _positive(text: str) -> int:
    """Return a whole number above zero."""
    try:
        number = int(text)
    except ValueError:
        number = 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number above zero")
    return number


def _examples(examples: Sequence[tuple[str, str]]) -> str:
    """Return the examples as the help shows them, what they do in a second column."""
    width = max(len(command) for command, does in examples if does)
    lines = [f"  {command:{width}}  {does}".rstrip() for command, does in examples]
    return "examples:\n" + "\n".join(lines)


def _wrapped(text: str) -> str:
    """Return a description in lines of at most 79 characters."""
    import textwrap

    return textwrap.fill(text, 79)
