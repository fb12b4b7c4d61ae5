"""One setting changed in the file: it counts, and all else stays as the reader wrote it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.problem import CorpusError
from tui.configuration.settings import Settings, read_settings
from tui.configuration.settings_editing import change_setting, edited
from tui.configuration.settings_file import OPTIONS, commented_settings, written
from tui.configuration.settings_rows import refusal, stepped

MINE = """\
# my settings
theme: light   # for the day

# wide, for the new screen
text_width: 100
editor: >-
  nvim
  -f
name: ada
"""


def read(tmp_path: Path, text: str) -> Settings:
    path = tmp_path / "settings.yaml"
    path.write_text(text, encoding="utf-8")
    return read_settings(path)


def test_a_file_that_is_not_there_is_made_with_every_setting_explained(tmp_path: Path) -> None:
    path = tmp_path / "config" / "settings.yaml"
    change_setting(path, "text_width", "90")
    assert read_settings(path).text_width == 90
    assert path.read_text() == commented_settings().replace("#text_width: 78", "text_width: 90")
    assert [one.name for one in path.parent.iterdir()] == ["settings.yaml"]


def test_back_to_the_default_is_the_file_as_it_was_offered() -> None:
    text = commented_settings()
    for option in OPTIONS:
        value = option.choices[-1] if option.choices else option.example or "90"
        changed = edited(text, "s", option.key, value)
        assert changed != text
        assert edited(changed, "s", option.key, None) == text


def test_comments_beside_and_above_a_setting_stay() -> None:
    assert edited(MINE, "s", "theme", "dark") == MINE.replace("theme: light", "theme: dark")
    gone = edited(MINE, "s", "theme", None)
    assert gone == MINE.replace("theme: light", "#theme: light")
    assert edited(MINE, "s", "editor", None) == MINE.replace(
        "editor: >-\n  nvim\n  -f\n", "#editor: >-\n#  nvim\n#  -f\n"
    )


def test_a_setting_that_the_file_does_not_offer_comes_last_with_its_meaning() -> None:
    after = edited(MINE, "s", "mouse", "off")
    assert after.startswith(MINE)
    assert after.endswith("# One of: on, off\nmouse: off\n")


def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    kept = tmp_path / "dotfiles.yaml"
    kept.write_text("theme: light\n")
    path = tmp_path / "settings.yaml"
    path.symlink_to(kept)
    change_setting(path, "theme", "dark")
    assert path.is_symlink()
    assert kept.read_text() == "theme: dark\n"


@pytest.mark.parametrize("text", ["theme: [", "- theme\n", "a: &x 1\nb: *x\n"])
def test_a_file_that_cannot_be_read_is_left_alone(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.yaml"
    path.write_text(text)
    with pytest.raises(CorpusError) as refused:
        change_setting(path, "theme", "dark")
    assert refused.value.problem.remedy
    assert path.read_text() == text


_VALUES = st.one_of(
    *(
        st.tuples(st.just(option.key), st.sampled_from([*option.choices, None]))
        for option in OPTIONS
        if option.choices
    ),
    st.tuples(st.just("text_width"), st.one_of(st.none(), st.integers(40, 160).map(str))),
    st.tuples(
        st.sampled_from(["editor", "name"]),
        st.one_of(st.none(), st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1)),
    ),
)


@given(st.sampled_from([commented_settings(), MINE, "", "{theme: dark, name: x}\n"]),
       st.lists(_VALUES, max_size=5))  # fmt: skip
def test_what_is_set_counts_and_nothing_else_changes(
    tmp_path_factory: pytest.TempPathFactory,
    text: str,
    changes: list[tuple[str, str | None]],
) -> None:
    folder = tmp_path_factory.getbasetemp()
    for key, value in changes:
        before = read(folder, text)
        try:
            text = edited(text, "s", key, value)
        except CorpusError:
            # In braces not every change can be made by a line; then none is made.
            assert text.startswith("{")
            continue
        after = read(folder, text)
        assert not after.problems
        expected = str(getattr(Settings(), key)) if value is None else value
        shown = getattr(after, key)
        assert (written(shown) if value is not None else str(shown)) == expected
        for option in OPTIONS:
            if option.key != key:
                assert getattr(after, option.key) == getattr(before, option.key)


def test_values_go_round_and_widths_stop() -> None:
    theme, width = OPTIONS[0], OPTIONS[1]
    assert stepped(theme, theme.choices[-1], 1) == theme.choices[0]
    assert stepped(width, "159", 1) == "160"
    assert stepped(width, "40", -3) == "40"


@pytest.mark.parametrize(("key", "value", "fits"), [
    ("text_width", "39", False), ("text_width", "9" * 30, False), ("text_width", "80", True),
    ("theme", "pink", False), ("theme", "dark", True), ("editor", "vim -f", True),
    ("caret", "on", True), ("mouse", "off", True), ("watch", "90", False),
])  # fmt: skip
def test_a_value_that_the_file_would_not_take_is_refused(key: str, value: str, fits: bool) -> None:
    option = next(option for option in OPTIONS if option.key == key)
    assert (refusal(option, value) == "") is fits
