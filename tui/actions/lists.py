"""The list of articles, the side panel, and going from article to article."""

from __future__ import annotations

from tui.actions.action import Action, group

ACTIONS: tuple[Action, ...] = (
    *group(
        "Articles",
        ("list",),
        ("list.down", "Article down", ("j", "down")),
        ("list.up", "Article up", ("k", "up")),
        ("list.page_down", "Page down", ("space", "pagedown", "ctrl+f", "ctrl+d")),
        ("list.page_up", "Page up", ("backspace", "pageup", "ctrl+b", "ctrl+u")),
        ("list.start", "First article", ("g g", "home")),
        ("list.end", "Last article", ("G", "end")),
        ("list.open", "Read this article; fold or unfold a heading", ("enter",)),
    ),
    *group(
        "Side panel",
        ("panel",),
        ("panel.down", "Row down", ("j", "down")),
        ("panel.up", "Row up", ("k", "up")),
        ("panel.page_down", "Page down", ("space", "pagedown", "ctrl+f", "ctrl+d")),
        ("panel.page_up", "Page up", ("backspace", "pageup", "ctrl+b", "ctrl+u")),
        ("panel.start", "First row", ("g g", "home")),
        ("panel.end", "Last row", ("G", "end")),
        ("panel.tab_next", "Next list: entities, numbers, statements, annotations", ("l", "right")),
        ("panel.tab_previous", "Previous list", ("h", "left")),
        ("panel.open", "Card of this entity; of other rows, the place in the text", ("enter",)),
        ("panel.go", "Go to the place in the text", ("o",)),
    ),
    *group(
        "Articles",
        ("reader",),
        ("reader.encoding", "Choose the encoding that the article is read in", ("g c",)),
        ("reader.edit_article", "Open the article in your editor, at this line", ("g e",)),
    ),
    *group(
        "Articles",
        ("corpus",),
        ("corpus.next_article", "Next article", ("J",)),
        ("corpus.previous_article", "Previous article", ("K",)),
    ),
)
