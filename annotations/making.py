"""What a new or changed annotation is made of, before it meets its sidecar."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from annotations.anchor import context_of
from annotations.error import AnnotationError
from annotations.rendering import flow
from annotations.schema import SCHEMA, annotation_data
from corpus.problem import Problem
from corpus.span import Span
from corpus.yaml_text import DEPTH

if TYPE_CHECKING:
    from annotations.model import Annotation
    from annotations.schema import Data
    from corpus.article import Article

_OUTSIDE = 2  # collections around an annotation: the file and its list
_SURROGATES = re.compile("[\ud800-\udfff]")


def anchored(article: Article, span: Span | None) -> dict[str, Any]:
    """Give the fields of an `Annotation` that tie it to a span, None for the whole article.

    Raises `AnnotationError` where the span is empty or not in the text.
    """
    if span is None:
        return {"quote": None, "at": None, "before": "", "after": ""}
    if not 0 <= span.start < span.end <= len(article.text):
        raise AnnotationError(
            Problem(
                article.name,
                f"[{span.start}, {span.end}] is no span of the text",
                "select at least one character",
            )
        )
    before, after = context_of(article.text, span)
    at = Span(span.start, span.end)
    return {"quote": at.cut(article.text), "at": at, "before": before, "after": after}


def clean_tags(tags: Sequence[str]) -> tuple[str, ...]:
    """Give tags without white space around them, each once, in their order."""
    return tuple(dict.fromkeys(tag.strip() for tag in tags if tag.strip()))


def refuse_unwritable(annotation: Annotation, file: str) -> None:
    """Refuse what no YAML file can hold, or none that is read again. Raises `AnnotationError`."""
    data = annotation_data(annotation)
    if not _is_flat_enough(data):
        reason = f"more than {DEPTH} collections would lie inside each other"
        raise AnnotationError(Problem(file, reason, "take some levels out"))
    try:
        flow(data).encode()
    except UnicodeEncodeError as wrong:
        reason = "the annotation holds half of a surrogate pair, which no file can hold"
        raise AnnotationError(Problem(file, reason, "take that character out")) from wrong
    except ValueError as wrong:
        raise AnnotationError(Problem(file, str(wrong), "give a finite number")) from wrong


def new_header(article: Article) -> dict[str, Data]:
    """Give what a new sidecar begins with."""
    return {
        "schema": SCHEMA,
        "article": {
            # A name that is not Unicode cannot be written: the key is a hint for people.
            "file": _SURROGATES.sub("\ufffd", article.name.rsplit("/", 1)[-1]),
            "reader": article.reader,
            "sha256": article.sha256,
        },
    }


def _is_flat_enough(data: Data) -> bool:
    """Count the levels of an annotation without recursion, which ends far below some of them."""
    level = [data]
    for _ in range(_OUTSIDE, DEPTH):
        level = [
            inner
            for outer in level
            for inner in (outer.values() if isinstance(outer, dict) else outer)
            if isinstance(inner, dict | list)
        ]
        if not level:
            return True
    return False
