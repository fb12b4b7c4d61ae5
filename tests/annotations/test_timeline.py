"""Claims side by side: which can be so together, which differ, and when."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.anchor import State
from annotations.claim_figures import Possible, held_against, likeliest_link, possible
from annotations.claim_subjects import Subjects
from annotations.exchange.item import Exported
from annotations.ledger import LedgerRow
from annotations.model import Annotation, Claim, ClaimQuantity, When
from annotations.timeline import mark_on, timeline
from corpus.linking.table import EntityTable, LinkedEntity, NameCount
from corpus.opening import open_corpus


def figure(**keys: object) -> ClaimQuantity:
    return ClaimQuantity(**keys)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (figure(value=41), figure(value=41), "agrees"),
        (figure(value=41), figure(value=42), "differs"),
        (figure(min=2500, max=4000), figure(value=3500), "agrees"),
        (figure(min=2500, max=4000), figure(value=1100), "differs"),
        (figure(value=600, bound="over"), figure(value=600), "differs"),
        (figure(value=600, bound="at-least"), figure(value=600), "agrees"),
        (figure(value=600, bound="over"), figure(value=601), "agrees"),
        (figure(value=600, bound="under"), figure(value=600), "differs"),
        (figure(value=600, bound="at-most"), figure(value=599), "agrees"),
        (figure(value=600, bound="over"), figure(value=500, bound="under"), "differs"),
        (figure(value=100, approximate=True), figure(value=109), "agrees"),
        (figure(value=100, approximate=True), figure(value=111), "differs"),
        (figure(value=5, of="fighters"), figure(value=6, of="families"), "counts something else"),
        (figure(value=5, of="fighters"), figure(value=6, of="foreign fighters"), "differs"),
        (figure(value=5, unit="USD"), figure(value=6, unit="EUR"), "another unit"),
        (figure(said="dozens"), figure(value=6), None),
        (None, figure(value=6), None),
    ],
)
def test_two_figures(
    one: ClaimQuantity | None, other: ClaimQuantity | None, verdict: str | None
) -> None:
    assert held_against(Claim(quantity=one), Claim(quantity=other)) == verdict
    assert held_against(Claim(quantity=other), Claim(quantity=one)) == verdict


def test_figures_of_other_places_and_times_are_no_contradiction() -> None:
    five, six = figure(value=5), figure(value=6)
    north, south = (Claim(quantity=five, place=place) for place in ("Marn North", "Osmanli"))
    assert held_against(north, Claim(quantity=six, place="Osmanli")) == "elsewhere"
    assert held_against(south, Claim(quantity=six, place="osmanli")) == "differs"
    early = Claim(quantity=five, when=When(None, "2019-10"))
    assert held_against(early, Claim(quantity=six, when=When(None, "2019-11-02"))) == "then"
    assert held_against(early, Claim(quantity=six, when=When(None, "2019-10-31"))) == "differs"
    span = Claim(quantity=six, when=When(None, "2019-10-30/2019-11-02"))
    assert held_against(early, span) == "differs"


def test_two_claims_suggest_the_type_of_their_link() -> None:
    def said(value: int, measure: str | None, place: str | None = None) -> Claim:
        return Claim(measure=measure, place=place, quantity=figure(value=value))

    assert likeliest_link(said(62, "Surrendered"), said(32, "surrendered")) == "contradicts"
    assert likeliest_link(said(62, None), said(62, None)) == "agrees"
    assert likeliest_link(said(62, "killed"), said(32, "wounded")) == "differs-in-measure"
    assert likeliest_link(said(6, None, "Marn"), said(3, None, "Tollen")) == "differs-in-place"
    assert likeliest_link(Claim(), said(3, None)) is None


numbers = st.integers(-1000, 1000)
figures = st.builds(
    figure,
    value=numbers,
    bound=st.sampled_from([None, "over", "at-least", "under", "at-most"]),
    approximate=st.booleans(),
)


@given(figures, figures)
def test_a_verdict_is_the_same_both_ways_and_a_figure_agrees_with_itself(
    one: ClaimQuantity, other: ClaimQuantity
) -> None:
    first, second = Claim(quantity=one), Claim(quantity=other)
    assert held_against(first, second) == held_against(second, first)
    assert held_against(first, first) == "agrees"


@given(numbers, numbers, figures, st.integers(2, 40))
def test_a_figure_is_drawn_in_its_cells(
    low: int, high: int, one: ClaimQuantity, width: int
) -> None:
    found = possible(one)
    assert found is not None
    if low == high:
        return
    drawn = mark_on((min(low, high), max(low, high)), found, width)
    assert len(drawn) == width
    assert drawn.strip()


def test_what_is_drawn() -> None:
    scale = (0, 10)
    assert mark_on(scale, Possible(5, 5), 11) == "     ●     "
    assert mark_on(scale, Possible(2, 4), 11) == "  ├─┤      "
    assert mark_on(scale, Possible(8, math.inf, True), 11) == "        ├─►"
    assert mark_on(scale, Possible(-math.inf, 2), 11) == "◄─┤        "
    assert mark_on(scale, Possible(10, math.inf, True), 11) == "          ►"


def exported(claim: Claim | None, published: str = "", state: State = "ok") -> Exported:
    return Exported(
        LedgerRow("a.txt", None, Annotation("a", claim=claim), state, None), published=published
    )


def test_claims_stand_by_measure_and_date_and_know_what_they_differ_from() -> None:
    def said(speaker: str, value: int, iso: str | None = None, measure: str = "killed") -> Claim:
        when = When(None, iso) if iso else None
        return Claim(speaker=speaker, measure=measure, quantity=figure(value=value), when=when)

    groups = timeline(
        [
            exported(said("Late", 43), "2023-06-01"),
            exported(None),
            exported(said("Early", 41, "2023-05-18"), "2023-06-02"),
            exported(said("Same", 43), "2023-06-03"),
            exported(said("Other", 7, measure="missing")),
            exported(Claim(speaker="Nobody")),
        ]
    )
    assert [group.measure for group in groups] == ["killed", "missing", ""]
    killed = groups[0]
    assert [(one.source, one.date, one.published) for one in killed.claims] == [
        ("Early", "2023-05-18", False),
        ("Late", "2023-06-01", True),
        ("Same", "2023-06-03", True),
    ]
    assert [one.differs for one in killed.claims] == [(1, 2), (0,), (0,)]
    assert [one.agrees for one in killed.claims] == [(), (2,), (1,)]
    assert (killed.differ, killed.scale) == (3, (41, 43))
    assert groups[1].scale is None


def about(subject: str | None, value: int = 5, of: str | None = None) -> Claim:
    return Claim(subject=subject, quantity=figure(value=value, of=of), measure="killed")


KNOWN = Subjects(
    [("Order of the Lantern", "Lanterns", "OL"), ("River Guard", "the Guard")],
    [("armed", "fighters", "militants")],
)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("cherry pickers", "gatemen", True),
        ("cherry pickers", "pickers", False),
        ("the cherry picker", "Cherry pickers", False),
        ("people", "gatemen", False),
        ("Lantern's fighters", None, False),
        ("OL members", "fighters of the Order of the Lantern", False),
        ("OL members", "River Guard members", True),
        ("the Lanterns’ militants", "armed fighters", False),
        ("KLM", "OL", True),
        ("KLM staff", "staff", False),
    ],
)
def test_subjects_are_apart_by_their_names_else_by_their_nouns(
    one: str, other: str | None, apart: bool
) -> None:
    assert KNOWN.apart(one, other) == KNOWN.apart(other, one) == apart


def test_claims_about_other_subjects_are_not_the_same_claim() -> None:
    assert held_against(about("pickers", 5), about("gatemen", 6)) == "another subject"
    assert likeliest_link(about("pickers", 5), about("gatemen", 5)) == "incomparable"
    assert held_against(about("OL fighters", 5), about("Lanterns", 6), KNOWN) == "differs"
    assert likeliest_link(about("OL men", 5), about("Lanterns", 5), KNOWN) == "agrees"
    assert held_against(about(None, 5, "fighters"), about(None, 6, "militants"), KNOWN) == "differs"


def test_the_timeline_holds_claims_of_one_subject_against_each_other() -> None:
    claims = [about("OL fighters", 5), about("gatemen", 9), about("Lanterns", 7)]
    (group,) = timeline((exported(one) for one in claims), KNOWN)
    assert [len(one.differs) for one in group.claims] == [1, 0, 1]


def test_a_corpus_says_what_its_names_and_nouns_are(tmp_path: Path) -> None:
    (tmp_path / "postil.yaml").write_text(
        "schema: postil-corpus/1\n"
        "entities: [{name: River Guard, type: ORG, aliases: [Blue Coats]}]\n"
        "codebook: {groups: {dead: [victims, bodies]}}\n"
    )
    settings = open_corpus(tmp_path).settings
    name = NameCount("Lanterns", 1, 1)
    table = EntityTable(entities=(LinkedEntity("ORG:ol", "ORG", "Order", (name,), 1),))
    subjects = Subjects.of(settings, table)
    assert not subjects.apart("Blue Coats", "River Guard")
    assert not subjects.apart("two victims", "bodies")
    assert subjects.apart("Lanterns", "Blue Coats")
    assert not subjects.apart("Lanterns", "the Order")
