"""Keys that the schema does not know survive every change, wherever they stand."""

from __future__ import annotations

import pytest
from annotation_desk import Desk

from annotations import editor, journal
from annotations.differences import Put
from annotations.error import AnnotationError
from annotations.model import Claim, ClaimQuantity, When
from annotations.schema import unknown_in

HEAD = "schema: postil/1\nannotations:\n  - id: a-one\n"


@pytest.mark.parametrize(
    ("before", "claim", "after"),
    [
        (
            "    claim: {my-rating: 5}\n",
            Claim(measure="killed"),
            "    claim: {my-rating: 5, measure: killed}\n",
        ),
        ("    claim: {measure: killed, my-rating: 5}\n", Claim(), "    claim: {my-rating: 5}\n"),
        (
            "    claim:\n      my-rating: 5   # mine\n",
            Claim(measure="killed"),
            "    claim:\n      my-rating: 5   # mine\n      measure: killed\n",
        ),
        (
            "    claim: {quantity: {source: page 3}}\n",
            Claim(quantity=ClaimQuantity(value=5)),
            "    claim: {quantity: {source: page 3, value: 5, approximate: false}}\n",
        ),
        (
            "    claim: {cue: said, quantity: {value: 5, source: page 3}}\n",
            Claim(cue="said"),
            "    claim: {cue: said, quantity: {source: page 3}}\n",
        ),
        (
            "    claim: {cue: said, quantity: {value: 5, source: page 3}}\n",
            Claim(cue="said", quantity=ClaimQuantity()),
            "    claim: {cue: said, quantity: {source: page 3}}\n",
        ),
        (
            "    claim: {cue: said, quantity: {value: 5, source: page 3}}\n",
            Claim(),
            "    claim: {quantity: {source: page 3}}\n",
        ),
        (
            "    claim: {when: {calendar: old}}\n",
            Claim(when=When(said="in May")),
            '    claim: {when: {calendar: old, said: "in May"}}\n',
        ),
        (
            "    claim: {cue: said, when: {said: then, calendar: old}}\n",
            Claim(cue="said", when=When()),
            "    claim: {cue: said, when: {calendar: old}}\n",
        ),
    ],
)
def test_a_changed_claim_keeps_what_the_schema_does_not_know(
    desk: Desk, before: str, claim: Claim, after: str
) -> None:
    desk.write(HEAD + before)
    store, article = desk.store(), desk.article
    old = desk.store().placed(article)[0].annotation
    changed = store.change(article, "a-one", claim=claim)
    assert desk.read().startswith(HEAD + after + "    edited:")
    if old != changed:
        store.undo()
    assert desk.read() == HEAD + before


@pytest.mark.parametrize(
    ("claim", "new"),
    [
        (Claim(measure="strength"), Claim(speaker="Osmanli")),
        (Claim(quantity=ClaimQuantity(value=5)), Claim(subject="members", measure="x")),
        (
            Claim(quantity=ClaimQuantity(value=5, unit="m")),
            Claim(quantity=ClaimQuantity(min=1, max=2)),
        ),
    ],
)
def test_a_claim_whose_keys_are_all_replaced_is_changed(
    desk: Desk, claim: Claim, new: Claim
) -> None:
    store, article = desk.store(), desk.article
    made = store.create(article, desk.span("Osmanli"), claim=claim)
    before = desk.read()
    assert store.change(article, made.id, claim=new).claim == new
    store.undo()
    assert desk.read() == before


def test_the_editor_refuses_steps_that_would_lose_an_unknown_key(desk: Desk) -> None:
    text = HEAD + "    claim: {measure: killed, my-rating: 5}\n"
    document = editor.Document.read(text, "f")
    assert unknown_in(document.items[0]) == {("claim", "my-rating"): "5"}
    with pytest.raises(AnnotationError):
        editor.change_item(document, 0, [Put((), "claim", {"measure": "moved"})])


def test_a_claim_taken_away_is_in_the_journal_with_its_unknown_keys(desk: Desk) -> None:
    desk.write(HEAD + "    claim: {my-rating: 5}\n")
    desk.store().change(desk.article, "a-one", claim=None)
    assert "my-rating" not in desk.read()
    (line,) = journal.entries(desk.corpus.key)
    assert "my-rating: 5" in line["raw"]
