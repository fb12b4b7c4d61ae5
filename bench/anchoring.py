"""How well annotations are found again in articles that were edited, and how fast.

    python bench/anchoring.py [DIR ...] [--articles N] [--each N] [--seed N]

Draws articles from the folders (without any: invented ones), annotates passages of each, edits the
text in every way of `tests/annotations/mutations.py`, and prints the levels. Then 1,000 annotations
of one article are found again after it was corrected and typeset anew; budget: one second.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from pathlib import Path

_REPOSITORY = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(_REPOSITORY), str(_REPOSITORY / "tests" / "annotations")]

from anchoring_levels import Tally, measured  # noqa: E402
from invented_articles import article  # noqa: E402
from mutations import passages, rescraped  # noqa: E402

from annotations.anchor import context_of, place_all  # noqa: E402
from annotations.model import Annotation  # noqa: E402
from corpus.article import Article, ArticleFile  # noqa: E402
from corpus.opening import open_corpus  # noqa: E402
from corpus.span import Span  # noqa: E402

_ANNOTATIONS = 1_000


def drawn(folder: Path, count: int, rng: random.Random) -> list[str]:
    """Read some articles of a folder."""
    corpus = open_corpus(folder)
    files = rng.sample(corpus.files, min(count, len(corpus.files)))
    return [corpus.read(file).text for file in files]


def show(name: str, tally: Tally) -> None:
    """Print the levels, and where they were missed."""
    print(f"{name}: {tally.total:,} edited passages")
    print(f"  changed in what it says, called ok or moved  {tally.silently_wrong:6}    (0)")
    print(f"  called ok or moved at a wrong place          {tally.wrong_place:8.2%}  (≤ 1 %)")
    print(f"  found, of what is still there                {tally.found:8.2%}  (≥ 97 %)")
    print(f"  lost, of what is gone                        {tally.lost:8.2%}  (≥ 99 %)")
    kinds: dict[str, Counter[str]] = {}
    for (kind, outcome), number in tally.outcomes.items():
        kinds.setdefault(kind, Counter())[outcome] += number
    for kind, outcomes in sorted(kinds.items()):
        words = ", ".join(f"{outcome} {number}" for outcome, number in outcomes.most_common())
        print(f"    {kind:20} {words}")


def show_speed(texts: list[str], rng: random.Random) -> None:
    """Print how long it takes to find the annotations of one article, all of them moved."""
    text = "\n\n".join(texts)
    spans = []
    while len(spans) < _ANNOTATIONS:
        spans += passages(text, rng, _ANNOTATIONS - len(spans))
    made = []
    for number, span in enumerate(spans):
        before, after = context_of(text, span)
        made.append(Annotation(f"a-{number}", span.cut(text), span, before=before, after=after))
    edited = rescraped(text, Span(len(text) // 2, len(text) // 2 + 1), rng)
    assert edited is not None
    file = ArticleFile("a.txt", "a.txt", len(text), 0)
    began, work = time.perf_counter(), time.process_time()
    placed = place_all(made, Article(file, edited.text, "text/1", "0" * 64))
    seconds, work = time.perf_counter() - began, time.process_time() - work
    states = Counter(one.state for one in placed)
    words = ", ".join(f"{state} {number}" for state, number in states.most_common())
    print(
        f"{_ANNOTATIONS:,} annotations, {len(text):,} characters: {seconds:.2f} s, "
        f"{work:.2f} s of the processor  ({words})"
    )


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", metavar="DIR", nargs="*", type=Path)
    parser.add_argument("--articles", type=int, default=200, help="articles a folder (200)")
    parser.add_argument("--each", type=int, default=6, help="passages an article (6)")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    rng = random.Random(arguments.seed)
    sets = {str(one): drawn(one, arguments.articles, rng) for one in arguments.folders}
    sets = sets or {"invented": [article(rng) for _ in range(arguments.articles)]}
    for name, texts in sets.items():
        show(name, measured(texts, arguments.seed, arguments.each))
        show_speed(texts[:5], rng)
        show_speed(texts, rng)


if __name__ == "__main__":
    main()
