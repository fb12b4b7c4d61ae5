"""Edits of many annotations of the ledger at once: each one step to undo.

What stands in another reader's sidecar is never written: it is left out, and that is said.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from annotations.editor import Watch, unwatched
from corpus.problem import CorpusError
from tui.annotating.tag_line import tag_line, tags_of
from tui.counts import counted

if TYPE_CHECKING:
    from annotations.changing import Wish
    from annotations.ledger import LedgerRow
    from annotations.model import Annotation
    from corpus.article import Article
    from tui.workspace import Workspace

CLAIM_WORDS = ("speaker", "subject", "measure", "place", "verdict", "confidence")
"""The fields of a claim that are plain words."""

FIELDS = ("tags", "note", *CLAIM_WORDS, "quantity", "when")
"""What is edited in the ledger, each as one line."""


def line_of(row: LedgerRow, field: str) -> str:
    """Return what a field of an annotation holds, as a line that one edits."""
    from tui.claiming.figures import quantity_line, when_line

    one, claim = row.annotation, row.annotation.claim
    if field == "tags":
        return tag_line(one.tags)
    if field == "note":
        return one.note
    if claim is None:
        return ""
    if field == "quantity":
        return quantity_line(claim.quantity)
    return when_line(claim.when, None) if field == "when" else getattr(claim, field) or ""


def edit_rows(
    workspace: Workspace,
    rows: Sequence[LedgerRow],
    field: str,
    typed: str,
    watch: Watch = unwatched,
) -> str:
    """Give a field of annotations what was typed, and say what was done.

    `watch` is told how many of how many are done; what it raises ends it before the next sidecar.

    Of several annotations, tags are given, and taken away where a hyphen stands before them; of one
    they become what was typed. A note that gets a speaker becomes a claim. Raises `AnnotationError`
    where nothing was written, as all that write here do.
    """
    several = len(rows) > 1

    def change(article: Article, here: Sequence[LedgerRow], watch: Watch) -> int:
        published = _published(workspace, article) if field == "when" else None
        wishes = {
            row.annotation.id: _wish(row.annotation, field, typed, published, several=several)
            for row in here
        }
        return workspace.store.change_all(article, wishes, watch)

    words = typed.strip() or f"no {field}"
    return _each_article(workspace, rows, f"{field}: {words}", change, watch)


def _wish(one: Annotation, field: str, typed: str, published: str | None, *, several: bool) -> Wish:
    """Say what an annotation is to become."""
    from annotations.changing import Wish
    from annotations.model import Claim
    from tui.claiming.figures import quantity_of, when_of

    if field == "tags":
        tags = tags_of(typed)
        taken = {tag.lstrip("-").strip() for tag in tags if tag.startswith("-")}
        kept = [tag for tag in one.tags if tag not in taken] if several else ()
        given = (tag for tag in tags if not tag.startswith("-"))
        return Wish(tags=tuple(dict.fromkeys((*kept, *given))), seen=one)
    if field == "note":
        return Wish(note=typed.strip(), seen=one)
    words = " ".join(typed.split())
    value: Any = words or None
    if field == "quantity":
        value = quantity_of(words)
    elif field == "when":
        value = when_of(words, published)
    claim = one.claim if one.claim is not None else Claim()
    if getattr(claim, field) == value:
        return Wish(seen=one)
    return Wish(claim=replace(claim, **{field: value}), seen=one)


def _published(workspace: Workspace, article: Article) -> str | None:
    """Return when an article was published; a guess resolves no relative date."""
    found = workspace.corpus.summary(article.file).metadata.published
    return found.value if found is not None and found.certainty != "guess" else None


def linked_to(rows: Sequence[LedgerRow], others: Sequence[LedgerRow]) -> list[LedgerRow]:
    """Return those of `others` that are one's own, are none of `rows`, and link to one of them."""
    ids = {row.annotation.id for row in rows if row.mine}
    return [
        one
        for one in others
        if one.mine
        and one.annotation.id not in ids
        and any(link.to in ids for link in one.annotation.links)
    ]


def delete_rows(
    workspace: Workspace,
    rows: Sequence[LedgerRow],
    linked: Sequence[LedgerRow] = (),
    watch: Watch = unwatched,
) -> str:
    """Delete annotations, with the links of `linked` that lead to them, and say so.

    `watch` as in `edit_rows`.
    """
    ids = {row.annotation.id for row in rows if row.mine}

    def unlink(article: Article, here: Sequence[LedgerRow], watch: Watch) -> int:
        wishes = {}
        for row in here:
            kept = tuple(link for link in row.annotation.links if link.to not in ids)
            wishes[row.annotation.id] = Wish(links=kept, seen=row.annotation)
        return workspace.store.change_all(article, wishes, watch)

    def delete(article: Article, here: Sequence[LedgerRow], watch: Watch) -> int:
        watch(0, len(here))
        seen = {row.annotation.id: row.annotation for row in here}
        return workspace.store.delete_all(article, seen)

    if not linked:
        return _each_article(workspace, rows, "deleted", delete, watch)
    from annotations.changing import Wish

    with workspace.store.together("deleted with their links"):
        unlinked, wrong = _changed(workspace, linked, unlink, watch)
        if wrong:
            return _said("no link", unlinked, 0, wrong)
        return _each_article(workspace, rows, "deleted with the links there", delete, watch)


def accept_rows(workspace: Workspace, rows: Sequence[LedgerRow], watch: Watch = unwatched) -> str:
    """Let annotations stand on the words that stand in their place now; those that have one.

    `watch` as in `edit_rows`.
    """

    def accept(article: Article, here: Sequence[LedgerRow], watch: Watch) -> int:
        places = {row.annotation.id: row.span for row in here if row.span is not None}
        return workspace.store.move_all(article, places, watch)

    placed = [row for row in rows if row.span is not None and row.state != "ok"]
    if not placed:
        return "Nothing to accept: they stand where they stood, or have no one place"
    return _each_article(workspace, placed, "accepted", accept, watch)


def link_rows(
    workspace: Workspace,
    rows: Sequence[LedgerRow],
    to: LedgerRow,
    type_: str,
    watch: Watch = unwatched,
) -> str:
    """Link each of some annotations with the one `to`, and say so; a link is stored at its origin.

    `watch` as in `edit_rows`. Raises ValueError for a type that is none.
    """
    from annotations.changing import Wish
    from annotations.model import Link

    new = Link(to.annotation.id, type_)

    def link(article: Article, here: Sequence[LedgerRow], watch: Watch) -> int:
        wishes = {
            row.annotation.id: Wish(
                links=tuple(dict.fromkeys((*row.annotation.links, new))), seen=row.annotation
            )
            for row in here
        }
        return workspace.store.change_all(article, wishes, watch)

    return _each_article(workspace, rows, f"linked: {type_}", link, watch)


def article_of(workspace: Workspace, row: LedgerRow) -> Article:
    """Read the article of an annotation. Raises AnnotationError where it cannot be had."""
    from annotations.error import AnnotationError
    from corpus.problem import Problem

    file = workspace.corpus.find(row.article, row.part)
    if file is None:
        reason = "it is not in the corpus: its annotations stay as they are"
        raise AnnotationError(Problem(row.article, reason, "bring the article back first"))
    try:
        return workspace.corpus.read(file)
    except CorpusError as wrong:
        raise AnnotationError(wrong.problem) from wrong


def _each_article(
    workspace: Workspace,
    rows: Sequence[LedgerRow],
    what: str,
    change: Callable[[Article, Sequence[LedgerRow], Watch], int],
    watch: Watch,
) -> str:
    """Change the annotations of one article after the other, as one step to undo, and say so.

    What was written before something went wrong stays written, and is undone in one step, too.
    """
    with workspace.store.together(what):
        many, wrong = _changed(workspace, rows, change, watch)
    return _said(what, many, sum(not row.mine for row in rows), wrong)


def _changed(
    workspace: Workspace,
    rows: Sequence[LedgerRow],
    change: Callable[[Article, Sequence[LedgerRow], Watch], int],
    watch: Watch,
) -> tuple[int, str]:
    """Change annotations; return how many, and what went wrong, "" for nothing.

    Raises `AnnotationError` where nothing was written.
    """
    from annotations.error import AnnotationError, StoppedError

    many, told = 0, 0
    total = sum(row.mine for row in rows)
    by_article: dict[tuple[str, str | None], list[LedgerRow]] = {}
    for row in rows:
        if row.mine:
            by_article.setdefault((row.article, row.part), []).append(row)
    for here in by_article.values():
        begun, told = told, told + len(here)
        try:
            article = article_of(workspace, here[0])
            many += change(article, here, partial(_of_all, watch, begun, total))
        except StoppedError:
            return many, f"Stopped: {'the rest is as it was' if many else 'nothing was written'}"
        except (AnnotationError, CorpusError) as error:
            if not many and isinstance(error, AnnotationError):
                raise
            return many, str(error)
    return many, ""


def _of_all(watch: Watch, begun: int, total: int, done: int, _: int) -> None:
    """Tell how many annotations of all articles are done, from how many are of one of them."""
    watch(begun + done, total)


def _said(what: str, many: int, theirs: int, wrong: str) -> str:
    words = [f"{counted(many, 'annotation')}, {what}" if many or not wrong else ""]
    if theirs:
        words.append(f"{theirs:,} are others', and stay")
    return "; ".join(word for word in (*words, wrong) if word)
