"""`postil duplicates`: the articles of a corpus that are one, in groups."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from corpus.problem import CorpusError
from tui.commands import reading
from tui.commands.console import Console
from tui.commands.indexing import updated_index
from tui.counts import counted
from tui.searching.duplicate_groups import Member, described, likeness_words

if TYPE_CHECKING:
    from corpus.opening import Corpus


def run(arguments: argparse.Namespace) -> int:
    """Find the groups and print them, the largest first; status 1 where no two are alike."""
    console = Console(json_lines=arguments.format == "jsonl")
    corpus = reading.opened(arguments.folder)
    reading.say_what_is_read(corpus)
    with updated_index(corpus, console) as (index, _):
        index.find_duplicates(lambda done, total: console.progress("comparing", done, total))
        groups = index.duplicates().groups
    articles = 0
    for number, group in enumerate(groups, 1):
        members = described(group, corpus)
        articles += len(members)
        if console.json_lines:
            from tui.commands.json_lines import duplicate_record

            for member in members:
                console.json(duplicate_record(number, member))
        else:
            _print(console, corpus, members)
    if not console.json_lines:
        if groups:
            console.line(f"{articles:,} articles in {counted(len(groups), 'group')}")
        else:
            console.line("no two articles are alike")
    console.finish()
    return 0 if groups else 1


def _print(console: Console, corpus: Corpus, members: tuple[Member, ...]) -> None:
    """Print a group below the title of its longest article."""
    console.line((_title(corpus, members[0]), "heading"))
    for member in members:
        name = member.article if member.part is None else f"{member.article}#{member.part}"
        like = likeness_words(member.alike, longest=member.longest)
        told = (member.published, member.outlet, like, member.marks)
        about = "  ".join(filter(None, told))
        console.line("  ", (name, "name"), f"  {about}")
    console.line()


def _title(corpus: Corpus, member: Member) -> str:
    file = corpus.find(member.article, member.part)
    try:
        title = corpus.summary(file).metadata.title if file is not None else None
    except CorpusError:
        title = None
    return " ".join(title.value.split()) if title else member.article
