"""Keys: counts, sequences, and a registry without clashes."""

from __future__ import annotations

import pytest

from tui.actions.key_words import shown_keys
from tui.actions.registry import ACTIONS, CONTEXTS, actions_in, keys_in
from tui.keyboard.keys import KeyReader, Resolved

READER = keys_in(CONTEXTS["reader"])


def typed(keys: list[str]) -> list[tuple[str, int | None]]:
    reader, found = KeyReader(), []
    for key in keys:
        taken = reader.feed(key, READER)
        if isinstance(taken, Resolved):
            found.append((taken.action.id, taken.count))
    return found


def test_a_key_is_an_action() -> None:
    assert typed(["j", "space"]) == [("reader.row_down", None), ("reader.page_down", None)]


def test_sequences_and_counts_are_put_together() -> None:
    assert typed(["g", "g"]) == [("reader.text_start", None)]
    assert typed(["3", "}", "1", "2", "]", "e"]) == [
        ("reader.paragraph_next", 3),
        ("reader.entity_next", 12),
    ]


def test_zero_is_a_key_unless_it_goes_on_with_a_count() -> None:
    assert typed(["0"]) == [("reader.row_start", None)]
    assert typed(["1", "0", "j"]) == [("reader.row_down", 10)]


def test_a_sequence_that_means_nothing_is_forgotten() -> None:
    assert typed(["]", "q", "j"]) == [("reader.row_down", None)]


def test_escape_ends_what_is_pending_and_nothing_else() -> None:
    reader = KeyReader()
    reader.feed("3", READER)
    assert reader.pending == "3"
    assert reader.feed("escape", READER) is not False
    assert reader.pending == ""


def test_foreign_keys_are_left_to_others() -> None:
    assert KeyReader().feed("ctrl+q", READER) is False


def test_keys_that_mean_nothing_are_known() -> None:
    reader = KeyReader()
    said = []
    for key in ("X", "j", "g", "9", "ctrl+q", "g", "escape"):
        reader.feed(key, READER)
        said.append(reader.meant_nothing)
    assert said == ["X", "", "", "g9", "Ctrl+Q", "", ""]


@pytest.mark.parametrize("place", sorted(CONTEXTS))
def test_no_two_actions_of_a_place_have_the_same_keys(place: str) -> None:
    seen: dict[tuple[str, ...], str] = {}
    for action in actions_in(CONTEXTS[place]):
        for keys in action.keys:
            sequence = tuple(keys.split())
            assert sequence not in seen, f"{keys}: {action.id} and {seen[sequence]}"
            seen[sequence] = action.id
    for sequence in seen:
        assert not any(other[: len(sequence)] == sequence for other in seen if other != sequence)


def test_the_shell_is_reached_from_everywhere_but_where_a_key_takes_back_what_was_typed() -> None:
    shells = {
        place
        for place, contexts in CONTEXTS.items()
        if any(action.id == "app.suspend" for action in actions_in(contexts))
    }
    assert set(CONTEXTS) - shells == {"note", "claim"}


def test_every_action_has_a_label_and_keys() -> None:
    assert all(action.label and action.keys and action.where for action in ACTIONS)


def test_keys_are_shown_as_one_types_them() -> None:
    assert [shown_keys(keys) for keys in ("g g", "ctrl+d", "] e", "space", "p s")] == [
        *("gg", "Ctrl+D", "]e", "Space", "ps")
    ]
