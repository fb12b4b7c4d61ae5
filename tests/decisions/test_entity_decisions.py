"""What the reader says of entities is written into `postil.yaml`, and can be taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.corpus_file_writing import Written, taken_back
from annotations.decisions import decide
from annotations.entity_wishes import Apart, Forbidden, Renamed, Together, Typed, Wish, name_slug
from annotations.error import AnnotationError
from annotations.store import AnnotationStore
from corpus.corpus_file import EntityRule
from corpus.linking.wishes import Wishes
from corpus.opening import open_corpus

MINE = """# top
entities:  # mine
  # the guard
  - name: Harbour Guard # c
    aliases: [HG] # hg
    mine: 1
  - {name: 'Board', not: [Guard]}

exclude: [x]
"""
NAMES = ("Harbour Guard", "HG", "Board", "Guard", "Ali Khan", "Khan", "Nordvik")


def store_of(root: Path, text: str | None) -> AnnotationStore:
    if text is not None:
        (root / "postil.yaml").write_text(text, encoding="utf-8")
    return AnnotationStore(open_corpus(root))


def text_of(root: Path) -> str:
    return (root / "postil.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("wish", "old", "new"),
    [
        (
            Together("Harbour Guard", "Nordvik"),
            "    aliases: [HG] # hg",
            "    aliases: [HG, Nordvik] # hg",
        ),
        (
            Together("Harbour Guard", "Board"),
            "{name: 'Board', not: [Guard]}",
            "{name: 'Harbour Guard', aliases: [Board], not: [Guard]}",
        ),
        (Together("Guard", "Board", "ORG"), "not: [Guard]}", "type: ORG, aliases: [Board]}"),
        (Apart("Harbour Guard", "HG"), "    aliases: [HG] # hg", "    # hg\n    not: [HG]"),
        (Apart("Board", "HG"), "not: [Guard]}", "not: [Guard, HG]}"),
        (Typed("HG", "PLACE"), "    aliases", "    type: PLACE\n    aliases"),
        (Renamed("Board", "The Desk"), "'Board',", "'The Desk', aliases: [Board],"),
        (
            Renamed("Board", "The Desk", ("Bord", "HG")),
            "'Board',",
            "'The Desk', aliases: [Board, Bord],",
        ),
        (Forbidden("Board"), "[Guard]}", "[Guard], forbid: true}"),
        (
            Apart("Ali Khan", "Omar Khan", ("A. Khan",)),
            "[Guard]}\n",
            "[Guard]}\n  - {name: Ali Khan, aliases: [A. Khan], not: [Omar Khan]}\n",
        ),
    ],
)
def test_only_what_was_said_is_written_and_undone(
    tmp_path: Path, wish: Wish, old: str, new: str
) -> None:
    store = store_of(tmp_path, MINE)
    assert store.decide_entity(wish) is not None
    found, expected = text_of(tmp_path), MINE.replace(old, new)
    if getattr(wish, "name", "") == "Guard":
        expected = expected.replace("name: 'Board'", "name: 'Guard'")
    assert found == expected
    assert store.decide_entity(wish) is None
    undone = store.undo()
    assert undone is not None
    assert (undone.what, text_of(tmp_path)) == ("decided", MINE)
    assert store.redo() is not None
    assert text_of(tmp_path) == found


def test_the_file_is_made_and_gone_again(tmp_path: Path) -> None:
    store = store_of(tmp_path, None)
    store.decide_entity(Forbidden("Read More", ("Read Now",)))
    assert text_of(tmp_path) == (
        "schema: postil-corpus/1\nentities:\n"
        "  - {name: Read More, aliases: [Read Now], forbid: true}\n"
    )
    store.undo()
    assert list(tmp_path.iterdir()) == []


def test_what_was_set_since_outlives_the_undo(tmp_path: Path) -> None:
    store = store_of(tmp_path, MINE)
    store.decide_entity(Typed("HG", "ORG"))
    decide(tmp_path, "a.txt", "title", "Mine")
    store.undo()
    assert text_of(tmp_path) == MINE + "articles:\n  a.txt: {title: Mine}\n"


def test_lines_that_were_changed_since_are_not_undone(tmp_path: Path) -> None:
    store = store_of(tmp_path, MINE)
    store.decide_entity(Typed("HG", "ORG"))
    changed = text_of(tmp_path).replace("type: ORG", "type: PLACE")
    (tmp_path / "postil.yaml").write_text(changed, encoding="utf-8")
    with pytest.raises(AnnotationError, match="not undone"):
        store.undo()
    assert text_of(tmp_path) == changed


@pytest.mark.parametrize("text", ["entities: {a: b}\n", "entities: [{type: ORG}]\n", "- a\n"])
def test_what_cannot_be_read_is_not_written_to(tmp_path: Path, text: str) -> None:
    with pytest.raises(AnnotationError):
        store_of(tmp_path, text).decide_entity(Typed("HG", "ORG"))
    assert text_of(tmp_path) == text


names = st.sampled_from(NAMES)
wishes = st.one_of(
    st.builds(Together, names, names),
    st.builds(Apart, names, names),
    st.builds(Renamed, names, st.sampled_from((*NAMES, "The Desk"))),
)


@given(st.lists(wishes, max_size=6), names, names)
def test_what_was_said_last_holds(earlier: list[Wish], a: str, b: str) -> None:
    rules: list[dict[str, object]] = []
    for wish in earlier:
        rules = wish.rules(rules)
    slugs = name_slug(a), name_slug(b)
    if a == b:
        return
    together = _read(Together(a, b).rules(rules))
    assert together.rule(slugs[0]) == together.rule(slugs[1]) is not None
    apart = _read(Apart(a, b).rules(rules))
    assert slugs[1] in apart.apart(slugs[0])


def _read(rules: list[dict[str, object]]) -> Wishes:
    def words(rule: dict[str, object], key: str) -> tuple[str, ...]:
        return tuple(rule.get(key, ()))  # type: ignore[arg-type]

    return Wishes(
        [EntityRule(str(r["name"]), None, words(r, "aliases"), words(r, "not")) for r in rules]
    )


@given(st.binary(max_size=6), st.binary(max_size=6), st.binary(max_size=6), st.binary(max_size=6))
def test_an_undo_keeps_what_stands_before_and_behind(
    before: bytes, old: bytes, new: bytes, added: bytes
) -> None:
    around = b"<" + before + b">", b"<end>"
    was, became = around[0] + old + around[1], around[0] + new + around[1]
    for now, expected in (
        (b"!" + added + became, b"!" + added + was),
        (became + added + b"!", was + added + b"!"),
    ):
        if was != became:
            assert taken_back(Written(was, became), now) == expected
