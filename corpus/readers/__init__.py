"""The file formats that articles are read from: one module a format, behind one interface.

A further format is a module with a `Reader` and a line in `READERS`, in `corpus.readers.known`.
"""
