"""`postil read`: an article as plain text, to be read aloud or piped on."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from corpus.span import Span
from corpus.understanding.paragraphs import split_paragraphs
from corpus.understanding.sentences import split_sentences
from tui.article.plain_reading import Reading, plain_lines, spoken
from tui.commands import reading
from tui.commands.article_place import article_at
from tui.commands.console import Console
from tui.safe_text import safe

if TYPE_CHECKING:
    from annotations.anchor import Placed
    from corpus.article import Article
    from corpus.opening import Corpus
    from tui.article.addresses import Address
    from tui.article.markup import Markup


def run(arguments: argparse.Namespace) -> int:
    """Print the articles; status 1 where none has any text."""
    console = Console(json_lines=False)
    found = False
    for path in arguments.files:
        corpus, article = article_at(path, arguments.corpus)
        if found:
            console.line()
        for line in _heading(corpus, article):
            console.line(line)
        lines = plain_lines(
            _reading(corpus, article, arguments), by_sentence=arguments.by == "sentence"
        )
        for line in lines:
            found = True
            console.line(line)
    console.finish()
    return 0 if found else 1


def _heading(corpus: Corpus, article: Article) -> list[str]:
    """Return what is known of an article: its title, then outlet and date."""
    metadata = corpus.metadata(article)
    title = metadata.title.value if metadata.title else ""
    under = [
        str(known.value) for known in (metadata.outlet, metadata.published) if known is not None
    ]
    return [
        spoken(title) or spoken(article.name),
        *filter(None, [spoken(", ".join(under))]),
        "",
    ]


def _reading(corpus: Corpus, article: Article, arguments: argparse.Namespace) -> Reading:
    """Return what is read of an article; the title is not read twice."""
    paragraphs = split_paragraphs(article.text)
    left_out: list[Span] = [] if arguments.with_furniture else [*corpus.furniture(article)]
    markup = _markup_of(article)
    text = _without_markup(article, markup)
    title = corpus.metadata(article).title
    if title is not None:
        heading = spoken(title.value)
        left_out += [one for one in paragraphs if spoken(one.cut(text)) == heading][:1]
        if isinstance(title.evidence, Span):
            left_out.append(title.evidence)
    placed: tuple[Placed, ...] = ()
    links: dict[str, tuple[str, ...]] = {}
    if arguments.with_annotations:
        from tui.annotating.link_words import words_of_links

        store = reading.annotation_store(corpus, arguments.annotations)
        placed = store.placed(article)
        links = words_of_links(store, article.name, placed) if placed else {}
    addresses: tuple[Address, ...] = ()
    if arguments.with_links:
        from tui.article.addresses import addresses_in

        shown = safe(article.text)
        addresses = (
            markup.links if markup is not None else tuple(addresses_in(shown, 0, len(shown)))
        )
    sentences = split_sentences(article.text, paragraphs)
    return Reading(text, paragraphs, sentences, left_out, placed, links, addresses)


def _markup_of(article: Article) -> Markup | None:
    """Return what the signs of a Markdown article mean; None for any other."""
    if not article.reader.startswith("markdown/"):
        return None
    from tui.article.markup import markup_of

    return markup_of(safe(article.text))


def _without_markup(article: Article, markup: Markup | None) -> str:
    """Return the text of an article, of Markdown without its signs; offsets stay."""
    if markup is None:
        return article.text
    from tui.article.markup import QUOTED, RULE
    from tui.layout.displayed import displayed
    from tui.layout.wrap import HIDDEN

    shown = displayed(article.text, markup.edits)
    return shown.translate({ord(sign): HIDDEN for sign in (QUOTED, RULE)})
