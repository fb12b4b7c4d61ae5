"""The screen of settings: it shows where values come from, and what it changes counts at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tui.configuration.settings import read_settings, settings_path
from tui.screens.settings import SettingsScreen

if TYPE_CHECKING:
    from tests.tui.conftest import Opener, Session

pytest_plugins = ("tests.tui.conftest",)


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


async def change(session: Session, key: str, *typed: str) -> None:
    """Go to a setting, press Enter on it, and type what is asked for."""
    screen = session.app.screen
    assert isinstance(screen, SettingsScreen)
    keys = [row.option.key for row in screen._list.shown]
    await session.press("home", *("j",) * keys.index(key), "enter", *typed)


async def test_every_setting_has_its_value_its_source_and_its_meaning(
    reading: Opener, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "ed")
    monkeypatch.delenv("VISUAL", raising=False)
    write(settings_path(), "# mine\ntext_width: 60\nmouse: maybe\n")
    async with reading(folder) as session:
        await session.press("g", "r", "escape", "f3", "j")
        rows = session.rows()
        shown = {row.split()[0]: row for row in rows[1:12] if row.strip()}
        assert "60" in shown["text_width"]
        assert "line 2 of the file" in shown["text_width"]
        assert "line 3 is faulty" in shown["mouse"]
        assert "$EDITOR" in shown["editor"]
        assert "default" in shown["copy"]
        assert "The width of the text in cells" in session.screen_text()


async def test_what_is_changed_is_in_the_file_and_in_force(reading: Opener, folder: Path) -> None:
    async with reading(folder, size=(120, 40)) as session:
        await session.press("f3", "j", "left", "left")
        assert session.reader.pane.comfortable_width == 74
        assert read_settings().text_width == 74
        await session.press("delete")
        assert session.reader.pane.comfortable_width == 78
        await session.press("k", "enter", "j", "enter")
        assert session.app.theme == "postil-dark"
        await session.press("l", "l")
        assert session.app.theme == "postil-light"
        await session.press("escape")
        assert session.app.screen is session.reader


async def test_mouse_watching_and_name_count_at_once(reading: Opener, folder: Path) -> None:
    async with reading(folder, live=True) as session:
        await session.until(lambda: session.app._watcher is not None)
        await session.press("f3")
        await change(session, "mouse")
        await change(session, "watch")
        assert not session.app._driver._mouse
        assert session.app._watcher is None
        await change(session, "watch")
        await session.until(lambda: session.app._watcher is not None)
        await change(session, "mouse")
        assert session.app._driver._mouse
        await change(session, "name", *"ilse", "enter")
        await session.press("escape", "V", "H")
        sidecar = folder / "a_ferry.txt.annotations.yaml"
        assert "by: ilse" in sidecar.read_text()


async def test_a_value_that_does_not_fit_is_refused_where_it_is_typed(
    reading: Opener, folder: Path
) -> None:
    async with reading(folder) as session:
        await session.press("f3", "j", "enter", *"9")
        await session.press("enter")
        assert "write a number from 40 to 160" in session.screen_text()
        await session.press("backspace", "backspace", "backspace", *"66", "enter")
        assert read_settings().text_width == 66


async def test_what_cannot_be_written_is_told_and_not_in_force(
    reading: Opener, folder: Path
) -> None:
    async with reading(folder) as session:
        write(settings_path(), "- no mapping\n")
        await session.press("f3", "j", "left")
        assert "it is not a mapping" in session.screen_text()
        assert session.reader.pane.comfortable_width == 78
