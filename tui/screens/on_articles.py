"""What is done with articles from the list: chosen, starred, tagged, read, set right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.worker import get_current_worker

from tui.library.corrections import CORRECTED, refused_value
from tui.library.star import STAR
from tui.reading_state import READ, UNREAD
from tui.refusals import not_saved
from tui.safe_text import safe_line
from tui.screens.action_screen import Handler
from tui.screens.in_library import InLibrary
from tui.tag_line import tag_line, tags_of
from tui.widgets.article_list import ArticleList

if TYPE_CHECKING:
    from annotations.decisions import Key
    from corpus.article import ArticleFile
    from tui.workspace import Workspace

_TOLD_EVERY = 20  # articles between two words on how far it is


class OnArticles(InLibrary):
    """The part of the main screen that does something with the articles that are chosen, or with
    that of the cursor's row.
    """

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._writing_many = False

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions on articles."""
        setting: dict[str, Handler] = {
            f"list.set_{key}": partial(self._ask_value, key) for key in CORRECTED
        }
        return (
            super().handlers
            | setting
            | {
                "list.choose": lambda count: self.choose_articles(count or 1),
                "list.choose_to": lambda _: self.choose_to_here(),
                "list.choose_all": lambda _: self.choose_all(),
                "list.unread": lambda _: self.turn_unread(),
                "list.star": lambda _: self.turn_star(),
                "list.tag": lambda _: self.ask_tags(),
            }
        )

    # Which articles

    def _meant(self) -> tuple[ArticleFile, ...]:
        """Return the articles that are chosen and still there, else that of the row."""
        find = self.workspace.corpus.find
        chosen = (find(file.article, file.part) for file in self.articles.chosen)
        found = tuple(file for file in chosen if file is not None)
        here = self.articles.current
        if not found and here is None:
            self.say("No article here")
        return found or ((here,) if here is not None else ())

    def choose_articles(self, count: int) -> None:
        """Choose articles from here on, or choose them no more, and go to the next."""
        articles = self.articles
        for _ in range(count):
            file = articles.current
            if file is not None:
                articles.turn_chosen(file)
            if articles.row + 1 >= articles.row_count():
                break
            articles.move_to(articles.row + 1)
        self._tell_chosen()

    def choose_to_here(self) -> None:
        """Choose all articles between the one that was chosen last and this one."""
        self.articles.choose_to(self.articles.row)
        self._tell_chosen()

    def choose_all(self) -> None:
        """Choose all articles that are listed; where all are, none."""
        listing = self.articles.listing
        every = len(self.articles.chosen) == len(listing.order)
        files = () if every else (listing.files[place] for place in listing.order)
        self.articles.chosen = dict.fromkeys(files)
        self.articles.refresh()
        self._tell_chosen()

    @on(ArticleList.ChoiceChanged)
    def _tell_chosen(self) -> None:
        count = len(self.articles.chosen)
        hint = "{list.tag} tags, {list.star} stars, {list.set_outlet} sets the outlet"
        words = f"{count:,} chosen: {hint}, {{app.back}} lets them go" if count else "None chosen"
        self.say(self.keymap.filled(words))

    # What was read

    def turn_unread(self) -> None:
        """Mark articles as read where any is not, else as unread."""
        files, state = self._meant(), self.workspace.state
        if not files:
            return
        mark = READ if any(state.state_of(file.article) == UNREAD for file in files) else UNREAD
        for file in files:
            state.mark(file.article, mark)
        state.save()
        self._show_done(files, f"{_named(files)}: {mark}")

    # Stars and tags

    def turn_star(self) -> None:
        """Give articles a star where any has none, else take it away."""
        files = self._meant()
        if files:
            self._write_on_articles(files, partial(self._star, files))

    def _star(self, files: Sequence[ArticleFile], tell: Callable[[int], None]) -> str:
        marks = (self.librarian.marks_of(file) for file in files)
        if all(STAR in here.own for here in marks):
            self.librarian.tag(files, (), (STAR,), tell)
            return f"No star any more: {_named(files)}"
        self.librarian.tag(files, (STAR,), (), tell)
        return f"A star for {_named(files)}"

    def ask_tags(self) -> None:
        """Ask for tags: all that one article shall have; of several, what comes and goes."""
        files = self._meant()
        if files:
            self._ask_tags(files)

    @work(thread=True, exclusive=True, group="ask tags")
    def _ask_tags(self, files: tuple[ArticleFile, ...]) -> None:
        has = self.librarian.marks_of(files[0]).own if len(files) == 1 else ()
        self.app.call_from_thread(self._show_tags, files, has)

    def _show_tags(self, files: tuple[ArticleFile, ...], has: tuple[str, ...]) -> None:
        from tui.screens.asking import NameScreen

        several = "; -tag takes one away" if len(files) > 1 else ""
        question = f"Tags of {_named(files)}, with commas between{several}"

        def taken(line: object) -> None:
            if isinstance(line, str):
                tags = tags_of(line)
                gone = tuple(tag[1:].strip() for tag in tags if tag.startswith("-"))
                come = tuple(tag for tag in tags if not tag.startswith("-"))
                if len(files) == 1:
                    gone += tuple(tag for tag in has if tag not in come)
                self._write_on_articles(files, partial(self._tag, files, come, gone))

        screen = NameScreen(question, tag_line(has), lambda _: "", may_be_empty=True)
        self.app.push_screen(screen, taken)

    def _tag(
        self,
        files: Sequence[ArticleFile],
        come: tuple[str, ...],
        gone: tuple[str, ...],
        tell: Callable[[int], None],
    ) -> str:
        changed = self.librarian.tag(files, come, gone, tell)
        tags = " ".join([f"#{tag}" for tag in come] + [f"without #{tag}" for tag in gone])
        return f"{_named(files)}: {tags or 'no tags'}" if changed else "The tags are as they were"

    # Title, outlet and date

    def _ask_value(self, key: Key, _count: int | None = None) -> None:
        """Ask for the title, the outlet or the date of articles."""
        files = self._meant()
        if files:
            self._ask_value_of(key, files)

    @work(thread=True, exclusive=True, group="ask value")
    def _ask_value_of(self, key: Key, files: tuple[ArticleFile, ...]) -> None:
        value = self.librarian.value_of(files[0], key) if len(files) == 1 else ""
        self.app.call_from_thread(self._show_value, key, files, value)

    def _show_value(self, key: Key, files: tuple[ArticleFile, ...], value: str) -> None:
        from tui.screens.asking import NameScreen

        question = f"{CORRECTED[key]} of {_named(files)}; empty: as the text says"

        def taken(line: object) -> None:
            if isinstance(line, str) and (line != value or len(files) > 1):
                self._write_on_articles(
                    files, partial(self._set_value, key, files, line), decided=True
                )

        screen = NameScreen(
            safe_line(question), safe_line(value), partial(refused_value, key), may_be_empty=True
        )
        self.app.push_screen(screen, taken)

    def _set_value(
        self,
        key: Key,
        files: Sequence[ArticleFile],
        value: str,
        tell: Callable[[int], None],
    ) -> str:
        names = tuple(dict.fromkeys(file.article for file in files))
        change = self.workspace.store.decide_of_articles(names, key, value or None)
        return change.words if change is not None else "postil.yaml says so already"

    # Writing

    def _write_on_articles(
        self,
        files: tuple[ArticleFile, ...],
        write: Callable[[Callable[[int], None]], str],
        *,
        decided: bool = False,
    ) -> None:
        self._own_change = self._writing_many = True
        self._write_on_articles_in_background(files, write, decided=decided)

    def widen_list(self) -> bool:
        """Stop what is being done to many articles; else let all of them be listed again."""
        if not self._writing_many:
            return super().widen_list()
        self.workers.cancel_group(self, "on articles")
        return True

    @work(thread=True, group="on articles")
    def _write_on_articles_in_background(
        self,
        files: tuple[ArticleFile, ...],
        write: Callable[[Callable[[int], None]], str],
        *,
        decided: bool,
    ) -> None:
        from annotations import AnnotationError
        from corpus.problem import CorpusError
        from tui.library.columns import Stopped

        worker, call = get_current_worker(), self.app.call_from_thread

        stop = self.keymap.filled("{app.back} stops")

        def tell(done: int) -> None:
            if worker.is_cancelled:
                raise Stopped(done)
            if done and done % _TOLD_EVERY == 0:
                call(self.say, f"{done:,} of {len(files):,} … {stop}")

        try:
            words = write(tell)
        except Stopped as stopped:
            words = f"Stopped: {stopped.args[0]:,} of {len(files):,} are done"
            call(self._written, files, words, warning=True)
            return
        except (AnnotationError, CorpusError) as wrong:
            words = not_saved(wrong) if isinstance(wrong, AnnotationError) else str(wrong)
            call(self._written, files, safe_line(words), warning=True)
            return
        undo = self.keymap.filled("{annotation.undo} takes it back")
        call(self._written, files, safe_line(f"{words} ({undo})"), decided=decided)

    def _written(
        self,
        files: tuple[ArticleFile, ...],
        words: str,
        *,
        warning: bool = False,
        decided: bool = False,
    ) -> None:
        self._own_change = self._writing_many = False
        document = self.pane.document
        if decided:
            self.workspace.decided = True
            self.host.look_again()
        elif document is not None and document.article.file in files:
            self.reload_annotations()
        self._show_done(files, words, warning=warning)

    def _show_done(
        self, files: tuple[ArticleFile, ...], words: str, *, warning: bool = False
    ) -> None:
        """Show what became of articles; those that were chosen stay so for the next thing."""
        self.articles.forget(*files)
        self.say(words, warning=warning)


def _named(files: Sequence[ArticleFile]) -> str:
    return safe_line(files[0].article) if len(files) == 1 else f"{len(files):,} articles"
