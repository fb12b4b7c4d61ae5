"""What the keys of the search screen do, in one line: the most wanted first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.keyboard.hints import Hint, hints_of

if TYPE_CHECKING:
    from index.ordering import Order
    from tui.keyboard.keymap import Keymap


@dataclass(frozen=True, slots=True)
class HintedState:
    """What the hints of the search screen tell of it.

    `following` says that the text of the hit is shown, in which a key goes on; `offered` is what
    may have been meant, "" for nothing.
    """

    widen: bool
    order: Order
    fold: bool
    following: bool = False
    offered: str = ""


def search_hints(state: HintedState, keymap: Keymap) -> tuple[Hint, ...]:
    """Return the hints of the search screen."""
    spellings, unfold = "on" if state.widen else "off", "unfold" if state.fold else "fold"
    narrow = _hint(keymap, "{search.narrow} narrow")
    ordered = _hint(keymap, f"{{search.order}} by {state.order}")
    hints = [
        _hint(keymap, "{search.open} goes there", "{search.open} opens"),
        _hint(
            keymap,
            f"{{search.widen}} other spellings: {spellings}",
            f"{{search.widen}} spellings: {spellings}",
        ),
        _hint(keymap, "{search.spellings} which"),
        # An order that was chosen is said where there is room for one of the two.
        *((narrow, ordered) if state.order == "relevance" else (ordered, narrow)),
        _hint(keymap, "{search.past} earlier"),
        _hint(keymap, f"{{search.fold}} {unfold} what is alike", f"{{search.fold}} {unfold}"),
        _hint(keymap, "{search.concordance} concordance"),
        _hint(keymap, "{search.save} save"),
        _hint(keymap, "{search.within} within these", "{search.within} within"),
        replace(_hint(keymap, "{search.up} {search.down} choose"), gives_way=True),
        _hint(keymap, "{app.back} back"),
    ]
    if state.following:
        hints.insert(1, _hint(keymap, "{search.next_hit} next hit", "{search.next_hit} next"))
    if state.offered:
        hints.insert(0, Hint(f"{keymap.filled('{search.meant}')} {state.offered}", "search.meant"))
    return tuple(hints)


def _hint(keymap: Keymap, words: str, short: str = "") -> Hint:
    (hint,) = hints_of(words, keymap)
    return replace(hint, short=keymap.filled(short))
