"""The encoding of a web page: what it says, what its bytes say, and what is guessed."""

from __future__ import annotations

import codecs

import pytest

from corpus.readers.html import Html

RUSSIAN = "Наводнение в долине: четыреста тридцать домов повреждено, сообщила комиссия."


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("<meta charset=windows-1251>", "cp1251"),
        ('<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=KOI8-R">', "koi8-r"),
        ('<?xml version="1.0" encoding="iso-8859-5"?>', "iso8859-5"),
        ("<meta name=x content=y><meta charset='x-sjis'>", "cp932"),
    ],
)
def test_a_page_is_in_the_encoding_that_it_says(head: str, encoding: str) -> None:
    read = Html().read(f"{head}<p>{RUSSIAN}</p>".encode(encoding))
    assert (read.text, read.encoding, read.guessed) == (RUSSIAN + "\n", encoding, False)


def test_names_mean_what_browsers_take_them_for() -> None:
    read = Html().read("<meta charset=iso-8859-1><p>“1,100”</p>".encode("cp1252"))
    assert (read.text, read.encoding) == ("“1,100”\n", "cp1252")
    read = Html().read("<meta charset=utf-16><p>é</p>".encode())
    assert (read.text, read.encoding) == ("é\n", "utf-8")


def test_a_byte_order_mark_counts_more_than_what_the_page_says() -> None:
    for mark, encoding in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le")):
        read = Html().read(mark + f"<meta charset=koi8-r><p>{RUSSIAN}".encode(encoding))
        assert (read.text, read.encoding, read.guessed) == (RUSSIAN + "\n", encoding, False)


def test_a_page_that_was_saved_as_utf_8_and_says_otherwise_is_a_guess() -> None:
    read = Html().read(f"<meta charset=windows-1251><p>{RUSSIAN}".encode())
    assert (read.text, read.encoding, read.guessed) == (RUSSIAN + "\n", "utf-8", True)


def test_a_page_that_says_utf_8_and_is_in_another_encoding_is_guessed() -> None:
    read = Html().read(f"<meta charset=utf-8><p>{RUSSIAN * 3}".encode("cp1251"))
    assert (read.text, read.encoding, read.guessed) == (RUSSIAN * 3 + "\n", "cp1251", True)


def test_a_page_in_damaged_utf_8_stays_utf_8() -> None:
    read = Html().read(f"<meta charset=utf-8><p>{RUSSIAN}".encode() + b"\xd0</p>")
    assert (read.text, read.encoding, read.guessed) == (RUSSIAN + "\ufffd\n", "utf-8", True)


@pytest.mark.parametrize("said", ["no-such-thing", "utf-7", "hex", "shift_jis", "unicode-escape"])
def test_a_page_that_says_what_cannot_be_is_guessed(said: str) -> None:
    read = Html().read(f"<meta charset={said}><p>{RUSSIAN * 3}".encode("cp1251"))
    assert (read.text, read.encoding, read.guessed) == (RUSSIAN * 3 + "\n", "cp1251", True)


def test_the_encoding_that_the_reader_chose_counts_more_than_all() -> None:
    data = f"<meta charset=cp1251><p>{RUSSIAN}".encode("koi8-r")
    read = Html().read(data, "koi8-r")
    assert (read.text, read.encoding, read.guessed) == (RUSSIAN + "\n", "koi8-r", False)
