"""How the list of articles is looked at: its order, its groups, and which articles are shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final, Literal, get_args

Order = Literal["name", "title", "outlet", "date", "length", "annotations", "state"]
Group = Literal["", "outlet", "year", "month", "folder"]
Only = Literal["", "unread", "starred", "tagged"]

ORDERS: Final[tuple[Order, ...]] = get_args(Order)
GROUPS: Final[tuple[Group, ...]] = get_args(Group)
ONLY: Final[tuple[Only, ...]] = get_args(Only)

FALLING: Final[frozenset[Order]] = frozenset(("date", "length", "annotations"))
"""The orders that begin with the most: the newest, the longest, the most annotated."""

NAMES: Final[dict[Order, str]] = {
    "name": "file name",
    "title": "title",
    "outlet": "outlet",
    "date": "date",
    "length": "length",
    "annotations": "annotations",
    "state": "what is unread",
}


@dataclass(frozen=True, slots=True)
class View:
    """One way to look at the articles.

    `turned` turns an order round from how it begins by itself. `words` is what was typed to filter.
    `folded` names the groups of which only the heading is shown.
    """

    order: Order = "name"
    turned: bool = False
    group: Group = ""
    only: Only = ""
    words: str = ""
    folded: frozenset[str] = frozenset()

    @classmethod
    def of(cls, data: object) -> View:
        """Return the view that was remembered; what is no part of one is left out."""
        if not isinstance(data, dict):
            return cls()
        kept: dict[str, Any] = {
            name: value
            for name, choices in (("order", ORDERS), ("group", GROUPS), ("only", ONLY))
            if (value := data.get(name)) in choices
        }
        folded = data.get("folded")
        names = folded if isinstance(folded, list) else ()
        groups = frozenset(name for name in names if isinstance(name, str))
        return cls(**kept, turned=data.get("turned") is True, folded=groups)

    def as_data(self) -> dict[str, object]:
        """Return what is remembered of it: all but the words, which are of one session."""
        folded = sorted(self.folded)
        return {
            "order": self.order,
            "turned": self.turned,
            "group": self.group,
            "only": self.only,
            "folded": folded,
        }

    @property
    def is_plain(self) -> bool:
        """Whether it is `PLAIN`."""
        return self == PLAIN

    @property
    def is_by_name(self) -> bool:
        """Whether its rows are articles by name, from the first, with no headings."""
        return self.order == "name" and not self.turned and not self.group

    @property
    def narrows(self) -> bool:
        """Whether articles may be left out."""
        return bool(self.only or self.words.strip())

    @property
    def falls(self) -> bool:
        """Whether the order begins with the most."""
        return (self.order in FALLING) != self.turned

    @property
    def order_words(self) -> str:
        """What it is sorted by, and which way."""
        return f"by {NAMES[self.order]} {'▼' if self.falls else '▲'}"

    def sorted_by(self, order: Order) -> View:
        """Sort by something; asked again, the other way round."""
        return replace(self, order=order, turned=not self.turned and order == self.order)

    def grouped_by(self, group: Group) -> View:
        """Group by something, every group unfolded."""
        return replace(self, group=group, folded=frozenset())

    def folding(self, group: str, *, folded: bool) -> View:
        """Fold a group, or unfold it."""
        groups = self.folded | {group} if folded else self.folded - {group}
        return replace(self, folded=groups)

    def __str__(self) -> str:
        """Say it in a few words; "" for the plain one."""
        parts = []
        if self.only:
            parts.append(f"only {self.only}")
        if self.order != "name" or self.turned:
            parts.append(self.order_words)
        if self.group:
            parts.append(f"grouped by {self.group}")
        return " · ".join(parts)


PLAIN: Final = View()
"""All articles by name, which asks nothing of them."""
