"""YAML is read strings first, within limits, and what is refused says where and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from corpus.problem import CorpusError
from corpus.yaml_text import DEPTH, YamlMapping, YamlSequence, load_yaml, read_yaml


@pytest.fixture(params=["libyaml", "pure Python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run a test with both of PyYAML's parsers; the pure one stands in where libyaml is missing."""
    if request.param == "pure Python":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    elif not yaml.__with_libyaml__:
        pytest.skip("PyYAML was built without libyaml")


pytestmark = pytest.mark.usefixtures("parser")


def problem_of(text: str) -> tuple[int | None, int | None, str, str]:
    with pytest.raises(CorpusError) as caught:
        load_yaml(text, "some.yaml")
    problem = caught.value.problem
    assert problem.file == "some.yaml"
    assert problem.remedy
    return problem.line, problem.column, problem.reason, problem.remedy


def test_every_scalar_stays_what_was_typed() -> None:
    text = "a: NO\nb: 19:32\nc: 00123\nd: 1_600\ne: 2019-11-10\nf: 1e3\ng: 0x1F\nh: Null\ni: '~'"
    assert load_yaml(text, "f") == {
        "a": "NO",
        "b": "19:32",
        "c": "00123",
        "d": "1_600",
        "e": "2019-11-10",
        "f": "1e3",
        "g": "0x1F",
        "h": "Null",
        "i": "~",
    }


def test_only_plain_nulls_and_nothing_at_all_are_none() -> None:
    assert load_yaml("[null, ~, '', \"null\", !!str null]", "f") == [None, None, "", "null", "null"]
    assert load_yaml("a:\nb: ~", "f") == {"a": None, "b": None}
    assert load_yaml("", "f") is None
    assert load_yaml("# a comment alone\n", "f") is None


def test_keys_and_items_know_their_places() -> None:
    value = load_yaml("one: 1\ntwo:\n  - a\n  - {b: c}\n", "f")
    assert isinstance(value, YamlMapping)
    assert value.keys_at == {"one": (1, 1), "two": (2, 1)}
    inner = value["two"]
    assert isinstance(inner, YamlSequence)
    assert inner.items_at == [(3, 5), (4, 5)]
    assert inner.place == (3, 3)


@pytest.mark.parametrize("level", ["[", "- ", "{a: ", "? "])
def test_a_depth_of_fifteen_hundred_is_refused_before_it_can_hurt(level: str) -> None:
    problem_of(level * 1500)


def test_block_mappings_of_fifteen_hundred_levels_are_refused_too() -> None:
    line, _, reason, _ = problem_of("\n".join(" " * depth + "a:" for depth in range(1500)))
    assert line == DEPTH + 1
    assert "100" in reason


def test_depth_of_one_hundred_is_read_and_one_more_is_not() -> None:
    load_yaml("[" * DEPTH + "]" * DEPTH, "f")
    _, column, reason, _ = problem_of("[" * (DEPTH + 1) + "]" * (DEPTH + 1))
    assert column == DEPTH + 1
    assert "100" in reason


def test_a_bomb_of_aliases_is_refused_at_the_first_alias() -> None:
    bomb = "a: &a [x, x, x]\n" + "".join(
        f"{name}: &{name} [*{before}, *{before}]\n"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    line, column, reason, _ = problem_of(bomb)
    assert (line, column) == (2, 8)
    assert "*a" in reason


def test_an_anchor_that_nothing_refers_to_does_no_harm() -> None:
    assert load_yaml("a: &anchor b", "f") == {"a": "b"}


def test_merge_keys_are_refused() -> None:
    assert problem_of("a: 1\n<<: {b: 2}")[:2] == (2, 1)
    assert load_yaml("'<<': a", "f") == {"<<": "a"}


def test_duplicate_keys_are_refused_with_both_lines() -> None:
    line, column, reason, _ = problem_of("a: 1\nb:\n  c: 1\n  d: 2\n  c: 3\n")
    assert (line, column) == (5, 3)
    assert "line 3" in reason


@pytest.mark.parametrize(
    "text",
    ["!!python/object/apply:os.getcwd []", "a: !include b", "!!python/name:os.system x", "!x {}"],
)
def test_tags_build_nothing(text: str) -> None:
    assert "tag" in problem_of(text)[2]


def test_unfinished_merges_are_said_plainly_even_inside_a_quoted_text() -> None:
    text = 'note: "begins\n<<<<<<< ours\n one\n=======\n two\n>>>>>>> theirs\n ends"\n'
    line, column, reason, _ = problem_of(text)
    assert (line, column) == (2, 1)
    assert "lines 2-6: an unresolved git merge" in reason


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: b\n\tc: d", (2, 1)),
        ("a: [1, 2\nb: c\n", (2, 2)),
        ("a: 'never closed\n\n\n", (1, 4)),
        ("a: b\n? [c]\n: d", (2, 3)),
        ("a: b\n---\nc: d", (2, 1)),
        ("a: b\nc: \x1b", (2, 4)),
        ("a: \x00", (1, 4)),
        ("a: \ud800", (1, 4)),
        ("%YAML 9.9\n---\na: b", (1, 1)),
    ],
    ids=repr,
)
def test_what_is_not_yaml_is_refused_with_its_place(text: str, place: tuple[int, int]) -> None:
    assert problem_of(text)[:2] == place


@pytest.mark.parametrize(
    "text", ['"\\UFFFFFFFF"', '"\\ud800"', "%YAML " + "9" * 5000 + ".1\n---\n"]
)
def test_escapes_and_directives_beyond_unicode_are_refused(text: str) -> None:
    problem_of(text)


def test_tabs_are_named_in_the_remedy() -> None:
    assert "spaces" in problem_of("a:\n\t- b")[3]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_lines_are_counted_as_editors_count_them(end: str) -> None:
    text = end.join(["\ufeffa: 'one\x85 \u2028 line'", "b: |", "  text", "c: *d"])
    assert problem_of(text)[:2] == (4, 4)


def test_a_text_beyond_the_limit_is_refused() -> None:
    with pytest.raises(CorpusError) as caught:
        load_yaml("a: " + "b" * 100, "f", limit=50)
    assert "103" in caught.value.problem.reason


@given(
    st.recursive(
        st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=8),
        lambda inner: (
            st.lists(inner, max_size=4) | st.dictionaries(st.text("abcXYZ1", min_size=1), inner)
        ),
        max_leaves=12,
    )
)
def test_what_pyyaml_writes_comes_back_as_strings(value: object) -> None:
    text = yaml.safe_dump(value, allow_unicode=True)
    assert load_yaml(text, "f") == value


@given(
    st.text(
        st.sampled_from("ab:-[]{}#&*!|>'\"%@`,? \n\t\r~<\x85\u2028\ufeff\x00\x1b\\x0u"), max_size=60
    )
)
def test_any_text_is_read_or_refused_with_a_problem(text: str) -> None:
    problem = None
    try:
        load_yaml(text, "f")
    except CorpusError as wrong:
        problem = wrong.problem
    assert problem is None or (problem.reason and problem.remedy)


def test_files_are_read_as_utf8_or_by_their_mark(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-32"):
        path.write_bytes("a: é\r\nb: ☃\r\n".encode(encoding))
        assert read_yaml(path, "f.yaml") == {"a": "é", "b": "☃"}


def test_a_file_that_is_not_unicode_is_refused_at_its_line(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    path.write_bytes(b"a: b\nc: caf\xe9\n")
    with pytest.raises(CorpusError) as caught:
        read_yaml(path, "f.yaml")
    assert caught.value.problem.line == 2
    assert "UTF-8" in caught.value.problem.remedy


def test_a_large_file_and_a_folder_are_refused_and_a_missing_one_is_missing(tmp_path: Path) -> None:
    (tmp_path / "large.yaml").write_text("a: " + "b" * 100)
    with pytest.raises(CorpusError, match="103 bytes"):
        read_yaml(tmp_path / "large.yaml", "large.yaml", limit=50)
    with pytest.raises(CorpusError, match="a folder"):
        read_yaml(tmp_path, "here")
    with pytest.raises(FileNotFoundError):
        read_yaml(tmp_path / "none.yaml", "none.yaml")


def test_a_surrogate_pair_as_json_writes_it_is_the_character_it_stands_for() -> None:
    text = r'{"a \ud83d\ude00": ["\uD83C\uDF0A!", ' + r"'\ud83d\ude00', \ud83d\ude00]}"
    value = load_yaml(text, "a.yaml")
    assert value == {"a 😀": ["🌊!", r"\ud83d\ude00", r"\ud83d\ude00"]}


@pytest.mark.parametrize("text", [r'"\ud83d"', r'"\ude00\ud83d"', r'["\ud83d\ude00", "\ud83d"]'])
def test_half_a_surrogate_pair_is_refused(text: str) -> None:
    with pytest.raises(CorpusError) as caught:
        load_yaml(text, "a.yaml")
    assert caught.value.problem.line == 1


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_places_are_counted_in_code_points_whatever_ends_the_lines(end: str) -> None:
    text = f"one: 😀{end}two: {{a: '😀', b: [x, y]}}{end}"
    value = load_yaml(text, "a.yaml")
    assert isinstance(value, YamlMapping)
    two = value["two"]
    assert isinstance(two, YamlMapping)
    assert (value.keys_at["two"], two.keys_at) == ((2, 1), {"a": (2, 7), "b": (2, 15)})
    assert two["b"].items_at == [(2, 19), (2, 22)]  # type: ignore[union-attr]


def test_a_line_end_of_unicode_in_a_plain_text_is_named() -> None:
    line, _, _, remedy = problem_of("a: 1\nnote: one\u2028two\n")
    assert line == 2
    assert '"\\u2028" in double quotes' in remedy
