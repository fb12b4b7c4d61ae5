"""What is not English is told by its language, and gives no names and no statements."""

from __future__ import annotations

import unicodedata

import pytest

from corpus.article import Article, ArticleFile
from corpus.corpus_file import CorpusFile, EntityRule
from corpus.explaining.facts import facts_at
from corpus.understanding.analysing import analyse
from corpus.understanding.analysis import Analysis, Foreign
from corpus.understanding.languages.passages import foreign_passages, language_of_text
from corpus.understanding.languages.telling import tell
from corpus.understanding.paragraphs import split_paragraphs
from tests.understanding_languages.articles import ENGLISH, REPORTS
from tui.article.language_words import languages_in

NEIGHBOURS = {
    "da": {"da", "no", "sv"},
    "et": {"et", "fi"},
    "cs": {"cs", "sk"},
    "sk": {"cs", "sk"},
    "ru": {"ru", "mk", "bg", "uk"},
    "uk": {"ru", "uk"},
    "bg": {"bg", "mk", "ru"},
}


def analysed(text: str, settings: CorpusFile | None = None) -> Analysis:
    file = ArticleFile("a.txt", "a.txt", len(text), 0)
    return analyse(Article(file, text, "text/1", "0" * 64), settings or CorpusFile())


@pytest.mark.parametrize("language", sorted(REPORTS))
def test_an_article_in_another_language_has_figures_and_no_nonsense(language: str) -> None:
    text = REPORTS[language]
    found = analysed(text)

    assert language_of_text(text) == language
    assert {each.language for each in found.foreign} == {language}
    assert [span.start for span in found.foreign] == [span.start for span in found.paragraphs]
    assert (found.mentions, found.statements, found.aliases) == ((), (), ())
    figures = [(each.text, each.value, each.of) for each in found.quantities]
    # Where no blank stands beside a figure it is not told from the word that it is written with.
    assert figures == ([] if language in ("ja", "ko", "zh") else [("412", 412, None)])


@pytest.mark.parametrize("language", sorted(REPORTS))
def test_an_english_article_that_quotes_another_language_is_read_as_before(language: str) -> None:
    quoted = REPORTS[language].split("\n\n")[1]
    alone, mixed = analysed(ENGLISH), analysed(ENGLISH + "\n" + quoted + "\n")

    assert [(m.text, m.type) for m in mixed.mentions] == [(m.text, m.type) for m in alone.mentions]
    assert len(mixed.statements) == len(alone.statements) == 2
    assert language_of_text(ENGLISH) is None
    (passage,) = mixed.foreign
    assert passage.cut(ENGLISH + "\n" + quoted) == quoted
    # One sentence is too little to tell some languages from their neighbours.
    assert passage.language in NEIGHBOURS.get(language, {language})


@pytest.mark.parametrize(
    "words",
    [
        "Rio de la Plata ferry runs aground",
        "Luis de la Cruz, Maria de los Angeles and Juan de Dios",
        "La Gazette de Sainte-Aurèle – English edition",
        "Vincent van den Berg, Director, Port of Antwerp",
        "Oslo",
        "412",
        "By Ludwig von der Heide in Le Havre",
        "Court finds ex-minister guilty of fraud",
        "Cape Verde beats São Tomé e Príncipe 2-1",
        "",
    ],
)
def test_foreign_names_do_not_make_a_line_foreign(words: str) -> None:
    text = f"{ENGLISH}\n{words}\n\n{ENGLISH}"

    assert foreign_passages(text, split_paragraphs(text)) == ()


def test_a_heading_is_in_the_language_of_what_stands_around_it() -> None:
    assert tell("Macron à Berlin").language is None
    text = REPORTS["fr"].replace("Un bac s'échoue près de Marn", "Macron à Berlin")

    assert len(foreign_passages(text, split_paragraphs(text))) == 3


def test_a_language_that_is_not_known_is_still_not_english() -> None:
    words = (
        "Umkhumbi usale emhlabathini ngolwesibili unabagibeli abangama khulu amane nabanye abaningi"
    )

    assert tell(f"{words} {words}").language == "und"


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Гребля тримається", "uk"),
        ("Плотина держится", "ru"),
        ("Гребля витримала у понеділок, повідомила мер, люди спали у школах.", "uk"),
        ("Плаціна вытрымала ў панядзелак, людзі спалі ў школах.", "be"),
        ("Далан тэсэж байна", "mn"),
        ("Даваа гарагт далан тэссэн гэж хотын дарга хэлэв, хүн сургуульд хоносон.", "mn"),
        ("Бөгет дүйсенбіде шыдады, адамдар мектептерде ұйықтады.", "kk"),
        ("Брана је издржала у понедељак, људи су спавали у школама.", "sr"),
        ("Con đập vẫn đứng vững", "vi"),
        (unicodedata.normalize("NFD", "Con đập vẫn đứng vững hôm thứ Hai"), "vi"),
        ("Nguyễn Phú Trọng and Phạm Minh Chính visit Hà Nội", "en"),
    ],
)
def test_letters_tell_languages_apart_that_share_a_script(words: str, language: str) -> None:
    assert tell(words).language == language


def test_what_the_reader_says_is_a_name_is_one_in_every_language() -> None:
    rules = CorpusFile(entities=(EntityRule("Joren Vask", "PERSON"),))

    assert [m.text for m in analysed(REPORTS["fr"], rules).mentions] == ["Joren Vask"]


def test_figures_keep_what_every_language_writes_the_same() -> None:
    text = (
        "Le 2021-03-04 à 18:30 il y avait 412 passagers et 35 % des places, plus de 1.600 au total,"
        " 2,5 millions selon eux, et 12 mars la veille dans le port.\n"
    )

    assert [each.text for each in analysed(text).quantities] == [
        "2021-03-04",
        "18:30",
        "412",
        "35 %",
        "12",
    ]


def test_figures_in_groups_that_blanks_part_hold_in_every_language() -> None:
    text = "Вчера на плотине погибли 1 600 человек, а 12\u00a0345 человек ушли. Ещё 2 500 600 ждут."

    assert [each.value for each in analysed(text).quantities] == [1600, 12_345, 2_500_600]


def explained(text: str, offset: int) -> tuple[str, ...]:
    file = ArticleFile("a.txt", "a.txt", len(text), 0)
    article = Article(file, text, "text/1", "0" * 64)
    facts = facts_at(article, analysed(text), CorpusFile(), offset)
    return next(fact.rules for fact in facts if isinstance(fact.known, Foreign))


def test_each_language_is_explained_by_what_told_it() -> None:
    french, greek = REPORTS["fr"], REPORTS["el"]

    assert explained(french, french.index("Joren"))[0].startswith("function words: le, ")
    assert explained(greek, 0) == ("its letters are those of that language",)
    heading = french.replace("Un bac s'échoue près de Marn", "Macron à Berlin")
    assert explained(heading, 0) == ("the paragraphs around it are in that language",)


def test_the_languages_of_an_article_are_named() -> None:
    assert languages_in(analysed(ENGLISH)) == ""
    assert languages_in(analysed(REPORTS["ar"])) == "in Arabic: no names are read"
    mixed = analysed("\n".join((ENGLISH, REPORTS["fr"], REPORTS["ja"])))
    assert languages_in(mixed) == "6 of 9 paragraphs in French, Japanese"
