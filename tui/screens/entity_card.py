"""The card of an entity: what is known of it, and what the reader says of it."""

from __future__ import annotations

from collections.abc import Callable, Set
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.worker import get_current_worker

from corpus.linking.wishes import name_slug
from tui.annotating.refusals import not_saved
from tui.cards.card_place import CardPlace
from tui.cards.card_rows import rows_of, summary_of
from tui.cards.entity_card import ArticleMentions, EntityCard, card_in, card_of, mentions_in
from tui.parts import work
from tui.safe_text import safe_line
from tui.screens.action_screen import Handler
from tui.screens.card import CardScreen

if TYPE_CHECKING:
    from annotations.entity_wishes import Wish
    from annotations.history import Change
    from corpus.linking.table import LinkedEntity
    from corpus.understanding.analysis import EntityType
    from tui.article.document import Document
    from tui.keyboard.availability import Need
    from tui.workspace import Workspace

# Rows are shown anew after so many articles, and after each so many again.
_FIRST_BATCH = 8
_LARGEST_BATCH = 400
_TYPES: dict[str, EntityType] = {
    "card.is_person": "PERSON",
    "card.is_organisation": "ORG",
    "card.is_place": "PLACE",
    "card.is_people": "NORP",
}


class EntityCardScreen(CardScreen):
    """Shows an entity. Dismissed with a `CardPlace` to go to, or None.

    `document` is the article on the screen: until the names of the corpus are known, the card is
    about that article alone.
    """

    HINT = (
        "{card.go} goes there · {card.split} splits off · {card.merge} merge · {card.rename} rename"
        " · {app.menu} more · {app.back} back"
    )
    MENU: ClassVar[tuple[str, ...]] = (
        *("card.go", "card.split", "card.merge", "card.apart", "card.rename"),
        *(*_TYPES, "card.forbid", "annotation.undo", "annotation.redo", "app.palette"),
    )

    def __init__(self, workspace: Workspace, id_: str, document: Document | None) -> None:
        super().__init__()
        self._workspace = workspace
        self._entity_id = id_
        self._document = document
        self._card: EntityCard | None = None
        self._found: list[ArticleMentions] = []
        self._doing = "reading …"
        self._names: list[str] = []
        # What the card was asked for before each decision made here: undoing one leads back.
        self._ids_before: list[str] = []

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions of the card."""
        types: dict[str, Handler] = {
            action: lambda _, to=type_: self.set_type(to)  # type: ignore[misc]
            for action, type_ in _TYPES.items()
        }
        return (
            super().handlers
            | types
            | {
                "card.split": lambda _: self.split(),
                "card.merge": lambda _: self.merge(),
                "card.apart": lambda _: self.keep_apart(),
                "card.rename": lambda _: self.rename(),
                "card.forbid": lambda _: self.forbid(),
                "annotation.undo": lambda _: self._write(
                    self._workspace.store.undo, "Nothing to undo", self._go_back
                ),
                "annotation.redo": lambda _: self._write(
                    self._workspace.store.redo, "Nothing to redo", self._go_on
                ),
            }
        )

    def on_mount(self) -> None:
        """Look the entity up."""
        super().on_mount()
        self._look()

    def show_linked(self) -> None:
        """Show the entity as the corpus knows it now."""
        self._look()

    def show_indexing(self, words: str, *, grown: bool = False) -> None:
        """Say how far the names are brought together."""
        self._doing = words
        self._show_title()

    @work(thread=True, exclusive=True, group="card")
    def _look(self) -> None:
        """Read the card off the UI thread, then its mentions; leaving the screen ends it."""
        worker, call = get_current_worker(), self.app.call_from_thread
        card = self._card_now()
        if card is None:
            call(self._gone)
            return
        found: list[ArticleMentions] = []
        batch = _FIRST_BATCH
        call(self._show, card, [], "reading …")
        for number, (file, _) in enumerate(card.files, 1):
            found.append(mentions_in(self._workspace, card, file))
            if worker.is_cancelled:
                return
            if number % batch == 0:
                batch = min(2 * batch, _LARGEST_BATCH)
                call(self._show, card, list(found), f"read {number:,} of {len(card.files):,}")
        call(self._show, card, found, "")

    def _card_now(self) -> EntityCard | None:
        """Return the card under the id, or the name, that the entity has now."""
        table = self._workspace.entities
        if table is not None:
            known = set(map(name_slug, self._names))
            ids = [self._entity_id, *(f"{type_}:{slug}" for slug in known for type_ in _PREFIXES)]
            found = next((id_ for id_ in ids if table.entity(id_) is not None), None)
            if found is not None:
                return card_of(self._workspace, found)
        document = self._document
        stale = self._card is not None and self._card.known
        if document is None or document.analysis is None or stale:
            return None
        return card_in(document.analysis, document.article.file, self._entity_id)

    def _show(self, card: EntityCard, found: list[ArticleMentions], doing: str) -> None:
        self._card, self._found, self._doing = card, found, doing
        self._list()

    def _list(self) -> None:
        self._show_title()
        if self._card is not None:
            self.rows.show(rows_of(self._card, self._found, max(20, self.rows.row_width)))

    def _show_title(self) -> None:
        card = self._card
        if card is not None:
            parts = (summary_of(card), self._doing)
            right = " · ".join(filter(None, parts))
            self.title_line.show(left=safe_line(card.entity.name), right=right)

    def _gone(self) -> None:
        """Say that no article has the entity any more."""
        self.rows.show(())
        undo = self.keymap.key_of("annotation.undo")
        self.title_line.show(right=f"no article has this name now, {undo} brings it back")

    def lacking(self) -> Set[Need]:
        """Return what there is not: the entity, or the names that it can be told from."""
        found = set(super().lacking())
        if self._card is None or not self.rows.row_count():
            found.add("entity")
        if self._card is None or self._workspace.entities is None:
            found.add("other names")
        return found

    def on_resize(self, event: events.Resize) -> None:
        """Fit the sentences to the width."""
        self.call_after_refresh(self._list)

    def go(self) -> None:
        """Go to the place of the row, or to the card of the entity there."""
        row = self.rows.current
        if row is not None and row.entity is not None:
            screen = EntityCardScreen(self._workspace, row.entity, self._document)
            self.app.push_screen(screen, self._come_back)
        else:
            super().go()

    def _come_back(self, place: object) -> None:
        if isinstance(place, CardPlace):
            self.dismiss(place)

    # What the reader says

    def split(self) -> None:
        """Split the name of the row off: it is another thing."""
        from annotations.entity_wishes import Apart

        row, card = self.rows.current, self._card
        if row is None or row.split is None or card is None:
            self.say("Nothing to split off here: go to a name, or to a reason, that is not its own")
            return
        self._decide(Apart(card.entity.name, row.split.name, row.split.also))

    def merge(self) -> None:
        """Ask for another entity that is the same thing."""
        from annotations.entity_wishes import Together

        def merged(own: LinkedEntity, other: LinkedEntity) -> Wish:
            return Together(own.name, other.name, own.type if own.type != other.type else None)

        self._ask_for_other("Which is the same as", merged)

    def keep_apart(self) -> None:
        """Ask for another entity that is never the same thing."""
        from annotations.entity_wishes import Apart

        self._ask_for_other("Which is never the same as", lambda own, o: Apart(own.name, o.name))

    def _ask_for_other(
        self, question: str, wish: Callable[[LinkedEntity, LinkedEntity], Wish]
    ) -> None:
        from tui.screens.asking import EntityPicker

        card, table = self._card, self._workspace.entities
        if card is None or table is None:
            self.say("The names of the other articles are not known yet")
            return
        own = card.entity

        def chosen(other: object) -> None:
            if other is not None:
                self._decide(wish(own, other))  # type: ignore[arg-type]

        others = [entity for entity in table.entities if entity.id != own.id]
        words = safe_line(f"{question} {own.name}?")
        self.app.push_screen(EntityPicker(words, others), chosen)

    def rename(self) -> None:
        """Ask for the name that it is called by."""
        from annotations.entity_wishes import Renamed
        from tui.screens.asking import NameScreen

        card = self._card
        if card is None:
            return
        own = card.entity.name
        # They are known by the likeness to the name that it has now.
        alike = (merge.name for merge in card.entity.merges if merge.kind in ("spelling", "slip"))
        also = tuple(dict.fromkeys(name for name in alike if name != own))

        def refused(name: str) -> str:
            return "" if name_slug(name) else "a name has a letter or a figure"

        def named(name: object) -> None:
            if isinstance(name, str) and name != own:
                self._names.insert(0, name)
                self._decide(Renamed(own, name, also))

        self.app.push_screen(NameScreen(safe_line(f"A name for {own}"), own, refused), named)

    def set_type(self, type_: EntityType) -> None:
        """Say what kind of thing it is."""
        from annotations.entity_wishes import Typed

        if self._card is not None:
            self._decide(Typed(self._card.entity.name, type_))

    def forbid(self) -> None:
        """Say that this is no name at all: nothing is marked."""
        from annotations.entity_wishes import Forbidden

        card = self._card
        if card is not None:
            own = name_slug(card.entity.name)
            full = (name.text for name in card.entity.names if " " in name.text)
            also = dict.fromkeys(text for text in full if name_slug(text) != own)
            self._decide(Forbidden(card.entity.name, tuple(also)))

    def _decide(self, wish: Wish) -> None:
        if self._card is not None:
            self._names.append(self._card.entity.name)
        id_ = self._card.entity.id if self._card is not None else self._entity_id
        already = "It is written there already"
        self._write(lambda: self._workspace.decide_entity(id_, wish), already, self._go_on)

    def _go_on(self) -> None:
        self._ids_before.append(self._entity_id)
        if self._card is not None:
            self._entity_id = self._card.entity.id

    def _go_back(self) -> None:
        if self._ids_before:
            self._entity_id = self._ids_before.pop()

    @work(thread=True, group="save")
    def _write(
        self, step: Callable[[], Change | None], nothing: str, decided: Callable[[], None]
    ) -> None:
        """Write off the UI thread, then let the app take the settings as they are now.

        `decided` is called where a decision on entities was written.
        """
        from annotations.error import AnnotationError

        call = self.app.call_from_thread
        try:
            change = step()
        except AnnotationError as error:
            call(self.refuse, not_saved(error), self.say)
            return
        call(self.say, safe_line(change.words) if change is not None else nothing)
        if change is not None:
            if change.what == "decided":
                call(decided)
            call(self._written)

    def _written(self) -> None:
        self._workspace.decided = True
        self.host.look_again()
        self._doing = "taking it over …"
        self._show_title()


_PREFIXES = ("person", "org", "place", "norp")
