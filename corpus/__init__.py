"""What are the articles? A folder of texts, read and understood one at a time.

`open_corpus` lists a folder, `Corpus.read` gives an article its text, `Corpus.analyse` what the
text says: metadata, furniture, sentences, entities and quantities, each with its place in it.
Nothing here writes next to the articles, and nothing of ours is imported but this package.
"""
