"""What was done in this session, and the way back: one step after the other, to its beginning."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from threading import RLock
from typing import TYPE_CHECKING

from annotations.adopting import Adoption
from annotations.article_tags import Tagged, tag_article
from annotations.entity_decisions import Decided, take_back
from annotations.error import AnnotationError
from annotations.history import Change, ConflictError, Done, Work
from annotations.history import words as words_of
from annotations.undoing import holds_nothing, work_on_undo

if TYPE_CHECKING:
    from pathlib import Path

    from annotations.saving import Doubt
    from annotations.shelves import Shelves
    from annotations.sidecar import Sidecar


@dataclass(frozen=True, slots=True)
class Several:
    """Steps that were one thing for the reader, in their order; `words` say it."""

    words: str
    steps: tuple[Past, ...]

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles whose sidecars it is about."""
        return tuple(dict.fromkeys(name for step in self.steps for name in step.articles))


Past = Done | Adoption | Decided | Tagged | Several


class Session:
    """What was done and undone, the last one last; `writing` is held by who writes."""

    def __init__(self, shelves: Shelves, root: Path, doubt: Doubt) -> None:
        self.writing = RLock()
        self._shelves = shelves
        self._shelf = shelves.own
        self._root = root
        self._doubt = doubt
        self._undo: list[Past] = []
        self._redo: list[Past] = []
        self._gathered: list[Past] | None = None
        self._refused: list[Past] = []  # what could not be undone when it was tried last

    def did(self, past: Past) -> None:
        """Keep what was done: it is what is undone next."""
        if self._gathered is not None:
            self._gathered.append(past)
            return
        self._undo.append(past)
        self._redo.clear()
        self._refused.clear()

    @contextmanager
    def together(self, words: str) -> Iterator[None]:
        """Make what is done inside one step to undo; what was done before an error, too.

        Nobody else writes meanwhile.
        """
        with self.writing:
            if self._gathered is not None:
                yield
                return
            gathered: list[Past] = []
            self._gathered = gathered
            try:
                yield
            finally:
                self._gathered = None
                if len(gathered) == 1:
                    self.did(gathered[0])
                elif gathered:
                    self.did(Several(words, tuple(gathered)))

    def undo(self) -> Change | None:
        """Take back the last thing that was done and not undone; None where there is none."""
        return self._go_back(self._undo, self._redo, redo=False)

    def redo(self) -> Change | None:
        """Do again what was undone last; None where there is nothing."""
        return self._go_back(self._redo, self._undo, redo=True)

    def _go_back(self, stack: list[Past], other: list[Past], *, redo: bool) -> Change | None:
        """Undo the last of `stack` that can be undone.

        What conflicts is dropped, for it never can be undone. What is refused for another reason
        stays; the next time it is tried again, and if it is refused again what is older is undone,
        in other articles.
        """
        refusals: dict[str, AnnotationError] = {}
        with self.writing:
            for past in reversed(stack):
                if not refusals.keys().isdisjoint(past.articles):
                    continue
                try:
                    opposite, change = self._back(past, redo=redo)
                except ConflictError:
                    _take_out(stack, past)
                    raise
                except _HalfwayError as halfway:
                    _put_in(stack, past, halfway.left)
                    other.append(halfway.done)
                    raise halfway.why from halfway
                except AnnotationError as wrong:
                    if not any(one is past for one in self._refused):
                        self._refused.append(past)
                        raise
                    refusals |= dict.fromkeys(past.articles, wrong)
                    continue
                _take_out(stack, past)
                _take_out(self._refused, past)
                other.append(opposite)
                return change
        for refused in refusals.values():
            raise refused
        return None

    def _back(self, past: Past, *, redo: bool) -> tuple[Past, Change]:
        """Undo one thing; return what undoes that, and what was done."""
        if isinstance(past, Several):
            return self._several_back(past, redo=redo)
        if isinstance(past, Adoption):
            words = f"the annotations of {past.was} are those of {past.article} again"
            opposite = self._shelves.of(past.reader).move(past)
            return opposite, Change(past.article, "", "moved", f"{_said(redo=redo)}: {words}")
        if isinstance(past, Decided):
            back = take_back(self._root, past, self._doubt)
            return back, Change("", "", "decided", f"{_said(redo=redo)}: {past.words}")
        if isinstance(past, Tagged):
            return self._tags_back(past, redo=redo)
        written = self._shelf.write(
            past.article, partial(self._undone, past=past, redo=redo), past.header
        )
        assert written is not None
        work = written.done.work
        words = words_of(work.kind, written.done, redo=redo)
        return written.done, Change(past.article, work.id, work.kind, words)

    def _tags_back(self, past: Tagged, *, redo: bool) -> tuple[Past, Change]:
        """Undo what was done to the tags of an article, as far as they were not changed since."""
        changed = tag_article(self._shelf, past.opposite)
        words = f"{_said(redo=redo)}: tags of {past.article}"
        return changed or past.opposite, Change(past.article, "", "tagged", words)

    def _several_back(self, past: Several, *, redo: bool) -> tuple[Past, Change]:
        """Undo the steps of one thing, the last first; those that conflict are left as they are.

        Where a step is refused, it and those before it stay to be undone.
        """
        opposites: list[Past] = []
        change: Change | None = None
        conflict: ConflictError | None = None
        left = 0
        for at in range(len(past.steps) - 1, -1, -1):
            try:
                opposite, change = self._back(past.steps[at], redo=redo)
            except ConflictError as wrong:
                conflict, left = wrong, left + 1
                continue
            except AnnotationError as wrong:
                if not opposites:
                    raise
                raise _HalfwayError(
                    replace(past, steps=past.steps[: at + 1]),
                    replace(past, steps=tuple(opposites)),
                    wrong,
                ) from wrong
            opposites.append(opposite)
        if change is None:
            assert conflict is not None
            raise conflict
        words = f"{_said(redo=redo)}: {past.words}"
        if left:
            words += f", but {left} that another program changed since"
        return replace(past, steps=tuple(opposites)), replace(change, words=words)

    def _undone(self, sidecar: Sidecar, past: Done, *, redo: bool) -> Work:
        """Work out what undoes `past`.

        A file that this session made is removed when undoing leaves nothing of anybody's in it.
        """
        work = work_on_undo(sidecar, past)
        if (
            past.kind == "added"
            and not redo
            and self._shelf.has_made(past.article)
            and work.edit is not None
            and holds_nothing(work.edit.after, past.header)
        ):
            return replace(work, edit=None)
        return work


class _HalfwayError(Exception):
    """Some steps of one thing are undone (`done` undoes that), others are `left`, and `why`."""

    def __init__(self, left: Several, done: Several, why: AnnotationError) -> None:
        super().__init__(str(why))
        self.left = left
        self.done = done
        self.why = why


def _said(*, redo: bool) -> str:
    return "Redone" if redo else "Undone"


def _take_out(stack: list[Past], past: Past) -> None:
    """Take out this very step: another may be equal to it."""
    stack[:] = [one for one in stack if one is not past]


def _put_in(stack: list[Past], past: Past, instead: Past) -> None:
    """Put a step in the place of this very one."""
    stack[:] = [instead if one is past else one for one in stack]
