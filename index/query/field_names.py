"""The fields of the query language, and what may stand after their colons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from index.query.field_values import read_dates, read_figures, read_has, read_is, read_text


@dataclass(frozen=True, slots=True)
class FieldKind:
    """What may stand after a field's colon.

    `read` makes a value of it; None: words, phrases and wildcards. `remedy` is what to write.
    """

    remedy: str
    read: Callable[[str], object] | None = None


FIELDS: Final = {
    "title": FieldKind("write a word of the title: title:flood"),
    "outlet": FieldKind("write a word of its name: outlet:gazette"),
    "author": FieldKind("write a word of the name: author:keller"),
    "date": FieldKind("write a year, a month or a day: date:2019-11", read_dates),
    "file": FieldKind("write a part of the file's name: file:2019/", read_text),
    "person": FieldKind("write a name: person:keller"),
    "org": FieldKind('write a name: org:"water board"'),
    "place": FieldKind("write a name: place:tormen"),
    "entity": FieldKind("write a name: entity:keller"),
    "speaker": FieldKind("write who says it: speaker:governor"),
    "tag": FieldKind("write a tag: tag:strength"),
    "note": FieldKind("write a word of your note: note:ask"),
    "number": FieldKind("write a number or a range: number:>1000", read_figures),
    "has": FieldKind(
        "write has:number, has:date, has:quote, has:annotation or has:claim", read_has
    ),
    "is": FieldKind("write is:unread or is:starred", read_is),
    "stem": FieldKind("write a word whose forms are meant: stem:flooding"),
}

TEXT_FIELDS: Final = frozenset(name for name, kind in FIELDS.items() if kind.read is None)
"""Fields whose value is words."""

ALL_NAMES: Final = frozenset((*FIELDS, "same", "any"))


def nearest_name(name: str) -> str | None:
    """Give the name that was most likely meant, None where none is near."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    longer = [known for known in sorted(ALL_NAMES) if len(name) > 2 and known.startswith(name)]
    if longer:
        return longer[0]
    found = process.extractOne(name, sorted(ALL_NAMES), scorer=OSA.distance, score_cutoff=2)
    if found is not None and found[1] < len(name) - 1:
        return str(found[0])
    return OTHER_NAMES.get(name)


OTHER_NAMES: Final = {
    "source": "outlet",
    "publisher": "outlet",
    "newspaper": "outlet",
    "site": "outlet",
    "by": "author",
    "writer": "author",
    "path": "file",
    "filename": "file",
    "name": "entity",
    "who": "person",
    "people": "person",
    "organisation": "org",
    "organization": "org",
    "where": "place",
    "location": "place",
    "country": "place",
    "city": "place",
    "when": "date",
    "year": "date",
    "day": "date",
    "published": "date",
    "said": "speaker",
    "label": "tag",
    "comment": "note",
    "annotation": "note",
    "headline": "title",
    "heading": "title",
    "subject": "title",
    "figure": "number",
    "amount": "number",
    "count": "number",
}
"""What other languages, and people, call the fields."""
