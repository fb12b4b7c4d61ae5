"""Lists of general knowledge: places, peoples, organisations, names of persons, English words.

Each list is a text file in `data/`; the README there states its source and licence. A list is read
when it is first asked for and kept; all of them together load in about a tenth of a second.
"""
