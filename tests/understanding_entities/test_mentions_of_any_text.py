"""Whatever the text: mentions are in order, disjoint, inside the text and what stands there."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.corpus_file import CorpusFile, EntityRule
from corpus.span import Span
from corpus.understanding.entities.finding import find_mentions

PIECES = st.sampled_from(
    [
        *(
            "Gen. ",
            "Oskar ",
            "Lindqvist",
            "al-Wardi ",
            "'s ",
            "’s ",
            " of the ",
            "Ministry",
            " and ",
        ),
        *(
            "U.S.",
            "US-led ",
            "(NRA) ",
            "Norway, ",
            "Conn., ",
            "“",
            "” ",
            "``",
            "D-Del. ",
            "\n",
            "\n\n",
        ),
        *(
            "also known as ",
            "The ",
            "MAY BE USED ",
            "\u00a0",
            "\u202e",
            "\ud800",
            "İstanbul",
            "ﬁne ",
        ),
        *("Secretary of State ", "de la ", "W. ", "President ", "-", "F-15E ", "March ", "Danish "),
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=30).map("".join))


@st.composite
def texts_with_sentences(draw: st.DrawFn) -> tuple[str, list[Span]]:
    text = draw(TEXTS)
    cuts = sorted(set(draw(st.lists(st.integers(0, len(text)), max_size=6))))
    spans = [Span(a, b) for a, b in pairwise(cuts)]
    return text, spans[:: draw(st.sampled_from([1, 2]))]


@settings(deadline=None, max_examples=300)
@given(texts_with_sentences(), st.booleans())
def test_mentions_are_ordered_disjoint_and_exact(
    parts: tuple[str, list[Span]], ruled: bool
) -> None:
    text, sentences = parts
    rules = (EntityRule(name="Lindqvist", aliases=("of the Ministry",), not_=("Oskar",)),)
    found = find_mentions(text, sentences, sentences[:1], CorpusFile(entities=rules * ruled))
    end = 0
    for mention in found:
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        assert mention.entity.startswith(mention.type.lower() + ":")
        assert mention.name.strip()
        if mention.title_span is not None:
            assert 0 <= mention.title_span.start < mention.title_span.end <= mention.start
        end = mention.end


def test_endless_runs_of_names_are_read_without_running_out_of_stack() -> None:
    for text in (
        "Brandt and " * 5_000,
        "Norway-" * 20_000,
        "Ministry of " * 5_000,
        "President " * 5_000,
        "N" * 100_000,
        "N.O." * 20_000,
        "Danish Dawn " * 5_000,
    ):
        for mention in find_mentions(text, (), (), CorpusFile()):
            assert text[mention.start : mention.end] == mention.text
