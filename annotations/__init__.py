"""What did the reader say? Annotations in YAML sidecars that also people edit.

`AnnotationStore` makes, changes, deletes and undoes them; `ledger` lists all of a corpus, `check`
says what is wrong. A sidecar belongs to the reader: every edit replaces as few characters as it
can, is read again and compared before it is written, and what cannot be edited safely is refused.
"""

from annotations.anchor import Placed, State, place
from annotations.changing import UNSET, ChangedSinceError, Unset, merged
from annotations.checking import check
from annotations.decisions import decide
from annotations.entity_wishes import Apart, Forbidden, Renamed, Together, Typed, Wish
from annotations.error import AnnotationError
from annotations.history import Change
from annotations.ledger import LedgerRow, ledger
from annotations.matching import Orphan, Proposal, Wanted, proposals
from annotations.model import (
    DIRECTED_LINKS,
    LINK_TYPES,
    SYMMETRIC_LINKS,
    Annotation,
    Claim,
    ClaimQuantity,
    Link,
    When,
)
from annotations.open_elsewhere import OpenElsewhere, open_elsewhere
from annotations.orphans import is_free, orphans, wanted
from annotations.readers import SUFFIX
from annotations.schema import annotation_data
from annotations.store import AnnotationStore

__all__ = [
    "DIRECTED_LINKS",
    "LINK_TYPES",
    "SUFFIX",
    "SYMMETRIC_LINKS",
    "UNSET",
    "Annotation",
    "AnnotationError",
    "AnnotationStore",
    "Apart",
    "Change",
    "ChangedSinceError",
    "Claim",
    "ClaimQuantity",
    "Forbidden",
    "LedgerRow",
    "Link",
    "OpenElsewhere",
    "Orphan",
    "Placed",
    "Proposal",
    "Renamed",
    "State",
    "Together",
    "Typed",
    "Unset",
    "Wanted",
    "When",
    "Wish",
    "annotation_data",
    "check",
    "decide",
    "is_free",
    "ledger",
    "merged",
    "open_elsewhere",
    "orphans",
    "place",
    "proposals",
    "wanted",
]
