"""`postil completion`: the script that makes a shell complete the commands and their options.

Made from the parsers of the commands. Where a script completes nothing of its own it offers files
and folders, as the shell would.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from tui.commands.arguments import command_parser, reader_parser
from tui.commands.command_help import COMMANDS


@dataclass(frozen=True, slots=True)
class _Option:
    """An option or, with no flag, a positional argument: what it means and what it takes."""

    flag: str
    meaning: str
    choices: tuple[str, ...]
    takes_value: bool


def run(arguments: argparse.Namespace) -> int:
    """Print the script of a shell."""
    make = {"bash": _bash, "zsh": _zsh, "fish": _fish}[arguments.shell]
    sys.stdout.write("\n".join(make()) + "\n")
    return 0


def _options(parser: argparse.ArgumentParser) -> Iterator[_Option]:
    # argparse has no public list of what a parser takes.
    for action in parser._actions:
        flag = next((name for name in action.option_strings if name.startswith("--")), "")
        choices = tuple(map(str, action.choices or ()))
        meaning = "" if action.help in (None, argparse.SUPPRESS) else str(action.help)
        yield _Option(flag, meaning, choices, action.nargs != 0)


def _of(command: str) -> list[_Option]:
    return list(_options(command_parser(command) if command else reader_parser()))


def _flags(options: list[_Option]) -> list[str]:
    return [option.flag for option in options if option.flag]


def _bash() -> Iterator[str]:
    yield "_postil() {"
    yield '    local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" words=""'
    yield '    case "${COMP_WORDS[1]}:$before" in'
    for command in COMMANDS:
        for option in _of(command):
            if option.flag and option.choices:
                yield f'        {command}:{option.flag}) words="{" ".join(option.choices)}" ;;'
    yield "    esac"
    yield '    if [ -z "$words" ]; then'
    yield '        case "${COMP_WORDS[1]}:$word" in'
    for command in COMMANDS:
        options = _of(command)
        given = [word for option in options if not option.flag for word in option.choices]
        yield f'            {command}:-*) words="{" ".join(_flags(options))}" ;;'
        if given:
            yield f'            {command}:*) words="{" ".join(given)}" ;;'
    yield f'            *:-*) words="{" ".join(_flags(_of("")))}" ;;'
    yield "        esac"
    yield f'        if [ "$COMP_CWORD" -eq 1 ]; then words="$words {" ".join(COMMANDS)}"; fi'
    yield "    fi"
    yield '    COMPREPLY=($(compgen -W "$words" -- "$word"))'
    # Where words and folders may stand; where no word fits, bash offers files of itself.
    yield '    if [ "$COMP_CWORD" -eq 1 ]; then'
    yield "        local IFS=$'\\n'"
    yield '        COMPREPLY+=($(compgen -d -- "$word"))'
    yield "        compopt -o filenames 2>/dev/null"
    yield "    fi"
    yield "}"
    yield "complete -o bashdefault -o default -F _postil postil"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def _zsh() -> Iterator[str]:
    yield "_postil() {"
    yield "    local -a commands"
    yield "    commands=("
    for command, about in COMMANDS.items():
        yield f"        {_quoted(f'{command}:{about.line}')}"
    yield "    )"
    yield "    if (( CURRENT == 2 )); then"
    yield "        _describe command commands"
    yield "    fi"
    yield '    case "${words[2]}" in'
    for command in [*COMMANDS, ""]:
        yield f"        {command or '*'})"
        yield "            _arguments -s \\"
        if command:
            yield "                '1:command:' \\"
        for option in _of(command):
            if option.flag:
                meaning = option.meaning.replace("[", "(").replace("]", ")").replace(":", " ")
                value = (
                    f":value:({' '.join(option.choices)})" if option.choices else ":value:_files"
                )
                ending = value if option.takes_value else ""
                yield f"                {_quoted(f'{option.flag}[{meaning}]{ending}')} \\"
        given = [word for one in _of(command) if not one.flag for word in one.choices]
        what = f"({' '.join(given)})" if given else "_files"
        yield f"                {_quoted(f'*: :{what}')}"
        yield "            ;;"
    yield "    esac"
    yield "}"
    yield "compdef _postil postil"


def _fish() -> Iterator[str]:
    for command, about in COMMANDS.items():
        yield (f"complete -c postil -n __fish_use_subcommand -a {command} -d {_quoted(about.line)}")
    for command in [*COMMANDS, ""]:
        where = f"'__fish_seen_subcommand_from {command}'" if command else "__fish_use_subcommand"
        for option in _of(command):
            choices = f" -x -a {_quoted(' '.join(option.choices))}" if option.choices else ""
            if option.flag:
                value = choices or (" -r" if option.takes_value else "")
                yield (
                    f"complete -c postil -n {where} -l {option.flag.removeprefix('--')}{value}"
                    f" -d {_quoted(option.meaning)}"
                )
            elif choices:
                yield f"complete -c postil -n {where}{choices}"
