"""What a page says of its article, and what of that is believed."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.opening import open_corpus
from corpus.understanding.analysis import Metadata, Value

BODY = "<p>The council met at noon, and it sat until the lamps were lit in the hall.</p>"


def metadata(tmp_path: Path, head: str, body: str = BODY, settings: str = "") -> Metadata:
    (tmp_path / "a.html").write_text(f"<html lang=en-GB><head>{head}</head><body>{body}</body>")
    if settings:
        (tmp_path / "postil.yaml").write_text(settings)
    corpus = open_corpus(tmp_path)
    return corpus.metadata(corpus.read(corpus.files[0]))


def said(value: Value | None) -> tuple[str, str] | None:
    if value is None:
        return None
    assert value.evidence == "html meta"
    return value.value, value.certainty


def meta(**content: str) -> str:
    names = {name.replace("__", ":"): text for name, text in content.items()}
    return "".join(f'<meta property="{name}" content="{text}">' for name, text in names.items())


def test_tags_say_title_outlet_author_date_and_language(tmp_path: Path) -> None:
    found = metadata(
        tmp_path,
        meta(
            og__title="Dam &amp; gate | The Herald",
            og__site_name="The Herald",
            author="Mira Kostan",
            article__published_time="2031-04-12T06:30:00+02:00",
            article__modified_time="2031-04-14",
        ),
    )
    assert said(found.title) == ("Dam & gate", "certain")
    assert said(found.outlet) == ("The Herald", "certain")
    assert said(found.author) == ("Mira Kostan", "certain")
    assert said(found.published) == ("2031-04-12", "certain")
    assert found.language == "en"


def test_linked_data_of_one_article_counts(tmp_path: Path) -> None:
    found = metadata(
        tmp_path,
        """<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"},
        {"@type": ["NewsArticle"], "headline": "A &quot;dam&quot;", "datePublished": "2031-04-12",
        "author": [{"name": "A. One"}, {"name": "B. Two"}, {"name": "https://x.example/b"}],
        "publisher": {"name": "The Herald"}, "inLanguage": "de-AT"}]}</script>""",
    )
    assert said(found.title) == ('A "dam"', "certain")
    assert said(found.author) == ("A. One, B. Two", "certain")
    assert said(found.outlet) == ("The Herald", "certain")
    assert said(found.published) == ("2031-04-12", "certain")
    assert found.language == "de"


def test_linked_data_of_several_articles_counts_only_where_the_title_tells_which(
    tmp_path: Path,
) -> None:
    blocks = """<script type=application/ld+json>
        [{"@type": "Article", "headline": "One", "datePublished": "2031-04-12"},
         {"@type": "Article", "headline": "Two", "datePublished": "2031-04-13"}]</script>"""
    assert metadata(tmp_path, blocks).published is None
    assert said(metadata(tmp_path, blocks + "<title>Two</title>").published) == (
        "2031-04-13",
        "certain",
    )


def test_one_moment_in_two_time_zones_is_one_date(tmp_path: Path) -> None:
    found = metadata(
        tmp_path,
        meta(article__published_time="2031-04-13T01:30:00Z")
        + """<script type="application/ld+json">{"@type": "NewsArticle",
        "datePublished": "2031-04-12T20:30:00-05:00"}</script>""",
    )
    assert said(found.published) == ("2031-04-12", "certain")


def test_two_dates_that_differ_make_it_likely_only(tmp_path: Path) -> None:
    found = metadata(tmp_path, meta(article__published_time="2031-04-12", pubdate="2031-05-01"))
    assert said(found.published) == ("2031-04-12", "likely")


def test_no_date_but_the_published_one_is_one(tmp_path: Path) -> None:
    found = metadata(
        tmp_path,
        "<!-- saved from url=(0024)http://x.example/ on 2031-04-12 -->"
        '<meta http-equiv="last-modified" content="2031-04-12">'
        "<meta name=revised content=2031-04-12>"
        + meta(article__modified_time="2031-04-12", og__updated_time="2031-04-12")
        + meta(article__published_time="yesterday", crawl_date="2031-04-12")
        + '<script type=application/ld+json>{"@type":"NewsArticle","dateModified":"2031-04-12",'
        '"datePublished": 20310412}</script>',
        body="<time datetime=2031-04-12>now</time>" + BODY,
    )
    assert found.published is None


def test_the_title_of_the_window_is_likely_only(tmp_path: Path) -> None:
    found = metadata(tmp_path, "<title>Dam gives way | Tarvos Daily News</title>")
    assert said(found.title) == ("Dam gives way", "likely")
    assert said(found.outlet) == ("Tarvos Daily News", "likely")


OVERLAY = f"<h2>Press a key</h2><p>n leads on, b leads back</p>{{heading}}{BODY * 4}"


@pytest.mark.parametrize(
    ("window", "heading", "title"),
    [
        ("Below the dam - Guide to Tarvos", "<h1>Below the dam</h1>", "Below the dam"),
        ("Guide to Tarvos: Below the dam", "<h1>Below the Dam</h1>", "Below the Dam"),
        ("Below the dam", "<h1>Below  the dam</h1>", "Below the dam"),
        ("Press a key | Below the dam", "<h1>Below the dam</h1>", "Press a key"),
        ("Guide to Tarvos", "<h1>Below the dam</h1>", "Press a key"),
    ],
)
def test_a_line_of_the_page_is_no_title_where_the_window_names_another(
    tmp_path: Path, window: str, heading: str, title: str
) -> None:
    body = OVERLAY.format(heading=heading)
    found = metadata(tmp_path, f"<title>{window}</title>", body=body).title
    assert found is not None
    assert (found.value, found.certainty) == (title, "likely")


def test_what_the_reader_set_comes_first(tmp_path: Path) -> None:
    found = metadata(
        tmp_path,
        meta(og__title="Theirs", article__published_time="2031-04-12"),
        settings="articles:\n  a.html: {title: Mine, published: 2031-04-01}\n",
    )
    assert found.title == Value("Mine", "certain", "postil.yaml")
    assert found.published == Value("2031-04-01", "certain", "postil.yaml")


def test_linked_data_that_is_no_json_says_nothing(tmp_path: Path) -> None:
    blocks = ["{", "[" * 9_000, "1" * 9_000, "null", '{"@type": 7, "author": [[[]]]}', '["a", 1]']
    head = "".join(f"<script type=application/ld+json>{block}</script>" for block in blocks)
    assert metadata(tmp_path, head).published is None


def test_other_metadata_of_the_same_text_is_seen(tmp_path: Path) -> None:
    first = metadata(tmp_path, meta(og__title="First"))
    assert said(first.title) == ("First", "certain")
    (tmp_path / "a.html").write_text(f"<head>{meta(og__title='Other')}</head>{BODY}")
    corpus = open_corpus(tmp_path)
    assert said(corpus.summary(corpus.files[0]).metadata.title) == ("Other", "certain")
    article = corpus.read(corpus.files[0])
    assert said(corpus.analyse(article).metadata.title) == ("Other", "certain")
