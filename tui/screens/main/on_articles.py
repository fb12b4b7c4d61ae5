"""What is done with articles from the list: chosen, starred, tagged, read, set right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.worker import get_current_worker

from tui.article.reading_state import READ, UNREAD
from tui.parts import work
from tui.safe_text import safe_line
from tui.screens.action_screen import Handler
from tui.screens.main.in_library import InLibrary
from tui.widgets.article_list import ArticleList, Key

if TYPE_CHECKING:
    from annotations.decisions import Key as Decided
    from corpus.article import ArticleFile
    from tui.library.listing import Listing
    from tui.workspace import Workspace

_TOLD_EVERY = 20  # articles between two words on how far it is
_MANY = 500  # articles that are not looked at one by one

Keys = tuple[Key, ...]
Files = Sequence["ArticleFile"]
Tell = Callable[[int], None]


class OnArticles(InLibrary, part=True):
    """The part of the main screen that does something with the articles that are chosen, or with
    that of the cursor's row.
    """

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._writing_many = False

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions on articles."""
        from tui.library.corrections import CORRECTED

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

    def _meant(self) -> Keys:
        """Return the articles that are chosen, else that of the row."""
        here = self.articles.current
        if not self.articles.chosen and here is None:
            self.say("No article here")
        return tuple(self.articles.chosen) or ((here.key,) if here is not None else ())

    def _files(self, keys: Keys) -> tuple[ArticleFile, ...]:
        """Return those of the articles that are still there."""
        find = self.workspace.corpus.find
        return tuple(file for key in keys if (file := find(*key)) is not None)

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
        if len(self.articles.chosen) == len(listing.order):
            self._choose({})
        else:
            self._choose_all(listing)

    @work(thread=True, exclusive=True, group="choose")
    def _choose_all(self, listing: Listing) -> None:
        files = (listing.files[place] for place in listing.order)
        self.app.call_from_thread(self._choose, dict.fromkeys(file.key for file in files))

    def _choose(self, keys: dict[Key, None]) -> None:
        self.articles.chosen = keys
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
        keys = self._meant()
        if keys:
            self._turn_unread(keys)

    @work(thread=True, exclusive=True, group="unread")
    def _turn_unread(self, keys: Keys) -> None:
        state, names = self.workspace.state, [name for name, _ in keys]
        mark = READ if any(state.state_of(name) == UNREAD for name in names) else UNREAD
        for name in names:
            state.mark(name, mark)
        state.save()
        self.app.call_from_thread(self._show_done, keys, f"{_named(keys)}: {mark}")

    # Stars and tags

    def turn_star(self) -> None:
        """Give articles a star where any has none, else take it away."""
        keys = self._meant()
        if keys:
            self._write_on_articles(keys, self._star)

    def _star(self, files: Files, tell: Tell) -> str:
        from tui.library.star import STAR

        marks = (self.librarian.marks_of(file) for file in files)
        if all(STAR in here.own for here in marks):
            self.librarian.tag(files, (), (STAR,), tell)
            return f"No star any more: {_named_files(files)}"
        self.librarian.tag(files, (STAR,), (), tell)
        return f"A star for {_named_files(files)}"

    def ask_tags(self) -> None:
        """Ask for tags: all that one article shall have; of several, what comes and goes."""
        keys = self._meant()
        if keys:
            self.host.hold_keys()
            self._ask_tags(keys)

    @work(thread=True, exclusive=True, group="ask tags")
    def _ask_tags(self, keys: Keys) -> None:
        files = self._files(keys) if len(keys) == 1 else ()
        has = self.librarian.marks_of(files[0]).own if files else ()
        self.app.call_from_thread(self._show_tags, keys, has)

    def _show_tags(self, keys: Keys, has: tuple[str, ...]) -> None:
        from tui.annotating.tag_line import tag_line, tags_of
        from tui.screens.asking import NameScreen

        several = "; -tag takes one away" if len(keys) > 1 else ""
        question = f"Tags of {_named(keys)}, with commas between{several}"

        def taken(line: object) -> None:
            if isinstance(line, str):
                tags = tags_of(line)
                gone = tuple(tag[1:].strip() for tag in tags if tag.startswith("-"))
                come = tuple(tag for tag in tags if not tag.startswith("-"))
                if len(keys) == 1:
                    gone += tuple(tag for tag in has if tag not in come)
                self._write_on_articles(keys, partial(self._tag, come, gone))

        screen = NameScreen(question, tag_line(has), lambda _: "", may_be_empty=True)
        self.app.push_screen(screen, taken)
        self.host.release_keys()

    def _tag(self, come: tuple[str, ...], gone: tuple[str, ...], files: Files, tell: Tell) -> str:
        changed = self.librarian.tag(files, come, gone, tell)
        tags = " ".join([f"#{tag}" for tag in come] + [f"without #{tag}" for tag in gone])
        if not changed:
            return "The tags are as they were"
        return f"{_named_files(files)}: {tags or 'no tags'}"

    # Title, outlet and date

    def _ask_value(self, name: Decided, _count: int | None = None) -> None:
        """Ask for the title, the outlet or the date of articles."""
        keys = self._meant()
        if keys:
            self.host.hold_keys()
            self._ask_value_of(name, keys)

    @work(thread=True, exclusive=True, group="ask value")
    def _ask_value_of(self, name: Decided, keys: Keys) -> None:
        files = self._files(keys) if len(keys) == 1 else ()
        value = self.librarian.value_of(files[0], name) if files else ""
        self.app.call_from_thread(self._show_value, name, keys, safe_line(value))

    def _show_value(self, name: Decided, keys: Keys, value: str) -> None:
        from tui.library.corrections import CORRECTED, refused_value
        from tui.screens.asking import NameScreen

        question = f"{CORRECTED[name]} of {_named(keys)}; empty: as the text says"

        def taken(line: object) -> None:
            if isinstance(line, str) and (line != value or len(keys) > 1):
                self._write_on_articles(keys, partial(self._set_value, name, line), decided=True)

        refused = partial(refused_value, name)
        self.app.push_screen(NameScreen(question, value, refused, may_be_empty=True), taken)
        self.host.release_keys()

    def _set_value(self, name: Decided, value: str, files: Files, _tell: Tell) -> str:
        articles = tuple(dict.fromkeys(file.article for file in files))
        change = self.workspace.store.decide_of_articles(articles, name, value or None)
        return change.words if change is not None else "postil.yaml says so already"

    # Writing

    def _write_on_articles(
        self, keys: Keys, write: Callable[[Files, Tell], str], *, decided: bool = False
    ) -> None:
        self._begin_own_change()
        self._writing_many = True
        self._write_on_articles_in_background(keys, write, decided=decided)

    def widen_list(self) -> bool:
        """Stop what is being done to many articles; else let all of them be listed again."""
        if not self._writing_many:
            return super().widen_list()
        self.workers.cancel_group(self, "on articles")
        return True

    @work(thread=True, group="on articles")
    def _write_on_articles_in_background(
        self, keys: Keys, write: Callable[[Files, Tell], str], *, decided: bool
    ) -> None:
        from annotations.error import AnnotationError
        from corpus.problem import CorpusError
        from tui.annotating.refusals import not_saved
        from tui.library.columns import Stopped

        worker, call = get_current_worker(), self.app.call_from_thread
        stop = self.keymap.filled("{app.back} stops")

        def tell(done: int) -> None:
            if worker.is_cancelled:
                raise Stopped(done)
            if done and done % _TOLD_EVERY == 0:
                call(self.say, f"{done:,} of {len(keys):,} … {stop}")

        files = self._files(keys)
        if not files:
            call(self._written, keys, f"Gone from the folder: {_named(keys)}", warning=True)
            return
        try:
            words = write(files, tell)
        except Stopped as stopped:
            words = f"Stopped: {stopped.args[0]:,} of {len(keys):,} are done"
            call(self._written, keys, words, warning=True)
            return
        except (AnnotationError, CorpusError) as wrong:
            words = not_saved(wrong) if isinstance(wrong, AnnotationError) else str(wrong)
            call(self._written, keys, safe_line(words), warning=True)
            return
        undo = self.keymap.filled("{annotation.undo} takes it back")
        call(self._written, keys, safe_line(f"{words} ({undo})"), decided=decided)

    def _written(
        self, keys: Keys, words: str, *, warning: bool = False, decided: bool = False
    ) -> None:
        self._own_change = self._writing_many = False
        document = self.pane.document
        if decided:
            self.workspace.decided = True
            self.host.look_again()
        elif document is not None and document.article.file.key in keys:
            self.reload_annotations()
        self._show_done(keys, words, warning=warning)

    def _show_done(self, keys: Keys, words: str, *, warning: bool = False) -> None:
        """Show what became of articles; those that were chosen stay so for the next thing."""
        if len(keys) > _MANY:
            self.articles.forget_all()
        else:
            self.articles.forget(*self._files(keys))
        self.say(words, warning=warning)


def _named(keys: Keys) -> str:
    return safe_line(keys[0][0]) if len(keys) == 1 else f"{len(keys):,} articles"


def _named_files(files: Files) -> str:
    return _named(tuple(file.key for file in files))
