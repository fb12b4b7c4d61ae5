"""Quantities: every span of a text that states a number, with its value, bound, unit and noun.

Counts, fractions, percentages, money, dimensions, ages, ordinals, durations, dates and times. Rules
of general English only; no list here is made for a corpus.
"""
