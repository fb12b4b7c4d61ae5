"""What the whole analysis costs on text that was made to be dear, and whether cost is linear.

    python bench/understanding_cost.py [--size N]

Each piece is repeated to N code points (100,000 unless told), and to twice that. Printed are the
CPU seconds for a million code points, and the time of the longer text over that of the shorter:
about 2 where cost is linear, 4 where it is quadratic.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from corpus.article import Article, ArticleFile
from corpus.corpus_file import CorpusFile
from corpus.understanding.analysing import analyse

PIECES = (
    *("U.S. ", "A ", "A. ", "ABC ", "(AB) ", "John ", "John, ", "John and ", "University of "),
    *("Ann Lee said. ", "Mr Lee, aka Bo, came.\n", "Abc Def (AD) ", "Vane Province, ", "Mr. "),
    *("(VNA photo)\n", "By Ann Lee\n", "Related Headline Here\n", "a a. ", "of ", "A'a "),
    *("1,", "1, ", "1.", "12 ", "1 to ", "$1 ", "5% ", "May 1 ", "one hundred ", "2019-", "1/"),
    *("7", "- ", "half ", "twenty-", "a", " ", "\n", "(", "‘", "between 1 and ", "last ", "19:32 "),
    *("777,", "1-", "late ", "a year ", "hundreds of ", "2 hours ", "two point five "),
    *("number of men ", "first of ", "a@", "US$ ", "Xx "),
)


def seconds(text: str) -> float:
    """Return the CPU seconds that the analysis of `text` takes."""
    file = ArticleFile("a.txt", Path("a.txt"), len(text), 0)
    began = time.process_time()
    analyse(Article(file, text, "text/1", "0" * 64), CorpusFile())
    return time.process_time() - began


def main() -> None:
    """Print the cost of each piece."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--size", type=int, default=100_000)
    size = options.parse_args().size
    seconds("Two boats left Velm on Sunday.\n")
    for piece in PIECES:
        short = seconds((piece * (size // len(piece) + 1))[:size])
        long = seconds((piece * (2 * size // len(piece) + 1))[: 2 * size])
        rate = long / (2 * size) * 1e6
        print(f"{piece!r:26} {rate:6.1f} s/MB   growth {long / max(short, 0.001):4.1f}")


if __name__ == "__main__":
    main()
