"""What the side panel lists: entities, numbers, statements, annotations, as rows of text."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.span import Span
from corpus.time_kinds import TIME_KINDS
from tui.annotating.readers import NOBODY
from tui.layout.wrap import wrapped_lines
from tui.panel.panel_tabs import MARKS
from tui.safe_text import safe, safe_line

if TYPE_CHECKING:
    from annotations.anchor import Placed
    from annotations.model import Claim
    from corpus.understanding.analysis import Mention, Quantity, Statement
    from tui.article.document import Document

_TYPE_NAMES = {"PERSON": "People", "ORG": "Organisations", "PLACE": "Places", "NORP": "Peoples"}
_STATEMENT_ROWS = 3  # a longer statement is cut: it can be read in the article
BOUNDS = {"over": "over", "at-least": "at least", "under": "under", "at-most": "at most"}


@dataclass(frozen=True, slots=True)
class PanelRow:
    """A row: pieces of safe text with the name of their style, and where it leads.

    `targets` are the spans that choosing the row goes through; `annotation` is the id of the
    annotation that the row belongs to. A heading has neither.
    """

    pieces: tuple[tuple[str, str], ...]
    targets: tuple[Span, ...] = ()
    annotation: str | None = None


def rows_of(tab: str, document: Document, width: int) -> tuple[PanelRow, ...]:
    """Return the rows of one tab of the panel, of `width` cells."""
    if tab == "annotations":
        return annotation_rows(document, width)
    if document.analysis is None:
        return (_remark("Reading the article …"),)
    if tab == "statements":
        return statement_rows(document, width)
    return entity_rows(document) if tab == "entities" else number_rows(document)


def fitted_rows(
    tab: str, document: Document, width: int, height: int, scrollbar: int
) -> tuple[PanelRow, ...]:
    """Return the rows of one tab, of `width` cells.

    Where they are more than `height`, they bring a scrollbar of so many cells, which takes these
    from them.
    """
    rows = rows_of(tab, document, width)
    if scrollbar and len(rows) > height and tab in ("annotations", "statements"):
        return rows_of(tab, document, max(8, width - scrollbar))
    return rows


def _remark(words: str) -> PanelRow:
    return PanelRow(((words, "faint"),))


def _heading(words: str, count: int) -> PanelRow:
    return PanelRow(((f"{words} ", "heading"), (str(count), "faint")))


def entity_rows(document: Document) -> tuple[PanelRow, ...]:
    """Return the entities by type, the most often named first; furniture does not count."""
    assert document.analysis is not None
    mentions = document.analysis.body_mentions
    rows: list[PanelRow] = []
    for type_, words in _TYPE_NAMES.items():
        groups: dict[str, list[Mention]] = {}
        for mention in mentions:
            if mention.type == type_:
                groups.setdefault(mention.entity, []).append(mention)
        if not groups:
            continue
        rows.append(_heading(words, len(groups)))
        rows.extend(
            _entity_row(group)
            for group in sorted(groups.values(), key=lambda group: (-len(group), group[0].start))
        )
    return tuple(rows) or (_remark("No entity was found"),)


def _entity_row(mentions: list[Mention]) -> PanelRow:
    """Return the row of one entity: its name, how often, and its other spellings."""
    name = mentions[0].name
    others = Counter(m.text for m in mentions if m.text.casefold() != name.casefold())
    pieces = [("  ", ""), (safe_line(name), mentions[0].type.lower())]
    if len(mentions) > 1:
        pieces.append((f" ×{len(mentions)}", "faint"))
    if others:
        names = ", ".join(safe_line(" ".join(text.split())) for text, _ in others.most_common(4))
        pieces.append((f"  {names}", "faint"))
    return PanelRow(tuple(pieces), tuple(mentions))


def number_rows(document: Document) -> tuple[PanelRow, ...]:
    """Return the figures, then the dates and times, in the order of the text."""
    assert document.analysis is not None
    shown = document.analysis.body_quantities
    figures = [q for q in shown if q.kind not in TIME_KINDS]
    times = [q for q in shown if q.kind in TIME_KINDS]
    rows: list[PanelRow] = []
    for words, group in (("Figures", figures), ("Dates and times", times)):
        if group:
            rows.append(_heading(words, len(group)))
            rows.extend(_number_row(quantity) for quantity in group)
    return tuple(rows) or (_remark("No number was found"),)


def _number_row(quantity: Quantity) -> PanelRow:
    """Return the row of one quantity: bound, words, what is counted, date."""
    before = [BOUNDS[quantity.bound]] if quantity.bound else []
    if quantity.approximate:
        before.append("about")
    pieces = [("  ", "")]
    if before:
        pieces.append((" ".join(before) + " ", "faint"))
    style = "date" if quantity.kind in TIME_KINDS else "quantity"
    pieces.append((safe_line(" ".join(quantity.text.split())), style))
    if quantity.of is not None:
        pieces.append((f" {safe_line(' '.join(quantity.of.text.split()))}", ""))
    if quantity.iso is not None and quantity.iso != quantity.text:
        pieces.append((f"  {safe_line(quantity.iso)}", "faint"))
    return PanelRow(tuple(pieces), (Span(quantity.start, quantity.end),))


def statement_rows(document: Document, width: int) -> tuple[PanelRow, ...]:
    """Return the statements by speaker, in the order in which the speakers come first."""
    assert document.analysis is not None
    text = document.article.text
    groups: dict[str, list[Statement]] = {}
    for statement in document.analysis.statements:
        speaker = statement.speaker
        key = "" if speaker is None else speaker.entity or speaker.name.casefold()
        groups.setdefault(key, []).append(statement)
    rows: list[PanelRow] = []
    for statements in groups.values():
        speaker = statements[0].speaker
        name = "Speaker not named" if speaker is None else safe_line(speaker.name)
        rows.append(_heading(name[:1].upper() + name[1:], len(statements)))
        for statement in statements:
            rows.extend(_statement_rows(statement, text, width))
    return tuple(rows) or (_remark("No statement was found"),)


def _statement_rows(statement: Statement, text: str, width: int) -> list[PanelRow]:
    """Return the rows of one statement: its cue, then what is said, cut to a few rows."""
    content = Span(statement.content.start, statement.content.end)
    cue = safe_line(" ".join(statement.cue.cut(text).split())) if statement.cue else ""
    via = f"via {safe_line(statement.via)}" if statement.via is not None else ""
    lead = " ".join(filter(None, (cue, via)))
    words = " ".join(content.cut(text).split())
    said = f"“{words}”" if statement.direct else words
    rows = _wrapped(f"{lead}: {said}" if lead else said, "", width - 3, (content,))
    if len(rows) > _STATEMENT_ROWS:
        rows = rows[:_STATEMENT_ROWS]
        last = rows[-1].pieces[0][0]
        if len(last) > width - 5:
            last = last[: max(0, width - 5)].rpartition(" ")[0]
        rows[-1] = PanelRow(((f"{last} …", ""),), (content,))
    return [PanelRow((("  ", ""), *row.pieces), row.targets) for row in rows]


def annotation_rows(document: Document, width: int) -> tuple[PanelRow, ...]:
    """Return the annotations: those without a place first, then in the order of the text."""
    rows: list[PanelRow] = []
    for problem in document.problems:
        line = f"line {problem.line}: " if problem.line else ""
        remedy = f" ({problem.remedy})" if problem.remedy else ""
        rows.extend(_wrapped(f"! {line}{problem.reason}{remedy}", "warning", width))
    unplaced = [placed for placed in document.placed if placed.span is None]
    for placed in (*unplaced, *(placed for _, placed in document.annotated)):
        rows.extend(_annotation_rows(placed, width, document.links.get(placed.annotation.id, ())))
    if not rows and document.metadata is None:  # read before the annotations
        return (_remark("Reading the annotations …"),)
    return tuple(rows) or (_remark("Nothing annotated yet: select words, then annotate them"),)


def _wrapped(
    words: str,
    style: str,
    width: int,
    targets: tuple[Span, ...] = (),
    annotation: str | None = None,
) -> list[PanelRow]:
    """Return words wrapped to as many rows as they need."""
    lines = wrapped_lines(safe(words), max(8, width))
    return [PanelRow(((line, style),), targets, annotation) for line in lines]


def _annotation_rows(placed: Placed, width: int, links: tuple[str, ...]) -> list[PanelRow]:
    """Return the rows of one annotation: its quotation on one row, then note, claim and tags."""
    annotation = placed.annotation
    targets = (placed.span,) if placed.span is not None else ()
    quote = annotation.quote if annotation.quote is not None else "the whole article"
    pieces = [(f"{MARKS[annotation.kind]} ", "heading")]
    if placed.state != "ok":
        pieces.append((f"{placed.state} ", "warning"))
    if not placed.mine:
        pieces.append((f"{safe_line(annotation.by or NOBODY)}: ", "heading"))
    pieces.append((safe_line(" ".join(quote.split())), "strong"))
    rows = [PanelRow(tuple(pieces), targets, annotation.id)]
    tags = " ".join(f"#{tag}" for tag in annotation.tags)
    for words, style in (
        (annotation.note or "", ""),
        (claim_words(annotation.claim) if annotation.claim else "", ""),
        (tags, "faint"),
        ("\n".join(f"↔ {link}" for link in links), "faint"),
    ):
        if words:
            indented = "\n".join(f"  {line}" for line in words.rstrip().split("\n"))
            rows.extend(_wrapped(indented, style, width, targets, annotation.id))
    return rows


def claim_words(claim: Claim) -> str:
    """Say a claim in one line: who says how much of what, where and when."""
    # With it come all annotations, which the first paint does without.
    from tui.claiming.figures import quantity_line

    figure = quantity_line(claim.quantity)
    said = claim.when.said or claim.when.iso if claim.when is not None else None
    parts = (claim.speaker, claim.subject, claim.measure, figure, claim.place, said)
    return " · ".join(part for part in parts if part)
