"""The articles of a place, listed by a walk through its folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.article import ArticleFile
    from corpus.corpus_file import CorpusFile
    from corpus.kept import Kept
    from corpus.place import Place
    from corpus.problem import Problem


def listed(
    place: Place, settings: CorpusFile | None, kept: Kept, *, beside: bool
) -> tuple[tuple[ArticleFile, ...], list[Problem]]:
    """List the texts of a place, and what was skipped, both by name.

    `beside` other threads that compute: in a process of its own. Raises `OSError`.
    """
    if beside and place.only is None:
        from corpus.walk_process import walk_beside

        begun = walk_beside(place.root, place.key, settings)
        found = begun.found() if begun is not None else None
        if found is not None:
            return found
    from corpus.corpus_file import CorpusFile
    from corpus.folder import single_file, walk

    if place.only is None:
        files, skipped = walk(place.root, settings or CorpusFile())
    else:
        files, skipped = single_file(place.root, place.only)
    texts, no_texts = kept.texts(files)
    return texts, sorted(skipped + no_texts, key=lambda problem: problem.file)
