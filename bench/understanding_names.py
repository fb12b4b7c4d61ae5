"""How well the similarity of names tells spellings of one name from names of two things.

    python bench/understanding_names.py [--errors]

Reads `../shared/measures/name-pairs-dev.csv` relative to the repository, and skips, saying so, if
it is absent. Prints precision, recall and F1 at the one threshold of `corpus.linking.similarity`,
and at thresholds around it.
"""

from __future__ import annotations

import argparse
import csv
import time
from pathlib import Path

from scores import MEASURES, Tally

from corpus.linking.similarity import THRESHOLD, similarity
from corpus.understanding.analysis import EntityType

PAIRS = "name-pairs-dev.csv"


def read_pairs(path: Path) -> list[tuple[EntityType, str, str, bool]]:
    """Return the pairs of names, each with its type and whether they are the same."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            (
                "PERSON" if row["schema"] == "Person" else "ORG",
                row["name1"],
                row["name2"],
                row["is_match"] == "true",
            )
            for row in csv.DictReader(file)
        ]


def tally_of(scored: list[tuple[float, bool]], threshold: float) -> Tally:
    """Return the tally of pairs, each a similarity and whether they are the same."""
    right = sum(score >= threshold and same for score, same in scored)
    found = sum(score >= threshold for score, _ in scored)
    return Tally(right, found, right, sum(same for _, same in scored))


def measure(path: Path) -> Tally:
    """Return the tally at the one threshold."""
    scored = [(similarity(a, b, type_), same) for type_, a, b, same in read_pairs(path)]
    return tally_of(scored, THRESHOLD)


def main() -> None:
    """Print the levels, and the pairs that are told wrongly."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="list the pairs told wrongly")
    arguments = parser.parse_args()
    path = MEASURES / PAIRS
    if not path.exists():
        print(f"names: skipped, {path} is absent")
        return
    pairs = read_pairs(path)
    similarity("Oona Brandt", "Oona Brand", "PERSON")
    begin = time.perf_counter()
    scored = [(similarity(a, b, type_), type_, a, b, same) for type_, a, b, same in pairs]
    rate = len(pairs) / (time.perf_counter() - begin)
    print(f"names: {len(pairs)} pairs, {rate:,.0f} pairs/s")
    for threshold in sorted({THRESHOLD, *(step / 20 for step in range(8, 20))}):
        tally = tally_of([(score, same) for score, *_, same in scored], threshold)
        mark = "  <- the threshold" if threshold == THRESHOLD else ""
        print(
            f"  {threshold:.2f}  P {tally.precision:.3f}  R {tally.recall:.3f}"
            f"  F1 {tally.f1:.3f}{mark}"
        )
    if arguments.errors:
        for score, type_, a, b, same in sorted(scored):
            if (score >= THRESHOLD) != same:
                print(f"  {score:.2f} {'same' if same else 'two '} {type_:6} {a} | {b}")


if __name__ == "__main__":
    main()
