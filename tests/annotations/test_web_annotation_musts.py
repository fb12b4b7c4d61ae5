"""What is exported holds what the W3C Web Annotation Data Model demands, section by section.

The standard publishes no one schema. This one says its MUSTs for what Postil writes
(https://www.w3.org/TR/2017/REC-annotation-model-20170223/), with the number of each section.
"""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pyld import jsonld

from annotations.exchange import web_annotation
from annotations.exchange.item import Exported
from annotations.ledger import LedgerRow
from annotations.model import LINK_TYPES, Annotation, Claim, ClaimQuantity, Link, When
from corpus.span import Span

# RFC 3986: a scheme, then nothing that an IRI may not hold.
IRI = {"type": "string", "pattern": r"^[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`]+$"}
# 3.3.1: xsd:dateTime, in UTC, expressed with Z.
TIME = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$"}
# 3.3.5: the motivations of the model; others would have to be IRIs of their own.
MOTIVATION = {
    "enum": [
        *("assessing", "bookmarking", "classifying", "commenting", "describing", "editing"),
        *("highlighting", "identifying", "linking", "moderating", "questioning", "replying"),
        "tagging",
    ]
}
SELECTOR = {
    "oneOf": [
        {  # 4.2.4: exactly one type and one exact, at most one prefix and suffix
            "properties": {
                "type": {"const": "TextQuoteSelector"},
                "exact": {"type": "string"},
                "prefix": {"type": "string"},
                "suffix": {"type": "string"},
            },
            "required": ["type", "exact"],
        },
        {  # 4.2.5: exactly one start and one end, no negative integers
            "properties": {
                "type": {"const": "TextPositionSelector"},
                "start": {"type": "integer", "minimum": 0},
                "end": {"type": "integer", "minimum": 0},
            },
            "required": ["type", "start", "end"],
        },
    ]
}
BODY = {
    "oneOf": [
        {  # 3.2.4: a TextualBody has exactly one value, and at most one format
            "properties": {
                "type": {"const": "TextualBody"},
                "value": {"type": "string"},
                "format": {"type": "string"},
                "purpose": MOTIVATION,
            },
            "required": ["type", "value"],
        },
        {  # 4: a SpecificResource has exactly one source
            "properties": {
                "type": {"const": "SpecificResource"},
                "source": IRI,
                "purpose": MOTIVATION,
            },
            "required": ["type", "source"],
        },
    ]
}
ANNOTATION = {
    "type": "object",
    "properties": {
        "id": IRI,  # 3.1: exactly one IRI
        "type": {"const": "Annotation"},  # 3.1
        "motivation": MOTIVATION,
        "body": {"type": "array", "minItems": 1, "items": BODY},
        "target": {  # 3.1: one or more; 4: of a SpecificResource exactly one source
            "type": "object",
            "properties": {
                "source": IRI,
                "selector": {"type": "array", "minItems": 1, "items": SELECTOR},
            },
            "required": ["source"],
        },
        "created": TIME,
        "modified": TIME,
        "creator": {  # 3.3.2
            "properties": {"type": {"const": "Person"}, "name": {"type": "string"}},
            "required": ["type", "name"],
        },
    },
    "required": ["id", "type", "target"],
    "not": {"required": ["bodyValue"]},  # 3.2.5: not beside body
}
COLLECTION = {
    "type": "object",
    "properties": {
        # 3.1, 5.1: the context of the model, as a string or in a list
        "@context": {"type": "array", "contains": {"const": "http://www.w3.org/ns/anno.jsonld"}},
        "id": IRI,
        "type": {"const": "AnnotationCollection"},
        "label": {"type": "string"},
        "total": {"type": "integer", "minimum": 0},
        "last": IRI,
        "first": {  # 5.2
            "type": "object",
            "properties": {
                "id": IRI,
                "type": {"const": "AnnotationPage"},
                "partOf": IRI,
                "startIndex": {"type": "integer", "minimum": 0},
                "items": {"type": "array", "items": ANNOTATION},
            },
            "required": ["id", "type", "items"],
        },
    },
    "required": ["@context", "id", "type", "first"],
}
# What http://www.w3.org/ns/anno.jsonld says of the words that Postil writes.
CONTEXT = {
    "oa": "http://www.w3.org/ns/oa#",
    "as": "http://www.w3.org/ns/activitystreams#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
    **{
        name: f"oa:{name}"
        for name in (
            *("Annotation", "TextualBody", "SpecificResource", "TextQuoteSelector"),
            *("TextPositionSelector", "assessing", "commenting", "highlighting", "linking"),
            *("tagging", "bodyValue", "exact", "prefix", "suffix"),
        )
    },
    "Person": "foaf:Person",
    "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage",
    **{
        name: {"@type": "@id", "@id": iri}
        for name, iri in {
            "body": "oa:hasBody",
            "target": "oa:hasTarget",
            "source": "oa:hasSource",
            "selector": "oa:hasSelector",
            "creator": "dcterms:creator",
            "via": "oa:via",
            "partOf": "as:partOf",
            "first": "as:first",
            "last": "as:last",
        }.items()
    },
    "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
    "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
    "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"},
    "format": "dc:format",
    "value": "rdf:value",
    "name": "foaf:name",
    "label": "rdfs:label",
    "created": {"@id": "dcterms:created", "@type": "xsd:dateTime"},
    "modified": {"@id": "dcterms:modified", "@type": "xsd:dateTime"},
    **{
        name: {"@id": iri, "@type": "xsd:nonNegativeInteger"}
        for name, iri in {
            "start": "oa:start",
            "end": "oa:end",
            "total": "as:totalItems",
            "startIndex": "as:startIndex",
        }.items()
    },
}
VALIDATOR = Draft202012Validator(COLLECTION)

words = st.text(min_size=1, max_size=20)
times = st.sampled_from([None, "2023-05-27T08:16:30Z", "yesterday", "2023-05-27"])


@st.composite
def annotations(draw: st.DrawFn) -> Annotation:
    quote = draw(st.none() | words)
    start = draw(st.integers(0, 10_000))
    links = st.builds(Link, words, st.sampled_from(sorted(LINK_TYPES)), st.none() | words)
    return Annotation(
        id=draw(words),
        quote=quote,
        at=None if quote is None else Span(start, start + len(quote)),
        before=draw(st.text(max_size=5)),
        after=draw(st.text(max_size=5)),
        note=draw(st.text(max_size=20)),
        tags=tuple(draw(st.lists(words, max_size=3))),
        claim=draw(st.none() | st.builds(Claim, speaker=words, quantity=st.builds(ClaimQuantity))),
        links=tuple(draw(st.lists(links, max_size=2))),
        by=draw(st.none() | words),
        made=draw(times),
        edited=draw(times),
    )


def exported(*some: Annotation, article: str = "a.txt") -> dict[str, Any]:
    items = [Exported(LedgerRow(article, None, one, "ok", one.at)) for one in some]
    return json.loads("".join(web_annotation.write(items)))  # type: ignore[no-any-return]


@given(st.lists(annotations(), max_size=4), words)
def test_whatever_is_annotated_is_exported_as_the_model_demands(
    some: list[Annotation], article: str
) -> None:
    found = exported(*some, article=article)
    problems = [f"{list(one.path)}: {one.message}" for one in VALIDATOR.iter_errors(found)]
    assert not problems
    assert found["total"] == len(found["first"]["items"]) == len(some)


@given(annotations(), words)
def test_ids_times_and_articles_come_back_through_their_iris(one: Annotation, name: str) -> None:
    text = json.dumps(exported(one, article=name))
    (incoming,) = web_annotation.read(text)
    assert incoming.article == name
    back = incoming.annotation
    assert (back.id, back.made, back.edited) == (one.id, one.made, one.edited)
    assert [link.to for link in back.links] == [link.to for link in one.links]


def context(url: str, _: dict[str, Any]) -> dict[str, Any]:
    """Give a JSON-LD processor the context of the model; it asks for no other."""
    assert url == "http://www.w3.org/ns/anno.jsonld"
    return {"document": {"@context": CONTEXT}, "documentUrl": url, "contextUrl": None}


def test_a_json_ld_processor_loses_nothing_and_what_it_writes_is_read() -> None:
    claim = Claim(
        speaker="Ilse Brandt",
        via="Gazette",
        cue="said",
        measure="killed",
        quantity=ClaimQuantity(value=1600, bound="over", of="people", approximate=True),
        when=When("still", "2016-11"),
        fields={"source": "wire", "@id": "x", "seen by: 100% ü": "00123"},
    )
    one = Annotation(
        id="a-1",
        quote="🌊 over 1,600",
        at=Span(3, 15),
        before="x\n",
        note="n",
        tags=("dam/north", "id"),
        claim=claim,
        links=(Link("a-2", "contradicts", "why"),),
        by="Ilse",
        made="2023-05-27T08:16:30Z",
    )
    found = exported(one, Annotation(id="a-2", claim=Claim()))
    given = {"documentLoader": context}
    expanded = jsonld.expand(found, given)
    words = json.dumps(expanded)
    assert all(f'"urn:postil:ns:{word}"' in words for word in ("via", "bound", "iso", "fields"))
    written = jsonld.compact(expanded, found["@context"], given)
    back, other = web_annotation.read(json.dumps(written))
    assert back.annotation == one
    assert other.annotation.id == "a-2"


@pytest.mark.parametrize(
    "damage",
    [
        lambda found: found.pop("@context"),
        lambda found: found["first"]["items"][0].pop("target"),
        lambda found: found["first"]["items"][0].update(id="a-1"),
        lambda found: found["first"]["items"][0].update(created="yesterday"),
        lambda found: found["first"]["items"][0]["target"].update(source="a b.txt"),
        lambda found: found["first"]["items"][0]["target"]["selector"][1].update(start=-1),
        lambda found: found["first"]["items"][0]["body"][0].pop("value"),
    ],
)
def test_what_the_model_forbids_is_found(damage: Any) -> None:
    found = exported(
        Annotation("a-1", quote="x", at=Span(0, 1), note="n", made="2023-05-27T08:16:30Z")
    )
    assert VALIDATOR.is_valid(found)
    damage(found)
    assert not VALIDATOR.is_valid(found)
