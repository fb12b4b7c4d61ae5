"""Sidecars of every style that people and programs write: each works, or says where and what to do.

Whatever becomes of an edit, the bytes that it is not about are the old ones.
"""

from __future__ import annotations

import pytest
from annotation_desk import Desk

from annotations.error import AnnotationError

HEAD = "schema: postil/1\nannotations:\n"
VALUES = {
    "no": ("NO", "NO"),
    "a time": ("19:32", "19:32"),
    "leading zeros": ("00123", "00123"),
    "an underscore": ("1_600", "1_600"),
    "a date": ("2019-11-10", "2019-11-10"),
    "a null word": ("'~'", "~"),
    "octal": ("0o17", "0o17"),
    "infinity": (".inf", ".inf"),
    "a next line": ('"a\\Nb"', "a\x85b"),
    "a line separator": ('"a\\Lb"', "a\u2028b"),
    "a real line separator": ("'a\u2028b'", "a\u2028b"),
    "folded": (">-\n      two\n      lines", "two lines"),
    "literal": ("|-\n      two\n      lines", "two\nlines"),
    "a tab inside": ("a\tb", "a\tb"),
    "emoji": ("🜁 noted", "🜁 noted"),
}


@pytest.mark.parametrize("name", VALUES)
def test_a_value_stays_what_was_typed_whatever_is_edited_beside_it(name: str, desk: Desk) -> None:
    typed, value = VALUES[name]
    item = f"  - id: a-old\n    note: {typed}\n    mine: {typed}  # kept\n"
    desk.write(HEAD + item)
    store = desk.store()
    (old,) = store.placed(desk.article)
    assert old.annotation.note == value
    store.change(desk.article, "a-old", tags=["new"])
    store.create(desk.article, None, note="another")
    after = desk.read()
    assert after.startswith(HEAD + f"  - id: a-old\n    note: {typed}\n")
    assert f"    mine: {typed}  # kept\n" in after
    read = {
        entry.annotation.id: entry.annotation for entry in desk.store().sidecar("a.txt").entries
    }
    assert (read["a-old"].note, read["a-old"].tags) == (value, ("new",))
    store.undo()
    store.undo()
    assert desk.read() == HEAD + item


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_mark_and_line_ends_stay(end: str, mark: bytes, desk: Desk) -> None:
    text = (HEAD + "  - id: a-old  # mine\n    note: first\n").replace("\n", end)
    desk.path.write_bytes(mark + text.encode())
    store = desk.store()
    store.create(desk.article, None, note="second")
    after = desk.path.read_bytes()
    assert after.startswith(mark + text.encode())
    assert after.count(b"\r\n") == (after.count(b"\n") if end == "\r\n" else 0)
    store.undo()
    assert desk.path.read_bytes() == mark + text.encode()


REFUSED = {
    "a tab as indentation": HEAD + "  - id: a-old\n\tnote: x\n",
    "nested 1,500 deep": HEAD + "  - id: a-old\n    mine: " + "[" * 1500 + "]" * 1500 + "\n",
    "an alias": HEAD + "  - &one\n    id: a-old\n  - *one\n",
    "a key twice": HEAD + "  - id: a-old\n    note: x\n    note: y\n",
    "a merge": HEAD + "<<<<<<< ours\n  - id: a-1\n=======\n  - id: a-2\n>>>>>>> theirs\n",
    "two documents": HEAD + "  - id: a-old\n---\nmore: 1\n",
    "an unclosed quote": HEAD + "  - id: a-old\n    note: 'x\n",
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_names_file_line_and_remedy_and_stays(name: str, desk: Desk) -> None:
    desk.write(REFUSED[name])
    (desk.folder / "b.txt").write_text("Another article.\n", encoding="utf-8")
    store = desk.store()
    problem = store.problems(desk.article)[0]
    assert problem.file == "a.txt.annotations.yaml"
    assert problem.line is not None
    assert problem.line > 1
    assert problem.remedy
    with pytest.raises(AnnotationError) as refused:
        store.create(desk.article, None, note="new")
    assert refused.value.problem.remedy
    assert desk.read() == REFUSED[name]
    other = desk.corpus.find("b.txt")
    assert other is not None
    store.create(desk.corpus.read(other), None, note="the rest opens")
