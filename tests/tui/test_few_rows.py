"""Words that end in a sign where their widget has no row for the rest."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.content import Content
from textual.widgets import Static

from tui.widgets.few_rows import FewRows

WORDS = "The ferry carried over 1,600 people when it left the harbour of Marn"


class Words(App[None]):
    """Shows words in two rows."""

    CSS = "Static { width: 24; height: auto; max-height: 2; }"

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words

    def compose(self) -> ComposeResult:
        """Show them."""
        yield Static(FewRows(Content(self._words)))


@pytest.mark.parametrize("end", range(1, len(WORDS) + 1))
async def test_words_end_in_a_sign_exactly_where_not_all_are_there(end: int) -> None:
    words = WORDS[:end]
    app = Words(words)
    async with app.run_test():
        static = app.query_one(Static)
        rows = [static.render_line(y).text.strip() for y in range(static.size.height)]
        said = " ".join(rows)
        assert len(rows) <= 2
        if said.endswith("…"):
            assert words.startswith(said[:-1])
            assert len(words) > 2 * len("The ferry carried over")
        else:
            assert said == words.strip()
