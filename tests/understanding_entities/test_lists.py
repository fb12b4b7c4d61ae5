"""The lists of general knowledge keep to their rules."""

from __future__ import annotations

import pytest

from corpus.understanding.gazetteers.groups import is_group


@pytest.mark.parametrize(
    "name", ["quechua", "finno-ugrian", "norwegian", "cuban-american", "irish-americans", "iowan"]
)
def test_peoples_come_from_whole_classes(name: str) -> None:
    assert is_group(name)


@pytest.mark.parametrize(
    "name", ["slave", "romance", "artificial", "harbour-american", "esperanto"]
)
def test_a_language_that_is_a_word_or_constructed_is_no_people(name: str) -> None:
    assert not is_group(name)
