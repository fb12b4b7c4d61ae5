"""Why an action cannot be done now: what it needs, and how one comes by that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Set

    from tui.actions.action import Action
    from tui.keyboard.keymap import Keymap

Need = Literal[
    "article", "selection", "annotation", "thing", "matches", "marked", "concordance", "shell",
    "address", "earlier place", "later place", "given tag", "text of now", "comparison",
    "article listed", "panel row", "row", "result", "question", "entity", "other names", "theirs",
]  # fmt: skip

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
    "reader.annotate_matches": "matches",
    "reader.address": "address",
    "reader.jump_back": "earlier place",
    "reader.jump_forward": "later place",
    "annotation.tags_again": "given tag",
    "reader.annotate": "text of now",
    "reader.claim": "text of now",
    "reader.highlight": "text of now",
    "reader.annotate_article": "text of now",
    "beside.figures": "comparison",
    "beside.difference_next": "comparison",
    "beside.difference_previous": "comparison",
    "panel.go": "panel row",
    "panel.open": "panel row",
    "search.open": "result",
    "search.order": "result",
    "search.narrow": "result",
    "search.within": "result",
    "search.concordance": "question",
    "search.spellings": "question",
    "search.save": "question",
    "card.go": "row",
    "card.merge": "other names",
    "card.apart": "other names",
    "card.rename": "entity",
    "card.split": "entity",
    "card.is_person": "entity",
    "card.is_organisation": "entity",
    "card.is_place": "entity",
    "card.is_people": "entity",
    "card.forbid": "entity",
    "note.take_theirs": "theirs",
    "note.add_theirs": "theirs",
}
# Of these areas every action needs the same, but for those named above and for going back.
_AREAS: dict[str, Need] = {
    "reader": "article",
    "list": "article listed",
    "orphans": "row",
    "ledger": "row",
    "entries": "row",
    "timeline": "row",
    "numbers": "row",
    "concordance": "row",
    "output": "row",
}
# They lead out of an empty list, or fill it.
_WITHOUT_ROWS = frozenset((
    "ledger.turn", "ledger.group", "ledger.sort", "entries.undo", "entries.redo",
    "numbers.turn", "numbers.group", "numbers.sort", "numbers.gather",
    "timeline.differing", "concordance.view_next", "concordance.view_previous",
    "concordance.again", "concordance.measure", "concordance.span", "concordance.size",
    "list.filter", "list.widen", "list.only_all", "list.only_unread", "list.only_starred",
    "list.only_tagged", "list.group_none",
))  # fmt: skip
_WORDS: dict[Need, str] = {
    "article": "no article is open",
    "selection": "nothing is selected: {reader.select} or {reader.select_sentence} selects",
    "annotation": "no annotation here: {reader.annotation_next} goes to the next",
    "thing": "no entity or number here: {reader.entity_next} goes to the next",
    "matches": "nothing was searched: {reader.find} or {corpus.search} does",
    "marked": "no annotation is marked: {annotation.mark} marks one",
    "concordance": "there was none yet: {reader.concordance} opens one",
    "shell": "no shell to come back from",
    "address": "no web address here",
    "earlier place": "nothing was jumped from yet",
    "later place": "this is where the last jump led: {reader.jump_back} goes back first",
    "given tag": "no tag was given yet: {annotation.tags} gives one",
    "text of now": "an earlier text is read only: {beside.other} goes to that of now",
    "comparison": "the articles are still being compared",
    "article listed": "no article is listed: {list.only_all} lists all",
    "panel row": "the panel lists nothing here",
    "row": "nothing is listed here",
    "result": "nothing is found yet",
    "question": "nothing is asked yet",
    "entity": "no article has this name now: {annotation.undo} brings it back",
    "other names": "the names of the other articles are not known yet",
    "theirs": "no other program changed this note",
}
_PLACES: dict[str, str] = {
    "reader": "in the article",
    "list": "in the list of articles",
    "panel": "in the side panel",
    "corpus": "on the main screen",
    "everywhere": "on every screen",
    "name": "where a name is asked for",
    "word": "in a line that is typed",
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
    "numbers": "in the numbers of all articles: {corpus.all_numbers}",
    "figures": "in the rows of the numbers: {corpus.all_numbers}",
    "entries": "in the rows of the ledger: {corpus.ledger}",
    "pick": "where an entity is asked for",
    "output": "in what a command printed: {reader.pipe}",
    "menu": "in a menu: {app.menu}",
    "choice": "in a question",
    "actions": "in this list",
}


ALL_NEEDS: frozenset[Need] = frozenset(_WORDS)


def need_of(action: str) -> Need | None:
    """Return what an action needs by its id, None where it can always be done."""
    need = _NEEDS.get(action)
    if need is None and action not in _WITHOUT_ROWS:
        need = _AREAS.get(action.partition(".")[0])
    return need


@dataclass(frozen=True, slots=True)
class Situation:
    """What there is now of what actions need."""

    there: Set[Need]

    def why_not(self, action: str, keymap: Keymap) -> str:
        """Say why an action cannot be done now, "" where it can."""
        need = need_of(action)
        if need is None or need in self.there:
            return ""
        return keymap.filled(_WORDS[need])


def where_it_works(action: Action, keymap: Keymap) -> str:
    """Say where an action works that does not work here."""
    return keymap.filled(_PLACES[action.where[0]])
