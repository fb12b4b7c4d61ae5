"""The ledger of a corpus, and what `check` finds wrong with it."""

from __future__ import annotations

from annotation_desk import Desk

from annotations.checking import check
from annotations.ledger import ledger
from annotations.model import Link
from annotations.store import AnnotationStore
from corpus.opening import open_corpus


def add(desk: Desk, name: str, text: str) -> None:
    path = desk.folder / name
    path.parent.mkdir(exist_ok=True, parents=True)
    path.write_text(text, encoding="utf-8")


def test_the_ledger_is_sorted_by_article_and_place(desk: Desk) -> None:
    add(desk, "b/c.txt", "The last bridge held.\n")
    corpus = desk.corpus
    store = AnnotationStore(corpus)
    for name, words in (
        ("b/c.txt", "bridge"),
        ("a.txt", "1,600"),
        ("a.txt", "The weir"),
        ("a.txt", None),
    ):
        file = corpus.find(name)
        assert file is not None
        article = corpus.read(file)
        span = None if words is None else desk_span(article.text, words)
        store.create(article, span, note=words or "whole")
    rows = list(ledger(corpus, store))
    assert [(row.article, row.annotation.note, row.state) for row in rows] == [
        ("a.txt", "The weir", "ok"),
        ("a.txt", "1,600", "ok"),
        ("a.txt", "whole", "ok"),
        ("b/c.txt", "bridge", "ok"),
    ]
    assert [row.span is None for row in rows] == [False, False, True, False]
    assert list(check(corpus, store)) == []


def desk_span(text: str, words: str):  # type: ignore[no-untyped-def]
    from corpus.span import Span

    start = text.index(words)
    return Span(start, start + len(words))


def test_annotations_whose_article_is_gone_are_lost_but_listed(desk: Desk) -> None:
    desk.store().create(desk.article, desk.span("Osmanli"))
    (desk.folder / "a.txt").rename(desk.folder / "renamed.txt")
    corpus = desk.corpus
    store = AnnotationStore(corpus)
    (row,) = ledger(corpus, store)
    assert (row.article, row.state, row.span, row.annotation.quote) == (
        *("a.txt", "lost", None),
        "Osmanli",
    )
    (problem,) = check(corpus, store)
    assert (problem.level, problem.file) == ("warning", "a.txt.annotations.yaml")
    assert "a.txt" in problem.reason


def test_a_corpus_of_one_file_has_the_annotations_of_that_file(desk: Desk) -> None:
    add(desk, "b.txt", "Another article.\n")
    desk.store().create(desk.article, desk.span("Osmanli"))
    corpus = open_corpus(desk.folder / "b.txt")
    assert list(ledger(corpus, AnnotationStore(corpus))) == []
    assert list(check(corpus, AnnotationStore(corpus))) == []


def test_check_names_file_line_and_remedy_of_everything_wrong(desk: Desk) -> None:
    add(desk, "b.txt", "Another article.\n")
    add(desk, "c.txt", "A third one.\n")
    add(desk, "postil.yaml", "schema: postil-corpus/1\nentities: words\n")
    add(
        desk,
        "b.txt.annotations.yaml",
        "schema: postil/1\nannotations:\n  - id: a-same\n    tags: {x: y}\n  - id: a-twice\n",
    )
    add(desk, "c.txt.annotations.yaml", "schema: postil/1\nannotations: *all\n")
    desk.write(
        "schema: postil/1\n"
        "annotations:\n"
        "  - id: a-twice\n"
        "    links: [{to: a-nowhere, type: agrees}]\n"
        "  - id: a-gone\n"
        "    quote: words of another text\n"
        "    at: [0, 5]\n"
        "  - id: a-many\n"
        "    quote: at least 41 people\n"
        "    at: [0, 18]\n"
    )
    corpus = desk.corpus
    problems = list(check(corpus, AnnotationStore(corpus)))
    assert all(problem.remedy for problem in problems)
    seen = [(one.file, one.line, one.level) for one in problems]
    assert seen == [
        ("postil.yaml", 2, "error"),
        ("a.txt.annotations.yaml", 3, "warning"),
        ("a.txt.annotations.yaml", 5, "warning"),
        ("a.txt.annotations.yaml", 8, "warning"),
        ("b.txt.annotations.yaml", 4, "error"),
        ("b.txt.annotations.yaml", 5, "error"),
        ("c.txt.annotations.yaml", 2, "error"),
    ]
    words = " ".join(problem.reason for problem in problems)
    for expected in ("a-nowhere", "lost", "ambiguous", "stands in a.txt.annotations.yaml"):
        assert expected in words


def test_links_between_articles_are_found(desk: Desk) -> None:
    add(desk, "b.txt", "Another article.\n")
    corpus = desk.corpus
    store = AnnotationStore(corpus)
    file = corpus.find("b.txt")
    assert file is not None
    other = store.create(corpus.read(file), None, note="there")
    here = store.create(desk.article, desk.span("Osmanli"))
    store.change(desk.article, here.id, links=[Link(other.id, "supports")])
    assert list(check(corpus, store)) == []


def test_annotations_in_a_linked_folder_are_listed_and_checked(desk: Desk) -> None:
    add(desk, ".store/x.txt", "The last bridge held.\n")
    (desk.folder / "shelf").symlink_to(".store")
    corpus = desk.corpus
    store = AnnotationStore(corpus)
    file = corpus.find("shelf/x.txt")
    assert file is not None
    made = store.create(corpus.read(file), desk_span("The last bridge held.\n", "bridge"))
    assert [(row.article, row.annotation) for row in ledger(corpus, store)] == [
        ("shelf/x.txt", made)
    ]
    store.change(corpus.read(file), made.id, links=[Link("a-nowhere", "supports")])
    (problem,) = check(corpus, store)
    assert problem.file == "shelf/x.txt.annotations.yaml"


def test_a_check_is_not_disturbed_by_annotations_that_come_in_meanwhile(desk: Desk) -> None:
    add(desk, "b.txt", "Another article.\n")
    sidecar = "schema: postil/1\nannotations:\n  - id: a-one\n    quote: zzz\n    at: [1, 4]\n"
    desk.write(sidecar)
    add(desk, "b.txt.annotations.yaml", sidecar.replace("a-one", "a-two"))
    corpus = desk.corpus
    problems = check(corpus, AnnotationStore(corpus))
    first = next(problems)
    file = corpus.find("b.txt")
    assert file is not None
    AnnotationStore(corpus).create(corpus.read(file), None, note="by another Postil")
    assert [one.file for one in (first, *problems)] == [
        "a.txt.annotations.yaml",
        "b.txt.annotations.yaml",
    ]
