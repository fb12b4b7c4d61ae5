"""The mentions of an article: candidates, weighed and brought together, as plain data."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from corpus.span import Span
from corpus.understanding.analysis import Alias, Mention
from corpus.understanding.entities.alias_evidence import find_aliases
from corpus.understanding.entities.aliases import defined_aliases
from corpus.understanding.entities.clusters import Clusters
from corpus.understanding.entities.evidence import weigh
from corpus.understanding.entities.headlines import (
    SHORTEST,
    Headlines,
    Phrases,
    find_headlines,
    headline_runs,
)
from corpus.understanding.entities.knowledge import Knowledge
from corpus.understanding.entities.parsing import parse_run
from corpus.understanding.entities.piece import Piece
from corpus.understanding.entities.reader_rules import ReaderRules
from corpus.understanding.entities.slug import entity_id
from corpus.understanding.entities.words import Word, find_runs, lower_case_words
from corpus.understanding.gazetteers.folding import phrase_key

if TYPE_CHECKING:
    from corpus.corpus_file import CorpusFile, EntityRule


def find_mentions(
    text: str, sentences: Sequence[Span], furniture: Sequence[Span], settings: CorpusFile
) -> tuple[Mention, ...]:
    """Return the persons, organisations, places and peoples that `text` names, in order, disjoint.

    As `find_entities`, without the aliases.
    """
    return find_entities(text, sentences, furniture, settings)[0]


def find_entities(
    text: str,
    sentences: Sequence[Span],
    furniture: Sequence[Span],
    settings: CorpusFile,
    whole: str | None = None,
) -> tuple[tuple[Mention, ...], tuple[Alias, ...]]:
    """Return the mentions of `text`, and which of their names are one thing and why.

    `sentences` are in order and do not overlap; no name crosses the end of one. `furniture` marks
    what is no part of the article: mentions there are found and marked `in_furniture`. The entities
    of `settings` come before every rule; they are looked for in `whole`, a text of the same length
    of which `text` leaves out what is not English.
    """
    found = weighed(text, sentences, settings, whole)
    inside = _Inside(furniture)
    aliases = find_aliases(found.pieces, found.clusters, found.mentions, found.defined)
    return tuple(inside.marked(mention) for mention in found.mentions), aliases


class Weighed(NamedTuple):
    """The candidates of a text, how they were brought together, and the mentions among them.

    `defined` are the numbers of the candidates that the text defines as one, in pairs.
    """

    pieces: Sequence[Piece]
    clusters: Clusters
    mentions: Sequence[Mention]
    defined: Sequence[tuple[int, int]]


def weighed(
    text: str, sentences: Sequence[Span], settings: CorpusFile, whole: str | None = None
) -> Weighed:
    """Return the mentions of a text with all that speaks for them; `whole` as `find_entities`."""
    rules = ReaderRules(settings.entities)
    known = Knowledge(lower_case_words(text))
    pieces = _candidates(text, sentences, known)
    if settings.model is not None:
        from corpus.understanding.entities.models import model_pieces

        pieces = model_pieces(text, sentences, settings.model, known, pieces)
    defined = defined_aliases(pieces, text)
    clusters = _resolved(pieces, defined, known, rules)
    if any(piece.parts and clusters.groups[piece.key].type is None for piece in pieces):
        pieces = [
            part
            for piece in pieces
            for part in (
                piece.parts if piece.parts and clusters.groups[piece.key].type is None else [piece]
            )
        ]
        defined = defined_aliases(pieces, text)
        clusters = _resolved(pieces, defined, known, rules)
    mentions = list(_mentions(pieces, clusters, rules, text))
    if rules:
        mentions = _with_rules(mentions, rules, whole or text)
    return Weighed(pieces, clusters, mentions, defined)


def _candidates(text: str, sentences: Sequence[Span], known: Knowledge) -> list[Piece]:
    """Return the candidates of body and headlines in the order of the text."""
    headlines = Headlines(find_headlines(text, sentences))
    pieces: list[Piece] = []
    set_aside: list[list[Word]] = []
    for run in find_runs(text, sentences):
        shouted = (
            len(run) >= SHORTEST and run[0].text.isupper() and all(w.text.isupper() for w in run)
        )
        if headlines.at(run[0].start) is None and not shouted:
            for piece in parse_run(run, known):
                for each in (piece, *piece.parts):
                    each.surface = text[each.start : each.end]
                    weigh(each, text)
                pieces.append(piece)
        else:
            set_aside.append(run)
    phrases = Phrases(piece.key for piece in pieces)
    found = []
    for run in set_aside:
        for part, whole in headline_runs(run, known, phrases):
            for piece in [Piece(part)] if whole else parse_run(part, known):
                for each in (piece, *piece.parts):
                    each.surface = text[each.start : each.end]
                    weigh(each, text, headline=True)
                    each.doubtful = any(w.key in known.ranks for w in each.words)
                found.append(piece)
    _weigh_neighbours(pieces, text)
    return sorted([*pieces, *found], key=lambda piece: piece.start)


def _resolved(
    pieces: Sequence[Piece],
    defined: Sequence[tuple[int, int]],
    known: Knowledge,
    rules: ReaderRules,
) -> Clusters:
    clusters = Clusters(pieces, known)
    # The same two names may be defined as one many times over.
    aliases = dict.fromkeys((pieces[a].key, pieces[b].key) for a, b in defined)
    clusters.resolve(tuple(aliases), rules.may_join)
    return clusters


def _weigh_neighbours(pieces: Sequence[Piece], text: str) -> None:
    """Let a place after a comma speak for the place before it: Warm Harbour, Norway."""
    for left, right in pairwise(pieces):
        if (
            right.scores.get("PLACE", 0.0) >= 4.0
            and left.scores.get("PERSON", 0.0) < 2.0
            and text[left.end : right.start] in (", ", ",\n", ",\u00a0")
            and text[right.end : right.end + 1] not in ("'", "’")
        ):
            left.hint("PLACE", 1.5, f"a place behind its comma: {right.surface}")


def _mentions(
    pieces: Sequence[Piece], clusters: Clusters, rules: ReaderRules, text: str
) -> Iterator[Mention]:
    """Make mentions of the candidates whose group has a type."""
    ruled = _rules_of(clusters, rules) if rules else {}
    end = 0
    for piece in pieces:
        group = clusters.groups[piece.key]
        if group.type is None or group.name is None or piece.start < end:
            continue
        end = piece.end
        type_, name = group.type, group.name
        if rules:
            # A surname whose full name the reader forbade is none either.
            full = group.top().first.surface
            if rules.hides(phrase_key(piece.surface)) or rules.hides(phrase_key(full)):
                continue
            rule = ruled.get(piece.key)
            if rule is not None:
                type_, name = rule.type or type_, rule.name
        title = Span(*piece.title) if piece.title is not None and type_ == "PERSON" else None
        yield Mention(
            start=piece.start,
            end=piece.end,
            text=text[piece.start : piece.end],
            type=type_,
            entity=entity_id(type_, name),
            name=name,
            title_span=title,
        )


def _rules_of(clusters: Clusters, rules: ReaderRules) -> dict[str, EntityRule]:
    """Return the rule for the key of each group: of its own name, else of one it is joined with."""
    own: dict[str, EntityRule] = {}
    of_cluster: dict[int, EntityRule] = {}
    for key, group in clusters.groups.items():
        rule = rules.rule_of(phrase_key(group.first.surface))
        if rule is not None:
            own[key] = rule
            of_cluster.setdefault(id(group.top()), rule)
    for key, group in clusters.groups.items():
        joined = of_cluster.get(id(group.top()))
        if joined is not None:
            own.setdefault(key, joined)
    return own


def _with_rules(mentions: list[Mention], rules: ReaderRules, text: str) -> list[Mention]:
    """Put the reader's names in the place of what overlaps them, unless it is a longer name."""
    types = {mention.name: mention.type for mention in mentions}
    kept = []
    at = 0
    for span, rule in rules.find(text):
        while at < len(mentions) and mentions[at].end <= span.start:
            kept.append(mentions[at])
            at += 1
        over = []
        while at < len(mentions) and mentions[at].start < span.end:
            over.append(mentions[at])
            at += 1
        longer = [m for m in over if m.start <= span.start and m.end >= span.end]
        if longer:
            kept.extend(over)
            continue
        type_ = rule.type or types.get(rule.name) or (over[0].type if over else "ORG")
        words = text[span.start : span.end]
        entity = entity_id(type_, rule.name)
        title = next((m.title_span for m in over if m.title_span is not None), None)
        kept.append(Mention(span.start, span.end, words, type_, entity, rule.name, title))
    kept.extend(mentions[at:])
    return sorted(kept, key=lambda mention: mention.start)


class _Inside:
    """Marks the mentions that lie in furniture."""

    def __init__(self, furniture: Sequence[Span]) -> None:
        self._spans = sorted(furniture, key=lambda span: span.start)
        self._starts = [span.start for span in self._spans]

    def marked(self, mention: Mention) -> Mention:
        """Return the mention, marked where furniture covers its start."""
        at = bisect_right(self._starts, mention.start) - 1
        if at < 0 or not self._spans[at].covers(mention.start):
            return mention
        return replace(mention, in_furniture=True)
