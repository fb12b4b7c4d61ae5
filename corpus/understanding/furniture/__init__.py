"""Furniture: the lines of a text that are not the article.

The kinds are: header, clock, navigation, share bar, caption, related, tags, comment prompt,
alternate addresses, advertisement, copyright, and repeated: what many articles of an outlet have.
"""

from __future__ import annotations

from corpus.understanding.furniture.finding import find_furniture

__all__ = ["find_furniture"]
