"""The library on the screen: the list sorted, filtered and grouped, and back again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.tui.conftest import Opener, Session


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A folder of five articles, two of them in a folder of their own."""
    root = tmp_path / "shelf"
    (root / "old").mkdir(parents=True)
    for name, title, outlet, date in (
        ("a.md", "Quay closed", "The Marn Herald", "2021-03-04"),
        ("b.md", "Lamps along the dike", "Dike Post", "2019-11-10"),
        ("c.md", "Ferry aground", "The Marn Herald", "2020-01-02"),
        ("old/d.md", "A bell is cast", "Dike Post", "2018-06-07"),
        ("old/e.md", "Salt and its price", "Dike Post", "2018-02-01"),
    ):
        head = f"---\ntitle: {title}\noutlet: {outlet}\ndate: {date}\n---\n"
        text = f"{head}\nIlse Brandt of Marn said so on Monday.\n\nNobody else did.\n"
        (root / name).write_text(text, encoding="utf-8")
    return root


TITLES = ("Quay closed", "Lamps along", "Ferry aground", "A bell is", "Salt and")


def listed(session: Session) -> list[str]:
    """Return the titles and headings of the list, as the screen has them."""
    reader = session.reader
    region = reader.articles.region
    rows = [row[region.x : region.right] for row in session.rows()[region.y : region.bottom]]
    return [row.strip() for row in rows if row.strip()]


def titles(session: Session) -> list[str]:
    rows = listed(session)
    return [title for row in rows for title in TITLES if title in row]


async def test_a_filter_narrows_as_one_types_and_escape_brings_all_back(
    shelf: Path, reading: Opener
) -> None:
    async with reading(shelf, (120, 30)) as session:
        await session.press("shift+tab", "j", "j")
        assert session.reader.articles.current.article == "c.md"
        await session.press("f", *"dike")
        assert titles(session) == ["Lamps along", "A bell is", "Salt and"]
        assert "3 of 5" in session.screen_text()
        await session.press("enter", "g", "g", "j", "enter")
        assert session.reader.pane.document.article.name == "old/d.md"
        assert "article 2 of 3 listed" in session.screen_text()
        await session.press("J")
        assert session.reader.pane.document.article.name == "old/e.md"
        await session.press("shift+tab", "escape")
        assert len(titles(session)) == 5
        assert session.reader.articles.current.article == "old/e.md"
        assert "listed" not in session.screen_text()


async def test_what_is_not_listed_is_said_in_few_cells_too(shelf: Path, reading: Opener) -> None:
    async with reading(shelf, (60, 20)) as session:
        await session.press("p", "f", "f", *"xyzzy")
        assert "not listed ·" in session.rows()[-1]


async def test_an_empty_list_says_why_it_is(shelf: Path, reading: Opener) -> None:
    async with reading(shelf, (120, 30)) as session:
        await session.press("p", "f", "o", "s")
        assert "No article is starred: oa lists all again" in session.screen_text()
        await session.press("f", *"xyzzy")
        assert "No article has these words: Esc lists all again" in session.screen_text()
        await session.press("escape", "o", "a")
        assert "lists all again" not in session.screen_text()
        assert len(titles(session)) == 5


async def test_a_state_that_is_none_is_told_which_there_are(shelf: Path, reading: Opener) -> None:
    async with reading(shelf, (120, 30)) as session:
        await session.press("p", "f", "f", *"is:unrea")
        assert "0 of 5 · is: unread, read, reading" in session.screen_text()
        await session.press("d")
        assert "is: unread, read" not in session.screen_text()
        assert len(titles(session)) > 2


async def test_escape_out_of_a_filter_keeps_the_place(shelf: Path, reading: Opener) -> None:
    async with reading(shelf, (120, 30)) as session:
        await session.press("shift+tab", "j", "slash", *"salt", "escape")
        assert len(titles(session)) == 5
        assert "all articles again" not in session.screen_text()
        assert session.reader.articles.current.article == "b.md"
        assert session.reader.focused is session.reader.articles


async def test_sorting_by_keys_and_by_a_click_on_a_heading(shelf: Path, reading: Opener) -> None:
    async with reading(shelf, (120, 30)) as session:
        await session.press("shift+tab", "w", "S", "d")
        newest = ["Quay closed", "Ferry aground", "Lamps along", "A bell is", "Salt and"]
        assert titles(session) == newest
        await session.press("S", "d")
        assert titles(session) == newest[::-1]
        line = session.reader.columns
        at = session.rows()[line.region.y].index("title")
        await session.pilot.click(line, offset=(at - line.region.x, 0))
        await session.settle()
        assert titles(session) == [
            "A bell is",
            "Ferry aground",
            "Lamps along",
            *TITLES[:1],
            *TITLES[4:],
        ]


async def test_groups_fold_under_their_headings(shelf: Path, reading: Opener) -> None:
    async with reading(shelf, (120, 30)) as session:
        await session.press("shift+tab", "B", "f", "g", "g")
        assert [row for row in listed(session) if row[0] in "▾▸"] == ["▾ old 2", "▾ no folder 3"]
        await session.press("j", "h")
        assert titles(session) == list(TITLES[:3])
        assert listed(session)[0] == "▸ old 2"
        await session.press("enter")
        assert len(titles(session)) == 5
        await session.press("z", "M")
        assert listed(session) == ["▸ old 2", "▸ no folder 3"]
        await session.press("B", "n")
        assert len(titles(session)) == 5


async def test_the_heading_of_the_first_article_in_view_is_in_view(
    shelf: Path, reading: Opener
) -> None:
    async with reading(shelf, (120, 6)) as session:
        await session.press("shift+tab", "B", "f")
        assert session.reader.articles.row > 0
        assert listed(session)[0].startswith("▾ no folder 3")


async def test_the_list_takes_the_whole_screen_and_shows_more(shelf: Path, reading: Opener) -> None:
    async with reading(shelf, (120, 30)) as session:
        await session.press("p", "f")
        row = next(row for row in session.rows() if "Ferry aground" in row)
        assert "The Marn Herald" in row
        assert "2020-01-02" in row
        assert not session.reader.pane.display
        await session.press("escape")
        assert session.reader.pane.display


@pytest.mark.parametrize("width", [60, 120])
async def test_escape_leads_from_the_library_to_where_one_was(
    shelf: Path, reading: Opener, width: int
) -> None:
    async with reading(shelf, (width, 20)) as session:
        await session.press("p", "f", "escape")
        assert session.reader.active == "article"
        await session.press("p", "n", "p", "f", "escape")
        assert session.reader.active == "panel"
        await session.press("shift+tab", "shift+tab", "p", "f", "escape")
        assert session.reader.active == ("list" if width == 120 else "article")


async def test_what_was_read_to_its_end_says_so(shelf: Path, reading: Opener) -> None:
    async with reading(shelf, (120, 30)) as session:
        await session.press("J", "p", "f", "o", "u")
        assert titles(session) == ["Ferry aground", "A bell is", "Salt and"]
        assert "only unread" in session.screen_text()
        await session.press("escape")
        assert "read" in next(row for row in session.rows() if "Quay closed" in row)


async def test_a_star_and_tags_are_kept_beside_the_article_and_taken_back(
    shelf: Path, reading: Opener
) -> None:
    async with reading(shelf, (120, 30)) as session:
        await session.press("p", "f", "j", "x")
        sidecar = shelf / "b.md.annotations.yaml"
        assert "tags: [starred]" in sidecar.read_text(encoding="utf-8")
        assert "★" in next(row for row in session.rows() if "Lamps along" in row)
        await session.press("t", *", lamps", "enter")
        assert "tags: [starred, lamps]" in sidecar.read_text(encoding="utf-8")
        await session.press("f", *"tag:lam")
        assert titles(session) == ["Lamps along"]
        await session.press("escape", "o", "s")
        assert titles(session) == ["Lamps along"]
        await session.press("u", "u")
        assert not sidecar.exists()
        assert titles(session) == []
        await session.press("o", "a")
        assert len(titles(session)) == 5
        assert "★" not in session.screen_text()


async def test_the_outlet_of_several_articles_is_set_at_once_and_taken_back(
    shelf: Path, reading: Opener
) -> None:
    async with reading(shelf, (120, 30)) as session:

        def corrected() -> list[str]:
            return [row for row in listed(session) if "Tide Times" in row]

        await session.press("p", "f", "v", "j", "v", "c", "o", *"Tide Times", "enter")
        settings = (shelf / "postil.yaml").read_text(encoding="utf-8")
        assert "a.md: {outlet: Tide Times}" in settings
        await session.until(lambda: len(corrected()) == 2)
        assert "Quay closed" in corrected()[0]
        assert "Ferry aground" in corrected()[1]
        await session.press("u")
        assert not (shelf / "postil.yaml").exists()
        await session.until(lambda: not corrected())


async def test_a_date_that_is_none_is_refused_and_nothing_is_lost(
    shelf: Path, reading: Opener
) -> None:
    async with reading(shelf, (120, 30)) as session:
        await session.press("p", "f", "c", "d")
        await session.press(*["backspace"] * 10, *"2019-13", "enter")
        assert "no such day" in session.screen_text()
        await session.press("backspace", "2", "enter")
        settings = (shelf / "postil.yaml").read_text(encoding="utf-8")
        assert 'published: "2019-12"' in settings


async def test_what_is_chosen_is_marked_as_unread_together(shelf: Path, reading: Opener) -> None:
    async with reading(shelf, (120, 30)) as session:
        await session.press("p", "f", "asterisk", "i", "o", "u")
        assert titles(session) == []
        await session.press("o", "a", "i", "o", "u")
        assert len(titles(session)) == 5
        await session.press("escape", "escape")
        assert "✓" not in session.screen_text()


async def test_articles_are_chosen_by_the_mouse(shelf: Path, reading: Opener) -> None:
    async with reading(shelf, (120, 30)) as session:
        await session.press("p", "f")
        articles = session.reader.articles
        await session.pilot.click(articles, offset=(10, 1), control=True)
        await session.pilot.click(articles, offset=(10, 3), shift=True)
        await session.settle()
        assert [name for name, _ in articles.chosen] == ["b.md", "c.md", "old/d.md"]
        assert session.reader.active == "list"


async def test_order_and_groups_are_there_again_and_the_words_are_not(
    shelf: Path, reading: Opener
) -> None:
    async with reading(shelf, (120, 30)) as session:
        await session.press("p", "f", "S", "d", "B", "f", "f", *"bell")
    async with reading(shelf, (120, 30)) as session:
        await session.press("p", "f")
        assert [row for row in listed(session) if row[0] in "▾▸"] == ["▾ old 2", "▾ no folder 3"]
        assert titles(session) == [TITLES[3], TITLES[4], TITLES[0], TITLES[2], TITLES[1]]


async def test_an_outlet_that_looks_like_markup_is_only_text(
    tmp_path: Path, reading: Opener
) -> None:
    root = tmp_path / "odd"
    root.mkdir()
    head = '---\ntitle: Salt\noutlet: "[@click=app.quit]Post[/] \\e[31m"\n---\n'
    (root / "a.md").write_text(f"{head}\nNobody said so.\n", encoding="utf-8")
    async with reading(root, (120, 30)) as session:
        await session.press("p", "f", "B", "o", "S", "o", "f", *"[@cl")
        assert "▾ [@click=app.quit]Post[/] ␛[31m 1" in session.screen_text()
        await session.press("enter", "v", "c", "o", "enter")
        assert "[@click=app.quit]Post" in session.screen_text()
