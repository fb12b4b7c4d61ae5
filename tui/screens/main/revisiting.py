"""Coming back to a corpus: what changed since the last visit, in the folder and in each article."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from corpus.problem import CorpusError
from tui.article.document import Document
from tui.parts import work
from tui.safe_text import safe_line
from tui.screens.action_screen import Handler
from tui.screens.main.exporting import Exporting

if TYPE_CHECKING:
    from corpus.article import Article
    from corpus.kept_texts import KeptTexts
    from tui.folder.changes import Changes
    from tui.folder.folder_memory import Since
    from tui.folder.visits import Reading, Visits
    from tui.workspace import Workspace


class Revisiting(Exporting, part=True):
    """The part of the main screen that knows what was read before."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._since: Since | None = None
        self.changed_since = ""  # what changed since the last visit, until it was listed
        self._earlier: dict[tuple[str, str | None], Reading] = {}

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions on what changed."""
        return super().handlers | {"corpus.since": lambda _: self.show_since()}

    @cached_property
    def _visits(self) -> Visits:
        from tui.folder.visits import Visits

        return Visits(self.workspace.corpus.key)

    @cached_property
    def _texts(self) -> KeptTexts:
        from corpus.kept_texts import KeptTexts

        return KeptTexts(lambda: self.workspace.corpus.cache_folder)

    # The folder

    def on_mount(self) -> None:
        """Look what changed, once the article is on the screen."""
        if self.workspace.corpus.complete:
            self.call_after_refresh(self._look_since)

    def folder_listed(self, changes: Changes) -> None:
        """Look what changed, now that all articles are known."""
        super().folder_listed(changes)
        self._look_since()

    @work(thread=True, exclusive=True, group="since")
    def _look_since(self) -> None:
        from datetime import datetime

        from tui.folder.folder_memory import FolderMemory
        from tui.folder.since_words import said_of

        self.host.pauses.wait_for_answer()
        corpus = self.workspace.corpus
        memory = FolderMemory(corpus.key, corpus.root)
        found = memory.since(corpus.files, datetime.now().astimezone())
        if found is not None:
            self.app.call_from_thread(self._take_since, found, said_of(found))

    def _take_since(self, since: Since, words: str) -> None:
        self._since = since
        if not words:
            return
        key = self.keymap.key_of("corpus.since")
        self.changed_since = f"{key} {words.partition(': ')[2]}"
        if not self.status.left:
            self.say(f"{words}; {key} lists them")
        self.keys_changed()

    def show_since(self) -> None:
        """List what changed in the folder since the last visit."""
        if self._since is None:
            self.say("This is the first visit: the next one will know what changed")
            return
        from tui.screens.since import SinceScreen

        self.changed_since = ""
        self.keys_changed()
        screen = SinceScreen(self.workspace, self._since, self._visits)
        self.app.push_screen(screen, self._go_since)

    def _go_since(self, place: object) -> None:
        from tui.cards.card_place import CardPlace

        if not isinstance(place, CardPlace):
            return
        file = self.workspace.corpus.find(place.article, place.part)
        if file is None:
            self.say(safe_line(f"{place.article} is gone"), warning=True)
            return
        self.push_place()
        self.open_article(file)
        self.activate("article")

    # The article

    def show_opened(self, document: Document, offset: int | None) -> None:
        """Remember what is read, and say if it was another text the last time."""
        super().show_opened(document, offset)
        self.call_after_refresh(self._remember, document)

    def carried(self, before: Document, after: Document) -> None:
        """Remember the new text of an article that changed while it was read."""
        super().carried(before, after)
        # Of another encoding it is said that it is read so.
        same = before.article.encoding == after.article.encoding
        self._remember(after, "on disk: read again" if same else "")

    @work(thread=True, group="remember")
    def _remember(self, document: Document, since: str = "since you read it on {}") -> None:
        """Keep the text that is read; say if it is another one than was read before.

        `since` is what to say of when it changed, "" for nothing.
        """
        from datetime import datetime

        article = document.article
        now = datetime.now().astimezone().isoformat(timespec="minutes")
        try:
            self._texts.keep(article.sha256, article.text)
        except CorpusError:
            return  # the corpus says at its opening that nothing can be kept
        was = self._visits.read(_name(article), article.sha256, now)
        if was is None:
            return
        changed = was.last.sha256 != article.sha256
        earlier = was.last if changed else was.before
        if earlier is not None:
            words = since if changed else ""
            self.app.call_from_thread(self._take_earlier, document, earlier, words)

    def _take_earlier(self, document: Document, earlier: Reading, since: str) -> None:
        article = document.article
        self._earlier[article.name, article.file.part] = earlier
        # That a mark was lost by the change says more, whichever is known first.
        told = (article.name, article.sha256) in self.told_lost
        if since and not told and document.same_article(self.pane.document):
            from tui.folder.since_words import time_words

            words = since.format(time_words(earlier.on))
            key = self.keymap.key_of("reader.differences")
            self.say(f"Changed {words}, {key} shows what", warning=True)

    def ask_beside(self, *, marked: bool) -> None:
        """Show what changed in this article, where it did; else ask for another one."""
        document = self.pane.document
        earlier = None
        if marked and document is not None:
            earlier = self._earlier.get((document.article.name, document.article.file.part))
        if document is not None and earlier is not None:
            self._show_earlier(document, earlier)
        else:
            super().ask_beside(marked=marked)

    @work(thread=True, exclusive=True, group="earlier")
    def _show_earlier(self, document: Document, earlier: Reading) -> None:
        from dataclasses import replace

        from tui.folder.since_words import time_words

        call = self.app.call_from_thread
        try:
            text = self._texts.get(earlier.sha256)
        except CorpusError:
            text = None
        if text is None:
            words = f"What you read on {time_words(earlier.on)} is not kept any more"
            call(self.say, words, warning=True)
            return
        past = Document.of(replace(document.article, text=text, sha256=earlier.sha256))
        call(self.show_past, past, f"as you read it on {time_words(earlier.on)}")


def _name(article: Article) -> str:
    part = article.file.part
    return article.name if part is None else f"{article.name}\0{part}"
