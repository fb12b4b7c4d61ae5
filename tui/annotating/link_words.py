"""Links in words, as both of their ends show them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.panel.panel_rows import claim_words
from tui.panel.panel_tabs import MARKS
from tui.safe_text import safe_line

if TYPE_CHECKING:
    from annotations.anchor import Placed
    from annotations.linked import LinkEnd
    from annotations.model import Annotation
    from annotations.store import AnnotationStore


def words_of_links(
    store: AnnotationStore, article: str, placed: Sequence[Placed]
) -> dict[str, tuple[str, ...]]:
    """Say the links of an article's annotations, by id: those they hold, then those to them."""
    from annotations.linked import links_of

    links = links_of(store, article)
    found = {one.annotation.id: links.of(one.annotation.id) for one in placed}
    return {id_: tuple(map(end_words, ends)) for id_, ends in found.items() if ends}


def words_of(one: Annotation) -> str:
    """Say an annotation on one line, as safe text."""
    claim = claim_words(one.claim) if one.claim else ""
    words = " ".join((one.note or claim or one.quote or one.id).split())
    return safe_line(words)


def peeked(placed: Placed, among: int) -> str:
    """Say what an annotation under the cursor holds, one of `among` that are there. As safe text.

    The quoted words are left out: they are on the screen.
    """
    one = placed.annotation
    said = " ".join(f"{one.note or ''} {' '.join(f'#{tag}' for tag in one.tags)}".split())
    words = said or (claim_words(one.claim) if one.claim else "") or one.kind
    count = f"{among} here: " if among > 1 else ""
    return safe_line(f"{MARKS[one.kind]} {count}{' '.join(words.split())}")


def end_words(end: LinkEnd) -> str:
    """Say a link on one line: what this is to the other, and the other. As safe text."""
    there = words_of(end.row.annotation) if end.row is not None else end.other
    where = f" ({end.row.article})" if end.row is not None else ""
    why = f": {end.link.why}" if end.link.why else ""
    return safe_line(f"{end.words} {there}{where}{why}")
