"""The encodings that a file may be in, each with what its text looks like then."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corpus.decoding import telling_sample, text_encoding
from corpus.readers.known import reader_for

if TYPE_CHECKING:
    from corpus.article import Article
    from corpus.opening import Corpus
    from corpus.readers.reader import Reader

# Of the encodings that articles are found in, by the names that people know them by.
NAMES = (
    *("utf-8", "windows-1252", "windows-1251", "koi8-r", "iso-8859-5", "cp866", "windows-1250"),
    *("iso-8859-2", "iso-8859-15", "windows-1253", "windows-1254", "windows-1255", "windows-1256"),
    *("windows-1257", "windows-1258", "cp874", "shift_jis", "cp932", "euc_jp", "iso2022_jp"),
    *("gb18030", "big5", "cp949", "utf-16-le", "utf-16-be", "mac-roman", "mac-cyrillic", "cp437"),
    *("cp850",),
)
_LINES = 2
_BEFORE = 20  # code points shown before the first one that the encodings differ about
_LONGEST = 300
_MOST_FAULTS = 0.1  # of what is beyond ASCII; with more, a text is in another encoding

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
# What an encoding gives for bytes that no text in it has: replaced ones, control characters,
# unassigned and private places.
_FAULT = re.compile("[\ufffd\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f-\x9f\ue000-\uf8ff]")


@dataclass(frozen=True, slots=True)
class EncodingChoice:
    """An encoding of a file; `name` None leaves it to the file.

    `same` are further names under which the text is the same. `lines` are the first ones that are
    not plain ASCII, not yet safe to be shown. `faults` is how many characters cannot be right.
    `current` says that the article is read so now, `guessed` that this was a guess.
    """

    name: str | None
    lines: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    faults: int = 0
    current: bool = False
    guessed: bool = False


def choices_for(corpus: Corpus, article: Article) -> tuple[EncodingChoice, ...]:
    """Return the encodings that an article of a corpus may be in. Raises CorpusError."""
    reader = reader_for(article.name)
    assert reader is not None  # it was read
    return encoding_choices(
        telling_sample(corpus.content(article.file).data),
        reader,
        article.encoding,
        guessed=article.encoding_guessed,
        is_set=corpus.settings.encoding_of(article.name) is not None,
    )


def encoding_choices(
    data: bytes, reader: Reader, current: str, *, guessed: bool, is_set: bool
) -> tuple[EncodingChoice, ...]:
    """Return what the bytes of a file may be read as, the likeliest first after the current one.

    `current` is the codec that the article is read in; `guessed` says that the file did not prove
    it, `is_set` that the reader of the corpus did choose it.
    """
    known = {text_encoding(name): name for name in reversed(NAMES)}
    names = [known.get(text_encoding(current), current)]
    names += [name for name in NAMES if name != names[0]]
    found: dict[str, EncodingChoice] = {}
    for name in names:
        if text_encoding(name) is None:
            continue
        text = reader.read(data, text_encoding(name)).text
        if (known_as := found.get(text)) is not None:
            found[text] = replace(known_as, same=(*known_as.same, name))
            continue
        beyond = len(_BEYOND_ASCII.findall(text))
        faults = len(_FAULT.findall(text))
        is_current = name == names[0]
        if is_current or faults <= beyond * _MOST_FAULTS:
            found[text] = EncodingChoice(
                name, telling_lines(text), (), faults, is_current, is_current and guessed
            )
    choices = sorted(found.values(), key=lambda choice: (not choice.current, choice.faults > 0))
    if is_set:
        own = reader.read(data)
        unset = EncodingChoice(
            None, telling_lines(own.text), (own.encoding,), 0, False, own.guessed
        )
        choices.append(unset)
    return tuple(choices)


def telling_lines(text: str) -> tuple[str, ...]:
    """Return the first lines beyond ASCII, from shortly before what is; else the first lines."""
    found: list[str] = []
    at = 0
    while len(found) < _LINES and (beyond := _BEYOND_ASCII.search(text, at)):
        start = text.rfind("\n", 0, beyond.start()) + 1
        end = text.find("\n", beyond.start())
        at = len(text) if end < 0 else end + 1
        begin = max(start, beyond.start() - _BEFORE)
        found.append(("…" if begin > start else "") + text[begin : min(at, begin + _LONGEST)])
    if not found:
        found = [line[:_LONGEST] for line in text[:10_000].split("\n") if line.strip()][:_LINES]
    return tuple(line.strip() for line in found)
