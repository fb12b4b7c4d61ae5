"""Why an action cannot be done now: what it needs, and how one comes by that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Set

    from tui.actions import Action
    from tui.keyboard.keymap import Keymap

Need = Literal[
    "article", "selection", "annotation", "thing", "matches", "marked", "concordance", "shell"
]

_NEEDS: dict[str, Need] = {
    "reader.copy": "selection",
    "reader.swap_ends": "selection",
    "reader.card": "thing",
    "reader.mention_next": "thing",
    "reader.mention_previous": "thing",
    "panel.card": "thing",
    "reader.match_next": "matches",
    "reader.match_previous": "matches",
    "annotation.edit": "annotation",
    "annotation.delete": "annotation",
    "annotation.mark": "annotation",
    "annotation.link": "annotation",
    "annotation.follow": "annotation",
    "annotation.claim": "annotation",
    "annotation.compare": "annotation",
    "annotation.copy": "annotation",
    "reader.select_annotation": "annotation",
    "annotation.move": "marked",
    "corpus.concordance": "concordance",
    "app.suspend": "shell",
}
_WORDS: dict[Need, str] = {
    "article": "no article is open",
    "selection": "nothing is selected: {reader.select} or {reader.select_sentence} selects",
    "annotation": "no annotation here: {reader.annotation_next} goes to the next",
    "thing": "no entity or number here: {reader.entity_next} goes to the next",
    "matches": "nothing was searched: {reader.find} or {corpus.search} does",
    "marked": "no annotation is marked: {annotation.mark} marks one",
    "concordance": "there was none yet: {reader.concordance} opens one",
    "shell": "no shell to come back from",
}
_PLACES: dict[str, str] = {
    "reader": "in the article",
    "list": "in the list of articles",
    "panel": "in the side panel",
    "corpus": "on the main screen",
    "filter": "in the filter of the list",
    "search": "in the search: {corpus.search}",
    "concordance": "in the concordance: {reader.concordance}",
    "ledger": "in the ledger: {corpus.ledger}",
    "card": "on the card of an entity: {reader.card}",
    "figure": "on the card of a number: {reader.card}",
    "note": "in a note",
    "claim": "in a claim",
    "orphans": "among annotations without article: {corpus.orphans}",
    "encodings": "among the encodings: {reader.encoding}",
    "settings": "in the settings: {app.settings}",
    "tour": "on the tour: {app.tour}",
    "beside": "beside another article",
    "timeline": "in the timeline: {corpus.timeline}",
    "entries": "in the rows of the ledger: {corpus.ledger}",
    "pick": "where an entity is asked for",
    "output": "in what a command printed: {reader.pipe}",
    "menu": "in a menu: {app.menu}",
    "choice": "in a question",
    "actions": "in this list",
}


@dataclass(frozen=True, slots=True)
class Situation:
    """What there is now of what actions need."""

    there: Set[Need]

    def why_not(self, action: str, keymap: Keymap) -> str:
        """Say why an action cannot be done now, "" where it can."""
        need = _NEEDS.get(action)
        if need is None and action.startswith("reader."):
            need = "article"
        if need is None or need in self.there:
            return ""
        return keymap.filled(_WORDS[need])


def where_it_works(action: Action, keymap: Keymap) -> str:
    """Say where an action works that does not work here."""
    words = next((_PLACES[context] for context in action.where if context in _PLACES), "")
    return keymap.filled(words or "where a name is asked for")
