"""Why a paragraph is in another language: its script, or its function words."""

from __future__ import annotations

from corpus.understanding.analysis import Foreign
from corpus.understanding.languages.function_words import ARABIC, CYRILLIC, LATIN
from corpus.understanding.languages.telling import SAMPLE, tell, words_of

_MOST_WORDS = 8


def language_reasons(text: str, passage: Foreign) -> tuple[str, ...]:
    """Return why a passage of `text` is read as being in its language."""
    words = passage.cut(text)[:SAMPLE]
    lists = LATIN | CYRILLIC | ARABIC
    if passage.language == "und":
        return ("hardly a function word of English, and none of a language that is known",)
    if tell(words).language is None:
        return ("the paragraphs around it are in that language",)
    if passage.language not in lists:
        return ("its letters are those of that language",)
    found = dict.fromkeys(word for word in words_of(words) if word in lists[passage.language])
    if not found:
        return ("its letters, and the paragraphs around it",)
    return (f"function words: {', '.join(list(found)[:_MOST_WORDS])}",)
