"""What the screens share on which articles are read: each a part that works on the pane of one."""
