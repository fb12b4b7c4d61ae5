"""What the whole analysis costs on text that was made to be dear, and whether cost is linear.

    python bench/understanding_cost.py [--size N]
    python bench/understanding_cost.py --parts DIR

With --parts: what each part of the analysis costs on the articles of a folder, in CPU seconds for a
million code points, and its share. Else: each piece is repeated to N code points (100,000 unless
told), and to twice that. Printed are the CPU seconds for a million code points, and the time of the
longer text over that of the shorter: about 2 where cost is linear, 4 where it is quadratic.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from corpus.article import Article, ArticleFile
from corpus.corpus_file import CorpusFile
from corpus.opening import open_corpus
from corpus.problem import CorpusError
from corpus.understanding.analysing import analyse
from corpus.understanding.entities.finding import find_mentions
from corpus.understanding.furniture.finding import find_furniture
from corpus.understanding.head import read_head
from corpus.understanding.paragraphs import split_paragraphs
from corpus.understanding.quantities.finding import find_quantities
from corpus.understanding.sentences import split_sentences
from corpus.understanding.statements.finding import find_statements

_T = TypeVar("_T")

PIECES = (
    *("U.S. ", "A ", "A. ", "ABC ", "(AB) ", "John ", "John, ", "John and ", "University of "),
    *("Ann Lee said. ", "Mr Lee, aka Bo, came.\n", "Abc Def (AD) ", "Vane Province, ", "Mr. "),
    *("(VNA photo)\n", "By Ann Lee\n", "Related Headline Here\n", "a a. ", "of ", "A'a "),
    *("1,", "1, ", "1.", "12 ", "1 to ", "$1 ", "5% ", "May 1 ", "one hundred ", "2019-", "1/"),
    *("7", "- ", "half ", "twenty-", "a", " ", "\n", "(", "‘", "between 1 and ", "last ", "19:32 "),
    *("777,", "1-", "late ", "a year ", "hundreds of ", "2 hours ", "two point five "),
    *("number of men ", "first of ", "a@", "US$ ", "Xx "),
    *('"', '" ', "“", "” ", "'", '"a ', "“a ", "“A.\n", "‘a b’ ", "«", "he said ", "he said, "),
    *('"a," he said, ', "said that ", "according to ", "saying, ", "it, he said, is ", "citing a "),
    *(
        "The company said it was. ",
        "The minister said it was. ",
        "He said it was. ",
        "Ann Lee, the head of the bank, ",
        '"We are one." ',
    ),
)


def seconds(text: str) -> float:
    """Return the CPU seconds that the analysis of `text` takes."""
    file = ArticleFile("a.txt", "a.txt", len(text), 0)
    began = time.process_time()
    analyse(Article(file, text, "text/1", "0" * 64), CorpusFile())
    return time.process_time() - began


def print_parts(folder: Path) -> None:
    """Print what each part of the analysis costs on the articles of a folder."""
    corpus = open_corpus(folder)
    spent: dict[str, float] = {}

    def timed(part: str, find: Callable[..., _T], *arguments: Any) -> _T:
        began = time.process_time()
        found = find(*arguments)
        spent[part] = spent.get(part, 0.0) + time.process_time() - began
        return found

    characters = 0
    seconds("Two boats left Velm on Sunday, said Ann Lee.\n")
    for file in corpus.files:
        try:
            text = corpus.read(file).text
        except CorpusError:
            continue
        characters += len(text)
        paragraphs = timed("paragraphs", split_paragraphs, text)
        sentences = timed("sentences", split_sentences, text, paragraphs)
        head = timed("head", read_head, text, paragraphs)
        furniture = timed("furniture", find_furniture, text, paragraphs, head)
        mentions = timed("entities", find_mentions, text, sentences, furniture, CorpusFile())
        timed("quantities", find_quantities, text, sentences, furniture, None)
        timed("statements", find_statements, text, paragraphs, sentences, furniture, mentions)
    whole = sum(spent.values())
    for part, took in spent.items():
        print(f"{part:12} {took / characters * 1e6:5.2f} s/MB {took / whole:5.0%}")
    print(f"{'whole':12} {whole / characters * 1e6:5.2f} s/MB, {characters / whole / 1e6:.2f} MB/s")


def main() -> None:
    """Print the cost of each part, or of each piece."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--size", type=int, default=100_000)
    options.add_argument("--parts", metavar="DIR", type=Path)
    chosen = options.parse_args()
    if chosen.parts is not None:
        print_parts(chosen.parts)
        return
    size = chosen.size
    seconds("Two boats left Velm on Sunday.\n")
    for piece in PIECES:
        short = seconds((piece * (size // len(piece) + 1))[:size])
        long = seconds((piece * (2 * size // len(piece) + 1))[: 2 * size])
        rate = long / (2 * size) * 1e6
        print(f"{piece!r:26} {rate:6.1f} s/MB   growth {long / max(short, 0.001):4.1f}")


if __name__ == "__main__":
    main()
