"""What a claim form is about: the annotation or the span, and where its words come from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.corpus_file import is_partial_date
from tui.claiming.form import OWN, keys_of
from tui.claiming.offers import Words, used_words, words_for
from tui.claiming.suggestion import Suggestion, suggestions

if TYPE_CHECKING:
    from annotations.model import Annotation, Claim
    from corpus.corpus_file import Codebook
    from corpus.span import Span
    from tui.article.document import Document
    from tui.workspace import Workspace

_NUMBER = re.compile(r"[+-]?[0-9][0-9,]*(?:\.[0-9]+)?")


@dataclass(frozen=True, slots=True)
class ClaimTask:
    """A claim to be made or changed: on a span of an article, or (None) on the whole of it.

    `annotation` is what the claim is or becomes a part of, None for a new one. `cursor` is where
    the reader stands.
    """

    workspace: Workspace
    document: Document
    span: Span | None
    cursor: int
    annotation: Annotation | None = None

    @property
    def codebook(self) -> Codebook:
        """The corpus's own words."""
        return self.workspace.corpus.settings.codebook

    @property
    def keys(self) -> tuple[str, ...]:
        """The rows of the form."""
        claim = self.annotation.claim if self.annotation is not None else None
        return keys_of(claim, self.codebook.fields)

    @property
    def claims_here(self) -> int:
        """How many claims of the reader stand on the very span already."""
        return sum(
            there == self.span and one.annotation.claim is not None and one.mine
            for there, one in self.document.annotated
        )

    @property
    def published(self) -> str | None:
        """What relative dates are resolved against: a guess proves nothing."""
        analysis = self.document.analysis
        found = analysis.metadata.published if analysis is not None else None
        return found.value if found is not None and found.certainty != "guess" else None

    def suggestions(self) -> tuple[Suggestion, ...]:
        """Return what the span suggests, the likeliest first; none where nothing is known of it.

        Words for measures are those of the codebook, and those that claims are known to have.
        """
        if self.document.analysis is None or self.span is None:
            return ()
        placed = self.document.annotated
        return suggestions(
            self.document.article.text,
            self.document.analysis,
            self.span,
            self.cursor,
            self.codebook,
            self.workspace.measures_in_use,
            tuple(
                one.annotation.claim.quantity
                for there, one in placed
                if one.annotation.claim is not None
                and one.annotation.claim.quantity is not None
                and there.start < self.span.end
                and self.span.start < there.end
            ),
        )

    def gathered(self) -> tuple[Words, tuple[Suggestion, ...]]:
        """Return what completes the fields, and what the span suggests by the measures in use.

        Reads the sidecars of the corpus. The measures that it finds are known from now on.
        """
        workspace = self.workspace
        used: Mapping[str, Counter[str]] = used_words(workspace.corpus, workspace.store)
        entities, analysis = workspace.entities, self.document.analysis
        text = self.document.article.text
        words = words_for(text, analysis, self.span, self.codebook, used, entities)
        measures = used.get("measure", Counter[str]())
        workspace.measures_in_use = tuple(word for word, _ in measures.most_common())
        return words, self.suggestions()

    def learn(self, claim: Claim | None) -> None:
        """Know the measure of a claim that was saved, for the next one."""
        if claim is not None and claim.measure:
            known = self.workspace.measures_in_use
            self.workspace.measures_in_use = tuple(dict.fromkeys((*known, claim.measure)))

    def doubt(self, key: str, line: str) -> str:
        """Say where a line is not what the codebook expects; it is saved all the same."""
        words = " ".join(line.split())
        if not words:
            return ""
        if key == "measure" and self.codebook.measures and words not in self.codebook.measures:
            return "a measure that the codebook does not have"
        own = next((one for one in self.codebook.fields if OWN + one.name == key), None)
        if own is None:
            return ""
        if own.type == "choice" and words not in own.values:
            return "none of the codebook's choices: kept as it is"
        if (
            own.type == "number"
            and not words.replace(",", "").lstrip("+-").replace(".", "", 1).isdecimal()
        ):
            return "the codebook expects a number: kept as text"
        if own.type == "date" and not is_partial_date(words):
            return "the codebook expects a date such as 2017-10-24: kept as text"
        if own.type == "boolean" and words.casefold() not in ("yes", "no", "true", "false"):
            return "the codebook expects yes or no: kept as text"
        return ""
