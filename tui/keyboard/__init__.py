"""From a key to an action: keymaps, counts, hints, and lists of what can be done."""
