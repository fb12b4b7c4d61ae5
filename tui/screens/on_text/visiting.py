"""A link in the text: followed into the corpus, shown whole, copied, or given to the browser."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

from corpus.problem import CorpusError
from tui.parts import work
from tui.safe_text import safe_line
from tui.screens.action_screen import Handler
from tui.screens.on_text.text_screen import TextScreen

if TYPE_CHECKING:
    from corpus.article import ArticleFile
    from tui.article.link_targets import InCorpus
    from tui.widgets.virtual_list import Piece

_COPY = "Copy it"
_GO = "Go there"
_OPEN = "Open it in the browser: that goes online, Postil does not"
_LEAST = 8


class VisitingText(TextScreen, part=True):
    """The part of a screen that follows links, and shows web addresses."""

    @property
    def handlers(self) -> dict[str, Handler]:
        """The action on a web address."""
        return super().handlers | {"reader.address": lambda _: self.show_address()}

    def go_to_file(self, file: ArticleFile, offset: int) -> None:
        """Go to an offset of an article of the corpus, from which the jump list leads back."""
        raise TypeError(f"{type(self).__name__} does not go to {offset} of {file}")

    def open_link(self) -> None:
        """Follow the link under the cursor where it leads into the corpus, else show it."""
        linked = self._linked_here()
        if linked is not None:
            self._go_to_linked(linked)
        else:
            self.show_address()

    def show_address(self) -> None:
        """Show where the link under the cursor leads, and ask what to do with it."""
        address, linked = self.address_here(), self._linked_here()
        if address is None:
            self.say("No web address here")
            return
        from tui.article.link_targets import is_for_browser
        from tui.screens.choosing import ChoiceScreen

        target = address.target
        answers = [_COPY]
        if linked is not None:
            answers.insert(0, _GO)
        elif is_for_browser(target):
            answers.append(_OPEN)

        def body(width: int) -> list[list[Piece]]:
            return _rows(target, width)

        def chosen(number: object) -> None:
            answer = answers[number] if isinstance(number, int) else ""
            if answer == _COPY:
                self.app.copy_to_clipboard(target)
            elif answer == _OPEN:
                self._open_address(target)
            elif linked is not None and answer == _GO:
                self._go_to_linked(linked)

        title = "A web address" if is_for_browser(target) else "A link"
        self.app.push_screen(ChoiceScreen(title, answers, body), chosen)

    def _linked_here(self) -> InCorpus | None:
        """Return the article that the link under the cursor leads to; None for none."""
        from tui.article.link_targets import article_linked

        document, address = self.pane.document, self.address_here()
        if document is None or address is None:
            return None
        return article_linked(self.workspace.corpus, document.article.file, address.target)

    @work(thread=True, exclusive=True, group="open")
    def _go_to_linked(self, linked: InCorpus) -> None:
        """Read the article off the UI thread to find the heading in it, then open it there."""
        from tui.article.link_targets import place_of_heading

        call, place, words = self.app.call_from_thread, None, ""
        if linked.heading:
            try:
                text = self.workspace.corpus.read(linked.file).text
            except CorpusError as error:
                call(self.say, safe_line(str(error)), warning=True)
                return
            place = place_of_heading(text, linked.heading)
            words = "" if place is not None else f"No heading is called {linked.heading}"
        call(self._open_linked, linked.file, place or 0, words)

    def _open_linked(self, file: ArticleFile, place: int, words: str) -> None:
        self.go_to_file(file, place)
        if words:
            self.say(safe_line(words), warning=True)

    @work(thread=True, group="browser")
    def _open_address(self, target: str) -> None:
        """Start the browser off the UI thread; where there is none, copy the address."""
        from tui.terminal.browser import browser, open_address

        call = self.app.call_from_thread
        command = browser(os.environ, sys.platform, shutil.which)
        if not command:
            call(self.app.copy_to_clipboard, target)
            return
        wrong = open_address(command, target)
        words = f"Not opened: {wrong}" if wrong else f"Opened by {command[0]}"
        call(self.say, safe_line(words), warning=bool(wrong))


def _rows(target: str, width: int) -> list[list[Piece]]:
    """Return the rows that show an address: whole, and its host as computers write it."""
    from tui.article.addresses import ascii_host
    from tui.layout.wrap import wrapped_lines

    shown, room = safe_line(target), max(_LEAST, width - 4)
    rows: list[list[Piece]] = [
        [("  ", ""), (line, "strong")] for line in wrapped_lines(shown, room)
    ]
    if host := ascii_host(target):
        words = f"Other letters than Latin ones in its host: {safe_line(host)}"
        rows += [[("  ", ""), (line, "warning")] for line in wrapped_lines(words, room)]
    return rows
