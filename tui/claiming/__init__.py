"""Claims: what their form begins with, what completes its fields, and what becomes of its lines."""
