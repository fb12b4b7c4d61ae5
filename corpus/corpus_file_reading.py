"""`postil.yaml` read: YAML to a `CorpusFile`, with a problem for whatever could not be used.

What is wrong is left out with its file, line and remedy; the rest holds. A key that is not known is
a warning, a value of the wrong type an error.
"""

from __future__ import annotations

from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, Literal, get_args

from corpus.corpus_file import (
    CORPUS_FILE_NAME,
    SCHEMA,
    ArticleSettings,
    Codebook,
    CodebookField,
    CorpusFile,
    EntityRule,
    FieldType,
    Group,
    MetadataRule,
    SavedSearch,
    Tag,
    date_pattern_fault,
    is_partial_date,
)
from corpus.decoding import text_encoding
from corpus.globs import glob_fault, has_wildcard
from corpus.problem import CorpusError, Problem
from corpus.regular_file import inside
from corpus.yaml_shapes import ShapeReader, short
from corpus.yaml_text import Place, YamlMapping, YamlSequence, YamlValue, load_yaml, read_yaml_text

LIMIT = 1024 * 1024
"""The most bytes of a `postil.yaml`."""

_MOST_GLOBS = 100  # each is matched with each name: 10,000 names take up to 5 s
_MOST_RULES = 500  # of `metadata`: as with globs, each is matched with each name
_MOST_ENTITIES = 1000
_MOST_NAMES = 5000  # of all entities: every article is searched for each of them
_MOST_WORDS = 2000  # of each list of the codebook, and searches

_ENTITY_TYPES = ("PERSON", "ORG", "PLACE", "NORP")
_NO_WORDS = {"false", "no", "off"}
_YES_WORDS = {"true", "yes", "on"}


def read_corpus_file(root: Path) -> tuple[CorpusFile, tuple[Problem, ...]]:
    """Read the `postil.yaml` of a corpus; where there is none, nothing is set and nothing wrong.

    Does not raise for anything that the file holds or is.
    """
    path = root / CORPUS_FILE_NAME
    real = inside(root, path)
    if real is None:
        reason = "it is a link to a place outside the corpus"
        return CorpusFile(), (Problem(CORPUS_FILE_NAME, reason, "put the file itself there"),)
    try:
        text = read_yaml_text(real, CORPUS_FILE_NAME, limit=LIMIT)
    except FileNotFoundError:
        return CorpusFile(), ()
    except CorpusError as wrong:
        return CorpusFile(), (wrong.problem,)
    return parse_corpus_file(text)


def parse_corpus_file(
    text: str, file: str = CORPUS_FILE_NAME
) -> tuple[CorpusFile, tuple[Problem, ...]]:
    """Turn the text of a `postil.yaml` into a `CorpusFile` and the problems that were found."""
    try:
        value = load_yaml(text, file, limit=LIMIT)
    except CorpusError as wrong:
        return CorpusFile(), (wrong.problem,)
    reading = _Reading(file)
    return reading.corpus_file(value), tuple(reading.problems)


class _Reading(ShapeReader):
    """One pass over the file; gathers the problems on its way."""

    other_schema = False
    stamp: str | None = None

    def corpus_file(self, value: YamlValue) -> CorpusFile:
        if value is None:
            return CorpusFile()
        if not isinstance(value, YamlMapping):
            self.wrong(Place(1, 1), "the file is no mapping", "write `key: value` lines")
            return CorpusFile()
        found = self.keys(
            value,
            {
                "schema": self.schema,
                "include": self.globs,
                "exclude": self.globs,
                "metadata": self.metadata_rules,
                "articles": self.articles,
                "entities": self.entities,
                "codebook": self.codebook,
                "model": self.model,
                "searches": self.searches,
            },
        )
        # The keys of another schema may mean something else.
        return CorpusFile() if self.other_schema else CorpusFile(**found, model_stamp=self.stamp)

    def first(self, value: YamlValue, place: Place, name: str, most: int) -> YamlValue:
        """Keep the first `most` items of a list or mapping; more of them are a problem."""
        if not isinstance(value, YamlSequence | YamlMapping) or len(value) <= most:
            return value
        reason = f"{name} has {len(value):,} items; the first {most:,} are used"
        self.wrong(place, reason, "leave out what the articles do not need")
        kept: YamlSequence | YamlMapping
        if isinstance(value, YamlSequence):
            kept = YamlSequence(value.place)
            kept += value[:most]
            kept.items_at += value.items_at[:most]
        else:
            kept = YamlMapping(value.place)
            for key in islice(value, most):
                kept[key], kept.keys_at[key] = value[key], value.keys_at[key]
        return kept

    # The keys of the file.

    def schema(self, value: YamlValue, place: Place, name: str) -> str | None:
        if value == SCHEMA:
            return SCHEMA
        self.other_schema = True
        reason = f"the schema is {short(value)}; this Postil reads {SCHEMA}"
        self.wrong(place, reason, f"write `schema: {SCHEMA}`, or use a newer Postil")
        return None

    def model(self, value: YamlValue, place: Place, name: str) -> str | None:
        word = self.word(value, place, name)
        if word is None:
            return None
        from corpus.understanding.entities.models import model_stamp

        self.stamp = model_stamp(word)
        if self.stamp is None:
            reason = f"no spaCy model {short(word)} is installed; the rules find the entities"
            remedy = "pip install 'postil[spacy]' and the model, or take the key out"
            self.wrong(place, reason, remedy)
            return None
        return word

    def glob(self, value: YamlValue, place: Place, name: str) -> str | None:
        word = self.word(value, place, name)
        if word is not None and (fault := glob_fault(word)):
            remedy = "write a glob relative to the corpus, such as drafts/ or wire/*.txt"
            self.wrong(place, f"{fault}: {short(word)}", remedy)
            return None
        return word

    def globs(self, value: YamlValue, place: Place, name: str) -> tuple[str, ...] | None:
        if isinstance(value, str):
            return tuple(glob for glob in (self.glob(value, place, name),) if glob)
        found = self.each(value, place, name, self.glob) or ()
        matched = [glob for glob in found if has_wildcard(glob)]
        if len(matched) > _MOST_GLOBS:
            reason = f"{name} has {len(matched)} globs with wildcards; {_MOST_GLOBS} are used"
            self.wrong(place, reason, "put the files into folders, or name them without wildcards")
            ignored = set(matched[_MOST_GLOBS:])
            found = tuple(glob for glob in found if glob not in ignored)
        return found

    def metadata_rules(
        self, value: YamlValue, place: Place, name: str
    ) -> tuple[MetadataRule, ...] | None:
        return self.each(
            self.first(value, place, name, _MOST_RULES), place, name, self.metadata_rule
        )

    def metadata_rule(self, value: YamlValue, place: Place, name: str) -> MetadataRule | None:
        mapping = self.mapping(value, place, name)
        if mapping is None:
            return None
        found = self.keys(
            mapping,
            {
                "files": self.glob,
                "outlet": self.word,
                "author": self.word,
                "date": self.date_pattern,
                "language": self.language,
            },
        )
        if "files" not in found:
            if mapping.get("files") is None:
                self.wrong(place, "the rule does not say for which files", "add `files: GLOB`")
            return None
        return MetadataRule(**found)

    def date_pattern(self, value: YamlValue, place: Place, name: str) -> str | None:
        word = self.word(value, place, name)
        if word is not None and (fault := date_pattern_fault(word)):
            self.wrong(place, f"{fault}: {short(word)}", 'write it as in "{yyyy}-{mm}-{dd}"')
            return None
        return word

    def language(self, value: YamlValue, place: Place, name: str) -> str | None:
        word = self.word(value, place, name)
        if word is None or (len(word) == 2 and word.isascii() and word.isalpha()):
            return word and word.lower()
        self.wrong(
            place, f"the language is {short(word)}", "write two letters (ISO 639-1), such as en"
        )
        return None

    def articles(
        self, value: YamlValue, place: Place, name: str
    ) -> tuple[ArticleSettings, ...] | None:
        found = []
        for article, settings, at in self.pairs(value, place, name):
            if article.startswith("/") or ".." in article.split("/") or not article:
                reason = f"{short(article)} is no path inside the corpus"
                self.wrong(at, reason, "write the path from the corpus folder, with /")
                continue
            mapping = self.mapping(settings, at, article)
            if mapping is None:
                continue
            known = {
                "title": self.word,
                "outlet": self.word,
                "author": self.word,
                "published": self.date,
                "encoding": self.encoding,
            }
            read = self.keys(mapping, known)
            found.append(ArticleSettings(article.removeprefix("./"), **read))
        return tuple(found)

    def encoding(self, value: YamlValue, place: Place, name: str) -> str | None:
        word = self.word(value, place, name)
        if word is None or (encoding := text_encoding(word)) is not None:
            return word and encoding
        reason = f"{name} is {short(word)}, not one that Python reads texts in"
        self.wrong(place, reason, "write one such as utf-8, windows-1251 or shift_jis")
        return None

    def date(self, value: YamlValue, place: Place, name: str) -> str | None:
        word = self.word(value, place, name)
        if word is None or is_partial_date(word):
            return word
        self.wrong(
            place, f"{name} is {short(word)}, not a date", "write 2019-11-10, 2019-11 or 2019"
        )
        return None

    def entities(self, value: YamlValue, place: Place, name: str) -> tuple[EntityRule, ...] | None:
        value = self.first(value, place, name, _MOST_ENTITIES)
        found = self.each(value, place, name, self.entity) or ()
        names = 0
        for number, rule in enumerate(found):
            names += 1 + len(rule.aliases) + len(rule.not_) + len(rule.forbid)
            if names > _MOST_NAMES:
                reason = f"{name} has more than {_MOST_NAMES:,} names; the first {number} are used"
                self.wrong(place, reason, "leave out what the articles do not need")
                return found[:number]
        return found

    def entity(self, value: YamlValue, place: Place, name: str) -> EntityRule | None:
        mapping = self.mapping(value, place, name)
        if mapping is None:
            return None
        found = self.keys(
            mapping,
            {
                "name": self.word,
                "type": partial(self.choice, choices=_ENTITY_TYPES),
                "aliases": self.words,
                "not": self.words,
                "forbid": self.forbidden,
            },
        )
        if "name" not in found:
            if mapping.get("name") is None:
                self.wrong(place, "the entity has no name", "add `name: NAME`")
            return None
        if "not" in found:
            found["not_"] = found.pop("not")
        if found.get("forbid") is True:
            found["forbid"] = (found["name"], *found.get("aliases", ()))
        return EntityRule(**found)

    def forbidden(
        self, value: YamlValue, place: Place, name: str
    ) -> tuple[str, ...] | Literal[True] | None:
        if isinstance(value, str) and value.lower() in _YES_WORDS:
            return True
        if isinstance(value, str) and value.lower() in _NO_WORDS:
            return ()
        return self.words(value, place, name)

    def codebook(self, value: YamlValue, place: Place, name: str) -> Codebook | None:
        mapping = self.mapping(value, place, name)
        if mapping is None:
            return None
        return Codebook(
            **self.keys(
                mapping,
                {
                    "tags": self.tags,
                    "measures": self.few_words,
                    "fields": self.fields,
                    "groups": self.groups,
                },
            )
        )

    def tags(self, value: YamlValue, place: Place, name: str) -> tuple[Tag, ...]:
        """Tags as a list or a mapping, nested in any mix: `[strength, {actors: [police]}]`."""
        value = self.first(value, place, name, _MOST_WORDS)
        if isinstance(value, YamlSequence):
            found: list[Tag] = []
            for item, at in zip(value, value.items_at, strict=True):
                if isinstance(item, YamlMapping):
                    found += self.tags(item, at, name)
                elif (word := self.word(item, at, f"an item of {name}")) is not None:
                    found.append(Tag(word))
            return tuple(found)
        return tuple(
            Tag(tag, self.tags(below, at, tag) if below is not None else ())
            for tag, below, at in self.pairs(value, place, name)
        )

    def few_words(self, value: YamlValue, place: Place, name: str) -> tuple[str, ...] | None:
        return self.words(self.first(value, place, name, _MOST_WORDS), place, name)

    def fields(self, value: YamlValue, place: Place, name: str) -> tuple[CodebookField, ...]:
        found = (
            self.field(*pair)
            for pair in self.pairs(self.first(value, place, name, _MOST_WORDS), place, name)
        )
        return tuple(field for field in found if field is not None)

    def field(self, name: str, value: YamlValue, place: Place) -> CodebookField | None:
        """Read a field: its type alone, its choices alone, or both as a mapping."""
        types = get_args(FieldType)
        if value is None:
            return CodebookField(name)
        if isinstance(value, YamlSequence):
            return CodebookField(name, "choice", self.few_words(value, place, name) or ())
        if isinstance(value, YamlMapping):
            found = self.keys(
                value,
                {"type": partial(self.choice, choices=types), "values": self.few_words},
            )
            if "values" in found:
                found.setdefault("type", "choice")
            return CodebookField(name, **found)
        kind: Any = self.choice(value, place, name, choices=types)
        return CodebookField(name, kind) if kind else None

    def groups(self, value: YamlValue, place: Place, name: str) -> tuple[Group, ...]:
        value = self.first(value, place, name, _MOST_WORDS)
        return tuple(
            Group(group, self.few_words(nouns, at, group) or ())
            for group, nouns, at in self.pairs(value, place, name)
            if nouns is not None
        )

    def searches(self, value: YamlValue, place: Place, name: str) -> tuple[SavedSearch, ...]:
        value = self.first(value, place, name, _MOST_WORDS)
        found = (
            (key, self.word(query, at, key)) for key, query, at in self.pairs(value, place, name)
        )
        return tuple(SavedSearch(key, query) for key, query in found if query)
