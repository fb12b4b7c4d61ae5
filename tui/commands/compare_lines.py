"""The JSON lines of `postil compare`; their schema is docs/schemas/compare.schema.json."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.commands.json_lines import Record, figure_of

if TYPE_CHECKING:
    from corpus.article import Article
    from corpus.compare.figures import FiguresOfThing
    from corpus.compare.texts import Difference
    from corpus.span import Span
    from corpus.understanding.analysis import Quantity


def difference_record(first: Article, second: Article, each: Difference) -> Record:
    """A line for a passage in which two articles differ."""
    return {
        "kind": each.kind,
        "first": _passage(first, each.left),
        "second": _passage(second, each.right),
        "words": [
            {
                "first": None if words.left is None else _passage(first, words.left),
                "second": None if words.right is None else _passage(second, words.right),
            }
            for words in each.words
        ],
        "figures": [{"first": _figure(p.left), "second": _figure(p.right)} for p in each.figures],
        "thing": None,
        "differ": True,
    }


def figures_record(first: Article, second: Article, thing: FiguresOfThing) -> Record:
    """A line for all figures that two articles have of one thing; whether they differ."""
    rest = max(len(thing.left), len(thing.right))
    left = (*thing.left, *(None,) * (rest - len(thing.left)))
    right = (*thing.right, *(None,) * (rest - len(thing.right)))
    return {
        "kind": "figures",
        "first": {"article": first.name, "part": first.file.part, "start": None, "end": None},
        "second": {"article": second.name, "part": second.file.part, "start": None, "end": None},
        "words": [],
        "figures": [
            {"first": _figure(one), "second": _figure(other)}
            for one, other in zip(left, right, strict=True)
        ],
        "thing": thing.thing,
        "differ": thing.differ,
    }


def _passage(article: Article, span: Span) -> Record:
    """Return a place of an article; an empty span is where the passage would stand."""
    name, part = article.name, article.file.part
    return {"article": name, "part": part, "start": span.start, "end": span.end}


def _figure(quantity: Quantity | None) -> Record | None:
    if quantity is None:
        return None
    return {
        "start": quantity.start,
        "end": quantity.end,
        **figure_of(quantity),
        "iso": quantity.iso,
    }
