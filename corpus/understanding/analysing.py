"""The analysis of an article: all that is found in it, put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.understanding.analysis import Analysis, Metadata
from corpus.understanding.furniture.finding import find_furniture
from corpus.understanding.head import read_head
from corpus.understanding.header import in_lines
from corpus.understanding.languages.passages import foreign_passages
from corpus.understanding.languages.rules import hold_in_any_language, without_passages
from corpus.understanding.metadata.bounding import bounded
from corpus.understanding.metadata.reading import metadata_of
from corpus.understanding.paragraphs import split_paragraphs
from corpus.understanding.repeated_lines import NONE_REPEATED, RepeatedLines
from corpus.understanding.sentences import split_sentences

if TYPE_CHECKING:
    from corpus.article import Article
    from corpus.corpus_file import CorpusFile


def analyse(
    article: Article, settings: CorpusFile, repeated: RepeatedLines = NONE_REPEATED
) -> Analysis:
    """Find everything in one article that Postil knows how to find.

    `repeated` are the lines that many articles of its outlet have.
    """
    # The gazetteers take long to load, and metadata alone does not need them.
    from corpus.understanding.entities.finding import find_entities
    from corpus.understanding.quantities.finding import find_quantities
    from corpus.understanding.statements.finding import find_statements

    text = article.text
    lined = in_lines(text)
    paragraphs = split_paragraphs(text, lined)
    sentences = split_sentences(text, paragraphs)
    head = read_head(text, paragraphs, repeated, lined)
    furniture = find_furniture(text, paragraphs, head, repeated)
    foreign = foreign_passages(text, paragraphs)
    english = without_passages(text, foreign)
    mentions, aliases = find_entities(english, sentences, furniture, settings, text)
    page = article.page
    metadata = metadata_of(text, head, settings.metadata_for(article.name), page)
    metadata = bounded(metadata, text, head, paragraphs, furniture, page)
    quantities = find_quantities(text, sentences, furniture, _proven_date(metadata))
    return Analysis(
        metadata=metadata,
        furniture=furniture,
        paragraphs=paragraphs,
        sentences=sentences,
        mentions=mentions,
        quantities=hold_in_any_language(quantities, text, foreign),
        aliases=aliases,
        statements=find_statements(english, paragraphs, sentences, furniture, mentions),
        foreign=foreign,
    )


def _proven_date(metadata: Metadata) -> str | None:
    """Return the date that relative dates may be resolved against: a guess proves nothing."""
    published = metadata.published
    return published.value if published and published.certainty != "guess" else None
