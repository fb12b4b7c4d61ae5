"""A screen is painted as Textual paints it, without what lies behind other widgets."""

from __future__ import annotations

import hypothesis.strategies as st
import pytest
from hypothesis import given
from textual._compositor import Compositor
from textual.geometry import Region

from tests.tui.conftest import Opener
from tests.tui.sample import SAMPLE
from tests.tui.scenes import SCENES
from tui.screens.sparing_compositor import SparingCompositor, beside, covers

SIDE = 9
REGIONS = st.builds(
    Region,
    st.integers(0, SIDE - 1),
    st.integers(0, SIDE - 1),
    st.integers(1, SIDE),
    st.integers(1, SIDE),
)


def cells(region: Region) -> set[tuple[int, int]]:
    return {(x, y) for x in range(region.x, region.right) for y in range(region.y, region.bottom)}


@given(REGIONS, REGIONS)
def test_what_is_beside_a_region_is_all_that_is_not_in_it(one: Region, other: Region) -> None:
    parts = [cells(part) for part in beside(one, other)]
    assert sum(len(part) for part in parts) == len(set().union(*parts))
    assert set().union(*parts) == cells(one) - cells(other)


@given(st.lists(REGIONS, max_size=6), REGIONS)
def test_regions_cover_one_whose_cells_are_all_in_them(regions: list[Region], one: Region) -> None:
    within = cells(one) <= set().union(*(cells(region) for region in regions))
    assert covers(regions, one) == within


@pytest.mark.parametrize(
    "scene", ["reading", "the card of an entity", "the ledger", "two articles"]
)
async def test_a_screen_is_painted_as_textual_paints_it(reading: Opener, scene: str) -> None:
    async with reading(SAMPLE, (120, 40)) as session:
        await session.press(*SCENES[scene])
        await session.settle()
        compositor = session.app.screen._compositor
        assert isinstance(compositor, SparingCompositor)
        plain = compositor.render_strips()
        whole = list(Compositor._get_renders(compositor))
        spared = list(compositor._get_renders())
        assert len(spared) < len(whole)
        compositor._get_renders = lambda crop=None: Compositor._get_renders(compositor, crop)  # type: ignore[method-assign]
        assert compositor.render_strips() == plain
