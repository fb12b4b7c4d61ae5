"""The kinds of quantity that say when or how long; the others are figures.

Apart from the analysis, so that asking for them imports nothing.
"""

TIME_KINDS = ("date", "time", "duration")
