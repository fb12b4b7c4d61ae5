"""What each part of the query language finds in a small invented corpus."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from corpus.opening import open_corpus
from index.opening import Index, open_index
from index.problems import QueryError

Write = Callable[[Mapping[str, str]], Path]

ARTICLES = {
    "2019/gauge.md": (
        "---\ntitle: The gauge at Tormen\noutlet: Valley Gazette\nauthor: Ines Keller\n"
        "date: 2019-11-10\n---\n"
        "The river rose by two metres in one night. Mayor Orla Brennan said that 1,600 people had "
        "left. “We are\u00a0counting,” she said.\n\nNobody was killed. The counter-flood team "
        "came from Sana’a.\n"
    ),
    "2018/dam.md": (
        "---\ntitle: Dam holds\noutlet: Morning Herald\nauthor: Paul Okoro\n"
        "date: 2018-03-02\n---\n"
        "The dam holds. Sixteen hundred people stayed; three engineers were killed at the gate.\n"
    ),
    "2017/fire.md": (
        "---\ntitle: Fire in the mill\noutlet: Valley Gazette\ndate: 2017-07\n---\n"
        "A fire burnt the mill. Some 1.6 thousand sacks were lost, worth $2.5 million. "
        "Firefighters fought it. The colour of the river changed.\n"
    ),
    "plain.txt": (
        "Café owners fight over the color of the dam.\nOver\nthe river, a fighter fights.\n"
    ),
}


@pytest.fixture
def index(write_articles: Write) -> Index:
    index = open_index(open_corpus(write_articles(ARTICLES)))
    index.update()
    return index


GAUGE, DAM, FIRE, PLAIN = "2019/gauge.md", "2018/dam.md", "2017/fire.md", "plain.txt"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        # words, patterns and alternatives
        ("any: mill gauge", {FIRE, GAUGE}),
        ("any:(mill gauge) -killed", {FIRE}),
        ("colo?r", {FIRE}),
        ("fight?", {PLAIN}),
        ("col*r", {PLAIN, FIRE}),
        ("*fighters", {FIRE}),
        ("cafe", {PLAIN}),
        ("sanaa", {GAUGE}),
        ("/colou?r/", {PLAIN, FIRE}),
        ("/fi.*/ /mi.l/", {FIRE}),
        ('/fight(er|s)/ OR "one night"', {PLAIN, GAUGE}),
        ("/three engin.*s were/", {DAM}),
        ("enginers~", {DAM}),
        ("engners~2", {DAM}),
        # phrases
        ('"over the river"', {PLAIN}),
        ("„we are counting“", {GAUGE}),
        ('"counter flood"', {GAUGE}),
        ('"the * of the river"', {FIRE}),
        ('"col* of the dam"', {PLAIN}),
        # words near each other
        ("dam NEAR/2 holds", {DAM}),
        ("killed NEAR/3 engineers", {DAM}),
        ("engineers NEAR/1 killed", set()),
        ("(fire OR mill) NEAR burnt", {FIRE}),
        ("river NEAR/9 night NEAR/9 metres", {GAUGE}),
        ("-(fire NEAR burnt) valley", {GAUGE}),
        ("same:sentence(killed engineers)", {DAM}),
        ("same:sentence(people killed)", {DAM}),
        ("same:paragraph(said left)", {GAUGE}),
        ("same:paragraph(people killed)", {DAM}),
        ("same:sentence(dam -holds)", {PLAIN}),
        # numbers in any form
        ("1600", {GAUGE, DAM, FIRE}),
        ("1,600 people", {GAUGE, DAM}),
        ('"1.6 thousand"', {GAUGE, DAM, FIRE}),
        ("sixteen hundred", {GAUGE, DAM, FIRE}),
        ('"sixteen hundred people"', {GAUGE, DAM}),
        ("2 metres", {GAUGE}),
        # stems
        ("stem:fighting", {PLAIN, FIRE} - {FIRE}),
        ("stem:burning", set()),
        ("stem:holding", {DAM}),
        ('stem:"holding"', set()),
        ("stem:(owner fights)", {PLAIN}),
        # metadata
        ("title:dam", {DAM}),
        ("title:(dam OR fire)", {DAM, FIRE}),
        ('title:"in the mill"', {FIRE}),
        ('title:"the in mill"', set()),
        ("title:*ll", {FIRE}),
        ("title:/d.m|mi.*/", {DAM, FIRE}),
        ("-outlet:/val.*/ dam", {DAM, PLAIN}),
        ("title:torman~", {GAUGE}),
        ("title:tormen~", {GAUGE}),
        ('outlet:"valley *"', {GAUGE, FIRE}),
        ('outlet:"* herald"', {DAM}),
        ('outlet:"valley gazette"', {GAUGE, FIRE}),
        ("outlet: gazette -fire", {GAUGE}),
        ("author:kel*", {GAUGE}),
        ("author:okoro~", {DAM}),
        ("date:2018", {DAM}),
        ("date:2017..2018", {DAM, FIRE}),
        ("date:2019-11", {GAUGE}),
        ("date:2019-11-10", {GAUGE}),
        ("date:2017-07-04", set()),
        ("date:>2018", {GAUGE}),
        ("date:..2018-03", {DAM, FIRE}),
        ("file:2019/", {GAUGE}),
        ("file:*.txt", {PLAIN}),
        # what the analysis finds
        ("number:>2000", {FIRE}),
        ("number:1600 -sacks", {GAUGE, DAM}),
        ("number:1500..1700", {GAUGE, DAM, FIRE}),
        ('number:"sixteen hundred"', {GAUGE, DAM, FIRE}),
        ("number:2019", set()),
        ("has:quote", {GAUGE}),
        ("person:brennan", {GAUGE}),
        ("entity:brennan person:orla", {GAUGE}),
        ("place:sana*", {GAUGE}),
        ("speaker:brennan", {GAUGE}),
        ("has:number -has:quote", {DAM, FIRE}),
    ],
)
def test_a_query_finds_the_articles(index: Index, query: str, expected: set[str]) -> None:
    index.learn(query)
    result = index.search(query, widen=False, relax=False)

    assert {hit.article for hit in result.hits} == expected
    assert result.unknown == 0


@pytest.mark.parametrize(
    ("query", "place", "remedy"),
    [
        ("outlte:gazette dam", "outlte:", "write outlet:"),
        ("dam source:gazette", "source:", "write outlet:"),
        ("outlet:", "outlet:", "write a word of its name: outlet:gazette"),
        ("date:2019-13", "2019-13", None),
        ("date:2019-02-30", "2019-02-30", "write 2019-02-28"),
        ("date:2019..2017", "2019..2017", "write 2017..2019"),
        ("number:many", "many", None),
        ("number:4000..2500", "4000..2500", "write 2500..4000"),
        ("has:numbr", "numbr", "write has:number"),
        ("is:red", "red", None),
        ("is:read", "read", "write -is:unread"),
        ("has:notes", "notes", "write has:annotation, or note: and a word of it"),
        ("has:tag", "tag", "write tag: and a tag"),
        ("number:2500-4000", "2500-4000", "write 2500..4000"),
        (
            'number:"1.5 billion crowns"',
            '"1.5 billion crowns"',
            'write number:"1.5 billion", without the unit',
        ),
        ('number:"40 crowns"', '"40 crowns"', "write number:40, without the unit"),
        ("number:40%", "40%", 'write number:40, or "40 percent" for the words'),
        ("date:20230524", "20230524", "write 2023-05-24"),
        ("date:24.05.2023", "24.05.2023", "write 2023-05-24"),
        ("date:5/24/2023", "5/24/2023", "write 2023-05-24"),
        ("date:3/5/2023", "3/5/2023", None),
        ('date:"May 24th, 2023"', '"May 24th, 2023"', "write 2023-05-24"),
        ('date:"Sept 2023"', '"Sept 2023"', "write 2023-09"),
        ('date:"nov 2023"', '"nov 2023"', "write 2023-11"),
        ("date:05/2023", "05/2023", None),
        ("date:31.02.2023", "31.02.2023", None),
        ("dam || gate", "||", "write OR"),
        ("dam && gate", "&&", "write AND"),
        ("dam !gate", "!", "write -gate"),
        ("-dam", "-dam", "add a word that must be there, or file:* for all articles"),
        ("dam NEAR/0 gate", "NEAR/0", "write NEAR/5"),
        ("dam NEAR/500 gate", "NEAR/500", "write NEAR/5"),
        ("dam NEAR", "NEAR", None),
        ("NEAR dam", "NEAR", None),
        ("dam NEAR outlet:gazette", "outlet:gazette", None),
        ("same:page(dam gate)", "same:page", "write same:sentence(dam flood)"),
        ("same:sentence dam", "same:sentence", "write same:sentence(dam flood)"),
        ("same:sentence(dam outlet:gazette)", "outlet:", None),
        ("/dam(/", "(", None),
        ("/(da{900}m){900}/", "{", None),
        ("dam~7", "~7", "write dam~2"),
        ("dam date:5/3/2019", "5/3/2019", "write 2019-05-03 or 2019-03-05"),
        ('"dam holds"~3', "~", None),
    ],
)
def test_a_fault_is_shown_with_its_place_and_a_repair(
    index: Index, query: str, place: str, remedy: str | None
) -> None:
    with pytest.raises(QueryError) as raised:
        index.search(query)

    error = raised.value
    assert place.startswith(query[error.place.start : error.place.end])
    assert error.remedy
    assert remedy is None or error.remedy == remedy


def test_articles_with_most_of_a_query_come_below_and_say_what_they_have_not(index: Index) -> None:
    result = index.search("dam engineers zeppelin", widen=False)

    assert result.total == 0
    assert [hit.article for hit in result.hits] == [DAM]
    assert result.hits[0].missing == ("zeppelin",)
    assert result.partial == 1
    assert index.search("dam engineers zeppelin", relax=False).hits == ()
    demanded = index.search("dam zeppelin outlet:herald", widen=False)
    assert [hit.missing for hit in demanded.hits] == [()] or demanded.partial == 0


@pytest.mark.parametrize(
    ("query", "missing"),
    [
        ("dam AND engineers zeppelin", None),
        ("(dam engineers) AND zeppelin", None),
        ("(dam AND engineers) zeppelin", ["zeppelin"]),
        ("(dam AND zeppelin) engineers", ["dam AND zeppelin"]),
        ("dam AND zeppelin OR xylophone AND engineers", None),
    ],
)
def test_what_a_written_and_joins_is_never_found_in_part(
    index: Index, query: str, missing: list[str] | None
) -> None:
    result = index.search(query, widen=False)

    assert result.total == 0
    assert [list(hit.missing) for hit in result.hits] == ([missing] if missing else [])


def test_what_is_not_known_yet_is_counted(index: Index) -> None:
    before = index.search("outlet:gazette")
    index.learn("outlet:gazette")

    assert (before.total, before.unknown) == (0, 4)
    assert index.search("outlet:gazette").total == 2


def test_an_expression_that_never_ends_is_given_up(write_articles: Write) -> None:
    folder = write_articles({"1.txt": "a" * 5_000 + "b and more"})
    index = open_index(open_corpus(folder))
    index.update()

    with pytest.raises(QueryError) as raised:
        index.search("/(a|a)*(a|a)*(a|a)*[cd]/")

    assert "too long" in raised.value.reason


def test_only_the_places_that_are_near_are_marked(index: Index) -> None:
    text = "Dam. One two three four five six seven eight. The dam holds."

    found = index.matches("dam NEAR/1 holds", text)

    assert [text[match.start : match.end] for match in found] == ["dam", "holds"]
    assert found[0].start > 10
