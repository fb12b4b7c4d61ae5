"""The cards of entities and quantities."""
