"""The words of a line of Markdown: what is read of it, without the signs that say how it looks."""

from __future__ import annotations

import re

_CODE = re.compile(r"(?<!`)(`+)(?!`)\s?(.+?)\s?(?<!`)\1(?!`)")
_LINK = re.compile(r"!?\[([^\[\]]*)\](?:\([^()\s]*(?:\s+[\"'(][^\n]*?[\"')])?\)|\[[^\[\]]*\])")
# A sign opens before a word and closes behind one; an underscore inside a word is none
# (CommonMark 0.31, 6.2).
_STARS = re.compile(r"(\*{1,3})(?=[^\s*])([^*]*(?<=[^\s*]))\1")
_LINES = re.compile(r"(?<![\w_])(_{1,3})(?=[^\s_])(.*?[^\s_])\1(?![\w_])")
_STRUCK = re.compile(r"~~(?=\S)(.+?)(?<=\S)~~")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
# Stand-ins while signs are looked for: of the private use area, which no text is shown with.
_HELD = 0xE000
_PRIVATE = re.compile("[\ue000-\uf8ff]")


def words_of_markdown(line: str) -> str:
    """Return one line of Markdown without emphasis, code signs, link targets and escapes.

    Signs that mean nothing, such as the star of `5 * 3`, stay; so does a line with characters of
    the private use area.
    """
    if not any(sign in line for sign in "*_`[~\\") or _PRIVATE.search(line):
        return line
    held: list[str] = []

    def hold(words: str) -> str:
        held.append(words)
        return chr(_HELD + len(held) - 1)

    line = _CODE.sub(lambda found: hold(found[2]), line)
    line = _ESCAPED.sub(lambda found: hold(found[1]), line)
    line = _LINK.sub(r"\1", line)
    before = ""
    while before != line:
        before = line
        for signs, kept in ((_STARS, r"\2"), (_LINES, r"\2"), (_STRUCK, r"\1")):
            line = signs.sub(kept, line)
    for number, words in enumerate(held):
        line = line.replace(chr(_HELD + number), words)
    return line
