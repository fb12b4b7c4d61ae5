"""Who puts right-to-left writing in visual order: Postil, or the terminal itself."""

from __future__ import annotations

from collections.abc import Mapping

WAYS = ("auto", "postil", "terminal")
# Of 0.58, the first VTE (GNOME Terminal, Tilix, XFCE) that reorders what it is given.
_FIRST_VTE = 5800


def postil_reorders(setting: str, environment: Mapping[str, str]) -> bool:
    """Say whether Postil reorders: as the setting says, or by what the environment tells.

    Inside tmux and screen the variables of the terminal around them count, where they are known.
    """
    if setting != "auto":
        return setting == "postil"
    vte = environment.get("VTE_VERSION", "")
    return not (
        (vte.isascii() and vte.isdigit() and int(vte) >= _FIRST_VTE)
        or environment.get("KONSOLE_VERSION")
        or environment.get("MLTERM")
        or environment.get("TERM_PROGRAM") == "Apple_Terminal"
    )
