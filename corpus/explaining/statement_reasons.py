"""Why a statement is one, and how its speaker was found."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.understanding.analysis import Statement

_PRONOUNS = frozenset(("he", "she", "it", "they"))


def statement_reasons(text: str, statement: Statement) -> tuple[str, ...]:
    """Return what makes words of `text` a statement, and whose it is."""
    return tuple(_reasons(text, statement))


def _reasons(text: str, statement: Statement) -> Iterator[str]:
    content, cue = statement.content, statement.cue
    form = "words in quotation marks" if statement.direct else "a clause without quotation marks"
    if cue is not None and cue.cut(text) in (":", "："):
        yield "words behind a name and a colon, in a text where people speak by turns"
    elif cue is None:
        yield f"{form} that go on with whoever spoke before"
    else:
        words = " ".join(cue.cut(text).split())
        if cue.end <= content.start:
            where = "before"
        else:
            where = "behind" if cue.start >= content.end else "inside"
        yield f"{form}, the cue “{words}” {where} them"
    speaker = statement.speaker
    if speaker is None:
        yield "no words name the speaker"
    else:
        named = " ".join(text[speaker.start : speaker.end].split())
        if speaker.entity is None:
            yield f"speaker: “{named}”, who is not told more certainly"
        elif named.lower() in _PRONOUNS:
            yield f"speaker: “{named}” is whoever spoke or was spoken of last and fits"
        elif cue is None or named == speaker.name or named in speaker.name.split():
            yield f"speaker: named by “{named}”"
        else:
            yield f"speaker: “{named}” names the nearest person or body that is called so"
    if statement.via is not None:
        yield f"passed on by {statement.via}, who is cited or reports it"
