"""The screens of the reader, each with its style sheet beside it."""
