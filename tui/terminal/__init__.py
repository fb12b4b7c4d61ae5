"""The terminal and the programs beside Postil: clipboard, editor, browser, pipes."""
