"""The program itself: how it starts, keeps what was done, breaks, and says how it is."""
