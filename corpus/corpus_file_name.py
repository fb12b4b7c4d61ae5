"""The name of the optional file of a corpus: apart, so that asking for it imports nothing."""

CORPUS_FILE_NAME = "postil.yaml"
