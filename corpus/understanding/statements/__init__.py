"""Statements: who says what, in direct and indirect quotation."""

from corpus.understanding.statements.finding import find_statements

__all__ = ["find_statements"]
