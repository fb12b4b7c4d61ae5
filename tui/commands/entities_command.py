"""`postil entities`: people, organisations, places and peoples."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from tui.commands import reading
from tui.commands.console import Console
from tui.commands.table import Column, print_table

_TYPES = ("PERSON", "ORG", "PLACE", "NORP")
_COLUMNS = (
    Column("MENTIONS", right=True),
    Column("ARTICLES", right=True),
    Column("NAME", least=16, style="name"),
    Column("ALSO AS", least=16),
)


@dataclass(slots=True)
class _Entity:
    """The mentions of one entity, counted: by spelling, and in which articles."""

    type: str
    name: str
    spellings: Counter[str] = field(default_factory=Counter)
    articles: set[tuple[str, str | None]] = field(default_factory=set)


def run(arguments: argparse.Namespace) -> int:
    """Print the entities by type, most mentioned first; status 1 where there is none."""
    console = Console(json_lines=arguments.format == "jsonl")
    corpus = reading.opened(arguments.folder)
    reading.warn_of_skipped(corpus, console)
    entities: dict[str, _Entity] = {}
    found = False
    for article in reading.articles(corpus, console):
        for mention in corpus.analyse(article).mentions:
            found = True
            if console.json_lines:
                from tui.commands.json_lines import mention_record

                console.json(mention_record(article, mention))
                continue
            entity = entities.setdefault(mention.entity, _Entity(mention.type, mention.name))
            entity.spellings[" ".join(mention.text.split())] += 1
            entity.articles.add((article.name, article.file.part))
    _print(console, entities.values())
    console.finish()
    return 0 if found else 1


def _print(console: Console, entities: Iterable[_Entity]) -> None:
    """Print a table for each type that occurs."""
    by_type: dict[str, list[_Entity]] = {}
    for entity in entities:
        by_type.setdefault(entity.type, []).append(entity)
    order = [*_TYPES, *sorted(set(by_type) - set(_TYPES))]
    printed = False
    for type_ in order:
        group = sorted(
            by_type.get(type_, ()), key=lambda entity: (-entity.spellings.total(), entity.name)
        )
        if not group:
            continue
        if printed:
            console.line()
        printed = True
        console.line((type_, "heading"))
        print_table(console, _COLUMNS, [_row(entity) for entity in group])


def _row(entity: _Entity) -> tuple[str, ...]:
    """Return the cells of one entity."""
    others = [text for text, _ in entity.spellings.most_common() if text != entity.name]
    return (
        f"{entity.spellings.total():,}",
        f"{len(entity.articles):,}",
        entity.name,
        ", ".join(others),
    )
