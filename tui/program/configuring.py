"""The part of the app that edits settings and keymap in the reader's own editor, and obeys them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from corpus.problem import CorpusError
from tui.folder.live_corpus import LiveCorpus

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from corpus.problem import Problem
    from tui.configuration.settings import Settings
    from tui.keyboard.keymap import Keymap


class ConfiguredApp(LiveCorpus, part=True):
    """An app with the reader's settings and keys, which may change while it runs."""

    settings: Settings
    keymap: Keymap
    # The reader's name where the command line says another than the settings.
    name_given: str

    def first_theme(self) -> str:
        """Return Textual's name of the theme that the settings ask for."""
        return self.theme

    def perform_configuring(self, action: str) -> bool:
        """Perform an action of this part by its id; False where it is none of its own."""
        if action == "corpus.edit_settings":
            self.edit_settings()
        elif action == "app.settings":
            from tui.screens.settings import SettingsScreen

            self.push_screen(SettingsScreen())
        elif action == "corpus.edit_keymap":
            from tui.keyboard.keymap import keymap_path, style_of
            from tui.keyboard.keymap_file import commented_keymap

            begun = style_of(self.settings.keymap)
            self._edit(keymap_path(), partial(commented_keymap, begun), self.keymap.problems)
        elif action == "corpus.reload_settings":
            self.read_configuration()
        else:
            return False
        return True

    def edit_settings(self, line: int | None = None) -> None:
        """Open the settings in the reader's editor, at a line, else at what is wrong with them."""
        from tui.configuration.settings import settings_path
        from tui.configuration.settings_file import commented_settings

        self._edit(settings_path(), commented_settings, self.settings.problems, line)

    def _edit(
        self,
        path: Path,
        commented: Callable[[], str],
        problems: tuple[Problem, ...],
        line: int | None = None,
    ) -> None:
        """Open a file at what is wrong with it, written first where it is not there."""
        from tui.configuration.config import write_commented
        from tui.terminal.external_editor import EditorError

        if line is None:
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
        from tui.configuration.settings import read_settings

        self.obey(read_settings(kept=self.settings), keys_too=True)
        words = "Settings and keymap were read again"
        problems = (*self.settings.problems, *self.keymap.problems)
        if problems:
            words += f"; {len(problems)} faulty, which stay as they were"
            self._list(problems)
        self.tell(words, warning=bool(problems))

    def obey(self, settings: Settings, *, keys_too: bool = False) -> None:
        """Let other settings be in force from now on, and where it is wished other keys."""
        before, self.settings = self.settings, settings
        self.editor_setting, self.copy_setting = settings.editor, settings.copy
        if settings.theme != before.theme:
            self.theme = self.first_theme()
        if settings.mouse != before.mouse:
            self.use_mouse(settings.mouse)
        if settings.watch != before.watch:
            self.watch_folder(settings.watch)
        if settings.name != before.name and not self.name_given:
            self.workspace.sign_as(settings.name)
        self.show_caret(settings.caret)
        style = settings.keymap
        if keys_too or style != before.keymap:
            from tui.keyboard.keymap import read_keymap

            kept = self.keymap if style == before.keymap else None
            self.keymap = read_keymap(kept=kept, style=style)
        for screen in self._readers():
            screen.configured(settings)

    def take_settings(self) -> None:
        """Read the settings that this app has written."""
        from tui.configuration.settings import read_settings

        self.obey(read_settings(kept=self.settings))

    def _list(self, problems: tuple[Problem, ...]) -> None:
        """Show what is wrong, each with its line and what to do."""
        from tui.screens.page import PageScreen, problems_text

        self.push_screen(PageScreen("Faulty lines: what they name stays", problems_text(problems)))
