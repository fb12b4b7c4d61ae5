"""The keymap: own keys count, and none that would leave an action without an answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.actions import ACTIONS, CONTEXTS
from tui.key_names import key_fault
from tui.keymap import Keymap, read_keymap
from tui.keymap_file import commented_keymap, find_clashes

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
    found = keymap(tmp_path, "reader.copy: Y\nreader.text_end: [g x, end]\nreader.row_up: []\n")
    assert not found.problems
    assert meaning(found, "reader", "Y") == "reader.copy"
    assert meaning(found, "reader", "y") is None
    assert meaning(found, "reader", "g x") == "reader.text_end"
    assert meaning(found, "reader", "k") is None
    assert found.key_of("reader.copy") == "Y"
    assert found.filled("{reader.copy} copies") == "Y copies"


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
        ("reader.copy: super+x", "cannot be used: there is no such key"),
        ("reader.copy: {a: b}", "reader.copy is a mapping, not a list"),
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
    found = keymap(tmp_path, "reader.copy: Y\nreader.highlight: Y\n")
    assert meaning(found, "reader", "Y") == "reader.copy"
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
