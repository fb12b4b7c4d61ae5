"""Furniture learned from the corpus: the lines that many articles of one outlet have."""
