"""Analyses and what follows from them as bytes and back: JSON of frozen dataclasses, compressed.

A dataclass becomes the list of its fields, in order; how to turn it back is told by the types of
the fields, so a new field or class needs no code here. `SHAPE` changes with the classes, and what
was written in another shape is not read.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import types
import typing
import zlib
from collections.abc import Callable
from typing import Any, TypeVar, get_args, get_origin

from corpus.summary import Summary
from corpus.understanding.analysis import Analysis

_T = TypeVar("_T")
_Turn = Callable[[Any], Any]

LARGEST = 256 * 1024 * 1024
"""The most bytes that an entry is decompressed to; more is a damaged entry."""


def encode(entry: object) -> bytes:
    """Turn an analysis, a summary or another of the dataclasses into bytes."""
    text = json.dumps(_write(entry), ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 1)


def decode(data: bytes, shape: type[_T]) -> _T:
    """Turn the bytes of `encode` back into a `shape`. Raises `ValueError` for any others."""
    try:
        return _reader(shape)(_unpacked(data))
    except (zlib.error, TypeError, KeyError, RecursionError) as wrong:
        raise ValueError(f"no {shape.__name__}: {wrong}") from wrong


def decode_lists(data: bytes) -> list[Any]:
    """Turn the bytes of `encode` back into the lists that dataclasses became, all fields in order.

    That takes half the time of `decode`, and leaves no objects. Raises `ValueError`.
    """
    try:
        lists = _unpacked(data)
    except (zlib.error, RecursionError) as wrong:
        raise ValueError(f"no lists: {wrong}") from wrong
    if not isinstance(lists, list):
        raise ValueError("no lists")
    return lists


def _unpacked(data: bytes) -> Any:
    unpacker = zlib.decompressobj()
    text = unpacker.decompress(data, LARGEST)
    if not unpacker.eof:
        raise ValueError("the entry is cut off or too large")
    return json.loads(text.decode("utf-8", "surrogatepass"))


def _write(value: Any) -> Any:
    """Turn dataclasses and tuples into lists; the rest is JSON already."""
    if isinstance(value, tuple):
        return [_write(item) for item in value]
    fields = getattr(value, "__dataclass_fields__", None)
    if fields is None:
        return value
    return [_write(getattr(value, name)) for name, field in fields.items() if field.init]


def _reader(shape: type[_T]) -> Callable[[Any], _T]:
    """Return the function that turns lists back into the dataclass `shape`."""
    known = _READERS.get(shape)
    if known is None:
        known = _READERS[shape] = _dataclass_reader(shape)
    return known


def _dataclass_reader(shape: type[Any]) -> _Turn:
    turns = [_turn(kind) for kind in _field_types(shape)]

    def read(value: Any) -> Any:
        if not isinstance(value, list):
            raise TypeError(f"{shape.__name__} is not a list")
        if len(value) != len(turns):
            raise ValueError(f"{shape.__name__} has {len(value)} fields")
        return shape(
            *(turn(item) if turn else item for turn, item in zip(turns, value, strict=True))
        )

    return read


def _turn(kind: Any) -> _Turn | None:
    """Return what turns a JSON value into one of type `kind`; None if it is one already."""
    if dataclasses.is_dataclass(kind):
        return _reader(typing.cast(type[Any], kind))
    origin, parts = get_origin(kind), get_args(kind)
    if origin is tuple:
        if len(parts) != 2 or parts[1] is not ...:
            raise TypeError(f"{kind} is not written: only tuple[X, ...] is")
        turn = _turn(parts[0])
        return (lambda items: tuple(map(turn, items))) if turn else tuple
    if origin in (types.UnionType, typing.Union):
        turns = [turn for turn in map(_turn, parts) if turn is not None]
        if len(turns) > 1:
            raise TypeError(f"{kind} is not written: two of its types are lists in JSON")
        if turns:
            only = turns[0]
            return lambda value: only(value) if isinstance(value, list) else value
    elif kind not in _JSON_TYPES and origin is not typing.Literal:
        raise TypeError(f"{kind} is not written")
    return None


def _field_types(shape: type[Any]) -> list[Any]:
    hints = typing.get_type_hints(shape)
    return [hints[field.name] for field in dataclasses.fields(shape) if field.init]


def _describe(kind: Any) -> str:
    if dataclasses.is_dataclass(kind):
        shape = typing.cast(type[Any], kind)
        names = [field.name for field in dataclasses.fields(shape) if field.init]
        types_of = [_describe(inner) for inner in _field_types(shape)]
        return f"{shape.__name__}({','.join(map('{}:{}'.format, names, types_of))})"
    parts = get_args(kind)
    return f"{get_origin(kind)}[{','.join(map(_describe, parts))}]" if parts else repr(kind)


_JSON_TYPES = (str, int, float, bool, type(None))
_READERS: dict[type[Any], _Turn] = {}


def shape_of(*shapes: type[Any]) -> str:
    """Return a hash of classes, their fields and their types (16 hexadecimal digits)."""
    return hashlib.sha256("".join(map(_describe, shapes)).encode()).hexdigest()[:16]


SHAPE = shape_of(Analysis, Summary)
"""A hash of the classes that every cache holds."""
