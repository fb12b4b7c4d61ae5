"""Organisations of the world that go by well-known names and acronyms."""

from __future__ import annotations

from functools import cache

from corpus.understanding.gazetteers.folding import phrase_key
from corpus.understanding.gazetteers.reading import read_lines


@cache
def _both() -> tuple[dict[str, str], dict[str, str]]:
    names: dict[str, str] = {}
    acronyms: dict[str, str] = {}
    for line in read_lines("organisations.txt"):
        forms = line.split("|")
        for form in forms:
            plain = form.replace(".", "").replace("-", "")
            if plain.isupper() or (len(plain) <= 4 and plain[1:2].isupper()):
                acronyms[form.replace(".", "")] = forms[0]
            else:
                names[phrase_key(form)] = forms[0]
    return names, acronyms


def organisations() -> dict[str, str]:
    """Return the main name of each organisation by the phrase keys of its names."""
    return _both()[0]


def acronym_organisations() -> dict[str, str]:
    """Return the main name by acronym: without dots, in its own case."""
    return _both()[1]
