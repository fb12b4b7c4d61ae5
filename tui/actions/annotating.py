"""Making and changing annotations."""

from __future__ import annotations

from tui.actions.action import IN_TEXT, Action, group

ACTIONS: tuple[Action, ...] = (
    *group(
        "Annotate",
        IN_TEXT,
        ("reader.annotate", "Annotate the selection, or this sentence", ("a",)),
        ("reader.claim", "Claim: who says what, in the selection or this sentence", ("W",)),
        ("reader.highlight", "Highlight the selection, without a note", ("H",)),
        ("reader.annotate_article", "Note on the whole article", ("A",)),
    ),
    *group(
        "Annotate",
        ("reader",),
        ("reader.annotate_matches", "Annotate every match of the search at once", ("g A",)),
    ),
    *group(
        "Annotate",
        IN_TEXT,
        ("annotation.move", "Let the marked annotation stand on the selection", ("M",)),
    ),
    *group(
        "Annotate",
        IN_TEXT,
        ("annotation.edit", "Edit the annotation here", ("c",)),
    ),
    *group(
        "Annotate",
        ("panel",),
        ("annotation.edit", "Edit this annotation", ("c",)),
    ),
    *group(
        "Annotate",
        (*IN_TEXT, "panel"),
        ("annotation.tags", "Tags of the annotation here, or of the selection", ("t",)),
        ("annotation.tags_again", "The tags that were given last, again", ("g t",)),
        ("annotation.delete", "Delete the annotation here", ("D",)),
        ("annotation.claim", "Make the annotation here a claim, or edit its claim", ("g w",)),
    ),
    *group(
        "Annotate",
        (*IN_TEXT, "panel"),
        ("annotation.mark", "Mark this annotation, to link or to move it", ("g m",)),
        ("annotation.link", "Link this annotation: here, then on the other one", ("L",)),
        ("annotation.follow", "Follow a link of this annotation", ("g f",)),
    ),
    *group(
        "Annotate",
        ("reader", "panel"),
        ("annotation.compare", "What it was made on, and what is there now", ("g a",)),
        ("annotation.copy", "Copy another reader's annotation into yours", ("g o",)),
        ("annotation.edit_file", "Open the annotations file in your editor, here", ("E",)),
    ),
    *group(
        "Annotate",
        ("reader", "list", "panel", "beside"),
        ("annotation.undo", "Undo the last change of an annotation", ("u",)),
        ("annotation.redo", "Redo it", ("ctrl+r",)),
    ),
)
