"""Explaining: what is known of a place in an article, and which rule said so."""

from __future__ import annotations

from corpus.explaining.fact import Fact
from corpus.explaining.facts import facts_at

__all__ = ["Fact", "facts_at"]
