"""The reader on files that try to harm: every screen, and what really reaches the terminal."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.hostile.conftest import STRINGS, harmful
from tests.terminal.conftest import Starter

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.tui.conftest import Opener, Session

pytestmark = pytest.mark.usefixtures("shared_cache")

# What a text could have its piece of the screen do: Textual's own links and clicks.
ACTIVE = ("@click", "@mouse", "link")


def check(session: Session, where: str) -> None:
    """Look at all that is on the screen."""
    for strip in session.app.screen._compositor.render_strips():
        assert harmful(strip.text) == set(), (where, strip.text)
        for segment in strip:
            style = segment.style
            if style is None or not any(map(str.isalnum, segment.text)):
                continue  # a scrollbar is active, and nothing but blocks and blanks
            assert not style.link, (where, segment)
            assert not any(key.startswith(ACTIVE) for key in style.meta), (where, segment)
    title = f"{session.app.title} {session.app.sub_title}"
    assert harmful(title) == set()


def files_named(session: Session, end: str) -> list[str]:
    return [f.article for f in session.app.workspace.corpus.files if f.article.endswith(end)]


async def open_each(session: Session, names: list[str], then: Callable[[str], object]) -> None:
    corpus = session.app.workspace.corpus
    for name in names:
        file = corpus.find(name)
        assert file is not None
        session.reader.open_article(file)
        await session.until(lambda name=name: _is_open(session, name))
        await session.settle()
        then(name)


def _is_open(session: Session, name: str) -> bool:
    document = session.reader.pane.document
    return document is not None and document.article.name == name


async def test_every_article_is_shown_harmlessly(together: Path, reading: Opener) -> None:
    async with reading(together, (160, 60), indexed=False) as session:
        for name in files_named(session, ".md"):
            await open_each(session, [name], lambda name: check(session, name))
            pane = session.reader.pane
            while pane.scroll_y < pane.max_scroll_y:
                await session.pilot.press("space")
                check(session, name)


async def test_every_name_and_title_is_listed_harmlessly(naughty: Path, reading: Opener) -> None:
    async with reading(naughty, (160, 40), indexed=False) as session:
        await session.press("shift+tab")
        for _ in range(len(session.app.workspace.corpus.files) // 16):
            await session.press("space")
            check(session, "the list of articles")
        assert session.app.focused is not None
        assert session.app.focused.scroll_y > len(STRINGS)


@pytest.mark.parametrize("tab", ["entities", "numbers", "statements", "annotations"])
async def test_every_list_is_harmless(together: Path, reading: Opener, tab: str) -> None:
    async with reading(together, (160, 60), indexed=False) as session:
        session.reader.show_tab(tab)
        for name in files_named(session, ".md"):
            await open_each(session, [name], lambda name: check(session, f"{tab} of {name}"))


# Screens and dialogs, each by its keys from the article, and the key that leaves it.
SCREENS = {
    "help": (["question_mark"], ["escape"]),
    "palette": (["ctrl+p", *"note"], ["escape"]),
    "what was skipped": (["p", "s"], ["escape"]),
    "orphans": (["p", "o"], ["escape"]),
    "encodings": (["g", "c"], ["escape"]),
    "note form": (["v", "w", "a"], ["escape", "escape"]),
    "menu": (["f2"], ["escape"]),
    "card": (["right_square_bracket", "e", "enter"], ["escape"]),
    "find": (["slash", *"brandt"], ["escape"]),
    "search for the words here": (["g", "s"], ["escape"]),
    "search": (["s", *"counted"], ["escape"]),
    "concordance": (["s", *"counted", "ctrl+l"], ["escape", "escape"]),
    "list of articles": (["shift+tab"], ["escape"]),
    "card of a figure": (["g", "g", "right_square_bracket", "n", "enter"], ["escape"]),
    "numbers of all articles": (["p", "N"], ["escape"]),
    "numbers in rows": (["p", "N", "tab", "j", "B"], ["escape", "escape"]),
    "ledger": (["p", "l"], ["escape"]),
    "timeline": (["p", "t", "j"], ["escape"]),
    "link to nowhere": (["right_square_bracket", "a", "g", "f"], ["escape"]),
    "comparison": (["right_square_bracket", "a", "g", "a"], ["escape"]),
    "claim form": (["right_square_bracket", "a", "g", "w"], ["escape", "escape"]),
    "tags": (["right_square_bracket", "a", "t"], ["escape", "escape"]),
    "settings": (["f3"], ["escape"]),
    "library": (["p", "f"], ["escape"]),
    "near-duplicates": (["p", "equals_sign"], ["escape"]),
    "two articles": (["p", "v", "enter"], ["escape", "escape"]),
    "readers": (["p", "b"], ["escape"]),
    "since the last visit": (["p", "r"], ["escape"]),
    "layers": (["z", "l"], ["escape"]),
    "ledger, typing": (["p", "l", *"plain"], ["escape", "escape"]),
}


@pytest.mark.parametrize("screen", SCREENS)
async def test_every_screen_is_harmless(together: Path, reading: Opener, screen: str) -> None:
    keys, back = SCREENS[screen]
    async with reading(together, (100, 40)) as session:
        for name in files_named(session, ".md")[::2]:
            await open_each(session, [name], lambda _: None)
            await session.press(*keys)
            check(session, f"{screen} over {name}")
            await session.press(*back)
            check(session, f"after {screen} over {name}")


@pytest.mark.parametrize("what", list(STRINGS)[::25])
async def test_what_is_said_is_harmless(naughty: Path, reading: Opener, what: str) -> None:
    # Toasts and the status line get whole messages of others: errors, names, counts.
    from corpus.problem import Problem
    from tui.safe_text import safe_line

    problem = Problem(STRINGS[what], STRINGS[what], STRINGS[what])
    async with reading(naughty, indexed=False) as session:
        session.reader.say(safe_line(str(problem)), warning=True)
        await session.settle()
        check(session, what)


SEQUENCES = re.compile(
    rb"\x1b(\[[0-9;:?<=>]*[ -/]*[@-~]"  # CSI
    rb"|[78=>]|\([0B]"  # saving the cursor, keypad, character sets
    rb"|\]22;[a-z-]*\x07"  # the shape of the mouse pointer
    rb"|P[0-9=+$]*q[0-9a-zA-Z;=]*\x1b\\)"  # a question to the terminal
)
# Cursor, colours, erasing, modes; what Textual asks the terminal for when it starts.
FINALS = set(b"mHJKhlABCDGdfrsutcpqnu")


def test_only_sequences_of_ours_reach_the_terminal(naughty: Path, start: Starter) -> None:
    terminal = start("-m", "tui", naughty, size=(120, 40))
    terminal.until("A name like an option")
    for _ in range(25):
        terminal.type("J")
        terminal.until("article")
    terminal.type("s")
    terminal.until("what can be written")
    terminal.type("brandt")
    terminal.until("articles")
    terminal.type("\x1b\x1b")
    terminal.type("q")
    assert terminal.wait() == 0

    rest = SEQUENCES.sub(b"", terminal.painted)
    finals = {found.group(0)[-1] for found in re.finditer(rb"\x1b\[[^@-~]*[@-~]", terminal.painted)}
    assert b"\x1b" not in rest
    assert finals <= FINALS
    text = rest.decode("utf-8").replace("\r", "").replace("\n", "")
    assert harmful(text) == set()
