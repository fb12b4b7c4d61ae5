"""Entities by an installed model of spaCy: a real pipeline, made here, without weights."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from corpus.corpus_file import CorpusFile
from corpus.corpus_file_reading import parse_corpus_file
from corpus.understanding.entities.finding import find_entities
from corpus.understanding.entities.models import model_stamp
from corpus.understanding.paragraphs import split_paragraphs
from corpus.understanding.sentences import split_sentences

PATTERNS = [
    {"label": "PERSON", "pattern": "Oona Brandt"},
    {"label": "PERSON", "pattern": "Brandt"},
    {"label": "ORG", "pattern": "the quiet hand"},
    {"label": "GPE", "pattern": "Vellin's"},
    {"label": "DATE", "pattern": "Monday"},
]
INIT = """
from spacy.util import load_model_from_init_py

def load(**overrides):
    return load_model_from_init_py(__file__, **overrides)
"""


def install(folder: Path, name: str, version: str) -> None:
    """Write a package as `spacy package` makes it, with its entry point."""
    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns(PATTERNS)
    language, _, short = name.partition("_")
    nlp.meta.update({"lang": language, "name": short, "version": version})
    package = folder / name
    package.mkdir()
    nlp.to_disk(package / f"{name}-{version}")
    (package / "__init__.py").write_text(INIT)
    (package / "meta.json").write_text(json.dumps(nlp.meta))
    about = folder / f"{name}-{version}.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
    (about / "entry_points.txt").write_text(f"[spacy_models]\n{name} = {name}\n")


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Put a model on the path of this Python and return its name."""
    pytest.importorskip("spacy", reason="spaCy, the extra `postil[spacy]`, is not installed")
    name = "en_postil_made"
    install(tmp_path, name, "1.2.3")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, name, raising=False)
    return name


def test_a_model_finds_the_entities_in_the_form_of_our_own(installed: str) -> None:
    text = "On Monday Mayor Oona Brandt met the quiet hand in Vellin's port. Brandt left Norway."
    settings, problems = parse_corpus_file(f"model: {installed}\n")
    assert not problems
    mentions, aliases = find_entities(
        text, split_sentences(text, split_paragraphs(text)), (), settings
    )
    assert [(m.text, m.type, m.entity) for m in mentions] == [
        ("Oona Brandt", "PERSON", "person:oona-brandt"),
        ("quiet hand", "ORG", "org:quiet-hand"),
        ("Vellin", "PLACE", "place:vellin"),
        ("Brandt", "PERSON", "person:oona-brandt"),
    ]
    assert all(m.cut(text) == m.text for m in mentions)
    assert mentions[0].title_span is not None
    assert mentions[0].title_span.cut(text) == "Mayor"
    assert [alias.kind for alias in aliases] == ["surname"]


def test_a_text_longer_than_the_model_reads_at_once_is_read_whole(installed: str) -> None:
    text = "Oona Brandt left the quay at noon, and nobody saw her go. " * 2000
    settings, _ = parse_corpus_file(f"model: {installed}\n")
    mentions, _ = find_entities(text, split_sentences(text, split_paragraphs(text)), (), settings)
    assert len(mentions) == 2000
    assert all(m.cut(text) == "Oona Brandt" for m in mentions)


def test_the_rules_of_the_reader_come_before_the_model(installed: str) -> None:
    text = "Brandt met the quiet hand."
    told = f"model: {installed}\nentities:\n  - {{name: Brandt, type: PLACE}}\n"
    settings, _ = parse_corpus_file(told)
    mentions, _ = find_entities(text, (), (), settings)
    assert [(m.text, m.type) for m in mentions] == [("Brandt", "PLACE"), ("quiet hand", "ORG")]


def test_what_is_kept_depends_on_the_model_and_its_version(installed: str) -> None:
    assert model_stamp(installed) is not None
    assert f"{installed} 1.2.3" in (model_stamp(installed) or "")
    keys = {
        settings.fingerprint_for("a.txt")
        for settings in (
            CorpusFile(),
            CorpusFile(model=installed, model_stamp=f"{installed} 1.2.3"),
            CorpusFile(model=installed, model_stamp=f"{installed} 1.2.4"),
        )
    }
    assert len(keys) == 3
    settings, _ = parse_corpus_file(f"model: {installed}\n")
    assert settings.fingerprint != CorpusFile().fingerprint


@pytest.mark.parametrize("name", ["en_not_there", "../models/mine", "json", "/tmp/model"])
def test_a_model_that_is_not_installed_is_a_problem_that_says_what_to_do(name: str) -> None:
    settings, problems = parse_corpus_file(f"include: ['*.txt']\nmodel: {name}\n")
    assert settings.model is None
    assert settings.include == ("*.txt",)
    assert [(p.line, p.level) for p in problems] == [(2, "error")]
    assert name in problems[0].reason
    assert "pip install 'postil[spacy]'" in problems[0].remedy
