"""Laying another article beside the one that is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screens.beside import BesideScreen

if TYPE_CHECKING:
    from tests.tui.conftest import Session


async def beside(session: Session, article: str, *, marked: bool = False) -> BesideScreen:
    """Lay an article beside the one that is read; what differs is `marked` or is not."""
    file = session.reader.workspace.corpus.find(article)
    assert file is not None
    session.reader.show_beside(file, marked=marked)
    screen = session.app.screen
    assert isinstance(screen, BesideScreen)
    await session.until(lambda: screen.comparison is not None)
    await session.settle()
    return screen
