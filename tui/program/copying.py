"""The part of the app that copies: the text goes one of the ways of `tui.terminal.clipboard`."""

from __future__ import annotations

import os
import shutil
import sys

from corpus.cache import state_folder
from corpus.problem import CorpusError
from tui.parts import work
from tui.program.typing_ahead import TypingAhead


class CopyingApp(TypingAhead, part=True):
    """An app whose fields and panes copy out of the terminal, and say how.

    `copy_setting` says which ways may be tried.
    """

    copy_setting = "auto"

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self._copied = ""

    @property
    def clipboard(self) -> str:
        """What was copied in the app last, for its own fields to paste."""
        return self._copied

    def copy_to_clipboard(self, text: str) -> None:
        """Copy a text; a message says which way it went."""
        self._copied = text
        self._copy(text)

    @work(thread=True, exclusive=True, group="copy")
    def _copy(self, text: str) -> None:
        """Try the ways in their order, off the UI thread: a program may take a while."""
        from tui.terminal.clipboard import (
            give_to,
            terminal_sequence,
            unseen_characters,
            ways,
            write_file,
        )

        how, refused, is_file = "", "", False
        for way in ways(self.copy_setting, os.environ, sys.platform, shutil.which):
            if way == "terminal":
                sequence = terminal_sequence(text, os.environ)
                if sequence is not None:
                    self.call_from_thread(self._tell_terminal, sequence)
                    how = "through the terminal (OSC 52)"
                    break
                refused = "too much for a terminal"
            else:
                reason = give_to(way, text)
                if not reason:
                    how = f"by {way.says}"
                    break
                refused = f"{way.words[0]}: {reason}"
        if not how:
            try:
                is_file = True
                how = f"to {write_file(state_folder(), text)}"
            except (CorpusError, OSError) as error:
                words = f"Not copied: {refused or 'no way out of this terminal'}; {error}"
                self.call_from_thread(self.tell, words, warning=True)
                return
        what = f"Copied {len(text):,} character{'s' * (len(text) != 1)} {how}"
        if refused:
            what += f" ({refused})"
        if unseen := unseen_characters(text):
            what += f"; {unseen} of them unseen: mind where you paste"
        # A path must be read whole, the rest of the line gives way.
        self.call_from_thread(self.tell, what, warning=is_file)

    def _tell_terminal(self, sequence: str) -> None:
        if self._driver is not None:
            self._driver.write(sequence)
