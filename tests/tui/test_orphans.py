"""Annotations whose article was renamed find their article again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.tui.conftest import Opener

SUFFIX = ".annotations.yaml"


async def annotated(session) -> None:
    """Annotate the first sentence of the article on the screen."""
    await session.press("a", *"look", "ctrl+s")
    await session.until(lambda: len(session.reader.pane.document.placed) == 1)


async def test_a_renamed_article_is_offered_its_annotations(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        await annotated(session)
        (folder / "a_ferry.txt").rename(folder / "n_ferry.txt")
        await session.press("R")
        # Which of the two messages comes last is a matter of threads; both name the key.
        assert " po" in f" {session.screen_text()}".replace(": po", " po")
        assert not session.reader.pane.document.placed
        await session.press("p", "o")
        text = session.screen_text()
        assert "a_ferry.txt  1 annotation" in text
        assert "→ n_ferry.txt  the same text" in text
        await session.press("enter")
        assert "Every sidecar has its article" in session.screen_text()
        assert (folder / f"n_ferry.txt{SUFFIX}").exists()
        assert not (folder / f"a_ferry.txt{SUFFIX}").exists()
        await session.press("escape")
        assert len(session.reader.pane.document.placed) == 1
        await session.press("u")
        assert (folder / f"a_ferry.txt{SUFFIX}").exists()
        assert not session.reader.pane.document.placed


async def test_an_article_renamed_and_corrected_is_found_by_the_quoted_words(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder) as session:
        await annotated(session)
    text = (folder / "a_ferry.txt").read_text()
    (folder / "a_ferry.txt").unlink()
    (folder / "z_ferry.txt").write_text(text.replace("Nobody", "No one"))
    async with reading(folder) as session:
        await session.press("p", "o")
        assert "→ z_ferry.txt  100 % of the quoted words" in session.screen_text()
        await session.press("A")
        assert "none has the same text" in session.screen_text()
        await session.press("enter", "escape")
        assert (folder / f"z_ferry.txt{SUFFIX}").exists()


async def test_all_of_the_same_text_come_home_at_once(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        await annotated(session)
        await session.press("J")
        await annotated(session)
        for name in ("a_ferry.txt", "b_inquiry.txt"):
            (folder / name).rename(folder / f"new_{name}")
        await session.press("R", "p", "o", "A")
        assert "Every sidecar has its article" in session.screen_text()
    assert sorted(path.name for path in folder.glob(f"*{SUFFIX}")) == [
        f"new_a_ferry.txt{SUFFIX}",
        f"new_b_inquiry.txt{SUFFIX}",
    ]


async def test_a_sidecar_whose_article_is_nowhere_is_listed_and_stays(
    folder: Path, reading: Opener
) -> None:
    sidecar = folder / f"lost.txt{SUFFIX}"
    sidecar.write_text(
        "schema: postil/1\nannotations:\n- {id: a-aaaaaaaaaa, quote: no such words, at: [0, 13]}\n"
    )
    before = sidecar.read_bytes()
    async with reading(folder) as session:
        await session.press("p", "o")
        assert "no article here has its words" in session.screen_text()
        await session.press("enter", "A", "j", "k", "question_mark", "escape", "escape")
        assert "ran aground" in session.screen_text()
    assert sidecar.read_bytes() == before


async def test_where_nothing_is_lost_the_screen_says_so(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        await session.press("p", "o")
        assert "Every sidecar has its article" in session.screen_text()
        await session.press("escape")
        assert "ran aground" in session.screen_text()


async def renamed(session, folder: Path, *suffixes: str) -> None:
    """Rename the article on the screen under an open form, and wait until that is known."""
    for suffix in suffixes:
        (folder / f"a_ferry.txt{suffix}").rename(folder / f"n_ferry.txt{suffix}")
    session.app.walk()
    await session.until(lambda: session.reader.pane.document.article.name == "n_ferry.txt")


@pytest.mark.parametrize("form", ["a", "W"])
async def test_what_was_typed_while_the_article_was_renamed_goes_to_its_new_name(
    folder: Path, reading: Opener, form: str
) -> None:
    async with reading(folder) as session:
        await session.press(form)
        await renamed(session, folder, "")
        await session.press(*"look", "ctrl+s")
        await session.until(lambda: len(session.reader.pane.document.placed) == 1)
    assert "look" in (folder / f"n_ferry.txt{SUFFIX}").read_text()
    assert not (folder / f"a_ferry.txt{SUFFIX}").exists()


@pytest.mark.parametrize("moved", [("",), ("", SUFFIX)])
async def test_an_annotation_changed_meanwhile_is_changed_where_its_sidecar_is(
    folder: Path, reading: Opener, moved: tuple[str, ...]
) -> None:
    async with reading(folder) as session:
        await annotated(session)
        await session.press("c")
        await renamed(session, folder, *moved)
        await session.press(*"ing", "ctrl+s")
        await session.until(lambda: len(session.app.screen_stack) == 1)
    (sidecar,) = folder.glob(f"*{SUFFIX}")
    assert "looking" in sidecar.read_text()
