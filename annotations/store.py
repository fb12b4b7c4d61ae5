"""The annotations of a corpus: read, made, changed, deleted, undone."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from annotations.adopting import Adoption
from annotations.changing import UNSET, Unset, Wish, refuse_unseen
from annotations.deciding import Deciding
from annotations.editor import Watch, unwatched
from annotations.error import AnnotationError
from annotations.history import Change, Work
from annotations.location import Location
from annotations.making import anchored, clean_tags, new_header, refuse_unwritable
from annotations.model import Annotation, Claim, Link, new_id, now
from annotations.open_elsewhere import OpenElsewhere, open_elsewhere
from annotations.readers import clean_name, copied_sidecar
from annotations.saving import refusal
from annotations.shelves import Shelves
from annotations.working_out import (
    work_on_addition,
    work_on_additions,
    work_on_change,
    work_on_changes,
    work_on_deletions,
)
from corpus.problem import Problem
from corpus.span import Span

if TYPE_CHECKING:
    from annotations.placed import Placed
    from annotations.schema import Data
    from annotations.shelves import Owned
    from annotations.sidecar import Entry, Sidecar
    from corpus.article import Article
    from corpus.opening import Corpus


class AnnotationStore(Deciding):
    """The sidecars of one corpus, and the history of what this session did to them.

    `folder` is where sidecars lie instead of next to their articles, with the same relative paths.
    `by` is the reader's name in what is made; `reader` names whose sidecars are written, None for
    those without a name. All others are only read. Every method may be called from several threads.
    Those that write raise `AnnotationError` with the file untouched; when they return, what was
    written is on the disk.
    """

    def __init__(
        self,
        corpus: Corpus,
        *,
        folder: Path | None = None,
        by: str | None = None,
        reader: str | None = None,
    ) -> None:
        self.reader = clean_name(reader) if reader is not None else None
        self.location = Location(
            Path(os.path.realpath(corpus.root)),
            Path(os.path.realpath(folder)) if folder else None,
            self.reader,
        )
        self.by = by or self.reader
        self._shelves = Shelves(self.location, corpus.key)
        super().__init__(self._shelves, self.location.root)

    def placed(self, article: Article) -> tuple[Placed, ...]:
        """Return the article's annotations, of all readers, with their places, in its order."""
        return self._shelves.placed(article)

    def problems(self, article: Article) -> tuple[Problem, ...]:
        """Return what is wrong with the article's sidecars, and which copies of them there are."""
        found = self._shelves.sidecars(article.name)
        wrong = (problem for one in found for problem in one.sidecar.problems)
        return (*wrong, *self.copies(article.name))

    def copies(self, article: str) -> tuple[Problem, ...]:
        """Say of each copy of the article's sidecars that what it holds is not shown."""
        found = []
        for copy in self._shelves.copies(article):
            sidecar = copied_sidecar(copy) or ""
            remedy = f"name it {sidecar}"
            if (self.location.base / sidecar).exists():
                remedy = f"put it together with {sidecar} (`postil merge --write`), then remove it"
            file = str(self.location.folder / copy) if self.location.folder else copy
            found.append(Problem(file, "a copy of the sidecar, which is not shown", remedy))
        return tuple(found)

    def sidecar(self, article: str) -> Sidecar:
        """Return the own sidecar of the article, read again where the file has changed."""
        return self._shelf.sidecar(article)

    def sidecars(self, article: str) -> tuple[Owned, ...]:
        """Return the sidecars of all readers: one's own, there or not, then the others' by name."""
        return self._shelves.sidecars(article)

    def with_sidecars(self, articles: Iterable[str]) -> set[str]:
        """Return those of the articles that a reader has a sidecar of."""
        return self._shelves.with_sidecars(articles)

    def readers(self, article: str) -> tuple[str | None, ...]:
        """Return who has a sidecar of the article, oneself first; None is who has no name."""
        return self._shelves.readers(article)

    def take_doubts(self) -> tuple[Problem, ...]:
        """Return what was saved and may not survive a power cut; each is told once."""
        return (*self._shelf.take_doubts(), *self.take_decision_doubts())

    def refusal(self, article: Article) -> Problem | None:
        """Say why nothing can be annotated in the article now; None where it seems that it can.

        It costs a few looks at the disk, and is asked before one has typed a long note.
        """
        sidecar = self.sidecar(article.name)
        if sidecar.locked is not None:
            return sidecar.locked
        return refusal(self.location.resolved(article.name), sidecar.file)

    def open_elsewhere(self, article: Article) -> tuple[OpenElsewhere, ...]:
        """List the editors that have the article's sidecar open."""
        paths = [self.location.named(article.name)]
        with suppress(AnnotationError):
            paths.append(self.location.resolved(article.name))
        found = (one for path in dict.fromkeys(paths) for one in open_elsewhere(path))
        return tuple(dict.fromkeys(found))

    def is_gone(self, article: Article, id: str) -> bool:  # noqa: A002
        """Whether the sidecar can be read and written and holds no annotation of that id.

        One that stands there in a form that cannot be read is not gone.
        """
        sidecar = self.sidecar(article.name)
        if sidecar.locked is not None or sidecar.document is None:
            return False
        items = sidecar.document.items
        return not any(isinstance(item, dict) and item.get("id") == id for item in items)

    def create(
        self,
        article: Article,
        span: Span | None,
        *,
        note: str = "",
        tags: Sequence[str] = (),
        claim: Claim | None = None,
        links: Sequence[Link] = (),
    ) -> Annotation:
        """Annotate a span of the article, or the whole article where `span` is None."""
        (made,) = self.create_all(article, [span], note=note, tags=tags, claim=claim, links=links)
        return made

    def create_all(
        self,
        article: Article,
        spans: Sequence[Span | None],
        *,
        note: str = "",
        tags: Sequence[str] = (),
        claim: Claim | None = None,
        links: Sequence[Link] = (),
    ) -> tuple[Annotation, ...]:
        """Annotate spans, one at least, of the article alike, in one write: one step to undo."""
        alike = Annotation(
            id="",
            part=article.file.part,
            note=note,
            tags=clean_tags(tags),
            claim=claim,
            links=tuple(links),
            by=self.by,
            made=now(),
        )
        made = [replace(alike, id=new_id(), **anchored(article, span)) for span in spans]
        header = new_header(article)

        def work(sidecar: Sidecar) -> Work:
            for one in made:
                refuse_unwritable(one, sidecar.file)
            return work_on_additions(sidecar, made, header)

        left = self._do(article.name, work, header)
        return tuple(self._there(left, one.id) for one in made)

    def add(self, article: Article, annotation: Annotation) -> Annotation:
        """Put an annotation that was made elsewhere into the article's sidecar, as it is."""

        def work(sidecar: Sidecar) -> Work:
            refuse_unwritable(annotation, sidecar.file)
            if sidecar.entry(annotation.id) is not None:
                reason = f"there is an annotation {annotation.id} in the sidecar already"
                raise AnnotationError(Problem(sidecar.file, reason, "give it another id"))
            return work_on_addition(sidecar, annotation, header)

        header = new_header(article)
        return self._there(self._do(article.name, work, header), annotation.id)

    def copy(self, article: Article, one: Annotation) -> Annotation:
        """Copy what another reader made of the article into the own sidecar, under a new id."""
        copied = replace(one, id=new_id(), by=self.by, made=now(), edited=None)
        return self.add(article, copied)

    def detach(self, article: Article, id: str) -> Annotation:  # noqa: A002
        """Make an annotation a note on the whole article, which keeps its words as a quotation."""

        def detached(old: Annotation) -> Annotation:
            words = "" if old.quote is None else "“" + " ".join(old.quote.split()) + "”"
            note = "\n\n".join(part for part in (words, old.note) if part)
            return replace(old, quote=None, at=None, before="", after="", note=note)

        return self._change(article, id, detached)

    def change(
        self,
        article: Article,
        id: str,  # noqa: A002
        *,
        note: str | None = None,
        tags: Sequence[str] | None = None,
        claim: Claim | Unset | None = UNSET,
        links: Sequence[Link] | None = None,
        seen: Annotation | None = None,
    ) -> Annotation:
        """Change what is given of an annotation; None (for `claim`: UNSET) leaves a part as it is.

        The claim None takes the claim away. `seen` is the annotation that the change began with:
        what another program changed since is kept, and where both changed the same part,
        `ChangedSinceError` is raised.
        """
        wish = Wish(note, tags, claim, links, seen)
        file = self.location.file(article.name)
        return self._change(article, id, lambda old: wish.granted(old, file))

    def change_all(
        self, article: Article, wishes: Mapping[str, Wish], watch: Watch = unwatched
    ) -> int:
        """Change several annotations of an article, each as is wished by its id, in one write.

        Returns how many became another. It is one step to undo. Where one was changed by another
        program, none is, and `ChangedSinceError` is raised. `watch` is told how far it is; what it
        raises ends it with nothing written.
        """
        file = self.location.file(article.name)
        changed = {id_: partial(wish.granted, file=file) for id_, wish in wishes.items()}
        return self._change_all(article, changed, watch)

    def move(self, article: Article, id: str, span: Span) -> Annotation:  # noqa: A002
        """Anchor an annotation anew: its words and context become those of `span`."""
        anchor = anchored(article, span)
        return self._change(article, id, lambda old: replace(old, **anchor))

    def move_all(
        self, article: Article, places: Mapping[str, Span], watch: Watch = unwatched
    ) -> int:
        """Anchor several annotations of an article anew, each by its id, as `change_all` does."""
        changed = {}
        for id_, span in places.items():
            changed[id_] = partial(replace, **anchored(article, span))
        return self._change_all(article, changed, watch)

    def delete(self, article: Article, id: str, *, seen: Annotation | None = None) -> None:  # noqa: A002
        """Delete an annotation; it stays in the journal for 30 days.

        Where it is no longer what was `seen`, `ChangedSinceError` is raised.
        """
        self.delete_all(article, {id: seen})

    def delete_all(self, article: Article, seen: Mapping[str, Annotation | None]) -> int:
        """Delete several annotations of an article in one write: one step to undo.

        They are named by their ids, with what was seen of each. Where one is no longer that, none
        is deleted, and `ChangedSinceError` is raised. Returns how many they were.
        """

        def work(sidecar: Sidecar) -> Work | None:
            entries = [self._entry(article.name, sidecar, identity) for identity in seen]
            for entry in entries:
                refuse_unseen(seen[entry.annotation.id], entry.annotation, sidecar.file)
            return work_on_deletions(sidecar, entries) if entries else None

        self._do(article.name, work, new_header(article))
        return len(seen)

    def adopt(self, orphan_article: str, article: Article) -> Change:
        """Give the sidecars of an article that is gone, those of all readers, to another one.

        Each file is renamed in one step; then its header is made to name the article. Those that
        cannot be moved stay; `AnnotationError` is raised where all do. It is one step to undo.
        """
        if os.path.lexists(self.location.root / orphan_article):
            file, reason = self.location.file(orphan_article), "its article is there still"
            raise AnnotationError(Problem(file, reason, "leave the sidecar where it is"))
        adoption = Adoption(orphan_article, article.name, new_header(article)["article"])
        readers = self.readers(orphan_article) or (self.reader,)
        left: list[AnnotationError] = []
        with self.together(f"giving the annotations of {orphan_article} to {article.name}"):
            for reader in readers:
                try:
                    one = replace(adoption, reader=reader)
                    self._session.did(self._shelves.of(reader).move(one))
                except AnnotationError as wrong:
                    left.append(wrong)
        if len(left) == len(readers):
            raise left[0]
        words = f"The annotations of {orphan_article} are now those of {article.name}"
        words += "".join(f"; one sidecar stays: {wrong}" for wrong in left)
        return Change(article.name, "", "moved", words)

    def together(self, words: str) -> AbstractContextManager[None]:
        """Make what is done inside one step to undo, which `words` say."""
        return self._session.together(words)

    def undo(self) -> Change | None:
        """Take back the last thing that was done and not undone; None where there is none."""
        return self._session.undo()

    def redo(self) -> Change | None:
        """Do again what was undone last; None where there is nothing."""
        return self._session.redo()

    def _change(
        self, article: Article, identity: str, changed: Callable[[Annotation], Annotation]
    ) -> Annotation:
        unchanged: list[Annotation] = []

        def work(sidecar: Sidecar) -> Work | None:
            entry = self._entry(article.name, sidecar, identity)
            new = changed(entry.annotation)
            refuse_unwritable(new, sidecar.file)
            if new == entry.annotation:
                unchanged.append(new)
                return None
            return work_on_change(sidecar, entry, replace(new, edited=now()))

        left = self._do(article.name, work, new_header(article))
        return unchanged[0] if left is None else self._there(left, identity)

    def _change_all(
        self,
        article: Article,
        changed: Mapping[str, Callable[[Annotation], Annotation]],
        watch: Watch,
    ) -> int:
        many = 0

        def work(sidecar: Sidecar) -> Work | None:
            nonlocal many
            pairs = []
            for identity, change in changed.items():
                entry = self._entry(article.name, sidecar, identity)
                new = change(entry.annotation)
                refuse_unwritable(new, sidecar.file)
                if new != entry.annotation:
                    pairs.append((entry, replace(new, edited=now())))
            many = len(pairs)
            return work_on_changes(sidecar, pairs, watch) if pairs else None

        self._do(article.name, work, new_header(article))
        return many

    def _do(
        self, article: str, work: Callable[[Sidecar], Work | None], header: dict[str, Data]
    ) -> Sidecar | None:
        """Write an edit; return the sidecar that it left, None where nothing was to be written."""
        with self._session.writing:
            written = self._shelf.write(article, work, header)
            if written is None:
                return None
            self._session.did(written.done)
            return written.sidecar

    def _there(self, sidecar: Sidecar | None, identity: str) -> Annotation:
        """Return an annotation as it reads in the file that was just written."""
        entry = sidecar.entry(identity) if sidecar else None
        assert entry is not None
        return entry.annotation

    def _entry(self, article: str, sidecar: Sidecar, identity: str) -> Entry:
        """Find an annotation in a sidecar. Raises `AnnotationError` where it is not there."""
        entry = sidecar.entry(identity)
        if entry is None:
            raise self._missing(article, sidecar, identity)
        return entry

    def _missing(self, article: str, sidecar: Sidecar, identity: str) -> AnnotationError:
        if sidecar.locked is not None:
            return AnnotationError(sidecar.locked)
        reason = f"annotation {identity} is not in the sidecar, or not in a form that can be read"
        remedy = "look into the file; `postil check` says what is wrong with it"
        for owned in self.sidecars(article):
            if not owned.mine and owned.sidecar.entry(identity) is not None:
                reason = f"annotation {identity} is {owned.reader or 'another reader'}'s"
                remedy = "only its reader changes it: copy it into your own"
        return AnnotationError(Problem(sidecar.file, reason, remedy))
