"""The card of a figure: what it says, who says it, and the figures it may be laid beside."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.worker import get_current_worker

from tui.cards.card_place import CardPlace, ClaimPlace
from tui.cards.fate import fate_of
from tui.cards.quantity_card import Figures, figures_in, rows_of, title_of
from tui.parts import work
from tui.screens.action_screen import Handler
from tui.screens.card import CardScreen

if TYPE_CHECKING:
    from corpus.article import Article
    from corpus.understanding.analysis import Analysis, Quantity
    from tui.workspace import Workspace

# Rows are shown anew after so many articles.
_BATCH = 100


class QuantityCardScreen(CardScreen):
    """Shows a figure of an article. Dismissed with a `CardPlace`, or None."""

    HINT = (
        "{card.go} goes there · {card.claim} claims · {card.section_next} next part · "
        "{app.back} back"
    )
    MENU: ClassVar[tuple[str, ...]] = (
        *("card.go", "card.claim", "card.section_next", "app.palette", "app.back"),
    )

    def __init__(
        self, workspace: Workspace, article: Article, analysis: Analysis, quantity: Quantity
    ) -> None:
        super().__init__()
        self._workspace = workspace
        self._article = article
        self._analysis = analysis
        self._quantity = quantity
        self._found: list[Figures] = []

    @property
    def place(self) -> str:
        """Where the focus is."""
        return "figure"

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions of the card."""
        return super().handlers | {"card.claim": lambda _: self.claim()}

    def claim(self) -> None:
        """Go to the figure of the row, to claim it there; above the others it is the card's own."""
        own = CardPlace(self._article.name, self._article.file.part, self._quantity.start)
        others = {
            CardPlace(each.file.article, each.file.part, there.quantity.start)
            for each in self._found
            for there in each.figures
        }
        row = self.rows.current
        place = row.place if row is not None and row.place in others else own
        self.dismiss(ClaimPlace(place.article, place.part, place.offset))

    def on_mount(self) -> None:
        """Look through the corpus."""
        super().on_mount()
        self._show([], "reading …")
        self._look()

    @work(thread=True, exclusive=True, group="card")
    def _look(self) -> None:
        """Look for figures off the UI thread; leaving the screen ends it."""
        worker, call = get_current_worker(), self.app.call_from_thread
        files = self._workspace.corpus.files
        own, fate = self._quantity, fate_of(self._article.text, self._analysis, self._quantity)
        found: list[Figures] = []
        for number, file in enumerate(files):
            if worker.is_cancelled:
                return
            if number % _BATCH == 0 and number:
                call(self._show, list(found), f"article {number:,} of {len(files):,}")
            if (figures := self._others(figures_in(self._workspace, own, fate, file))) is not None:
                found.append(figures)
        call(self._show, found, "")

    def _others(self, figures: Figures | None) -> Figures | None:
        """Leave out the figure of the card itself."""
        if figures is None or figures.file != self._article.file:
            return figures
        start = self._quantity.start
        rest = tuple(each for each in figures.figures if each.quantity.start != start)
        return Figures(figures.file, figures.title, figures.date, rest) if rest else None

    def _show(self, found: list[Figures], doing: str) -> None:
        self._found = found
        self.title_line.show(left=title_of(self._quantity), right=doing)
        self._list()

    def _list(self) -> None:
        width = max(20, self.rows.row_width)
        own = (self._quantity, self._article, self._analysis)
        self.rows.show(rows_of(*own, self._found, width))

    def on_resize(self, event: events.Resize) -> None:
        """Fit the sentences to the width."""
        self.call_after_refresh(self._list)
