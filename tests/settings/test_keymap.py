"""The keymap: own keys count, and none that would leave an action without an answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual._xterm_parser import XTermParser
from textual.events import Key

from tui.actions.registry import ACTIONS, CONTEXTS, TEXT_CONTEXTS
from tui.keyboard.key_names import key_fault, typed_key
from tui.keyboard.keymap import Keymap, read_keymap
from tui.keyboard.keymap_file import commented_keymap, find_clashes
from tui.keyboard.keymap_styles import STYLES, actions_of

IDS = sorted({action.id for action in ACTIONS})


def keymap(tmp_path: Path, text: str) -> Keymap:
    path = tmp_path / "keymap.yaml"
    path.write_text(text, encoding="utf-8")
    return read_keymap(path)


def meaning(keys: Keymap, place: str, sequence: str) -> str | None:
    found = keys.keys_in(CONTEXTS[place]).get(tuple(sequence.split()))
    return found.id if found else None


def test_without_a_file_the_registry_counts() -> None:
    assert read_keymap() == Keymap()


def test_the_registry_has_no_clash_and_no_key_that_cannot_be_sent() -> None:
    assert list(find_clashes(ACTIONS, ours=frozenset(IDS))) == []
    keys = {key for action in ACTIONS for keys in action.keys for key in keys.split()}
    assert {key: key_fault(key) for key in keys if key_fault(key)} == {}


def test_own_keys_take_the_place_of_the_old_ones(tmp_path: Path) -> None:
    found = keymap(tmp_path, "reader.copy: f11\nreader.text_end: [g 9, end]\nreader.row_up: []\n")
    assert not found.problems
    assert meaning(found, "reader", "f11") == "reader.copy"
    assert meaning(found, "reader", "y") is None
    assert meaning(found, "reader", "g 9") == "reader.text_end"
    assert meaning(found, "reader", "k") is None
    assert found.key_of("reader.copy") == "F11"
    assert found.filled("{reader.copy} copies") == "F11 copies"


def test_two_actions_can_exchange_their_keys(tmp_path: Path) -> None:
    found = keymap(tmp_path, "reader.row_down: [k, down]\nreader.row_up: [j, up]\n")
    assert not found.problems
    assert meaning(found, "reader", "j") == "reader.row_up"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("reader.coppy: Y", "'reader.coppy' is no action"),
        ("reader.copy: n", "reader.copy: n is a key of reader.match_next"),
        ("reader.copy: g", "reader.copy: g is the beginning of g g, a key of reader.text_start"),
        ("reader.copy: n n", "reader.copy: n n begins with a key of reader.match_next"),
        ("reader.copy: ctrl+i", "cannot be used: a terminal sends it as tab"),
        ("reader.copy: ctrl+1", "cannot be used: terminals cannot send ctrl with 1"),
        ("reader.copy: gy", "keys typed one after another have blanks between them: `g y`"),
        ("reader.copy: F5", "cannot be used: there is no such key"),
        ("reader.copy: esc", "cannot be used: there is no such key"),
        ("reader.copy: super+x", "cannot be used: there is no such key"),
        ("reader.copy: {a: b}", "reader.copy is a mapping, not a list"),
        ("reader.copy: 7", "reader.copy: '7' begins a count, as in 3j"),
        ('reader.copy: "1 2"', "reader.copy: '1 2' begins a count, as in 3j"),
        ("search.widen: w", "search.widen: 'w' types text where it would work"),
        ("note.save: space s", "note.save: 'space s' types text where it would work"),
    ],
)
def test_a_faulty_line_leaves_its_action_its_own_keys(
    tmp_path: Path, line: str, reason: str
) -> None:
    found = keymap(tmp_path, f"reader.highlight: X\n{line}\n")
    assert [problem.line for problem in found.problems] == [2]
    assert reason in found.problems[0].reason
    assert found.problems[0].remedy
    assert meaning(found, "reader", "X") == "reader.highlight"
    assert meaning(found, "reader", "y") == "reader.copy"


def test_of_two_own_keys_that_clash_the_first_counts(tmp_path: Path) -> None:
    found = keymap(tmp_path, "reader.copy: f11\nreader.highlight: f11\n")
    assert meaning(found, "reader", "f11") == "reader.copy"
    assert meaning(found, "reader", "H") == "reader.highlight"
    assert [problem.line for problem in found.problems] == [2]


def test_the_written_file_names_every_action_and_changes_nothing(tmp_path: Path) -> None:
    text = commented_keymap()
    assert keymap(tmp_path, text) == Keymap()
    bare = "\n".join(
        line.removeprefix("#") if line.startswith("#") and not line.startswith("# ") else line
        for line in text.splitlines()
    )
    found = keymap(tmp_path, bare)
    assert not found.problems
    for action in {action.id: action for action in reversed(ACTIONS)}.values():
        assert action in found.actions


@given(
    st.dictionaries(
        st.sampled_from(IDS),
        st.lists(st.sampled_from(["j", "k", "g", "g g", "x", "ctrl+x", "f5", "n", "] e", "]"])),
        max_size=6,
    )
)
def test_no_keymap_leads_to_a_clash(
    tmp_path_factory: pytest.TempPathFactory, wanted: dict[str, list[str]]
) -> None:
    path = tmp_path_factory.getbasetemp() / "any-keymap.yaml"
    path.write_text("".join(f"{id_}: {keys}\n" for id_, keys in wanted.items()))
    found = read_keymap(path)
    assert list(find_clashes(found.actions, ours=frozenset(IDS))) == []


@given(st.text())
def test_any_text_gives_a_keymap(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / "any-text-keymap.yaml"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    assert isinstance(read_keymap(path), Keymap)


@pytest.mark.parametrize("style", STYLES)
class TestStyles:
    def test_no_two_actions_have_one_key_and_terminals_can_send_all(self, style: str) -> None:
        actions = actions_of(style)
        assert list(find_clashes(actions, ours=frozenset(IDS))) == []
        keys = {key for action in actions for keys in action.keys for key in keys.split()}
        assert {key: key_fault(key) for key in keys if key_fault(key)} == {}

    def test_every_action_has_a_key_in_every_place(self, style: str) -> None:
        assert [action.id for action in actions_of(style) if not action.keys] == []

    def test_a_style_names_actions_that_there_are(self, style: str) -> None:
        of_style = STYLES[style]
        assert {*of_style.instead, *of_style.besides, *of_style.in_fields} <= set(IDS)

    def test_where_one_types_an_action_has_keys_of_vi_unless_the_style_names_it(
        self, style: str
    ) -> None:
        for before, after in zip(ACTIONS, actions_of(style), strict=True):
            if set(before.where) & set(TEXT_CONTEXTS):
                own = STYLES[style].in_fields.get(before.id, ())
                kept = after.keys[len(own) :]
                assert after.keys[: len(own)] == own
                assert set(kept) <= set(before.keys)
                assert own or kept

    def test_own_lines_come_on_top(self, style: str, tmp_path: Path) -> None:
        path = tmp_path / "keymap.yaml"
        path.write_text("reader.copy: f11\n", encoding="utf-8")
        found = read_keymap(path, style=style)
        assert not found.problems
        assert meaning(found, "reader", "f11") == "reader.copy"
        assert meaning(found, "reader", STYLES[style].instead["reader.copy"][0]) is None


def test_in_the_plain_keymap_a_letter_alone_does_nothing() -> None:
    keys = Keymap(actions_of("plain"))
    for place in set(CONTEXTS) - set(TEXT_CONTEXTS):
        for sequence in keys.keys_in(CONTEXTS[place]):
            assert not (len(sequence[0]) == 1 and sequence[0].isalnum()), (place, sequence)
    assert meaning(keys, "reader", "ctrl+k p e") == "corpus.entities"
    assert meaning(keys, "reader", "down") == "reader.row_down"


def test_the_emacs_keymap_moves_as_emacs_does_in_every_list() -> None:
    keys = Keymap(actions_of("emacs"))
    assert meaning(keys, "reader", "ctrl+n") == "reader.row_down"
    for place in ("list", "panel", "card", "concordance", "settings", "menu"):
        found = meaning(keys, place, "ctrl+n")
        assert found is not None
        assert found.endswith(".down")
    assert meaning(keys, "reader", "ctrl+x ctrl+c") == "app.quit"


def test_alt_with_angle_brackets_goes_to_both_ends_in_the_emacs_keymap() -> None:
    # Of Alt and a sign the sign alone arrives.
    keys = Keymap(actions_of("emacs"))
    assert meaning(keys, "reader", "<") == "reader.text_start"
    assert meaning(keys, "reader", ">") == "reader.text_end"
    assert meaning(keys, "reader", "ctrl+x <") == "reader.narrower"
    for place in ("list", "panel", "card", "concordance", "settings", "menu", "entries"):
        found = (meaning(keys, place, "<"), meaning(keys, place, ">"))
        assert [one and one.rpartition(".")[2] for one in found] == ["start", "end"]


def test_ctrl_g_leaves_every_place_of_the_emacs_keymap() -> None:
    keys = Keymap(actions_of("emacs"))
    left = {place: meaning(keys, place, "ctrl+g") for place in CONTEXTS}
    forms = {place: f"{place}.cancel" for place in ("note", "claim")}
    assert left == dict.fromkeys(CONTEXTS, "app.back") | forms
    assert meaning(keys, "note", "f4") == "note.editor"
    assert meaning(keys, "claim", "alt+g") == "claim.other_figure"


@pytest.mark.parametrize(("sent", "name"), [
    ("\x1bo", "alt+o"), ("\x1bN", "alt+N"), ("\x1bf", "ctrl+right"), ("\x1b}", "}"),
    ("\x00", "ctrl+@"), ("\x1f", "ctrl+underscore"), ("<", "<"), (" ", "space"), ("é", "é"),
    ("\x1b[102;3u", "ctrl+right"), ("\x1b[60;3u", "<"), ("\x1b[32;5u", "ctrl+@"),
    ("\x1b[110;4u", "alt+N"), ("\x1b[2;5~", "ctrl+insert"), ("\x1b[1;5B", "ctrl+down"),
    ("\x1bOR", "f3"),
])  # fmt: skip
def test_a_key_has_one_name_whatever_the_terminal_sends(sent: str, name: str) -> None:
    parser = XTermParser()
    found = [*parser.feed(sent), *parser.feed("")]
    key = next(event for event in found if isinstance(event, Key))
    assert typed_key(key.key, key.character) == name
    assert key_fault(name) is None
