"""`postil check`: what is wrong, each problem with its file, its line and what to do."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from corpus.problem import CorpusError, Problem
from tui.commands import reading
from tui.commands.console import Console, complain

if TYPE_CHECKING:
    from annotations.store import AnnotationStore
    from corpus.article import Article
    from corpus.opening import Corpus


def run(arguments: argparse.Namespace) -> int:
    """Print the problems; status 1 where there are any."""
    console = Console(json_lines=arguments.format == "jsonl")
    corpus = reading.opened(arguments.folder)
    store = reading.annotation_store(corpus, arguments.annotations)

    count = 0
    for problem in _problems(corpus, store, console):
        count += 1
        if console.json_lines:
            from tui.commands.json_lines import problem_record

            console.json(problem_record(problem))
            continue
        place = ":".join(str(part) for part in (problem.file, problem.line, problem.column) if part)
        remedy = f" ({problem.remedy})" if problem.remedy else ""
        console.line((place, "name"), ": ", (problem.level, "doubt"), f": {problem.reason}{remedy}")
    console.finish()
    if not count and not console.json_lines:
        complain("no problems")
    return 1 if count else 0


def _problems(corpus: Corpus, store: AnnotationStore, console: Console) -> Iterator[Problem]:
    """Give all problems: of files, of the texts that were read, of postil.yaml and of sidecars.

    Every article is read, so that none is found to be unreadable later.
    """
    from annotations.checking import check
    from corpus.reasons import reading_problems

    seen: set[Problem] = set()
    for problem in chain(
        corpus.left_out,
        _unreadable(corpus, console, reading_problems),
        check(corpus, store),
    ):
        if problem not in seen:
            seen.add(problem)
            yield problem


def _unreadable(
    corpus: Corpus, console: Console, doubts: Callable[[Article], Iterable[Problem]]
) -> Iterator[Problem]:
    """Read every article; give why one cannot be read, or was read with a doubt."""
    for done, file in enumerate(corpus.files):
        console.progress("reading article", done + 1, len(corpus.files))
        try:
            yield from doubts(corpus.read(file))
        except CorpusError as error:
            yield error.problem
