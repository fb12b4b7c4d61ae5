"""The Textual app: the corpus on the main screen."""

from __future__ import annotations

import os
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, ClassVar, cast

from textual.filter import Monochrome, NoColor
from textual.reactive import Initialize, Reactive

from tui.article.right_to_left import postil_reorders
from tui.configuration.settings import Settings
from tui.configuration.themes import MONOCHROME, THEMES, next_theme, short_name, theme_named
from tui.keyboard.keymap import Keymap
from tui.layout.bidi import RIGHT_TO_LEFT, reordered
from tui.program.offering import OfferingApp
from tui.safe_text import safe_line
from tui.screens.action_screen import ActionScreen
from tui.screens.main.reader import ReaderScreen
from tui.terminal.terminal_colours import has_colours, reverses_italics
from tui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.filter import LineFilter
    from textual.screen import Screen
    from textual.theme import Theme

    from tui.article.document import Document

SECONDS_BETWEEN_LOOKS = 2.0
FOLDER = Path(__file__).parent
WITHOUT_COLOURS = FOLDER / "without_colours.tcss"
_NO_COLOR = NoColor()
_THEMES = {theme.name: theme for theme in THEMES}


class PostilApp(OfferingApp, inherit_bindings=False):
    """Reads one corpus."""

    TITLE = "Postil"
    # The main screen's with it: a style sheet that comes later has all of them parsed anew.
    CSS_PATH: ClassVar[list[str | PurePath]] = [
        FOLDER / "app.tcss",
        FOLDER / "screens" / "main" / "reader.tcss",
    ]
    # The palette is one of our own, with all actions of the registry.
    ENABLE_COMMAND_PALETTE = False
    # The panes select by offsets; Textual's own selection of cells would lie upon theirs.
    ALLOW_SELECT = False

    def __init__(
        self,
        workspace: Workspace,
        first: Document | None = None,
        *,
        build_index: bool = True,
        watch: bool = True,
        settings: Settings | None = None,
        keymap: Keymap | None = None,
        offers_tour: bool = False,
    ) -> None:
        # Without colours Textual would turn hues into greys that cannot be read; told that the
        # terminal brings its own, it drops them and keeps underline, bold, italic and reverse.
        self.workspace = workspace
        self.settings = settings or Settings()
        self.keymap = keymap or Keymap()
        self.offers_tour = offers_tour
        by = workspace.by or ""
        self.name_given = by if by != self.settings.name else ""
        self._without_colours = bool(os.environ.get("NO_COLOR")) or not has_colours(os.environ)
        colours = True if self._without_colours else None
        self._without_italics: list[LineFilter] = []
        if reverses_italics(os.environ):
            from tui.program.without_italics import WithoutItalics

            self._without_italics.append(WithoutItalics())
        watches = watch and self.settings.watch
        super().__init__(workspace, watches=watches, indexes=build_index, ansi_color=colours)
        # A screen that is opened first has its own style sheet parsed, not all others once more.
        vars(self.stylesheet)["reparse"] = self.stylesheet.parse
        self.editor_setting, self.copy_setting = self.settings.editor, self.settings.copy
        self.show_caret(self.settings.caret)
        self._first = first
        self._tell_styles(self.theme)

    @property
    def reorders(self) -> bool:
        """Whether right-to-left writing is put in visual order here, not by the terminal."""
        return postil_reorders(self.settings.right_to_left, os.environ)

    def in_order(self, words: str) -> str:
        """Return safe text of one line in the order in which the terminal has to get it."""
        if words.isascii() or RIGHT_TO_LEFT.search(words) is None or not self.reorders:
            return words
        return reordered(words)

    def get_default_screen(self) -> Screen[object]:
        """Return the main screen, beneath which there is none."""
        return ReaderScreen(self.workspace, self._first)

    def on_mount(self) -> None:
        """Begin all else after the first paint."""
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """Do what can wait until the article is on the screen."""
        self.lasting.begin()
        self.set_interval(SECONDS_BETWEEN_LOOKS, self.look_for_terminal)
        self.workspace.state.remember_corpus()
        self.begin_to_follow()
        for screen in self.screen_stack:
            if isinstance(screen, ReaderScreen):
                screen.offer_drafts()

    def keep_all(self) -> None:
        """Keep the place in the article, and what was typed into a note."""
        for screen in self.screen_stack:
            if isinstance(screen, ActionScreen):
                screen.keep()

    def end_processes(self) -> None:
        """End the indexing."""
        self.stop_following()

    def tell(self, message: str, *, warning: bool = False) -> None:
        """Show a message on the main screen."""
        for screen in self.screen_stack:
            if isinstance(screen, ReaderScreen):
                screen.say(safe_line(message), warning=warning, whole=True)

    def on_unmount(self) -> None:
        """End what runs beside the app."""
        self.stop_following()

    # Known from the beginning: a theme that is set later has all styles worked out twice.
    theme: Reactive[str] = Reactive(
        cast("str", Initialize(lambda app: cast("PostilApp", app).first_theme()))
    )

    @property
    def _background_screens(self) -> list[Screen[object]]:
        """The screens that are seen through the one on top.

        Textual 8 counts the screen beneath even where the one on top lets nothing through, and then
        paints the whole of the latter anew, twice, after each message that the former is sent.
        """
        if self.screen_stack and self.screen.styles.background.a == 1:
            return []
        return super()._background_screens

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Our themes, and those of Textual."""
        return super().available_themes | _THEMES

    def get_theme(self, theme_name: str) -> Theme | None:
        """Return a theme by its name, in colours that this terminal has."""
        # Textual asks once before it knows the terminal; what comes of that is thrown away.
        console = getattr(self, "console", None)
        system = console.color_system if console is not None else "truecolor"
        if system == "truecolor":
            if (own := _THEMES.get(theme_name)) is not None:
                return own
        else:
            from tui.configuration.few_colours import fitted

            if (theme := fitted(theme_name, system)) is not None:
                return theme
        return super().get_theme(theme_name)

    def first_theme(self) -> str:
        """Return the theme of the settings, else the one that was chosen last."""
        chosen = self.settings.theme
        if chosen == "auto":
            chosen = self.workspace.state.theme or chosen
        name = theme_named(chosen, os.environ.get("COLORFGBG", ""))
        return name if name in _THEMES else THEMES[0].name

    def watch_theme(self, name: str) -> None:
        """Have the styles of a theme."""
        self._tell_styles(name)

    def _tell_styles(self, theme: str) -> None:
        """Tell the style sheets whether there are colours; what stands for them is read then."""
        self.no_color = self._without_colours or theme == MONOCHROME.name
        if self.no_color:
            self.stylesheet.read(WITHOUT_COLOURS)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Drop every colour where there shall be none, and never turn them into greys.

        An empty NO_COLOR is none (no-color.org), though Textual takes it for one.
        """
        others = [
            one for one in super().get_line_filters() if not isinstance(one, (Monochrome, NoColor))
        ]
        if self.no_color:
            others.append(_NO_COLOR)
        return [*others, *self._without_italics]

    def show_theme(self, name: str) -> None:
        """Show a theme; it is remembered where the settings name none."""
        self.theme = name
        words = f"Theme: {short_name(name)}"
        if self._without_colours:
            cause = "NO_COLOR is set" if os.environ.get("NO_COLOR") else "the terminal has none"
            words += f", without colours: {cause}"
        elif self.settings.theme == "auto":
            self.workspace.state.remember_theme(short_name(name))
        for screen in self.screen_stack:
            if isinstance(screen, ReaderScreen):
                screen.say(words)

    def perform(self, action: str, count: int | None) -> bool:
        """Perform an action of the whole app."""
        if self.perform_offering(action):
            return True
        if action == "app.tour":
            from tui.screens.tour import TourScreen

            self.workspace.state.remember_tour()
            self.push_screen(TourScreen())
            for screen in self._readers():
                screen.keys_changed()
        elif action == "corpus.theme":
            self.show_theme(next_theme(self.theme))
        elif action == "corpus.walk":
            self.walk(asked_for=True)
        elif action == "corpus.indexing":
            self.stop_or_resume_indexing()
        elif action == "app.suspend":
            self.tell(self.put_aside(), warning=True)
        elif action == "app.quit":
            self.exit()
        else:
            return self.perform_configuring(action)
        return True
