"""The claim form: who says what of how much, where and when, a row a field."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static, TextArea

from annotations.model import Annotation
from tui.annotating.drafts import DraftFile
from tui.claiming.figures import understood_quantity, understood_when
from tui.claiming.form import OWN, Filled, Lines, Meanings, brought_together, filled, lines_of
from tui.claiming.offers import Words, offers, taken
from tui.keyboard.hints import hints_of
from tui.layout.cells import cut
from tui.parts import work
from tui.safe_text import safe_line
from tui.screens.action_screen import Handler
from tui.screens.form import QUOTE_CELLS, FormScreen
from tui.widgets.few_rows import FewRows
from tui.widgets.hint_line import HintLine
from tui.widgets.safe_input import SafeInput
from tui.widgets.safe_text_area import SafeTextArea

if TYPE_CHECKING:
    from tui.claiming.suggestion import Suggestion
    from tui.claiming.task import ClaimTask

Save = Callable[[Filled, Annotation | None], None]

MOST_OFFERS = 4
_ROWS_BESIDE_FIELDS = 13


class ClaimScreen(FormScreen):
    """Asks for a claim.

    `task` says what it begins with and what completes it. `save` is called off the UI thread with
    what the form says and the annotation as the form knows it; where it raises AnnotationError the
    form stays open. `draft` keeps what is typed until it is saved or thrown away; `restored` says
    that the form begins with what it holds. The screen is dismissed with True when it is saved.
    """

    CSS_PATH = "claim.tcss"
    LOW = 23

    def __init__(
        self,
        heading: str,
        quote: str,
        task: ClaimTask,
        save: Save,
        *,
        obstacle: Callable[[], str] = str,
        draft: DraftFile | None = None,
        restored: bool = False,
    ) -> None:
        super().__init__(draft)
        self._heading = heading
        self._quote = quote
        self._about = task
        self._save = save
        self._obstacle = obstacle
        self._known = task.annotation
        self._fields: Mapping[str, SafeInput | SafeTextArea] = {}
        self._shown = lines_of(task.annotation, task.keys, task.published)
        self._suggested = task.suggestions()
        self._turn = 0
        self._words: Words = {}
        self._offered: tuple[str, ...] = ()
        self._pick: int | None = None
        self._without_claim = False
        kept = draft.draft.claim if draft is not None and restored else None
        self._begin: Lines = self._shown if task.annotation else {**self._shown, **self._suggestion}
        # What Postil filled in and nobody touched is no loss.
        self._untouched: Lines = self._begin
        if kept is not None:
            self._begin = {**dict.fromkeys(task.keys, ""), **kept}

    @property
    def place(self) -> str:
        """Where the focus is."""
        return "claim"

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions of the form."""
        return {
            "claim.save": lambda _: self.save(),
            "claim.next_field": lambda _: self._go(1),
            "claim.previous_field": lambda _: self._go(-1),
            "claim.take": lambda _: self.take(),
            "claim.down": lambda _: self._move(1),
            "claim.up": lambda _: self._move(-1),
            "claim.suggest": lambda _: self.suggest(),
            "claim.other_figure": lambda _: self.other_figure(),
            "claim.cancel": lambda _: self.cancel(),
        }

    @property
    def _suggestion(self) -> Lines:
        return self._suggested[self._turn].lines if self._suggested else {}

    def _field(self, number: int, key: str) -> SafeInput | SafeTextArea:
        line, name = self._begin.get(key, ""), f"claim-field-{number}"
        if key != "note":
            return SafeInput(line, id=name)
        return SafeTextArea(line, soft_wrap=True, tab_behavior="focus", compact=True, id=name)

    def compose(self) -> ComposeResult:
        """Lay the form out."""
        self._fields = {key: self._field(n, key) for n, key in enumerate(self._about.keys)}
        # What it looks like is said before it is laid out: each change afterwards lays it out anew.
        form = Vertical(id="claim-form")
        form.border_title = Content(self._heading)
        form.styles.height = len(self._about.keys) + _ROWS_BESIDE_FIELDS
        with form:
            quote = Content(cut(safe_line(self._quote), QUOTE_CELLS))
            yield Static(FewRows(quote), id="claim-quote")
            with VerticalScroll(id="claim-fields", can_focus=False):
                # A row is a row in both columns, the note's the last: a widget fewer for each.
                names = (safe_line(key.removeprefix(OWN)) for key in self._about.keys)
                yield Static(Content("\n".join(cut(name, 11) for name in names)), id="claim-names")
                with Vertical(id="claim-lines"):
                    yield from self._fields.values()
            yield Static(id="claim-understood")
            yield Static(id="claim-offers")
            yield Static(id="claim-message")
            hint = (
                "{claim.save} saves · {claim.take} takes, next · {claim.down}{claim.up} choose · "
                "{claim.other_figure} next figure · {claim.suggest} fills in · "
                "{claim.cancel} closes"
            )
            yield HintLine(hints_of(hint, self.keymap), id="claim-hint")

    def on_mount(self) -> None:
        """Begin with the first field."""
        self._fields["speaker"].focus()
        if self._known is None:
            hints = []
            if claims := self._about.claims_here:
                hints.append("These words are claimed" if claims == 1 else f"{claims} claims here")
            if len(self._suggested) > 1:
                figures = f"{len(self._suggested)} figures here: "
                hints.append(figures + self.keymap.filled("{claim.other_figure} claims the next"))
            if hints:
                self._say(" · ".join(hints))
        self._gather()

    @property
    def _lines(self) -> Lines:
        return {
            key: field.text if isinstance(field, SafeTextArea) else field.value
            for key, field in self._fields.items()
        }

    @property
    def _meanings(self) -> Meanings:
        all_quantities = {k: v for one in self._suggested for k, v in one.quantities.items()}
        all_whens = {k: v for one in self._suggested for k, v in one.whens.items()}
        return Meanings(all_quantities, all_whens, self._about.published)

    @property
    def _key(self) -> str:
        """The key of the field that has the focus."""
        return next((key for key, field in self._fields.items() if field is self.focused), "")

    def _put(self, lines: Lines) -> None:
        """Put lines into their fields."""
        fields = self._fields
        for key, line in lines.items():
            field = fields.get(key)
            if isinstance(field, SafeInput) and field.value != line:
                field.value = line
                field.cursor_position = len(line)
            elif isinstance(field, SafeTextArea) and field.text != line:
                field.text = line
                field.move_cursor(field.document.end)

    def suggest(self) -> None:
        """Fill what is empty as the sentence says it."""
        lines = self._lines
        self._put({key: line for key, line in self._suggestion.items() if line and not lines[key]})
        filled_in = any(self._suggestion.values())
        self._say("Filled in what was empty" if filled_in else "The sentence suggests nothing")

    def other_figure(self) -> None:
        """Suggest the claim of the next figure; what was typed stays."""
        if len(self._suggested) < 2:
            self._say("There is no other figure in these words")
            return
        lines, old = self._lines, self._suggestion
        self._turn = (self._turn + 1) % len(self._suggested)
        keys = {*old, *self._suggestion}
        fresh = {
            key: self._suggestion.get(key, "")
            for key in keys
            if lines[key] in ("", old.get(key, ""))
        }
        if self._known is None and self._lines == self._untouched:
            self._untouched = {**self._untouched, **fresh}
        self._put(fresh)
        self._say(f"Figure {self._turn + 1} of {len(self._suggested)}")

    def take(self) -> None:
        """Take the offer that was chosen into the field, or go to the next field."""
        key, field = self._key, self.focused
        if self._pick is not None and isinstance(field, SafeInput):
            self._put({key: taken(key, field.value, self._offered[self._pick])})
            if key == "tags":
                self._show_offers()
                return
        self._go(1)

    def _go(self, step: int) -> None:
        fields = tuple(self._fields.values())
        at = next((n for n, field in enumerate(fields) if field is self.focused), 0)
        fields[(at + step) % len(fields)].focus()

    def _move(self, step: int) -> None:
        """Choose another offer; none is chosen above the first."""
        at = (-1 if self._pick is None else self._pick) + step
        self._pick = min(at, len(self._offered) - 1) if at >= 0 and self._offered else None
        self._paint_offers()

    def on_descendant_focus(self, _: events.DescendantFocus) -> None:
        """Offer what completes the field."""
        self._show_offers()

    def _show_offers(self) -> None:
        key, lines = self._key, self._lines
        self._pick = None
        many = MOST_OFFERS // 2 if self.has_class("-low") else MOST_OFFERS
        self._offered = (
            offers(key, lines[key], self._words, many) if key not in ("", "note") else ()
        )
        self._paint_offers()
        self.query_one("#claim-understood", Static).update(
            Content(safe_line(self._understood(key, lines)))
        )

    def _understood(self, key: str, lines: Lines) -> str:
        """Say what the line of a field means, where that is not plain."""
        if key == "quantity":
            return understood_quantity(self._meanings.quantity(lines[key]))
        if key == "when":
            return understood_when(self._meanings.when(lines[key]))
        return self._about.doubt(key, lines.get(key, ""))

    def _paint_offers(self) -> None:
        rows = []
        for number, offer in enumerate(self._offered):
            chosen = number == self._pick
            row = cut(f"{'▸' if chosen else ' '} {offer}", max(1, self.size.width - 6))
            rows.append(Content.styled(row, "reverse" if chosen else ""))
        self.query_one("#claim-offers", Static).update(Content("\n").join(rows))

    @work(thread=True, exclusive=True, group="words")
    def _gather(self) -> None:
        """Learn what completes the fields, and what stands in the way of a save."""
        obstacle = self._obstacle()
        call = self.app.call_from_thread
        if obstacle:
            call(self._say, obstacle)
        call(self._know, *self._about.gathered())

    def _know(self, words: Words, suggested: tuple[Suggestion, ...]) -> None:
        """Complete the fields, and suggest measures that other claims of the corpus have."""
        self._words, self._suggested = words, suggested
        measure = self._suggestion.get("measure", "")
        # Where one is at work already, nothing is put under the hand.
        at_rest = self._key == "speaker" and self._lines == self._untouched
        if self._known is None and at_rest and not self._lines["measure"]:
            self._untouched = {**self._untouched, "measure": measure}
            self._put({"measure": measure})
        if self._pick is None:
            self._show_offers()

    @property
    def _changed(self) -> bool:
        lines = self._lines
        return any(lines[key] != self._untouched.get(key, "") for key in lines)

    def _keep_in(self, draft: DraftFile) -> None:
        lines = self._lines
        draft.keep(lines["note"], lines["tags"], dict(lines))

    def save(self) -> None:
        """Save what the form says, and close when it is on disk; it is saved once.

        Where it claims nothing, that is said, and what is left is saved at the second request.
        """
        says = filled(self._lines, self._shown, self._known, self._meanings)
        if says.claim is None and not self._without_claim:
            self._without_claim = True
            kind = "a note" if self._lines["note"].strip() else "a highlight"
            again = f"No field of a claim is filled in. {{claim.save}} again saves {kind}."
            self._say(self.keymap.filled(again))
            return

        def save() -> None:
            self._save(says, self._known)
            self._about.learn(says.claim)

        self._save_once(save)

    def _show_theirs(self, now: Annotation) -> None:
        """Show what another program made of the annotation; what was typed stays as it is."""
        theirs = lines_of(now, self._about.keys, self._about.published)
        lines, against = brought_together(self._shown, self._lines, theirs)
        self._known, self._shown = now, theirs
        self._untouched = theirs
        self._put(lines)
        # The other words can be had back: they are the first that their fields offer.
        self._words = {
            **self._words,
            **{key: (line, *self._words.get(key, ())) for key, line in against.items()},
        }
        said = "; ".join(
            f"{key.removeprefix(OWN)}: {line or '(empty)'}" for key, line in against.items()
        )
        hint = self.keymap.filled("{claim.save} keeps yours")
        differs = f" Another program wrote {said}." if said else " It was changed meanwhile."
        self._say(f"Not saved.{differs} {hint}")

    @on(TextArea.Changed)
    @on(Input.Changed)
    def _offer(self) -> None:
        self._without_claim = False
        self._show_offers()

    def _say(self, message: str) -> None:
        super()._say(message)
        self.query_one("#claim-message", Static).display = bool(message)
