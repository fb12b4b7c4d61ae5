"""What the reader decided about single articles, written into `postil.yaml` under `articles`.

One key of one article at a time, by the same surgical editor and in the same way as a sidecar: the
file belongs to the reader, and comments, order, quoting and keys that Postil does not know stay.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

from annotations.corpus_file_writing import begun, refused, root_of, with_text, write
from annotations.decisions_on_many import with_many
from annotations.differences import Put, Remove
from annotations.editor import Document, change_mapping
from annotations.entity_decisions import Decided
from annotations.error import AnnotationError
from corpus.corpus_file import CORPUS_FILE_NAME
from corpus.corpus_file_reading import parse_corpus_file
from corpus.problem import CorpusError, Problem

if TYPE_CHECKING:
    from annotations.schema import Data

Key = Literal["title", "outlet", "author", "published", "encoding"]

_ARTICLES = "articles"
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
    return write(root, _Decision(article, key, value).made, doubt) is not None


def decide_of_all(
    root: Path,
    articles: Sequence[str],
    key: Key,
    value: str | None,
    doubt: Callable[[Problem], None],
) -> Decided | None:
    """Set a key of several articles at once, as `decide` does; None where the file says it all."""

    left: list[str] = []

    def changed(text: str) -> str:
        try:
            document = with_many(Document.read(text, CORPUS_FILE_NAME), articles, key, value)
        except CorpusError as wrong:
            raise AnnotationError(wrong.problem) from wrong
        root: dict[str, Any] = {} if document.value is None else root_of(document.value)
        there = root.get(_ARTICLES) or {}
        left[:] = [
            one
            for one in articles
            if f"./{one}" in there or (there.get(one) or {}).get(key) != value
        ]
        if not left:
            _Decision(articles[-1], key, value).refuse_unread(document.text)
        return document.text

    def made(before: bytes | None) -> bytes | None:
        # The first one makes the file, or the mapping, that the others are written into.
        after = _Decision(articles[0], key, value).made(before)
        if after is not None:
            after = with_text(after, changed)
            for article in left:
                after = _Decision(article, key, value).made(after)
        return after

    written = write(root, made, doubt)
    if written is None:
        return None
    whose = articles[0] if len(articles) == 1 else f"{len(articles):,} articles"
    told = f"{key} of {whose}: {value}" if value is not None else f"{key} of {whose} not set"
    return Decided(told, written)


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
        return with_text(before, self._text)

    def _text(self, text: str) -> str:
        try:
            document = Document.read(text, CORPUS_FILE_NAME)
        except CorpusError as wrong:
            raise AnnotationError(wrong.problem) from wrong
        if document.value is None:
            told: Data = {self.article: {self.key: self.value}}
            after = text if self.value is None else begun(text, _ARTICLES, told)
        else:
            while (step := self._step(document)) is not None:
                document = change_mapping(document, step, self._order(document, step))
            after = document.text
        self.refuse_unread(after)
        return after

    def _step(self, document: Document) -> Put | Remove | None:
        """Return the next step that leads there; None where the file says it."""
        root: dict[str, Any] = root_of(document.value)
        articles = root.get(_ARTICLES)
        if articles is not None and not isinstance(articles, dict):
            raise refused("`articles` is no mapping", "write `FILE: {key: value}` lines under it")
        articles = articles or {}
        names = [name for name in articles if name.removeprefix("./") == self.article]
        for name in names:
            if articles[name] is not None and not isinstance(articles[name], dict):
                raise refused(f"`{name}` is no mapping", "write `key: value` pairs for it")
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

    def refuse_unread(self, text: str) -> None:
        """Refuse a decision that Postil would not read as it was meant."""
        settings, problems = parse_corpus_file(text)
        told = [one for one in settings.articles if one.article == self.article]
        found = getattr(told[-1], self.key) if told else None
        if found is None and self.value is not None:
            problem = next((one for one in problems if one.level == "error"), None)
            raise AnnotationError(problem) if problem else refused("it is not read", _BY_HAND)
