"""`postil.yaml`: what it can say, and what is told about what it cannot."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.corpus_file import (
    ArticleSettings,
    Codebook,
    CodebookField,
    CorpusFile,
    EntityRule,
    Group,
    MetadataRule,
    SavedSearch,
    SetMetadata,
    Tag,
    date_in_name,
    is_partial_date,
)
from corpus.corpus_file_reading import LIMIT, parse_corpus_file, read_corpus_file

FULL = """
schema: postil-corpus/1
include: ["*.txt"]
exclude: drafts/
metadata:
  - {files: "wire/*", outlet: Harbour Wire, author: Desk, date: "{yyyy}-{mm}-{dd}", language: EN}
articles:
  wire/a.txt: {title: NO, outlet: Other, author: A. Writer, published: 2019-11}
entities:
  - {name: Harbour Guard, type: ORG, aliases: [HG, the Guard], not: Harbour Board, forbid: [guard]}
  - {name: Monday, aliases: [Mondays], forbid: true}
codebook:
  tags: [strength, {actors: [police, {army: [north, south]}]}]
  measures: [killed, captured]
  fields: {status: [open, closed], score: number, free: , mood: {type: choice, values: [a, b]}}
  groups: {fighters: [militants, members]}
searches: {figures: "has:number"}
"""


def parse(text: str) -> tuple[CorpusFile, list[tuple[int | None, str, str]]]:
    settings, problems = parse_corpus_file(text)
    assert all(problem.file == "postil.yaml" and problem.remedy for problem in problems)
    return settings, [(problem.line, problem.level, problem.reason) for problem in problems]


def test_every_key_is_read() -> None:
    settings, problems = parse(FULL)
    assert problems == []
    assert settings == CorpusFile(
        include=("*.txt",),
        exclude=("drafts/",),
        metadata=(MetadataRule("wire/*", "Harbour Wire", "Desk", "{yyyy}-{mm}-{dd}", "en"),),
        articles=(ArticleSettings("wire/a.txt", "NO", "Other", "A. Writer", "2019-11"),),
        entities=(
            EntityRule("Harbour Guard", "ORG", ("HG", "the Guard"), ("Harbour Board",), ("guard",)),
            EntityRule("Monday", None, ("Mondays",), (), ("Monday", "Mondays")),
        ),
        codebook=Codebook(
            tags=(
                Tag("strength"),
                Tag("actors", (Tag("police"), Tag("army", (Tag("north"), Tag("south"))))),
            ),
            measures=("killed", "captured"),
            fields=(
                CodebookField("status", "choice", ("open", "closed")),
                CodebookField("score", "number"),
                CodebookField("free"),
                CodebookField("mood", "choice", ("a", "b")),
            ),
            groups=(Group("fighters", ("militants", "members")),),
        ),
        searches=(SavedSearch("figures", "has:number"),),
    )
    assert settings.codebook.tag_names() == (
        "strength",
        "actors",
        "actors/police",
        "actors/army",
        "actors/army/north",
        "actors/army/south",
    )
    assert len({settings, CorpusFile()}) == 2


@pytest.mark.parametrize("text", ["", "# nothing\n", "schema: postil-corpus/1", "exclude:\n"])
def test_a_file_that_says_nothing_sets_nothing(text: str) -> None:
    assert parse(text) == (CorpusFile(), [])


def test_no_file_sets_nothing(tmp_path: Path) -> None:
    assert read_corpus_file(tmp_path) == (CorpusFile(), ())


@pytest.mark.parametrize(
    ("text", "line", "level", "words"),
    [
        ("colour: blue", 1, "warning", "not known"),
        ("metadata:\n- {files: a, size: 3}", 2, "warning", "'size'"),
        ("schema: 1", 1, "error", "'1'"),
        ("schema: postil-corpus/2\nexclude: a", 1, "error", "postil-corpus/2"),
        ("\nexclude: {a: b}", 2, "error", "a mapping, not a list"),
        ("exclude:\n- [a]", 2, "error", "a list, not a text"),
        ("include: /etc/*", 1, "error", "absolute"),
        ("include: [a/../../b]", 1, "error", "out of the corpus"),
        ("metadata: {files: a}", 1, "error", "not a list"),
        ("metadata:\n- outlet: a", 2, "error", "which files"),
        ("metadata:\n- {files: a, date: 'x'}", 2, "error", "yyyy"),
        ("metadata:\n- {files: a, date: '{yyyy}{x}'}", 2, "error", "braces"),
        ("metadata:\n- {files: a, language: english}", 2, "error", "'english'"),
        ("articles: [a]", 1, "error", "not a mapping"),
        ("articles:\n  ../a.txt: {title: b}", 2, "error", "inside the corpus"),
        ("articles:\n  /a.txt: {title: b}", 2, "error", "inside the corpus"),
        ("articles:\n  a.txt: {published: yesterday}", 2, "error", "'yesterday'"),
        ("entities:\n- {type: ORG}", 2, "error", "no name"),
        ("entities:\n- {name: A, type: SHIP}", 2, "error", "'SHIP'"),
        ("codebook:\n  fields: {a: shape}", 2, "error", "'shape'"),
        ("codebook:\n  tags: [[a]]", 2, "error", "not a text"),
        ("searches:\n  a: [b]", 2, "error", "not a text"),
        ("- a", 1, "error", "no mapping"),
        ("a: *b", 1, "error", "alias"),
        ("exclude: a\nexclude: b", 2, "error", "second time"),
    ],
)
def test_what_cannot_be_used_is_a_problem_with_its_line(
    text: str, line: int, level: str, words: str
) -> None:
    _, problems = parse(text)
    assert [(problem[0], problem[1]) for problem in problems] == [(line, level)]
    assert words in problems[0][2]


def test_one_wrong_part_leaves_the_rest_in_force() -> None:
    settings, problems = parse(
        "exclude: [good/, /bad]\n"
        "metadata: [{files: '*', outlet: [wrong], author: Right}, 7]\n"
        "entities: [{name: A, type: SHIP, aliases: [B, [C], D]}]\n"
    )
    assert len(problems) == 5
    assert settings.exclude == ("good/",)
    assert settings.metadata == (MetadataRule("*", author="Right"),)
    assert settings.entities == (EntityRule("A", None, ("B", "D")),)


def test_hostile_files_give_few_short_problems(tmp_path: Path) -> None:
    _, many = parse_corpus_file("".join(f"key{number}: x\n" for number in range(5000)))
    assert len(many) == 101
    _, (long,) = parse_corpus_file("exclude: /" + "k" * 100_000)
    assert len(long.reason) < 400
    globs, (warned,) = parse_corpus_file(f"exclude: [{', '.join(f'a{n}*' for n in range(150))}, b]")
    assert len(globs.exclude) == 101
    assert "150" in warned.reason
    (tmp_path / "postil.yaml").write_text("a: " + "b" * LIMIT)
    settings, (large,) = read_corpus_file(tmp_path)
    assert settings == CorpusFile()
    assert "bytes" in large.reason


def test_a_file_that_is_not_utf8_is_a_problem_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "postil.yaml").write_bytes(b"include: a\nexclude: caf\xe9\n")
    settings, (problem,) = read_corpus_file(tmp_path)
    assert settings == CorpusFile()
    assert (problem.line, problem.level) == (2, "error")


def test_rules_tell_metadata_and_the_reader_comes_before_them() -> None:
    settings, _ = parse(FULL)
    assert settings.metadata_for("wire/2019-11-10-storm.txt") == SetMetadata(
        outlet="Harbour Wire",
        author="Desk",
        published="2019-11-10",
        published_source="file name",
        language="en",
    )
    assert settings.metadata_for("wire/a.txt") == SetMetadata(
        title="NO", outlet="Other", author="A. Writer", published="2019-11", language="en"
    )
    assert settings.metadata_for("elsewhere/2019-11-10.txt") == SetMetadata()


def test_of_several_rules_the_last_that_has_a_key_decides_it() -> None:
    settings = CorpusFile(
        metadata=(
            MetadataRule("*", outlet="A", author="B", date="{yyyy}"),
            MetadataRule("x/", outlet="C", date="{yyyy}-{mm}"),
        )
    )
    told = settings.metadata_for("x/2019-11.txt")
    assert (told.outlet, told.author, told.published) == ("C", "B", "2019-11")
    assert settings.metadata_for("x/2019.txt").published == "2019"


@pytest.mark.parametrize(
    ("pattern", "article", "date"),
    [
        ("{yyyy}-{mm}-{dd}", "a/2019-11-10-storm.txt", "2019-11-10"),
        ("{yyyy}{mm}{dd}", "storm_20191110.txt", "2019-11-10"),
        ("{dd}.{mm}.{yyyy}", "10.11.2019.txt", "2019-11-10"),
        ("{yyyy}-{mm}", "2019-11-10.txt", "2019-11"),
        ("{yyyy}", "12019 2018.txt", "2018"),
        ("{yyyy}{mm}{dd}", "120191110.txt", None),
        ("{yyyy}-{mm}-{dd}", "2019-13-10.txt", None),
        ("{yyyy}-{mm}-{dd}", "2019-02-30 2019-02-28.txt", "2019-02-28"),
        ("{yyyy}-{mm}-{dd}", "2019-11-10/storm.txt", None),
        ("{yyyy}/{mm}/", "wire/2019/11/storm.txt", "2019-11"),
        ("s.{yyyy}", "sx2019.txt", None),
    ],
)
def test_dates_are_read_from_file_names(pattern: str, article: str, date: str | None) -> None:
    assert date_in_name(pattern, article) == date


@given(st.dates())
def test_every_calendar_date_is_a_date(day: object) -> None:
    assert is_partial_date(str(day))


@pytest.mark.parametrize(
    "text", ["2019-02-29", "2019-00", "0000", "2019-1-1", "19", "2019-11-31", ""]
)
def test_what_the_calendar_does_not_have_is_no_date(text: str) -> None:
    assert not is_partial_date(text)


def test_fingerprints_change_with_what_bears_on_the_analysis_and_with_nothing_else() -> None:
    base, _ = parse(FULL)
    same = dataclasses.replace(
        base, searches=(), exclude=(), codebook=dataclasses.replace(base.codebook, tags=())
    )
    assert same.fingerprint == base.fingerprint
    assert same.fingerprint_for("a.txt") == base.fingerprint_for("a.txt")
    # The rules for entities bear on the articles that have their words.
    fewer = dataclasses.replace(base, entities=base.entities[:1])
    assert fewer.fingerprint != base.fingerprint
    assert fewer.fingerprint_for("a.txt") == base.fingerprint_for("a.txt")
    for changed in (
        dataclasses.replace(base, codebook=dataclasses.replace(base.codebook, groups=())),
    ):
        assert changed.fingerprint != base.fingerprint
        assert changed.fingerprint_for("a.txt") != base.fingerprint_for("a.txt")


def test_what_is_set_for_one_article_leaves_the_fingerprints_of_the_others() -> None:
    base, _ = parse(FULL)
    told = (*base.articles, ArticleSettings("b.txt", published="2020"))
    changed = dataclasses.replace(base, articles=told)
    assert changed.fingerprint != base.fingerprint
    assert changed.fingerprint_for("b.txt") != base.fingerprint_for("b.txt")
    assert changed.fingerprint_for("c.txt") == base.fingerprint_for("c.txt")


@pytest.mark.parametrize(
    ("text", "count", "most"),
    [
        (
            "metadata:\n" + "".join(f"- {{files: '*{n}.txt', outlet: W}}\n" for n in range(2_000)),
            lambda settings: len(settings.metadata),
            500,
        ),
        (
            "entities:\n" + "".join(f"- {{name: Harbour {n}}}\n" for n in range(2_000)),
            lambda settings: len(settings.entities),
            1_000,
        ),
        (
            "entities:\n"
            + "".join(f"- {{name: N{n}, aliases: [{'a, ' * 99}]}}\n" for n in range(90)),
            lambda settings: len(settings.entities),
            50,
        ),
        (
            "searches:\n" + "".join(f"  s{n}: dam\n" for n in range(3_000)),
            lambda settings: len(settings.searches),
            2_000,
        ),
        (
            "codebook: {tags: [" + "t, " * 3_000 + "]}",
            lambda settings: len(settings.codebook.tags),
            2_000,
        ),
        (
            "codebook: {groups: {g: [" + "t, " * 3_000 + "]}}",
            lambda settings: len(settings.codebook.groups[0].nouns),
            2_000,
        ),
        (
            "codebook: {measures: [" + "t, " * 3_000 + "]}",
            lambda settings: len(settings.codebook.measures),
            2_000,
        ),
    ],
    ids=["metadata", "entities", "names", "searches", "tags", "groups", "measures"],
)
def test_of_what_costs_with_every_article_the_first_are_used_and_it_is_said(
    text: str, count: Callable[[CorpusFile], int], most: int
) -> None:
    settings, problems = parse(text)
    assert count(settings) == most
    ((_, level, reason),) = problems
    assert level == "error"
    assert "more than" in reason or f"the first {most:,} are used" in reason


def test_a_date_pattern_longer_than_any_file_name_is_refused() -> None:
    _, problems = parse('metadata: [{files: "*", date: "{yyyy}' + "-" * 100_000 + '"}]')
    assert [reason[:33] for _, _, reason in problems] == ["the date pattern is longer than 2"]
    assert date_in_name("{yyyy}" + "-" * 250, "2019" + "-" * 250) is None


def test_a_rule_for_other_articles_leaves_the_fingerprint_where_nothing_is_set() -> None:
    plain = CorpusFile()
    ruled = dataclasses.replace(plain, metadata=(MetadataRule("b/*", outlet="Dike Post"),))
    assert ruled.fingerprint_for("a.txt") == plain.fingerprint_for("a.txt")
    assert ruled.fingerprint_for("b/a.txt") != plain.fingerprint_for("b/a.txt")
