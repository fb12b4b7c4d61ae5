"""What the menu of a place on the screen offers: what can be done right there."""

from __future__ import annotations

_ON_ANNOTATION = (
    "annotation.edit",
    "annotation.claim",
    "annotation.tags",
    "annotation.compare",
    "annotation.mark",
    "annotation.link",
    "annotation.follow",
    "annotation.delete",
    "annotation.edit_file",
)
_ON_THING = ("reader.card", "reader.mention_next", "reader.mention_previous")
_ON_SELECTION = (
    "reader.annotate",
    "reader.claim",
    "reader.highlight",
    "annotation.tags",
    "reader.copy",
    "reader.search_this",
    "reader.select_more",
)
_ON_TEXT = (
    "reader.annotate",
    "reader.claim",
    "reader.highlight",
    "reader.search_this",
    "reader.select_sentence",
)
_ON_ARTICLE = (
    "reader.annotate_article",
    "reader.find",
    "corpus.search",
    "reader.edit_article",
    "reader.jump_back",
    "annotation.undo",
)
_PANEL = ("corpus.entities", "corpus.numbers", "corpus.annotations", "corpus.ledger")
_IN_LIST = (
    "list.star",
    "list.tag",
    "list.unread",
    "list.set_outlet",
    "list.set_published",
    "list.filter",
    "list.only_unread",
    "list.only_all",
    "list.sort_date",
    "list.group_outlet",
    "list.group_none",
    "list.widen",
)
# Leads to all the rest.
_ALL = ("app.palette",)


def menu_of(place: str, *, selected: bool, annotated: bool, named: bool = False) -> tuple[str, ...]:
    """Return the ids of the actions that the menu of a place offers, in their order.

    `place` is a key of `tui.actions.CONTEXTS`. `selected` says that something is selected,
    `annotated` that an annotation is under the cursor or on the row, `named` that an entity or a
    number is.
    """
    here = _ON_ANNOTATION if annotated else ()
    if place == "list":
        return ("list.open", *_IN_LIST, "corpus.search", *_PANEL, *_ALL)
    if place == "panel":
        cards = ("panel.card",) if named else ()
        return (*cards, "panel.go", *here, *_PANEL, *_ALL)
    card = _ON_THING if named else ()
    return (*card, *here, *(_ON_SELECTION if selected else _ON_TEXT), *_ON_ARTICLE, *_PANEL, *_ALL)
