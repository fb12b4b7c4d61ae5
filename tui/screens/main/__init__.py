"""The main screen: list, article and panel, in one part for each thing that it does."""
