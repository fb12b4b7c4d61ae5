"""The widgets of the reader: they paint, and turn keys and clicks into messages."""
