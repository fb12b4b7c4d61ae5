"""Which articles have the words of a query in one sentence or one paragraph.

The index knows no sentences; the few articles that have all the words are read again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.problem import CorpusError
from index.matching import SearchedText

if TYPE_CHECKING:
    from corpus.opening import Corpus
    from index.planning import Plan
    from index.query.tree import Same
    from index.snapshot import OpenSegment


@dataclass(frozen=True, slots=True)
class TogetherInTexts:
    """Looks into the texts of articles for the words of a plan."""

    plan: Plan
    corpus: Corpus

    def __call__(self, node: Same, segment: OpenSegment, documents: set[int]) -> set[int]:
        """Give those documents of a segment in which a `Same` holds; none that cannot be read."""
        return {
            document
            for document in documents
            if document not in segment.deleted and self._holds(node, segment, document)
        }

    def _holds(self, node: Same, segment: OpenSegment, document: int) -> bool:
        file = self.corpus.find(*segment.packed.keys()[document])
        if file is None:
            return False
        try:
            text = self.corpus.read(file).text
        except CorpusError:
            return False
        return bool(SearchedText(self.plan, text).units_of(node))
