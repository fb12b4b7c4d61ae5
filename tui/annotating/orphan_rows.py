"""What the screen of annotations without article lists: a row a sidecar, a row its proposal."""

from __future__ import annotations

from dataclasses import dataclass

from tui.counts import counted
from tui.folder.homecoming import Homeless
from tui.safe_text import safe_line


@dataclass(frozen=True, slots=True)
class OrphanRow:
    """A row: its pieces (safe text and the name of a style), and the sidecar that it is about."""

    pieces: tuple[tuple[str, str], ...]
    homeless: Homeless


def rows_of(found: tuple[Homeless, ...]) -> tuple[OrphanRow, ...]:
    """Return two rows for each sidecar: the article that is gone, and the one that is proposed."""
    rows = []
    for one in found:
        orphan, proposal = one.orphan, one.proposal
        count = counted(orphan.annotations, "annotation")
        if len(orphan.readers) > 1:
            count += f" of {len(orphan.readers):,} readers"
        elif orphan.readers[0] is not None:
            count += f" of {safe_line(orphan.readers[0])}"
        name = safe_line(orphan.article)
        rows.append(OrphanRow(((name, "strong"), (f"  {count}", "faint")), one))
        if proposal is None:
            rows.append(OrphanRow((("    no article here has its words", "faint"),), one))
            continue
        if proposal.reason == "same text":
            why = "the same text"
        else:
            why = f"{round(100 * proposal.share)} % of the quoted words"
        target = safe_line(proposal.file.article)
        rows.append(OrphanRow((("    → ", "heading"), (target, ""), (f"  {why}", "faint")), one))
    return tuple(rows)
