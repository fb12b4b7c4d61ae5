"""The settings: every one with its value, what it means and where it comes from, to be changed."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING, cast

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from tui.configuration.settings import settings_path
from tui.configuration.settings_file import OPTIONS, default_of, written
from tui.configuration.settings_rows import (
    Circumstances,
    SettingRow,
    refusal,
    setting_rows,
    stepped,
)
from tui.configuration.themes import short_name
from tui.home import from_home
from tui.keyboard.hints import hints_of
from tui.layout.cells import cells, cut, filled
from tui.parts import work
from tui.safe_text import safe_line
from tui.screens.action_screen import ActionScreen, Handler
from tui.screens.asking import NameScreen
from tui.screens.choosing import ChoiceScreen
from tui.widgets.hint_line import HintLine
from tui.widgets.split_line import SplitLine
from tui.widgets.virtual_list import Piece, VirtualList

if TYPE_CHECKING:
    from tui.app import PostilApp

_KEY_WIDTH = max(len(option.key) for option in OPTIONS) + 2
_VALUE_WIDTH = 21
_NOT_SET = "not set"


class SettingList(VirtualList):
    """Lists settings: name, value, where it comes from."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.shown: tuple[SettingRow, ...] = ()
        self._longest = self._sources = 0  # cells of a value, and of where one comes from

    def show(self, rows: tuple[SettingRow, ...]) -> None:
        """Show the settings as they are now."""
        self.shown = rows
        self._longest = max((cells(safe_line(one.value)) for one in rows), default=0)
        self._sources = max((cells(one.source) for one in rows), default=0)
        self.rows_changed()

    @property
    def current(self) -> SettingRow | None:
        """The setting of the cursor's row."""
        return self.shown[self.row] if self.row < len(self.shown) else None

    def row_count(self) -> int:
        """Return the number of settings."""
        return len(self.shown)

    def pieces(self, row: int, width: int) -> list[Piece]:
        """Return what a row shows."""
        setting = self.shown[row]
        value = safe_line(setting.value) or _NOT_SET
        style = "warning" if setting.faulty else "faint"
        # Long values give way to where they come from, which stands in one column.
        room = max(_VALUE_WIDTH, min(self._longest, width - _KEY_WIDTH - self._sources - 1))
        return [
            (f"{setting.option.key:{_KEY_WIDTH}}", "heading"),
            (f"{filled(cut(value, room), room)} ", "strong" if setting.is_own else ""),
            (setting.source, style),
        ]


class SettingsScreen(ActionScreen):
    """Shows and changes settings; every change is in the file, and in force, at once."""

    CSS_PATH = "settings.tcss"

    def __init__(self) -> None:
        super().__init__()
        self._line = SplitLine(style="bold", id="settings-title")
        self._line.left_first = True
        self._list = SettingList(id="settings")
        self._said = ""

    @property
    def place(self) -> str:
        """Where the focus is."""
        return "settings"

    @property
    def _reader(self) -> PostilApp:
        return cast("PostilApp", self.app)

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions of the screen."""
        names = ("down", "up", "page_down", "page_up", "start", "end")
        moves: dict[str, Handler] = {
            f"settings.{name}": partial(self._list.perform, f"settings.{name}") for name in names
        }
        return moves | {
            "settings.change": lambda _: self._list.choose(),
            "settings.next_value": lambda count: self._step(count or 1),
            "settings.previous_value": lambda count: self._step(-(count or 1)),
            "settings.reset": lambda _: self._reset(),
            "settings.edit_file": lambda _: self._edit_file(),
            "app.back": lambda _: self.dismiss(None),
        }

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        yield self._line
        yield self._list
        yield Static(id="settings-meaning")
        hint = (
            "{settings.previous_value} {settings.next_value} other value · "
            "{settings.change} changes it · {settings.reset} default · "
            "{settings.edit_file} editor · {app.back} back"
        )
        yield HintLine(hints_of(hint, self.keymap), id="settings-hint")

    def on_mount(self) -> None:
        """Show what is in force."""
        self._list.focus()
        self.show_again()

    def show_again(self) -> None:
        """Show what is in force now."""
        app = self._reader
        around = Circumstances(
            os.environ, app.workspace.state.theme, short_name(app.theme), app.name_given
        )
        self._list.show(setting_rows(app.settings, around))
        path = settings_path()
        there = "" if path.exists() else " (not there yet)"
        self._line.show(left="Settings", right=safe_line(from_home(str(path))) + there)
        self._explain()

    def _explain(self) -> None:
        """Say what the setting of the cursor's row means, or what was just done with it."""
        row = self._list.current
        if row is None:
            return
        option = row.option
        default = written(default_of(option.key)) or _NOT_SET
        parts = [Content(option.meaning)]
        if option.choices:
            parts.append(Content(f"One of: {', '.join(option.choices)}"))
        parts.append(Content(f"Default: {default}"))
        told = row.faulty or self._said
        if told:
            parts.append(Content(safe_line(told)).stylize("bold"))
        self.query_one("#settings-meaning", Static).update(Content("\n").join(parts))

    @on(VirtualList.Moved)
    def _moved(self) -> None:
        self._said = ""
        self._explain()

    @on(VirtualList.Chosen)
    def _chosen(self, event: VirtualList.Chosen) -> None:
        event.stop()
        row = self._list.current
        if row is None:
            return
        option, value = row.option, self._own_value(row)
        if option.choices == ("on", "off"):
            self._set(row, stepped(option, value, 1))
        elif option.choices:
            self._explain()

            def choose(number: object) -> None:
                if isinstance(number, int):
                    self._set(row, option.choices[number])

            words = [f"{choice}  (now)" if choice == value else choice for choice in option.choices]
            self.app.push_screen(ChoiceScreen(f"{option.key}:", words), choose)
        else:

            def take(text: object) -> None:
                if isinstance(text, str):
                    self._set(row, text or None)

            question = f"{option.key} (empty is the default)"
            asking = NameScreen(question, value, partial(refusal, option), may_be_empty=True)
            self.app.push_screen(asking, take)

    def _own_value(self, row: SettingRow) -> str:
        """Return the value that the settings have, whatever comes from elsewhere."""
        return written(getattr(self._reader.settings, row.option.key))

    def _step(self, step: int) -> None:
        row = self._list.current
        if row is None:
            return
        value = self._own_value(row)
        other = stepped(row.option, value, step)
        if other != value:
            self._set(row, other)
        elif not row.option.choices and isinstance(default_of(row.option.key), str):
            self._list.choose()

    def _reset(self) -> None:
        row = self._list.current
        if row is not None:
            self._set(row, None)

    def _set(self, row: SettingRow, value: str | None) -> None:
        self._said = "Saving …"
        self._explain()
        self._write(row.option.key, value)

    @work(thread=True, group="save")
    def _write(self, key: str, value: str | None) -> None:
        from tui.configuration.settings_editing import refusal_of_change

        refused = refusal_of_change(settings_path(), key, value)
        self.app.call_from_thread(self._written, key, value, refused)

    def _written(self, key: str, value: str | None, refused: str) -> None:
        if refused:
            self.refuse(refused, self._say)
        else:
            self._reader.take_settings()
            self._say(f"{key}: saved" if value is not None else f"{key}: back to the default")

    def _say(self, words: str) -> None:
        self._said = words
        self.show_again()

    def _edit_file(self) -> None:
        row = self._list.current
        key = row.option.key if row is not None else ""
        self._reader.edit_settings(self._reader.settings.lines.get(key))
        self.show_again()
