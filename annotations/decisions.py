"""What the reader decided about single articles, written into `postil.yaml` under `articles`.

One key of one article at a time, by the same surgical editor and in the same way as a sidecar: the
file belongs to the reader, and comments, order, quoting and keys that Postil does not know stay.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

from annotations import rendering
from annotations.differences import Put, Remove
from annotations.editor import Document, change_mapping
from annotations.error import AnnotationError
from annotations.locking import sole_writer
from annotations.saving import NOT_SAVED, ChangedMeanwhileError, save
from annotations.sidecar import read_bytes
from annotations.splice import ending
from corpus.corpus_file import CORPUS_FILE_NAME, SCHEMA
from corpus.corpus_file_reading import LIMIT, parse_corpus_file
from corpus.decoding import byte_order_mark
from corpus.problem import CorpusError, Problem
from corpus.regular_file import NotRegularError, TooLargeError, inside

if TYPE_CHECKING:
    from annotations.schema import Data

Key = Literal["title", "outlet", "author", "published", "encoding"]

_ARTICLES = "articles"
_ATTEMPTS = 5
_WRITABLE = "make the folder and postil.yaml writable, or copy the corpus to where you may write"
_BY_HAND = "write it into postil.yaml by hand"


def decide(
    root: Path,
    article: str,
    key: Key,
    value: str | None,
    doubt: Callable[[Problem], None] = lambda _: None,
) -> bool:
    """Set a key of an article in the `postil.yaml` of the corpus at `root`; None takes it out.

    The file is made where there is none. Returns whether anything had to be written; when it has
    returned, that is on the disk. Raises `AnnotationError` with the file untouched. `doubt` is told
    what may not survive a power cut.
    """
    real = inside(root, root / CORPUS_FILE_NAME)
    if real is None:
        reason = "it is a link to a place outside the corpus"
        raise _refused(reason, "put the file itself there")
    path = Path(real)
    decision = _Decision(article, key, value)
    try:
        with sole_writer(path, CORPUS_FILE_NAME):
            for _ in range(_ATTEMPTS):
                before = _read(path)
                after = decision.made(before)
                if after == before or after is None:
                    return False
                try:
                    save(path, CORPUS_FILE_NAME, after, before, doubt)
                except ChangedMeanwhileError:
                    continue
                return True
    except AnnotationError as wrong:
        raise _reworded(wrong) from wrong
    raise _refused("another program changes it all the time", "try again when that has ended")


@dataclass(frozen=True, slots=True)
class _Decision:
    """One key of one article and what it shall be."""

    article: str
    key: Key
    value: str | None

    def made(self, before: bytes | None) -> bytes | None:
        """Return the bytes of the file with the decision; None where no file is needed.

        Raises `AnnotationError`.
        """
        if before is None and self.value is None:
            return None
        mark, encoding = byte_order_mark(before or b"") or (b"", "utf-8")
        try:
            text = (before or b"")[len(mark) :].decode(encoding)
        except UnicodeDecodeError as wrong:
            raise _refused(f"it is not {encoding.upper()}", "save it as UTF-8") from wrong
        after = mark + self._text(text).encode(encoding)
        if len(after) > LIMIT:
            reason = f"it would have {len(after):,} bytes; at most {LIMIT:,} are read"
            raise _refused(reason, "take out what the articles do not need")
        return after

    def _text(self, text: str) -> str:
        try:
            document = Document.read(text, CORPUS_FILE_NAME)
        except CorpusError as wrong:
            raise AnnotationError(wrong.problem) from wrong
        if document.value is None:
            after = text if self.value is None else self._begun(text)
        else:
            while (step := self._step(document)) is not None:
                document = change_mapping(document, step, self._order(document, step))
            after = document.text
        self._refuse_unread(after)
        return after

    def _begun(self, text: str) -> str:
        """Write the first decision into a file that holds nothing but comments, if that."""
        end = ending(text)
        above = text if not text or text.endswith(("\n", "\r")) else text + end
        lines = [
            *rendering.entry_lines("schema", SCHEMA),
            *rendering.entry_lines(_ARTICLES, {self.article: {self.key: self.value}}),
        ]
        return above + "".join(line + end for line in lines)

    def _step(self, document: Document) -> Put | Remove | None:
        """Return the next step that leads there; None where the file says it."""
        root: Any = document.value
        if not isinstance(root, dict):
            raise _refused("it is no mapping", "write `key: value` lines", 1)
        articles = root.get(_ARTICLES)
        if articles is not None and not isinstance(articles, dict):
            raise _refused("`articles` is no mapping", "write `FILE: {key: value}` lines under it")
        articles = articles or {}
        names = [name for name in articles if name.removeprefix("./") == self.article]
        for name in names:
            if articles[name] is not None and not isinstance(articles[name], dict):
                raise _refused(f"`{name}` is no mapping", "write `key: value` pairs for it")
        if self.value is None:
            holding = [name for name in names if self.key in (articles[name] or {})]
            return self._taking_out(root, holding[0]) if holding else None
        name = names[-1] if names else self.article  # of two spellings the last one counts
        told = articles.get(name)
        if told and told.get(self.key) == self.value:
            return None
        if told:
            return Put((_ARTICLES, name), self.key, self.value)
        data: Data = {self.key: self.value}
        return Put((_ARTICLES,), name, data) if articles else Put((), _ARTICLES, {name: data})

    def _taking_out(self, root: dict[str, Any], name: str) -> Put | Remove:
        """Take the key out, with what would hold nothing else."""
        if len(root[_ARTICLES][name]) > 1:
            return Remove((_ARTICLES, name), self.key)
        if len(root[_ARTICLES]) > 1:
            return Remove((_ARTICLES,), name)
        return Remove((), _ARTICLES) if len(root) > 1 else Put((), _ARTICLES, {})

    def _order(self, document: Document, step: Put | Remove) -> tuple[str, ...]:
        """Give the keys that come before a new one: what is new comes last."""
        if not isinstance(step, Put):
            return ()
        if step.path == (_ARTICLES, self.article):
            return get_args(Key)
        there: object = document.value
        for part in step.path:
            there = there[part] if isinstance(there, dict) else None
        return (*(there if isinstance(there, dict) else ()), step.key)

    def _refuse_unread(self, text: str) -> None:
        """Refuse a decision that Postil would not read as it was meant."""
        settings, problems = parse_corpus_file(text)
        told = [one for one in settings.articles if one.article == self.article]
        found = getattr(told[-1], self.key) if told else None
        if found is None and self.value is not None:
            problem = next((one for one in problems if one.level == "error"), None)
            raise AnnotationError(problem) if problem else _refused("it is not read", _BY_HAND)


def _read(path: Path) -> bytes | None:
    try:
        return read_bytes(path)
    except TooLargeError as wrong:
        reason = f"it has {wrong.size:,} bytes; at most {LIMIT:,} are read"
        raise _refused(reason, "take out what the articles do not need") from wrong
    except NotRegularError as wrong:
        raise _refused(f"it is {wrong.kind}", "put a regular file in its place") from wrong
    except OSError as wrong:
        raise _refused(f"it cannot be read: {wrong.strerror}", "check its permissions") from wrong


def _refused(reason: str, remedy: str, line: int | None = None) -> AnnotationError:
    return AnnotationError(Problem(CORPUS_FILE_NAME, f"nothing is set: {reason}", remedy, line))


def _reworded(wrong: AnnotationError) -> AnnotationError:
    """Say of `postil.yaml` what is said of a sidecar that could not be written."""
    problem = wrong.problem
    if not problem.reason.startswith(NOT_SAVED):
        return wrong
    reason = problem.reason.removeprefix(NOT_SAVED).replace("the sidecar", "the file")
    remedy = _WRITABLE if "--annotations" in problem.remedy else problem.remedy
    return _refused(reason, remedy)
