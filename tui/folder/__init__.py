"""The folder while it is read: watched, walked again, indexed, analysed, and how it was before."""
