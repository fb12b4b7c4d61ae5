"""What Textual does for classes and workers, left out where it takes time and is of no use."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, ParamSpec, TypeVar

import textual

if TYPE_CHECKING:
    from textual.worker import Worker

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


def work(
    *, thread: Literal[True], group: str, exclusive: bool = False
) -> Callable[[Callable[Arguments, Result]], Callable[Arguments, Worker[Result]]]:
    """Have a method of a screen or of the app run in a thread worker, as `textual.work` does.

    That would put all arguments into words each time, on the UI thread: a quarter of a second for
    the list of a large folder.
    """
    return textual.work(thread=thread, group=group, exclusive=exclusive, description=group)


class InParts:
    """A class of Textual's that is made of parts, each on the one before: nothing is made of these.

    For each class Textual gathers what all of its bases have: reactive attributes, bindings,
    computed attributes. That takes half a millisecond at the start of the program for each part of
    a long row, and is of use for the whole alone.
    """

    def __init_subclass__(cls, *, part: bool = False, **keywords: bool) -> None:
        """Leave out what Textual does for a class where it is only a `part`."""
        if not part:
            super().__init_subclass__(**keywords)
