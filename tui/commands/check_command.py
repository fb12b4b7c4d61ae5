"""`postil check`: what is wrong, each problem with its file, its line and what to do."""

from __future__ import annotations

import argparse

from tui.commands import reading
from tui.commands.console import Console, complain


def run(arguments: argparse.Namespace) -> int:
    """Print the problems; status 1 where there are any."""
    console = Console(json_lines=arguments.format == "jsonl")
    corpus = reading.opened(arguments.folder)
    store = reading.annotation_store(corpus, arguments.annotations)

    from annotations import check

    count = 0
    for problem in check(corpus, store):
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
