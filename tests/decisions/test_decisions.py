"""What the reader decided is written into `postil.yaml`, and nothing else in it changes."""

from __future__ import annotations

import os
import re
import threading
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.decisions import decide
from annotations.error import AnnotationError
from corpus.corpus_file_reading import LIMIT, parse_corpus_file, read_corpus_file
from corpus.yaml_text import load_yaml

ENCODING = "windows-1251"


MINE = """# top
articles:
  # one
  b.txt: # note
    title: 'Y' # t

  a.txt:
    title: no
    mine: 1 # unknown
exclude: [x]
"""


def decided(root: Path, text: str | None, value: str | None = ENCODING) -> str:
    if text is not None:
        (root / "postil.yaml").write_bytes(text.encode())
    decide(root, "a.txt", "encoding", value)
    return (root / "postil.yaml").read_bytes().decode()


def test_the_file_is_made_where_there_is_none(tmp_path: Path) -> None:
    assert decided(tmp_path, None) == (
        "schema: postil-corpus/1\narticles:\n  a.txt: {encoding: windows-1251}\n"
    )
    settings, problems = read_corpus_file(tmp_path)
    assert (settings.encoding_of("a.txt"), problems) == ("cp1251", ())
    assert [path.name for path in tmp_path.iterdir()] == ["postil.yaml"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# mine", "# mine\nschema: postil-corpus/1\narticles:\n  a.txt: {encoding: E}\n"),
        ("exclude: x # why\n", "exclude: x # why\narticles:\n  a.txt: {encoding: E}\n"),
        ("articles: # none yet\nexclude: x", None),
        ("articles: {a.txt: {title: 'NO'}} # c\n", None),
        (
            MINE,
            MINE.replace("    mine:", "    encoding: E\n    mine:"),
        ),
        (
            "articles:\n  ./a.txt:\n    encoding: utf-8 # old\n",
            "articles:\n  ./a.txt:\n    encoding: E # old\n",
        ),
        (
            '{"articles": {"b.txt": {"title": "x"}}}',
            '{"articles": {"b.txt": {"title": "x"}, "a.txt": {"encoding": "E"}}}',
        ),
        (
            "articles:\r\n  b.txt: {title: x}\r\n",
            "articles:\r\n  b.txt: {title: x}\r\n  a.txt: {encoding: E}\r\n",
        ),
        ("\ufeffarticles: {}\n", "\ufeffarticles:\n  a.txt: {encoding: E}\n"),
    ],
)
def test_only_the_decision_is_written(tmp_path: Path, before: str, after: str | None) -> None:
    found = decided(tmp_path, before)
    if after is not None:
        assert found == after.replace("E}", ENCODING + "}").replace(": E", f": {ENCODING}").replace(
            '"E"', f'"{ENCODING}"'
        )
    assert parse_corpus_file(found.removeprefix("\ufeff"))[0].encoding_of("a.txt") == "cp1251"
    assert _comments(found) == _comments(before)


def test_what_is_set_already_is_not_written_again(tmp_path: Path) -> None:
    text = decided(tmp_path, None)
    stamp = (tmp_path / "postil.yaml").stat()
    assert not decide(tmp_path, "a.txt", "encoding", ENCODING)
    assert (tmp_path / "postil.yaml").stat() == stamp
    assert decided(tmp_path, text) == text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (
            "articles:\n  a.txt: {title: x, encoding: a} # c\n",
            "articles:\n  a.txt: {title: x} # c\n",
        ),
        ("articles:\n  a.txt:\n    encoding: a\n  b.txt: {}\n", "articles:\n  b.txt: {}\n"),
        (
            "schema: postil-corpus/1\narticles: {a.txt: {encoding: a}}\n",
            "schema: postil-corpus/1\n",
        ),
        ("articles:\n  a.txt: {encoding: a}\n", "articles: {}\n"),
        ("exclude: x\n", "exclude: x\n"),
    ],
)
def test_a_decision_is_taken_out_with_what_held_it_alone(
    tmp_path: Path, text: str, left: str
) -> None:
    assert decided(tmp_path, text, None) == left


def test_nothing_is_made_where_nothing_was_decided(tmp_path: Path) -> None:
    assert not decide(tmp_path, "a.txt", "encoding", None)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("exclude: x\narticles: [\n", 3, "not YAML"),
        ("a: 1\na: 2\n", 2, "second time"),
        ("schema: postil-corpus/2\n", 1, "postil-corpus/2"),
        ("- a\n", 1, "mapping"),
        ("articles: [a.txt]\n", None, "`articles` is no mapping"),
        ("articles: {a.txt: yes}\n", None, "`a.txt` is no mapping"),
        ("x: &a 1\ny: *a\n", 2, "alias"),
    ],
)
def test_a_file_that_cannot_be_edited_is_refused_with_its_place(
    tmp_path: Path, text: str, line: int | None, words: str
) -> None:
    with pytest.raises(AnnotationError) as refusal:
        decided(tmp_path, text)
    problem = refusal.value.problem
    assert (problem.file, problem.line) == ("postil.yaml", line)
    assert words in problem.reason
    assert problem.remedy
    assert (tmp_path / "postil.yaml").read_text() == text


def test_a_value_that_would_not_be_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "postil.yaml").write_text("exclude: x\n")
    for key, value in (("encoding", "klingon"), ("published", "yesterday")):
        with pytest.raises(AnnotationError):
            decide(tmp_path, "a.txt", key, value)  # type: ignore[arg-type]
    assert (tmp_path / "postil.yaml").read_text() == "exclude: x\n"


def test_a_file_that_would_grow_too_large_is_refused(tmp_path: Path) -> None:
    (tmp_path / "postil.yaml").write_text("exclude: x #" + "x" * (LIMIT - 20) + "\n")
    with pytest.raises(AnnotationError, match="at most"):
        decide(tmp_path, "a.txt", "encoding", ENCODING)


def test_a_file_or_folder_that_may_not_be_written_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "postil.yaml").write_text("exclude: x\n")
    (tmp_path / "postil.yaml").chmod(0o444)
    with pytest.raises(AnnotationError, match="nothing is set: the file is write-protected"):
        decide(tmp_path, "a.txt", "encoding", ENCODING)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "postil.yaml").symlink_to(tmp_path / "elsewhere" / "postil.yaml")
    with pytest.raises(AnnotationError, match="outside the corpus"):
        decide(tmp_path / "corpus", "a.txt", "encoding", ENCODING)
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_is_read_only_says_what_to_do(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    try:
        with pytest.raises(AnnotationError, match="writable, or copy the corpus"):
            decide(tmp_path, "a.txt", "encoding", ENCODING)
    finally:
        tmp_path.chmod(0o755)


def test_a_folder_that_is_gone_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(AnnotationError, match="nothing is set"):
        decide(tmp_path / "gone", "a.txt", "encoding", ENCODING)


def test_decisions_made_at_once_are_all_kept(tmp_path: Path) -> None:
    names = [f"{number}.txt" for number in range(12)]
    threads = [
        threading.Thread(target=decide, args=(tmp_path, name, "encoding", "koi8-r"))
        for name in names
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    settings, problems = read_corpus_file(tmp_path)
    assert problems == ()
    assert sorted(one.article for one in settings.articles) == sorted(names)


# Files as people write them.
WORDS = st.sampled_from(
    ["NO", "a b", "19:32", "it's", 'say "so"', "#", "x: y", "ü", "1_600", "{", ""]
)
QUOTED = WORDS.map(lambda word: "'" + word.replace("'", "''") + "'")
COMMENTS = st.sampled_from(["", " # note", "  # a: b", " #"])
NAMES = st.sampled_from(["a.txt", "./a.txt", "b.txt", '"c d.txt"', "wire/e.md", "'f: g.html'"])


@st.composite
def articles(draw: st.DrawFn) -> str:
    lines = [f"articles:{draw(COMMENTS)}"]
    indent = " " * draw(st.integers(1, 4))
    for name in draw(st.lists(NAMES, min_size=1, unique_by=lambda name: name.strip("'\""))):
        pairs = draw(
            st.dictionaries(
                st.sampled_from(["title", "outlet", "encoding", "mine", "published"]), QUOTED
            )
        )
        if "encoding" in pairs:
            pairs["encoding"] = draw(st.sampled_from(["utf-8", "'koi8-r'", '"cp1252"']))
        pairs.pop("published", None)
        lines += [indent + "# above"] * draw(st.integers(0, 1)) + [""] * draw(st.integers(0, 1))
        if draw(st.booleans()) or not pairs:
            inside = ", ".join(f"{key}: {value}" for key, value in pairs.items())
            lines.append(f"{indent}{name}: {{{inside}}}{draw(COMMENTS)}")
        else:
            lines.append(f"{indent}{name}:{draw(COMMENTS)}")
            lines += [f"{indent}  {key}: {value}{draw(COMMENTS)}" for key, value in pairs.items()]
    return "\n".join(lines)


@st.composite
def files(draw: st.DrawFn) -> str:
    parts = ["# top", "schema: postil-corpus/1", "exclude: [x/, 'y']  # glob", "mine: {a: [1, 2]}"]
    chosen = draw(st.lists(st.sampled_from(parts), unique=True))
    if draw(st.booleans()):
        chosen.insert(draw(st.integers(0, len(chosen))), draw(articles()))
    end = draw(st.sampled_from(["\n", "\r\n"]))
    text = "\n".join(chosen) + draw(st.sampled_from(["", "\n", "\n\n", "\n# end\n"]))
    return text.replace("\n", end)


@given(files(), st.sampled_from([ENCODING, None]))
def test_all_that_was_not_decided_stays_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, text: str, value: str | None
) -> None:
    root = tmp_path_factory.mktemp("corpus")
    after = decided(root, text, value)

    told = [one for one in read_corpus_file(root)[0].articles if one.article == "a.txt"]
    assert (told[-1].encoding if told else None) == (value and "cp1251")
    assert _without_the_decision(after) == _without_the_decision(text)
    assert not _comments(text) - _comments(after)
    if "encoding" not in text and value is not None and "a.txt: {}" not in text:
        pairs = enumerate(zip(text, after, strict=False))
        start = next((at for at, (one, other) in pairs if one != other), len(text))
        assert after.endswith(text[start:])


def _comments(text: str) -> Counter[str]:
    return Counter(re.findall(r"(?m)(?:^|(?<=\s))#[^\r\n]*", text))


def _without_the_decision(text: str) -> Any:
    value: Any = load_yaml(text, "postil.yaml") or {}
    told = [
        {key: item for key, item in (one or {}).items() if key != "encoding"}
        for name, one in (value.get("articles") or {}).items()
        if name.removeprefix("./") == "a.txt"
    ]
    others = [
        (name, one)
        for name, one in (value.get("articles") or {}).items()
        if name.removeprefix("./") != "a.txt"
    ]
    rest = [(key, item) for key, item in value.items() if key not in ("articles", "schema")]
    return [one for one in told if one], others, rest
