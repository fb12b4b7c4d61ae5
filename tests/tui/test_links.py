"""Links of Markdown articles: where they lead, followed, shown and copied."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.opening import open_corpus
from tests.tui.conftest import Opener
from tui.article.document import Document
from tui.article.link_targets import article_linked, is_for_browser, place_of_heading

TEXT = """# Ferry *aground*

See [the inquiry](b_inquiry.txt), [what is known](#what-we-know), the [wire][1],
<https://marn.example/b> and [the editor](mailto:desk@marn.example).

## What we know

Nothing yet.

[1]: https://marn.example/wire "The wire"
"""


@pytest.fixture
def linked(folder: Path) -> Path:
    (folder / "0_first.md").write_text(TEXT, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("the inquiry", "b_inquiry.txt"),
        ("what is known", "#what-we-know"),
        ("wire]", "https://marn.example/wire"),
        ("https://marn.example/b", "https://marn.example/b"),
        ("the editor", "mailto:desk@marn.example"),
    ],
)
def test_every_kind_of_link_is_known_with_its_target(linked: Path, words: str, target: str) -> None:
    corpus = open_corpus(linked)
    document = Document.of(corpus.read(corpus.files[0])).with_form()
    found = document.address_at(TEXT.index(words) + 2)
    assert found is not None
    assert found.target == target
    assert found.cut(TEXT).startswith(("[", "<"))
    assert document.address_at(TEXT.index("Nothing")) is None


def test_a_link_leads_to_an_article_of_the_corpus_and_never_out_of_it(tmp_path: Path) -> None:
    root = tmp_path / "corpus"
    (root / "sub").mkdir(parents=True)
    for name in ("a.md", "sub/b.md", "sub/c d.txt"):
        (root / name).write_text("# One\n\nWords.\n", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("x", encoding="utf-8")
    corpus = open_corpus(root)
    own = corpus.find("sub/b.md")
    assert own is not None

    def leads(target: str) -> str | None:
        found = article_linked(corpus, own, target)
        return None if found is None else f"{found.file.article}#{found.heading}"

    assert leads("../a.md") == "a.md#"
    assert leads("../a#One") == "a.md#One"
    assert leads("c%20d.txt?x=1") == "sub/c d.txt#"
    assert leads("#one") == "sub/b.md#one"
    for target in ("../../secret.txt", "/etc/passwd", "//host/a.md", "file:a.md", "#", "gone.md"):
        assert leads(target) is None
    assert is_for_browser("HTTPS://a.example")
    assert not is_for_browser("javascript:x")


def test_a_heading_is_found_by_the_name_that_links_give_it() -> None:
    text = "# What we know!\n\n## Part\n\nx\n\n## Part\n"
    assert place_of_heading(text, "what-we-know") == 0
    assert place_of_heading(text, "Part") == text.index("## Part")
    assert place_of_heading(text, "part-1") == text.rindex("## Part")
    assert place_of_heading(text, "other") is None


async def test_links_are_followed_and_the_jump_list_leads_back(
    linked: Path, reading: Opener
) -> None:
    async with reading(linked) as session:
        pane = session.reader.pane
        pane.move_to(TEXT.index("what is known"))
        await session.press("enter")
        assert TEXT[pane.cursor :].startswith("What we know")
        await session.press("ctrl+o")
        pane.move_to(TEXT.index("the inquiry"))
        await session.press("enter")
        assert pane.document is not None
        assert pane.document.article.name == "b_inquiry.txt"
        await session.press("ctrl+o")
        assert pane.document.article.name == "0_first.md"
        pane.move_to(TEXT.index("wire]"))
        await session.press("enter")
        assert "https://marn.example/wire" in session.screen_text()
        assert "browser" in session.screen_text()
        await session.press("escape")
        pane.move_to(TEXT.index("what is known"))
        await session.press("g", "u")
        assert "#what-we-know" in session.screen_text()
        assert "browser" not in session.screen_text()


async def test_a_title_is_shown_without_the_signs_of_markdown(
    linked: Path, reading: Opener
) -> None:
    async with reading(linked, (160, 40)) as session:
        rows = session.rows()
        assert rows[0].strip().startswith("Ferry aground")
        assert sum("Ferry aground" in row for row in rows) >= 2
        assert not any("*" in row for row in rows)
