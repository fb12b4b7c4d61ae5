"""Two articles beside each other, scrolled together, with what differs marked in both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Vertical

from corpus.article import ArticleFile
from tui.article.named_article import source_in, title_in
from tui.cards.card_place import BesidePlace, ClaimPlace
from tui.comparing.compared_view import LEGEND, MEANINGS, said_of, summary_of
from tui.keyboard.hints import Hint
from tui.screens.action_screen import Handler
from tui.screens.beside_places import BesidePlaces, Spot
from tui.screens.on_text.sharing import SECONDS_BETWEEN_LOOKS
from tui.widgets.mouse_pane import MenuWanted
from tui.widgets.split_line import SplitLine

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from tui.article.document import Document
    from tui.keyboard.action_rows import ShownRow
    from tui.keyboard.availability import Need
    from tui.workspace import Workspace

MENU: Final = (
    *("beside.figures", "beside.difference_next", "beside.differences", "beside.other"),
    *("reader.annotate", "reader.claim", "reader.highlight", "annotation.edit", "annotation.tags"),
    *("annotation.delete", "reader.copy", "reader.copy_cited", "reader.find", "reader.layers"),
    *("reader.card", "reader.address"),
    *("beside.lock", "beside.arrange", "beside.pick", "beside.read"),
    *("app.palette", "app.back"),
)


@dataclass(frozen=True, slots=True)
class LeftBeside:
    """Where the reader left two articles: the first one's cursor, or the article to go on with.

    `file` is None where the first article is read on at `offset`.
    """

    offset: int
    file: ArticleFile | None = None


class BesideScreen(BesidePlaces):
    """Shows two articles; dismissed with a `LeftBeside`, or with what to claim in a third one.

    `past` is the number of the article that is an earlier text of the other one, `remark` says when
    it was that. `cursor` is that of the article that is read, the one with the keys. `marked` says
    whether differences are marked at once.
    """

    CSS_PATH = "beside.tcss"

    def __init__(
        self,
        workspace: Workspace,
        first: Document,
        second: ArticleFile | Document,
        *,
        cursor: int = 0,
        marked: bool = False,
        past: int | None = None,
        remark: str = "",
        query: str = "",
        widen: bool = True,
    ) -> None:
        super().__init__(workspace, first, second, past=past, query=query, widen=widen)
        self._past_remark = remark
        self.marked = marked
        self._difference = -1
        self.active = self.own
        self.cursors[self.own] = cursor
        self.titles = tuple(SplitLine(style="bold") for _ in range(2))
        for line in self.titles:
            line.add_class("side-title")
            line.left_action = "app.menu"
        self.titles[1].left_action = "beside.pick"

    @property
    def place(self) -> str:
        """Where the focus is."""
        return "search" if self.focused is self.find_field else "beside"

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions of the screen; the panes read as the one of the reader does."""
        return super().handlers | {
            "beside.other": lambda _: self.activate(1 - self.active),
            "beside.difference_next": lambda count: self.step_difference(count or 1),
            "beside.difference_previous": lambda count: self.step_difference(-(count or 1)),
            "beside.differences": lambda _: self.mark(not self.marked),
            "beside.figures": lambda _: self.list_differences(),
            "beside.lock": lambda _: self.scroll_together(not self._locked),
            "beside.arrange": lambda _: self.arrange_next(),
            "beside.pick": lambda _: self.pick(),
            "beside.open": lambda _: self.open_here(),
            "beside.read": lambda _: self.read_here(),
            # Where labels lead.
            "reader.open": lambda _: self.open_here(),
            "app.menu": lambda _: self.show_menu(*self.menu_cell()),
            "app.back": lambda _: self.back(),
        }

    def more_help(self, width: int, words: Sequence[str]) -> list[ShownRow]:
        """What the signs beside the rows mean."""
        from tui.keyboard.action_rows import ShownRow

        found = [
            ShownRow(((f"  {sign}  ", "strong"), (means, "")))
            for sign, means in MEANINGS
            if all(word in means for word in words)
        ]
        return [ShownRow(()), ShownRow((("Beside the rows", "heading"),)), *found] if found else []

    def lacking(self) -> Set[Need]:
        """Return what there is not: a comparison, where it is being made; a text to write on."""
        found = set(super().lacking())
        if self.view is None:
            found.add("comparison")
        if self.marked_annotation is None:
            found.add("marked")
        if self.address_here() is None:
            found.add("address")
        if self.thing_here() is None:
            found.add("thing")
        if not self.jumps.has_before(self.spot):
            found.add("earlier place")
        if not self.jumps.has_after:
            found.add("later place")
        if self.active == self.past:
            found.add("text of now")
        return found

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        with Container(id="beside"):
            for number in range(2):
                with Vertical(classes="side", id=f"side-{number}"):
                    yield self.titles[number]
                    yield self.panes[number]
        self.find_field.display = False
        yield self.find_field
        yield self.status

    def on_mount(self) -> None:
        """Show the first article where it is read, and read the second."""
        self._arrange()
        first = self.documents[0]
        assert first is not None  # it is read already
        self.panes[0].show(first, self.cursors[0])
        self.pane.focus()
        self.show_titles()
        self.begin()
        self.set_interval(SECONDS_BETWEEN_LOOKS, self.watch_sidecar)

    def say(
        self, message: str, *, warning: bool = False, peek: bool = False, whole: bool = False
    ) -> None:
        """Show safe words in the status line, before where one is: they say what differs."""
        self.status.say(message, warning=warning, lasting=peek, whole=whole)
        self.status.left_first = True
        self.status.refresh()

    def ask_in_line(self, message: str) -> None:
        """Show safe text that asks for the next key; it stays until that comes."""
        self.status.say(message, lasting=True, whole=True)

    # What differs

    def compared(self) -> None:
        """Mark what differs, if that is wanted, and say how much that is."""
        self._difference = -1
        self.show_marks()
        self.follow()
        if self.marked:
            self.say_differences()
        self.show_place()

    def mark(self, marked: bool) -> None:
        """Mark what differs, or not."""
        self.marked = marked
        self.show_marks()
        if not marked:
            self.say("Differences are not marked")
        elif self.comparison is None:
            self.say("Comparing …")
        else:
            self.say_differences()
        self.show_place()

    def say_differences(self) -> None:
        """Say how much the articles have in common, and what the signs mean."""
        assert self.comparison is not None  # asked for when it is known
        if not self.comparison.differences:
            self.say("Both say the same, word by word")
        else:
            self.say(f"{summary_of(self.comparison)} · {LEGEND}")

    def step_difference(self, count: int) -> None:
        """Go to the difference `count` further on, in both articles."""
        if self.view is None:
            self.say("Not compared yet")
            return
        if not self.marked:
            self.mark(True)
        found = self.view.step(self.active, self.pane.cursor, self._difference, count)
        if found is None:
            where = "after" if count > 0 else "before"
            there = self.view.comparison.differences
            self.say(f"No difference {where} this" if there else "Both say the same")
        else:
            self.go_to_difference(found)

    def go_to_difference(self, number: int) -> None:
        """Go to a difference in both articles, its place in one beside that in the other."""
        assert self.view is not None  # there is a difference
        each = self.view.comparison.differences[number]
        first, second = self.view.starts
        self.go_to_places(first[number], second[number])
        self._difference = number
        self.say(said_of(each))
        self.show_place()

    def go_to_places(self, first: int, second: int) -> None:
        """Put both cursors on places that answer each other, on one line of the screen."""
        places = (first, second)
        other = 1 - self.active
        self.panes[other].move_to(places[other])
        self.pane.jump_to(places[self.active])
        self.call_after_refresh(self._level, places[other])

    def _level(self, place: int) -> None:
        if self._locked and (looked_at := self.pane.looked_at) is not None:
            self.panes[1 - self.active].lead_to(place, looked_at[1])

    def list_differences(self) -> None:
        """List what differs; going to a row goes there in both articles."""
        first, second = self.documents
        if self.view is None or first is None or second is None:
            self.say("Not compared yet")
            return
        from tui.screens.differences import DifferencesScreen

        self.app.push_screen(DifferencesScreen(self.view, first, second), self._go_listed)

    def _go_listed(self, place: object) -> None:
        if isinstance(place, BesidePlace):
            self.go_to_places(place.offset, place.other)

    # What is here

    def pick(self) -> None:
        """Take another article in the place of the second."""
        from tui.screens.article_picker import ArticlePicker

        own = self.documents[self.own]
        if own is not None:
            self.app.push_screen(ArticlePicker(self.workspace, own.article.file), self._picked)

    def _picked(self, file: object) -> None:
        if isinstance(file, ArticleFile):
            own = self.panes[self.own]
            self.cursors = [own.cursor, 0]
            self.forget_jumps()
            self.take_second(file)
            first = self.documents[0]
            assert first is not None  # it is the one that is read
            self.panes[0].show(first, self.cursors[0])
            self.activate(0)

    def go_to_file(self, file: ArticleFile, offset: int) -> None:
        """Go to an offset of one of both articles; any other one is read in the reader."""
        number = self._number_of(file.article, file.part)
        if number is None:
            self.dismiss(LeftBeside(offset, file))
        else:
            self.push_place()
            self._go(Spot(number, offset), "")

    def _card_left(self, place: object) -> None:
        """Go where a row of a card leads, and claim what stands there if that was asked for.

        What stands in a third article is claimed in the reader.
        """
        if not isinstance(place, ClaimPlace):
            super()._card_left(place)
        elif self._number_of(place.article, place.part) is None:
            self.dismiss(place)
        else:
            super()._card_left(place)
            self.claim()

    def open_here(self) -> None:
        """Open what is under the cursor; where there is nothing, read this article."""
        if not self.open_what_is_here():
            self.read_here()

    def read_here(self) -> None:
        """Read this article in the reader, at its cursor."""
        document = self.pane.document
        if document is None:
            return
        if self.active in (self.own, self.past):
            self.dismiss(LeftBeside(self.panes[self.own].cursor))
        else:
            self.dismiss(LeftBeside(self.pane.cursor, document.article.file))

    def back(self) -> None:
        """Go back one step: out of the find field, the selection, what was found, to the reader."""
        document = self.pane.document
        if self.find_field.display:
            self.give_up_find()
        elif self.pane.clear_selection():
            self.say("")
        elif document is not None and document.matches and not self.query_shown:
            self.show_document(document.with_matches(()))
            self.say("")
        else:
            self.dismiss(LeftBeside(self.panes[self.own].cursor))

    @on(MenuWanted)
    def _menu_wanted(self, event: MenuWanted) -> None:
        event.stop()
        self.show_menu(event.x, event.y)

    def show_menu(self, x: int, y: int) -> None:
        """Offer what can be done here."""
        self.offer_menu(MENU, x, y)

    # Where one is

    def keys_changed(self) -> None:
        """Show the keys that are pending."""
        self.show_place()

    def show_titles(self) -> None:
        """Name both articles, with outlet and date."""
        for number, (line, document) in enumerate(zip(self.titles, self.documents, strict=True)):
            if document is None:
                line.show(left="reading …", right="")
                continue
            here = "▶ " if number == self.active else "  "
            line.show(
                left=here + title_in(document.metadata, document.article.name),
                right=self._past_remark if number == self.past else source_in(document.metadata),
            )

    def show_place(self) -> None:
        """Say where one is: which article, which difference, how far."""
        parts = [Hint(self.keys.pending)] if self.keys.pending else []
        pane = self.pane
        selected = pane.selected
        if selected is not None:
            parts.append(Hint(f"{selected.end - selected.start} selected", "reader.copy"))
        if pane.document is not None and pane.document.matches:
            number = pane.document.match_number(pane.cursor)
            words = f"match {number} of {len(pane.document.matches)}"
            parts.append(Hint(words, short=words.replace(" of ", "/"), stays=True))
        if self.comparison is None:
            parts.append(Hint(self.doing))
        elif self.marked:
            total = len(self.comparison.differences)
            here = f"{self._difference + 1} of " if self._difference >= 0 else ""
            words = f"difference {here}{total}"
            short = words.replace(" of ", "/")
            parts.append(Hint(words, "beside.figures", short, stays=True))
        if not self._locked:
            parts.append(Hint("apart", "beside.lock"))
        parts.append(Hint(f"{pane.progress} %", "reader.text_start", stays=True))
        parts += (Hint(self.keymap.filled("{app.help} keys"), "app.help"), Hint("≡", "app.palette"))
        self.show_titles()
        self.status.show_hints(*(part for part in parts if part.words))
