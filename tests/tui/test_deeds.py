"""The measure of a claim, told by the participle beside its figure."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.corpus_file import Codebook
from corpus.opening import open_corpus
from tui.claiming.deeds import common_deeds, deeds_in
from tui.claiming.suggestion import suggestions


@pytest.mark.parametrize(
    ("sentence", "measure"),
    [
        ("The reeve said 32 villagers had surrendered on Monday.", "surrendered"),
        ("The guards have rescued over 1,600 villagers since March.", "rescued"),
        ("The wave hit the weir, killing at least 41 people.", "killed"),
        ("More than 300 villagers were already evacuated.", "evacuated"),
        (
            "A group of 62 rowers, including 30 boys from Marn, surrendered on Tuesday.",
            "surrendered",
        ),
        ("Some 600 rowers and their families have surrendered since.", "surrendered"),
        ("The flood reached the town, including 41 houses.", ""),
        ("There are 3,500 villagers in Marn.", "number"),
        ("They are believed to have around 1,100 boats spread along the coast.", "number"),
        ("The number of rowers in Marn, who had sworn to leave, stood at 3,500.", "number"),
        ("The number of rowers there exceeds 1,500 and is on the rise.", "number"),
        ("Around 4,000 rowers still in Marn", "number"),
        ("The reeve said 40 rowers remain in the valley.", "number"),
        ("The guild has lost 40 boats.", "lost"),
        ("The guild had 40 boats burned.", "burned"),
        ("There were 12 killed.", "killed"),
        ("The guard said 76 people were still missing.", "missing"),
        ("There were 62 people dead.", "dead"),
        ("Some 15 rowers were being sought.", "sought"),
        ("It takes 40 boats to still the river.", ""),
        ("Ilse Brandt reported 12 boats.", ""),
    ],
)
def test_the_deed_beside_a_figure_is_the_measure(
    sentence: str, measure: str, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(f"A headline\n\n{sentence}\n", encoding="utf-8")
    corpus = open_corpus(tmp_path)
    article = corpus.read(corpus.files[0])
    analysis = corpus.analyse(article)
    span = next(one for one in analysis.sentences if one.cut(article.text) == sentence)
    first = suggestions(article.text, analysis, span, span.start, Codebook())[0]
    assert first.lines["measure"] == measure
    other = suggestions(article.text, analysis, span, span.start, Codebook(measures=("depth",)))
    assert other[0].lines["measure"] == ""


def test_what_is_done_in_a_sentence_completes_the_measure() -> None:
    words = "Small crews are surrendering, some are leaving; 12 were hurt and wanted to escape."
    assert deeds_in(words) == ("surrendered", "left", "escaped")
    assert "killed" in common_deeds()


def test_one_of_them_is_no_figure(tmp_path: Path) -> None:
    sentence = "The flood reached one of the key provinces."
    (tmp_path / "a.txt").write_text(f"A headline\n\n{sentence}\n", encoding="utf-8")
    corpus = open_corpus(tmp_path)
    article = corpus.read(corpus.files[0])
    analysis = corpus.analyse(article)
    span = analysis.sentences[-1]
    (only,) = suggestions(article.text, analysis, span, span.start, Codebook())
    assert not only.lines.get("quantity")
