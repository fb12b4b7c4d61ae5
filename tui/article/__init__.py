"""An article as it is read: its document, motions, marks, matches, and what is said of it."""
