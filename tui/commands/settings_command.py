"""`postil settings`: the settings and the keymap shown, written or checked."""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING

from tui.commands.console import Console, complain
from tui.commands.failure import CommandFailed

if TYPE_CHECKING:
    from tui.configuration.settings import Settings
    from tui.keyboard.keymap import Keymap


def run(arguments: argparse.Namespace) -> int:
    """Show, write or check; status 1 where a check finds something."""
    from tui.configuration.settings import read_settings
    from tui.keyboard.keymap import read_keymap

    console = Console(json_lines=False)
    if arguments.write:
        _write(console)
        return 0
    settings = read_settings()
    keymap = read_keymap(style=settings.keymap)
    problems = (*settings.problems, *keymap.problems)
    for problem in problems:
        console.line((problem.level, "doubt"), f": {problem}")
    if arguments.check:
        if not problems:
            complain("no problems")
        return 1 if problems else 0
    _show(console, settings, keymap)
    return 0


def _show(console: Console, settings: Settings, keymap: Keymap) -> None:
    """Print what is in force, and where it comes from."""
    from tui.actions.key_words import shown_keys
    from tui.configuration.settings import settings_path
    from tui.configuration.settings_file import OPTIONS
    from tui.configuration.settings_rows import DEFAULT, Circumstances, setting_rows
    from tui.keyboard.keymap import keymap_path, style_of

    path = settings_path()
    console.line((str(path), "heading"), "" if path.exists() else "  (not there: all defaults)")
    width = max(len(option.key) for option in OPTIONS)
    for row in setting_rows(settings, Circumstances(os.environ)):
        source = "" if row.source == DEFAULT else f"  ({row.source})"
        console.line(f"  {row.option.key:{width}}  {row.value or 'not set'}{source}")
    path = keymap_path()
    console.line((str(path), "heading"), "" if path.exists() else "  (not there: all defaults)")
    begun = style_of(settings.keymap)
    for action in keymap.actions:
        if action not in begun:
            keys = "  ".join(map(shown_keys, action.keys)) or "no key"
            console.line(f"  {action.id}  {keys}")


def _write(console: Console) -> None:
    """Write both files, each where there is none. Raises CommandFailed."""
    from corpus.problem import CorpusError
    from tui.configuration.config import write_commented
    from tui.configuration.settings import settings_path
    from tui.configuration.settings_file import commented_settings
    from tui.keyboard.keymap import keymap_path
    from tui.keyboard.keymap_file import commented_keymap

    for path, text in (
        (settings_path(), commented_settings()),
        (keymap_path(), commented_keymap()),
    ):
        try:
            made = write_commented(path, text)
        except CorpusError as wrong:
            raise CommandFailed(str(wrong.problem)) from wrong
        console.line((str(path), "name"), ": written" if made else ": is there and stays as it is")
