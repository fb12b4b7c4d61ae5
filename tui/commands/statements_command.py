"""`postil statements`: who says what."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from corpus.span import Span
from tui.commands import reading
from tui.commands.console import Console, Style
from tui.commands.passages import print_passage

if TYPE_CHECKING:
    from corpus.article import Article
    from corpus.linking.table import EntityTable, LinkedEntity
    from corpus.understanding.analysis import Statement

_MOST_SHOWN = 4000  # characters of one statement


def run(arguments: argparse.Namespace) -> int:
    """Print the statements in the order of the articles; status 1 where there is none."""
    from corpus.linking.keeping import entity_table

    console = Console(json_lines=arguments.format == "jsonl")
    corpus = reading.opened(arguments.folder)
    reading.warn_of_skipped(corpus, console)
    table = entity_table(
        corpus, lambda done, total: console.progress("understanding article", done, total)
    )
    wanted = _words(arguments.speaker) if arguments.speaker else None
    found = False
    for article in reading.articles(corpus, console):
        shown = [
            (statement, linked)
            for statement in corpus.analyse(article).statements
            for linked in (_linked(table, article, statement),)
            if wanted is None or _is_by(statement, linked, wanted)
        ]
        if not shown:
            continue
        if console.json_lines:
            from tui.commands.json_lines import statement_record

            for statement, linked in shown:
                console.json(statement_record(article, statement, linked))
        else:
            if found:
                console.line()
            console.line((article.name, "heading"))
            for statement, linked in shown:
                _print(console, article, statement, linked)
        found = True
    console.finish()
    return 0 if found else 1


def _linked(table: EntityTable, article: Article, statement: Statement) -> LinkedEntity | None:
    """Return what the speaker is in the whole corpus."""
    speaker = statement.speaker
    if speaker is None or speaker.entity is None:
        return None
    return table.linked(article.name, article.file.part, speaker.entity)


def _words(name: str) -> frozenset[str]:
    return frozenset(name.casefold().split())


def _is_by(statement: Statement, linked: LinkedEntity | None, wanted: frozenset[str]) -> bool:
    """Say whether one of the speaker's names has all the words that are wanted."""
    names = [name.text for name in linked.names] if linked is not None else []
    if linked is not None:
        names.append(linked.name)
    if statement.speaker is not None:
        names.append(statement.speaker.name)
    return any(wanted <= _words(name) for name in names)


def _print(
    console: Console, article: Article, statement: Statement, linked: LinkedEntity | None
) -> None:
    """Print a statement as one paragraph below its speaker, the speaker and the cue marked."""
    speaker, cue = statement.speaker, statement.cue
    name = linked.name if linked is not None else speaker.name if speaker is not None else "?"
    via = f" via {statement.via}" if statement.via is not None else ""
    line = reading.line_of(article.text, statement.content.start)
    console.line("  ", (name, "name"), f"{via}  line {line}")
    shown = _shown(statement)
    start, end = shown.start, shown.end
    spans: list[tuple[Span, Style]] = []
    if speaker is not None:
        spans.append((Span(speaker.start, speaker.end), "match"))
    if cue is not None:
        spans.append((cue, "near"))
    marks = [
        (Span(span.start - start, span.end - start), style)
        for span, style in sorted(spans, key=lambda pair: pair[0].start)
        if start <= span.start and span.end <= end
    ]
    print_passage(console, article.text[start:end], marks)


def _shown(statement: Statement) -> Span:
    """Return what is printed of a statement: all, or of a very long one what is about its cue.

    A text of one sentence that says "said" a thousand times would be printed a thousand times.
    """
    whole = Span(statement.start, statement.end)
    if whole.end - whole.start <= _MOST_SHOWN:
        return whole
    near = statement.cue or statement.content
    start = max(whole.start, near.start - _MOST_SHOWN // 2)
    return Span(start, min(whole.end, start + _MOST_SHOWN))
