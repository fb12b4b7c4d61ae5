"""The keymap file: `keymap.yaml` in the configuration folder maps ids of actions to their keys.

The keys are a text, or a list of them; a sequence of keys is separated by blanks, as in the
registry.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tui.actions.action import Action
from tui.actions.registry import ACTIONS, CONTEXTS, TEXT_CONTEXTS
from tui.configuration.config import read_config
from tui.keyboard.keymap import Keymap, Sequence

if TYPE_CHECKING:
    from corpus.yaml_shapes import ShapeReader
    from corpus.yaml_text import Place


def parsed_keymap(path: Path, kept: Keymap, begun: tuple[Action, ...] = ACTIONS) -> Keymap:
    """Read a keymap file that is there; an action with a faulty line has its keys of `kept`.

    The actions that the file does not name have the keys that they have in `begun`.
    """
    from corpus.problem import CorpusError
    from corpus.yaml_shapes import ShapeReader

    try:
        value = read_config(path)
    except CorpusError as wrong:
        return Keymap(kept.actions, (wrong.problem,))
    reader = ShapeReader(str(path))
    wanted: dict[str, tuple[str, ...]] = {}
    places: dict[str, Place] = {}
    for id_, item in (value or {}).items():
        assert value is not None
        place = value.keys_at[id_]
        if id_ not in _ids():
            _say_unknown(reader, id_, place)
            continue
        keys = reader.words(item, place, id_) if item not in (None, "") else ()
        if keys is not None and _usable(reader, id_, keys, place):
            wanted[id_] = tuple(" ".join(one.split()) for one in keys)
            places[id_] = place
    _drop_clashes(reader, begun, wanted, places)
    faulty = [id_ for id_ in (value or {}) if id_ in _ids() and id_ not in wanted]
    before = {action.id: action.keys for action in reversed(kept.actions)}
    for id_ in faulty:
        with_kept = wanted | {id_: before[id_]}
        if not any(find_clashes(_with(begun, with_kept), ours=frozenset(with_kept))):
            wanted = with_kept
    return Keymap(_with(begun, wanted), tuple(reader.problems))


def _ids() -> tuple[str, ...]:
    return tuple(dict.fromkeys(action.id for action in ACTIONS))


def _say_unknown(reader: ShapeReader, id_: str, place: Place) -> None:
    from difflib import get_close_matches

    from corpus.yaml_shapes import short

    near = get_close_matches(id_, _ids(), 1)
    remedy = f"did you mean {near[0]}?" if near else "docs/keys.md lists the actions"
    reader.wrong(place, f"{short(id_)} is no action", remedy)


def _usable(reader: ShapeReader, id_: str, keys: tuple[str, ...], place: Place) -> bool:
    """Say whether all keys can be used for an action; what cannot is noted."""
    from tui.keyboard.key_names import key_fault, types_text

    wheres = {context for action in ACTIONS if action.id == id_ for context in action.where}
    for sequence in keys:
        for key in sequence.split():
            fault = key_fault(key)
            if fault is not None:
                reader.wrong(place, f"{id_}: the key {key!r} cannot be used: {fault}",
                             "choose another key")  # fmt: skip
                return False
        if sequence[0] in "123456789":
            reader.wrong(
                place, f"{id_}: {sequence!r} begins a count, as in 3j", "choose another key"
            )
            return False
        if wheres <= set(TEXT_CONTEXTS) and types_text(sequence.split()[0]):
            remedy = "choose a key with ctrl, a function key or the like"
            reader.wrong(place, f"{id_}: {sequence!r} types text where it would work", remedy)
            return False
    return True


def _with(begun: tuple[Action, ...], wanted: dict[str, tuple[str, ...]]) -> tuple[Action, ...]:
    """Return the actions with own keys.

    An action that stands in several rows has fewer keys in some places: there each of them is
    exchanged for the one in its position, where that can be typed.
    """
    first = {action.id: action.keys for action in reversed(begun)}
    return tuple(
        replace(action, keys=_exchanged(action, first[action.id], wanted[action.id]))
        if action.id in wanted
        else action
        for action in begun
    )


def _exchanged(action: Action, first: tuple[str, ...], wanted: tuple[str, ...]) -> tuple[str, ...]:
    from tui.keyboard.key_names import types_text

    if action.keys == first:
        return wanted
    keys = []
    for key in action.keys:
        place = first.index(key) if key in first else len(wanted)
        own = wanted[place] if place < len(wanted) else key
        in_text = set(action.where) & set(TEXT_CONTEXTS)
        keys.append(key if in_text and types_text(own.split()[0]) else own)
    return tuple(keys)


def _drop_clashes(
    reader: ShapeReader,
    begun: tuple[Action, ...],
    wanted: dict[str, tuple[str, ...]],
    places: dict[str, Place],
) -> None:
    """Take out what would make two actions answer to one key, the last in the file first.

    The actions are free of clashes to begin with, so this ends.
    """
    while wanted:
        clashes = list(find_clashes(_with(begun, wanted), ours=frozenset(wanted)))
        if not clashes:
            return
        order = list(wanted)
        clash = clashes[0]
        guilty = max((clash.one.id, clash.other.id), key=lambda id_: order.index(id_)
                     if id_ in wanted else -1)  # fmt: skip
        if clash.one.id == guilty:
            clash = Clash(clash.other, clash.one, clash.other_keys, clash.keys)
        reason = f"{guilty}: {' '.join(clash.other_keys)} "
        if clash.keys == clash.other_keys:
            reason += f"is a key of {clash.one.id}"
        elif len(clash.keys) < len(clash.other_keys):
            reason += f"begins with a key of {clash.one.id}, which would answer first"
        else:
            reason += f"is the beginning of {' '.join(clash.keys)}, a key of {clash.one.id}"
        reader.wrong(places[guilty], reason, f"choose another key, or give {clash.one.id} one")
        del wanted[guilty]


@dataclass(frozen=True, slots=True)
class Clash:
    """Two actions that one key sequence would mean, or begin, in one place."""

    one: Action
    other: Action
    keys: Sequence
    other_keys: Sequence


def find_clashes(actions: tuple[Action, ...], *, ours: frozenset[str]) -> Iterable[Clash]:
    """Find the clashes that actions of the ids `ours` have a part in."""
    for contexts in CONTEXTS.values():
        # By each beginning of the keys so far: which actions they are, or begin.
        whole: dict[Sequence, list[Action]] = {}
        begun: dict[Sequence, list[tuple[Sequence, Action]]] = {}
        for action in actions:
            if not set(contexts) & set(action.where):
                continue
            for keys in map(tuple, map(str.split, action.keys)):
                beginnings = [keys[:length] for length in range(1, len(keys) + 1)]
                shorter = [(one, other) for one in beginnings[:-1] for other in whole.get(one, ())]
                for other_keys, other in (*shorter, *begun.get(keys, ())):
                    if action.id != other.id and {action.id, other.id} & ours:
                        yield Clash(other, action, other_keys, keys)
                whole.setdefault(keys, []).append(action)
                for one in beginnings:
                    begun.setdefault(one, []).append((keys, action))


def commented_keymap(actions: tuple[Action, ...] = ACTIONS) -> str:
    """Return a keymap file that changes nothing: every action with its keys."""
    lines = [
        "# Keys of Postil: an action, then its keys. A line counts when the # before it is taken",
        "# away. A sequence is separated by blanks (`g g`), several are a list ([j, down]); an",
        "# empty list takes the keys away. docs/keys.md says where each action works.",
    ]
    group = ""
    written: set[str] = set()
    for action in actions:
        if action.id in written:
            continue
        written.add(action.id)
        if action.group != group:
            group = action.group
            lines += ["", f"# {group}"]
        keys = ", ".join(_quoted(keys) for keys in action.keys)
        lines.append(f"#{action.id}: [{keys}]  # {action.label}")
    return "\n".join(lines) + "\n"


def _quoted(keys: str) -> str:
    """Return a key sequence as YAML: quoted where it could be read as something else."""
    plain = keys.replace(" ", "").replace("+", "").isalnum() and not keys.startswith("+")
    return (
        keys
        if plain and keys.isascii()
        else '"' + keys.replace("\\", "\\\\").replace('"', '\\"') + '"'
    )
