"""Annotations in the formats of other tools: one module a format.

A writer is a function from `Exported` items to the pieces of a text; a reader is one from a text to
`Incoming` annotations, which raises `ExchangeError`. Offsets are code points everywhere; a format
that counts otherwise is converted in its module. `FORMATS` lists them.
"""
