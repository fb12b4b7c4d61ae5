"""Tags on a whole article: they stand in the `article` block of its sidecar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from annotations.differences import Put, Remove
from annotations.editor import Document, Edit, change_mapping
from annotations.error import AnnotationError
from annotations.history import Work
from annotations.making import clean_tags
from annotations.rendering import entry_lines, flow, mapping_lines
from annotations.splice import Splice, ending
from corpus.problem import Problem

if TYPE_CHECKING:
    from annotations.differences import Step
    from annotations.schema import Data
    from annotations.shelf import Shelf
    from annotations.sidecar import Sidecar

_BLOCK, _KEY = "article", "tags"


@dataclass(frozen=True, slots=True)
class Tagged:
    """What became of the tags of one article: which came and which went.

    `header` is what a sidecar that has to be made begins with.
    """

    article: str
    come: tuple[str, ...]
    gone: tuple[str, ...]
    header: dict[str, Data]

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles whose sidecars it is about."""
        return (self.article,)

    @property
    def opposite(self) -> Tagged:
        """What takes it back."""
        return Tagged(self.article, self.gone, self.come, self.header)

    def __str__(self) -> str:
        """Say it: `+boats -strength`."""
        return " ".join([f"+{tag}" for tag in self.come] + [f"-{tag}" for tag in self.gone])


def tag_article(shelf: Shelf, wished: Tagged) -> Tagged | None:
    """Give an article tags and take others from it; return what that changed, None for nothing.

    A sidecar that is left with nothing that a reader wrote is removed. Raises `AnnotationError`
    with the file untouched.
    """
    changed: list[Tagged] = []

    def work(sidecar: Sidecar) -> Work | None:
        changed.clear()
        old = _readable_tags(sidecar)
        gone = tuple(tag for tag in old if tag in wished.gone)
        come = tuple(tag for tag in clean_tags(wished.come) if tag not in old)
        if not gone and not come:
            return None
        changed.append(Tagged(wished.article, come, gone, wished.header))
        new = [*(tag for tag in old if tag not in gone), *come]
        raw = "\n".join(entry_lines(_KEY, list(old)))
        return Work(
            "changed",
            "",
            _edit(sidecar, new, wished.header),
            None,
            None,
            raw=raw,
            data={_KEY: list(old)},
            loses=bool(gone),
        )

    shelf.write(wished.article, work, wished.header)
    return changed[0] if changed else None


def _readable_tags(sidecar: Sidecar) -> tuple[str, ...]:
    """Return the tags that an article has. Raises `AnnotationError` where they cannot be read."""
    if sidecar.locked is not None or sidecar.document is None:
        raise AnnotationError(sidecar.locked or Problem(sidecar.file, "the sidecar cannot be read"))
    value: Any = sidecar.document.value
    block = value.get(_BLOCK) if isinstance(value, dict) else None
    there = block.get(_KEY) if isinstance(block, dict) else None
    if (block is not None and not isinstance(block, dict)) or (there and not sidecar.tags):
        reason = "the tags of the article are not in a form that can be read"
        remedy = "correct them in the file first; `postil check` says what is wrong with them"
        raise AnnotationError(Problem(sidecar.file, reason, remedy))
    return sidecar.tags


def _edit(sidecar: Sidecar, tags: Sequence[str], header: dict[str, Data]) -> Edit | None:
    """Work out that an article has these tags; None where nothing is left to be kept."""
    document = sidecar.document
    assert document is not None
    text = document.text
    try:
        flow(list(tags)).encode()
    except UnicodeEncodeError as wrong:
        reason = "a tag holds half of a surrogate pair, which no file can hold"
        raise AnnotationError(Problem(sidecar.file, reason, "take that character out")) from wrong
    if document.value is None:
        after = Document.read(_begun(text, tags, header), sidecar.file)
    else:
        after = change_mapping(document, _step(document, tags, header), tuple(_header(header)))
    if not tags and after.text == _begun("", (), header):
        return None
    return Edit(after, Splice(0, len(text), after.text))


def _step(document: Document, tags: Sequence[str], header: dict[str, Data]) -> Step:
    value: Any = document.value
    block = value.get(_BLOCK)
    if not block:
        return Put((), _BLOCK, {**_header(header), _KEY: list(tags)})
    if tags:
        return Put((_BLOCK,), _KEY, list(tags))
    return Remove((_BLOCK,), _KEY) if len(block) > 1 else Remove((), _BLOCK)


def _begun(text: str, tags: Sequence[str], header: dict[str, Data]) -> str:
    """Write the header of a sidecar that holds nothing but comments, if that."""
    end = ending(text)
    above = text if not text or text.endswith(("\n", "\r")) else text + end
    block = {**_header(header), **({_KEY: list(tags)} if tags else {})}
    lines = mapping_lines({**header, _BLOCK: block})
    return above + "".join(line + end for line in lines)


def _header(header: dict[str, Data]) -> dict[str, Data]:
    block = header[_BLOCK]
    assert isinstance(block, dict)
    return block
