"""Screens, widgets and apps that several classes make up, each on the one before."""

from __future__ import annotations


class InParts:
    """A class of Textual's that is made of parts: classes of which nothing is ever made.

    For each class Textual gathers what all of its bases have: reactive attributes, bindings,
    computed attributes. That takes half a millisecond at the start of the program for each part of
    a long row, and is of use for the whole alone.
    """

    def __init_subclass__(cls, *, part: bool = False, **keywords: bool) -> None:
        """Leave out what Textual does for a class where it is only a `part`."""
        if not part:
            super().__init_subclass__(**keywords)
