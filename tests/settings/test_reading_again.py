"""Settings and keymap read again: what is faulty stays as it was in force."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui.configuration.settings import Settings, read_settings, settings_path
from tui.keyboard.keymap import Keymap, keymap_path, read_keymap

if TYPE_CHECKING:
    from tests.tui.conftest import Opener

pytest_plugins = ("tests.tui.conftest",)


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_faulty_setting_stays_as_it_was_and_one_that_is_gone_has_its_default(
    tmp_path: Path,
) -> None:
    kept = Settings(theme="light", text_width=60, name="ada")
    found = read_settings(write(tmp_path / "s.yaml", "theme: drak\ntext_width: 70\n"), kept)
    assert (found.theme, found.text_width, found.name) == ("light", 70, "")
    assert [problem.line for problem in found.problems] == [1]


def test_a_file_that_is_no_yaml_leaves_everything_as_it_was(tmp_path: Path) -> None:
    path = write(tmp_path / "f.yaml", "theme: [\n")
    kept = Settings(theme="light", text_width=60)
    assert (read_settings(path, kept).theme, read_settings(path, kept).text_width) == ("light", 60)
    keys = read_keymap(write(tmp_path / "k.yaml", "reader.down: x\n"))
    assert read_keymap(path, keys).actions == keys.actions
    assert read_settings(path, kept).problems
    assert read_keymap(path, keys).problems


def keys_of(keymap: Keymap, id_: str) -> tuple[str, ...]:
    return next(action.keys for action in keymap.actions if action.id == id_)


def test_a_faulty_key_leaves_its_action_the_keys_that_it_had(tmp_path: Path) -> None:
    path = tmp_path / "k.yaml"
    kept = read_keymap(write(path, "corpus.theme: f6\n"))
    found = read_keymap(write(path, "corpus.theme: shift+nothing\ncorpus.walk: f7\n"), kept)
    assert keys_of(found, "corpus.theme") == ("f6",)
    assert keys_of(found, "corpus.walk") == ("f7",)
    assert [problem.line for problem in found.problems] == [1]


def test_a_key_that_is_another_actions_now_is_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "k.yaml"
    kept = read_keymap(write(path, "corpus.theme: f6\n"))
    found = read_keymap(write(path, "corpus.theme: shift+nothing\ncorpus.walk: f6\n"), kept)
    assert keys_of(found, "corpus.walk") == ("f6",)
    assert keys_of(found, "corpus.theme") == keys_of(Keymap(), "corpus.theme")


async def test_the_reader_obeys_what_another_program_wrote(reading: Opener, folder: Path) -> None:
    async with reading(folder, size=(120, 40)) as session:
        pane = session.reader.pane
        write(settings_path(), "theme: high-contrast\ntext_width: 50\nwiden: off\n")
        write(keymap_path(), "corpus.walk: f7\napp.help: f5\n")
        await session.press("g", "r")
        assert session.app.theme == "postil-high-contrast"
        assert pane.text_width == 50
        assert not session.reader.widen
        assert "F5 keys" in session.rows()[-1]
        await session.press("f5")
        assert "Keys that work here" in session.screen_text()


async def test_a_setting_that_is_faulty_is_listed_and_the_theme_stays(
    reading: Opener, folder: Path
) -> None:
    async with reading(folder, size=(120, 40)) as session:
        write(settings_path(), "theme: light\n")
        await session.press("g", "r")
        write(settings_path(), "\ntheme: drak\n")
        await session.press("g", "r")
        assert session.app.theme == "postil-light"
        shown = " ".join(session.screen_text().split())
        assert "~/config/postil/settings.yaml:2" in shown
        assert "theme is 'drak'" in shown
        assert "write one of" in shown
