"""Corpora to measure on, made of the paragraphs of other articles put together anew."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from measures import SAMPLE

SEED = 11
PARAGRAPHS = (3, 12)
IN_A_FOLDER = 1_000


@contextmanager
def corpus_of(folder: Path | None, articles: int | None = None) -> Iterator[Path]:
    """Give a folder of articles: `folder` itself where it is named and no number is asked for,
    else a temporary one of so many articles (10,000 unless told), made of `folder`'s or the
    sample corpus's paragraphs.
    """
    if folder is not None and articles is None:
        yield folder.resolve()
        return
    with TemporaryDirectory(prefix="postil-bench-corpus-") as made:
        recombine(folder or SAMPLE, Path(made), articles or 10_000)
        yield Path(made)


def recombine(source: Path, target: Path, articles: int) -> None:
    """Write `articles` articles of paragraphs drawn from those of `source`, the same each time.

    Each has a number of its own in its first line, so that no two are the same.
    """
    paragraphs = [
        paragraph
        for path in sorted(source.rglob("*.txt"))
        for paragraph in path.read_text(encoding="utf-8", errors="replace").split("\n\n")
        if 40 < len(paragraph) < 4000
    ]
    draw = random.Random(SEED)
    for number in range(articles):
        below = target / f"{number // IN_A_FOLDER:03}"
        if number % IN_A_FOLDER == 0:
            below.mkdir(parents=True, exist_ok=True)
        title = " ".join(draw.choice(paragraphs).split()[:8])
        body = "\n\n".join(draw.choices(paragraphs, k=draw.randint(*PARAGRAPHS)))
        text = f"{title} ({number + 1:,})\n\n{body}\n"
        (below / f"{number:06}.txt").write_text(text, encoding="utf-8")


def long_article(path: Path, characters: int = 1_000_000) -> None:
    """Write an article of some length (1 MB unless told) with 10,000 names and figures a MB."""
    sentence = "On the ford of Marn {n:,} carts stood while Ilse Brandt counted them again. "
    filler = "The water went on over the stones and nobody there said a word. " * 2
    with path.open("w", encoding="utf-8") as out:
        size, number = 0, 1000
        while size < characters:
            size += out.write("".join(sentence.format(n=number + i) for i in range(4)) + filler)
            size += out.write("\n\n")
            number += 4
