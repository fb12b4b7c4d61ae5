"""Marks: places given a letter, and gone back to."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from corpus.problem import CorpusError
from tui.parts import work
from tui.safe_text import safe_line
from tui.screens.action_screen import Handler
from tui.screens.on_text.text_screen import TextScreen

if TYPE_CHECKING:
    from corpus.article import Article
    from tui.article.document import Document
    from tui.article.jump_list import Place
    from tui.article.marks import Marks
    from tui.workspace import Workspace

_WORDS = 60  # characters of the text that a list of marks shows of each place
_BEFORE = 20  # so many of them stand before it
_SHOWN = 12  # marks that the status line names


class MarkingText(TextScreen, part=True):
    """The part of a screen that marks places and goes to marks."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._marks: Marks | None = None
        # Of which texts it was said that marks are lost in them.
        self.told_lost: set[tuple[str, str]] = set()

    @property
    def marks(self) -> Marks:
        """The marks of the corpus, read when they are needed first."""
        if self._marks is None:
            from tui.article.marks import Marks

            self._marks = Marks(self.workspace.corpus)
        return self._marks

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions on marks."""
        return super().handlers | {
            "reader.set_mark": lambda _: self.ask_mark(),
            "reader.go_to_mark": lambda _: self.ask_where(),
        }

    def ask_mark(self) -> None:
        """Ask for the letter that this place is marked with."""
        if self.pane.document is not None:
            self.ask_in_line("Mark with which letter? A capital is for all articles")
            self.asked_key = self._take_mark
            from tui.keyboard.following_keys import NextKey

            used = "".join(letter for letter, _ in self._marks_here())
            self.asked_keys = (
                NextKey("", "a letter: from this article"),
                NextKey("", "a capital: from every article"),
                *((NextKey("", f"in use: {used}"),) if used else ()),
            )

    def _take_mark(self, key: str) -> bool:
        from tui.article.marks import is_global, is_mark

        self.asked_key = None
        place = self.here()
        if not is_mark(key) or place is None:
            self.say("" if key == "escape" else "No mark: a mark is a letter")
            return True
        back = f"{self.keymap.key_of('reader.go_to_mark')}{key} comes back"
        if self.marks.at(key, place.article) == place:
            self.marks.remove(key, place.article)
            self.say(safe_line(f"Mark {key} taken away: it stood here"))
        else:
            from tui.article.mark_anchor import MarkAnchor

            document = self.pane.document
            assert document is not None  # there is a place in it
            article = document.article
            anchor = MarkAnchor.of(article.text, article.sha256, place.offset)
            self.marks.set(key, place, anchor)
            where = ", from every article" if is_global(key) else ""
            self.say(safe_line(f"Marked {key}: {back}{where}"))
        return True

    def ask_where(self) -> None:
        """Ask for the letter of the mark to go to."""
        here = self.here()
        if here is None:
            return
        letters = [letter for letter, _ in self.marks.here(here.article)]
        more = " …" if len(letters) > _SHOWN else ""
        known = f"{' '.join(letters[:_SHOWN])}{more} · " if letters else "no marks yet · "
        key = self.keymap.key_of("reader.go_to_mark")
        words = f"Go to: {known}? lists them · {key} before the last jump"
        self.ask_in_line(safe_line(words))
        self.asked_key = self._take_where
        from tui.keyboard.following_keys import NextKey

        document = self.pane.document
        own = document.article if document is not None else None
        self.asked_keys = (
            *(NextKey(letter, _words_in(own, place)) for letter, place in self._marks_here()),
            NextKey("'", "before the last jump"),
            NextKey("?", "all marks with their words"),
        )

    def _take_where(self, key: str) -> bool:
        from tui.article.marks import is_global, is_mark

        self.asked_key = None
        here = self.here()
        if here is None or key == "escape":
            self.say("")
        elif key in ("?", "enter"):
            self._list_marks(here.article)
        elif key in ("'", "`"):
            self.say("")
            self.jump_to_last()
        elif is_mark(key):
            self.say("")
            words = f"No mark {key}" + ("" if is_global(key) else " in this article")
            self._go_to_mark(key, here, safe_line(words))
        else:
            self.say("No mark: a mark is a letter")
        return True

    def _go_to_mark(self, letter: str, here: Place, otherwise: str) -> None:
        place = self.marks.at(letter, here.article)
        if place is None or (place.article, place.part) == (here.article, here.part):
            self.jump_to_place(place, otherwise)
        else:
            self._look_and_go(letter, place)

    @work(thread=True, exclusive=True, group="marks")
    def _look_and_go(self, letter: str, place: Place) -> None:
        """Go to a mark in another article, which may have changed since it was set."""
        file = self.workspace.corpus.find(place.article, place.part)
        if file is not None:
            # What keeps the article from being read is said where it is opened.
            with suppress(CorpusError):
                self._find_marks(self.workspace.corpus.read(file))
        self.app.call_from_thread(self._go_far, letter, place)

    def _go_far(self, letter: str, place: Place) -> None:
        self.jump_to_place(self.marks.at(letter, place.article), "")

    @work(thread=True, group="marks")
    def settle_marks(self, document: Document) -> None:
        """Put the marks of an article that changed while it was closed on their words again."""
        self._find_marks(document.article)

    def _find_marks(self, article: Article) -> None:
        """Look for the marks of an article in its text, in a thread."""
        call = self.app.call_from_thread
        marks = call(lambda: self.marks)
        if marks.unsettled(article.name, article.sha256):
            call(self._settled, article, marks.sought(article.name, article.text, article.sha256))

    def _settled(self, article: Article, sought: dict[str, int | None]) -> None:
        self.marks.settle(article.name, article.text, article.sha256, sought)
        lost = sorted(letter for letter, offset in sought.items() if offset is None)
        told = (article.name, article.sha256)
        if lost and told not in self.told_lost:
            self.told_lost.add(told)
            which = f"Mark {lost[0]} is" if len(lost) == 1 else f"Marks {' '.join(lost)} are"
            self.say(
                safe_line(f"{which} lost: the words are not in this text of {article.name}"),
                warning=True,
            )

    @work(thread=True, exclusive=True, group="marks")
    def _list_marks(self, article: str) -> None:
        """List the marks with the words at each: those of other articles have to be read."""
        marks = self.marks.here(article)
        rows = [f"{letter}  {self._words_at(place, article)}" for letter, place in marks]
        self.app.call_from_thread(self._show_marks, marks, rows)

    def _marks_here(self) -> tuple[tuple[str, Place], ...]:
        here = self.here()
        return self.marks.here(here.article) if here is not None else ()

    def _words_at(self, place: Place, article: str) -> str:
        file = self.workspace.corpus.find(place.article, place.part)
        try:
            text = self.workspace.corpus.read(file).text if file is not None else ""
        except CorpusError:
            text = ""
        words = _words_around(text, place.offset)
        name = "" if place.article == article else f"{place.article}  "
        percent = f"{100 * place.offset // len(text)} %" if text else "gone"
        return safe_line(f"{name}{percent}  {words}")

    def _show_marks(self, marks: tuple[tuple[str, Place], ...], rows: list[str]) -> None:
        if not marks:
            key = self.keymap.key_of("reader.set_mark")
            self.say(f"No marks yet: {key} and a letter mark a place")
            return
        from tui.screens.choosing import ChoiceScreen

        def chosen(number: object) -> None:
            if isinstance(number, int):
                self.jump_to_place(marks[number][1], "")

        self.say("")
        self.app.push_screen(ChoiceScreen("Go to which mark?", rows), chosen)


def _words_around(text: str, offset: int) -> str:
    line = text.rfind("\n", 0, offset) + 1
    start = max(line, offset - _BEFORE)
    if start > line and (blank := text.find(" ", start, offset)) >= 0:
        start = blank + 1
    return " ".join(text[start : start + 2 * _WORDS].split())[:_WORDS]


def _words_in(article: Article | None, place: Place) -> str:
    """Return safe words on a mark: those that stand there, of another article its name."""
    if article is None or article.file.key != (place.article, place.part):
        return safe_line(place.article)
    return safe_line(_words_around(article.text, place.offset))
