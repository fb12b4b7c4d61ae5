"""Precision, recall and F1 of the entities on development data, exact spans, by type.

    python bench/understanding_entities.py [--errors TYPE]

Reads `../shared/measures/ieer-dev.json` and `wikigold.conll.txt` relative to the repository and
skips, saying so, what is absent. NORP is not scored: neither set marks it.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from scores import MEASURES, Tally, scored, table

from corpus.corpus_file import CorpusFile
from corpus.understanding.entities.finding import find_mentions
from corpus.understanding.paragraphs import split_paragraphs
from corpus.understanding.sentences import split_sentences

TYPES = ("PERSON", "ORG", "PLACE")
Gold = set[tuple[int, int, str]]


def read_ieer(file: Path) -> Iterator[tuple[str, Gold]]:
    """Yield the text and spans of each document of the newswire."""
    names = {"PERSON": "PERSON", "ORGANIZATION": "ORG", "LOCATION": "PLACE"}
    for document in json.loads(file.read_text(encoding="utf-8")):
        spans = {(s, e, names[k]) for s, e, k in document["spans"] if k in names}
        yield document["text"], spans


def read_wikigold(file: Path) -> Iterator[tuple[str, Gold]]:
    """Yield the text and spans of each document of Wikipedia, its tokens put together as prose."""
    names = {"PER": "PERSON", "ORG": "ORG", "LOC": "PLACE"}
    lines = file.read_text(encoding="utf-8").split("\n")
    text, spans, open_span = "", set(), None
    documents: list[tuple[str, Gold]] = []

    def close() -> None:
        nonlocal open_span
        if open_span is not None and open_span[2] in names:
            spans.add((open_span[0], open_span[1], names[open_span[2]]))
        open_span = None

    opened_quote = False
    for line in lines:
        if not line.strip():
            close()
            text = text.rstrip() + ("\n\n" if text else "")
            continue
        token, tag = line.rsplit(" ", 1)
        if token == "-DOCSTART-":
            close()
            if text.strip():
                documents.append((text, spans))
            text, spans = "", set()
            continue
        glue = token in {".", ",", ";", ":", ")", "]", "?", "!", "'s", "'", "''", "n't", "%"}
        if token == '"':
            glue, opened_quote = opened_quote, not opened_quote
        if (
            glue
            or text.endswith(("( ", "[ ", "`` ", "$ "))
            or (text.endswith('" ') and opened_quote and token != '"')
        ):
            text = text.rstrip(" ")
        start = len(text)
        text += token + " "
        kind = tag[2:] if tag != "O" else None
        if open_span is not None and kind == open_span[2]:
            open_span = (open_span[0], start + len(token), kind)
        else:
            close()
            if kind is not None:
                open_span = (start, start + len(token), kind)
    close()
    if text.strip():
        documents.append((text, spans))
    yield from documents


def found_in(text: str) -> Gold:
    """Return what the analysis finds, by the marks' convention."""
    sentences = split_sentences(text, split_paragraphs(text))
    mentions = find_mentions(text, sentences, (), CorpusFile())
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.text
    return {(m.start, m.end, m.type) for m in mentions if m.type in TYPES}


def measure(documents: Iterable[tuple[str, Gold]]) -> dict[str, Tally]:
    """Return the tally of each type, and of all."""
    tallies = {kind: Tally() for kind in (*TYPES, "all")}
    for text, spans in documents:
        got = found_in(text)
        for kind, tally in tallies.items():
            ours = {span for span in got if kind in (span[2], "all")}
            marked = {span for span in spans if kind in (span[2], "all")}
            tally.right += len(ours & marked)
            tally.found += len(ours)
            tally.hit += len(ours & marked)
            tally.gold += len(marked)
    return tallies


def print_errors(documents: Iterable[tuple[str, Gold]], type_: str) -> None:
    """Print what is wrong and what is missed of one type, or of "all"."""
    lines: Counter[str] = Counter()
    for text, spans in documents:
        got = found_in(text)
        for title, these, others in (("wrong", got - spans, spans), ("missed", spans - got, got)):
            there = {(start, end): kind for start, end, kind in others}
            for start, end, kind in these:
                if type_ in (kind, "all"):
                    around = " ".join(text[max(0, start - 25) : end + 25].split())
                    instead = there.get((start, end))
                    lines[f"{title:6} {kind:6} {text[start:end]!r} ({instead}) … {around}"] += 1
    for line, count in lines.most_common():
        print(f"  {count:3} {line}")


SETS = (
    ("ieer", "ieer-dev.json", read_ieer),
    ("wikigold", "wikigold.conll.txt", read_wikigold),
)


def main() -> None:
    """Measure on each set that is there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", help="list the errors of a type (PERSON, ORG, PLACE, all)")
    parser.add_argument("--only", help="ieer or wikigold")
    arguments = parser.parse_args()
    for name, file, read in SETS:
        if arguments.only not in (None, name):
            continue
        if not (MEASURES / file).exists():
            print(f"{name}: skipped, {MEASURES / file} is absent")
            continue
        documents = list(read(MEASURES / file))
        rows = [scored(kind, tally) for kind, tally in measure(documents).items()]
        print(f"{name}: {len(documents)} documents\n{table(rows, ('P', 'R', 'F1'))}")
        if arguments.errors is not None:
            print_errors(documents, arguments.errors)


if __name__ == "__main__":
    main()
