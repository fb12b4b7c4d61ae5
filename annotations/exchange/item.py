"""What goes out to other formats, and what comes in from them."""

from __future__ import annotations

from dataclasses import dataclass

from annotations.ledger import LedgerRow
from annotations.model import Annotation


@dataclass(frozen=True, slots=True)
class Exported:
    """An annotation with its source: title, outlet and date of its article, "" where unknown."""

    row: LedgerRow
    title: str = ""
    outlet: str = ""
    published: str = ""


@dataclass(frozen=True, slots=True)
class Incoming:
    """An annotation as another tool gave it.

    `article` is the name or the address of its article there. `annotation.id` is "" where the
    format has none of ours; `annotation.at` is None where only the words are given.
    """

    article: str
    annotation: Annotation


class ExchangeError(Exception):
    """A text is not of the format; the message says where and what was found."""
