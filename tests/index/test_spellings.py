"""The spellings of what a query names, and what each of them adds."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from corpus.opening import open_corpus
from index.opening import Index, open_index
from index.problems import QueryError
from tui.searching.search_narrowing import spelling_rows

Write = Callable[[Mapping[str, str]], Path]

SAMPLE = Path(__file__).resolve().parents[2] / "examples" / "tulgara-dam"


@pytest.fixture
def index(tmp_path: Path) -> Index:
    """The index of the sample corpus, its names brought together."""
    folder = tmp_path / "corpus"
    shutil.copytree(SAMPLE, folder)
    found = open_index(open_corpus(folder))
    found.update()
    return found


def test_a_name_has_its_spellings_with_what_each_adds(index: Index) -> None:
    assert index.spellings("tulgara") == ()  # the names are not known yet
    index.learn("entity:tulgara")

    every, *each = index.spellings("tulgara")

    assert every.every
    assert {one.text for one in each} >= {"Tulgara", "Tolgara"}
    base = index.found("tulgara", widen=False)
    for one in (every, *each):
        here = index.found(one.query, widen=False)
        assert (one.articles, one.added) == (len(here), len(here - base))
        assert set(one.among_them) <= here - base
        assert len(one.among_them) == min(3, one.added)
    assert every.added >= max(one.added for one in each)
    tolgara = next(one for one in each if one.text == "Tolgara")
    assert tolgara.added
    assert len(index.found(tolgara.whole)) == len(base) + tolgara.added
    assert every.whole == every.query
    rows = spelling_rows((every, *each))
    assert rows[0].startswith("all spellings of ")
    assert all(
        name in row
        for row, one in zip(rows, (every, *each), strict=True)
        for name, _ in one.among_them
    )
    assert any(row.strip().startswith("Tulgara") and row.endswith("adds none") for row in rows)


def test_a_spelling_that_is_a_small_word_is_told_with_all_others_of_its_name(
    write_articles: Write,
) -> None:
    folder = write_articles(
        {
            "a.txt": "Fighters of the Islamic State (IS) came. IS fighters left Marn on Monday.",
            "b.txt": "The Islamic State, known as IS, left Tormen on Sunday.",
            "c.txt": "It is raining in Marn.",
            "d.txt": "The Islamic State left Marn on Tuesday.",
        }
    )
    index = open_index(open_corpus(folder))
    index.update()
    index.learn("entity:marn")

    every, *each = index.spellings('"islamic state"')
    assert {one.text: one.articles for one in each} == {"Islamic State": 3}
    assert every.text == "Islamic State, IS too"
    assert every.articles == len(index.found(every.query)) == 3


def test_fields_of_names_have_them_other_queries_do_not(index: Index) -> None:
    index.learn("entity:tulgara")
    assert any("Aldakhan" in one.text for one in index.spellings("person:aldakhan flood"))
    assert index.spellings("flood -person:aldakhan") == ()
    assert index.spellings("tulg*") == ()
    assert index.spellings("") == ()
    with pytest.raises(QueryError):
        index.spellings("outlte:wire")


@pytest.mark.parametrize(
    ("query", "whole"),
    [
        ("flood tulgara", 'flood (tulgara OR "Tolgara")'),
        ("tulgara -flood", '(tulgara OR "Tolgara") -flood'),
        ("entity:tulgara flood", '(entity:tulgara OR "Tolgara") flood'),
        ("flood OR (dead tulgara)", 'flood OR (dead (tulgara OR "Tolgara"))'),
        ("dam NEAR/9 tulgara", 'dam NEAR/9 (tulgara OR "Tolgara")'),
    ],
)
def test_a_spelling_takes_its_place_in_the_query(index: Index, query: str, whole: str) -> None:
    index.learn("entity:tulgara")

    each = [one for one in index.spellings(query) if not one.every]
    tolgara = next(one for one in each if one.text == "Tolgara")

    assert tolgara.whole == whole
    before = index.found(query, widen=False)
    assert before <= index.found(whole, widen=False)
    assert tolgara.added == len(index.found(whole, widen=False) - before)


def test_all_spellings_leave_the_rest_of_the_query_as_it_is(index: Index) -> None:
    index.learn("entity:tulgara")

    every = index.spellings("ferry tulgara")[0]

    assert every.whole == f"ferry ({every.query})"
    assert index.found(every.whole) <= index.found("ferry")


def test_what_a_word_is_widened_to_is_searched_for_by_itself(write_articles: Write) -> None:
    folder = write_articles({"a.txt": "Cocoa rose.", "b.txt": "Coca fell.", "c.txt": "Tea, Cocao."})
    index = open_index(open_corpus(folder))
    index.update()

    found = {one.text: one for one in index.widened_spellings("rose cocoo")}
    assert found["cocoa"].whole == 'rose "cocoa"'
    assert index.search(found["cocoa"].whole).widened == ()
    assert (found["cocoa"].articles, found["cocoa"].added) == (1, 1)
    # What articles have stays in it.
    nangarhar = write_articles({"d.txt": "Nangarhar.", "e.txt": "Nangharhar."})
    index = open_index(open_corpus(nangarhar))
    index.update()
    (only,) = index.widened_spellings("Nangarhar")
    assert only.whole == '"nangarhar" OR "nangharhar"'
    assert index.widened_spellings('"nangarhar"') == ()
