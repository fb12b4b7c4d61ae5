"""How an article is shown: its layers, folds, widths, and the panes beside it."""

from __future__ import annotations

from tui.actions.action import IN_TEXT, Action, group

ACTIONS: tuple[Action, ...] = (
    *group(
        "Look",
        IN_TEXT,
        ("reader.layers", "Layers: what of the article is shown", ("z l",)),
        ("reader.show_names", "Names", ("z e",)),
        ("reader.show_numbers", "Numbers and dates", ("z n",)),
        ("reader.show_statements", "Statements, shaded", ("z s",)),
        ("reader.show_annotations", "Annotations", ("z a",)),
        ("reader.show_matches", "Matches", ("z m",)),
        ("reader.show_furniture", "Page furniture, dimmed", ("z d",)),
        ("reader.fold_furniture", "Page furniture, folded", ("z f",)),
        ("reader.show_paragraphs", "Numbers of paragraphs", ("z p",)),
        ("reader.reflow", "Broken lines, joined", ("z w",)),
        ("reader.show_markdown", "Markdown, as what it means", ("z k",)),
        ("reader.fold", "Open or close the fold here", ("z o",)),
        ("reader.narrower", "Narrower text", ("<",)),
        ("reader.wider", "Wider text", (">",)),
    ),
    *group(
        "Look",
        ("corpus",),
        ("corpus.side_narrower", "Narrower panel; from the list, narrower list", ("g <",)),
        ("corpus.side_wider", "Wider panel; from the list, wider list", ("g >",)),
        ("corpus.layout", "The text alone, or list and panel beside it", ("z v",)),
    ),
)
