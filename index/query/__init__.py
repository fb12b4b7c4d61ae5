"""The query language: what a query says, as a tree. It is explained in docs/search.md."""
