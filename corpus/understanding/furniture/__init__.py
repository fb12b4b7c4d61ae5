"""Furniture: the lines of a text that are not the article.

The kinds are: header, clock, navigation, share bar, caption, related, tags, comment prompt,
alternate addresses, advertisement, copyright, and repeated: what many articles of an outlet have.
"""
