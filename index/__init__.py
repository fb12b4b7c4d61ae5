"""Where is it? The full-text index of a corpus, its query language, snippets, widened search."""
