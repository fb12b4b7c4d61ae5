"""What changed in the folder since the last visit: articles changed, new, renamed, gone."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from textual.worker import get_current_worker

from corpus.problem import CorpusError
from tui.article.named_article import title_in
from tui.folder.since_rows import listed, rows_of
from tui.folder.since_words import said_of, time_words
from tui.parts import work
from tui.screens.card import CardScreen

if TYPE_CHECKING:
    from tui.cards.card_rows import CardRow
    from tui.folder.folder_memory import Since
    from tui.folder.visits import Visits
    from tui.workspace import Workspace


class SinceScreen(CardScreen):
    """Lists what changed. Dismissed with the `CardPlace` of an article, its offset -1, or None."""

    HINT = "{card.go} opens it · {card.section_next} next part · {app.back} back"
    MENU: ClassVar[tuple[str, ...]] = ("card.go", "card.section_next", "app.palette", "app.back")

    def __init__(self, workspace: Workspace, since: Since, visits: Visits) -> None:
        super().__init__()
        self._workspace = workspace
        self._since = since
        self._visits = visits

    @property
    def place(self) -> str:
        """Where the focus is."""
        return "figure"

    def on_mount(self) -> None:
        """Show the rows, with the titles as they are read."""
        super().on_mount()
        words = said_of(self._since) or f"Since {time_words(self._since.on)}"
        self.title_line.show(left=words)
        self._show({})
        self._read_titles()

    def nowhere(self, row: CardRow) -> str:
        """Say why a row leads nowhere."""
        gone = bool(self._since.changes.removed) and not row.heading
        return "This article is gone" if gone else super().nowhere(row)

    def _show(self, titles: dict[tuple[str, str | None], str]) -> None:
        self.rows.show(rows_of(self._since, self._visits, titles))

    @work(thread=True, group="titles")
    def _read_titles(self) -> None:
        worker = get_current_worker()
        corpus = self._workspace.corpus
        titles = {}
        for one in listed(self._since):
            if worker.is_cancelled:
                return
            file = corpus.find(one.article, one.part)
            # What cannot be read keeps its name; opening it says why.
            with suppress(CorpusError):
                if file is not None:
                    metadata = corpus.summary(file).metadata
                    titles[one.article, one.part] = title_in(metadata, one.article)
        self.app.call_from_thread(self._show, titles)
