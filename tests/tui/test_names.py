"""Our screens and widgets do not overwrite what Textual keeps in itself for its own use."""

from __future__ import annotations

import ast
from pathlib import Path

import textual

import tui

TEXTUAL = Path(textual.__file__).parent
BASES = ("message_pump.py", "dom.py", "widget.py", "screen.py", "app.py")
APP_PARTS = (
    "guarded_app",
    "resizing",
    "pausing",
    "caret",
    "configuring",
    "copying",
    "offering",
    "typing_ahead",
)
MEANT = {"virtual_size", "theme", "no_color", "cursor_position"}  # public, and made to be set


def set_on_self(path: Path) -> set[str]:
    return {
        node.attr
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
        and isinstance(node.ctx, ast.Store)
        and isinstance(node.value, ast.Name)
        and node.value.id == "self"
    }


def test_no_attribute_of_ours_is_one_that_textual_sets() -> None:
    theirs = set().union(*(set_on_self(TEXTUAL / name) for name in BASES))
    folder = Path(tui.__file__).parent
    ours = [
        *(folder / "widgets").rglob("*.py"),
        *(folder / "screens").rglob("*.py"),
        *(folder / "program" / f"{name}.py" for name in APP_PARTS),
        folder / "folder" / "live_corpus.py",
        folder / "app.py",
    ]
    assert len(ours) > 10
    clashes = {path.name: (set_on_self(path) & theirs) - MEANT for path in ours}
    # Attributes of messages and of plain classes in these files are named here when they clash.
    clashes["article_pane.py"] -= {"offset"}
    # Styles that are laid on faster, where Textual keeps those that it makes.
    for name in (
        *("divider.py", "marked_scrollbar.py", "painted_pane.py"),
        *("steady_scrollbar.py", "virtual_list.py"),
    ):
        clashes[name] -= {"_styles_cache"}
    # The cells of a scrollbar, made without Rich.
    clashes["steady_scrollbar.py"] -= {"_render_cache"}
    # A scrollbar of our own, where Textual keeps the one that it makes.
    clashes["steady_scroll.py"] -= {"_vertical_scrollbar"}
    # What puts a screen together, in the place of the one that Textual makes.
    clashes["action_screen.py"] -= {"_compositor"}
    assert not {name: found for name, found in clashes.items() if found}
