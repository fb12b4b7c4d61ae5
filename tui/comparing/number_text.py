"""A number of the table as it stands in its article.

What reads articles is called from thread workers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.problem import CorpusError
from tui.cards.card_rows import sentence_pieces
from tui.cards.quantity_card import sentence_of

if TYPE_CHECKING:
    from corpus.article import Article
    from corpus.opening import Corpus
    from corpus.understanding.analysis import Analysis, Quantity
    from tui.comparing.number_rows import NumberRow


@dataclass(frozen=True, slots=True)
class NumberInText:
    """A number with the article that it stands in."""

    article: Article
    analysis: Analysis
    quantity: Quantity

    def sentence(self, width: int) -> tuple[tuple[str, str], ...]:
        """Return its sentence as pieces of safe text, the number with a style.

        Of what stands before it so much is left out that the number is among the first `width`
        cells.
        """
        here = sentence_of(self.article.text, self.analysis, self.quantity)
        return sentence_pieces(here, "quantity", width)[1:]


def number_in_text(corpus: Corpus, row: NumberRow) -> NumberInText | None:
    """Return the number of a row in its article; None where it does not stand there any more."""
    file = corpus.find(row.article, row.part)
    if file is None:
        return None
    try:
        article = corpus.read(file)
        analysis = corpus.analyse(article)
    except CorpusError:
        return None
    found = (one for one in analysis.quantities if one.start == row.start and one.kind == row.kind)
    quantity = next(found, None)
    return NumberInText(article, analysis, quantity) if quantity is not None else None
