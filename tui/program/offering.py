"""The part of the app that offers actions by name: palette, commands, page of keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.program.configuring import ConfiguredApp
from tui.screens.action_screen import ActionScreen

if TYPE_CHECKING:
    from tui.keyboard.action_rows import ActionRow

# What opens the lists themselves is not offered in them.
_LISTS = ("app.palette", "app.command", "app.help")


class OfferingApp(ConfiguredApp, part=True):
    """An app whose actions can be found by their names."""

    def perform_offering(self, action: str) -> bool:
        """Perform an action of this part by its id; False where it is none of its own."""
        if not isinstance(self.screen, ActionScreen) or action not in _LISTS:
            return False
        from tui.screens.actions import ActionsScreen

        screen = self.screen
        if action == "app.help":
            listed = ActionsScreen(
                "Keys that work here", self._rows_of(screen), by_group=True, more=screen.more_help
            )
        else:
            commands = action == "app.command" and screen.takes_commands
            title = "Command" if commands else "All actions"
            listed = ActionsScreen(title, self._rows_of(screen, all_of_them=True),
                                   commands=commands)  # fmt: skip
        self.push_screen(listed, screen.perform_chosen)
        return True

    def _rows_of(self, screen: ActionScreen, *, all_of_them: bool = False) -> list[ActionRow]:
        """Return the rows of the actions of a screen, or of all."""
        from tui.keyboard.action_rows import all_rows
        from tui.keyboard.availability import where_it_works

        everywhere = self.keymap.actions if all_of_them else ()
        rows = all_rows(
            screen.actions_here,
            everywhere,
            screen.why_not,
            lambda action: where_it_works(action, self.keymap),
        )
        return [row for row in rows if not all_of_them or row.action.id not in _LISTS[:2]]
