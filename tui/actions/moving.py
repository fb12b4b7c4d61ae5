"""In the article: moving, jumping, selecting."""

from __future__ import annotations

from tui.actions.action import Action, Context, group

# Both articles of two that are shown beside each other are read as the one of the reader.
IN_TEXT: tuple[Context, ...] = ("reader", "beside")

ACTIONS: tuple[Action, ...] = (
    *group(
        "Move",
        IN_TEXT,
        ("reader.row_down", "Row down", ("j", "down")),
        ("reader.row_up", "Row up", ("k", "up")),
        ("reader.character_left", "Character left", ("h", "left")),
        ("reader.character_right", "Character right", ("l", "right")),
        ("reader.word_next", "Next word", ("w",)),
        ("reader.word_previous", "Previous word", ("b",)),
        ("reader.word_end", "End of word", ("e",)),
        ("reader.row_start", "Start of row", ("0", "^")),
        ("reader.row_end", "End of row", ("$",)),
        ("reader.sentence_next", "Next sentence", (")",)),
        ("reader.sentence_previous", "Previous sentence", ("(",)),
        ("reader.paragraph_next", "Next paragraph", ("}",)),
        ("reader.paragraph_previous", "Previous paragraph", ("{",)),
        ("reader.page_down", "Page down", ("space", "pagedown", "ctrl+f")),
        ("reader.page_up", "Page up", ("backspace", "pageup", "ctrl+b")),
        ("reader.half_page_down", "Half a page down", ("ctrl+d",)),
        ("reader.half_page_up", "Half a page up", ("ctrl+u",)),
        ("reader.text_start", "Start of the article; 3gg paragraph 3", ("g g", "home")),
        ("reader.text_end", "End of the article; 3G paragraph 3", ("G", "end")),
        ("reader.percent", "The other bracket or quotation mark; 40% of the article", ("%",)),
        ("reader.centre", "Put this row in the middle", ("z z",)),
        ("reader.to_top", "Put this row at the top", ("z t",)),
        ("reader.to_bottom", "Put this row at the bottom", ("z b",)),
    ),
    *group(
        "Jump",
        IN_TEXT,
        ("reader.entity_next", "Next entity", ("] e",)),
        ("reader.entity_previous", "Previous entity", ("[ e",)),
        ("reader.number_next", "Next number", ("] n",)),
        ("reader.number_previous", "Previous number", ("[ n",)),
        ("reader.statement_next", "Next statement", ("] s",)),
        ("reader.statement_previous", "Previous statement", ("[ s",)),
        ("reader.annotation_next", "Next annotation", ("] a",)),
        ("reader.annotation_previous", "Previous annotation", ("[ a",)),
        ("reader.match_next", "Next match", ("n",)),
        ("reader.match_previous", "Previous match", ("N",)),
    ),
    *group(
        "Jump",
        ("reader",),
        ("reader.set_mark", "Mark this place with the letter that follows", ("m",)),
        ("reader.jump_back", "Back to where the last jump began", ("ctrl+o",)),
        ("reader.jump_forward", "Forward again", ("g i", "alt+o")),
    ),
    *group(
        "Select",
        IN_TEXT,
        ("reader.select", "Select from here by moving", ("v",)),
        ("reader.select_sentence", "Select this sentence", ("V",)),
        ("reader.select_more", "Select more: word, quotation, sentence, paragraph", ("+", "=")),
        ("reader.select_less", "Select less: what it was before", ("-",)),
        ("reader.swap_ends", "Move the other end", ("o",)),
        ("reader.select_thing", "Select the thing here; again: the larger one", (";",)),
        ("reader.select_word", "Select this word", ("i w",)),
        ("reader.select_entity", "Select this entity", ("i e",)),
        ("reader.select_number", "Select this number", ("i n",)),
        ("reader.select_statement", "Select what is stated here", ("i s",)),
        ("reader.select_quotation", "Select what is quoted here", ("i q",)),
        ("reader.select_annotation", "Select the words of this annotation", ("i a",)),
        ("reader.select_paragraph", "Select this paragraph", ("i p",)),
        ("reader.copy", "Copy the selection", ("y",)),
    ),
    *group(
        "Select",
        ("reader",),
        ("reader.copy_cited", "Copy the selection, or this sentence, with its source", ("Y",)),
    ),
    *group(
        "Jump",
        ("reader", "panel"),
        ("reader.label", "Labels: type the letters of what to go to", ("f",)),
        ("reader.label_open", "Labels: go there and open what is there", ("F",)),
    ),
    *group(
        "Jump",
        ("reader", "list", "panel"),
        ("reader.go_to_mark", "Go to a mark: its letter; ? lists them", ("'", "`")),
    ),
)
