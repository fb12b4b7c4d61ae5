"""The library: the order of the articles, their groups, and which of them are shown."""

from __future__ import annotations

from tui.actions.action import Action, group

ACTIONS: tuple[Action, ...] = (
    *group(
        "Articles",
        ("corpus",),
        ("corpus.library", "The library: all articles over the whole screen", ("p f",)),
    ),
    *group(
        "Library",
        ("list",),
        (
            "list.filter",
            "Filter by words, is:unread, tag:, outlet:",
            ("f", "/"),
        ),
        ("list.only_unread", "Only what is unread", ("o u",)),
        ("list.only_starred", "Only what has a star", ("o s",)),
        ("list.only_tagged", "Only what has a tag", ("o t",)),
        ("list.only_all", "All of it again", ("o a",)),
        ("list.sort_name", "Sort by file name; again turns it round", ("S n",)),
        ("list.sort_title", "Sort by title", ("S t",)),
        ("list.sort_outlet", "Sort by outlet", ("S o",)),
        ("list.sort_date", "Sort by date", ("S d",)),
        ("list.sort_length", "Sort by length", ("S l",)),
        ("list.sort_annotations", "Sort by the number of annotations", ("S a",)),
        ("list.sort_state", "Sort by what is unread", ("S r",)),
        ("list.group_outlet", "Group by outlet", ("B o",)),
        ("list.group_year", "Group by year", ("B y",)),
        ("list.group_month", "Group by month", ("B m",)),
        ("list.group_folder", "Group by folder", ("B f",)),
        ("list.group_none", "No groups", ("B n",)),
        ("list.fold", "Fold this group", ("h", "left")),
        ("list.unfold", "Unfold this group; read the article", ("l", "right")),
        ("list.fold_all", "Fold all groups", ("z M",)),
        ("list.unfold_all", "Unfold all groups", ("z R",)),
        ("list.choose", "Choose this article for the next command, or not; go on", ("v",)),
        ("list.choose_to", "Choose all from the last chosen to this (Shift+click)", ("V",)),
        ("list.choose_all", "Choose all that are listed, or none", ("*",)),
        ("list.unread", "Read or unread: this article, or the chosen", ("i",)),
        ("list.star", "Star: this article, or the chosen", ("x",)),
        ("list.tag", "Tags: this article, or the chosen", ("t",)),
        ("list.set_title", "Set the title: this article, or the chosen", ("c t",)),
        ("list.set_outlet", "Set the outlet: this article, or the chosen", ("c o",)),
        ("list.set_published", "Set the date: this article, or the chosen", ("c d",)),
        ("list.widen", "The list over the whole screen, and back", ("w",)),
    ),
    *group(
        "Filter",
        ("filter",),
        ("filter.take", "To the list, which stays filtered", ("enter",)),
        ("filter.down", "Article down", ("down", "ctrl+n")),
        ("filter.up", "Article up", ("up",)),
        ("filter.page_down", "Page down", ("pagedown",)),
        ("filter.page_up", "Page up", ("pageup",)),
        ("app.back", "All articles again", ("escape",)),
        ("app.help", "Keys that work here", ("f1",)),
    ),
)
