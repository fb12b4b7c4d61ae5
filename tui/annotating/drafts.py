"""Notes that were typed and not saved: kept in the state folder until they are.

A form that is open keeps what was typed as a file of its own, so that neither a crash nor a closed
window loses it. What is left of sessions that ended so is offered when the corpus is opened again.
"""

from __future__ import annotations

import json
import os
import secrets
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.cache import state_folder
from corpus.span import Span

if TYPE_CHECKING:
    from annotations.model import Annotation
    from corpus.article import Article


@dataclass(frozen=True, slots=True)
class Draft:
    """A note as it was typed: about a span, an annotation, or (both None) a whole article.

    `tags` are the words in the field of tags. `quote` is the text of the span. `claim` are the
    lines of a claim's form, None for a note.
    """

    article: str
    part: str | None = None
    annotation: str | None = None
    start: int | None = None
    end: int | None = None
    quote: str | None = None
    note: str = ""
    tags: str = ""
    claim: dict[str, str] | None = None

    def place_in(self, text: str) -> Span | None:
        """Return where the words stand in the text as it is now, None where they are gone."""
        if self.quote is None or self.start is None:
            return None
        here = text.find(self.quote, self.start)
        before = text.rfind(self.quote, 0, self.start + len(self.quote))
        found = [place for place in (here, before) if place >= 0]
        if not found:
            return None
        place = min(found, key=lambda place: abs(place - (self.start or 0)))
        return Span(place, place + len(self.quote))


def draft_of(article: Article, annotation: Annotation | None, span: Span | None) -> Draft:
    """Return an empty draft about an annotation, a span of an article, or all of it."""
    return Draft(
        article.name,
        article.file.part,
        annotation.id if annotation else None,
        span.start if span else None,
        span.end if span else None,
        span.cut(article.text) if span else None,
    )


class DraftFile:
    """One form's file, made when there is something to keep.

    `path` is the file, `note_path` that which an editor gets the note in.
    """

    def __init__(self, path: Path, draft: Draft) -> None:
        self._draft = draft
        self.path = path
        self.note_path = path.with_suffix(".md")

    @property
    def draft(self) -> Draft:
        """What was kept last."""
        return self._draft

    def keep(self, note: str, tags: str, claim: dict[str, str] | None = None) -> None:
        """Keep what was typed. Raises OSError."""
        self._draft = replace(self._draft, note=note, tags=tags, claim=claim)
        _write(self.path, json.dumps(asdict(self._draft)))

    def write_note(self, note: str) -> None:
        """Write the note for an editor, with a line end as editors want it. Raises OSError."""
        text = note if note.endswith("\n") or not note else note + "\n"
        # What looks like a byte order mark would be taken for one: a mark before it says UTF-8.
        _write(self.note_path, "\ufeff" + text if text.startswith("\ufeff") else text)

    def read_note(self) -> str:
        """Return the note as an editor left it, without the last line end. Raises OSError."""
        text = _decoded(self.note_path.read_bytes())
        return text.replace("\r\n", "\n").removesuffix("\n")

    def forget_note(self) -> None:
        """Remove the file that the editor had."""
        self.note_path.unlink(missing_ok=True)

    def forget(self) -> None:
        """Remove all: the note is saved, or was thrown away. What cannot be stays."""
        with suppress(OSError):
            self.path.unlink(missing_ok=True)
            self.forget_note()


class Drafts:
    """The drafts of one corpus. Methods raise CorpusError or OSError where nothing can be kept."""

    def __init__(self, key: str) -> None:
        self._key = key
        self._folder: Path | None = None
        self._own: set[str] = set()

    def _opened(self) -> Path:
        if self._folder is None:
            folder = state_folder() / self._key / "drafts"
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._folder = folder
        return self._folder

    def begin(self, draft: Draft) -> DraftFile:
        """Return the file of a form that is opened; nothing is written yet."""
        name = f"{os.getpid()}-{secrets.token_hex(4)}"
        self._own.add(name)
        return DraftFile(self._opened() / f"{name}.json", draft)

    def left(self) -> tuple[DraftFile, ...]:
        """Return what sessions that are over left behind, the oldest first."""
        found = []
        for path in sorted(self._opened().glob("*.json")):
            if path.stem in self._own or _is_open_elsewhere(path.stem):
                continue
            try:
                written = path.stat().st_mtime_ns
                draft = Draft(**json.loads(path.read_bytes()))
            except (OSError, ValueError, TypeError, RecursionError):
                continue
            file = DraftFile(path, draft)
            with suppress(OSError):
                # An editor had it last.
                if file.note_path.stat().st_mtime_ns > written:
                    file = DraftFile(path, replace(draft, note=file.read_note()))
            found.append((written, file))
        return tuple(file for _, file in sorted(found, key=lambda pair: pair[0]))

    def take(self, file: DraftFile) -> None:
        """Take a draft over from a session that is over."""
        self._own.add(file.note_path.stem)


def _is_open_elsewhere(name: str) -> bool:
    """Say whether the process that a draft is named after is another that still runs."""
    process = name.partition("-")[0]
    if not process.isdecimal() or int(process) == os.getpid():
        return False
    try:
        os.kill(int(process), 0)
    except (OSError, OverflowError):
        return False
    return True


def _decoded(data: bytes) -> str:
    """Return the text of bytes that `_write` or an editor wrote, without a byte order mark."""
    try:
        # Lone surrogates, which `_write` lets through, are no UTF-8 to Python otherwise.
        return data.decode("utf-8", "surrogatepass").removeprefix("\ufeff")
    except UnicodeDecodeError:
        from corpus.decoding import decode

        return decode(data).text


def _write(path: Path, text: str) -> None:
    """Replace a file in one step; only the user can read it."""
    temporary = path.with_name(f"{path.name}.tmp")
    data = text.encode("utf-8", "surrogatepass")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
