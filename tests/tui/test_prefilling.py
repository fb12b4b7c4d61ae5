"""What the form of a claim is filled with, sentence by sentence: no terminal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from annotations.model import When
from corpus.corpus_file import Codebook
from corpus.opening import open_corpus
from tui.claiming.figures import quantity_line, quantity_of, when_of
from tui.claiming.suggestion import Suggestion, suggestions

Filled = Callable[..., tuple[Suggestion, ...]]


@pytest.fixture
def filled(tmp_path: Path) -> Filled:
    """Return what is suggested for the sentence of a paragraph that begins with some words."""

    def suggested(
        paragraph: str, begins: str = "", measures: tuple[str, ...] = (), cursor: str = ""
    ) -> tuple[Suggestion, ...]:
        (tmp_path / "a.txt").write_text(f"A headline\n\n{paragraph}\n", encoding="utf-8")
        corpus = open_corpus(tmp_path)
        article = corpus.read(corpus.files[0])
        analysis = corpus.analyse(article)
        at = article.text.index(begins or paragraph)
        span = next(one for one in analysis.sentences if one.covers(at))
        place = article.text.index(cursor, span.start) if cursor else span.start
        return suggestions(article.text, analysis, span, place, Codebook(), measures)

    return suggested


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ilse Brandt said 40 rowers died in northern Portugal.", {"place": "northern Portugal"}),
        (
            "The guild has found a footing in eastern and southern Portugal.",
            {"place": "eastern and southern Portugal"},
        ),
        ("Some 40 rowers died in the war-torn Portugal.", {"place": "Portugal"}),
        ("Some 40 rowers died in remote areas like Lisbon.", {"place": "Lisbon"}),
        ("Some 40 rowers died in the northern Lisbon district.", {"place": "Lisbon"}),
        (
            "Some members of the US-led fleet have moored inside Portugal.",
            {"place": "Portugal"},
        ),
        (
            "In eastern Portugal, Ilse Brandt said that the number of rowers there exceeds 1,500.",
            {"place": "eastern Portugal", "quantity": "over 1,500 rowers"},
        ),
        ("In Lisbon, Ilse Brandt said that there were 12 rowers.", {"place": ""}),
        (
            "A flood in Lisbon in August left around 50 dead and a storm in Madrid killed 14.",
            {"place": "Lisbon", "measure": "dead", "subject": ""},
        ),
        (
            "They have around 1,100 boats, down from a high of 3,000 at the beginning of 2017.",
            {"quantity": "about 1,100 boats", "when": ""},
        ),
        (
            "The guild counted 100 boats in 2015 and 200 boats in 2016.",
            {"quantity": "100 boats", "when": "2015"},
        ),
        (
            "Ilse Brandt said the harbour has lost 40 boats since March 2017.",
            {"when": "since March 2017"},
        ),
        (
            "Ilse Brandt said 40 rowers have surrendered since the flood of Lisbon in March 2017.",
            {"when": "since March 2017"},
        ),
        (
            "Ilse Brandt said more than 600 rowers were arrested or expelled.",
            {"measure": "arrested or expelled"},
        ),
        ("Ilse Brandt praised the surrender of hundreds of rowers.", {"measure": "surrendered"}),
        (
            "The storm forced 300 families in the valley to leave their houses.",
            {"measure": "left"},
        ),
        ("The crew killed 12 rowers to avenge a theft.", {"measure": "killed"}),
        (
            "Dozens of rowers surrender in Lisbon",
            {"measure": "surrendered", "quantity": "Dozens of rowers"},
        ),
        (
            "Ilse Brandt said hundreds of rowers were rescued.",
            {"quantity": "hundreds of rowers"},
        ),
        (
            "Ilse Brandt said that the Tollen rowers were completely defeated.",
            {"subject": "Tollen rowers", "measure": "defeated"},
        ),
        (
            "Ilse Brandt said the rowers “were beaten and expelled” on Sunday.",
            {"subject": "rowers"},
        ),
        ("Ilse Brandt said that they were defeated.", {"subject": ""}),
        ("Ilse Brandt said that the harbour, as we know, is shallow.", {"subject": ""}),
        (
            "Since August 2014, the guild has been repairing boats.",
            {"subject": "guild", "when": "since August 2014"},
        ),
        (
            "The Portuguese government believes about two dozen young men left in 2016.",
            {
                "speaker": "Portuguese government",
                "cue": "believes",
                "quantity": "about two dozen men",
            },
        ),
        (
            "Harbour spokesman Joren Vask announced the plan, which begins in May.",
            {"speaker": "Joren Vask", "cue": "announced"},
        ),
        (
            "The U.S. government has generally refused to confirm the loss.",
            {"speaker": "U.S. government", "cue": "refused"},
        ),
        ("Joren Vask continued his work.", {"speaker": "", "cue": ""}),
        ("In Lisbon, the flood worried Joren Vask.", {"speaker": ""}),
        ("Ilse Brandt said the guild doesn’t have boats.", {"subject": "guild"}),
        ("The guild set out to find a boat that had sunk.", {"subject": ""}),
        ("After two weeks of rain, the weir has broken.", {"quantity": None, "subject": "weir"}),
        ("It was not their first attempt at the weir.", {"quantity": None}),
        (
            "Ilse Brandt said the rowers had made progress in the last several weeks.",
            {"quantity": None, "subject": "rowers"},
        ),
        (
            "Portugal’s Foreign Ministry said that the boats had been sold.",
            {"speaker": "Portugal’s Foreign Ministry", "subject": "boats", "measure": "sold"},
        ),
    ],
)
def test_a_sentence_fills_the_form(
    filled: Filled, sentence: str, expected: Mapping[str, str | None]
) -> None:
    lines = filled(sentence)[0].lines
    assert {key: lines.get(key) for key in expected} == expected


@pytest.mark.parametrize(
    ("sentence", "when"),
    [
        ("Ilse Brandt said on Thursday that 40 rowers died.", ""),
        ("On Thursday, Ilse Brandt said that 40 rowers died.", ""),
        ("Last month Ilse Brandt said that 40 boats were lost.", ""),
        ("“We lost 40 boats,” Ilse Brandt said on Thursday.", ""),
        ("“We lost 40 boats on Monday,” Ilse Brandt said on Thursday.", "Monday"),
        ("Some 40 rowers died on Monday, Ilse Brandt told reporters on Thursday.", "Monday"),
        ("Ilse Brandt said Thursday 40 boats sank in May 2017.", "May 2017"),
        ("Ilse Brandt said that in May 2017 the guild lost 40 boats.", "May 2017"),
        ("In 2016, Ilse Brandt said, 40 rowers died.", "2016"),
        ("Ilse Brandt, who was elected in 2015, said that 40 boats were lost.", ""),
        ("According to a report published on Thursday, 40 rowers died.", ""),
        ("The Portuguese government announced on Thursday the loss of 40 boats.", ""),
        ("The Portuguese government refused 40 boats in May 2017.", "May 2017"),
        # How many there are is counted on the day that it is said.
        (
            "Ilse Brandt told reporters in Lisbon on Thursday that the guild had 40 boats.",
            "Thursday",
        ),
        ("In May 2017, Ilse Brandt said that the guild had 40 boats.", "May 2017"),
        ("Ilse Brandt estimated in May 2017 that the guild had 40 boats.", "May 2017"),
    ],
)
def test_the_day_on_which_it_was_said_is_not_that_of_the_deed(
    filled: Filled, sentence: str, when: str
) -> None:
    assert filled(sentence)[0].lines["when"] == when


def test_a_quotation_of_several_sentences_fills_in_the_one_that_is_claimed(filled: Filled) -> None:
    paragraph = (
        "“We lost 40 boats in Lisbon on Sunday. The weir is safe,” said Ilse Brandt, the reeve."
    )
    lines = filled(paragraph, "The weir")[0].lines
    assert lines["speaker"] == "Ilse Brandt"
    assert (lines["place"], lines["when"]) == ("", "")
    assert lines["subject"] == "weir"


def test_a_figure_that_is_no_likely_claim_can_still_be_chosen(filled: Filled) -> None:
    none, first = filled("It was not their first attempt at the weir.")
    assert "quantity" not in none.lines
    assert first.lines["quantity"].startswith("first")


@pytest.mark.parametrize(
    ("sentence", "measure"),
    [
        ("Ilse Brandt said the guild grew after the recent defeats of its rivals.", ""),
        ("Ilse Brandt said the rivals surrendered, defeated by the guild.", "defeated"),
        ("Ilse Brandt said the guild had grown in strength.", "strength"),
        ("Ilse Brandt said 40 rowers were defeated.", "defeated"),
    ],
)
def test_a_measure_in_use_is_found_where_something_is_said_to_be_so(
    filled: Filled, sentence: str, measure: str
) -> None:
    assert filled(sentence, measures=("defeated", "strength"))[0].lines["measure"] == measure


@pytest.mark.parametrize("measure", ["strength", "Number"])
def test_how_many_there_are_is_called_as_the_reader_calls_it(filled: Filled, measure: str) -> None:
    found = filled("They have around 1,100 boats.", measures=("defeated", measure))[0]
    assert found.lines["measure"] == measure


def test_of_two_deeds_that_are_joined_neither_is_taken_alone(filled: Filled) -> None:
    sentence = "Ilse Brandt said more than 600 rowers were arrested or expelled."
    assert filled(sentence, measures=("expelled",))[0].lines["measure"] == "arrested or expelled"


def test_a_figure_that_another_is_compared_with_counts_what_that_does(filled: Filled) -> None:
    now, before = filled("They have around 1,100 boats, down from a high of 3,000 in 2017.")
    assert (now.lines["quantity"], now.lines["when"]) == ("about 1,100 boats", "")
    assert before.lines["quantity"] == "3,000 boats"
    assert (before.lines["measure"], before.lines["when"]) == ("number", "2017")


def test_of_two_statements_in_a_sentence_the_one_at_the_cursor_is_claimed(filled: Filled) -> None:
    sentence = (
        "Ilse Brandt said that the weir was safe, while Joren Vask said that the boats were sold."
    )
    assert filled(sentence, cursor="weir")[0].lines["speaker"] == "Ilse Brandt"
    vask = filled(sentence, cursor="boats")[0].lines
    assert (vask["speaker"], vask["subject"], vask["measure"]) == ("Joren Vask", "boats", "sold")
    figures = sentence.replace("the weir was", "12 weirs were").replace("the boats", "40 boats")
    assert filled(figures, cursor="were safe")[0].lines["quantity"] == "12 weirs"
    assert filled(figures, cursor="sold")[0].lines["quantity"] == "40 boats"


def test_a_figure_that_is_not_exact_keeps_its_words(filled: Filled) -> None:
    found = filled("Ilse Brandt said hundreds of rowers were rescued.")[0]
    quantity = found.quantities[found.lines["quantity"]]
    assert (quantity.said, quantity.min, quantity.approximate) == ("hundreds of rowers", 200, True)
    assert quantity_line(quantity) == "hundreds of rowers"


def test_what_is_suggested_means_the_same_when_it_is_typed(filled: Filled) -> None:
    found = filled("Ilse Brandt said hundreds of rowers have been rescued since March 2017.")[0]
    line, when = found.lines["quantity"], found.lines["when"]
    assert quantity_of(line) == found.quantities[line]
    assert when_of(when, None) == found.whens[when] == When("since March 2017", "2017-03/..")
