"""Title, outlet, author and published date of an article, each with its evidence."""
