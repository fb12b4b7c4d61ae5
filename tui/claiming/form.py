"""The claim form as lines of text: a claim turned into them, and what was typed turned back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from annotations.changing import merged
from annotations.model import Claim, ClaimQuantity, When
from tui.annotating.tag_line import tag_line, tags_of
from tui.claiming.figures import quantity_line, quantity_of, when_line, when_of
from tui.safe_text import safe_line

if TYPE_CHECKING:
    from annotations.model import Annotation
    from corpus.corpus_file import CodebookField

Lines = Mapping[str, str]
"""What the form holds, by the key of its row; `note` may have several lines."""

_WORDS = ("speaker", "via", "cue", "subject", "measure", "place", "confidence", "verdict")
_BEFORE = ("speaker", "via", "cue", "subject", "measure", "quantity", "place", "when")
_AFTER = ("confidence", "verdict", "tags", "note")
OWN = "fields."
"""What the keys of the codebook's own fields begin with."""


@dataclass(frozen=True, slots=True)
class Meanings:
    """What lines of the form are known to say, without reading them: the text said it so."""

    quantities: Mapping[str, ClaimQuantity] = field(default_factory=dict)
    whens: Mapping[str, When] = field(default_factory=dict)
    published: str | None = None

    def quantity(self, line: str) -> ClaimQuantity | None:
        """Return the quantity that a line says."""
        return self.quantities.get(line) or quantity_of(line)

    def when(self, line: str) -> When | None:
        """Return the date that a line says."""
        return self.whens.get(line) or when_of(line, self.published)


def keys_of(claim: Claim | None, own: Sequence[CodebookField]) -> tuple[str, ...]:
    """Return the rows of the form: the claim's keys, the codebook's fields, others it holds."""
    names = [one.name for one in own]
    held = dict(claim.fields) if claim is not None else {}
    # Lists and mappings under `fields` are for an editor; they stay as they are.
    names = [name for name in names if isinstance(held.get(name, ""), str | None)]
    names += [name for name, value in held.items() if isinstance(value, str) and name not in names]
    return (*_BEFORE, *(OWN + name for name in names), *_AFTER)


def lines_of(annotation: Annotation | None, keys: Sequence[str], published: str | None) -> Lines:
    """Return the lines that show an annotation; all are empty where it is None."""
    lines = dict.fromkeys(keys, "")
    if annotation is None:
        return lines
    lines["note"], lines["tags"] = annotation.note, tag_line(annotation.tags)
    claim = annotation.claim
    if claim is None:
        return lines
    for key in _WORDS:
        lines[key] = safe_line(getattr(claim, key) or "")
    lines["quantity"] = safe_line(quantity_line(claim.quantity))
    lines["when"] = safe_line(when_line(claim.when, published))
    for name, value in claim.fields.items():
        if OWN + name in lines:
            lines[OWN + name] = safe_line(value) if isinstance(value, str) else ""
    return lines


@dataclass(frozen=True, slots=True)
class Filled:
    """What a form says, ready to be saved; a note or tags that were not touched are None.

    `claim` is None where no field of it is filled in.
    """

    note: str | None
    tags: tuple[str, ...] | None
    claim: Claim | None


def filled(lines: Lines, shown: Lines, began: Annotation | None, meanings: Meanings) -> Filled:
    """Return what lines say that began as `shown`, the lines of `began`.

    What was not touched stays as it was, to the character: not all of it can be typed.
    """
    claim = began.claim if began is not None and began.claim is not None else Claim()
    touched = {key for key, line in lines.items() if line != shown.get(key, "")}
    words: dict[str, Any] = {
        key: " ".join(lines[key].split()) or None for key in touched.intersection(_WORDS)
    }
    claim = replace(claim, **words)
    if "quantity" in touched:
        claim = replace(claim, quantity=meanings.quantity(lines["quantity"]))
    if "when" in touched:
        claim = replace(claim, when=meanings.when(lines["when"]))
    own = dict(claim.fields)
    for key in touched:
        if key.startswith(OWN):
            own[key.removeprefix(OWN)] = " ".join(lines[key].split())
    claim = replace(claim, fields={name: value for name, value in own.items() if value != ""})
    return Filled(
        lines["note"] if "note" in touched else None,
        tags_of(lines["tags"]) if "tags" in touched else None,
        claim if claim != Claim() else None,
    )


def brought_together(seen: Lines, typed: Lines, now: Lines) -> tuple[Lines, Lines]:
    """Return the lines of a form whose annotation another program changed, and those in dispute.

    `seen` is what the form began with, `now` what stands in the file. What only one side changed
    is that side's; where both did, the typed words stay and the others are in the second.
    """
    lines, against = dict(typed), {}
    for key, theirs in now.items():
        mine, began = typed.get(key, ""), seen.get(key, "")
        if key == "tags" and mine != began:
            lines[key] = tag_line(merged(tags_of(began), tags_of(mine), tags_of(theirs)))
        elif mine == began:
            lines[key] = theirs
        elif theirs not in (began, mine):
            against[key] = theirs
    return lines, against
