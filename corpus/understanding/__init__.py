"""Understanding an article: metadata, furniture, paragraphs, sentences, entities,
quantities, statements.

`analysing.analyse` finds everything, `metadata.read_metadata` what the list of articles shows, and
`analysis` has the shapes. Nothing is imported here: the shapes must cost a start nothing.
"""

ANALYSER_VERSION = 29
"""Changes whenever an article may be analysed otherwise; what the cache holds is then stale."""
