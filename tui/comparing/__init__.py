"""Two articles compared, as it is shown."""
