"""Following the folder: what the main screen does when files change while it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.problem import CorpusError
from tui.article.article_order import place_among
from tui.parts import work
from tui.safe_text import safe_line
from tui.screens.action_screen import Handler
from tui.screens.main.annotating_matches import AnnotatingMatches

if TYPE_CHECKING:
    from corpus.article import ArticleFile
    from tui.article.document import Document
    from tui.folder.changes import Changes


class Following(AnnotatingMatches, part=True):
    """The part of the main screen that follows the folder."""

    def follow(self, changes: Changes) -> None:
        """Show the folder as it is now; the article that is read keeps its place."""
        decided, self.workspace.decided = self.workspace.decided, False
        files = changes.added or changes.changed or changes.removed or changes.renamed
        if files or not decided:
            self.say(str(changes))
        self._show_files(changes)

    def folder_listed(self, changes: Changes) -> None:
        """Show all articles: until now the one that was read last was the only one known."""
        self._show_files(changes)
        if self.pane.document is not None:
            self.articles.set_reading(self.pane.document.article.file)

    def _show_files(self, changes: Changes) -> None:
        for old, new in changes.renamed:
            self.marks.rename(old.article, new.article)
        self.list_articles()
        if changes.settings:
            self.articles.forget_all()
        document = self.pane.document
        if document is None:
            first = self.workspace.first_file()
            if first is not None:
                self.open_article(first)
            return
        self.keys_changed()
        file = document.article.file
        now = changes.file_now(file)
        if now is not None:
            self._read_again(document, now)
        elif changes.settings and place_among(self.workspace.corpus.files, file) is not None:
            self._read_again(document, file)
        elif changes.removes(file):
            self._look_for_it(document, changes.added)
        if changes.removed or changes.renamed:
            self.look_for_orphans()

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions on what the folder has lost."""
        return super().handlers | {"corpus.orphans": lambda _: self.show_orphans()}

    def show_orphans(self) -> None:
        """List the sidecars whose article is gone, and offer them to the articles they fit."""
        from tui.screens.orphans import OrphanScreen

        self.app.push_screen(OrphanScreen(self.workspace), self._orphans_shown)

    def _orphans_shown(self, given: object) -> None:
        if isinstance(given, tuple) and given:
            find = self.workspace.corpus.find
            self.articles.forget(*(file for name in given if (file := find(name)) is not None))
            self.reload_own("Given to their article, u takes it back")

    @work(thread=True, exclusive=True, group="orphans")
    def look_for_orphans(self) -> None:
        """Say if there are sidecars whose article is gone and whose text is here."""
        from tui.folder.homecoming import homeless

        self.host.pauses.wait()
        found = homeless(self.workspace, thorough=False)
        key = self.keymap.key_of("corpus.orphans")
        offered = [one for one in found if one.proposal is not None]
        if offered:
            name = offered[0].orphan.article
            of = name if len(offered) == 1 else f"{len(offered):,} renamed articles"
            words = f"{key} gives the annotations of {of} back"
        elif found:
            many = sum(len(one.orphan.readers) for one in found)
            count = "1 sidecar has" if many == 1 else f"{many:,} sidecars have"
            words = f"{count} no article: {key} looks for it"
        else:
            return
        self.app.call_from_thread(self.say, safe_line(words), warning=True)

    def _opening(self) -> bool:
        """Say whether another article is being opened: that one is read as it is now."""
        return any(worker.name == "_open" and not worker.is_finished for worker in self.workers)

    @work(thread=True, exclusive=True, group="follow")
    def _read_again(self, document: Document, file: ArticleFile) -> None:
        """Read the article on the screen from a file that changed, or has another name."""
        call = self.app.call_from_thread
        name = document.article.name
        try:
            fresh = self.workspace.read(file)
        except CorpusError as error:
            words = f"This is its last text: {error}"
            call(self.say, safe_line(words), warning=True)
            return
        moved = f"Now named {file.article}" if file.article != name else ""
        if moved and document.placed:
            moved += self.keymap.filled(": {corpus.orphans} brings its annotations")
        changed = fresh.article.sha256 != document.article.sha256
        words = moved or ("Changed on disk: read again" if changed else "")
        if fresh.article.encoding != document.article.encoding:
            words = f"Read as {fresh.article.encoding}"
        call(self._show_again, document, fresh, safe_line(words))

    def _show_again(self, document: Document, fresh: Document, words: str) -> None:
        """Show the text as it is now, at the place of before."""
        now = self.pane.document
        if now is None or now.article is not document.article or self._opening():
            return
        file = fresh.article.file
        self.workspace.state.last_article = file.article
        self.articles.reading = file
        self.articles.refresh()
        self.carried(now, fresh)
        self.pane.carry(fresh)
        self.panel.show(fresh)
        if words:
            self.say(words)
        self.find_out(fresh)

    @work(thread=True, exclusive=True, group="follow")
    def _look_for_it(self, document: Document, added: tuple[ArticleFile, ...]) -> None:
        """Look whether an article that is gone is there under another name, copied and removed."""
        article = document.article
        for file in added:
            if file.size != article.file.size:
                continue
            try:
                fresh = self.workspace.read(file)
            except CorpusError:
                continue
            if fresh.article.sha256 == article.sha256:
                words = safe_line(f"Now named {file.article}")
                self.app.call_from_thread(self._show_again, document, fresh, words)
                return
        words = "Gone from the folder: this is its last text"
        self.app.call_from_thread(self.say, safe_line(words), warning=True)

    def sidecars_changed(self, articles: frozenset[str]) -> None:
        """Read again what sidecars say: in the list, and of the article on the screen."""
        find = self.workspace.corpus.find
        self.articles.forget(*(file for name in articles if (file := find(name)) is not None))
        document = self.pane.document
        if document is not None and document.article.name in articles:
            self.watch_sidecar()
