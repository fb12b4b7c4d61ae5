"""The ledger as CSV (RFC 4180) or tab-separated text, to spreadsheets and back.

A spreadsheet runs a cell that begins with `=`, `+`, `-`, `@`, a tab or a line end as a formula, and
a corpus may be a stranger's: such a cell gets an apostrophe before it, which reading takes away
again. Offsets are code points.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from annotations.exchange.item import ExchangeError, Exported, Incoming
from annotations.model import Annotation, Link
from annotations.schema import SchemaError, annotation_data, as_typed, read_annotation, scalar_word

COLUMNS = (
    *("article", "part", "title", "outlet", "published", "id", "kind", "state", "start", "end"),
    *("quote", "before", "after", "note", "tags", "speaker", "via", "cue", "subject", "measure"),
    *(
        "value",
        "min",
        "max",
        "bound",
        "unit",
        "of",
        "approximate",
        "figure",
        "place",
        "said",
        "iso",
    ),
    *("confidence", "verdict", "fields", "links", "by", "made", "edited"),
)
_CLAIM = ("speaker", "via", "cue", "subject", "measure", "place", "confidence", "verdict")
_QUANTITY = ("value", "min", "max", "bound", "unit", "of", "approximate")
_WHEN = ("said", "iso")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_LONGEST_CELL = 10_000_000


def write(items: Iterable[Exported]) -> Iterator[str]:
    """Give the table as CSV, a row at a time."""
    return _written(items, csv.excel)


def write_tabs(items: Iterable[Exported]) -> Iterator[str]:
    """Give the table with tabs between its cells, a row at a time."""
    return _written(items, csv.excel_tab)


def read(text: str) -> Iterator[Incoming]:
    """Give the annotations of a table, with commas or tabs; `article` is needed, all else may lack.

    Columns that are not known are passed over. Semicolons stand between cells where a spreadsheet
    writes figures with a decimal comma.
    """
    csv.field_size_limit(_LONGEST_CELL)
    text = text.removeprefix("\ufeff")
    heading = text.split("\n", 1)[0]
    delimiter = next((mark for mark in "\t;" if mark in heading), ",")
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        if "article" not in (rows.fieldnames or ()):
            raise ExchangeError("the first line names no column `article`")
        for row in rows:
            yield _incoming(
                {key: unguarded(value or "") for key, value in row.items() if key}, rows
            )
    except csv.Error as wrong:
        raise ExchangeError(f"line {rows.line_num}: {wrong}") from wrong


def guarded(cell: str) -> str:
    """Return a cell that no spreadsheet runs."""
    return f"'{cell}" if _needs_guard(cell) else cell


def unguarded(cell: str) -> str:
    """Take away what `guarded` put before a cell."""
    return cell[1:] if cell[:1] == "'" and _needs_guard(cell[1:]) else cell


def _needs_guard(cell: str) -> bool:
    """Whether a cell is taken for a formula, or for one that was guarded."""
    return cell.startswith(_FORMULA) or (cell[:1] == "'" and _needs_guard(cell[1:]))


def _written(items: Iterable[Exported], dialect: type[csv.Dialect]) -> Iterator[str]:
    yield _line(COLUMNS, dialect)
    for item in items:
        cells = _cells(item)
        yield _line([guarded(cells.get(column, "")) for column in COLUMNS], dialect)


def _line(cells: Iterable[str], dialect: type[csv.Dialect]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, dialect).writerow(cells)
    return out.getvalue()


def _cells(item: Exported) -> dict[str, str]:
    row, one = item.row, item.row.annotation
    data = annotation_data(one)
    claim = data.get("claim") or {}
    found: dict[str, Any] = {
        "article": row.article,
        "part": one.part,
        "title": item.title,
        "outlet": item.outlet,
        "published": item.published,
        "id": one.id,
        "kind": one.kind,
        "state": row.state,
        "start": one.at.start if one.at else None,
        "end": one.at.end if one.at else None,
        "quote": one.quote,
        "before": one.before,
        "after": one.after,
        "note": one.note,
        "tags": "\n".join(one.tags),
        **{key: claim.get(key) for key in _CLAIM},
        **{key: (claim.get("quantity") or {}).get(key) for key in _QUANTITY},
        "figure": (claim.get("quantity") or {}).get("said"),
        **{key: (claim.get("when") or {}).get(key) for key in _WHEN},
        "fields": json.dumps(claim["fields"]) if claim.get("fields") else None,
        "links": "\n".join(map(_link_words, one.links)),
        "by": row.by,
        **{key: data.get(key) for key in ("made", "edited")},
    }
    return {key: value if isinstance(value, str) else _word(value) for key, value in found.items()}


def _word(value: Any) -> str:
    return "" if value is None else scalar_word(value)


def _link_words(link: Link) -> str:
    why = (link.why or "").replace("\\", "\\\\").replace("\n", "\\n")
    return f"{link.type} {link.to} {why}".rstrip()


def _incoming(cells: Mapping[str, str], rows: csv.DictReader[str]) -> Incoming:
    data: dict[str, Any] = {"id": cells.get("id") or "a-new"}
    data |= {key: cells[key] for key in ("part", "note", "by", "made", "edited") if cells.get(key)}
    quote = cells.get("quote", "")
    at = [cells.get("start", ""), cells.get("end", "")]
    if quote:
        placed = all(end.isascii() and end.isdigit() for end in at)
        data |= {"quote": quote, "at": at if placed else ["0", str(len(quote))]}
        data |= {key: cells[key] for key in ("before", "after") if cells.get(key)}
    else:
        placed = True
    data["tags"] = [tag for tag in cells.get("tags", "").split("\n") if tag.strip()]
    data["links"] = [_link(line) for line in cells.get("links", "").split("\n") if line.strip()]
    claim: dict[str, Any] = {key: cells[key] for key in _CLAIM if cells.get(key)}
    quantity = {key: cells[key] for key in _QUANTITY if cells.get(key)}
    if words := cells.get("figure"):
        quantity["said"] = words
    if quantity:
        claim["quantity"] = quantity
    if when := {key: cells[key] for key in _WHEN if cells.get(key)}:
        claim["when"] = when
    problems: list[SchemaError] = []
    try:
        if cells.get("fields"):
            claim["fields"] = json.loads(cells["fields"])
        if claim or cells.get("kind") == "claim":
            data["claim"] = claim
        read_one = read_annotation(as_typed(data), problems)
    except (SchemaError, ValueError, RecursionError) as wrong:
        raise ExchangeError(f"line {rows.line_num}: {wrong}") from wrong
    if problems:
        raise ExchangeError(f"line {rows.line_num}: {problems[0].reason} ({problems[0].remedy})")
    return Incoming(cells["article"], _as_given(read_one, cells, placed=placed))


def _as_given(one: Annotation, cells: Mapping[str, str], *, placed: bool) -> Annotation:
    return replace(one, id=cells.get("id", ""), at=one.at if placed else None)


def _link(line: str) -> dict[str, str | None]:
    type_, to, why = [*line.split(" ", 2), "", ""][:3]
    plain = why.replace("\\n", "\n") if "\\\\" not in why else _unescaped(why)
    return {"type": type_ or None, "to": to or None, "why": plain or None}


def _unescaped(why: str) -> str:
    parts = why.split("\\\\")
    return "\\".join(part.replace("\\n", "\n") for part in parts)
