"""What the commands know, as the JSON lines of docs/contracts.md: the one place that maps them.

Each function returns the fields in the order of the contract, all of them; what does not apply is
None. The schemas are in docs/schemas/.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from corpus.understanding.analysis import Foreign, Furniture, Mention, Quantity, Statement

if TYPE_CHECKING:
    from annotations.agreement import Agreement
    from annotations.journal import Kept
    from annotations.ledger import LedgerRow
    from annotations.model import Claim
    from corpus.article import Article
    from corpus.linking.table import LinkedEntity, Merge
    from corpus.problem import Problem
    from corpus.span import Span
    from corpus.understanding.analysis import Metadata, Value
    from index.key_terms import KeyTerm
    from index.results import Hit, IndexReport, Widened
    from tui.article.explained import Known
    from tui.program.health import Finding
    from tui.searching.duplicate_groups import Member

Record = dict[str, object]


def article_record(
    article: Article, metadata: Metadata, furniture: Iterable[Furniture], language: str | None
) -> Record:
    """A line of `articles`; `language` is the one that the article is in."""
    return {
        **_place(article),
        "reader": article.reader,
        "title": _value(metadata.title),
        "outlet": _value(metadata.outlet),
        "author": _value(metadata.author),
        "published": _value(metadata.published),
        "dateline": _value(metadata.dateline),
        "earliest": metadata.earliest.value if metadata.earliest else None,
        "latest": metadata.latest.value if metadata.latest else None,
        "earliest_evidence": _evidence(metadata.earliest) if metadata.earliest else None,
        "latest_evidence": _evidence(metadata.latest) if metadata.latest else None,
        "language": language,
        "characters": len(article.text),
        "furniture": [{**_span(line), "kind": line.kind} for line in furniture],
    }


def mention_record(article: Article, mention: Mention, linked: LinkedEntity | None) -> Record:
    """A line of `entities`; `linked` is what the mention names in the whole corpus."""
    title = mention.title_span
    known = linked or mention
    return {
        **_place(article),
        **_span(mention),
        "text": mention.text,
        "type": known.type,
        "entity": mention.entity if linked is None else linked.id,
        "name": known.name,
        "title_span": None if title is None else _span(title),
        "in_furniture": mention.in_furniture,
    }


def entity_record(entity: LinkedEntity) -> Record:
    """A line of `entities --aliases`."""
    return {
        "entity": entity.id,
        "type": entity.type,
        "name": entity.name,
        "count": entity.count,
        "articles": entity.articles,
        "names": [
            {"text": name.text, "count": name.count, "articles": name.articles}
            for name in entity.names
        ],
        "merges": [_merge(merge) for merge in entity.merges],
        "relations": [
            {"kind": each.kind, "entity": each.entity, "why": each.why} for each in entity.relations
        ],
    }


def figure_of(quantity: Quantity) -> Record:
    """What every line says that has a quantity: its words, its value and its bounds."""
    return {
        "text": quantity.text,
        "kind": quantity.kind,
        "value": quantity.value,
        "min": quantity.min,
        "max": quantity.max,
        "bound": quantity.bound,
        "approximate": quantity.approximate,
        "unit": quantity.unit,
    }


def quantity_record(article: Article, quantity: Quantity) -> Record:
    """A line of `quantities`."""
    of = quantity.of
    return {
        **_place(article),
        **_span(quantity),
        **figure_of(quantity),
        "of": None if of is None else {"text": of.text, **_span(of), "group": of.group},
        "iso": quantity.iso,
        "basis": quantity.basis,
        "in_furniture": quantity.in_furniture,
    }


def statement_record(article: Article, statement: Statement, linked: LinkedEntity | None) -> Record:
    """A line of `statements`; `linked` is what the speaker is in the whole corpus."""
    speaker = statement.speaker
    return {
        **_place(article),
        **_span(statement),
        "speaker": None
        if speaker is None
        else {
            "name": speaker.name if linked is None else linked.name,
            "entity": speaker.entity if linked is None else linked.id,
            "start": speaker.start,
            "end": speaker.end,
        },
        "via": statement.via,
        "cue": None if statement.cue is None else _span(statement.cue),
        "content": _span(statement.content),
        "direct": statement.direct,
    }


def explained_record(article: Article, offset: int, known: Known) -> Record:
    """A line of `explain`: one thing that is known of a place."""
    return {
        **_place(article),
        "offset": offset,
        **_span(known),
        "text": article.text[known.start : known.end],
        "what": known.what,
        "known": _known(article, known),
        "rules": list(known.rules),
    }


def _known(article: Article, known: Known) -> Record:
    """What a thing is, with the keys of the command that lists such things."""
    if known.placed is not None:
        placed = known.placed
        return {"id": placed.annotation.id, "state": placed.state, "note": placed.annotation.note}
    assert known.fact is not None  # only annotations have none
    what = known.fact.known
    if isinstance(what, Furniture):
        return {"kind": what.kind}
    if isinstance(what, Foreign):
        return {"language": what.language}
    if isinstance(what, Mention):
        record = mention_record(article, what, known.linked)
        if known.linked is not None:
            entity = entity_record(known.linked)
            record |= {key: entity[key] for key in ("names", "merges", "relations")}
    elif isinstance(what, Quantity):
        record = quantity_record(article, what)
    elif isinstance(what, Statement):
        record = statement_record(article, what, known.linked)
    else:
        return {"field": what.field, **(_value(what.value) or {})}
    return {key: value for key, value in record.items() if key not in _OF_THE_LINE}


_OF_THE_LINE = ("article", "part", "start", "end", "text")


def hit_record(hit: Hit, widened: Iterable[Widened]) -> Record:
    """A line of `search`; `widened` belongs to the whole answer and stands in each line of it."""
    return {
        **_found(hit),
        "widened": [{"from": each.word, "to": each.to, "why": each.why} for each in widened],
        "missing": list(hit.missing),
        "folded": [{"article": article, "part": part} for article, part in hit.folded],
    }


def similar_record(hit: Hit, terms: Iterable[KeyTerm]) -> Record:
    """A line of `similar`; `terms` belong to the whole answer and stand in each line of it."""
    return {
        **_found(hit),
        "terms": [
            {
                "word": term.word,
                "count": term.count,
                "articles": term.articles,
                "log_likelihood": round(term.log_likelihood, 2),
            }
            for term in terms
        ],
    }


def duplicate_record(group: int, member: Member) -> Record:
    """A line of `duplicates`."""
    alike = member.alike
    return {
        "group": group,
        "article": alike.article,
        "part": alike.part,
        "outlet": member.outlet or None,
        "published": member.published or None,
        "words": alike.length,
        "likeness": alike.likeness,
        "same": alike.same,
        "figures": alike.figures,
        "longest": member.longest,
        "earliest": member.earliest,
    }


def _found(hit: Hit) -> Record:
    return {
        "article": hit.article,
        "part": hit.part,
        "title": _value(hit.title),
        "outlet": _value(hit.outlet),
        "published": _value(hit.published),
        "score": hit.score,
        "hits": hit.places,
        "snippets": [
            {
                **_span(snippet),
                "text": snippet.text,
                "matches": [{**_span(match), "exact": match.exact} for match in snippet.matches],
            }
            for snippet in hit.snippets
        ],
    }


def ledger_record(row: LedgerRow) -> Record:
    """A line of `ledger`: the annotation's keys, with where it stands now."""
    annotation, span = row.annotation, row.span
    return {
        "article": row.article,
        "part": row.part,
        "state": row.state,
        "start": None if span is None else span.start,
        "end": None if span is None else span.end,
        "id": annotation.id,
        "quote": annotation.quote,
        "at": None if annotation.at is None else [annotation.at.start, annotation.at.end],
        "before": annotation.before or None,
        "after": annotation.after or None,
        "note": annotation.note or None,
        "tags": list(annotation.tags),
        "claim": None if annotation.claim is None else _claim(annotation.claim),
        "links": [{"to": link.to, "type": link.type, "why": link.why} for link in annotation.links],
        "by": row.by,
        "made": annotation.made,
        "edited": annotation.edited,
    }


def problem_record(problem: Problem) -> Record:
    """A line of `check`."""
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "level": problem.level,
        "message": problem.reason,
        "remedy": problem.remedy or None,
    }


def finding_record(finding: Finding) -> Record:
    """A line of `doctor`."""
    return {
        "area": finding.area,
        "name": finding.name,
        "value": finding.value,
        "remedy": finding.remedy or None,
    }


def agreement_record(one: Agreement, readers: tuple[str, str], articles: int) -> Record:
    """A line of `agreement`: that of two readers in so many articles."""
    return {
        "readers": list(readers),
        "what": one.what,
        "kappa": one.kappa,
        "both": one.both,
        "first": one.first,
        "second": one.second,
        "neither": one.neither,
        "articles": articles,
    }


def journal_record(kept: Kept) -> Record:
    """A line of `journal`."""
    return {
        "at": kept.at,
        "what": kept.what,
        "article": kept.article,
        "sidecar": kept.sidecar,
        "id": kept.id,
        "raw": kept.raw,
        "data": kept.data,
    }


def index_record(report: IndexReport) -> Record:
    """The line of `index`."""
    return {
        "added": report.added,
        "changed": report.changed,
        "removed": report.removed,
        "renamed": report.renamed,
        "skipped": [{"file": each.file, "reason": each.reason} for each in report.skipped],
        "seconds": round(report.seconds, 3),
    }


def _place(article: Article) -> Record:
    return {"article": article.file.article, "part": article.file.part}


def _span(span: Span) -> Record:
    return {"start": span.start, "end": span.end}


def _value(value: Value | None) -> Record | None:
    if value is None:
        return None
    return {"value": value.value, "certainty": value.certainty, "evidence": _evidence(value)}


def _evidence(value: Value) -> Record:
    evidence = value.evidence
    return {"source": evidence} if isinstance(evidence, str) else _span(evidence)


def _merge(merge: Merge) -> Record:
    proof = merge.proof
    return {
        "name": merge.name,
        "into": merge.into,
        "kind": merge.kind,
        "score": merge.score,
        "proof": None
        if proof is None
        else {
            "article": proof.article,
            "part": proof.part,
            "start": proof.start,
            "end": proof.end,
        },
        "source": merge.source,
        "articles": merge.articles,
    }


def _claim(claim: Claim) -> Record:
    quantity, when = claim.quantity, claim.when
    return {
        "speaker": claim.speaker,
        "via": claim.via,
        "cue": claim.cue,
        "subject": claim.subject,
        "measure": claim.measure,
        "quantity": None
        if quantity is None
        else {
            "value": quantity.value,
            "min": quantity.min,
            "max": quantity.max,
            "bound": quantity.bound,
            "approximate": quantity.approximate,
            "unit": quantity.unit,
            "of": quantity.of,
            "said": quantity.said,
        },
        "place": claim.place,
        "when": None if when is None else {"said": when.said, "iso": when.iso},
        "confidence": claim.confidence,
        "verdict": claim.verdict,
        "fields": dict(claim.fields),
    }
