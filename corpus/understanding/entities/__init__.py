"""Who and where: the persons, organisations, places and peoples that a text names.

By the grammar of names, general lists and the consistency of the article itself; no model.
"""
