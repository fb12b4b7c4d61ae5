"""Which paragraphs of a text are in another language than English, whose rules then do not hold.

By the script and by function words, the oldest way and one that holds on a single sentence:
G. Grefenstette, "Comparing two language identification schemes", JADT 1995 ("short words").
"""

from __future__ import annotations

from corpus.understanding.languages.passages import foreign_passages, language_of_text
from corpus.understanding.languages.rules import hold_in_any_language, without_passages

__all__ = ["foreign_passages", "hold_in_any_language", "language_of_text", "without_passages"]
