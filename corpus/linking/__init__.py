"""One thing, many names: the entities of a whole corpus, each under one id with its reasons.

A second layer over the analyses of single articles. `keeping.entity_table` gives the table of an
open corpus, `table` has the shapes, `building.build` makes a table of what articles give. Nothing
is imported here: the shapes must cost a start nothing.
"""
