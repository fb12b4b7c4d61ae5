"""Cards: what is known of an entity or a figure, where it leads, and what the reader says of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.linking.keeping import entity_table
from tests.tui.conftest import Opener, Session
from tui.screens.entity_card import EntityCardScreen
from tui.screens.quantity_card import QuantityCardScreen
from tui.widgets.card_list import CardList

GUARD = """Guard sent to Marn

The Northern River Relief Authority (NRRA) sent boats to Marn on Monday. NRRA paid for them.

“We lost 40 boats,” Ilse Brandt said. The Harbour Board of Marn thanked the NRRA.
"""


async def linked(session: Session) -> None:
    """Let the reader know the names of the corpus."""
    workspace = session.reader.workspace
    entity_table(workspace.corpus)
    assert workspace.link_names()
    session.reader.show_linked()
    await session.settle()


async def on_name(session: Session, name: str) -> None:
    """Put the cursor on the first place where the article has a name."""
    document = session.reader.pane.document
    assert document is not None
    session.reader.pane.move_to(document.article.text.index(name))
    await session.settle()


async def to_row(session: Session, words: str) -> None:
    """Put the cursor of a card on the first row that begins with the words."""
    rows = session.app.screen.query_one(CardList)
    shown = ["".join(piece for piece, _ in row.pieces) for row in rows._rows]
    rows.move_to(next(at for at, row in enumerate(shown) if row.strip().startswith(words)))
    await session.settle()


@pytest.fixture
def three(folder: Path) -> Path:
    (folder / "c_guard.txt").write_text(GUARD, encoding="utf-8")
    return folder


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_the_card_of_an_entity_leads_to_its_mentions_and_back(
    three: Path, reading: Opener, size: tuple[int, int]
) -> None:
    async with reading(three, size) as session:
        await linked(session)
        await on_name(session, "Ilse Brandt")
        await session.press("enter")
        text = session.screen_text()
        assert "Ilse Brandt" in text
        assert "4 mentions in 3 articles" in text
        assert "Brandt ×1" in text
        await to_row(session, "“We lost 40 boats,”")
        await session.press("enter")
        document, pane = session.reader.pane.document, session.reader.pane
        assert document is not None
        assert document.article.name == "c_guard.txt"
        assert document.article.text[pane.cursor :].startswith("Ilse Brandt said. The Harbour")
        await session.press("ctrl+o")
        assert session.reader.pane.document.article.name == "a_ferry.txt"


async def test_articles_of_one_title_are_told_apart_by_their_files(
    folder: Path, reading: Opener
) -> None:
    for path in folder.iterdir():
        path.unlink()
    for name in "ab":
        words = "Trading update\n\nThe guard thanked Ilse Brandt, who had led the rescue.\n"
        (folder / f"{name}.txt").write_text(words, encoding="utf-8")
    async with reading(folder, (100, 40)) as session:
        await linked(session)
        await on_name(session, "Ilse Brandt")
        await session.press("enter")
        for name in "ab":
            await session.until(lambda n=name: f"Trading update  {n}.txt" in session.screen_text())


async def test_company_opens_its_own_card_and_escape_goes_back_one_step(
    three: Path, reading: Opener
) -> None:
    async with reading(three, (100, 40)) as session:
        await linked(session)
        await on_name(session, "Ilse Brandt")
        await session.press("enter")
        await to_row(session, "Marn")
        await session.press("enter")
        assert session.rows()[0].strip().startswith("Marn")
        await session.press("escape")
        assert session.rows()[0].strip().startswith("Ilse Brandt")
        await session.press("escape")
        assert session.app.screen is session.reader


async def test_before_the_names_are_linked_the_card_is_of_the_article(
    three: Path, reading: Opener
) -> None:
    async with reading(three) as session:
        await on_name(session, "Ilse Brandt")
        await session.press("enter")
        assert "2 mentions in 1 article" in session.screen_text()
        assert "not known yet" in session.screen_text()


async def test_undoing_that_an_entity_took_the_name_of_another_leads_back_to_it(
    three: Path, reading: Opener
) -> None:
    async with reading(three, (100, 40)) as session:
        await linked(session)
        session.reader.open_article(session.reader.workspace.corpus.find("b_inquiry.txt"))
        await session.settle()
        await on_name(session, "Joren Vask")
        await session.press("enter", "r", "ctrl+u", *"Ilse Brandt", "enter")
        await session.until(lambda: session.rows()[0].strip().startswith("Ilse Brandt"))
        await session.press("u")
        await session.until(lambda: session.rows()[0].strip().startswith("Joren Vask"))
        await session.press("ctrl+r")
        await session.until(lambda: session.rows()[0].strip().startswith("Ilse Brandt"))
        await session.press("u")
        await session.until(lambda: session.rows()[0].strip().startswith("Joren Vask"))


async def test_a_heading_of_a_card_leads_nowhere_and_says_so(three: Path, reading: Opener) -> None:
    async with reading(three, (100, 40)) as session:
        await linked(session)
        await on_name(session, "Ilse Brandt")
        await session.press("enter")
        await to_row(session, "Names")
        await session.press("enter")
        assert "This is a heading" in session.screen_text()
        await session.press("j")
        assert "This is a heading" not in session.screen_text()


async def test_a_name_is_split_off_and_undo_brings_it_back(three: Path, reading: Opener) -> None:
    async with reading(three, (100, 40)) as session:
        await linked(session)
        session.reader.open_article(session.reader.workspace.corpus.find("c_guard.txt"))
        await session.settle()
        await on_name(session, "NRRA")
        await session.press("enter")
        await to_row(session, "NRRA = Northern") if "NRRA = N" in session.screen_text() else None
        await to_row(session, "NRRA ×")
        await session.press("x")
        written = (three / "postil.yaml").read_text()
        assert "not: [NRRA]" in written
        await session.until(lambda: "NRRA ×" not in session.screen_text())
        await session.press("u")
        assert not (three / "postil.yaml").exists()
        await session.until(lambda: "NRRA ×" in session.screen_text())


async def test_two_entities_are_merged_from_a_list_that_is_filtered(
    three: Path, reading: Opener
) -> None:
    async with reading(three, (100, 40)) as session:
        await linked(session)
        await on_name(session, "Ilse Brandt")
        await session.press("enter", "m", *"vask", "enter")
        assert "aliases: [Joren Vask]" in (three / "postil.yaml").read_text()
        await session.until(lambda: "Joren Vask ×" in session.screen_text())
        # The commands read the same file.
        table = entity_table(session.reader.workspace.corpus.rescanned())
        assert "Joren Vask" not in {entity.name for entity in table.entities}
        await session.press("escape")
        assert session.app.screen is session.reader
        await session.press("u")
        assert not (three / "postil.yaml").exists()
        assert "Undone: Ilse Brandt and Joren Vask are one" in session.screen_text()


async def test_rename_type_and_forbid(three: Path, reading: Opener) -> None:
    path = three / "postil.yaml"
    async with reading(three, (100, 40)) as session:
        await linked(session)
        await on_name(session, "Ilse Brandt")
        await session.press("enter", "r", *" II", "enter")
        assert "{name: Ilse Brandt II, aliases: [Ilse Brandt]}" in path.read_text()
        await session.until(lambda: session.rows()[0].strip().startswith("Ilse Brandt II"))
        await session.press("t", "o")
        assert "type: ORG" in path.read_text()
        await session.until(lambda: "organisation" in session.rows()[0])
        await session.press("d")
        assert "forbid: true" in path.read_text()
        await session.until(lambda: "no article has this name" in session.screen_text())
        await session.press("u", "u", "u")
        assert not path.exists()


async def test_two_are_kept_apart(three: Path, reading: Opener) -> None:
    async with reading(three, (100, 40)) as session:
        await linked(session)
        await on_name(session, "Ilse Brandt")
        await session.press("enter", "n", *"vask", "enter")
        assert "{name: Ilse Brandt, not: [Joren Vask]}" in (three / "postil.yaml").read_text()


async def test_a_refusal_is_said_on_the_card(three: Path, reading: Opener) -> None:
    async with reading(three, (100, 40)) as session:
        await linked(session)
        (three / "postil.yaml").write_text("entities: {a: b}\n")
        await on_name(session, "Ilse Brandt")
        await session.press("enter", "t", "o")
        assert "`entities` is no list" in session.screen_text()
        assert (three / "postil.yaml").read_text() == "entities: {a: b}\n"


async def test_the_card_of_a_figure_lists_those_that_count_the_same(
    three: Path, reading: Opener
) -> None:
    async with reading(three, (100, 40)) as session:
        await on_name(session, "1,600")
        await session.press("enter")
        assert isinstance(session.app.screen, QuantityCardScreen)
        text = session.screen_text()
        assert "1,600 people" in text
        assert "Ilse Brandt" in text
        await to_row(session, "over 1,600 people")
        await session.press("enter")
        assert session.reader.pane.document.article.name == "b_inquiry.txt"


async def test_figures_that_say_the_same_of_people_stand_before_other_people(
    folder: Path, reading: Opener
) -> None:
    for path in folder.iterdir():
        path.unlink()
    counts = {
        "a": "Rescuers saved 71 people. Some 40 people died, Ilse Brandt said.",
        "b": "At least 133 people had been rescued. The wave hit Marn, killing at least 41.",
        "c": "The guard said 62 people were dead and 76 people were still missing.",
        "d": "It counted 58 dead. Dozens of people stood on the quay. In the hills 44 cows died.",
    }
    for name, words in counts.items():
        (folder / f"{name}.txt").write_text(f"Boats in the river\n\n{words}\n", encoding="utf-8")
    async with reading(folder, (100, 60)) as session:
        await on_name(session, "40")
        await session.press("enter")
        await session.until(lambda: "all of them dead 3" in session.screen_text())
        alike, other = session.screen_text().split("Other figures of person 4")
        assert all(words in alike for words in ("62 people", "at least 41", "58 dead"))
        assert all(words in other for words in ("71 people", "133 people", "76 people"))
        assert "\n     Dozens of people" in other
        assert "44 cows" not in alike + other
        # Articles of one title are told apart by their files.
        assert "Boats in the river  c.txt" in alike


async def test_the_panel_opens_cards_and_goes_to_places(three: Path, reading: Opener) -> None:
    async with reading(three) as session:
        await session.press("p", "e", "j", "enter")
        assert isinstance(session.app.screen, EntityCardScreen)
        await session.press("escape", "o")
        assert session.app.screen is session.reader
        assert session.reader.active == "article"


async def test_a_second_click_on_an_entity_opens_its_card(three: Path, reading: Opener) -> None:
    async with reading(three, (80, 24)) as session:
        row = next(at for at, words in enumerate(session.rows()) if "Ilse" in words)
        place = session.rows()[row].index("Ilse"), row
        await session.pilot.click(offset=place)
        await session.settle()
        assert session.app.screen is session.reader
        # Two clicks that follow each other select the word; one alone opens the card.
        await session.pilot.click(offset=(place[0] + 2, row), times=2)
        assert session.reader.pane.selected is not None
        session.reader.pane.clear_selection()
        await session.pilot.click(offset=(place[0] + 3, row))
        await session.until(lambda: isinstance(session.app.screen, EntityCardScreen))
        assert isinstance(session.app.screen, EntityCardScreen)
        rows = session.app.screen.query_one(CardList)
        await session.pilot.click(rows, offset=(4, 2))
        assert rows.row == 2


async def test_star_goes_through_the_mentions_of_this_and_the_next_articles(
    three: Path, reading: Opener
) -> None:
    async with reading(three) as session:
        await linked(session)
        await on_name(session, "Ilse Brandt")
        seen = []
        for key in ("asterisk", "asterisk", "asterisk", "asterisk", "number_sign", "number_sign"):
            await session.press(key)
            pane = session.reader.pane
            assert pane.document is not None
            name = pane.document.article.name
            seen.append((name[0], pane.document.article.text[pane.cursor :][:6].split()[0]))
        assert seen == [
            *(("a", "Brandt"), ("b", "Ilse"), ("c", "Ilse"), ("c", "Ilse")),
            *(("b", "Ilse"), ("a", "Brandt")),
        ]
        await session.press("2", "number_sign")
        assert "No mention of Ilse Brandt before this" in session.screen_text()


async def test_the_other_button_offers_what_can_be_done_with_a_row(
    three: Path, reading: Opener
) -> None:
    async with reading(three, (100, 40)) as session:
        await linked(session)
        await on_name(session, "Ilse Brandt")
        await session.press("enter")
        rows = session.app.screen.query_one(CardList)
        await session.pilot.click(rows, offset=(4, 2), button=3)
        await session.settle()
        assert rows.row == 2
        assert "It is an organisation" in session.screen_text()
        row = next(at for at, words in enumerate(session.rows()) if "It is a place" in words)
        place = session.rows()[row].index("It is a place"), row
        await session.pilot.click(offset=place)
        await session.settle()
        assert "{name: Ilse Brandt, type: PLACE}" in (three / "postil.yaml").read_text()
