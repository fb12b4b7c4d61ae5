"""What can be done, where, and with which keys: the registry of actions."""
