"""Pages that were made to break a reader of pages: each is read, and nothing outside is touched."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.readers.html import MOST_TAGS, TOO_MANY, Html
from corpus.readers.web_page.lexing import Tag, lex
from corpus.readers.web_page.rebuilding import DEEPEST, Rebuilding

MANY = 100_000

HOSTILE = {
    "nesting": "<div>" * MANY + "end",
    "nesting that is closed": "<div>" * MANY + "end" + "</div>" * MANY,
    "attributes": "<p " + " ".join(f"a{n}=b" for n in range(MANY)) + ">end",
    "attributes in an end tag": "</p " + " ".join(f"a{n}" for n in range(MANY)) + ">end",
    "forms in forms": "<form><div>" * (MANY // 2) + "end",
    "formatting": "<p><b><i><font>" * (MANY // 4) + "end",
    "links in links": "<a href=x><p>" * (MANY // 2) + "end",
    "tables in tables": "<table><tr><td>" * (MANY // 4) + "end",
    "wide cells": "<table>" + "<tr><td colspan=999999999 rowspan=65534>1<td>2" * 1_000 + "end",
    "lists in lists": "<ul><li>" * (MANY // 2) + "end",
    "open comments": "end" + "<!--" * MANY,
    "open scripts": "end" + "<script><" * MANY,
    "open quotes": "end" + "<a b='" * MANY,
    "signs": "<" * MANY + " end",
    "references": "&amp" * MANY + "&#" + "9" * MANY + "&#x" + "f" * MANY + "; end",
    "NULs": "\0e\0n\0d\0" * MANY + "end",
    "spaces": "<pre>" + " \t" * MANY + "end",
    "line ends": "<pre>" + " \n\r" * MANY + "end",
    "end tags": "</p></x></table>" * (MANY // 4) + "end",
    "drawings": "<svg><g><text>" * (MANY // 4) + "end",
    "templates": "end" + "<template><p>" * (MANY // 2),
    "menus": "<ul><li><a href=x>y</a></ul>" * (MANY // 8) + "<p>end",
    "linked data": '<script type="application/ld+json">' + "[" * MANY + "</script>end",
    "nothing but tags": "<b>" * (MOST_TAGS + 1) + "end",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_page_is_read_to_its_end(kind: str) -> None:
    assert "end" in Html().read(b"<!-- e -->" + HOSTILE[kind].encode()).text


def test_a_page_of_too_many_tags_is_shown_without_its_form_and_says_so() -> None:
    read = Html().read(("<p>a<b>b</b></p>" * MOST_TAGS + "<td>1</td><td>2</td>").encode())
    assert read.doubt == TOO_MANY
    assert read.text.startswith("ab\nab\n")
    assert read.text.endswith("\n1 | 2 |\n")


def test_text_deeper_than_any_page_is_still_there() -> None:
    markup = "".join(f"<div>level {n}" for n in range(1_000))
    assert all(f"level {n}\n" in Html().read(markup.encode()).text for n in range(1_000))


_TOKENS = st.sampled_from(
    """<p> </p> <div class="nav"> </div> <ul> <ol> <li> </ul> <table> <tr> <td> <td\trowspan=3>
    <th\tcolspan=2> </table> <a\thref=x> </a> <b> <br> <pre> </pre> <script> </script> <title>
    <svg> <select> <template> <noscript> <footer> <h1> <blockquote> &amp; &#0; &lt; <!-- --> < > " '
    = / text 17 <body> </body> <html\tlang=en> \u00a0 \u202e \x1b \ud83d\ude00""".encode(
        "utf-16", "surrogatepass"
    )
    .decode("utf-16")
    .split(" ")
)


@given(st.lists(_TOKENS, max_size=60).map("".join))
def test_any_markup_gives_a_text_without_faults(markup: str) -> None:
    read = Html().read(markup.encode())
    read.text.encode()
    assert "\r" not in read.text
    assert read.text == "" or (read.text.endswith("\n") and read.text.strip())
    assert Html().read(markup.encode()) == read


@given(st.binary(max_size=300))
def test_any_bytes_are_read(data: bytes) -> None:
    Html().read(data).text.encode()


@given(st.lists(_TOKENS, max_size=80).map("".join))
def test_the_page_that_the_library_gets_is_balanced_and_bounded(markup: str) -> None:
    rebuilding = Rebuilding()
    for token in lex(markup * 5):
        rebuilding.take(token)
    depth = deepest = 0
    for token in lex(rebuilding.markup()):
        if isinstance(token, Tag) and token.name not in ("br", "html"):
            depth += -1 if token.closes else 1
            deepest = max(deepest, depth)
            assert depth >= 0
            assert len(token.attributes) <= 4
    assert depth == 0
    assert deepest <= 2 * DEEPEST


_READ_UNDER_GUARD = """
import sys
from corpus.readers.html import Html
from corpus.understanding.metadata import page_reading
Html().read(b"<p>loaded")
_ELSEWHERE = ("socket.", "subprocess.", "urllib.", "os.system")
def refuse(event, arguments):
    if event in ("open", "os.open") or event.startswith(_ELSEWHERE):
        raise SystemExit(f"touched: {event} {arguments}")
sys.addaudithook(refuse)
page = sys.stdin.buffer.read()
sys.stdout.write(Html().read(page).text)
"""

_REFERS = b"""<?xml version="1.0"?>
<!DOCTYPE html PUBLIC "x" "http://127.0.0.1:9/a.dtd" [
<!ENTITY file SYSTEM "file:///etc/passwd"> <!ENTITY net SYSTEM "http://127.0.0.1:9/">
<!ENTITY a "&b;&b;&b;&b;"> <!ENTITY b "&c;&c;&c;&c;"> <!ENTITY c "bomb"> ]>
<html xmlns="http://www.w3.org/1999/xhtml"><head><base href="http://127.0.0.1:9/"/>
<link rel="stylesheet" href="http://127.0.0.1:9/a.css"/><script src="http://127.0.0.1:9/a.js"/>
</head><body><p>The text &file; &net; &a; of it</p></body></html>
"""


def test_nothing_that_a_page_refers_to_is_fetched_or_opened() -> None:
    page = _REFERS.replace(b'a.js"/>', b'a.js"></script>')
    done = subprocess.run(
        [sys.executable, "-c", _READ_UNDER_GUARD], input=page, capture_output=True, check=False
    )
    assert done.stderr == b""
    assert b"The text &file; &net; &a; of it" in done.stdout


def test_reading_texts_does_not_load_what_reads_pages() -> None:
    program = (
        "import sys; from corpus.readers.known import READERS; READERS[0].read(b'a'); "
        "print([name for name in sys.modules if 'resiliparse' in name or 'web_page' in name])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
