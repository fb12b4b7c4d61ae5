"""The motions of the reading pane by name: from a cursor to another."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from corpus.span import Span
from tui.article.document import Document
from tui.layout import motions
from tui.layout.wrap import HIDDEN, Layout


@dataclass(frozen=True, slots=True)
class Reading:
    """What a motion starts from.

    `cursor` is an offset, `goal` the column in cells that moving by rows tries to keep.
    """

    document: Document
    layout: Layout
    cursor: int
    goal: int

    @property
    def text(self) -> str:
        """The text as it is laid out, blanks for what is hidden."""
        return self.layout.text.replace(HIDDEN, " ")

    def by_rows(self, rows: int) -> int:
        """Return the offset `rows` rows further down (up, if negative), in the goal column."""
        row = min(self.layout.row_of(self.cursor) + rows, self.layout.last_row)
        return self.layout.offset_at(row, self.goal)

    def repeated(self, step: Callable[[str, int], int], count: int) -> int:
        """Return where `count` times a motion leads; it stops where the motion stands still."""
        place = self.cursor
        for _ in range(count):
            after = step(self.text, place)
            if after == place:
                break
            place = after
        return place

    def sideways(self, steps: int) -> int:
        """Return the offset so many characters to the right (left, if negative) on the screen.

        The paragraph says which of both is forward, as in Vim's `rightleft` and in Emacs.
        """
        forward = (steps > 0) != self.layout.goes_left(self.layout.row_of(self.cursor))
        step = motions.next_character if forward else motions.previous_character
        return self.repeated(step, abs(steps))

    def by_units(self, units: tuple[Span, ...], count: int, *, sentence: bool = False) -> int:
        """Return the start of the `count`th unit after (before) the cursor, or the text's end.

        Before the analysis they are what the blank lines, or the stops, of the text part.
        """
        # A unit that begins with hidden signs has the cursor behind them.
        place = self.cursor if count > 0 else self.layout.hidden_before(self.cursor)
        known = self.document.analysis is not None
        for _ in range(abs(count)):
            if known:
                step = motions.next_unit if count > 0 else motions.previous_unit
                found = step(units, place)
            else:
                look = motions.next_break if count > 0 else motions.previous_break
                found = look(self.text, place, sentence=sentence)
            if found is None:
                return motions.last_offset(self.text) if count > 0 else 0
            place = found
        return place

    def to_ends(self, units: tuple[Span, ...], count: int, *, sentence: bool = False) -> int:
        """Return the last character of the unit here; where the cursor is there, of the next.

        With a count that of the `count`th, and the text's last where there are no more.
        """
        place = self.cursor
        for _ in range(count):
            after = motions.cluster_end(self.text, place)
            if self.document.analysis is not None:
                index = bisect_right(units, after, key=lambda unit: unit.end)
                end = units[index].end if index < len(units) else None
            else:
                end = motions.next_break(self.text, after, sentence=sentence)
                if end is not None and not self.text[after:end].strip():
                    end = motions.next_break(self.text, end, sentence=sentence)
            if end is None:
                return motions.last_offset(self.text)
            while end - 1 > place and self.text[end - 1].isspace():
                end -= 1
            place = motions.cluster_start(self.text, end - 1)
        return place

    def at_paragraph(self, number: int) -> int:
        """Return where a paragraph begins, counted from 1; the last one where there are fewer."""
        paragraphs = self.document.paragraphs
        if not paragraphs:
            return motions.last_offset(self.text)
        return paragraphs[min(number, len(paragraphs)) - 1].start

    def at_percent(self, percent: int) -> int:
        """Return the start of the row that is so far through the article."""
        row = round(min(percent, 100) * self.layout.last_row / 100)
        return self.layout.start(row)

    def at_other_mark(self) -> int | None:
        """Return the other one of the pair of brackets or quotation marks here."""
        from tui.article.text_objects import quotations_at
        from tui.layout.pairs import matching

        return matching(self.text, quotations_at(self.document, self.cursor), self.cursor)


Motion = Callable[[Reading, int], int]

# Motions that keep the goal column; all others set it anew.
BY_ROWS: dict[str, Motion] = {
    "reader.row_down": lambda at, count: at.by_rows(count),
    "reader.row_up": lambda at, count: at.by_rows(-count),
}

# How many rows the text is turned by, of the rows of the screen: two stay in view of a page.
PAGES: dict[str, Callable[[int], int]] = {
    "reader.page_down": lambda page: max(1, page - 2),
    "reader.page_up": lambda page: -max(1, page - 2),
    "reader.half_page_down": lambda page: max(1, page // 2),
    "reader.half_page_up": lambda page: -max(1, page // 2),
}

BY_TEXT: dict[str, Motion] = {
    "reader.character_left": lambda at, n: at.sideways(-n),
    "reader.character_right": lambda at, n: at.sideways(n),
    "reader.character_next": lambda at, n: at.repeated(motions.next_character, n),
    "reader.character_previous": lambda at, n: at.repeated(motions.previous_character, n),
    "reader.word_next": lambda at, n: at.repeated(motions.next_word, n),
    "reader.word_previous": lambda at, n: at.repeated(motions.previous_word, n),
    "reader.word_end": lambda at, n: at.repeated(motions.word_end, n),
    "reader.row_start": lambda at, _: at.layout.start(at.layout.row_of(at.cursor)),
    "reader.row_end": lambda at, _: at.layout.last_in(at.layout.row_of(at.cursor)),
    "reader.sentence_next": lambda at, n: at.by_units(at.document.sentences, n, sentence=True),
    "reader.sentence_previous": lambda at, n: at.by_units(at.document.sentences, -n, sentence=True),
    "reader.paragraph_next": lambda at, n: at.by_units(at.document.paragraphs, n),
    "reader.paragraph_previous": lambda at, n: at.by_units(at.document.paragraphs, -n),
}

# What these are while the end of a selection moves forward: whole sentences and paragraphs are
# taken, and not the first character of the next.
TO_ENDS: dict[str, Motion] = {
    "reader.sentence_next": lambda at, n: at.to_ends(at.document.sentences, n, sentence=True),
    "reader.paragraph_next": lambda at, n: at.to_ends(at.document.paragraphs, n),
}

# Motions that begin a selection where there is none, and the motion that each is else.
EXTENDING = {
    "reader.extend_left": "reader.character_left",
    "reader.extend_right": "reader.character_right",
    "reader.extend_up": "reader.row_up",
    "reader.extend_down": "reader.row_down",
}

# Motions that are jumps: the place they leave can be gone back to. They tell no count from 1, and
# say None where there is nowhere to go.
Jump = Callable[[Reading, int | None], int | None]

JUMPS: dict[str, Jump] = {
    "reader.text_start": lambda at, n: at.at_paragraph(n) if n else 0,
    "reader.text_end": lambda at, n: at.at_paragraph(n) if n else motions.last_offset(at.text),
    "reader.percent": lambda at, n: at.at_other_mark() if n is None else at.at_percent(n),
}

# What is said where a jump leads nowhere.
NOWHERE = "No bracket and no quotation mark here: 40 before the key goes to 40 percent"

# What is looked for, and in which direction.
TARGETS: dict[str, tuple[str, int]] = {
    "reader.entity_next": ("entity", 1),
    "reader.entity_previous": ("entity", -1),
    "reader.number_next": ("number", 1),
    "reader.number_previous": ("number", -1),
    "reader.statement_next": ("statement", 1),
    "reader.statement_previous": ("statement", -1),
    "reader.annotation_next": ("annotation", 1),
    "reader.annotation_previous": ("annotation", -1),
    "reader.match_next": ("match", 1),
    "reader.match_previous": ("match", -1),
}


def nothing_there(document: Document, kind: str, direction: int) -> str:
    """Say that none of a kind is in a direction, with keys to fill in.

    Annotations whose words have no one place are none to go to: it says where they are.
    """
    if not document.knows(kind):
        return f"Still reading the article: no {kind} is known yet"
    where = "after" if direction > 0 else "before"
    homeless = document.homeless if kind == "annotation" else ()
    if document.targets(kind):
        words = f"No {kind} {where} this"
    elif not homeless:
        finds = ": {reader.find} finds words in it" if kind == "match" else ""
        return f"No {kind} in this article{finds}"
    else:
        words = f"No {kind} in this article has a place"
    if not homeless:
        return words
    states = sorted({placed.state for placed in homeless})
    return f"{words}: {len(homeless)} {' or '.join(states)}, {{corpus.annotations}} lists them"
