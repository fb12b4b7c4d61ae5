"""Annotations of other tools taken into the sidecars of a corpus; nothing there is overwritten."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from annotations.anchor import context_of, place
from annotations.error import AnnotationError
from annotations.exchange.item import Incoming
from annotations.ledger import ledger
from annotations.model import Annotation, new_id
from corpus.problem import CorpusError, Problem
from corpus.span import Span

if TYPE_CHECKING:
    from annotations.anchor import State
    from annotations.store import AnnotationStore
    from corpus.article import Article
    from corpus.opening import Corpus

Outcome = Literal["added", "there already", "kept apart", "refused"]


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one incoming annotation.

    "added" with its `state` in the article; "there already", the same; "kept apart": what has its
    id here says something else and stays, and it was added under an id of its own; "refused", with
    the `problem`.
    """

    outcome: Outcome
    article: str
    id: str
    state: State | None = None
    problem: Problem | None = None


def take_in(
    incoming: Iterable[Incoming], corpus: Corpus, store: AnnotationStore, file: str
) -> Iterator[Taken]:
    """Add annotations one after the other; `file` is where they come from, for problems.

    One that cannot be placed is lost in its article, with its words. The links of what was kept
    apart still lead where they led.
    """
    known = {row.annotation.id: row.annotation for row in ledger(corpus, store)}
    contents = {content for one in known.values() for content in _contents(one)}
    for one in incoming:
        article = _article(one, corpus)
        if article is None:
            reason = f"there is no article {one.article} here, or it cannot be read"
            problem = Problem(file, reason, "rename it, or correct the name in the file")
            yield Taken("refused", one.article, one.annotation.id, None, problem)
            continue
        made, state = anchored(one.annotation, article)
        # As it came, or as it stands here: what has moved since it went out is still the same.
        with_id, apart = bool(made.id), made.id in known
        asked = {_content(made, with_id), _content(one.annotation, with_id)}
        if apart:
            # What was kept apart before is there under an id of its own.
            asked |= {_content(replace(each, id=""), True) for each in (made, one.annotation)}
        if not contents.isdisjoint(asked):
            yield Taken("there already", article.name, made.id, state)
            continue
        made = replace(made, id=new_id() if apart or not made.id else made.id)
        try:
            store.add(article, made)
        except AnnotationError as wrong:
            yield Taken("refused", article.name, made.id, None, wrong.problem)
            continue
        known[made.id] = made
        contents.update(_contents(made))
        yield Taken("kept apart" if apart else "added", article.name, made.id, state)


def anchored(one: Annotation, article: Article) -> tuple[Annotation, State]:
    """Tie an annotation to a text: where it stands there, else with its own words, lost."""
    text = article.text
    one = replace(one, part=article.file.part)
    if one.quote is None and one.at is None:
        return one, "ok"
    if one.quote is None and one.at is not None:
        # Positions alone: their words are those of the text as it is now.
        words = one.at.cut(text)
        if one.at.end > len(text) or not words:
            note = f"{one.note}\n\n(characters {one.at.start} to {one.at.end})".strip()
            return replace(one, at=None, note=note), "lost"
        before, after = context_of(text, one.at)
        return replace(one, quote=words, before=before, after=after), "ok"
    assert one.quote is not None
    positioned = one.at is not None and one.at.end - one.at.start == len(one.quote)
    start = len(text) + 1  # where nothing stands: it is found by its words or not at all
    at = one.at if positioned else Span(start, start + len(one.quote))
    found = place(replace(one, at=at), text)
    if found.state in ("ok", "moved") and found.span is not None:
        before, after = context_of(text, found.span)
        here = replace(one, at=found.span, quote=found.span.cut(text), before=before, after=after)
        return here, "ok"
    return replace(one, at=at), found.state


def _article(one: Incoming, corpus: Corpus) -> Article | None:
    """Find the article of a name or an address: the same name, else the one name it ends with."""
    part = one.annotation.part
    file = corpus.find(one.article, part)
    if file is None:
        name = one.article.replace("\\", "/")
        ends = [each for each in corpus.files if f"/{name}".endswith(f"/{each.article}")]
        longest = max(ends, key=lambda each: len(each.article), default=None)
        file = corpus.find(longest.article, part) if longest is not None else None
    try:
        return corpus.read(file) if file is not None else None
    except CorpusError:
        return None


def _contents(one: Annotation) -> tuple[str, ...]:
    """What an annotation may be known again by: all it says, that under any id, its words alone."""
    return _content(one, True), _content(replace(one, id=""), True), _content(one, False)


def _content(one: Annotation, id_too: bool) -> str:
    """What an annotation says and where, without what tells how it came about."""
    plain = replace(one, edited=None, before="", after="")
    return repr(plain if id_too else replace(plain, id="", made=None, by=None))
