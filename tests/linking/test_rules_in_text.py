"""Which rules bear on an article: leaving out all others changes nothing that is found in it."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from corpus.corpus_file import CorpusFile, EntityRule
from corpus.opening import open_corpus
from corpus.rules_in_text import rules_bearing_on
from corpus.understanding.entities.finding import find_entities
from corpus.understanding.paragraphs import split_paragraphs
from corpus.understanding.sentences import split_sentences

NAMES = (
    *("Harbour Guard", "HG", "H.G.", "U.S.", "US", "J. Smith", "Ali Smith", "Smith", "Gülen"),
    *("Gulen", "O'Neil", "O’Neil", "Al-Bashar", "Nordvik", "Møller", "St. Ives", "Guard"),
)
names = st.sampled_from(NAMES)
rules = st.builds(
    EntityRule,
    names,
    st.sampled_from((None, "ORG", "PERSON")),
    st.lists(names, max_size=2).map(tuple),
    st.lists(names, max_size=2).map(tuple),
    st.lists(names, max_size=1).map(tuple),
)
words = st.sampled_from((*NAMES, "said", "The", "in", "and", "president", ",", ".", "\n", "(", ")"))
texts = st.lists(words, max_size=25).map(" ".join)


@given(texts, st.lists(rules, max_size=4))
def test_rules_that_do_not_bear_on_a_text_change_nothing_in_it(
    text: str, given_rules: list[EntityRule]
) -> None:
    bearing = tuple(rule for rule in given_rules if rules_bearing_on(text, (rule,)))
    sentences = split_sentences(text, split_paragraphs(text))
    found = [
        find_entities(text, sentences, (), CorpusFile(entities=chosen))
        for chosen in (tuple(given_rules), bearing)
    ]
    assert found[0] == found[1]


def test_an_article_is_analysed_anew_only_for_a_rule_with_its_words(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The U.S. sent Ali Smith to Nordvik.\n")
    corpus = open_corpus(tmp_path)
    article = corpus.read(corpus.files[0])
    before = corpus.rules_in(article)
    for rule, bears in (
        (EntityRule("Harbour Guard"), False),
        (EntityRule("US"), True),
        (EntityRule("Other", aliases=("ali smith",)), True),
        (EntityRule("Smit"), False),
    ):
        (tmp_path / "postil.yaml").write_text(f"entities: [{{name: {rule.name}}}]\n")
        if rule.aliases:
            text = f"entities: [{{name: {rule.name}, aliases: [{rule.aliases[0]}]}}]\n"
            (tmp_path / "postil.yaml").write_text(text)
        assert (corpus.rescanned().rules_in(article) != before) is bears
