"""Style sheets that come with a screen: those that are there are not parsed anew."""

from __future__ import annotations

from pathlib import Path

from tests.tui.conftest import Opener


async def test_a_screen_that_is_opened_leaves_the_rules_that_there_are(
    reading: Opener, tmp_path: Path
) -> None:
    (tmp_path / "ford.txt").write_text("A ford\n\nNothing stood there.\n")
    async with reading(tmp_path, (80, 24), indexed=False) as session:
        sheet = session.app.stylesheet
        before = list(sheet.rules)
        await session.press("question_mark")
        after = list(sheet.rules)
        assert len(after) > len(before)
        assert {id(rule) for rule in before} <= {id(rule) for rule in after}


async def test_another_theme_has_all_rules_made_anew(reading: Opener, tmp_path: Path) -> None:
    (tmp_path / "ford.txt").write_text("A ford\n\nNothing stood there.\n")
    async with reading(tmp_path, (80, 24), indexed=False) as session:
        sheet, status = session.app.stylesheet, session.reader.status
        before, colour = list(sheet.rules), status.styles.background
        await session.press("T")
        await session.settle()
        assert not {id(rule) for rule in before} & {id(rule) for rule in sheet.rules}
        assert status.styles.background != colour
