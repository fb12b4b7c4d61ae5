"""Notes that were not saved: kept as files, found by the next session."""

from __future__ import annotations

import os
import stat
import subprocess
import sys

from hypothesis import example, given
from hypothesis import strategies as st

from tests.terminal.conftest import state_files
from tui.annotating.drafts import Draft, Drafts

DRAFT = Draft("a.txt", start=4, end=9, quote="ferry")


def test_what_was_typed_is_found_by_the_next_session() -> None:
    file = Drafts("corpus").begin(DRAFT)
    file.keep("not yet \udc80 saved", "a, b")
    (found,) = Drafts("corpus").left()
    assert (found.draft.note, found.draft.tags) == ("not yet \udc80 saved", "a, b")
    assert found.draft.article == "a.txt"
    assert stat.S_IMODE(found.path.stat().st_mode) == 0o600
    found.forget()
    assert not Drafts("corpus").left()


def test_what_is_open_here_is_not_left_over() -> None:
    drafts = Drafts("corpus")
    drafts.begin(DRAFT).keep("typing", "")
    assert not drafts.left()


def test_what_another_running_postil_has_open_is_not_left_over() -> None:
    file = Drafts("corpus").begin(DRAFT)
    file.keep("typing", "")
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        theirs = file.path.rename(file.path.with_name(f"{other.pid}-1.json"))
        assert not Drafts("corpus").left()
        other.communicate(b"\n")
    assert [found.path for found in Drafts("corpus").left()] == [theirs]


def test_what_the_editor_had_last_counts() -> None:
    file = Drafts("corpus").begin(DRAFT)
    file.keep("in the form", "a")
    file.write_note("in the editor")
    os.utime(file.path, (1, 1))
    assert stat.S_IMODE(file.note_path.stat().st_mode) == 0o600
    (found,) = Drafts("corpus").left()
    assert (found.draft.note, found.draft.tags) == ("in the editor", "a")
    found.forget()
    assert not state_files("*.md")


def test_a_damaged_draft_does_not_hide_the_others() -> None:
    drafts = Drafts("corpus")
    file = drafts.begin(DRAFT)
    file.keep("kept", "")
    file.path.with_name("1-broken.json").write_text("{")
    file.path.with_name("1-strange.json").write_text('{"article": "a", "unknown": 1}')
    assert [found.draft.note for found in Drafts("corpus").left()] == ["kept"]


# Any character at all: lone surrogates, too, which a form takes from a paste.
@given(st.text(alphabet=st.characters(codec=None, categories=None, exclude_characters="\r")))
@example("\ud800 and \udc80")
@example("\ufeff")
@example("\n")
def test_a_note_comes_back_from_the_editor_as_it_went(note: str) -> None:
    file = Drafts("corpus").begin(DRAFT)
    file.write_note(note)
    assert file.read_note() == note.removesuffix("\n")


def test_a_note_that_an_editor_saved_in_another_encoding_is_read() -> None:
    file = Drafts("corpus").begin(DRAFT)
    file.write_note("Malmö")
    file.note_path.write_bytes("The ferry from Malmö to Åhus was late\r\n".encode("latin-1"))
    assert file.read_note() == "The ferry from Malmö to Åhus was late"
    file.note_path.write_bytes("Malmö\n".encode("utf-16"))
    assert file.read_note() == "Malmö"


@given(st.text("ab "), st.text("ab ", min_size=1), st.text("ab "), st.integers(0, 20))
def test_the_place_is_where_the_words_are(before: str, quote: str, after: str, start: int) -> None:
    place = Draft("a", start=start, end=start + len(quote), quote=quote).place_in(
        before + quote + after
    )
    assert place is not None
    assert place.cut(before + quote + after) == quote
    assert abs(place.start - start) <= abs(len(before) - start)


def test_without_its_words_a_draft_has_no_place() -> None:
    assert DRAFT.place_in("nothing of it") is None
    assert Draft("a.txt").place_in("anything") is None
