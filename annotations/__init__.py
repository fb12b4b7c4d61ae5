"""What did the reader say? Annotations in YAML sidecars that also people edit.

`AnnotationStore` makes, changes, deletes and undoes them; `ledger` lists all of a corpus, `check`
says what is wrong. A sidecar belongs to the reader: every edit replaces as few characters as it
can, is read again and compared before it is written, and what cannot be edited safely is refused.
"""
