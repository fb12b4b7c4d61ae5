"""The documents of beginnings that many words share: those of every word that begins so."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.beginnings import LONGEST, MANY_POSTINGS, bits_of, bytes_for, documents_of
from index.inverted import Inverted
from index.packed import DamagedSegment, PackedSegment
from index.packing import write_segment

DOCUMENTS = 60


def segment_of_many_words(folder: Path) -> PackedSegment:
    """Return a segment in which some letters begin more postings than others."""
    inverted = Inverted()
    for number in range(DOCUMENTS):
        many = [f"ab{word}x{number % 7}" for word in range(number * 9)]
        inverted.add([*many, "ab", "a", f"c{number}"] if number % 3 else ["rest"], 1, {})
    path = folder / "one.words"
    write_segment(path, inverted)
    return PackedSegment(path)


def test_a_beginning_of_many_words_is_kept_with_their_documents(tmp_path: Path) -> None:
    segment = segment_of_many_words(tmp_path)
    words = segment.words("body")
    assert segment.count_postings("body", segment.starting_with("body", "ab")) > MANY_POSTINGS

    for beginning in {word[:length] for word in words for length in range(1, LONGEST + 2)}:
        places = segment.starting_with("body", beginning)
        kept = segment.beginning_with("body", beginning)
        if segment.count_postings("body", places) > MANY_POSTINGS and len(beginning) <= LONGEST:
            assert kept == sorted(set(segment.documents_with("body", places)))
        else:
            assert kept is None


def test_bytes_that_change_among_beginnings_are_seen(tmp_path: Path) -> None:
    segment = segment_of_many_words(tmp_path)
    kept = segment._field("body").bits
    assert kept is not None
    content = bytearray(segment.path.read_bytes())
    content[kept.place + 1] ^= 4
    segment.path.write_bytes(content)

    damaged = PackedSegment(segment.path)
    with pytest.raises(DamagedSegment):
        damaged.read_all()
    with pytest.raises(DamagedSegment):
        damaged.beginning_with("body", "ab")


@given(st.sets(st.integers(0, 99)), st.integers(0, 30))
def test_bits_tell_which_documents_were_found(found: set[int], more: int) -> None:
    documents = max(found, default=-1) + 1 + more
    bits = bits_of(found, documents)

    assert len(bits) == bytes_for(documents)
    assert documents_of(bits, documents) == sorted(found)
