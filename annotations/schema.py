"""The schema `postil/1` of a sidecar: YAML values to the model and back.

Values come in as strings, as they were typed; here each is converted by what its key means. Keys
that the schema does not know are left alone.
"""

from __future__ import annotations

import math
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeVar

from annotations.model import Annotation, Claim, ClaimQuantity, Link, Number, When
from corpus.span import Span
from corpus.yaml_shapes import short

if TYPE_CHECKING:
    from collections.abc import Callable

    from corpus.yaml_text import YamlValue

Result = TypeVar("Result")

SCHEMA_NAME = "postil"
SCHEMA_VERSION = 1
SCHEMA = f"{SCHEMA_NAME}/{SCHEMA_VERSION}"

Data = Any
"""What is written as YAML: str, int, float, bool, None, lists and mappings of them."""

Path = tuple[str | int, ...]

ANNOTATION_KEYS = (
    *("id", "quote", "at", "part", "before", "after", "note", "tags", "claim", "links"),
    *("by", "made", "edited"),
)
CLAIM_KEYS = (
    *("speaker", "via", "cue", "subject", "measure", "quantity", "place", "when"),
    *("confidence", "verdict", "fields"),
)
QUANTITY_KEYS = ("value", "min", "max", "bound", "unit", "of", "approximate", "said")
WHEN_KEYS = ("said", "iso")
LINK_KEYS = ("to", "type", "why")
ROOT_KEYS = ("schema", "article", "annotations")
KEYS: dict[Path, tuple[str, ...]] = {
    (): ANNOTATION_KEYS,
    ("claim",): CLAIM_KEYS,
    ("claim", "quantity"): QUANTITY_KEYS,
    ("claim", "when"): WHEN_KEYS,
}
"""The mappings of an annotation and their keys, in order. Under `fields` every key is known."""

_WHOLE = re.compile(r"[0-9]+")
_NUMBER = re.compile(r"[+-]?(?:[0-9]+|[0-9]{1,3}(?:[,_][0-9]{3})+)(?:\.[0-9]+)?")
_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]*")


class SchemaError(Exception):
    """A value is not what its key asks for; `path` leads to it from the annotation's mapping."""

    def __init__(self, path: Path, reason: str, remedy: str) -> None:
        super().__init__(reason)
        self.path = path
        self.reason = reason
        self.remedy = remedy


def read_annotation(value: YamlValue, problems: list[SchemaError]) -> Annotation:
    """Convert one item of `annotations`.

    A key whose value is not what it asks for is added to `problems` and left out; of `quote` and
    `at` both are. Raises `SchemaError` for what has no id.
    """
    mapping = _mapping(value, ())
    identity = _text(mapping, "id", ())
    if identity is None:
        raise SchemaError((), "the annotation has no id", "add a line such as `id: a-7mk2x9q4wd`")
    if not _ID.fullmatch(identity):
        raise SchemaError(
            ("id",), f"{short(identity)} is not an id", "use `a-` and 10 letters and figures"
        )

    def text(key: str) -> str | None:
        return _or_none(problems, _text, mapping, key, ())

    quote, at = _or_none(problems, _anchor, mapping) or (None, None)
    claim = mapping.get("claim")
    return Annotation(
        id=identity,
        quote=quote,
        at=at,
        part=text("part"),
        before=text("before") or "",
        after=text("after") or "",
        note=text("note") or "",
        tags=_or_none(problems, _texts, mapping, "tags", ()) or (),
        claim=None if claim is None else _or_none(problems, _claim, claim, problems),
        links=_or_none(problems, _links, mapping) or (),
        by=text("by"),
        made=text("made"),
        edited=text("edited"),
    )


def key_of(path: Path) -> Path:
    """Give the part of the path of a `SchemaError` that leads to the key that was left out."""
    return path if path[:1] == ("claim",) else path[:1]


def read_tags(mapping: YamlValue) -> tuple[str, ...]:
    """Read the tags of the `article` block. Raises `SchemaError`."""
    return _texts(_mapping(mapping, ()), "tags", ())


def annotation_data(annotation: Annotation) -> dict[str, Data]:
    """Turn an annotation into what is written, in the schema's order, without what is empty."""
    claim = annotation.claim
    return _filled(
        {
            "id": annotation.id,
            "quote": annotation.quote,
            "at": [annotation.at.start, annotation.at.end] if annotation.at else None,
            "part": annotation.part,
            "before": annotation.before,
            "after": annotation.after,
            "note": annotation.note,
            "tags": list(annotation.tags),
            "claim": None if claim is None else claim_data(claim),
            "links": [
                _filled({"to": link.to, "type": link.type, "why": link.why})
                for link in annotation.links
            ],
            "by": annotation.by,
            "made": annotation.made,
            "edited": annotation.edited,
        },
        keep=("claim",),
    )


def claim_data(claim: Claim) -> dict[str, Data]:
    """Turn a claim into what is written, without what is empty."""
    quantity, when = claim.quantity, claim.when
    return _filled(
        {
            "speaker": claim.speaker,
            "via": claim.via,
            "cue": claim.cue,
            "subject": claim.subject,
            "measure": claim.measure,
            "quantity": None if quantity is None else _quantity_data(quantity),
            "place": claim.place,
            "when": None if when is None else _filled({"said": when.said, "iso": when.iso}),
            "confidence": claim.confidence,
            "verdict": claim.verdict,
            "fields": dict(claim.fields),
        }
    )


def has_unknown(mapping: dict[str, Any], path: Path) -> bool:
    """Whether there are keys that the schema does not know in the mapping at `path`, or deeper."""
    return path in KEYS and any(
        key not in KEYS[path] or (isinstance(value, dict) and has_unknown(value, (*path, key)))
        for key, value in mapping.items()
    )


def unknown_in(item: Any) -> dict[Path, Any]:
    """Give the values under keys of an annotation that the schema does not know, by their path."""
    found: dict[Path, Any] = {}
    for path, keys in KEYS.items():
        mapping = item
        for step in path:
            mapping = mapping.get(step) if isinstance(mapping, dict) else None
        if isinstance(mapping, dict):
            found |= {(*path, key): mapping[key] for key in mapping if key not in keys}
    return found


def as_typed(value: Data) -> YamlValue:
    """Give the value that reading returns for written data: every scalar a string or None."""
    if isinstance(value, dict):
        return {key: as_typed(item) for key, item in value.items()}  # type: ignore[return-value]
    if isinstance(value, list):
        return [as_typed(item) for item in value]  # type: ignore[return-value]
    return value if value is None or isinstance(value, str) else scalar_word(value)


def scalar_word(value: Number | bool) -> str:
    """Write a number or a truth value. Raises `ValueError` for what is not finite."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if not math.isfinite(value):
        raise ValueError(f"{value} is not a number that can be written")
    return format(Decimal(repr(value)), "f")


def _quantity_data(quantity: ClaimQuantity) -> dict[str, Data]:
    data = _filled({key: getattr(quantity, key) for key in QUANTITY_KEYS if key != "approximate"})
    # Beside a figure it is said either way: a reader of the file need not know the default.
    return {**data, "approximate": quantity.approximate} if data or quantity.approximate else {}


def _filled(data: dict[str, Data], keep: tuple[str, ...] = ()) -> dict[str, Data]:
    """Leave out null and empty values, but an empty mapping under a key of `keep`."""
    return {
        key: value
        for key, value in data.items()
        if value is not None and (value not in ("", [], {}) or (key in keep and value == {}))
    }


def _or_none(
    problems: list[SchemaError], read: Callable[..., Result], *arguments: Any
) -> Result | None:
    """Read one key; where it cannot be read, add that to `problems` and give None."""
    try:
        return read(*arguments)
    except SchemaError as wrong:
        problems.append(wrong)
        return None


def _anchor(mapping: dict[str, YamlValue]) -> tuple[str | None, Span | None]:
    quote, at = _text(mapping, "quote", ()), _span(mapping)
    if (quote is None) != (at is None):
        there, missing = ("quote", "at") if at is None else ("at", "quote")
        raise SchemaError(
            (there,), f"there is `{there}` but no `{missing}`", "give both, or neither of them"
        )
    return quote, at


def _claim(value: YamlValue, problems: list[SchemaError]) -> Claim:
    at: Path = ("claim",)
    mapping = _mapping(value, at)
    quantity, when = mapping.get("quantity"), mapping.get("when")
    fields = mapping.get("fields")
    return Claim(
        **{
            key: _or_none(problems, _text, mapping, key, at)
            for key in CLAIM_KEYS
            if key not in ("quantity", "when", "fields")
        },
        quantity=None if quantity is None else _or_none(problems, _quantity, quantity, problems),
        when=None if when is None else _or_none(problems, _when, when, problems),
        fields=(fields and _or_none(problems, _mapping, fields, (*at, "fields"))) or {},
    )


def _quantity(value: YamlValue, problems: list[SchemaError]) -> ClaimQuantity:
    at: Path = ("claim", "quantity")
    mapping = _mapping(value, at)
    return ClaimQuantity(
        value=_or_none(problems, _number, mapping, "value", at),
        min=_or_none(problems, _number, mapping, "min", at),
        max=_or_none(problems, _number, mapping, "max", at),
        bound=_or_none(problems, _text, mapping, "bound", at),
        unit=_or_none(problems, _text, mapping, "unit", at),
        of=_or_none(problems, _text, mapping, "of", at),
        approximate=_or_none(problems, _truth, mapping, "approximate", at) or False,
        said=_or_none(problems, _text, mapping, "said", at),
    )


def _when(value: YamlValue, problems: list[SchemaError]) -> When:
    at: Path = ("claim", "when")
    mapping = _mapping(value, at)
    return When(
        said=_or_none(problems, _text, mapping, "said", at),
        iso=_or_none(problems, _text, mapping, "iso", at),
    )


def _links(mapping: dict[str, YamlValue]) -> tuple[Link, ...]:
    links = []
    for index, item in enumerate(_sequence(mapping, "links", ())):
        at: Path = ("links", index)
        link = _mapping(item, at)
        to, kind = _text(link, "to", at), _text(link, "type", at)
        if to is None or kind is None:
            raise SchemaError(
                at, "the link has no `to` or no `type`", "give both, e.g. {to: a-…, type: supports}"
            )
        links.append(Link(to, kind, _text(link, "why", at)))
    return tuple(links)


def _span(mapping: dict[str, YamlValue]) -> Span | None:
    if mapping.get("at") is None:
        return None
    ends = mapping["at"]
    if isinstance(ends, list) and len(ends) == 2:
        start, end = (
            int(item) if isinstance(item, str) and _WHOLE.fullmatch(item) and len(item) < 19 else -1
            for item in ends
        )
        if 0 <= start < end:
            return Span(start, end)
    raise SchemaError(
        ("at",), "`at` is not a span", "write the first offset and the one after the last: [12, 40]"
    )


def _mapping(value: YamlValue, path: Path) -> dict[str, YamlValue]:
    if isinstance(value, dict):
        return value
    name = f"`{path[-1]}`" if path and isinstance(path[-1], str) else "the item"
    raise SchemaError(path, f"{name} is not a mapping", "write `key: value` lines under it")


def _sequence(mapping: dict[str, YamlValue], key: str, path: Path) -> list[YamlValue]:
    value = mapping.get(key)
    if value is None:
        return []
    if isinstance(value, list):
        return value
    raise SchemaError((*path, key), f"`{key}` is not a list", f"write it as a list: {key}: [one]")


def _text(mapping: dict[str, YamlValue], key: str, path: Path) -> str | None:
    value = mapping.get(key)
    if value is None or isinstance(value, str):
        return value or None
    raise SchemaError(
        (*path, key),
        f"`{key}` is a list or a mapping, not a text",
        "put the text on one line, in double quotes if it has brackets or a colon",
    )


def _texts(mapping: dict[str, YamlValue], key: str, path: Path) -> tuple[str, ...]:
    texts: list[str] = []
    if isinstance(value := mapping.get(key), str):
        return (value,) if value else ()  # one word, as people write it, is a list of one
    for index, item in enumerate(_sequence(mapping, key, path)):
        if not isinstance(item, str) or not item:
            raise SchemaError(
                (*path, key, index),
                f"item {index + 1} of `{key}` is not a text",
                "write words, in double quotes where they are empty, null or have brackets",
            )
        texts.append(item)
    return tuple(texts)


def _number(mapping: dict[str, YamlValue], key: str, path: Path) -> Number | None:
    word = _text(mapping, key, path)
    if word is None:
        return None
    if len(word) > 40 or not _NUMBER.fullmatch(word):
        raise SchemaError(
            (*path, key),
            f"{short(word)} is not a number",
            "write figures only, such as 2500 or 0.5",
        )
    digits = word.replace(",", "").replace("_", "")
    return float(digits) if "." in digits else int(digits)


def _truth(mapping: dict[str, YamlValue], key: str, path: Path) -> bool:
    word = (_text(mapping, key, path) or "false").lower()
    if word in ("true", "yes"):
        return True
    if word in ("false", "no"):
        return False
    reason = f"{short(word)} is neither true nor false"
    raise SchemaError((*path, key), reason, "write true or false")
