"""The article of a web page: what is its text, what is left out, and that nothing is lost."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from corpus.opening import open_corpus
from corpus.readers.html import ALL_SHOWN, FRAMES, NO_TEXT, Html
from corpus.reasons import reading_problems


def text_of(markup: str) -> str:
    return Html().read(markup.encode()).text


def page(body: str) -> str:
    return f"<!DOCTYPE html><html><head><meta charset=utf-8></head><body>{body}</body></html>"


PARAGRAPH = "<p>The council met at noon, and it sat until the lamps were lit in the hall.</p>"


def test_the_page_around_an_article_is_left_out() -> None:
    text = text_of(
        page(
            '<div id="cookie-banner" class="cookie-consent"><p>We use cookies.</p></div>'
            '<header><nav class="nav"><ul><li><a href="/">Home</a></li></ul></nav></header>'
            f"<main><article><h1>Bridge closed</h1>{PARAGRAPH}</article>"
            '<section id="comments"><p>first!</p></section></main>'
            "<footer><p>All rights reserved</p></footer>"
            "<script>var bridge = 1;</script><style>p { color: red }</style>"
            "<!-- a comment --><template><p>Template</p></template>"
            '<p hidden>Hidden</p><p style="display: none">Unseen</p><noscript>No script</noscript>'
        )
    )
    assert text == (
        "Bridge closed\n\n"
        "The council met at noon, and it sat until the lamps were lit in the hall.\n"
    )


def test_paragraphs_are_parted_by_blank_lines_and_line_breaks_stay() -> None:
    assert text_of(page("<p>One.</p><p>Two,<br>two.</p><h2>Head</h2><p>Three.</p>")) == (
        "One.\n\nTwo,\ntwo.\n\nHead\n\nThree.\n"
    )


def test_items_of_lists_are_lines_with_their_marks() -> None:
    text = text_of(
        page(f"{PARAGRAPH}<ul><li>600 rescued<li><p>540 found</p></ul><ol start=3><li>a<li>b</ol>")
    )
    assert text.endswith("\n\n• 600 rescued\n• 540 found\n\n3. a\n4. b\n")


def test_a_row_of_a_table_is_a_line_and_an_empty_cell_keeps_its_column() -> None:
    text = text_of(
        page(
            "<table><caption>Counted</caption><tr><th>Place<th>Dead<th>Hurt"
            "<tr><td>Orlin<td>14<td rowspan=2>9<tr><td>Mill<td>3"
            "<tr><td colspan=2>both<td><p>9</p><p>or 10</p></table>"
        )
    )
    assert text == (
        "Counted\n\n| Place | Dead | Hurt |\n| Orlin | 14 | 9 |\n| Mill | 3 | |\n"
        "| both | | 9 or 10 |\n"
    )


def test_a_table_that_lays_out_the_page_becomes_blocks() -> None:
    text = text_of(
        "<HTML><BODY><TABLE><TR><TD><A HREF=1>Index</A><BR><A HREF=2>Archive</A></TD><TD><B>430 "
        f"homes damaged</B><P>{PARAGRAPH * 9}</TD></TR><TR><TD><TD>Press office</TABLE>"
    )
    assert text.startswith("430 homes damaged\n\nThe council met")
    assert text.endswith("Press office\n")
    assert "Index" not in text


def test_captions_quotes_and_preformatted_lines_stay() -> None:
    text = text_of(
        page(
            f"<article>{PARAGRAPH}<figure><img src=a.jpg><figcaption>The breach. Photo: A. L."
            "</figcaption></figure><blockquote><p>No gate was opened.</p></blockquote>"
            "<pre>03:20  4.1\n03:40  5.6</pre></article>"
        )
    )
    assert "\nThe breach. Photo: A. L.\n" in text
    assert "\nNo gate was opened.\n" in text
    assert "\n03:20  4.1\n03:40  5.6\n" in text


def test_references_are_decoded_and_no_break_spaces_kept() -> None:
    assert text_of("<p>1&nbsp;100 men &amp; 2&#8239;400 &lt;more&gt; &ldquo;or&rdquo; so") == (
        "1\u00a0100 men & 2\u202f400 <more> “or” so\n"
    )


def test_a_page_with_hardly_a_word_is_shown_whole() -> None:
    assert text_of("<title>Notice</title><p>Road closed until 5 May.") == (
        "Road closed until 5 May.\n"
    )


def test_where_no_article_is_found_all_that_is_seen_is_the_text_and_it_says_so() -> None:
    read = Html().read(page(f"<div class=nav><div id=footer>{PARAGRAPH * 5}</div></div>").encode())
    assert read.text.count("The council met") == 5
    assert read.doubt == ALL_SHOWN


def test_a_page_that_was_saved_behind_a_banner_is_read() -> None:
    banner = "<div role=dialog><p>Cookies?</p></div>"
    assert text_of(page(f"<div aria-hidden=true>{PARAGRAPH}</div>{banner}")).startswith("The coun")


def test_an_empty_article_says_why() -> None:
    assert Html().read(b"<div id=root></div><script>load()</script>").doubt == NO_TEXT
    frames = b"<frameset><frame src=a.html><frame src=b.html></frameset>"
    assert Html().read(frames).doubt == FRAMES


def test_what_is_in_doubt_is_told_of_the_article(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<script>load()</script>")
    corpus = open_corpus(tmp_path)
    article = corpus.read(corpus.files[0])
    assert article.reader == "html/1"
    assert [problem.reason for problem in reading_problems(article)] == [NO_TEXT]


def test_the_parts_of_a_saved_page_are_no_articles_and_a_web_archive_is_told_of(
    tmp_path: Path,
) -> None:
    (tmp_path / "page_files").mkdir()
    (tmp_path / "other_files").mkdir()
    for name in ("page.html", "page_files/frame.html", "other_files/a.htm", "b.XHTML", "c.mhtml"):
        (tmp_path / name).write_text("<p>Text.")
    corpus = open_corpus(tmp_path)
    assert [file.article for file in corpus.files] == ["b.XHTML", "other_files/a.htm", "page.html"]
    assert [problem.file for problem in corpus.skipped] == ["c.mhtml"]
    assert "save the page as HTML" in corpus.skipped[0].remedy


def test_markup_that_nobody_should_write_is_read_as_browsers_read_it() -> None:
    assert text_of("<p title='a > b' class=x>it's <b title=\"'>'\">so</b></p>") == "it's so\n"
    assert text_of("<p>1 < 2 and 3 > 2 </ p><p>x</p x='>'>y") == "1 < 2 and 3 > 2\n\nx\n\ny\n"
    assert text_of("<script>if (a</b) '</scripts>' </script >seen") == "seen\n"
    assert text_of("a<!-->b<!--->c<!-- -- > -->d<!-- --!>e<!x>f<?y?>g") == "abcdefg\n"
    assert text_of("<p>a<p>b<div>c<p>d</div>e") == "a\n\nb\n\nc\n\nd\n\ne\n"


WORDS = st.text(st.sampled_from("abcdefghij"), min_size=1, max_size=8)
ROWS = st.lists(st.lists(WORDS, min_size=2, max_size=4), min_size=2, max_size=5)


@given(st.lists(WORDS, min_size=1), st.lists(WORDS, min_size=1), ROWS)
def test_no_paragraph_item_or_cell_of_an_article_is_lost(
    paragraphs: list[str], items: list[str], rows: list[list[str]]
) -> None:
    body = "".join(f"<p>{word}</p>" for word in paragraphs)
    body += "<ul>" + "".join(f"<li>{word}" for word in items) + "</ul>"
    body += "<table>" + "".join("<tr><td>" + "<td>".join(row) for row in rows) + "</table>"
    text = text_of(page(f"<main><article>{body}</article></main>"))
    lines = [line for line in text.split("\n") if line]
    assert lines == [
        *paragraphs,
        *(f"• {item}" for item in items),
        *(f"| {' | '.join(row)} |" for row in rows),
    ]
