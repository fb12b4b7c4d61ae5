"""The part of the app that edits settings and keymap in the reader's own editor, and obeys them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.problem import CorpusError
from tui.live_corpus import LiveCorpus

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from corpus.problem import Problem
    from tui.keymap import Keymap
    from tui.settings import Settings


class ConfiguredApp(LiveCorpus, inherit_bindings=False):
    """An app with the reader's settings and keys, which may change while it runs."""

    settings: Settings
    keymap: Keymap

    def first_theme(self) -> str:
        """Return Textual's name of the theme that the settings ask for."""
        return self.theme

    def perform_configuring(self, action: str) -> bool:
        """Perform an action of this part by its id; False where it is none of its own."""
        if action == "corpus.edit_settings":
            from tui.settings import settings_path
            from tui.settings_file import commented_settings

            self._edit(settings_path(), commented_settings, self.settings.problems)
        elif action == "corpus.edit_keymap":
            from tui.keymap import keymap_path
            from tui.keymap_file import commented_keymap

            self._edit(keymap_path(), commented_keymap, self.keymap.problems)
        elif action == "corpus.reload_settings":
            self.read_configuration()
        else:
            return False
        return True

    def _edit(
        self, path: Path, commented: Callable[[], str], problems: tuple[Problem, ...]
    ) -> None:
        """Open a file at what is wrong with it, written first where it is not there."""
        from tui.config import write_commented
        from tui.external_editor import EditorError

        line = next((problem.line for problem in problems if problem.line), 1)
        try:
            write_commented(path, commented())
            status = self.edit_outside(path.absolute(), line)
        except CorpusError as error:
            self.tell(str(error.problem), warning=True)
        except EditorError as error:
            self.tell(f"{error}. The file is {path}", warning=True)
        else:
            self.read_configuration()
            if status:
                self.tell(f"The editor ended with {status}", warning=True)

    def read_configuration(self) -> None:
        """Read both files again; what is faulty in them stays as it is in force now."""
        from tui.keymap import read_keymap
        from tui.settings import read_settings
        from tui.settings_file import OPTIONS

        before = self.settings
        self.settings, self.keymap = read_settings(kept=before), read_keymap(kept=self.keymap)
        self.editor_setting, self.copy_setting = self.settings.editor, self.settings.copy
        if self.settings.theme != before.theme:
            self.theme = self.first_theme()
        for screen in self._readers():
            screen.configured(self.settings)
        later = [
            option.key
            for option in OPTIONS
            if option.at_start and getattr(before, option.key) != getattr(self.settings, option.key)
        ]
        words = "Settings and keymap were read again"
        if later:
            counts = "counts" if len(later) == 1 else "count"
            words += f"; {', '.join(later)} {counts} from the next start"
        problems = (*self.settings.problems, *self.keymap.problems)
        if problems:
            words += f"; {len(problems)} faulty, which stay as they were"
            self._list(problems)
        self.tell(words, warning=bool(problems))

    def _list(self, problems: tuple[Problem, ...]) -> None:
        """Show what is wrong, each with its line and what to do."""
        from tui.screens.page import PageScreen, problems_text

        self.push_screen(PageScreen("Faulty lines: what they name stays", problems_text(problems)))
