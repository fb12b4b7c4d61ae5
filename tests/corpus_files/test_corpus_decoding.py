"""Bytes become text: always, and the right one where anything tells."""

from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.decoding import SNIFFED, decode, looks_binary

ENGLISH = "The “harbour master” wasn’t sure – he paid £20 for a café au lait in Malmö…"


def with_lf(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


@given(st.text())
def test_utf8_comes_back_as_it_was_but_for_line_ends_and_mark(text: str) -> None:
    decoded = decode(text.encode())
    # A text without NULs; with them the bytes may as well be UTF-16.
    if "\0" not in text:
        assert decoded.text == with_lf(text.removeprefix("\ufeff"))
        assert (decoded.encoding, decoded.guessed) == ("utf-8", False)


@given(st.text(), st.sampled_from(["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]))
def test_a_byte_order_mark_proves_the_encoding(text: str, encoding: str) -> None:
    # U+0000 right after the mark of UTF-16 would make it the mark of UTF-32.
    text = "x" + text
    decoded = decode(("\ufeff" + text).encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.guessed) == (with_lf(text), encoding, False)


@given(st.binary())
def test_no_bytes_raise_and_none_give_lone_surrogates(data: bytes) -> None:
    decode(data).text.encode("utf-8")


def test_only_line_ends_and_the_mark_change() -> None:
    data = b"\xef\xbb\xbf\tone \r\ntwo\rthree\n\r\n\x0c\xe2\x80\xa8end  "
    assert decode(data).text == "\tone \ntwo\nthree\n\n\x0c\u2028end  "


def test_a_second_mark_is_text() -> None:
    assert decode(b"\xef\xbb\xbf\xef\xbb\xbfa").text == "\ufeffa"


def test_an_empty_file_is_an_empty_text_in_utf8() -> None:
    assert decode(b"") == decode(b"\xef\xbb\xbf")
    assert decode(b"").text == ""


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "cp1252"),
        ("It wasn’t.", "cp1252"),
        ("José Muñoz spoke.", "cp1252"),
        ("Das Straßenfest fällt aus, sagte der Bürgermeister.", "cp1252"),
        ("Le maire a déclaré que la fête était annulée à cause de l’orage.", "cp1252"),
        ("O prefeito disse que a celebração não será realizada.", "cp1252"),
        ("Starosta v neděli řekl, že slavnost byla kvůli bouři zrušena.", "cp1250"),
        ("Burmistrz powiedział w niedzielę, że święto zostało odwołane.", "cp1250"),
        ("Okullar fırtına nedeniyle kapalı olacak, şenliğin tarihi değişti.", "cp1254"),
        ("Мэр города заявил в воскресенье, что праздник отменён из-за бури.", "cp1251"),
        ("Ο δήμαρχος δήλωσε την Κυριακή ότι η γιορτή ακυρώθηκε.", "cp1253"),
        ("市長は日曜日、嵐のため祭りを中止すると述べた。", "shift_jis"),
        ("市长星期日表示，由于暴风雨，节日被取消。", "gb18030"),
        ("Plain words, then é, and no mark.", "utf-16-le"),
        ("Мэр города заявил в воскресенье.", "utf-16-be"),
        # Without a blank; only the line ends have NULs.
        ("市長は日曜日、嵐のため祭りを中止すると述べた。\n", "utf-16-le"),
        ("市长星期日表示，由于暴风雨，节日被取消。\n\n", "utf-16-be"),
    ],
)
def test_what_nothing_proves_is_guessed_right_and_said_to_be_guessed(
    text: str, encoding: str
) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert decoded.guessed


def test_windows_1252_is_told_from_far_inside_a_long_ascii_text() -> None:
    text = "A plain line of words.\n" * 40_000 + ENGLISH + "\nAnother plain line." * 40_000
    assert decode(text.encode("cp1252")).text == text


def test_utf8_with_a_broken_end_stays_utf8_and_is_a_guess() -> None:
    decoded = decode("Ein Bürgermeister, zwei Wörter, drei “Zeichen”".encode()[:-1])
    assert decoded.text == "Ein Bürgermeister, zwei Wörter, drei “Zeichen\ufffd"
    assert (decoded.encoding, decoded.guessed) == ("utf-8", True)


@pytest.mark.parametrize("foreign", [b"\xff", b"\x92", b"\xe2\x80", b"\xc3"])
def test_a_few_bad_bytes_in_utf8_become_signs_and_the_rest_stays(foreign: bytes) -> None:
    start, end = "Der Bürgermeister übergab die Schlüssel. " * 5, " Später hörte man Glocken. " * 5
    decoded = decode(start.encode() + foreign + b" und " + foreign + end.encode())
    assert decoded.text == f"{start}\ufffd und \ufffd{end}"
    assert (decoded.encoding, decoded.guessed) == ("utf-8", True)


@pytest.mark.parametrize("byte", [b"\x92", b"\xe9", b"\xff", b"\x85", b"\xa3", b"\xd0"])
def test_one_byte_beyond_ascii_in_an_english_text_is_windows_1252(byte: bytes) -> None:
    data = b"The mayor said that it was" + byte + b" not the end of the matter.\n"
    decoded = decode(data)
    assert decoded.text[26] == byte.decode("cp1252")
    assert (decoded.encoding, decoded.guessed) == ("cp1252", True)


def test_a_sign_that_was_cut_through_in_ascii_is_broken_utf8() -> None:
    for whole in ("“", "😀"):
        decoded = decode(b"They said: " + whole.encode()[:-1] + b" and no more.")
        assert decoded.text == "They said: \ufffd and no more."
        assert (decoded.encoding, decoded.guessed) == ("utf-8", True)


def test_a_few_senseless_bytes_in_ascii_bring_no_foreign_letters() -> None:
    text = decode(b"The mayor \xff\xfe said that it was \xf7 over.").text
    assert text == "The mayor ÿþ said that it was ÷ over."


def test_one_byte_that_no_page_has_is_still_text() -> None:
    assert decode(b"It was \x81 here.").text == "It was \x81 here."


def test_unusual_line_separators_are_kept_and_end_no_line() -> None:
    data = "one\u2028two\u2029three\x85four\x0bfive\nsix".encode()
    assert decode(data).text == "one\u2028two\u2029three\x85four\x0bfive\nsix"


def test_a_broken_utf16_file_with_a_mark_is_read_as_far_as_it_goes() -> None:
    decoded = decode("\ufeffwords".encode("utf-16-le") + b"\x00")
    assert decoded.text == "words\ufffd"
    assert decoded.guessed


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        bytes(range(256)),
        b"\x00",
        b"\x7fELF\x02\x01\x01" + b"\x00" * 9 + b"\x03\x00>\x00",
        b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00" + bytes(range(128, 256)),
        os.urandom(SNIFFED),
    ],
    ids=["png", "every byte", "nul", "elf", "zip", "random"],
)
def test_binary_is_told_by_its_first_bytes(data: bytes) -> None:
    assert looks_binary(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"plain\ttext\r\nwith \x1b[31mcolour\x1b[0m and a form feed\x0c",
        ENGLISH.encode("cp1252"),
        "\ufeffwords".encode("utf-16-le"),
        "\ufeffwords".encode("utf-32-be"),
        "words without a mark".encode("utf-16-be"),
        "市長は日曜日、嵐のため祭りを中止すると述べた。\n".encode("utf-16-be"),
        "市长星期日表示，由于暴风雨，节日被取消。".encode("gb18030"),
        # One stray NUL in a page of UTF-8 does not hide the page.
        "A café.\n".encode() * 20 + b"\0" + b"More.\n",
        # A character of three bytes that the end of the sniffed part cuts.
        ("x" * (SNIFFED - 1) + "\u20ac").encode()[:SNIFFED] + b"",
    ],
)
def test_text_of_any_encoding_is_no_binary(data: bytes) -> None:
    assert not looks_binary(data[:SNIFFED])
