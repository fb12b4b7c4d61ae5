#!/usr/bin/env python3
"""Write docs/keys.md from the registry of actions: python scripts/keys_page.py."""

from __future__ import annotations

from pathlib import Path

from tui.actions.key_words import shown_keys
from tui.actions.registry import CONTEXTS, actions_in

PAGE = Path(__file__).resolve().parent.parent / "docs" / "keys.md"
PLACES = {
    "reader": "In the article",
    "list": "In the list of articles",
    "filter": "In the filter of the list",
    "panel": "In the side panel",
    "beside": "With two articles beside each other",
    "search": "In the search",
    "concordance": "In the concordance",
    "card": "On the card of an entity",
    "figure": "On the card of a number",
    "note": "In the note form",
    "menu": "In a menu",
    "claim": "In the claim form",
    "ledger": "In the field of the ledger",
    "entries": "In the rows of the ledger",
    "timeline": "In the timeline",
    "numbers": "In the field of the numbers of all articles",
    "figures": "In their rows",
    "word": "In a line that asks for the value of a field",
    "pick": "In a line that asks for an article or an entity",
    "name": "In a line that asks for a name",
    "choice": "In a question",
    "orphans": "Among annotations without article",
    "encodings": "Among encodings",
    "settings": "Among the settings",
    "tour": "On the tour",
    "actions": "Among actions by name",
    "output": "In what a command printed",
}


def page() -> str:
    """Return the page: a table for each place."""
    lines = [
        "# Keys",
        "",
        "Made from the registry of actions, `tui/actions/`, by `scripts/keys_page.py`. An id",
        "names its action for good. A number before a motion repeats it: `3}` is three paragraphs.",
        "Other keys for an action: a line in `keymap.yaml`, [settings.md](settings.md) says how.",
    ]
    for place, heading in PLACES.items():
        lines += ["", f"## {heading}", "", "| keys | action | id |", "|---|---|---|"]
        for action in actions_in(CONTEXTS[place]):
            keys = " ".join(f"`{shown_keys(keys)}`" for keys in action.keys).replace("|", "\\|")
            lines.append(f"| {keys} | {action.label} | `{action.id}` |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
