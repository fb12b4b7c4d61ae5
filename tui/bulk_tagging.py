"""A tag given to many annotations, or taken from them: each a step that can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from corpus.problem import CorpusError

if TYPE_CHECKING:
    from annotations import LedgerRow
    from tui.workspace import Workspace


def tag_rows(workspace: Workspace, rows: Sequence[LedgerRow], tag: str) -> str:
    """Tag annotations; a tag with a hyphen before it is taken away. Say what went wrong, else "".

    What could be written stays written.
    """
    from annotations import AnnotationError

    away, word = tag.startswith("-"), tag.lstrip("-").strip()
    for row in rows:
        one = row.annotation
        tags = [each for each in one.tags if each != word] if away else [*one.tags, word]
        file = workspace.corpus.find(row.article, row.part)
        if file is None:
            return f"{row.article} is not in the corpus: its annotations stay as they are"
        try:
            workspace.store.change(workspace.corpus.read(file), one.id, tags=tags, seen=one)
        except (AnnotationError, CorpusError) as wrong:
            return str(wrong)
    return ""
