"""Precision, recall and F1 of the entities on development data, exact spans, by type.

    python bench/understanding_entities.py [--errors TYPE]

Reads `../shared/measures/ieer-dev.json` and `wikigold.conll.txt` relative to the repository and
skips, saying so, what is absent. NORP is not scored: neither set marks it.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from corpus.corpus_file import CorpusFile
from corpus.understanding.entities import find_mentions
from corpus.understanding.paragraphs import split_paragraphs
from corpus.understanding.sentences import split_sentences

MEASURES = Path(__file__).parents[1].parent / "shared" / "measures"
TYPES = ("PERSON", "ORG", "PLACE")
Gold = set[tuple[int, int, str]]


def read_ieer() -> Iterator[tuple[str, Gold]]:
    """Yield the text and spans of each document of the newswire."""
    names = {"PERSON": "PERSON", "ORGANIZATION": "ORG", "LOCATION": "PLACE"}
    for document in json.loads((MEASURES / "ieer-dev.json").read_text(encoding="utf-8")):
        spans = {(s, e, names[k]) for s, e, k in document["spans"] if k in names}
        yield document["text"], spans


def read_wikigold() -> Iterator[tuple[str, Gold]]:
    """Yield the text and spans of each document of Wikipedia, its tokens put together as prose."""
    names = {"PER": "PERSON", "ORG": "ORG", "LOC": "PLACE"}
    lines = (MEASURES / "wikigold.conll.txt").read_text(encoding="utf-8").split("\n")
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


def measure(name: str, documents: list[tuple[str, Gold]], errors: str | None) -> None:
    """Print the levels on one set, and its errors of one type."""
    right, found, gold = Counter(), Counter(), Counter()
    wrong, missed = Counter(), Counter()
    begin = time.perf_counter()
    for text, spans in documents:
        got = found_in(text)
        for kind in TYPES:
            a = {s for s in got if s[2] == kind}
            b = {s for s in spans if s[2] == kind}
            right[kind] += len(a & b)
            found[kind] += len(a)
            gold[kind] += len(b)
        if errors is not None:
            gold_at = {(s, e): k for s, e, k in spans}
            got_at = {(s, e): k for s, e, k in got}
            for s, e, k in got - spans:
                if errors in (k, "all"):
                    around = " ".join(text[max(0, s - 25) : e + 25].split())
                    wrong[f"{k:6} {text[s:e]!r} gold {gold_at.get((s, e))} … {around}"] += 1
            for s, e, k in spans - got:
                if errors in (k, "all"):
                    around = " ".join(text[max(0, s - 25) : e + 25].split())
                    missed[f"{k:6} {text[s:e]!r} got {got_at.get((s, e))} … {around}"] += 1
    seconds = time.perf_counter() - begin
    size = sum(len(text.encode()) for text, _ in documents)
    print(f"{name}: {len(documents)} documents, {size / 1e6 / seconds:.2f} MB/s")
    for kind in (*TYPES, "all"):
        r, f, g = (c.total() if kind == "all" else c[kind] for c in (right, found, gold))
        p, q = r / max(f, 1), r / max(g, 1)
        print(
            f"  {kind:7} P {p:.3f}  R {q:.3f}  F1 {2 * p * q / max(p + q, 1e-9):.3f}  ({g} marked)"
        )
    for title, counts in (("wrong", wrong), ("missed", missed)):
        for line, count in counts.most_common():
            print(f"  {title:6} {count:3} {line}")


def main() -> None:
    """Measure on each set that is there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", help="list the errors of a type (PERSON, ORG, PLACE, all)")
    parser.add_argument("--only", help="ieer or wikigold")
    arguments = parser.parse_args()
    sets = (
        ("ieer", "ieer-dev.json", read_ieer),
        ("wikigold", "wikigold.conll.txt", read_wikigold),
    )
    found_in("Warm Harbour is a town in Norway.")
    for name, file, read in sets:
        if arguments.only not in (None, name):
            continue
        if not (MEASURES / file).exists():
            print(f"{name}: skipped, {MEASURES / file} is absent")
            continue
        measure(name, list(read()), arguments.errors)


if __name__ == "__main__":
    main()
