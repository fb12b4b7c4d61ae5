"""Two texts laid side by side: which sentences answer each other, which words and figures differ.

Pure functions from texts and what was found in them to data; offsets are code points of each text.
`texts.compared` does all of it.
"""
