"""What is here, and the cards of entities and quantities."""

from __future__ import annotations

from tui.actions.action import IN_TEXT, Action, group

ACTIONS: tuple[Action, ...] = (
    *group(
        "Cards",
        ("reader",),
        ("reader.open", "Open what is here: annotation, link, entity, number", ("enter",)),
    ),
    *group(
        "Cards",
        IN_TEXT,
        ("reader.address", "The link or web address here: show, copy, open", ("g u",)),
        ("reader.card", "Card of the entity or the number here", ("g d",)),
    ),
    *group(
        "Cards",
        ("panel",),
        ("panel.card", "Card of the entity or the number of this row", ("g d",)),
    ),
    *group(
        "Cards",
        ("card",),
        ("card.split", "Another thing: split this name off", ("x",)),
        ("card.merge", "The same as another entity", ("m",)),
        ("card.apart", "Never the same as another entity", ("n",)),
        ("card.rename", "Another name for it", ("r",)),
        ("card.is_person", "It is a person", ("t p",)),
        ("card.is_organisation", "It is an organisation", ("t o",)),
        ("card.is_place", "It is a place", ("t l",)),
        ("card.is_people", "It is a people, a religion or a party's members", ("t n",)),
        ("card.forbid", "No name at all: mark it nowhere", ("d",)),
        ("annotation.undo", "Undo the last change", ("u",)),
        ("annotation.redo", "Redo it", ("ctrl+r",)),
    ),
    *group(
        "Cards",
        ("figure",),
        ("card.claim", "Claim the figure of this row where it stands", ("W",)),
    ),
    *group(
        "Cards",
        ("card", "figure"),
        ("card.go", "Go to the place, or to the card of the entity there", ("enter",)),
        ("card.down", "Row down", ("j", "down")),
        ("card.up", "Row up", ("k", "up")),
        ("card.page_down", "Page down", ("space", "pagedown", "ctrl+d")),
        ("card.page_up", "Page up", ("backspace", "pageup", "ctrl+u")),
        ("card.start", "First row", ("g g", "home")),
        ("card.end", "Last row", ("G", "end")),
        ("card.section_next", "Next part", ("tab", "}")),
        ("card.section_previous", "Part before", ("shift+tab", "{")),
        ("app.menu", "What can be done here", ("f2",)),
        ("app.palette", "All actions by name", ("ctrl+p", ":")),
        ("app.back", "Back one step", ("escape", "q")),
        ("app.help", "Keys that work here", ("?", "f1")),
    ),
    *group(
        "Cards",
        ("pick",),
        ("pick.choose", "Take this one", ("enter",)),
        ("pick.down", "Row down", ("down", "ctrl+n")),
        ("pick.up", "Row up", ("up",)),
        ("pick.page_down", "Page down", ("pagedown",)),
        ("pick.page_up", "Page up", ("pageup",)),
        ("app.back", "Back, nothing is taken", ("escape",)),
        ("app.help", "Keys that work here", ("f1",)),
    ),
    *group(
        "Cards",
        ("name",),
        ("name.take", "Take what is typed", ("enter",)),
        ("app.back", "Back, nothing is taken", ("escape",)),
        ("app.help", "Keys that work here", ("f1",)),
    ),
)
