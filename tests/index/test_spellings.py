"""The spellings of what a query names, and what each of them adds."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from corpus.opening import open_corpus
from index import Index, QueryError, open_index
from tui.searching.search_narrowing import spelling_rows, with_spelling

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
    assert every.added >= max(one.added for one in each)
    tolgara = next(one for one in each if one.text == "Tolgara")
    assert tolgara.added
    assert len(index.found(with_spelling("tulgara", tolgara))) == len(base) + tolgara.added
    assert with_spelling("tulgara", every) == every.query
    rows = spelling_rows((every, *each))
    assert rows[0].startswith("all spellings of ")
    assert any(row.strip().startswith("Tulgara") and row.endswith("adds none") for row in rows)


def test_fields_of_names_have_them_other_queries_do_not(index: Index) -> None:
    index.learn("entity:tulgara")
    assert any("Aldakhan" in one.text for one in index.spellings("person:aldakhan flood"))
    assert index.spellings("flood -person:aldakhan") == ()
    assert index.spellings("tulg*") == ()
    assert index.spellings("") == ()
    with pytest.raises(QueryError):
        index.spellings("outlte:wire")
