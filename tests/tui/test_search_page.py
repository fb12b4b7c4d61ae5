"""The page on the query language: every example of it is searched for in the sample corpus."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotations.store import AnnotationStore
from corpus.opening import open_corpus
from index.opening import Index, open_index
from index.query.parsing import parse_query
from tui.annotating.reader_facts import CorpusReader
from tui.article.reading_state import ReadingState
from tui.searching.search_page import examples, help_lines, page

ROOT = Path(__file__).resolve().parent.parent.parent
SAMPLE = ROOT / "examples" / "tulgara-dam"
NO_QUERIES = {
    *(
        "postil search",
        "postil search --fold",
        "postil search --stems",
        "--exact",
        "examples/tulgara-dam",
        "postil.yaml",
    ),
    *("outlte:wire", "outlet:", "NOT ferry"),  # a fault on purpose; what stands in a query
    *("?", "*", "NEAR", "NEAR/5", "OR", "AND", ">=", "<", "<="),
}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    """The index of a copy of the sample corpus; all tests of this file ask the same."""
    with pytest.MonkeyPatch.context() as patch:
        home = tmp_path_factory.mktemp("home")
        for name in ("CACHE", "STATE", "CONFIG"):
            patch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
        folder = home / "corpus"
        shutil.copytree(SAMPLE, folder)
        corpus = open_corpus(folder)
        store = AnnotationStore(corpus)
        reader = CorpusReader(lambda: corpus, lambda: store, ReadingState(corpus))
        index = open_index(corpus, reader)
        index.update()
        yield index


@pytest.mark.parametrize("query", examples(page()))
def test_an_example_finds_something(index: Index, query: str) -> None:
    index.learn(query)

    result = index.search(query)

    assert result.total
    assert result.unknown == 0


@pytest.mark.parametrize("query", sorted(set(re.findall("`([^`]+)`", page())) - NO_QUERIES))
def test_what_is_written_as_a_query_is_one(query: str) -> None:
    assert parse_query(query) is not None


def test_the_help_has_every_example_and_no_markup() -> None:
    lines = help_lines(page())

    assert [line.query for line in lines if line.query] == examples(page())
    assert not any("`" in line.text or line.text.startswith("|") for line in lines)
