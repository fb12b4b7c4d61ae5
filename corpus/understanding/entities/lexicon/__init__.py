"""Closed lists of the English grammar of names.

They are general knowledge of the language, written for Postil: heads of names, titles, particles,
verbs of speech. Names themselves stand in the gazetteers. Words are folded and without dots unless
said otherwise.
"""
