"""The concordance: every place of a query in its context, and what can be counted there."""
