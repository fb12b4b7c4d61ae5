"""What the reader said, as it is shown and edited: ledger, timeline, tags, links, drafts."""
