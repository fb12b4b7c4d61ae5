"""The part of the app that keeps up with the folder: it is watched, walked again and indexed."""

from __future__ import annotations

import time
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from textual.message import Message
from textual.worker import get_current_worker

from corpus.problem import CorpusError
from tui.parts import work
from tui.program.copying import CopyingApp
from tui.safe_text import safe_line
from tui.screens.action_screen import ActionScreen
from tui.screens.main.reader import ReaderScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from corpus.opening import Corpus
    from tui.folder.changes import Changes
    from tui.folder.indexing import IndexingState, IndexKeeper
    from tui.folder.watching import FolderWatcher
    from tui.workspace import Workspace

# After a change the folder is walked once more when it has come to rest: a file that was written
# into a folder before that was watched is found then. A walk that takes long is spared where all
# folders were watched: what changes during it would wait for its end.
SECONDS_TO_SETTLE = 3.0
SECONDS_OF_A_LONG_WALK = 0.5
# What changes during a walk is looked for after a rest: shortly at first, longer and longer where
# something changes each time, until walks that take long have but this share of the time.
SECONDS_OF_REST = 0.1
SHARE_OF_TIME = 0.2
# One comes back to a window often; the folder is not walked each time.
SECONDS_BETWEEN_RETURNS = 10.0


class LiveCorpus(CopyingApp, part=True):
    """An app over a corpus that changes while it is read.

    `watches` and `indexes` say whether the folder is watched and the index kept up to date.
    """

    class FolderChanged(Message):
        """Files were made, changed or removed; `paths` are theirs, none where it is not known."""

        def __init__(self, paths: frozenset[str]) -> None:
            super().__init__()
            self.paths = paths

    def __init__(
        self, workspace: Workspace, *, watches: bool, indexes: bool, ansi_color: bool | None
    ) -> None:
        super().__init__(ansi_color=ansi_color)
        self.workspace = workspace
        self._watches = watches
        self._indexes = indexes
        self._watcher: FolderWatcher | None = None
        self._walk_runs = False
        self._walk_wanted = False
        self._walked_in_a_row = 0  # because of what changed meanwhile
        self._was_away = False  # the whole folder, when it was walked last
        self._walked_at = time.monotonic()

    @property
    def indexes(self) -> bool:
        """Whether the index is kept up to date, which learns titles and dates, too."""
        return self._indexes

    @cached_property
    def _keeper(self) -> IndexKeeper:
        from tui.folder.indexing import IndexKeeper

        return IndexKeeper(self.workspace.corpus.root)

    def begin_to_follow(self) -> None:
        """List the folder where that is not done yet, watch it, bring the index up to date."""
        if not self.workspace.corpus.complete:
            self.walk()
            return
        if self._indexes and self._keeper.want():
            self._keep_index(only_if_needed=True)
        if self._watches:
            self._watch()

    @work(thread=True, group="watch")
    def _watch(self) -> None:
        """Begin to watch; where the sidecars lie is known when the annotations are opened."""
        self.pauses.wait()
        from tui.folder.watching import FolderWatcher

        folders = self.workspace.watched_folders()
        for screen in self._readers():
            self.call_from_thread(screen.look_for_orphans)
        self.pauses.wait()
        self._watcher = FolderWatcher(folders, self._tell_of_change)
        self._watcher.start()

    def watch_folder(self, wanted: bool) -> None:
        """Pick changes of the folder up from now on, or no more."""
        self._watches = wanted
        if not wanted and self._watcher is not None:
            self._watcher.stop()
            self._watcher = None
        elif wanted and self._watcher is None:
            # What changed meanwhile is found by walking, which begins to watch a new folder.
            listed = self.workspace.corpus.complete
            self.walk()
            if listed:
                self._watch()

    def _tell_of_change(self, paths: frozenset[str]) -> None:
        self.post_message(self.FolderChanged(paths))

    def stop_following(self) -> None:
        """End the thread that watches and the process that indexes."""
        if self._watcher is not None:
            self._watcher.stop()
        if "_keeper" in self.__dict__:
            self._keeper.close()

    def on_live_corpus_folder_changed(self, event: FolderChanged) -> None:
        """Read changed sidecars again, and walk the folder where anything else changed."""
        from tui.folder.watching import is_sidecar

        sidecars = {path for path in event.paths if is_sidecar(path)}
        if sidecars:
            articles = frozenset(map(self.workspace.store.location.article_at, sidecars))
            self._tell_screens(lambda screen: screen.sidecars_changed(articles))
        if sidecars != event.paths or not event.paths:
            self.walk()

    def _tell_screens(self, tell: Callable[[ActionScreen], None]) -> None:
        """Tell all screens of something; one that opens right now, once it has its parts."""
        for screen in self.screen_stack:
            if isinstance(screen, ActionScreen):
                if screen.is_mounted:
                    tell(screen)
                else:
                    screen.call_later(tell, screen)

    def _readers(self) -> Iterator[ReaderScreen]:
        for screen in self.screen_stack:
            if isinstance(screen, ReaderScreen):
                yield screen

    def on_app_focus(self) -> None:
        """Walk the folder when one comes back to this window: not every system tells of changes."""
        if self._watches and time.monotonic() - self._walked_at > SECONDS_BETWEEN_RETURNS:
            self.walk()

    # Walking

    def look_again(self) -> None:
        """Walk the folder: a program that the reader called has had a file of it."""
        self.walk()

    def walk(self, *, asked_for: bool = False) -> None:
        """Walk the folder again; `asked_for` by the reader, who is told if nothing changed."""
        if self._walk_runs:
            self._walk_wanted = True
            return
        self._walk_runs, self._walk_wanted = True, False
        self._walked_at = time.monotonic()
        self._walk(asked_for)

    @work(thread=True, group="walk")
    def _walk(self, asked_for: bool) -> None:
        started = time.monotonic()
        try:
            corpus, changes = self.workspace.rescanned()
        except CorpusError as error:
            self.call_from_thread(self._not_walked, str(error))
            return
        seconds = time.monotonic() - started
        self.call_from_thread(self._walked, corpus, changes, seconds, asked_for)

    def _not_walked(self, reason: str) -> None:
        self._walk_runs, self._was_away = False, True
        for screen in self._readers():
            screen.say(safe_line(f"The folder cannot be read: {reason}"), warning=True)

    def _walked(self, corpus: Corpus, changes: Changes, seconds: float, asked_for: bool) -> None:
        """Show the folder as it is now."""
        self._walk_runs = False
        if not self.workspace.corpus.complete:
            self.lasting.keep("folder")
            self.workspace.follow(corpus, changes)
            for screen in self._readers():
                screen.folder_listed(changes)
            self._tell_screens(lambda screen: screen.files_changed(changes))
            self.begin_to_follow()
            return
        if changes:
            self.workspace.follow(corpus, changes)
            for screen in self._readers():
                screen.follow(changes)
            self._tell_screens(lambda screen: screen.files_changed(changes))
            if changes.settings:
                self._show_linked()
            if self._indexes and self._keeper.want():
                self._keep_index()
            elif changes.settings and not self._indexes:
                self._link_again()
        elif asked_for:
            for screen in self._readers():
                screen.say("Nothing changed in the folder")
        if self._walk_wanted:
            rest = seconds * min(self._walked_in_a_row, 1 / SHARE_OF_TIME)
            self._walked_in_a_row += 1
            self.set_timer(max(rest, SECONDS_OF_REST), self.walk)
            return
        self._walked_in_a_row = 0
        watched = not (changes.new_folders or self._was_away)
        self._was_away = False
        if changes and not (watched and seconds > SECONDS_OF_A_LONG_WALK):
            self.set_timer(max(seconds / SHARE_OF_TIME, SECONDS_TO_SETTLE), self.walk)

    # Indexing

    def index_again(self) -> None:
        """Bring the index up to date: a search found that it cannot be read."""
        if self._indexes and self._keeper.want():
            self._keep_index()

    @work(thread=True, group="index")
    def _keep_index(self, *, only_if_needed: bool = False) -> None:
        """Bring the index up to date in another process, and follow what it says."""
        self.pauses.wait()
        index = self.workspace.index
        current = only_if_needed and index.is_current() and index.knows_duplicates()
        if current and self._link_names():
            self._keeper.skip()
        for state in self._keeper.run():
            self.pauses.wait()
            grown = self.workspace.index.refresh()
            if state.finished:
                self._link_names()
            self.call_from_thread(self._show_indexing, state, grown)

    @work(thread=True, exclusive=True, group="link names")
    def _link_again(self) -> None:
        """Bring the names together here, where no process does that."""
        from corpus.linking.keeping import Stopped, entity_table

        worker = get_current_worker()
        with suppress(Stopped):
            entity_table(self.workspace.corpus, cancelled=lambda: worker.is_cancelled)
            self._link_names()

    def _link_names(self) -> bool:
        """Show the names of the corpus where they are known; says whether they are."""
        known = self.workspace.link_names()
        if known:
            self.lasting.keep("names")
            self.call_from_thread(self._show_linked)
        return known

    def _show_linked(self) -> None:
        self._tell_screens(lambda screen: screen.show_linked())

    def _show_indexing(self, state: IndexingState, grown: bool) -> None:
        self._tell_screens(lambda screen: screen.show_indexing(str(state), grown=grown))
        if state.failed:
            for screen in self._readers():
                screen.say(f"Not indexed: {safe_line(state.failed)}", warning=True)

    def stop_or_resume_indexing(self) -> None:
        """Stop the indexing that runs; else index now."""
        if self._keeper.running:
            self._keeper.stop()
            words = "Indexing stops; what is indexed so far can be searched"
        else:
            if self._keeper.resume():
                self._keep_index()
            words = "Indexing"
        for screen in self._readers():
            screen.say(words)
