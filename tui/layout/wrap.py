"""Soft wrap: a text laid out in rows of a width.

A row is a span of the text. The rows of a layout are contiguous and cover the whole text, line ends
included, so that every offset lies in exactly one row. Continuation rows hang under the indent of
their line, and under the words of a line that begins with a bullet or a number. A fold is a run of
lines in one row, which shows none of them. `HIDDEN` characters take no cell.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from tui.layout.bidi import RIGHT_TO_LEFT, Piece, begins_right, pieces
from tui.layout.cells import cells, graphemes, is_narrow

MIN_WIDTH = 4
# Stands in a text for a character that is not shown. Safe text has none.
HIDDEN = "\0"
NO_FOLDS: Mapping[int, int] = MappingProxyType({})
_SEEN = re.compile(f"[^{HIDDEN}]")
# What a line may begin with that its other rows hang under: blanks, the sign of a quotation, a
# bullet or a number.
_MAY_HANG = frozenset(" ▎-*+•‣◦▪0123456789")
_HANG = re.compile(r" *(?:▎[ ▎]*)?(?:(?:[-*+•‣◦▪]|\d{1,3}[.)]) +(?=[^ ]))?")

# In Chinese and Japanese: what no row begins with, and what none ends with (JIS X 4051).
_CLOSES = frozenset(
    "、。，．・：；？！’”）〕］｝〉》」』】〙〗〟…‥ー々ゝゞヽヾ％,.:;?!)]}%"
    "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
)
_OPENS = frozenset("‘“（〔［｛〈《「『【〘〖〝")
# What parts the words of a line without being wide: the blank, the marks of Tibetan and Ethiopic.
_PARTS = frozenset(" \u0f0b\u1361")


@lru_cache(maxsize=512)
def _row_pattern(width: int) -> re.Pattern[str]:
    """Match one row of at most `width` narrow characters, and the blanks that end it.

    A row ends before a blank or the line's end, or after a dash or a hyphen that joins two words
    (not one that joins a letter, as in F-15, or figures); a word longer than the row is cut.
    """
    after_dash = r"(?<=[^\W\d_]{2}[—–\-/])(?=[^\W\d_]{3})"
    return re.compile(rf"(?:.{{1,{width}}}(?:(?![^ ])|{after_dash})|.{{1,{width}}}) *")


class Layout:
    """The rows of a text at a width.

    `text` must be safe text (tui.safe_text.safe), `width` is in cells. `folds` are the closed ones,
    from the start of a line to the start of the line after the fold, or the end of the text.
    `reorders` says that right-to-left writing is put in visual order here, not by the terminal.
    Building is linear in the text: about 20 ms for a megabyte of narrow characters.
    """

    __slots__ = ("_indents", "_starts", "folds", "reorders", "text", "width")

    def __init__(
        self,
        text: str,
        width: int,
        folds: Mapping[int, int] = NO_FOLDS,
        *,
        reorders: bool = True,
    ) -> None:
        self.text = text
        self.reorders = reorders
        self.width = max(MIN_WIDTH, width)
        self.folds = folds
        self._starts = array("L")
        self._indents = array("L")
        self._wrap(0, len(text))

    def rewrapped(self, width: int, first: int, last: int) -> Layout:
        """Return the layout with the lines of rows `first` to `last` wrapped at another width.

        All other rows stay as they are: that is enough for what is on the screen, and far cheaper
        than the whole of a long text.
        """
        text = self.text
        start = text.rfind("\n", 0, self.start(max(0, first))) + 1
        last = min(max(0, last), len(self) - 1)
        # Of a fold the last line end counts, not the first.
        end = text.find("\n", self.end(last) - 1 if self.is_fold(last) else self.visible_end(last))
        stop = len(text) if end < 0 else end + 1
        above, below = self.row_of(start), len(self) if end < 0 else self.row_of(stop)
        if self.is_fold(last):
            below = last + 1
        made = Layout("", width, self.folds, reorders=self.reorders)
        made.text = text
        made._starts, made._indents = self._starts[:above], self._indents[:above]
        made._wrap(start, len(text) if end < 0 else end)
        made._starts += self._starts[below:]
        made._indents += self._indents[below:]
        return made

    def refolded(self, folds: Mapping[int, int]) -> Layout:
        """Return the layout with other folds closed; only what they hold is wrapped anew."""
        text = self.text
        changed = {
            start: folds.get(start, 0) or self.folds[start]
            for start in self.folds.keys() | folds.keys()
            if self.folds.get(start) != folds.get(start)
        }
        start, end = min(changed, default=0), max(changed.values(), default=0)
        if end == len(text):
            return Layout(text, self.width, folds, reorders=self.reorders)
        made = Layout("", self.width, folds, reorders=self.reorders)
        made.text = text
        above, below = self.row_of(start), self.row_of(end)
        made._starts, made._indents = self._starts[:above], self._indents[:above]
        if changed:
            made._wrap(start, end - 1)
        made._starts += self._starts[below:]
        made._indents += self._indents[below:]
        return made

    def __len__(self) -> int:
        """Return the number of rows; an empty text has one."""
        return len(self._starts)

    def _wrap(self, start: int, last: int) -> None:
        """Append the rows of the lines that begin at `start` and end at `last`."""
        text = self.text
        while True:
            folded = self.folds.get(start)
            if folded is not None:
                self._append(start, 0)
                if folded > last or folded == len(text):
                    break
                start = folded
                continue
            end = text.find("\n", start, last)
            stop = last if end < 0 else end
            self._wrap_line(start, stop)
            if end < 0:
                break
            start = end + 1

    def _wrap_line(self, start: int, end: int) -> None:
        """Append the rows of the line `text[start:end]`."""
        text, width = self.text, self.width
        self._append(start, 0)
        size = end - start
        if size <= width // 2:
            return
        narrow = is_narrow(text, start, end)
        if narrow and size <= width:
            return
        indent = 0
        if text[start] in _MAY_HANG and (found := _HANG.match(text, start, end)):
            indent = found.end() - start if narrow else cells(found.group())
        hang = indent if indent <= width // 2 else 0
        if narrow:
            self._wrap_narrow(start, end, hang)
        else:
            self._wrap_measured(start, end, hang)

    def _wrap_narrow(self, start: int, end: int, hang: int) -> None:
        """Append the continuation rows of a line in which a character is a cell."""
        first = _row_pattern(self.width).match(self.text, start, end)
        position = first.end() if first else end
        pattern = _row_pattern(self.width - hang)
        while position < end:
            self._append(position, hang)
            found = pattern.match(self.text, position, end)
            position = found.end() if found else end

    def _wrap_measured(self, start: int, end: int, hang: int) -> None:
        """Append the continuation rows of a line that is measured cluster by cluster."""
        room, used, row_start, break_at = self.width, 0, start, start
        for cluster_start, cluster_end in graphemes(self.text, start, end):
            cluster = self.text[cluster_start:cluster_end]
            size = cells(cluster)
            if used + size > room and cluster != " " and cluster_start > row_start:
                row_start = break_at if break_at > row_start else cluster_start
                self._append(row_start, hang)
                room = self.width - hang
                # What the row above gave up may be wider than a row that hangs.
                used = 0
                for start_, end_ in graphemes(self.text, row_start, cluster_end):
                    part = cells(self.text[start_:end_])
                    if used + part > room and start_ > row_start:
                        row_start, used = start_, 0
                        self._append(row_start, hang)
                    used += part
                used -= size
            used += size
            # A line may end after a blank, and after any wide character: Chinese and Japanese do
            # not mark words. What closes stays with what it closes, what opens goes along.
            # Letters of India that are joined are two cells as well, but of one word.
            if cluster in _PARTS or (
                size == 2
                and cluster not in _OPENS
                and (cells(cluster[0]) == 2 or not cluster[0].isalpha())
                and (cluster_end == end or self.text[cluster_end] not in _CLOSES)
            ):
                break_at = cluster_end

    def _append(self, start: int, indent: int) -> None:
        self._starts.append(start)
        self._indents.append(indent)

    def start(self, row: int) -> int:
        """Return the offset at which the row begins."""
        return self._starts[row]

    def end(self, row: int) -> int:
        """Return the offset at which the next row begins; the text's length for the last."""
        return self._starts[row + 1] if row + 1 < len(self._starts) else len(self.text)

    def visible_end(self, row: int) -> int:
        """Return the end of what the row shows: without the line end; its start, for a fold."""
        if self.is_fold(row):
            return self._starts[row]
        end = self.end(row)
        return end - 1 if end > self._starts[row] and self.text[end - 1] == "\n" else end

    def is_right(self, row: int) -> bool:
        """Say whether the row ends at the right: its paragraph goes left, and is ordered here."""
        return self.reorders and self.goes_left(row)

    def goes_left(self, row: int) -> bool:
        """Say whether the row is of a paragraph that is read from right to left."""
        if self.text.isascii():
            return False
        start = self._starts[row]
        line = self.text.rfind("\n", 0, start) + 1
        return begins_right(self.text, line, self.visible_end(row))

    def visual(self, row: int) -> tuple[Piece, ...] | None:
        """Return the clusters of a row from left to right; None where that is their own order."""
        if not self.reorders or self.text.isascii() or self.is_fold(row):
            return None
        start, end = self._starts[row], self.visible_end(row)
        right = self.is_right(row)
        if not right and RIGHT_TO_LEFT.search(self.text, start, end) is None:
            return None
        room = self.width - self._indents[row]
        return pieces(self.text[start:end], right=right, room=room)

    def indent(self, row: int) -> int:
        """Return by how many cells the row is shifted to the right.

        What is read from right to left ends at the right.
        """
        if not self.is_right(row):
            return self._indents[row]
        used = sum(piece.size for piece in self.visual(row) or ())
        return max(0, self.width - self._indents[row] - used)

    def last_in(self, row: int) -> int:
        """Return the offset of the last character that the row shows."""
        found = self.visual(row)
        if found is None:
            return self.offset_at(row, self._indents[row] + self.width)
        return self._starts[row] + max((piece.start for piece in found if piece.size), default=0)

    def is_fold(self, row: int) -> bool:
        """Say whether the row stands for a run of lines that are not shown."""
        return bool(self.folds) and self._starts[row] in self.folds

    def seen_from(self, offset: int) -> int:
        """Return the first offset from `offset` on whose character is not hidden, else the last."""
        found = _SEEN.search(self.text, offset)
        return found.start() if found else self.seen_before(offset)

    def seen_before(self, offset: int) -> int:
        """Return the last offset before `offset` whose character is not hidden.

        Where there is none, that is the first one; 0 in a text of hidden characters only.
        """
        place = self.hidden_before(offset) - 1
        if place >= 0:
            return place
        found = _SEEN.search(self.text)
        return found.start() if found else 0

    def hidden_before(self, offset: int) -> int:
        """Return where the hidden characters begin that end at `offset`; itself without any."""
        while offset > 0 and self.text[offset - 1] == HIDDEN:
            offset -= 1
        return offset

    @property
    def last_row(self) -> int:
        """The last row that has a character; one more stands behind a line end at the end."""
        return self.row_of(len(self.text) - 1)

    def row_of(self, offset: int) -> int:
        """Return the row that holds `offset`; offsets outside the text are clamped."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def column_of(self, offset: int) -> int:
        """Return the cell, within its row, at which the character at `offset` begins."""
        row = self.row_of(offset)
        if self.is_fold(row):
            return 0
        found = self.visual(row)
        if found is None:
            return self._indents[row] + cells(self.text[self._starts[row] : offset])
        place = offset - self._starts[row]
        for piece in found:
            if piece.start <= place < piece.end:
                return self.indent(row) + piece.column
        # The line end stands where reading goes on.
        used = sum(piece.size for piece in found)
        return max(0, self.indent(row) - 1) if self.is_right(row) else self.indent(row) + used

    def offset_at(self, row: int, column: int) -> int:
        """Return the offset of the character shown at a cell; both are clamped to what is there.

        The answer is never inside a grapheme cluster, and is the character at the nearer end of the
        row where the cell lies beside it.
        """
        row = min(max(0, row), len(self._starts) - 1)
        start, end = self._starts[row], self.visible_end(row)
        if end <= start:
            return start
        visual = self.visual(row)
        if visual is not None:
            seen = [piece for piece in visual if piece.size]
            column -= self.indent(row)
            at = next((piece for piece in seen if piece.column + piece.size > column), None)
            return start + (at or seen[-1]).start if seen else start
        target = max(0, column - self._indents[row])
        if is_narrow(self.text, start, end):
            return min(start + target, end - 1)
        used, last = 0, start
        for cluster_start, cluster_end in graphemes(self.text, start, end):
            size = cells(self.text[cluster_start:cluster_end])
            if size:
                last = cluster_start
            used += size
            if used > target:
                break
        return last


def wrapped_lines(words: str, width: int) -> list[str]:
    """Return safe text wrapped to rows of at most `width` cells, each with its indent."""
    layout = Layout(words, width)
    return [
        " " * layout.indent(row) + layout.text[layout.start(row) : layout.visible_end(row)].rstrip()
        for row in range(len(layout))
    ]
