"""What the terminal can do, as far as the environment and its description tell."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping

from tui.configuration.settings import Settings
from tui.program.health import Finding
from tui.terminal.terminal_colours import claims_too_many

_UNSET = "set TERM to what your terminal is"
# What is told apart without colours rests on these capabilities of terminfo(5).
_ATTRIBUTES = {"bold": "bold", "italic": "sitm", "underline": "smul", "reverse": "rev"}
_SMALLEST = (40, 10)


class TerminalDescription:
    """What terminfo knows of a terminal; nothing where it does not know the terminal at all."""

    def __init__(self, name: str) -> None:
        self.known = False
        try:
            import curses

            curses.setupterm(name or "dumb", 1)
        except (ImportError, curses.error):
            return
        self.known = True
        self._text, self._number = curses.tigetstr, curses.tigetnum

    def has(self, capability: str) -> bool:
        """Say whether the terminal has a capability, by the name that terminfo gives it."""
        return self.known and bool(self._text(capability))

    @property
    def colours(self) -> int:
        """How many colours it has, 0 where that is not known."""
        return max(0, self._number("colors")) if self.known else 0


def terminal(
    settings: Settings,
    environment: Mapping[str, str] = os.environ,
    which: Callable[[str], str | None] = shutil.which,
) -> Iterator[Finding]:
    """Say what the terminal can do with the settings in force."""
    name = environment.get("TERM", "")
    description = TerminalDescription(name)
    if name in ("", "dumb", "unknown"):
        yield Finding("terminal", "TERM", name or "not set", _UNSET)
    else:
        unknown = "" if description.known else f"install its terminfo entry, or {_UNSET}"
        yield Finding("terminal", "TERM", name, unknown)
    yield Finding("terminal", "inside", _inside(environment))
    yield Finding("terminal", "colours", _colours(settings, environment, description))
    if description.known:
        can = [word for word, capability in _ATTRIBUTES.items() if description.has(capability)]
        yield Finding("terminal", "shows", ", ".join(can) or "plain text only")
    yield Finding("terminal", "mouse", _mouse(settings, description))
    yield _clipboard(settings, environment, which)
    yield from _encoding_and_size()


def _inside(environment: Mapping[str, str]) -> str:
    """Name what stands between Postil and the terminal."""
    between = {
        "tmux": "TMUX",
        "GNU screen": "STY",
        "Zellij": "ZELLIJ",
        "SSH": "SSH_TTY",
    }
    found = [word for word, variable in between.items() if environment.get(variable)]
    return ", ".join(found) or "no multiplexer, no SSH"


def _colours(
    settings: Settings, environment: Mapping[str, str], description: TerminalDescription
) -> str:
    if environment.get("NO_COLOR"):
        return "none: NO_COLOR is set"
    if settings.theme == "monochrome":
        return "none: the theme is monochrome"
    claimed = environment.get("COLORTERM") in ("truecolor", "24bit")
    if claimed and not claims_too_many(environment):
        return "16 million (COLORTERM)"
    return f"{description.colours} (terminfo)" if description.colours else "unknown"


def _mouse(settings: Settings, description: TerminalDescription) -> str:
    if not settings.mouse:
        return "off in the settings: left to the terminal"
    if description.has("kmous"):
        return "reported, as terminfo says"
    return "terminfo says nothing of it: most terminals report it nevertheless"


def _clipboard(
    settings: Settings, environment: Mapping[str, str], which: Callable[[str], str | None]
) -> Finding:
    """Say which ways a copied text goes."""
    from tui.terminal.clipboard import ways

    found = ways(settings.copy, environment, sys.platform, which)
    words = [
        "the terminal (OSC 52)" if way == "terminal" else f"the program {way.says}" for way in found
    ]
    if words:
        return Finding("terminal", "clipboard", ", else ".join(words) + ", else a file")
    nothing = "a file: nothing here takes a text"
    if settings.copy != "auto":
        remedy = f"set copy: auto in the settings (it is {settings.copy})"
        return Finding("terminal", "clipboard", nothing, remedy)
    desktop = environment.get("WAYLAND_DISPLAY") or environment.get("DISPLAY")
    remedy = "install wl-clipboard, xclip or xsel" if desktop else ""
    return Finding("terminal", "clipboard", nothing, remedy)


def _encoding_and_size() -> Iterator[Finding]:
    import locale

    encoding = locale.getencoding().lower()
    remedy = "" if encoding.replace("-", "") == "utf8" else "set LANG to a locale of UTF-8"
    yield Finding("terminal", "encoding", encoding, remedy)
    if sys.stdout.isatty():
        size = shutil.get_terminal_size()
        enough = size.columns >= _SMALLEST[0] and size.lines >= _SMALLEST[1]
        small = "" if enough else "make the window larger"
        yield Finding("terminal", "size", f"{size.columns}x{size.lines}", small)
