"""The keymaps that one may choose: vi, which is the registry's own, plain, and Emacs.

A style says which actions get other keys. The others keep theirs where these fit into the style;
where they do not, a prefix stands before them, so that no action is without keys, whatever the
registry holds. Where one types into a field a style only adds keys.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from tui.actions.action import Action
from tui.actions.registry import ACTIONS, CONTEXTS, TEXT_CONTEXTS
from tui.keyboard.key_names import types_text

Sequence = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeyStyle:
    """Which keys a keymap has instead of those of vi.

    `instead` maps ids of actions to all their keys, `besides` to keys that come before their own;
    `in_lists` does so for the last parts of ids (`down` for `list.down` and its like). Keys that
    begin with a letter or a digit, where `letters` is false, and keys that another action has now
    get the `prefix`. Where one types into a field, `in_fields` alone says which keys come before
    those of the registry.
    """

    instead: Mapping[str, tuple[str, ...]]
    besides: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    in_lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    in_fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    prefix: str = "ctrl+x"
    letters: bool = True


PLAIN = KeyStyle(
    {
        "reader.word_next": ("ctrl+right",),
        "reader.word_previous": ("ctrl+left",),
        "reader.row_start": ("home",),
        "reader.row_end": ("end",),
        "reader.text_start": ("ctrl+home",),
        "reader.text_end": ("ctrl+end",),
        "reader.paragraph_next": ("ctrl+down", "}"),
        "reader.paragraph_previous": ("ctrl+up", "{"),
        "reader.sentence_next": ("alt+down", ")"),
        "reader.sentence_previous": ("alt+up", "("),
        "reader.page_down": ("pagedown", "space"),
        "reader.page_up": ("pageup", "backspace"),
        "reader.jump_back": ("alt+left",),
        "reader.jump_forward": ("alt+right",),
        "reader.match_next": ("ctrl+g",),
        "reader.match_previous": ("alt+g",),
        "reader.select": ("f4", "ctrl+@"),
        "reader.select_sentence": ("ctrl+l",),
        "reader.copy": ("ctrl+insert",),
        "reader.annotate": ("ctrl+n",),
        "reader.claim": ("alt+n",),
        "reader.highlight": ("alt+h",),
        "reader.annotate_article": ("alt+a",),
        "annotation.edit": ("ctrl+e",),
        "annotation.delete": ("delete",),
        "annotation.undo": ("ctrl+z",),
        "annotation.redo": ("ctrl+y",),
        "reader.find": ("ctrl+f", "/"),
        "corpus.search": ("f5", "ctrl+s"),
        "corpus.next_article": ("f8", "ctrl+pagedown"),
        "corpus.previous_article": ("f7", "ctrl+pageup"),
        "corpus.next_pane": ("tab", "f6"),
        "app.palette": ("ctrl+p", "f9"),
        "app.quit": ("ctrl+q",),
        "app.tour": ("f12",),
        "output.copy": ("ctrl+insert",),
    },
    prefix="ctrl+k",
    letters=False,
)

EMACS = KeyStyle(
    {
        "reader.row_down": ("ctrl+n", "down"),
        "reader.row_up": ("ctrl+p", "up"),
        "reader.character_right": ("right",),
        "reader.character_left": ("left",),
        "reader.character_next": ("ctrl+f",),
        "reader.character_previous": ("ctrl+b",),
        # What Alt with f and b arrives as.
        "reader.word_next": ("ctrl+right",),
        "reader.word_previous": ("ctrl+left",),
        "reader.row_start": ("ctrl+a",),
        "reader.row_end": ("ctrl+e",),
        "reader.sentence_next": ("alt+e",),
        "reader.sentence_previous": ("alt+a",),
        "reader.page_down": ("ctrl+v", "space", "pagedown"),
        "reader.page_up": ("alt+v", "backspace", "pageup"),
        # What Alt with < and > arrives as.
        "reader.text_start": ("home", "ctrl+home", "<"),
        "reader.text_end": ("end", "ctrl+end", ">"),
        "reader.centre": ("ctrl+l",),
        "reader.select": ("ctrl+@",),
        "reader.swap_ends": ("ctrl+x ctrl+x",),
        "reader.copy": ("alt+w",),
        "reader.find": ("ctrl+s", "/"),
        "annotation.undo": ("ctrl+underscore", "ctrl+x u"),
        "corpus.search": ("alt+s",),
        "corpus.next_pane": ("tab", "ctrl+x o"),
        "app.palette": ("alt+x",),
        "app.quit": ("ctrl+x ctrl+c", "q"),
    },
    besides={"app.back": ("ctrl+g",)},
    in_lists={
        "down": ("ctrl+n",),
        "up": ("ctrl+p",),
        "page_down": ("ctrl+v",),
        "page_up": ("alt+v",),
        "start": ("<",),
        "end": (">",),
    },
    in_fields={
        **dict.fromkeys(("app.back", "note.cancel", "claim.cancel"), ("ctrl+g",)),
        # Theirs is Ctrl+G in the other keymaps.
        **dict.fromkeys(("search.narrow", "ledger.tag", "claim.other_figure"), ("alt+g",)),
    },
)

STYLES: dict[str, KeyStyle] = {"plain": PLAIN, "emacs": EMACS}
"""The styles by the word of the setting; vi is the registry as it is."""


def actions_of(name: str) -> tuple[Action, ...]:
    """Return the registry with the keys of a style."""
    style = STYLES.get(name)
    return arranged(ACTIONS, style) if style is not None else ACTIONS


def arranged(actions: tuple[Action, ...], style: KeyStyle) -> tuple[Action, ...]:
    """Return actions with the keys of a style."""
    own = {number: _own(action, style) for number, action in enumerate(actions)}
    taken: dict[str, set[Sequence]] = {
        place: set() if _typed_in(contexts) else {(style.prefix,)}
        for place, contexts in CONTEXTS.items()
    }
    for number, action in enumerate(actions):
        for place in _places(action):
            taken[place].update(tuple(keys.split()) for keys in own[number])
    return tuple(
        replace(action, keys=own[number] + _kept(action, own[number], style, taken))
        for number, action in enumerate(actions)
    )


def _own(action: Action, style: KeyStyle) -> tuple[str, ...]:
    """Return the keys that a style gives an action."""
    if _typed_in(action.where):
        return style.in_fields.get(action.id, ())
    verb = action.id.rpartition(".")[2]
    besides = style.besides.get(action.id, ())
    if action.id in style.instead:
        return (*besides, *style.instead[action.id])
    return (*besides, *style.in_lists.get(verb, ()))


def _kept(
    action: Action,
    own: tuple[str, ...],
    style: KeyStyle,
    taken: Mapping[str, set[Sequence]],
) -> tuple[str, ...]:
    """Return those of the registry's keys that an action keeps."""
    typed_in = _typed_in(action.where)
    if action.id in style.instead and not typed_in:
        return ()
    places = tuple(_places(action))
    letters = style.letters or typed_in
    fitting = tuple(
        keys
        for keys in action.keys
        if (letters or not keys[0].isalnum() or not types_text(keys.split()[0]))
        and not any(_clashes(tuple(keys.split()), taken[place]) for place in places)
    )
    if fitting or own or not action.keys:
        return fitting
    return (f"{style.prefix} {action.keys[0]}",)


def _clashes(keys: Sequence, others: set[Sequence]) -> bool:
    """Say whether keys are, begin, or begin with, any of the others."""
    return any(keys[: len(one)] == one or one[: len(keys)] == keys for one in others)


def _places(action: Action) -> Iterator[str]:
    for place, contexts in CONTEXTS.items():
        if set(contexts) & set(action.where):
            yield place


def _typed_in(contexts: tuple[str, ...]) -> bool:
    return bool(set(contexts) & set(TEXT_CONTEXTS))
