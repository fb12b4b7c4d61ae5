"""`postil entities`: people, organisations, places and peoples."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.cards.merge_reasons import reason_of
from tui.commands import reading
from tui.commands.console import Console
from tui.commands.table import Column, print_table

if TYPE_CHECKING:
    from corpus.linking.table import EntityTable, LinkedEntity
    from corpus.opening import Corpus

_TYPES = ("PERSON", "ORG", "PLACE", "NORP")
_COLUMNS = (
    Column("MENTIONS", right=True),
    Column("ARTICLES", right=True),
    Column("NAME", least=16, style="name"),
    Column("ALSO AS", least=16),
)


def run(arguments: argparse.Namespace) -> int:
    """Print the entities by type, most mentioned first; status 1 where there is none."""
    from corpus.linking.keeping import entity_table

    console = Console(json_lines=arguments.format == "jsonl")
    corpus = reading.opened(arguments.folder)
    reading.warn_of_skipped(corpus, console)
    reading.say_what_is_read(corpus)
    table = entity_table(
        corpus, lambda done, total: console.progress("understanding article", done, total)
    )
    if console.json_lines and not arguments.aliases:
        _print_mentions(corpus, table, console)
    else:
        for problem in table.left_out:
            console.warn(problem)
        if corpus.cache_problem is not None:
            console.warn(corpus.cache_problem)
        (_print_aliases if arguments.aliases else _print_table)(console, table)
    console.finish()
    return 0 if table.entities else 1


def _print_mentions(corpus: Corpus, table: EntityTable, console: Console) -> None:
    """Print a JSON line for every mention."""
    from tui.commands.json_lines import mention_record

    for article in reading.articles(corpus, console):
        for mention in corpus.analyse(article).mentions:
            linked = table.linked(article.name, article.file.part, mention.entity)
            console.json(mention_record(article, mention, linked))


def _by_type(table: EntityTable) -> Iterator[tuple[str, list[LinkedEntity]]]:
    """Give the entities of each type that occurs, most mentioned first."""
    for type_ in _TYPES:
        own = [entity for entity in table.entities if entity.type == type_]
        if own:
            yield type_, sorted(own, key=lambda entity: (-entity.count, entity.name))


def _print_table(console: Console, table: EntityTable) -> None:
    """Print a table for each type, a row an entity."""
    for at, (type_, entities) in enumerate(_by_type(table)):
        if at:
            console.line()
        console.line((type_, "heading"))
        print_table(console, _COLUMNS, [_row(entity) for entity in entities])


def _row(entity: LinkedEntity) -> tuple[str, ...]:
    """Return the cells of one entity."""
    others = [name.text for name in entity.names if name.text != entity.name]
    return f"{entity.count:,}", f"{entity.articles:,}", entity.name, ", ".join(others)


def _print_aliases(console: Console, table: EntityTable) -> None:
    """Print each entity with its names and counts, and a line for each merge with its reason."""
    if console.json_lines:
        from tui.commands.json_lines import entity_record

        for entity in table.entities:
            console.json(entity_record(entity))
        return
    for at, (type_, entities) in enumerate(_by_type(table)):
        if at:
            console.line()
        console.line((type_, "heading"))
        for entity in entities:
            names = ", ".join(f"{name.text} {name.count:,}" for name in entity.names)
            console.line((entity.name, "name"), f": {names}")
            for merge in entity.merges:
                console.line(f"    {merge.name} = {merge.into}: {reason_of(merge)}")
            for relation in entity.relations:
                other = table.entity(relation.entity)
                name = relation.entity if other is None else other.name
                console.line(f"    {relation.kind} {name}: {relation.why}")
