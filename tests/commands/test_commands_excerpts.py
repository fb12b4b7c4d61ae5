"""Search results show the title once, and a sign exactly where words are left out."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from corpus.span import Span
from index.results import Match, Snippet
from tui.commands.excerpts import lay_out

Run = Callable[..., subprocess.CompletedProcess[str]]

_FILLER = "The harbour was quiet and the crews slept on their boats until the tide turned. " * 4


def shown(postil: Run, folder: Path, text: str) -> list[str]:
    (folder / "one.txt").write_text(text, encoding="utf-8")
    done = postil("search", folder, "ferry")
    assert done.returncode == 0
    return done.stdout.split("\n")[1 : done.stdout.split("\n").index("")]


def test_a_short_article_is_shown_whole_without_a_sign(postil: Run, tmp_path: Path) -> None:
    lines = shown(postil, tmp_path, "The ferry left at noon.\n")
    assert [line.strip() for line in lines] == ["The ferry left at noon."]


def test_where_many_blanks_stand_one_is_shown(postil: Run, tmp_path: Path) -> None:
    lines = shown(postil, tmp_path, "At noon\n\nThe    ferry left,\n     and no one saw it.\n")
    assert lines[1].strip() == "The ferry left, and no one saw it."


def test_signs_stand_where_words_are_left_out(postil: Run, tmp_path: Path) -> None:
    (found,) = shown(postil, tmp_path, f"{_FILLER}Then the ferry left. {_FILLER}\n")
    assert found.strip().startswith("… ")
    assert found.endswith(" …")

    (found,) = shown(postil, tmp_path, f"Then the ferry left with everybody. {_FILLER}\n")
    assert found.strip().startswith("Then the ferry")
    assert found.endswith(" …")

    (found,) = shown(postil, tmp_path, f"{_FILLER}Then the ferry left.\n")
    assert found.strip().startswith("… ")
    assert found.endswith("ferry left.")


def test_a_title_is_not_shown_again_by_the_snippet_that_begins_with_it(
    postil: Run, tmp_path: Path
) -> None:
    lines = shown(
        postil,
        tmp_path,
        "Ferry Leaves Port Ellery Early\n\n"
        "People waited at the harbour for the ferry. It was gone.\n",
    )
    assert [line.strip() for line in lines] == [
        "Ferry Leaves Port Ellery Early",
        "People waited at the harbour for the ferry. It was gone.",
    ]


@given(st.text("ab .\n", max_size=60), st.data())
def test_every_excerpt_is_words_of_the_article_and_its_marks_keep_their_words(
    text: str, data: st.DataObject
) -> None:
    def span(low: int, high: int) -> Span:
        start = data.draw(st.integers(low, high))
        return Span(start, data.draw(st.integers(start, high)))

    title = data.draw(st.none()) if data.draw(st.booleans()) else span(0, len(text))
    at, snippets = 0, []
    while at < len(text) and len(snippets) < 3:
        piece = span(at, len(text))
        match = span(piece.start, piece.end)
        matches = (Match(match.start, match.end),) if match.start < match.end else ()
        snippets.append(Snippet(piece.start, piece.end, piece.cut(text), matches))
        at = piece.end + 1
    excerpts = lay_out(snippets, text, title)
    said = {match.cut(text) for snippet in snippets for match in snippet.matches}
    for excerpt in (*excerpts.others, *filter(None, [excerpts.title])):
        assert excerpt.text in text
        for match in excerpt.matches:
            assert any(match.cut(excerpt.text) in words for words in said)
    wordy = [each for each in snippets if any(map(str.isalnum, each.text))]
    if title is None and wordy:
        assert len(excerpts.others) == len(wordy)
        before, after = text[: wordy[0].start], text[wordy[-1].end :]
        assert excerpts.others[0].cut_before is any(map(str.isalnum, before))
        assert excerpts.others[-1].cut_after is any(map(str.isalnum, after))
