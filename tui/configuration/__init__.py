"""Settings, themes, and where the reader's own files lie."""
