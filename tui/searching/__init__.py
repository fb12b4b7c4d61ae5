"""Search, concordance, and articles that are one, as they are shown."""
