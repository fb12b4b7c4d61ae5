"""corpus/understanding."""
