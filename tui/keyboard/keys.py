"""Reading keys: counts (`3}`), and sequences of several keys (`gg`, `]e`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tui.actions.action import Action
from tui.actions.key_words import shown_keys

MAX_COUNT = 99_999


@dataclass(frozen=True, slots=True)
class Resolved:
    """An action to perform; `count` is None where none was typed."""

    action: Action
    count: int | None


class KeyReader:
    """What has been typed so far of a count and a sequence.

    `pending` is what the status line shows of it, `meant_nothing` the last keys where they did
    nothing, "" where they did.
    """

    def __init__(self) -> None:
        self._count = ""
        self._keys: tuple[str, ...] = ()
        self.meant_nothing = ""

    @property
    def pending(self) -> str:
        """The keys typed so far, as they are shown; empty where nothing is pending."""
        return self._count + shown_keys(" ".join(self._keys))

    @property
    def begun(self) -> tuple[str, ...]:
        """The keys typed so far of a sequence; none where only a count is pending."""
        return self._keys

    def clear(self) -> None:
        """Forget what was typed."""
        self._count, self._keys = "", ()

    def feed(
        self, key: str, bindings: Mapping[tuple[str, ...], Action], *, counts: bool = True
    ) -> Resolved | bool:
        """Take one key.

        Returns what it completes; True where the key was taken and more is awaited, or where it
        ended a sequence that means nothing; False where it is none of ours.
        """
        self.meant_nothing = ""
        is_digit = counts and not self._keys and len(key) == 1 and key in "0123456789"
        if is_digit and (self._count or key != "0"):
            self._count = str(min(MAX_COUNT, int(self._count + key)))
            return True
        keys = (*self._keys, key)
        action = bindings.get(keys)
        if action is not None:
            count = int(self._count) if self._count else None
            self.clear()
            return Resolved(action, count)
        if any(known[: len(keys)] == keys for known in bindings):
            self._keys = keys
            return True
        was_pending = bool(self._keys or self._count)
        self.clear()
        if was_pending and key == "escape":
            return True
        self.meant_nothing = shown_keys(" ".join(keys))
        return bool(len(keys) > 1)
