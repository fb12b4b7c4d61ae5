"""Edits of many annotations of the ledger at once: each one step to undo.

What stands in another reader's sidecar is never written: it is left out, and that is said.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from corpus.problem import CorpusError
from tui.tag_line import tag_line, tags_of

if TYPE_CHECKING:
    from annotations import Annotation, LedgerRow
    from annotations.changing import Wish
    from corpus.article import Article
    from tui.workspace import Workspace

CLAIM_FIELDS = ("speaker", "measure", "place", "verdict", "confidence")
"""The fields of a claim that are one line each, and edited in the ledger."""

FIELDS = ("tags", "note", *CLAIM_FIELDS)


def line_of(row: LedgerRow, field: str) -> str:
    """Return what a field of an annotation holds, as a line that one edits."""
    one = row.annotation
    if field == "tags":
        return tag_line(one.tags)
    if field == "note":
        return one.note
    return (getattr(one.claim, field) if one.claim is not None else None) or ""


def edit_rows(workspace: Workspace, rows: Sequence[LedgerRow], field: str, typed: str) -> str:
    """Give a field of annotations what was typed, and say what was done.

    Of several annotations, tags are given, and taken away where a hyphen stands before them; of one
    they become what was typed. A note that gets a speaker becomes a claim.
    """
    from annotations.changing import Wish

    several = len(rows) > 1
    tags = tags_of(typed)
    given = tuple(tag for tag in tags if not tag.startswith("-"))
    taken = {tag.lstrip("-").strip() for tag in tags if tag.startswith("-")}

    def wish(one: Annotation) -> Wish:
        if field == "tags":
            kept = [tag for tag in one.tags if tag not in taken] if several else ()
            return Wish(tags=tuple(dict.fromkeys((*kept, *given))), seen=one)
        if field == "note":
            return Wish(note=typed.strip(), seen=one)
        from annotations import Claim

        claim = one.claim if one.claim is not None else Claim()
        value = " ".join(typed.split()) or None
        if getattr(claim, field) == value:
            return Wish(seen=one)
        changed: dict[str, Any] = {field: value}
        return Wish(claim=replace(claim, **changed), seen=one)

    def change(article: Article, here: Sequence[LedgerRow]) -> int:
        wishes = {row.annotation.id: wish(row.annotation) for row in here}
        return workspace.store.change_all(article, wishes)

    words = typed.strip() or f"no {field}"
    return _each_article(workspace, rows, f"{field}: {words}", change)


def delete_rows(workspace: Workspace, rows: Sequence[LedgerRow]) -> str:
    """Delete annotations, and say so; links that lead to them stay."""

    def delete(article: Article, here: Sequence[LedgerRow]) -> int:
        for row in here:
            workspace.store.delete(article, row.annotation.id, seen=row.annotation)
        return len(here)

    return _each_article(workspace, rows, "deleted", delete)


def accept_rows(workspace: Workspace, rows: Sequence[LedgerRow]) -> str:
    """Let annotations stand on the words that stand in their place now; those that have one."""

    def accept(article: Article, here: Sequence[LedgerRow]) -> int:
        for row in here:
            assert row.span is not None
            workspace.store.move(article, row.annotation.id, row.span)
        return len(here)

    placed = [row for row in rows if row.span is not None and row.state != "ok"]
    if not placed:
        return "Nothing to accept: they stand where they stood, or have no one place"
    return _each_article(workspace, placed, "accepted", accept)


def _each_article(
    workspace: Workspace,
    rows: Sequence[LedgerRow],
    what: str,
    change: Callable[[Article, Sequence[LedgerRow]], int],
) -> str:
    """Change the annotations of one article after the other, as one step to undo.

    What was written before something went wrong stays written, and is undone in one step, too.
    """
    from annotations import AnnotationError

    many, wrong = 0, ""
    by_article: dict[tuple[str, str | None], list[LedgerRow]] = {}
    for row in rows:
        if row.mine:
            by_article.setdefault((row.article, row.part), []).append(row)
    with workspace.store.together(what):
        for (name, part), here in by_article.items():
            file = workspace.corpus.find(name, part)
            if file is None:
                wrong = f"{name} is not in the corpus: its annotations stay as they are"
                continue
            try:
                many += change(workspace.corpus.read(file), here)
            except (AnnotationError, CorpusError) as error:
                wrong = str(error)
                break
    return _said(what, many, sum(not row.mine for row in rows), wrong)


def _said(what: str, many: int, theirs: int, wrong: str) -> str:
    plural = "" if many == 1 else "s"
    words = [f"{many:,} annotation{plural}, {what}" if many or not wrong else ""]
    if theirs:
        words.append(f"{theirs:,} are others', and stay")
    return "; ".join(word for word in (*words, wrong) if word)
