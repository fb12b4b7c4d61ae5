"""One decision about many articles: as if each had been made by itself, in one write and undo."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotations.decisions import decide, decide_of_all
from annotations.error import AnnotationError
from annotations.store import AnnotationStore
from corpus.corpus_file_reading import read_corpus_file
from corpus.opening import open_corpus
from corpus.yaml_text import load_yaml

MINE = """# top
articles:
  # one
  b.txt: # note
    title: 'Y' # t

  c.txt: {outlet: Post}
  ./d.txt: {outlet: 'Old'}
  e.txt: {title: no, mine: 1} # unknown
  f.txt: {outlet: Post, published: "2019"}
exclude: [x]
"""
NAMES = ("a.txt", "b.txt", "c.txt", "d.txt", "e.txt", "f.txt", "- g: h.txt")


def told(root: Path) -> dict[str, Any]:
    path = root / "postil.yaml"
    value: Any = load_yaml(path.read_text(encoding="utf-8"), "postil.yaml") if path.exists() else {}
    return value


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    deadline=None,
)
@given(
    before=st.sampled_from((None, "# mine\n", "exclude: [x]\n", "articles: {}\n", MINE)),
    names=st.lists(st.sampled_from(NAMES), min_size=1, unique=True),
    decision=st.sampled_from(
        (("outlet", "Post"), ("outlet", "The: Herald #1"), ("outlet", None), ("published", "2019"))
    ),
)
def test_it_says_what_single_decisions_say(
    tmp_path_factory: pytest.TempPathFactory, before, names, decision
) -> None:
    key, value = decision
    together, apart = tmp_path_factory.mktemp("together"), tmp_path_factory.mktemp("apart")
    for root in (together, apart):
        if before is not None:
            (root / "postil.yaml").write_text(before, encoding="utf-8")
    decide_of_all(together, names, key, value, lambda _: None)
    for name in names:
        decide(apart, name, key, value)
    assert told(together) == told(apart)
    if before is MINE:
        text = (together / "postil.yaml").read_text(encoding="utf-8")
        assert {"# top", "  # one"} <= set(text.splitlines())


def test_hundreds_are_written_at_once_and_taken_back_at_once(tmp_path: Path) -> None:
    names = [f"report {number}.txt" for number in range(300)]
    for name in names:
        (tmp_path / name).write_text("The quay is dry.\n", encoding="utf-8")
    store = AnnotationStore(open_corpus(tmp_path))
    change = store.decide_of_articles(names, "outlet", "The Marn Herald")
    assert change.words == "outlet of 300 articles: The Marn Herald"
    assert len(read_corpus_file(tmp_path)[0].articles) == 300
    assert store.decide_of_articles(names, "outlet", "The Marn Herald") is None
    store.decide_of_articles(names, "outlet", None)
    assert told(tmp_path).get("articles") is None
    store.undo()
    assert len(told(tmp_path)["articles"]) == 300
    store.undo()
    assert not (tmp_path / "postil.yaml").exists()


def test_what_would_not_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AnnotationError):
        decide_of_all(tmp_path, ["a.txt", "b.txt"], "published", "some day", lambda _: None)
    assert not (tmp_path / "postil.yaml").exists()
