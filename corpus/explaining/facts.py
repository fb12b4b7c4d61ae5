"""What the analysis knows of one place of an article, each with the rules that said so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, get_args

from corpus.explaining.fact import Fact, MetadataField, MetadataRead
from corpus.explaining.furniture_reasons import furniture_reasons
from corpus.explaining.language_reasons import language_reasons
from corpus.explaining.metadata_reasons import metadata_reasons
from corpus.explaining.quantity_reasons import quantity_reasons
from corpus.explaining.statement_reasons import statement_reasons
from corpus.span import Span
from corpus.understanding.entities.reasons import reasons_of
from corpus.understanding.head import read_head
from corpus.understanding.repeated_lines import NONE_REPEATED, RepeatedLines

if TYPE_CHECKING:
    from corpus.article import Article
    from corpus.corpus_file import CorpusFile
    from corpus.understanding.analysis import Analysis


def facts_at(
    article: Article,
    analysis: Analysis,
    settings: CorpusFile,
    offset: int,
    repeated: RepeatedLines = NONE_REPEATED,
) -> tuple[Fact, ...]:
    """Return everything that the analysis of an article knows of the code point at `offset`.

    `repeated` are the lines that many articles of its outlet have, as they were for the analysis.
    In the order furniture, language, metadata, mention, quantity, statements, the innermost first.
    """
    return tuple(_facts(article, analysis, settings, offset, repeated))


def _facts(
    article: Article,
    analysis: Analysis,
    settings: CorpusFile,
    offset: int,
    repeated: RepeatedLines,
) -> Iterator[Fact]:
    text = article.text
    head = read_head(text, analysis.paragraphs, repeated)
    for line in analysis.furniture:
        if line.covers(offset):
            yield Fact(line.start, line.end, line, furniture_reasons(text, line, head, repeated))
    for passage in analysis.foreign:
        if passage.covers(offset):
            yield Fact(passage.start, passage.end, passage, language_reasons(text, passage))
    metadata = analysis.metadata
    for field in get_args(MetadataField):
        value = getattr(metadata, field)
        if value is not None and isinstance(value.evidence, Span) and value.evidence.covers(offset):
            span = value.evidence
            read = MetadataRead(field, value)
            yield Fact(span.start, span.end, read, metadata_reasons(text, read, head))
    for mention in analysis.mentions:
        title = mention.title_span
        if mention.covers(offset) or (title is not None and title.covers(offset)):
            reasons = reasons_of(text, analysis.sentences, settings, mention)
            yield Fact(mention.start, mention.end, mention, reasons)
    for quantity in analysis.quantities:
        if quantity.covers(offset) or (quantity.of is not None and quantity.of.covers(offset)):
            reasons = quantity_reasons(text, quantity, metadata)
            yield Fact(quantity.start, quantity.end, quantity, reasons)
    around = [s for s in analysis.statements if s.covers(offset)]
    for statement in sorted(around, key=lambda s: s.content.end - s.content.start):
        reasons = statement_reasons(text, statement)
        yield Fact(statement.start, statement.end, statement, reasons)
