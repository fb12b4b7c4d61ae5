#!/usr/bin/env python3
"""Write man/postil.1 from the commands, their arguments and the keys: python scripts/man_page.py.

In the macros of man(7), which every man reads.
"""

from __future__ import annotations

import argparse
import re
import textwrap
import tomllib
from collections.abc import Iterator
from pathlib import Path

from tui.actions.key_words import shown_keys
from tui.actions.registry import CONTEXTS, actions_in
from tui.commands.arguments import command_parser, reader_parser
from tui.commands.command_help import COMMANDS

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "man" / "postil.1"

_DESCRIPTION = """\
Postil opens a folder of articles in the terminal: it shows them with their names, figures, dates
and statements marked, searches them all at once, forgiving of spelling, and writes what the reader
notes and claims as YAML files beside them. It works without a network. Without a command, DIR is
opened in the reader; without DIR, the corpus that was open last, at the place where it was left.
DIR may be a single article. The key ? lists what can be done at any place."""

# Options of nearly all commands, told once.
_COMMON = ("--annotations", "--version", "--format")
# A new sentence begins a new line, so that groff sets the space between them.
_SENTENCE = re.compile(r"(?<=[.:?!]) (?=[A-Z])")
_STATUS = (
    ("0", "all is well"),
    ("1", "nothing was found; check, settings --check and doctor: something is wrong"),
    ("2", "wrong usage, or a corpus that cannot be read"),
    ("70", "an error of Postil itself, of which the log tells more"),
    ("129, 130, 143", "ended by a hangup, by Ctrl-C, by SIGTERM"),
    ("141", "the reader of a pipe went away"),
)
_FILES = (
    ("ARTICLE.annotations.yaml", "the sidecar of an article: what its readers wrote"),
    ("DIR/postil.yaml", "what readers know of a corpus: outlets, dates, names, encodings"),
    (
        "~/.config/postil/settings.yaml, keymap.yaml",
        "settings and keys; `postil settings --write` writes them with every choice explained",
    ),
    ("~/.local/state/postil", "where each article was left, drafts, the journal, the log"),
    ("~/.cache/postil", "indexes and analyses: may be deleted at any time"),
)
_ENVIRONMENT = (
    ("NO_COLOR", "when set and not empty, the reader shows no colour but bold, underline, reverse"),
    ("VISUAL, EDITOR", "the editor for notes, sidecars and articles"),
    (
        "XDG_CONFIG_HOME, XDG_STATE_HOME, XDG_CACHE_HOME",
        "where the folders of configuration, state and cache lie",
    ),
)


def page() -> str:
    """Return the page."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield '.\\" Made by scripts/man_page.py from the commands of Postil.'
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    yield f'.TH POSTIL 1 "" "Postil {version}" "User Commands"'
    yield ".SH NAME"
    yield "postil \\- read, search and annotate a folder of articles in the terminal"
    yield ".SH SYNOPSIS"
    place, name = "[\\fB\\-\\-annotations\\fR \\fIDIR\\fR]", "[\\fB\\-\\-as\\fR \\fINAME\\fR]"
    yield f"\\fBpostil\\fR [\\fIDIR\\fR] {place} {name}"
    yield ".br"
    yield "\\fBpostil\\fR \\fICOMMAND\\fR [\\fIDIR\\fR] [\\fIoptions\\fR]"
    yield ".SH DESCRIPTION"
    yield from _text(_DESCRIPTION)
    yield ".SH OPTIONS"
    yield from _arguments(reader_parser())
    yield from _entry(
        "\\fB\\-\\-format\\fR \\fItext|jsonl\\fR",
        "of commands that list: text to read, or JSON Lines for other programs",
    )
    yield from _entry("\\fB\\-\\-help\\fR", "with a command: its arguments, and commands to try")
    yield ".SH COMMANDS"
    for name, about in COMMANDS.items():
        yield f".SS {_escaped(f'postil {name}')}"
        yield from _text(about.description)
        yield from _arguments(command_parser(name))
    yield ".SH KEYS"
    yield from _text("Of the reading pane; every place has more, which the key ? lists there.")
    for action in actions_in(CONTEXTS["reader"]):
        keys = ", ".join(f"\\fB{_escaped(shown_keys(keys))}\\fR" for keys in action.keys)
        if keys:
            yield from _entry(keys, action.label)
    for heading, entries in (
        ("EXIT STATUS", _STATUS),
        ("FILES", _FILES),
        ("ENVIRONMENT", _ENVIRONMENT),
    ):
        yield f".SH {heading}"
        for term, meaning in entries:
            yield from _entry(f"\\fB{_escaped(term)}\\fR", meaning)
    yield ".SH EXAMPLES"
    for name, about in COMMANDS.items():
        command, does = about.examples[0]
        yield from _entry(f"\\fB{_escaped(command)}\\fR", does or COMMANDS[name].line)


def _arguments(parser: argparse.ArgumentParser) -> Iterator[str]:
    """Describe the arguments of a parser but those that are the same for all."""
    # argparse has no public list of what a parser takes.
    for action in parser._actions:
        flags = action.option_strings
        if action.dest in ("folder", "help") or action.help == argparse.SUPPRESS:
            continue
        if parser.prog != "postil" and any(flag in _COMMON for flag in flags):
            continue
        value = str(action.metavar or "|".join(map(str, action.choices or ()))).strip("|")
        term = ", ".join(f"\\fB{_escaped(flag)}\\fR" for flag in flags)
        if value and action.nargs != 0:
            term = f"{term} \\fI{_escaped(value)}\\fR".strip()
        yield from _entry(term, str(action.help))


def _entry(term: str, meaning: str) -> Iterator[str]:
    yield ".TP"
    yield term
    yield from _text(meaning)


def _text(text: str) -> Iterator[str]:
    """Return text as lines in which groff sees no request, each sentence on a new one."""
    lines = (
        line
        for sentence in _SENTENCE.split(" ".join(text.split()))
        for line in textwrap.wrap(_escaped(sentence), 78, break_on_hyphens=False)
    )
    for line in lines:
        yield f"\\&{line}" if line.startswith((".", "'")) else line


def _escaped(text: str) -> str:
    """Return text with what groff reads as its own escaped."""
    for character, escape in (
        ("\\", "\\e"),
        ("-", "\\-"),
        ("'", "\\(aq"),
        ("^", "\\(ha"),
        ("~", "\\(ti"),
        ("`", "\\(ga"),
    ):
        text = text.replace(character, escape)
    return "".join(c if c.isascii() else f"\\[u{ord(c):04X}]" for c in text)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="ascii")
