"""How well an article is understood: every level, in one table.

    python bench/understanding.py [--measures DIR] [--only PART …]

Prints, on the development data in DIR (beside the repository in `../shared/measures` unless told),
precision, recall and F1 by type, the level to reach, and whether it is reached. Data that is absent
is skipped and named. What is wrong in each: `--errors` of the scripts that this one puts together.

Entities have exact spans (`understanding_entities.py`), numbers and dates overlap
(`understanding_quantities.py`), values must be the right ones (`understanding_values.py`), pairs of
names are told at one threshold (`understanding_names.py`). Speed is that of the whole analysis in a
second of processor time; what each part costs: `understanding_cost.py`, memory: `analysing.py`, the
article on screen: `reading.py`.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import understanding_entities as entities
import understanding_names as names
import understanding_quantities as quantities
import understanding_values as values
from scores import MEASURES, Row, scored, table

from corpus.article import Article, ArticleFile
from corpus.corpus_file import CorpusFile
from corpus.understanding.analysing import analyse


def newswire_entities(file: Path) -> Iterator[Row]:
    """Yield the rows of the newswire: F1 .75 over all, no type under .60."""
    for kind, tally in entities.measure(entities.read_ieer(file)).items():
        yield scored(kind, tally).to_reach(F1=0.75 if kind == "all" else 0.60)


def wikipedia_entities(file: Path) -> Iterator[Row]:
    """Yield the rows of Wikipedia: F1 .65 over all."""
    for kind, tally in entities.measure(entities.read_wikigold(file)).items():
        row = scored(kind, tally)
        yield row.to_reach(F1=0.65) if kind == "all" else row


def name_pairs(file: Path) -> Iterator[Row]:
    """Yield the row of the pairs of names."""
    yield scored("one thing or two, at one threshold", names.measure(file)).to_reach(F1=0.80)


def speed(file: Path) -> Iterator[Row]:
    """Yield megabytes for a second of one core, everything on."""
    texts = [document["text"] for document in json.loads(file.read_text("utf-8"))]
    whole_analysis(texts[0])
    began = time.process_time()
    for text in texts:
        whole_analysis(text)
    seconds = time.process_time() - began
    size = sum(len(text.encode()) for text in texts) / 1e6
    row = Row("whole analysis, a core", {"MB/s": size / seconds}, f"{size:.2f} MB")
    yield row.to_reach(**{"MB/s": 0.3})


def whole_analysis(text: str) -> None:
    """Analyse a text as an article of its own, everything on."""
    file = ArticleFile("a.txt", "a.txt", len(text), 0)
    analyse(Article(file, text, "text/1", "0" * 64), CorpusFile())


PARTS: dict[str, tuple[str, str, Callable[[Path], Iterator[Row]]]] = {
    "newswire": ("entities, newswire, exact spans", "ieer-dev.json", newswire_entities),
    "wikipedia": ("entities, Wikipedia, exact spans", "wikigold.conll.txt", wikipedia_entities),
    "quantities": (
        "numbers and dates, newswire, overlap",
        quantities.NEWSWIRE,
        quantities.measure_newswire,
    ),
    "values": ("values of phrases", values.CASES, values.measure_values),
    "names": ("pairs of names", names.PAIRS, name_pairs),
    "speed": ("speed", "ieer-dev.json", speed),
}
COLUMNS = ("P", "R", "F1", "right", "MB/s")


def main() -> None:
    """Print the parts that are asked for, and how many levels are reached."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--measures", metavar="DIR", type=Path, default=MEASURES)
    parser.add_argument("--only", nargs="+", choices=PARTS, metavar="PART", default=list(PARTS))
    options = parser.parse_args()
    levels: list[bool] = []
    for part in options.only:
        title, name, measure = PARTS[part]
        if not (options.measures / name).is_file():
            print(f"{title}: skipped, {options.measures / name} is absent\n")
            continue
        rows = list(measure(options.measures / name))
        columns = [name for name in COLUMNS if any(name in row.figures for row in rows)]
        print(f"{title}\n{table(rows, columns)}\n", flush=True)
        levels += [row.met for row in rows if row.met is not None]
    print(f"{sum(levels)} of {len(levels)} levels reached")


if __name__ == "__main__":
    main()
