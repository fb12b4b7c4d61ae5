"""The W3C Web Annotation Data Model as JSON-LD (https://www.w3.org/TR/annotation-model/).

An export is an `AnnotationCollection` with one page. A target has a `TextQuoteSelector` and a
`TextPositionSelector`; the standard counts Unicode code points, half-open, as Postil does. The text
is what Postil reads: line ends are LF, a BOM is left out. Notes, tags and links are bodies; what
the model has no word for (a claim, the type of a link) stands under `postil:`, a claim with a
context of its own, so that a JSON-LD processor keeps all of it. Whatever the model takes for an IRI
is an absolute one: `urn:postil:article:` and the name of the article.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote, unquote

from annotations.exchange.item import ExchangeError, Exported, Incoming
from annotations.model import Annotation, Link
from annotations.schema import SchemaError, annotation_data, as_typed, read_annotation
from corpus.span import Span

_CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"postil": "urn:postil:ns:"}]
# A claim has words of its own: those of the model, such as `via`, mean something else in it.
_CLAIM_CONTEXT = [None, {"@vocab": "urn:postil:ns:"}]
# What stands in no IRI, or makes of a key a whole one or a keyword.
_NO_TERM = re.compile(r"[\x00-\x20<>\"{}|\\^`%@:]")
_COLLECTION = "urn:postil:collection"
_PAGE = "urn:postil:collection:page:1"
_ID = "urn:postil:annotation:"
_ARTICLE = "urn:postil:article:"
_OURS = re.compile(re.escape(_ID) + r"([0-9A-Za-z._~%-]+)")
# xsd:dateTime in UTC, as the model wants it; a sidecar may hold anything.
_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?Z")


def write(items: Iterable[Exported]) -> Iterator[str]:
    """Give the collection, in pieces of a text."""
    found = [_annotation(item) for item in items]
    collection = {
        "@context": _CONTEXT,
        "id": _COLLECTION,
        "type": "AnnotationCollection",
        "label": "Postil annotations",
        "total": len(found),
        "last": _PAGE,
        "first": {
            "id": _PAGE,
            "type": "AnnotationPage",
            "partOf": _COLLECTION,
            "startIndex": 0,
            "items": found,
        },
    }
    # Escaped to ASCII: nothing in it can command a terminal, and half a surrogate pair is kept.
    yield json.dumps(collection, indent=2) + "\n"


def read(text: str) -> Iterator[Incoming]:
    """Give the annotations of a collection, a page, a list or one annotation."""
    try:
        root = json.loads(text)
    except RecursionError as wrong:
        raise ExchangeError("the JSON is nested too deep") from wrong
    except ValueError as wrong:
        raise ExchangeError(f"this is not JSON: {wrong}") from wrong
    for number, item in enumerate(_items(root), 1):
        if not isinstance(item, dict):
            raise ExchangeError(f"item {number} is not an annotation but {type(item).__name__}")
        yield _incoming(item, number)


def _annotation(item: Exported) -> dict[str, Any]:
    row, one = item.row, item.row.annotation
    bodies: list[dict[str, Any]] = []
    if one.note:
        bodies.append(
            {
                "type": "TextualBody",
                "purpose": "commenting",
                "format": "text/plain",
                "value": one.note,
            }
        )
    bodies += [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in one.tags]
    for link in one.links:
        body = {"type": "SpecificResource", "purpose": "linking", "source": _id(link.to)}
        more = {"postil:type": link.type} | ({"postil:why": link.why} if link.why else {})
        bodies.append(body | more)
    source = _ARTICLE + quote(row.article, errors="surrogateescape")
    target: dict[str, Any] = {"source": source}
    if one.quote is not None and one.at is not None:
        target["selector"] = [
            {
                "type": "TextQuoteSelector",
                "exact": one.quote,
                "prefix": one.before,
                "suffix": one.after,
            },
            {"type": "TextPositionSelector", "start": one.at.start, "end": one.at.end},
        ]
    data: dict[str, Any] = {
        "id": _id(one.id),
        "type": "Annotation",
        "motivation": _motivation(one),
        "body": bodies,
        "target": target,
    }
    if not bodies:
        del data["body"]
    for key, time in (("created", one.made), ("modified", one.edited)):
        if time:
            data[key if _TIME.fullmatch(time) else f"postil:{key}"] = time
    if row.by:
        data["creator"] = {"type": "Person", "name": row.by}
    if one.part is not None:
        data["postil:part"] = one.part
    data["postil:state"] = row.state
    if one.claim is not None:
        data["postil:claim"] = {"@context": _CLAIM_CONTEXT} | _terms(annotation_data(one)["claim"])
    return data


def _id(identity: str) -> str:
    return _ID + quote(identity, safe="", errors="surrogatepass")


def _identity(iri: Any) -> str:
    """Return the id of an annotation of ours, "" for that of another tool."""
    found = _OURS.fullmatch(str(iri or ""))
    return unquote(found[1], errors="surrogatepass") if found else ""


def _motivation(one: Annotation) -> str:
    if one.claim is not None:
        return "assessing"
    return "commenting" if one.note else "tagging" if one.tags else "highlighting"


def _items(root: Any) -> Iterator[Any]:
    if isinstance(root, list):
        yield from root
    elif not isinstance(root, dict):
        raise ExchangeError("there is no annotation in this JSON")
    elif "target" in root:
        yield root
    elif isinstance(page := root.get("first", root), dict) and isinstance(page.get("items"), list):
        yield from page["items"]
    else:
        raise ExchangeError("there is neither a target nor a list of items in this JSON")


def _incoming(item: dict[str, Any], number: int) -> Incoming:
    target = _first(item.get("target"))
    source = target if isinstance(target, str) else None
    selectors: list[Any] = []
    if isinstance(target, dict):
        source = target.get("source") or target.get("id")
        if isinstance(source, dict):
            source = source.get("id")
        selectors = _list(target.get("selector"))
    if not isinstance(source, str):
        raise ExchangeError(f"annotation {number} has no target with a source")
    words, before, after, at = _selected(selectors)
    notes, tags, links = _bodies(_list(item.get("body")) + _list(item.get("bodyValue")))
    creator = _first(item.get("creator"))
    name = creator.get("name") if isinstance(creator, dict) else creator
    claim = _plain(item.get("postil:claim"))
    try:
        problems: list[SchemaError] = []
        read_claim = read_annotation(as_typed({"id": "a", "claim": claim}), problems).claim
    except (SchemaError, ValueError, TypeError):
        read_claim = None
    return Incoming(
        unquote(source.split("#")[0].removeprefix(_ARTICLE), errors="surrogateescape"),
        Annotation(
            id=_identity(item.get("id")),
            quote=words,
            at=at,
            part=_text(item.get("postil:part")),
            before=before,
            after=after,
            note="\n\n".join(notes),
            tags=tuple(dict.fromkeys(tags)),
            claim=read_claim,
            links=tuple(links),
            by=_text(name),
            made=_text(item.get("created")) or _text(item.get("postil:created")),
            edited=_text(item.get("modified")) or _text(item.get("postil:modified")),
        ),
    )


def _selected(selectors: list[Any]) -> tuple[str | None, str, str, Span | None]:
    """Read the words, what stands around them, and the position."""
    words, before, after, at = None, "", "", None
    for selector in selectors:
        if not isinstance(selector, dict):
            continue
        kind = selector.get("type")
        if kind == "TextQuoteSelector" and _text(selector.get("exact")):
            words = selector["exact"]
            before, after = _text(selector.get("prefix")) or "", _text(selector.get("suffix")) or ""
        elif kind == "TextPositionSelector":
            start, end = selector.get("start"), selector.get("end")
            if isinstance(start, int) and isinstance(end, int) and 0 <= start < end:
                at = Span(start, end)
    return words, before, after, at


def _bodies(bodies: list[Any]) -> tuple[list[str], list[str], list[Link]]:
    notes: list[str] = []
    tags: list[str] = []
    links: list[Link] = []
    for body in bodies:
        if isinstance(body, str):
            notes.append(body)
            continue
        if not isinstance(body, dict):
            continue
        value, purpose = _text(body.get("value")), body.get("purpose")
        leads = _identity(body.get("source"))
        if leads and _text(body.get("postil:type")):
            links.append(Link(leads, body["postil:type"], _text(body.get("postil:why"))))
        elif value and purpose == "tagging":
            tags.append(value)
        elif value:
            notes.append(value)
    return notes, tags, links


def _terms(value: Any) -> Any:
    """Give a claim with keys that can be parts of an IRI: a field of the reader's has any name."""
    if not isinstance(value, dict):
        return value
    return {
        _NO_TERM.sub(lambda found: quote(found[0], safe=""), key): _terms(below)
        for key, below in value.items()
    }


def _plain(value: Any) -> Any:
    """Give a claim without what JSON-LD adds to it: its context, and `postil:` before each key."""
    if not isinstance(value, dict):
        return value
    return {
        unquote(key.removeprefix("postil:")): _plain(below)
        for key, below in value.items()
        if key != "@context"
    }


def _list(value: Any) -> list[Any]:
    return [] if value is None else value if isinstance(value, list) else [value]


def _first(value: Any) -> Any:
    return next(iter(_list(value)), None)


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None
