"""What a search gives: exact hits first, both spellings, and pieces of the text that prove it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from corpus.opening import open_corpus
from index.opening import Index, open_index
from index.planning import plan_query
from index.problems import QueryError
from index.query.parsing import parse_query
from index.results import SearchResult

Write = Callable[[Mapping[str, str]], Path]


def built(folder: Path) -> Index:
    index = open_index(open_corpus(folder))
    index.update()
    return index


def names(result: SearchResult) -> list[str]:
    """Give the articles that have all of the query."""
    return [hit.article for hit in result.hits if not hit.missing]


def test_whole_words_come_before_words_that_only_begin_so(write_articles: Write) -> None:
    folder = write_articles(
        {
            "1.txt": "Damson damson damson jam.",
            "2.txt": "A long text in which, at last, the dam is named, with much around it.",
            "3.txt": "Damsons.",
        }
    )
    index = built(folder)
    found = index.search("dam", as_you_type=True)
    assert names(found)[0] == "2.txt"
    assert found.total == 3
    assert names(index.search("dam*"))[0] == "2.txt"
    assert names(index.search("named -dam*")) == []


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("governor", {"001_dam.txt", "sub/003_market.txt"}),
        ("governor market", {"sub/003_market.txt"}),
        ("GOVERNOR’S", {"001_dam.txt", "sub/003_market.txt"}),
        ("1600", {"001_dam.txt"}),
        ("1,600", {"001_dam.txt"}),
        ('"over 1600 people"', {"001_dam.txt"}),
        ("counter-flood", {"002_flood.txt"}),
        ("counter‑flood", {"002_flood.txt"}),
        ('"second wave"', {"004_notes.md"}),
        ('"wave second"', set()),
        ("dam OR flood", {"001_dam.txt", "002_flood.txt", "004_notes.md", "sub/003_market.txt"}),
        ("dam -paper", {"001_dam.txt"}),
        ('tormen -"second wave"', {"sub/003_market.txt"}),
        ("mark*", {"sub/003_market.txt"}),
        ("nothinglikethis", set()),
    ],
)
def test_a_search_finds_the_articles(valley: Path, query: str, expected: set[str]) -> None:
    result = built(valley).search(query, widen=False)

    assert set(names(result)) == expected
    assert result.total == len(expected)


def test_a_phrase_never_runs_from_one_article_into_the_next(write_articles: Write) -> None:
    index = built(write_articles({"1.txt": "the end", "2.txt": "begins here"}))

    assert names(index.search('"end begins"')) == []


def test_each_spelling_brings_the_other_after_the_exact_hits(valley: Path) -> None:
    index = built(valley)

    one, other = index.search("velgharad"), index.search("Velgarad")

    assert names(one) == ["001_dam.txt", "002_flood.txt"]
    assert names(other) == ["002_flood.txt", "001_dam.txt"]
    assert [hit.exact for hit in one.hits] == [True, False]
    assert [(found.word, found.to) for found in one.widened] == [("velgharad", "velgarad")]
    assert one.widened[0].why == "rare; sounds the same; 1 letter differs"


def test_one_letter_of_another_script_sounds_the_same_however_it_is_written(
    write_articles: Write,
) -> None:
    index = built(write_articles({"1.txt": "Oleg Dobrushchev spoke", "2.txt": "Dobruschev left"}))

    assert names(index.search("dobruschev")) == ["2.txt", "1.txt"]


def test_widening_can_be_switched_off(valley: Path) -> None:
    result = built(valley).search("velgharad", widen=False)

    assert names(result) == ["001_dam.txt"]
    assert result.widened == ()


def test_a_rare_word_does_not_bring_one_that_sounds_otherwise(valley: Path) -> None:
    result = built(valley).search("irat")

    assert result.widened == ()


@pytest.mark.parametrize(
    ("query", "to"),
    [
        ("govrnor", ["governor"]),
        ("Tormem", ["tormen"]),
        ("marcett", []),  # 7 letters: one may differ, and two do
        ("vellgharrad", ["velgharad"]),
        ("dame", []),
        ("fld", []),
        ("2400", []),
        ("24001", []),
        ('"govrnor"', []),
        ("-govrnor dam", []),
    ],
)
def test_a_word_that_no_article_has_is_widened_by_its_length(
    valley: Path, query: str, to: list[str]
) -> None:
    result = built(valley).search(query)

    assert [found.to for found in result.widened] == to
    assert all("no article has it" in found.why for found in result.widened)


def test_a_word_that_only_removed_articles_had_is_no_word_of_the_corpus(
    write_articles: Write,
) -> None:
    folder = write_articles(
        {"1.txt": "Kelgharad", "2.txt": "Kelgarad tormena", "3.txt": "Tormens", "4.txt": "other"}
    )
    built(folder)
    (folder / "2.txt").unlink()
    index = built(folder)

    # Not rare, but in no article; and not offered for another.
    assert index.search("kelgarad").widened[0].why == "no article has it; 1 letter differs"
    assert [found.to for found in index.search("tormenz").widened] == ["tormens"]
    assert [found.to for found in index.search("tormena", as_you_type=True).widened] == ["tormens"]


@pytest.mark.parametrize(
    ("query", "times"),
    [
        ("dam dam dam", 1),
        ("dam OR dam OR dam", 1),
        ("dam OR (flood dam) OR (flood dam)", 2),
        ("dam -flood -flood NOT (flood)", 2),
        ('"dam at" dam-at', 2),  # one is quoted and one is not
        ("dam* dam", 2),
    ],
)
def test_what_is_repeated_is_evaluated_once(valley: Path, query: str, times: int) -> None:
    node = parse_query(query)
    assert node is not None

    assert len(plan_query(node, None, widen=True).leaves) == times


def test_repeating_a_word_changes_no_result(valley: Path) -> None:
    index = built(valley)

    for once, often in (
        ("the", "the " * 2_000),
        ("dam flood", "dam flood (dam flood) " * 100),
        ("dam OR flood", " OR ".join(["dam", "flood"] * 300)),
        ("dam -paper", "dam " + "-paper " * 500),
    ):
        assert index.search(often) == index.search(once)
        assert index.matches(often, "the dam, the flood") == index.matches(
            once, "the dam, the flood"
        )
    assert index.search(f'"{"the " * 2_000}"').total == 0
    assert index.search("dam -dam").total == 0
    assert [found.to for found in index.search("govrnor -govrnor").widened] == ["governor"]


def test_exact_hits_come_first_however_well_widened_ones_score(write_articles: Write) -> None:
    index = built(
        write_articles(
            {
                "1.txt": "Kelgharad Kelgharad Kelgharad",
                "2.txt": "long " * 400 + "and at last Kelgarad",
            }
        )
    )

    result = index.search("kelgarad", limit=1)

    assert names(result) == ["2.txt"]
    assert result.total == 2


def test_a_word_in_the_first_line_counts_more(write_articles: Write) -> None:
    filler = "Nothing else happened there on that day at all.\n"
    index = built(
        write_articles(
            {
                "1.txt": f"A quiet day\n\n{filler}The bridge.\n{filler}",
                "2.txt": f"The bridge\n\n{filler}A quiet day.\n{filler}",
            }
        )
    )

    assert names(index.search("bridge")) == ["2.txt", "1.txt"]


def test_snippets_and_matches_are_pieces_of_the_article(valley: Path) -> None:
    corpus = open_corpus(valley)
    index = open_index(corpus)
    index.update()

    for query in ("velgharad", '"over 1,600"', "people flood", "the"):
        result = index.search(query)
        assert result.hits
        for hit in result.hits:
            file = corpus.find(hit.article, hit.part)
            assert file is not None
            text = corpus.read(file).text
            assert 1 <= len(hit.snippets) <= 3
            for snippet in hit.snippets:
                assert snippet.text == text[snippet.start : snippet.end]
                assert snippet.matches
                for match in snippet.matches:
                    assert snippet.start <= match.start < match.end <= snippet.end
            ends = [snippet.end for snippet in hit.snippets]
            starts = [snippet.start for snippet in hit.snippets]
            assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))


def test_a_widened_match_is_marked(valley: Path) -> None:
    _, widened = built(valley).search("velgharad").hits

    assert widened.snippets
    assert not any(match.exact for snippet in widened.snippets for match in snippet.matches)


def test_a_hit_carries_the_metadata_of_its_article(write_articles: Write) -> None:
    folder = write_articles({"1.md": "---\ntitle: Dam breaks\ndate: 2031-05-04\n---\nA dam broke."})

    hit = built(folder).search("dam").hits[0]

    assert hit.title is not None
    assert hit.title.value == "Dam breaks"


def test_an_article_that_vanished_since_is_a_bare_hit(valley: Path) -> None:
    index = built(valley)
    (valley / "001_dam.txt").unlink()

    result = index.search("velgharad", widen=False)

    assert names(result) == ["001_dam.txt"]
    assert result.hits[0].snippets == ()


def test_an_article_that_changed_since_shows_its_new_text(valley: Path) -> None:
    index = built(valley)
    (valley / "001_dam.txt").write_text("All new. Velgharad is dry.", encoding="utf-8")

    (hit,) = index.search("velgharad", widen=False).hits

    assert [snippet.text for snippet in hit.snippets] == ["All new. Velgharad is dry."]


def test_results_come_while_a_word_is_typed(valley: Path) -> None:
    index = built(valley)

    for length in range(1, len("velgharad") + 1):
        result = index.search("velgharad"[:length], as_you_type=True)
        assert "001_dam.txt" in names(result)
    assert names(index.search("the dam at velg", as_you_type=True)) == ["001_dam.txt"]
    assert names(index.search('"dam at velg', as_you_type=True)) == ["001_dam.txt"]


def test_a_misspelt_start_is_widened_only_when_nothing_starts_so(valley: Path) -> None:
    index = built(valley)

    assert index.search("gove", as_you_type=True).widened == ()
    assert [w.to for w in index.search("govrnor", as_you_type=True).widened] == ["governor"]


def test_the_limit_cuts_the_hits_and_not_the_total(valley: Path) -> None:
    result = built(valley).search("the", limit=2)

    assert len(result.hits) == 2
    assert result.total == 4


def test_as_many_hits_are_read_as_fill_some_rows(valley: Path) -> None:
    index = built(valley)
    every, few = index.search_all("the"), index.search_all("the", rows=2)

    assert few.total == every.total
    assert few.hits == every.hits[: len(few.hits)]
    assert sum(1 + len(hit.snippets) for hit in few.hits[:-1]) < 2 <= len(every.hits)


def test_a_query_error_reaches_the_caller(valley: Path) -> None:
    with pytest.raises(QueryError):
        built(valley).search("-dam")


def test_an_index_that_was_not_built_finds_nothing(valley: Path) -> None:
    index = open_index(open_corpus(valley))

    assert index.articles == 0
    assert not index.is_current()
    assert index.search("dam") == SearchResult()
    assert not (open_corpus(valley).cache_folder / "index").exists()


def test_an_empty_corpus_can_be_indexed_and_searched(tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()

    index = built(folder)

    assert index.is_current()
    assert index.search("dam") == SearchResult()
