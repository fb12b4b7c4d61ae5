"""The settings file: every setting is an `Option` of one table, which the file, its check, the
commented file that is written on request and the documentation are made from.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tui.article.right_to_left import WAYS
from tui.configuration.config import read_config
from tui.configuration.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.yaml_shapes import ShapeReader
    from corpus.yaml_text import Place, YamlValue

SEARCHES = "searches"
_SEARCHES_EXPLAINED = (
    "# Searches of your own, by name: listed in every corpus, after those of its postil.yaml.",
    "#searches: {floods: flood OR inundation}",
)
NARROWEST = 40
WIDEST = 160


@dataclass(frozen=True, slots=True)
class Option:
    """One setting: `choices` are the words that it takes, none where it takes any text.

    `example` is one of the texts that it takes.
    """

    key: str
    meaning: str
    choices: tuple[str, ...] = ()
    example: str = ""


THEME_NAMES = (
    *("auto", "dark", "night", "light", "paper"),
    *("high-contrast", "high-contrast-light", "monochrome"),
)
COPY_WAYS = ("auto", "terminal", "command")
NEXT_KEYS = ("pause", "at-once", "off")
KEYMAP_NAMES = ("vi", "plain", "emacs")
_ON = {"on": True, "yes": True, "true": True, "off": False, "no": False, "false": False}

OPTIONS: tuple[Option, ...] = (
    Option(
        "theme",
        "Colours. auto is dark or light as the terminal says (COLORFGBG), else dark. The action "
        "“Next theme” tries the others. NO_COLOR in the environment always wins.",
        THEME_NAMES,
    ),
    Option("text_width", f"The width of the text in cells, from {NARROWEST} to {WIDEST}."),
    Option(
        "mouse",
        "Whether the mouse is used; off leaves it to the terminal.",
        ("on", "off"),
    ),
    Option("widen", "Whether a search begins with other spellings included.", ("on", "off")),
    Option(
        "watch",
        "Whether changes in the folder are picked up while one reads.",
        ("on", "off"),
    ),
    Option(
        "copy",
        "How words are copied: through the terminal (OSC 52), by a command such as wl-copy, xclip "
        "or pbcopy, or as fits.",
        COPY_WAYS,
    ),
    Option(
        "citation",
        "What is copied of words with their source. {quote} {title} {outlet} {author} {date} "
        "{file} {part} {line} {start} and {end} are filled in; what is not known is left out, with "
        "the sign before it.",
        example="{quote} [{outlet}, {date}]",
    ),
    Option("editor", "The editor; if this is not set, $VISUAL or $EDITOR.", example="vim"),
    Option(
        "printer",
        "The command that prints what it gets; if this is not set, lp or lpr.",
        example="lpr -P office",
    ),
    Option("name", "Your name, written as `by` into annotations; not set: none.", example="ada"),
    Option(
        "keymap",
        "The keys. vi: letters move, as in vi and less. plain: arrows, function keys, Ctrl and "
        "Alt; letters alone do nothing. emacs: Ctrl and Alt with letters, as in Emacs. What "
        "keymap.yaml says comes on top.",
        KEYMAP_NAMES,
    ),
    Option(
        "next_keys",
        "Whether a strip lists the keys that may follow one such as g or z: when one pauses after "
        "it, at once, or not at all. A key that is typed on never waits for it.",
        NEXT_KEYS,
    ),
    Option(
        "caret",
        "Whether the terminal's own cursor stands where the reading cursor is, so that a screen "
        "reader or a magnifier follows it.",
        ("on", "off"),
    ),
    Option(
        "right_to_left",
        "Who puts Hebrew and Arabic in order. auto: the terminal where it is known to (GNOME "
        "Terminal and others of VTE, Konsole, mlterm, Terminal.app), else Postil.",
        WAYS,
    ),
)


def parsed_settings(path: Path, kept: Settings) -> Settings:
    """Read a settings file that is there; what is faulty in it is as in `kept`."""
    from corpus.problem import CorpusError
    from corpus.yaml_shapes import ShapeReader

    try:
        value = read_config(path)
    except CorpusError as wrong:
        return replace(kept, problems=(wrong.problem,))
    reader = ShapeReader(str(path))
    found: dict[str, str | int | bool] = {}
    lines: dict[str, int] = {}
    searches: tuple[tuple[str, str], ...] = ()
    if value is not None:
        _say_similar(reader, value)
        known = {key: item for key, item in value.items() if key in _keys()}
        for key, item in known.items():
            if item is None:
                continue
            lines[key] = value.keys_at[key].line
            read = _value(reader, item, value.keys_at[key], key)
            found[key] = getattr(kept, key) if read is None else read
        if (named := value.get(SEARCHES)) is not None:
            searches = tuple(_searches(reader, named, value.keys_at[SEARCHES]))
    problems = tuple(reader.problems)
    return Settings(**found, searches=searches, problems=problems, lines=lines)  # type: ignore[arg-type]


def _searches(reader: ShapeReader, value: YamlValue, place: Place) -> Iterator[tuple[str, str]]:
    for name, query, at in reader.pairs(value, place, SEARCHES):
        if word := reader.word(query, at, name):
            yield name, word


def _keys() -> tuple[str, ...]:
    return tuple(option.key for option in OPTIONS)


def _say_similar(reader: ShapeReader, value: dict[str, YamlValue]) -> None:
    """Note keys that are none, with the one that was meant."""
    from difflib import get_close_matches

    from corpus.yaml_shapes import short

    for key, place in value.keys_at.items():  # type: ignore[attr-defined]
        if key in (known := (*_keys(), SEARCHES)):
            continue
        near = get_close_matches(key, known, 1)
        remedy = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"
        reader.wrong(place, f"{short(key)} is no setting", remedy)


def _value(reader: ShapeReader, item: YamlValue, place: Place, key: str) -> str | int | bool | None:
    """Read one value by the type of its default."""
    default, option = default_of(key), option_named(key)
    if isinstance(default, bool):
        word = item.lower() if isinstance(item, str) else item
        if isinstance(word, str) and word in _ON:
            return _ON[word]
        reader.wrong(place, f"{key} is neither on nor off", "write on or off")
        return None
    if isinstance(default, int):
        if isinstance(item, str) and item.isascii() and item.isdigit() and len(item) < 6:
            if NARROWEST <= int(item) <= WIDEST:
                return int(item)
            reason = f"{key} is {item}"
        else:
            reason = f"{key} is no whole number"
        reader.wrong(place, reason, f"write a number from {NARROWEST} to {WIDEST}")
        return None
    if option.choices:
        return reader.choice(item, place, key, choices=option.choices)
    return reader.word(item, place, key)


def option_named(key: str) -> Option:
    """Return the setting of a key."""
    return next(option for option in OPTIONS if option.key == key)


def default_of(key: str) -> str | int | bool:
    """Return the default of a setting."""
    found = next(field.default for field in fields(Settings) if field.name == key)
    assert isinstance(found, str | int | bool)
    return found


def taken(option: Option) -> str:
    """Say what a setting takes."""
    if option.choices:
        return ", ".join(option.choices)
    if isinstance(default_of(option.key), int):
        return f"a number from {NARROWEST} to {WIDEST}"
    return f"a text, such as {option.example}"


def written(value: str | int | bool) -> str:
    """Return a value as it is written in the file."""
    if isinstance(value, bool):
        return "on" if value else "off"
    return str(value)


def commented_settings() -> str:
    """Return a settings file that sets nothing: every option with what it means and its default."""
    lines = ["# Settings of Postil. A line counts when the # before it is taken away."]
    for option in OPTIONS:
        lines += ["", *explained(option), commented_out(option)]
    lines += ["", *_SEARCHES_EXPLAINED]
    return "\n".join(lines) + "\n"


def explained(option: Option) -> list[str]:
    """Return the lines of comment that say what a setting means."""
    import textwrap

    lines = textwrap.wrap(option.meaning, 90, initial_indent="# ", subsequent_indent="# ")
    if option.choices:
        lines.append(f"# One of: {', '.join(option.choices)}")
    return lines


def commented_out(option: Option) -> str:
    """Return the line that would set a setting to its default, were it no comment."""
    return f"#{option.key}: {written(default_of(option.key)) or option.example}"
