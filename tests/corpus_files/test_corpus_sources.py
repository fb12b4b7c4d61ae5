"""Where metadata come from in a folder: postil.yaml, front matter, the page, then guesses."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.opening import Corpus, open_corpus
from corpus.understanding.analysis import Metadata

BODY = """Barges adrift below the bridge

Coastal Times

May 4, 2021

By Ansa Tell

LISBON: The harbour master told the council that four barges are adrift below the old bridge.
"""
FRONT = """---
title: Four barges
source: Velm Wire
author: Pell Ames
date: 2021-05-05
dateline: Velm
---
"""
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Barges</title>
<meta property="og:title" content="Barges on a page">
<meta property="og:site_name" content="Velm Net">
<meta name="author" content="Odrun Hask">
<meta property="article:published_time" content="2021-05-06T10:00:00Z">
</head><body><article>{"".join(f"<p>{part}</p>" for part in BODY.split(chr(10) * 2))}</article>
</body></html>"""
SETTINGS = """schema: postil-corpus/1
metadata:
  - {files: "wire/**", outlet: Oru Wire}
  - {files: "*_dated.txt", date: "{yyyy}-{mm}-{dd}"}
  - {files: "wire/compact/*.txt", date: "{yyyy}{mm}{dd}"}
  - {files: "wire/late*", outlet: Oru Late Wire, author: Night Desk}
articles:
  wire/one.txt: {title: Set by hand, published: 2020-01-02, author: Nobody}
"""


def metadata(corpus: Corpus, name: str) -> Metadata:
    file = corpus.find(name)
    assert file is not None
    article = corpus.read(file)
    found = corpus.metadata(article)
    assert corpus.analyse(article).metadata == found == corpus.summary(file).metadata
    return found


def told(found: Metadata) -> dict[str, tuple[str, str] | None]:
    """Return each value with its source, "text" for a span."""
    values = {
        "title": found.title,
        "outlet": found.outlet,
        "author": found.author,
        "published": found.published,
        "dateline": found.dateline,
    }
    return {
        field: value
        and (value.value, value.evidence if isinstance(value.evidence, str) else "text")
        for field, value in values.items()
    }


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    for name, text in {
        "plain.txt": BODY,
        "front.md": FRONT + BODY,
        "page.html": PAGE,
        "2019-08-09_dated.txt": BODY,
        "deep/er/2019-08-10_dated.txt": FRONT + BODY,
        "2019-13-40_dated.txt": BODY,
        "wire/one.txt": FRONT + BODY,
        "wire/late.txt": BODY,
        "wire/page.html": PAGE,
        "wire/compact/20190811 barges.txt": BODY,
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    (tmp_path / "postil.yaml").write_text(SETTINGS)
    opened = open_corpus(tmp_path)
    assert opened.skipped == ()
    return opened


def test_without_anything_else_the_lines_of_the_text_are_read(corpus: Corpus) -> None:
    assert told(metadata(corpus, "plain.txt")) == {
        "title": ("Barges adrift below the bridge", "text"),
        "outlet": ("Coastal Times", "text"),
        "author": ("Ansa Tell", "text"),
        "published": ("2021-05-04", "text"),
        "dateline": ("LISBON", "text"),
    }


def test_front_matter_comes_before_the_lines(corpus: Corpus) -> None:
    assert told(metadata(corpus, "front.md")) == {
        "title": ("Four barges", "front matter"),
        "outlet": ("Velm Wire", "front matter"),
        "author": ("Pell Ames", "front matter"),
        "published": ("2021-05-05", "front matter"),
        "dateline": ("Velm", "front matter"),
    }


def test_the_tags_of_a_page_come_before_the_lines(corpus: Corpus) -> None:
    found = told(metadata(corpus, "page.html"))
    assert found["title"] == ("Barges on a page", "html meta")
    assert found["outlet"] == ("Velm Net", "html meta")
    assert found["author"] == ("Odrun Hask", "html meta")
    assert found["published"] == ("2021-05-06", "html meta")


def test_a_folder_has_an_outlet(corpus: Corpus) -> None:
    for name in ("wire/one.txt", "wire/page.html", "wire/compact/20190811 barges.txt"):
        assert told(metadata(corpus, name))["outlet"] == ("Oru Wire", "postil.yaml")


def test_the_last_pattern_that_fits_decides(corpus: Corpus) -> None:
    found = told(metadata(corpus, "wire/late.txt"))
    assert found["outlet"] == ("Oru Late Wire", "postil.yaml")
    assert found["author"] == ("Night Desk", "postil.yaml")


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2019-08-09_dated.txt", "2019-08-09"),
        ("deep/er/2019-08-10_dated.txt", "2019-08-10"),
        ("wire/compact/20190811 barges.txt", "2019-08-11"),
    ],
)
def test_a_date_in_the_file_name_comes_before_the_file(corpus: Corpus, name: str, day: str) -> None:
    assert told(metadata(corpus, name))["published"] == (day, "file name")


def test_a_file_name_without_such_a_day_says_nothing(corpus: Corpus) -> None:
    found = told(metadata(corpus, "2019-13-40_dated.txt"))
    assert found["published"] == ("2021-05-04", "text")


def test_what_is_set_for_one_article_comes_first(corpus: Corpus) -> None:
    found = told(metadata(corpus, "wire/one.txt"))
    assert found["title"] == ("Set by hand", "postil.yaml")
    assert found["author"] == ("Nobody", "postil.yaml")
    assert found["published"] == ("2020-01-02", "postil.yaml")
    assert found["dateline"] == ("Velm", "front matter")
