"""What completes a field of the claim form: words of the sentence, the codebook, the corpus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from annotations.ledger import articles_with_sidecars
from tui.annotating.tag_tree import fits
from tui.claiming.deeds import common_deeds, deeds_in
from tui.claiming.figures import quantity_line, when_line
from tui.claiming.form import OWN
from tui.claiming.stocks import NUMBER
from tui.claiming.suggestion import dates_in, figures_in, line_of_figure
from tui.safe_text import safe_line

if TYPE_CHECKING:
    from annotations.model import Annotation
    from annotations.store import AnnotationStore
    from corpus.corpus_file import Codebook
    from corpus.linking.table import EntityTable
    from corpus.opening import Corpus
    from corpus.span import Span
    from corpus.understanding.analysis import Analysis, Mention
    from tui.workspace import Workspace

_Add = Callable[[str, Iterable[str | None]], None]
Words = Mapping[str, tuple[str, ...]]
"""What completes each field, by its key, the likeliest first."""

MOST_TYPED = 200
"""A line longer than this is a sentence, and nothing completes it."""
_SURE = ("certain", "likely", "guess")
_SPEAKERS = ("PERSON", "ORG")
_LEAST_ALIKE = 70  # of 100
_LEAST_FOR_ALIKE = 4


def used_words(corpus: Corpus, store: AnnotationStore) -> Mapping[str, Counter[str]]:
    """Count what the fields of all annotations of a corpus hold. Reads every sidecar."""
    used: dict[str, Counter[str]] = {}
    for article in articles_with_sidecars(corpus, store):
        for owned in store.sidecars(article):
            for annotation in owned.annotations:
                for key, word in _words_of(annotation):
                    used.setdefault(key, Counter())[word] += 1
    return used


def words_in_use(workspace: Workspace) -> Words:
    """Return what completes a field where no sentence is at hand. Reads every sidecar."""
    used = used_words(workspace.corpus, workspace.store)
    codebook = workspace.corpus.settings.codebook
    return words_for("", None, None, codebook, used, workspace.entities)


def words_for(
    text: str,
    analysis: Analysis | None,
    span: Span | None,
    codebook: Codebook,
    used: Mapping[str, Counter[str]],
    entities: EntityTable | None,
) -> Words:
    """Return what completes each field.

    First what the sentence at `span` has, then what the reader used, the most frequent first, the
    codebook, the article, and the names of the corpus.
    """
    found: dict[str, list[str]] = {}

    def add(key: str, words: Iterable[str | None]) -> None:
        found.setdefault(key, []).extend(safe_line(" ".join(w.split())) for w in words if w)

    mentions = analysis.body_mentions if analysis else ()
    here = [m for m in mentions if span is not None and span.covers(m.start)]
    _add_names(add, here)
    if analysis is not None and span is not None:
        figures = figures_in(text, analysis, span)
        add("quantity", map(line_of_figure, figures))
        add("when", (one.text for one in dates_in(analysis, span)))
        add("subject", (one.of.text for one in figures if one.of))
    for key, counts in used.items():
        add(key, (word for word, _ in counts.most_common()))
    add("measure", codebook.measures)
    add("measure", deeds_in(span.cut(text)) if span is not None else ())
    if not codebook.measures:
        add("measure", (*common_deeds(), NUMBER))
    add("tags", codebook.tag_names())
    add("confidence", _SURE)
    for own in codebook.fields:
        add(OWN + own.name, ("yes", "no") if own.type == "boolean" else own.values)
    if analysis is not None:
        says = [one.speaker.name for one in analysis.statements if one.speaker]
        add("speaker", says)
        add("via", (one.via for one in analysis.statements))
        metadata = analysis.metadata
        add("via", [metadata.outlet.value if metadata.outlet else None])
        add("when", [metadata.published.value if metadata.published else None])
        add("subject", (one.of.text for one in analysis.quantities if one.of))
        _add_names(add, mentions)
    for entity in entities.entities if entities is not None else ():
        for key in _fields_of(entity.type):
            add(key, (entity.name,))
    return {key: tuple(dict.fromkeys(words)) for key, words in found.items()}


def offers(key: str, typed: str, words: Words, most: int) -> tuple[str, ...]:
    """Return up to `most` words that complete what is typed into a field.

    Those that begin with it come first, then those of which a word does, then those that are like
    it; for an empty field all. In `tags` the last one is completed, part by part; one that ends in
    what is typed comes first.
    """
    known = words.get(key, ())
    _, part = parted(key, typed)
    if len(part) > MOST_TYPED:
        return ()
    wanted = part.casefold()
    if key == "tags":
        before = {tag.strip().removeprefix("#") for tag in typed.split(",")[:-1]}
        known = tuple(word for word in known if word not in before)
    if not wanted:
        return known[:most]
    if key == "tags" and (tags := _fitting_tags(wanted, known)):
        return tags[:most]
    begin: list[str] = []
    inside: list[str] = []
    for word in known:
        folded = word.casefold()
        if folded.startswith(wanted):
            if folded != wanted:
                begin.append(word)
                if len(begin) == most:
                    break
        elif len(inside) < most and (f" {wanted}" in folded or f"/{wanted}" in folded):
            inside.append(word)
    found = [*begin, *inside][:most]
    if not found and len(wanted) >= _LEAST_FOR_ALIKE:
        found = _alike(wanted, known, most)
    return tuple(found)


def _fitting_tags(wanted: str, known: Sequence[str]) -> tuple[str, ...]:
    """Give the tags that have what is typed in them, the likeliest first."""
    fitting = [tag for tag in known if tag.casefold() != wanted and fits(tag, wanted)]

    def unlikely(tag: str) -> tuple[bool, bool]:
        folded = tag.casefold()
        return not folded.endswith(f"/{wanted}"), not folded.startswith(wanted)

    return tuple(sorted(fitting, key=unlikely))


def taken(key: str, typed: str, offer: str) -> str:
    """Return a line with an offer in it: in place of the line, or of the last tag."""
    before, _ = parted(key, typed)
    return before + offer


def parted(key: str, typed: str) -> tuple[str, str]:
    """Part a line into what stays and what is completed."""
    if key != "tags":
        return "", " ".join(typed.split())
    at = typed.rfind(",") + 1
    before = f"{typed[:at]} " if at else ""
    return before, " ".join(typed[at:].split()).removeprefix("#")


def _alike(wanted: str, known: Sequence[str], most: int) -> list[str]:
    from rapidfuzz import fuzz, process

    ranked = process.extract(
        wanted,
        known,
        scorer=fuzz.WRatio,
        processor=str.casefold,
        limit=most,
        score_cutoff=_LEAST_ALIKE,
    )
    return [word for word, *_ in ranked if word.casefold() != wanted]


def _add_names(add: _Add, mentions: Iterable[Mention]) -> None:
    for mention in mentions:
        for key in _fields_of(mention.type):
            add(key, (mention.name,))


def _fields_of(kind: str) -> tuple[str, ...]:
    if kind == "PLACE":
        return ("place", "subject")
    return ("speaker", "via", "subject") if kind in _SPEAKERS else ("subject",)


def _words_of(annotation: Annotation) -> Iterable[tuple[str, str]]:
    """Give what fields an annotation holds that another may hold as well."""
    yield from (("tags", tag) for tag in annotation.tags)
    claim = annotation.claim
    if claim is None:
        return
    named = ("speaker", "via", "cue", "subject", "measure", "place", "confidence", "verdict")
    yield from ((key, value) for key in named if (value := getattr(claim, key)))
    if claim.quantity is not None:
        yield "quantity", quantity_line(claim.quantity)
    if claim.when is not None:
        yield "when", when_line(claim.when, None)
    for name, value in claim.fields.items():
        if isinstance(value, str):
            yield OWN + name, value
