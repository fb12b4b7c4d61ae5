"""What a claim's form begins with, what its lines say, what completes them: no terminal."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from annotations.model import Annotation, Claim, ClaimQuantity, When
from annotations.store import AnnotationStore
from corpus.corpus_file import Codebook, CodebookField, Tag
from corpus.opening import open_corpus
from tui.claiming.figures import (
    quantity_line,
    quantity_of,
    understood_quantity,
    understood_when,
    when_line,
    when_of,
)
from tui.claiming.form import Meanings, brought_together, filled, keys_of, lines_of
from tui.claiming.offers import offers, taken, used_words, words_for
from tui.claiming.suggestion import suggestions

TEXT = """Weir gives way above Tollen

Ilse Brandt, the reeve of Tollen, said over 1,600 villagers were evacuated from Lisbon
in late October 2017 and that 12 were injured.

Nobody was blamed.
"""
CODEBOOK = Codebook(
    tags=(Tag("water", (Tag("level"),)),),
    measures=("killed", "evacuated", "injured"),
    fields=(CodebookField("seen", "boolean"), CodebookField("mood", "choice", ("calm", "grim"))),
)


@pytest.mark.parametrize(
    ("typed", "quantity"),
    [
        ("over 1,600 fighters", ClaimQuantity(value=1600, bound="over", of="fighters")),
        ("between 2,500 and 4,000", ClaimQuantity(min=2500, max=4000)),
        ("at most 40", ClaimQuantity(value=40, bound="at-most")),
        ("about 30 boats", ClaimQuantity(value=30, of="boats", approximate=True)),
        ("a handful of boats", ClaimQuantity(said="a handful of boats")),
        ("", None),
    ],
)
def test_a_quantity_is_read_as_it_is_typed(typed: str, quantity: ClaimQuantity | None) -> None:
    assert quantity_of(typed) == quantity


def test_words_that_a_figure_does_not_hold_are_kept_beside_it() -> None:
    quantity = quantity_of("officially 12 boats")
    assert quantity is not None
    assert (quantity.value, quantity.of, quantity.said) == (12, "boats", "officially 12 boats")
    assert "kept as text" in understood_quantity(quantity_of("12 boats and 3 rafts"))


@pytest.mark.parametrize(
    "quantity",
    [
        ClaimQuantity(value=1600, bound="over", of="fighters"),
        ClaimQuantity(min=2500, max=4000, of="members"),
        ClaimQuantity(value=30, unit="%", of="voters", bound="at-least"),
        ClaimQuantity(value=12),
        ClaimQuantity(value=40, bound="under", of="boats"),
        ClaimQuantity(said="a handful"),
    ],
)
def test_the_line_of_a_quantity_says_it_again(quantity: ClaimQuantity) -> None:
    assert quantity_of(quantity_line(quantity)) == quantity


@pytest.mark.parametrize(
    ("typed", "when"),
    [
        ("late October 2017", When("late October 2017", "2017-10")),
        ("2017-10/2017-11", When(iso="2017-10/2017-11")),
        ("the thaw = 2018-03", When("the thaw", "2018-03")),
        ("the thaw", When("the thaw")),
        ("", None),
    ],
)
def test_a_date_is_read_as_it_is_typed(typed: str, when: When | None) -> None:
    assert when_of(typed, None) == when
    assert when_line(when, None) == typed


def test_a_relative_date_rests_on_the_published_one() -> None:
    assert when_of("20 October", "2017-12-01") == When("20 October", "2017-10-20")
    assert "kept as text" in understood_when(when_of("some day", "2017-12-01"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "weir.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def test_a_claim_begins_with_who_says_which_figure(folder: Path) -> None:
    corpus = open_corpus(folder)
    article = corpus.read(corpus.files[0])
    analysis = corpus.analyse(article)
    sentence = next(one for one in analysis.sentences if "1,600" in one.cut(TEXT))
    first, second = suggestions(TEXT, analysis, sentence, sentence.start, CODEBOOK)
    assert first.lines["speaker"] == "Ilse Brandt"
    assert first.lines["cue"] == "said"
    assert first.lines["subject"] == "villagers"
    assert first.lines["measure"] == "evacuated"
    assert first.lines["quantity"] == "over 1,600 villagers"
    assert first.lines["place"] == "Lisbon"
    assert first.lines["when"] == "late October 2017"
    assert first.quantities["over 1,600 villagers"].bound == "over"
    assert second.lines["measure"] == "injured"
    # The figure under the cursor comes first, else the first without a claim.
    at_second = suggestions(TEXT, analysis, sentence, TEXT.index("12"), CODEBOOK)
    assert at_second[0].lines == second.lines
    done = (first.quantities["over 1,600 villagers"],)
    later = suggestions(TEXT, analysis, sentence, sentence.start, CODEBOOK, taken=done)
    assert later[0].lines == second.lines


def test_what_was_not_touched_stays_to_the_character() -> None:
    quantity = ClaimQuantity(min=24, unit="odd unit", of="boats", approximate=True)
    claim = Claim(
        speaker="A \u202e B", quantity=quantity, fields={"mood": "calm", "deep": None, "own": "x"}
    )
    annotation = Annotation("a-1", claim=claim, note="one\ntwo", tags=("t",))
    keys = keys_of(claim, CODEBOOK.fields)
    shown = lines_of(annotation, keys, None)
    assert {"fields.seen", "fields.mood", "fields.own"} <= set(keys)
    says = filled(shown, shown, annotation, Meanings())
    assert (says.note, says.tags, says.claim) == (None, None, claim)
    says = filled({**shown, "place": " Marn ", "fields.mood": ""}, shown, annotation, Meanings())
    assert says.claim.place == "Marn"
    assert says.claim.speaker == "A \u202e B"
    assert says.claim.quantity == quantity
    assert says.claim.fields == {"deep": None, "own": "x"}


def test_lists_under_fields_are_left_alone() -> None:
    claim = Claim(fields={"mood": ["a", "b"]})
    keys = keys_of(claim, CODEBOOK.fields)
    assert "fields.mood" not in keys
    annotation = Annotation("a-1", claim=claim)
    shown = lines_of(annotation, keys, None)
    says = filled({**shown, "place": "Marn"}, shown, annotation, Meanings())
    assert says.claim.fields == {"mood": ["a", "b"]}


def test_two_writers_are_brought_together_field_by_field() -> None:
    seen = {"place": "", "speaker": "A", "tags": "x", "note": "n"}
    mine = {"place": "Marn", "speaker": "B", "tags": "x, y", "note": "n"}
    theirs = {"place": "", "speaker": "C", "tags": "x, z", "note": "other"}
    lines, against = brought_together(seen, mine, theirs)
    assert lines == {"place": "Marn", "speaker": "B", "tags": "x, z, y", "note": "other"}
    assert against == {"speaker": "C"}


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("le", ("lead", "water/level", "water/level/low")),
        ("level", ("water/level", "levelled", "water/level/low")),
        ("water/", ("water/level", "water/level/low")),
        ("w/l", ("water/level", "water/level/low")),
        ("water/level/", ("water/level/low",)),
        ("low", ("water/level/low", "low tide")),
        ("x/", ()),
    ],
)
def test_a_nested_tag_is_completed_part_by_part(typed: str, offered: tuple[str, ...]) -> None:
    tags = ("low tide", "lead", "levelled", "low", "water", "water/level", "water/level/low")
    found = offers("tags", typed, {"tags": tags if typed != "le" else tags[1:2] + tags[4:]}, 4)
    assert found == offered


def test_fields_are_completed_from_the_sentence_the_corpus_and_the_codebook(folder: Path) -> None:
    corpus = open_corpus(folder)
    article = corpus.read(corpus.files[0])
    store = AnnotationStore(corpus)
    own = Claim(measure="washed away", speaker="The miller", fields={"seen": "maybe"})
    store.create(article, None, tags=("mill",), claim=own)
    analysis = corpus.analyse(article)
    sentence = next(one for one in analysis.sentences if "1,600" in one.cut(TEXT))
    words = words_for(TEXT, analysis, sentence, CODEBOOK, used_words(corpus, store), None)
    assert words["speaker"][0] == "Ilse Brandt"
    assert "The miller" in words["speaker"]
    assert words["measure"] == ("washed away", "killed", "evacuated", "injured")
    assert words["tags"] == ("mill", "water", "water/level")
    assert words["fields.mood"] == ("calm", "grim")
    assert words["fields.seen"] == ("maybe", "yes", "no")
    assert "over 1,600 villagers" in words["quantity"]
    assert offers("measure", "ev", words, 4) == ("evacuated",)
    assert offers("measure", "evacuatd", words, 4) == ("evacuated",)
    assert offers("measure", "away", words, 4) == ("washed away",)
    assert offers("tags", "mill, ", words, 4) == ("water", "water/level")
    assert offers("tags", "mill, le", words, 4) == ("water/level",)
    assert taken("tags", "mill, le", "water/level") == "mill, water/level"
    assert taken("measure", "ev", "evacuated") == "evacuated"
    assert used_words(corpus, store)["measure"] == Counter({"washed away": 1})
