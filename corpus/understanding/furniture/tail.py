"""What stands below the body of an article: related headlines, tags, prompts, addresses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.span import Span
from corpus.understanding.head_lines import furniture_kind
from corpus.understanding.repeated_lines import NONE_REPEATED, REPEATED, RepeatedLines
from corpus.understanding.shape import ends_with_stop, is_title_case

_TEASER = re.compile(
    r"(?:WATCH|VIDEO|EXCLUSIVE|READ(?: MORE| ALSO)?|ALSO READ|LISTEN|PHOTOS?|GALLERY|IN PICTURES"
    r"|ANALYSIS|OPINION|EXPLAINER|LIVE|BREAKING|UPDATE|INTERVIEW|PODCAST|FACTBOX|TIMELINE"
    r"|SEE ALSO|DON'T MISS|MUST READ|Watch|Video|Read more|Listen)\s*[:|>»–—-]\s*\S"
)
# What heads a list of other articles.
_LISTS = re.compile(
    r"(?:the )?(?:(?:most|more) (?:read|popular|viewed|shared|stories|news)|more from .{2,30}"
    r"|(?:top|latest|other|popular|trending)(?: (?:news|stories|headlines|posts|articles|now))?"
    r"|editor'?s'? (?:picks?|choice)|in other news|what to read next|up next)\s*[:>»]?",
    re.IGNORECASE,
)
_COLUMNS = re.compile(r"\S\s{2,}\S")
_MOST_HEADLINE_WORDS = 22
_MOST_TAG_WORDS = 5
_FEWEST_TAGS = 4
_FEWEST_IN_MENU = 4
_MOST_NAME_WORDS = 4
MOST_LINES = 200
_LONGEST_ENTRY = 160  # code points of a line that an announcement above it takes along


@dataclass(frozen=True, slots=True)
class TailLine(Span):
    """A paragraph below the body, with the kind of furniture it is."""

    kind: str


def read_tail(
    text: str,
    paragraphs: Sequence[Span],
    body: int,
    repeated: RepeatedLines = NONE_REPEATED,
) -> list[TailLine]:
    """Return the furniture below the body, in order.

    `paragraphs` are all of the text, `body` is the offset at which its body begins, `repeated` are
    the lines that many articles of the outlet have.
    """
    first = len(paragraphs)
    kinds: dict[int, str | None] = {}
    rows = False
    while first > 0 and paragraphs[first - 1].start >= body:
        if len(kinds) > MOST_LINES:
            # A list of hundreds of lines is the article itself.
            return []
        words = paragraphs[first - 1].cut(text)
        kind = furniture_kind(words)
        if kind is None and not rows and repeated.count(words):
            kind = REPEATED
        if kind is None and is_body_text(words):
            break
        # What stands above figures may head them, as "Group A" does in article after article.
        rows = rows or (kind is None and any(map(str.isdigit, words)))
        first -= 1
        kinds[first] = kind
    if first == 0 or paragraphs[first - 1].start < body:
        # Nothing above looks like a body: what stands here may be all there is.
        return []
    _drop_names(text, paragraphs, kinds)
    found: list[TailLine] = []
    for index in range(first, len(paragraphs)):
        kind = kinds[index] or _kind_beside(text, paragraphs, index, kinds, found)
        kinds[index] = kind
        if kind:
            found.append(TailLine(paragraphs[index].start, paragraphs[index].end, kind))
    return found


def _drop_names(text: str, paragraphs: Sequence[Span], kinds: dict[int, str | None]) -> None:
    """Leave repeated names to the article where no other furniture stands beside them.

    Who writes for an outlet signs many of its articles.
    """
    run: list[int] = []
    for index in (*sorted(kinds), None):
        if index is not None and kinds[index]:
            run.append(index)
            continue
        named = [
            at
            for at in run
            if kinds[at] == REPEATED and len(paragraphs[at].cut(text).split()) <= _MOST_NAME_WORDS
        ]
        if len(named) == len(run) < _FEWEST_IN_MENU:
            kinds.update(dict.fromkeys(named))
        run = []


def is_body_text(words: str) -> bool:
    """Say whether a paragraph reads as a sentence of the article, whole or cut off."""
    count = len(words.split())
    if ends_with_stop(words):
        return count >= 2
    if "\n" in words:
        return count >= 12
    if _looks_like_tags(words):
        return False
    return count > 40 or (count > 12 and not is_title_case(words) and not _TEASER.match(words))


def _kind_beside(
    text: str,
    paragraphs: Sequence[Span],
    index: int,
    kinds: dict[int, str | None],
    found: Sequence[TailLine],
) -> str | None:
    """Decide about a line that its own wording leaves open, from the lines around it."""
    words = paragraphs[index].cut(text)
    if "\n" in words or ends_with_stop(words):
        return None
    above = found[-1] if found and found[-1].end == paragraphs[index - 1].end else None
    below = [kinds[later] for later in range(index + 1, len(paragraphs))]
    if _looks_like_tags(words) and _are_tags(text[: paragraphs[index].start], words):
        return "tags"
    headline = is_headline(words)
    following = paragraphs[index + 1].cut(text) if index + 1 < len(paragraphs) else ""
    if _LISTS.fullmatch(words) and is_headline(following):
        return "related"
    if (
        above is not None
        and len(words) <= _LONGEST_ENTRY
        and (
            _announced(text, paragraphs, index, found)
            or (headline and (above.kind == "related" or _LISTS.fullmatch(above.cut(text).strip())))
        )
    ):
        return "related" if headline and above.kind == "navigation" else above.kind
    if headline and (_TEASER.match(words) or _in_run(text, paragraphs, index, kinds)):
        return "related"
    short = len(words.split()) <= 4 and words[0].isupper() and not _COLUMNS.search(words)
    if short and above is not None and any(below):
        return "navigation"
    return None


def _announced(
    text: str, paragraphs: Sequence[Span], index: int, found: Sequence[TailLine]
) -> bool:
    """Say whether furniture that ends with a colon stands above, with nothing else between.

    A line that ends with a colon announces what stands below it.
    """
    kind = found[-1].kind
    for line in reversed(found):
        index -= 1
        if line.kind != kind or line.end != paragraphs[index].end:
            return False
        if line.cut(text).rstrip().endswith(":"):
            return True
    return False


def is_headline(words: str) -> bool:
    """Say whether a line below the body reads as the headline of another article."""
    count = len(words.split())
    if not 4 <= count <= _MOST_HEADLINE_WORDS or _COLUMNS.search(words) or ends_with_stop(words):
        return False
    if words.endswith((":", ";", ",")) or ";" in words:
        return False
    letters = sum(character.isalpha() or character.isspace() for character in words)
    return letters >= 0.8 * len(words) and (
        words[0].isupper() or words[0].isdigit() or words[0] in "\"'“‘"
    )


def _in_run(
    text: str, paragraphs: Sequence[Span], index: int, kinds: dict[int, str | None]
) -> bool:
    """Say whether a headline stands in a run of headlines that are links, not a list.

    A list of names or results below a body is the article's own. Headlines are in title case, and
    one of them has a teaser's word before it or there is other furniture below the body.
    """
    run = [paragraphs[index].cut(text)]
    for step in (-1, 1):
        at = index + step
        while at in kinds:
            words = paragraphs[at].cut(text)
            if "\n" in words or not (kinds[at] == "related" or is_headline(words)):
                break
            run.append(words)
            at += step
    in_case = sum(is_title_case(words) or bool(_TEASER.match(words)) for words in run)
    teased = any(_TEASER.match(words) for words in run) or any(kinds.values())
    return teased and len(run) >= 2 and in_case >= 0.6 * len(run)


def _looks_like_tags(words: str) -> bool:
    """Say whether a line is a list of at least four short names with commas between."""
    if "\n" in words or ends_with_stop(words) or ":" in words or ";" in words:
        return False
    entries = words.split(", ")
    return (
        len(entries) >= _FEWEST_TAGS
        and all(entry[:1].isalpha() and len(entry.split()) <= _MOST_TAG_WORDS for entry in entries)
        and not entries[-1].startswith("and ")
    )


def _are_tags(above: str, words: str) -> bool:
    """Say whether at least half of the entries of a list are spoken of in the article."""
    lower = above.lower()
    entries = [entry.strip().lower() for entry in words.split(", ")]
    return sum(entry in lower for entry in entries) * 2 >= len(entries)
