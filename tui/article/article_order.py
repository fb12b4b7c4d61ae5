"""The order of articles: where one stands among the others, found by bisection."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from corpus.article import ArticleFile


def insertion_point(files: Sequence[ArticleFile], file: ArticleFile) -> int:
    """Return the index of the first of `files`, sorted by name, that is not before `file`."""
    return bisect_left(files, file.article, key=lambda one: one.article)


def place_among(files: Sequence[ArticleFile], file: ArticleFile) -> int | None:
    """Return the index of the article among `files`, sorted by name; None where it is not there.

    An article is the same under the same name, whatever its size and its time of change.
    """
    for place in range(insertion_point(files, file), len(files)):
        if files[place].article != file.article:
            break
        if files[place].part == file.part:
            return place
    return None
