"""Walks through all screens of the reader in the sample corpus: keys, and names of what is seen."""

from __future__ import annotations

from typing import NamedTuple

_NAMES = {
    " ": "space",
    "?": "question_mark",
    "/": "slash",
    "[": "left_square_bracket",
    "]": "right_square_bracket",
    "|": "vertical_line",
}


class Stop(NamedTuple):
    """A place of a walk: the keys that lead there from the stop before, and its name."""

    name: str
    keys: tuple[str, ...]


def stop(name: str, *keys: str) -> Stop:
    """Return a stop; a key of several letters that is none of the keyboard's is typed out."""
    pressed: list[str] = []
    for key in keys:
        if key.startswith("="):
            pressed += [_NAMES.get(character, character) for character in key[1:]]
        else:
            pressed.append(key)
    return Stop(name, tuple(pressed))


BACK = ("escape", "escape", "escape")

WALKS: dict[str, tuple[Stop, ...]] = {
    "reading": (
        stop("reading"),
        stop("selection", "=v))", "j"),
        stop("labels", "escape", "f"),
        stop("finding", *BACK, "=/water"),
        stop("found", "enter"),
        stop("finding nothing", "escape", "=/xyzzy"),
        stop("menu", *BACK, "=gg]e", "f2"),
        stop("layers", *BACK, "=2Jzl"),
        stop("statements and folds", "escape", "=zszf", "G"),
        stop("markdown", "=zszf", "=3Jgg"),
        stop("marks", "=ma3}mBJ'?"),
        stop("encodings", *BACK, "=Kgc"),
        stop("address", *BACK, "=/wire.example", "enter", "=gu"),
    ),
    "panel": (
        stop("entities", "=pe"),
        stop("numbers", "=pn"),
        stop("statements", "=pw"),
        stop("annotations", "=pa", "j"),
        stop("menu of the panel", "f2"),
    ),
    "library": (
        stop("list", "shift+tab"),
        stop("library", "=pf"),
        stop("in groups", "=SdBo"),
        stop("chosen", "=jvvv"),
        stop("filter", "=f", "=dam"),
        stop("filtered", "enter"),
        stop("nothing listed", "=f", "=xyzzy"),
        stop("tags of articles", *BACK, "=pft"),
        stop("title of an article", "escape", "=ct"),
    ),
    "searching": (
        stop("search", "=s"),
        stop("results", "=toulgara", "down"),
        stop("spellings", "ctrl+u", "=tolgara", "f9"),
        stop("facets", "escape", "ctrl+g"),
        stop("narrowed", "down", "enter"),
        stop("fault", "ctrl+u", '="dam'),
        stop("nothing found", "ctrl+u", "=tolgaraa zeppelin"),
        stop("name of a search", "ctrl+u", "=dam", "f7"),
        stop("past searches", "enter", "ctrl+r"),
        stop("help of the search", "escape", "f1"),
        stop("similar", *BACK, "=pm"),
        stop("duplicates", *BACK, "=p="),
    ),
    "concordance": (
        stop("concordance", "=s", "=dam", "ctrl+l", "=R"),
        stop("collocates", "tab"),
        stop("n-grams", "tab"),
        stop("forms", "tab"),
        stop("keyness", "tab"),
        stop("spread", "tab"),
        stop("place in context", "tab", "=j", "enter"),
    ),
    "cards": (
        stop("entity card", "=]e]e", "enter"),
        stop("merging", "=m", "=wat"),
        stop("renaming", "escape", "=r"),
        stop("quantity card", *BACK, "=gg]n]n", "enter"),
    ),
    "annotating": (
        stop("note", "=gg}}Va", "=Which count?", "tab", "=stre"),
        stop("claim", *BACK, "=gg]nW"),
        stop("tags", *BACK, "=gg]at"),
        stop("linking", *BACK, "=L]aL"),
        stop("deleting", *BACK, "=gg]aD"),
        stop("link followed", *BACK, "=gg]agf"),
        stop("words that moved", *BACK, "=]aga"),
        stop("readers", *BACK, "=pb"),
        stop("unreadable sidecar", *BACK, "=JVa", "=x", "ctrl+s"),
    ),
    "ledger": (
        stop("ledger", "=pl"),
        stop("rows of the ledger", "tab", "=jx"),
        stop("groups of the ledger", "=B"),
        stop("verdict", "=v"),
        stop("timeline", "escape", "=T"),
        stop("orphans", *BACK, *BACK, "=po"),
    ),
    "numbers": (
        stop("numbers of all articles", "=pN"),
        stop("numbers by value", "=of:people >100", "tab", "=jj"),
        stop("number in its article", "enter"),
        stop("numbers again, by speaker", "escape", "=BBBS"),
        stop("card of a number", "=gd"),
    ),
    "comparing": (
        stop("article picker", "=gD"),
        stop("beside", "=correction", "enter", "=]d]d]d"),
        stop("laid out otherwise", "=zv"),
        stop("differences", "=F"),
        stop("what changed", *BACK, *BACK, "=pr"),
    ),
    "program": (
        stop("help", "?"),
        stop("help, typing", "=sen"),
        stop("palette", *BACK, "ctrl+p"),
        stop("palette, typing", "=art", "down"),
        stop("settings", *BACK, "f3", "=j"),
        stop("setting", "enter"),
        stop("tour", *BACK, "=g?"),
        stop("tour, last page", "space", "space", "space", "space"),
        stop("command", *BACK, "=:", "=40%"),
        stop("what a command printed", *BACK, "=|", "=wc -w", "enter"),
        stop("problems", *BACK, "=ps"),
        stop("export", *BACK, "=gx", "ctrl+u", "=dam.html"),
        stop("leaving", *BACK, "ctrl+c"),
    ),
}
