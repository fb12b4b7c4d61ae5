"""Which layers of an article are painted: those of the document that the looks has switched on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.layout.layers import EMPTY, Layer

if TYPE_CHECKING:
    from tui.article.document import Document
    from tui.article.looks import Looks


def layers_shown(document: Document, looks: Looks) -> tuple[Layer, ...]:
    """Return the layers, lowest first: matches lie above all."""
    furniture, names, quantities = document.analysis_layers or (EMPTY, EMPTY, EMPTY)
    return tuple(
        layer
        for layer, shown in (
            (document.statement_layer, looks.statements),
            (document.markup.layer if document.markup else EMPTY, looks.markdown),
            (furniture, looks.furniture),
            (names, looks.names),
            (quantities, looks.numbers),
            (document.annotation_layer, looks.annotations),
            (document.difference_layer, True),
            (document.match_layer, looks.matches),
        )
        if shown and len(layer)
    )
