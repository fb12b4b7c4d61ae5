"""Articles that are one: exact duplicates by their hash, near-duplicates by runs of words."""
