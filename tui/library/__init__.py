"""The library: the articles of a corpus sorted, filtered and grouped. No Textual here."""
