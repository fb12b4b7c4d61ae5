"""Which paragraphs of a text are in another language than English, whose rules then do not hold.

By the script and by function words, the oldest way and one that holds on a single sentence:
G. Grefenstette, "Comparing two language identification schemes", JADT 1995 ("short words").
"""
