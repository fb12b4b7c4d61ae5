"""One article with its annotations, put together for an export; and the file it goes to.

No Textual here.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tui.article.export_place import offered_folder, refusal

if TYPE_CHECKING:
    from annotations.exchange.annotated import AnnotatedArticle
    from annotations.ledger_query import LedgerQuery
    from annotations.store import AnnotationStore
    from corpus.article import Article
    from corpus.opening import Corpus
    from corpus.understanding.analysis import Metadata, Value


def annotated_article(
    corpus: Corpus, store: AnnotationStore, article: Article, query: LedgerQuery | None = None
) -> AnnotatedArticle:
    """Return an article with its annotations, or those of them that a query asks for."""
    from annotations.exchange.annotated import AnnotatedArticle
    from annotations.ledger import LedgerRow, ledger
    from corpus.understanding.paragraphs import split_paragraphs
    from tui.commands.exported import exported

    metadata = corpus.metadata(article)
    part = article.file.part
    rows = [
        LedgerRow(
            article.name,
            part,
            one.annotation,
            one.state,
            one.span,
            store.reader if one.mine else one.reader,
            one.mine,
        )
        for one in store.placed(article)
    ]
    if query is not None:
        rows = query.chosen(rows)
    leads_to = {link.to for row in rows for link in row.annotation.links}
    leads_to -= {row.annotation.id for row in rows}
    # The whole ledger is read for links alone: most articles have none.
    others = (
        [row for row in ledger(corpus, store) if row.annotation.id in leads_to] if leads_to else []
    )
    title = metadata.title.value if metadata.title is not None else article.name
    return AnnotatedArticle(
        " ".join(title.split()),
        tuple(_source(article, metadata)),
        article.name if part is None else f"{article.name} ({part})",
        article.text,
        split_paragraphs(article.text),
        tuple(exported(corpus, rows)),
        {item.row.annotation.id: item for item in exported(corpus, others)},
    )


def _source(article: Article, metadata: Metadata) -> list[tuple[str, str]]:
    """Return what a citation needs; what is not certain says so."""
    known = (
        ("Author", metadata.author),
        ("Outlet", metadata.outlet),
        ("Published", metadata.published),
    )
    found = [(name, _doubted(value)) for name, value in known if value is not None]
    if metadata.published is None:
        bounds = (("Not before", metadata.earliest), ("Not after", metadata.latest))
        found += [(name, _doubted(value)) for name, value in bounds if value is not None]
    return [*found, ("Text", f"{article.reader}, SHA-256 {article.sha256}")]


def _doubted(value: Value) -> str:
    words = " ".join(value.value.split())
    return words if value.certainty == "certain" else f"{words} ({value.certainty})"


def offered_path(article: Article, corpus: Corpus) -> str:
    """Return where an export may go: the folder one is in, or the home where that is the corpus."""
    return str(offered_folder(corpus) / f"{Path(article.name).stem}.notes.html")


def refused_path(corpus: Corpus) -> Callable[[str], str]:
    """Return what says why an export cannot go to a path as it was typed, "" where it can."""
    from annotations.exchange.formats import ARTICLE_FORMATS, article_format_of

    ends = [suffix for one in ARTICLE_FORMATS.values() for suffix in one.suffixes[:1]]
    return lambda typed: refusal(corpus, typed, article_format_of, ends)


def write_export(found: AnnotatedArticle, path: Path) -> None:
    """Write an export into a new file, its format told by its name. Raises OSError."""
    from annotations.exchange.formats import ARTICLE_FORMATS, article_format_of

    name = article_format_of(path.name)
    assert name is not None  # it was refused otherwise
    pieces = ARTICLE_FORMATS[name].write(found)
    with path.open("x", encoding="utf-8", errors="replace", newline="") as file:
        file.writelines(pieces)
