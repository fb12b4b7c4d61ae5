"""How well a search ranks: MAP and nDCG@10 on a collection with judgements.

    python bench/relevance.py COLLECTION

COLLECTION is a folder with `docs.jsonl` and `queries.jsonl` (lines of {"id", "text"}) and
`qrels.tsv` (query, document, grade; a grade of 1 and more is relevant). A query is searched as any
of its words, with stemming. Without a collection nothing is measured.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import log2
from pathlib import Path
from tempfile import TemporaryDirectory

from measures import Measure, own_folders, tell

DEPTH = 1000
LEAST = {"MAP": 0.31, "nDCG@10": 0.39}


def measures(collection: Path) -> Iterator[Measure]:
    """Measure on a collection."""
    from corpus.opening import open_corpus
    from corpus.tokens import words
    from index.opening import open_index

    judged = _judgements(collection / "qrels.tsv")
    with own_folders(), TemporaryDirectory(prefix="postil-relevance-") as folder:
        for document in _lines(collection / "docs.jsonl"):
            (Path(folder) / f"{document['id']}.txt").write_text(document["text"], encoding="utf-8")
        index = open_index(open_corpus(folder))
        index.update()
        precisions: list[float] = []
        gains: list[float] = []
        for query in _lines(collection / "queries.jsonl"):
            grades = judged.get(query["id"])
            if not grades:
                continue
            asked = f"any: {' '.join(words(query['text']))}"
            found = index.search(asked, DEPTH, widen=False, stemmed=True)
            names = [hit.article.removesuffix(".txt") for hit in found.hits]
            precisions.append(average_precision(names, grades))
            gains.append(discounted_gain(names, grades, 10))
    for name, values in (("MAP", precisions), ("nDCG@10", gains)):
        yield Measure(
            f"{name}, {len(values)} queries", sum(values) / len(values), "", least=LEAST[name]
        )


def average_precision(found: Sequence[str], grades: Mapping[str, int]) -> float:
    """Return the mean of the precision at each relevant document; those not found count nought."""
    relevant = sum(grade > 0 for grade in grades.values())
    hits, total = 0, 0.0
    for place, name in enumerate(found, 1):
        if grades.get(name, 0) > 0:
            hits += 1
            total += hits / place
    return total / relevant if relevant else 0.0


def discounted_gain(found: Sequence[str], grades: Mapping[str, int], depth: int) -> float:
    """Return nDCG: the gain of the first `depth`, each over log2(place + 1), over the best one."""
    gain = sum(grades.get(name, 0) / log2(place + 1) for place, name in enumerate(found[:depth], 1))
    best = sorted(grades.values(), reverse=True)[:depth]
    ideal = sum(grade / log2(place + 1) for place, grade in enumerate(best, 1))
    return gain / ideal if ideal else 0.0


def _judgements(path: Path) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for line in path.read_text(encoding="utf-8").splitlines():
        query, document, grade = line.split("\t")
        found[query][document] = max(0, int(grade))
    return found


def _lines(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("collection", metavar="COLLECTION", type=Path)
    parser.add_argument("--json", action="store_true", help="print a line of JSON a figure")
    options = parser.parse_args()
    tell(measures(options.collection), as_json=options.json)


if __name__ == "__main__":
    main()
