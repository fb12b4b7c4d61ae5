"""Where text lies on a screen, and how one moves in it: functions from data to data, no terminal.

Offsets come in and offsets go out; rows and columns exist in a `Layout` only.
"""
