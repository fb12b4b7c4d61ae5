"""An article's analysis with the entities of the corpus in the place of its own."""

from __future__ import annotations

from dataclasses import replace

from corpus.article import Article
from corpus.linking.table import EntityTable
from corpus.understanding.analysis import Analysis, Mention


def linked(analysis: Analysis, article: Article, table: EntityTable) -> Analysis:
    """Return the analysis with the ids, names and types of the table, as far as it knows them."""

    def of_corpus(mention: Mention) -> Mention:
        entity = table.linked(article.name, article.file.part, mention.entity)
        if entity is None or entity.id == mention.entity:
            return mention
        return replace(mention, entity=entity.id, name=entity.name, type=entity.type)

    return replace(analysis, mentions=tuple(map(of_corpus, analysis.mentions)))
