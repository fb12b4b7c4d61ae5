"""Links, annotations whose words changed, and the ledger, by keyboard."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from annotations.claim_subjects import PLAIN
from annotations.model import LINK_TYPES, SYMMETRIC_LINKS, Annotation, Claim, ClaimQuantity
from corpus.span import Span
from tui.annotating.link_types import answers_of, likely_type, link_types
from tui.comparing.comparison_rows import Passage, compared, side_by_side
from tui.layout.cells import cells
from tui.screens.choosing import ChoiceScreen
from tui.screens.ledger import LedgerScreen

if TYPE_CHECKING:
    from tests.tui.conftest import Opener, Session

SUFFIX = ".annotations.yaml"


def sidecar(folder: Path, name: str) -> str:
    return (folder / f"{name}{SUFFIX}").read_text(encoding="utf-8")


async def annotate(session: Session, words: str) -> None:
    """Annotate the sentence under the cursor."""
    before = len(session.reader.pane.document.placed)
    await session.press("a", *words, "ctrl+s")
    await session.until(lambda: len(session.reader.pane.document.placed) == before + 1)


async def linked(session: Session) -> None:
    """Annotate one sentence in each of the two articles, and link them."""
    await annotate(session, "one")
    await session.press("L")
    assert "press L" in session.screen_text()
    await session.press("J")
    await session.until(lambda: session.reader.pane.document.article.name == "b_inquiry.txt")
    await annotate(session, "two")
    await session.press("L")
    await session.until(lambda: isinstance(session.app.screen, ChoiceScreen))
    await session.press("enter")
    await session.until(lambda: "Linked" in session.screen_text())


async def test_two_annotations_are_linked_shown_at_both_ends_and_followed(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder) as session:
        await linked(session)
        assert "type: agrees" in sidecar(folder, "a_ferry.txt")
        assert "links" not in sidecar(folder, "b_inquiry.txt")
        await session.press("p", "a")
        await session.until(lambda: "↔ agrees" in session.screen_text())
        await session.press("g", "f")
        await session.until(lambda: session.reader.pane.document.article.name == "a_ferry.txt")
        await session.press("p", "a")
        await session.until(lambda: "↔ agrees two (b_inquiry.txt)" in session.screen_text())


async def test_deleting_asks_about_the_links_that_lead_there(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        await linked(session)
        await session.press("D")
        await session.until(lambda: isinstance(session.app.screen, ChoiceScreen))
        await session.press("escape")
        assert "two" in sidecar(folder, "b_inquiry.txt")
        await session.press("D")
        await session.until(lambda: isinstance(session.app.screen, ChoiceScreen))
        await session.press("enter")
        await session.until(lambda: not session.reader.pane.document.placed)
        assert "links" not in sidecar(folder, "a_ferry.txt")
        await session.press("u")
        await session.until(lambda: bool(session.reader.pane.document.placed))
        await session.until(lambda: "agrees" in sidecar(folder, "a_ferry.txt"))


async def changed(session: Session, folder: Path) -> None:
    """Annotate a sentence and correct a figure in it."""
    await session.press("}")
    await annotate(session, "counted")
    path = folder / "a_ferry.txt"
    text = path.read_text(encoding="utf-8").replace("1,600", "1,700").replace("40 and", "30 and")
    path.write_text(text, encoding="utf-8")
    await session.press("R")
    await session.until(
        lambda: [one.state for one in session.reader.pane.document.placed] == ["changed"]
    )


async def test_words_that_changed_are_shown_side_by_side_and_accepted(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder) as session:
        await changed(session, folder)
        before = sidecar(folder, "a_ferry.txt")
        placed = session.reader.pane.document.placed[0]
        session.reader.pane.move_to(placed.span.start)
        await session.press("g", "a")
        await session.until(lambda: isinstance(session.app.screen, ChoiceScreen))
        assert "is now" in session.screen_text()
        await session.press("escape")
        assert sidecar(folder, "a_ferry.txt") == before
        await session.press("g", "a")
        await session.until(lambda: isinstance(session.app.screen, ChoiceScreen))
        await session.press("enter")
        await session.until(
            lambda: [one.state for one in session.reader.pane.document.placed] == ["ok"]
        )
        await session.press("u")
        await session.until(lambda: sidecar(folder, "a_ferry.txt") == before)


async def test_an_annotation_is_detached_with_its_words(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        await changed(session, folder)
        quote = session.reader.pane.document.placed[0].annotation.quote
        session.reader.pane.move_to(session.reader.pane.document.placed[0].span.start)
        await session.press("g", "a")
        await session.until(lambda: isinstance(session.app.screen, ChoiceScreen))
        await session.press("G", "enter")
        await session.until(lambda: session.reader.pane.document.placed[0].annotation.quote is None)
        note = session.reader.pane.document.placed[0].annotation.note
        assert note == f"“{' '.join(quote.split())}”\n\ncounted"


async def test_what_is_lost_is_led_to_from_the_ledger_and_moved(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder, size=(80, 24)) as session:
        await annotate(session, "here")
        path = folder / "a_ferry.txt"
        quote = session.reader.pane.document.placed[0].annotation.quote
        path.write_text(path.read_text("utf-8").replace(quote, "Rain fell."), encoding="utf-8")
        await session.press("R")
        await session.until(lambda: session.reader.pane.document.placed[0].state == "lost")
        await session.press("p", "l")
        await session.until(lambda: "1 of 1 annotations" in session.screen_text())
        await session.press("enter")
        await session.until(lambda: session.reader.active == "panel")
        await session.until(lambda: session.reader.panel.current.annotation is not None)
        await session.press("g", "a")
        await session.until(lambda: "(nowhere)" in session.screen_text())
        await session.press("enter")
        await session.until(lambda: session.reader.active == "article")
        await session.press("G", "V", "M")
        await session.until(lambda: session.reader.pane.document.placed[0].state == "ok")


async def test_the_marked_annotation_moves_to_the_selection(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        await annotate(session, "here")
        await session.press("g", "m", "G", "V", "M")
        document = session.reader.pane.document
        await session.until(lambda: session.reader.pane.document.placed[0].span.start > 60)
        moved = session.reader.pane.document.placed[0]
        assert moved.span.cut(document.article.text) == moved.annotation.quote
        assert moved.annotation.note == "here"


async def test_the_ledger_filters_goes_to_the_place_and_comes_back(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder) as session:
        await annotate(session, "one")
        await session.press("J")
        await annotate(session, "two")
        await session.press("p", "l")
        await session.until(lambda: "2 of 2 annotations" in session.screen_text())
        await session.press(*"article:a_")
        await session.until(lambda: "1 of 2 annotations" in session.screen_text())
        await session.press("enter")
        await session.until(lambda: session.reader.pane.document.article.name == "a_ferry.txt")
        await session.press("ctrl+o")
        await session.until(lambda: session.reader.pane.document.article.name == "b_inquiry.txt")
        await session.press("p", "l")
        await session.until(lambda: "1 of 2 annotations" in session.screen_text())
        assert isinstance(session.app.screen, LedgerScreen)
        assert session.app.screen.view.query == "article:a_"


async def test_all_that_are_listed_are_tagged_and_untagged(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        await annotate(session, "one")
        await session.press("J")
        await annotate(session, "two")
        await session.press("p", "l")
        await session.until(lambda: "2 of 2 annotations" in session.screen_text())
        await session.press("ctrl+g", *"crew", "enter")
        await session.until(lambda: session.screen_text().count("#crew") == 2)
        assert all("crew" in sidecar(folder, name) for name in ("a_ferry.txt", "b_inquiry.txt"))
        await session.press("ctrl+t", "ctrl+t", "ctrl+t", "ctrl+t")
        await session.until(lambda: "crew (2)" in session.screen_text())
        await session.press("ctrl+g", *"-crew", "enter")
        await session.until(lambda: "no tag (2)" in session.screen_text())


def test_types_of_link_stand_in_one_order_and_the_likely_one_is_told() -> None:
    types = link_types()
    assert set(types) == LINK_TYPES
    assert set(link_types(directed=False)) == SYMMETRIC_LINKS
    claims = [
        Annotation(f"a-{number}", claim=Claim(quantity=ClaimQuantity(value=number, of="boats")))
        for number in (3, 4)
    ]
    likely = likely_type([(claims[0], claims[1])], PLAIN, types)
    assert likely == "contradicts"
    answers = answers_of(types, likely)
    assert [one for one in answers if "figures" in one] == [answers[types.index(likely)]]
    assert "supports →" in answers


def test_words_that_differ_are_marked_without_colour() -> None:
    was, now = Passage("at least 41 people"), Passage("at most 43 people")
    left, right = compared(was.words.split(), now.words.split())
    assert [word for word, same in left if not same] == ["least", "41"]
    assert [word for word, same in right if not same] == ["most", "43"]
    assert "[least 41]" in shown(was, [now])
    nowhere = shown(was, [])
    assert "(nowhere)" in nowhere
    assert "[" not in nowhere
    assert "(at 2 places)" in shown(was, [now, was])


def shown(was: Passage, now: list[Passage]) -> str:
    rows = side_by_side(was, now, 60)
    assert all(sum(cells(text) for text, _ in row) <= 62 for row in rows)
    return "\n".join("".join(text for text, _ in row) for row in rows)


def test_a_bound_that_changed_beside_the_words_is_marked() -> None:
    text = "The board said at least 41 people were missing by noon that day."
    now = text.replace("least", "most")
    passages = [Passage.at(one, Span(one.index("41"), one.index(" were"))) for one in (text, now)]
    rows = shown(passages[0], passages[1:])
    assert "[least]" in rows
    assert "[most]" in rows
    # What only one of the two contexts reaches is no difference.
    longer = Passage.at("Later " + text, Span(text.index("41") + 6, text.index(" were") + 6))
    shorter = Passage("41 people", "said at least ", " were missing")
    assert "[" not in shown(longer, [shorter])
    assert passages[0].in_a_row() == "board said at least [41 people] were missing by noon"


async def test_of_several_claims_here_the_last_made_is_meant_and_said(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder, size=(120, 30)) as session:
        await session.press("]", "s", "W", *("enter",) * 4, *"first", "ctrl+s")
        await session.until(lambda: len(session.reader.pane.document.placed) == 1)
        await session.press("W", *("enter",) * 4, "ctrl+u", *"second", "ctrl+s")
        await session.until(lambda: len(session.reader.pane.document.placed) == 2)
        await session.settle()
        placed = session.reader._placed_here()
        assert placed is not None
        assert placed.annotation.claim.measure == "second"
        await session.press("h", "l")
        assert "◆ 2 here:" in session.screen_text()
        assert "second" in session.rows()[-1]
        # From the ledger one goes to the one that was chosen there.
        await session.press("p", "l")
        await session.until(lambda: "second" in session.screen_text())
        await session.press("enter")
        await session.until(lambda: session.app.screen is session.reader)
        await session.until(lambda: "first" in session.rows()[-1])
        # Each of them is stepped to, wherever one comes from.
        session.reader._meant_one = placed.annotation.id
        await session.press("g", "g", "]", "a")
        assert "first" in session.rows()[-1]
        await session.press("]", "a")
        assert "second" in session.rows()[-1]
