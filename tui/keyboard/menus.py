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
_ON_MATCHES = ("reader.match_next", "reader.annotate_matches")
_ON_ADDRESS = ("reader.address",)
_ON_SELECTION = (
    "reader.annotate",
    "reader.claim",
    "reader.highlight",
    "annotation.tags",
    "reader.copy",
    "reader.copy_cited",
    "reader.search_this",
    "reader.select_more",
)
_ON_TEXT = (
    "reader.annotate",
    "reader.claim",
    "reader.highlight",
    "reader.search_this",
    "reader.select_thing",
    "reader.select_sentence",
    "reader.copy_cited",
)
_ON_ARTICLE = (
    "reader.annotate_article",
    "reader.layers",
    "reader.find",
    "corpus.search",
    "reader.edit_article",
    "reader.set_mark",
    "reader.go_to_mark",
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


def menu_of(
    place: str,
    *,
    selected: bool,
    annotated: bool,
    named: bool = False,
    addressed: bool = False,
    matched: bool = False,
) -> tuple[str, ...]:
    """Return the ids of the actions that the menu of a place offers, in their order.

    `place` is a key of `tui.actions.CONTEXTS`. `selected` says that something is selected,
    `annotated` that an annotation is under the cursor or on the row, `named` that an entity or a
    number is, `addressed` that a web address is, `matched` that matches are marked in the article.
    """
    here = _ON_ANNOTATION if annotated else ()
    if place == "list":
        return ("list.open", *_IN_LIST, "corpus.search", *_PANEL, *_ALL)
    if place == "panel":
        cards = ("panel.card",) if named else ()
        return (*cards, "panel.go", *here, *_PANEL, *_ALL)
    found = (*(_ON_ADDRESS if addressed else ()), *(_ON_THING if named else ()))
    words = _ON_SELECTION if selected else _ON_TEXT
    matches = _ON_MATCHES if matched else ()
    # Tags are offered for what is annotated and for what is selected: once, where it is both.
    return tuple(dict.fromkeys((*found, *here, *words, *matches, *_ON_ARTICLE, *_PANEL, *_ALL)))
