"""A sidecar given to another article: the file is renamed, then its header names that article.

The rename is one step, so that at every instant one sidecar holds the annotations. A process that
is killed right after it leaves the sidecar beside the new article with the old header, which is no
more than a hint: all that counts is done.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from annotations.editor import change_header
from annotations.error import AnnotationError
from annotations.history import ConflictError
from annotations.orphans import header_of
from annotations.saving import (
    NOT_UNDONE,
    ChangedMeanwhileError,
    Doubt,
    Stamp,
    rename,
    save,
    stamp_of,
)
from annotations.sidecar import Sidecar, parse_sidecar, read_sidecar
from annotations.undoing import holds_nothing
from corpus.problem import Problem

if TYPE_CHECKING:
    from annotations.location import Location
    from annotations.schema import Data


@dataclass(frozen=True, slots=True)
class Adoption:
    """The sidecar of the article `was` is to be, or is, that of `article`.

    `header` is what its `article` block says of that article. `ids` are the annotations it is
    about. Where the file is `before`, it becomes `after`, byte for byte; None where that is not
    known. `reader` is whose sidecar it is, None for who has no name.
    """

    was: str
    article: str
    header: dict[str, Data]
    ids: frozenset[str] | None = None
    before: bytes | None = None
    after: bytes | None = None
    reader: str | None = None

    @property
    def articles(self) -> tuple[str, str]:
        """The articles whose sidecars it is about."""
        return self.was, self.article


@dataclass(frozen=True, slots=True)
class Moved:
    """An adoption that was done: what undoes it, and the sidecar in its new place."""

    back: Adoption
    sidecar: Sidecar
    stamp: Stamp


def adopt(
    adoption: Adoption, location: Location, sidecar: Sidecar, there: Sidecar, doubt: Doubt
) -> Moved:
    """Do it.

    `sidecar` and `there` are the sidecars of the two articles as they are on the disk, both held by
    the `sole_writer`. Raises `AnnotationError` with both files as they were, or
    `ChangedMeanwhileError`.
    """
    _refuse(adoption, location, sidecar, there)
    assert sidecar.data is not None
    assert sidecar.document is not None
    source, target = location.resolved(adoption.was), location.resolved(adoption.article)
    file = location.file(adoption.article)
    rename(source, target, sidecar.file, sidecar.data, there.data, doubt)
    after = adoption.after
    if after is None or sidecar.data != adoption.before:
        after = sidecar.encoded(change_header(sidecar.document, adoption.header).text)
    left, stamp = _with_header(source, target, sidecar, file, after, doubt)
    old = header_of(sidecar)
    back = Adoption(
        adoption.article,
        adoption.was,
        {key: old[key] for key in adoption.header if key in old},
        frozenset(_ids(sidecar)),
        left.data,
        sidecar.data,
        adoption.reader,
    )
    return Moved(back, left, stamp)


def _with_header(
    source: Path, target: Path, sidecar: Sidecar, file: str, after: bytes, doubt: Doubt
) -> tuple[Sidecar, Stamp]:
    """Write the sidecar that was renamed with its new header; if that fails, rename it back."""
    before = sidecar.data
    assert before is not None
    if after == before:
        return parse_sidecar(before, file), stamp_of(target)
    try:
        stamp = save(target, file, after, before, doubt)
    except ChangedMeanwhileError:
        # Another program writes to it already: it is where it belongs, and the header can wait.
        stamp = stamp_of(target)
        return read_sidecar(target, file), stamp
    except AnnotationError:
        rename(target, source, file, before, None, doubt)
        raise
    return parse_sidecar(after, file), stamp


def _refuse(adoption: Adoption, location: Location, sidecar: Sidecar, there: Sidecar) -> None:
    """Refuse what would lose or mix anything. Raises `AnnotationError`."""
    if sidecar.locked is not None:
        raise AnnotationError(sidecar.locked)
    if sidecar.data is None:
        reason = "there is no such sidecar any more"
        raise ConflictError(Problem(sidecar.file, reason, "look for it in the folder"))
    if location.named(adoption.was).is_symlink():
        reason = "the sidecar is a link, and is not moved"
        raise AnnotationError(Problem(sidecar.file, reason, "rename the link by hand"))
    if there.locked is not None:
        raise AnnotationError(there.locked)
    if there.data is not None and not _is_empty(there):
        raise AnnotationError(
            Problem(
                there.file,
                f"this article has a sidecar of its own; the one of {adoption.was} stays apart",
                f"copy the annotations from {sidecar.file} into it by hand, then remove that file",
            )
        )
    if adoption.ids is not None and (more := set(_ids(sidecar)) - adoption.ids):
        reason = f"annotation {min(more)} was added to it since"
        raise ConflictError(
            Problem(sidecar.file, f"{NOT_UNDONE}{reason}", "rename the sidecar by hand")
        )


def _is_empty(sidecar: Sidecar) -> bool:
    """Whether a sidecar is what Postil leaves when nothing was said of an article."""
    document = sidecar.document
    if document is None or sidecar.tags:
        return False
    value = document.value
    header = dict(value) if isinstance(value, dict) else {}
    header.pop("annotations", None)
    return holds_nothing(document, header)


def _ids(sidecar: Sidecar) -> list[str]:
    return [entry.annotation.id for entry in sidecar.entries]
