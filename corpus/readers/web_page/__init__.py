"""Web pages taken apart: their markup, their encoding, what they say of themselves, their text."""
