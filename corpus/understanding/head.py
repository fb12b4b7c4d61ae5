"""What stands above the body of an article: which line is its title, its outlet, a clock, a menu.

Metadata and furniture are two readings of the same few lines, so they are told apart here once.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from corpus.span import Span
from corpus.understanding.head_lines import HeadPart, Role, read_line
from corpus.understanding.header import TOP, Header, Lined, in_lines
from corpus.understanding.line_kinds.bylines import is_person_alone
from corpus.understanding.line_kinds.captions import is_described
from corpus.understanding.line_kinds.interface import is_section
from corpus.understanding.line_kinds.outlets import outlet_shape
from corpus.understanding.lines import Line
from corpus.understanding.paragraphs import paragraphs_of
from corpus.understanding.repeated_lines import NONE_REPEATED, REPEATED, RepeatedLines
from corpus.understanding.shape import count_words, ends_with_stop, is_all_capitals

_MOST_PARAGRAPHS = 120
"""Paragraphs that are read: menus of sites have a hundred entries, a line each."""
_LOOKED_AHEAD = 5
"""Paragraphs below one that tell whether it is a standfirst."""
_TITLE_WORDS = 30
_STANDFIRST_WORDS = 45


@dataclass(frozen=True, slots=True)
class Head:
    """Everything above the body of an article, in order.

    `body` spans the first paragraph of the body; None where no paragraph looks like one.
    """

    header: Header
    parts: tuple[HeadPart, ...]
    body: Span | None

    def of_role(self, role: Role) -> Iterator[HeadPart]:
        """Yield the parts that have a role."""
        return (part for part in self.parts if part.role == role)


def read_head(
    text: str,
    paragraphs: Sequence[Span] | None = None,
    repeated: RepeatedLines = NONE_REPEATED,
    lined: Lined | None = None,
) -> Head:
    """Read what stands above the body, from the first `TOP` code points of a text.

    `paragraphs` are those of `split_paragraphs` and `lined` the text in lines, where the caller has
    them; `repeated` are the lines that many articles of the outlet have.
    """
    top = text[:TOP]
    # The lines of a longer text are others where its top is cut off.
    lines, header = lined if lined is not None and len(text) <= TOP else in_lines(text, top)
    blocks = _blocks(lines)
    above_header = header.fields[0].line.start if header.fields else 0
    below_header = header.lines[-1].end if header.lines else 0
    fences = header.front_matter.end if header.front_matter else 0
    parts: list[HeadPart] = []
    body: Span | None = None
    # No more paragraphs are made than are looked at: most heads are short.
    units = islice(
        paragraphs_of(top, lines, header) if paragraphs is None else paragraphs,
        _MOST_PARAGRAPHS + len(header.fields),
    )
    below = deque(islice(units, _LOOKED_AHEAD))
    while below:
        unit = below.popleft()
        below.extend(islice(units, 1))
        if unit.start >= len(top):
            break
        if unit.start < fences or above_header <= unit.start < below_header:
            continue
        found = read_line(text, unit, blocks.get(unit.start, 0))
        if unit.end <= above_header and found and _is_title_after_all(found[0], parts, header):
            found = [HeadPart(unit.start, unit.end, "text", found[0].block)]
        if found and _is_repeated(text, found[0], repeated):
            parts.append(HeadPart(unit.start, unit.end, "furniture", found[0].block, REPEATED))
            continue
        if (
            found
            and found[0].role == "text"
            and _is_body(text, unit, parts, above_header)
            and not _is_standfirst(text, unit, parts, below)
        ):
            body = unit
            break
        parts += found
    if repeated:
        parts = _with_title(text, parts)
    if body is None:
        # Nothing looks like a body: what is not recognised below the title is the body.
        parts = _until_text(parts)
    body_block = blocks.get(body.start) if body else None
    return Head(header, tuple(_settled(text, parts, body_block)), body)


def _is_repeated(text: str, part: HeadPart, repeated: RepeatedLines) -> bool:
    """Say whether many articles of the outlet have a line that is nothing else by its shape."""
    return part.role == "text" and bool(repeated.count(part.cut(text)))


def _with_title(text: str, parts: list[HeadPart]) -> list[HeadPart]:
    """Give a repeated line back where nothing else can be the title, and names below the title.

    Columns have one title for many articles, and authors sign many.
    """
    titles = [index for index, part in enumerate(parts) if _may_be_title(text, part)]
    given = [index for index, part in enumerate(parts) if part.kind == REPEATED]
    if titles:
        back = {index for index in given if index > titles[0] and _is_name(parts[index].cut(text))}
    else:
        back = set(given[-1:])
    return [
        HeadPart(part.start, part.end, "text", part.block) if index in back else part
        for index, part in enumerate(parts)
    ]


def _may_be_title(text: str, part: HeadPart) -> bool:
    words = part.cut(text)
    if part.role == "text":
        return 3 <= count_words(words) <= _TITLE_WORDS and not is_described(words)
    return part.role == "title"


def _has_letters(words: str) -> bool:
    """Say whether a line is more than a number, as subtitles and pages have them."""
    return any(char.isalpha() for char in words)


def _is_name(words: str) -> bool:
    return is_person_alone(words) or count_words(words) == 1


def _is_title_after_all(part: HeadPart, above: Sequence[HeadPart], header: Header) -> bool:
    """Say whether a line above the header lines is the title, whatever else it looks like."""
    if any(other.role in ("text", "title") for other in above):
        return False
    if part.role == "furniture":
        return not above
    told = any(field.meaning == "outlet" and field.value for field in header.fields)
    return told and part.role in ("outlet", "desk", "author")


def _blocks(lines: Sequence[Line]) -> dict[int, int]:
    return {line.start: line.block for line in lines}


def _is_body(text: str, unit: Span, above: Sequence[HeadPart], above_header: int) -> bool:
    """Say whether an unrecognised paragraph is the first of the body."""
    words = unit.cut(text)
    count = count_words(words)
    titled = any(part.role in ("text", "title") for part in above)
    if unit.end <= above_header:
        # Right above the header lines stands the title, even where it ends with a stop.
        return count > _TITLE_WORDS
    if not titled and count <= 20 and words.endswith(("?", "!")):
        return False
    if "\n" in words and count >= 12 and not words.isupper():
        return titled or ends_with_stop(words) or count > _TITLE_WORDS
    if ends_with_stop(words):
        return count >= 6 or titled
    return count >= 40 or (count >= 12 and words.endswith((":", ";", ",")))


def _is_standfirst(text: str, unit: Span, above: Sequence[HeadPart], below: Iterable[Span]) -> bool:
    """Say whether a sentence stands between a title and the byline or date below it."""
    if count_words(unit.cut(text)) > _STANDFIRST_WORDS:
        return False
    if not any(part.role in ("text", "title") for part in above):
        return False
    if any(part.role in ("author", "desk", "date") for part in above):
        return False
    signed = False
    for unit_below in below:
        parts = read_line(text, unit_below, 0)
        if not parts or parts[0].role == "text":
            return signed and ends_with_stop(unit_below.cut(text))
        signed = signed or any(
            part.role == "author" or (part.date is not None and part.date.iso is not None)
            for part in parts
        )
    return False


def _until_text(parts: Sequence[HeadPart]) -> list[HeadPart]:
    """Keep the parts down to the first line of text below the title."""
    kept: list[HeadPart] = []
    titled = False
    for part in parts:
        if titled and part.role in ("text", "outlet", "desk"):
            break
        titled = titled or part.role in ("text", "title")
        kept.append(part)
    return kept


def _settled(text: str, parts: Sequence[HeadPart], body_block: int | None) -> list[HeadPart]:
    """Decide what the shape of a line left open from what stands around it."""
    settled = _menus(text, parts)
    title = _title_index(text, settled)
    result: list[HeadPart] = []
    captioned = False
    for index, part in enumerate(settled):
        role, kind = part.role, part.kind
        if title is None or index < title:
            if part.date and (
                part.date.time_first
                or (title is not None and (part.date.timed or _near_menu(text, settled, title)))
            ):
                role, kind = "furniture", "clock"
        elif index == title:
            role = "title"
        elif part.role == "title":
            role = "subtitle"
        elif part.date and part.date.glued:
            role, kind = "furniture", "clock"
        elif part.role == "text":
            words = part.cut(text)
            beside = captioned and part.block == settled[index - 1].block
            ends_block = index + 1 == len(settled) or settled[index + 1].block != part.block
            # The first line of a wrapped paragraph is not a caption, however it breaks off.
            apart = body_block is not None and body_block != part.block
            described = (ends_block and is_described(words)) or (
                beside and not ends_with_stop(words)
            )
            if apart and described:
                role, kind = "furniture", "caption"
            elif is_person_alone(words) and (
                (
                    index == title + 1
                    and (_date_follows(settled, index) or _is_opinion(text, settled[:index]))
                )
                or (index == title + 2 and settled[index - 1].role == "date")
            ):
                role = "person"
            elif _continues_title(text, settled, index, title):
                role = "title"
            else:
                role = "subtitle" if index == title + 1 else "text"
        captioned = kind == "caption"
        if role == part.role and kind == part.kind:
            result.append(part)
        else:
            result.append(
                HeadPart(part.start, part.end, role, part.block, kind, part.date, part.level)
            )
    return result


def _menus(text: str, parts: Sequence[HeadPart]) -> list[HeadPart]:
    """Take short lines among those of a menu, and sections above a title, for navigation."""
    result = list(parts)
    menus = [index for index, part in enumerate(parts) if _is_menu(part)]
    for index, part in enumerate(parts):
        if part.role not in ("text", "outlet") or count_words(part.cut(text)) > 4:
            continue
        block = [other for other in menus if parts[other].block == part.block]
        between = bool(block) and block[0] < index < block[-1]
        if between and is_person_alone(part.cut(text)):
            # Whose article it is may stand between a title and how long it takes to read.
            between = _is_menu(parts[index - 1]) and _is_menu(parts[index + 1])
        section = is_section(part.cut(text)) and any(
            other.role in ("text", "title") and count_words(other.cut(text)) > 2
            for other in parts[index + 1 :]
        )
        if between or section:
            result[index] = HeadPart(part.start, part.end, "furniture", part.block, "navigation")
    return result


def _is_menu(part: HeadPart) -> bool:
    return part.kind in ("navigation", "share bar") or (
        part.date is not None and part.date.time_first
    )


def _near_menu(text: str, parts: Sequence[HeadPart], index: int) -> bool:
    """Say whether a menu stands above a line, as above the date that a page shows of today.

    The name of a section alone is no menu: printed papers have it too.
    """
    return any(_is_menu(part) and not is_section(part.cut(text)) for part in parts[:index])


def _date_follows(parts: Sequence[HeadPart], index: int) -> bool:
    below = [part.role for part in parts[index + 1 : index + 3]]
    return below[:1] == ["date"] or below == ["outlet", "date"]


def _is_opinion(text: str, above: Sequence[HeadPart]) -> bool:
    """Say whether an article stands in a section whose articles are signed."""
    sections = ("opinion", "opinions", "commentary", "column", "columns", "comment", "analysis")
    return any(
        part.kind == "navigation" and part.cut(text).strip().lower() in sections for part in above
    )


def _title_index(text: str, parts: Sequence[HeadPart]) -> int | None:
    """Return which part is the title: a heading, else the first line of text that has letters."""
    headings = [index for index, part in enumerate(parts) if part.role == "title"]
    if headings:
        return min(headings, key=lambda index: (parts[index].level, index))
    for index, part in enumerate(parts):
        words = part.cut(text)
        if part.role == "text" and count_words(words) <= _TITLE_WORDS and _has_letters(words):
            return index
    # Without any line of text the weaker of two names of outlets may be the title after all.
    names = [index for index, part in enumerate(parts) if part.role == "outlet"]
    if len(names) == 2:
        weak = [index for index in names if outlet_shape(parts[index].cut(text)) == "weak"]
        return weak[0] if len(weak) == 1 else None
    return None


def _continues_title(text: str, parts: Sequence[HeadPart], index: int, title: int) -> bool:
    """Say whether a line in capitals is the second line of a title in capitals."""
    return (
        index == title + 1
        and parts[index].block == parts[title].block
        and parts[title].level == 0
        and is_all_capitals(parts[index].cut(text))
        and is_all_capitals(parts[title].cut(text))
    )
