"""Statements: who says what, in direct and indirect quotation."""
