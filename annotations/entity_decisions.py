"""What the reader decided about entities, written into `postil.yaml` under `entities`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotations.corpus_file_writing import (
    Written,
    begun,
    refused,
    root_of,
    taken_back,
    with_text,
    write,
)
from annotations.differences import Insert, Put, differences
from annotations.editor import Document, change_mapping
from annotations.entity_wishes import ORDER, Rules, Wish
from annotations.error import AnnotationError
from corpus.corpus_file import CORPUS_FILE_NAME
from corpus.corpus_file_reading import parse_corpus_file
from corpus.problem import CorpusError

if TYPE_CHECKING:
    from annotations.differences import Step
    from annotations.saving import Doubt

_KEY = "entities"


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision that is written: in words, and what became of the file."""

    words: str
    written: Written

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles whose sidecars it is about: none."""
        return ()


def decide_entity(root: Path, wish: Wish, doubt: Doubt) -> Decided | None:
    """Write a wish into the `postil.yaml` of the corpus at `root`, which is made if need be.

    Returns None where the file says it already. Raises `AnnotationError` with the file untouched.
    `doubt` is told what may not survive a power cut.
    """
    written = write(root, lambda before: with_text(before, lambda text: _with(text, wish)), doubt)
    return None if written is None else Decided(str(wish), written)


def take_back(root: Path, decided: Decided, doubt: Doubt) -> Decided:
    """Undo a decision; return what undoes that. Raises `AnnotationError`, or `ConflictError`."""
    written = write(root, lambda now: taken_back(decided.written, now), doubt)
    return Decided(decided.words, written or Written(None, None))


def _with(text: str, wish: Wish) -> str:
    try:
        document = Document.read(text, CORPUS_FILE_NAME)
    except CorpusError as wrong:
        raise AnnotationError(wrong.problem) from wrong
    if document.value is None:
        after = begun(text, _KEY, list(wish.rules([])))
    else:
        old = _rules(document)
        for step in _steps(root_of(document.value).get(_KEY), old, wish.rules(old)):
            order = ORDER if isinstance(step, Put) and step.path else None
            document = change_mapping(document, step, order or _last(document, step))
        after = document.text
    _refuse_unread(text, after)
    return after


def _rules(document: Document) -> Rules:
    """Return the rules as they stand in the file. Raises `AnnotationError`."""
    value: Any = root_of(document.value).get(_KEY)
    if value is None:
        return []
    if not isinstance(value, list):
        raise refused("`entities` is no list", "write `- {name: NAME}` lines under it")
    for number, rule in enumerate(value, 1):
        fit = isinstance(rule, dict) and isinstance(rule.get("name"), str)
        lists = (rule.get(key) for key in ("aliases", "not", "forbid")) if fit else ()
        if not fit or any(isinstance(each, dict) for each in lists):
            remedy = "correct it; `postil check` says what is wrong with it"
            raise refused(f"entity {number} is not in a form that can be read", remedy)
    return value


def _steps(there: Any, old: Rules, new: Rules) -> list[Step]:
    """Return the steps that lead from the old rules to the new ones."""
    if not isinstance(there, list) or not there:
        return [Put((), _KEY, list(new))] if new else []
    steps: list[Step] = []
    for at, (before, after) in enumerate(zip(old, new, strict=False)):
        steps.extend(differences(before, after, before, (_KEY, at)))
    steps.extend(Insert((_KEY,), at, dict(new[at])) for at in range(len(old), len(new)))
    return steps


def _last(document: Document, step: Step) -> tuple[str, ...]:
    """Give the keys of the file, so that a new one comes last."""
    return (*root_of(document.value), step.key) if isinstance(step, Put) else ()


def _refuse_unread(before: str, after: str) -> None:
    """Refuse a decision that Postil would not read as it was meant."""
    known = {problem.reason for problem in parse_corpus_file(before)[1]}
    for problem in parse_corpus_file(after)[1]:
        if problem.reason not in known and problem.level == "error":
            raise AnnotationError(problem)
