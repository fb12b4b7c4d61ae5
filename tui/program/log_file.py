"""The log: what went wrong in Postil itself, for whoever mends it.

A text file in the user's state folder, of bounded size, that only the user can read. It holds
versions, names of actions and places in the code; never text of articles, notes or file names.
It is opened only while something is written.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import logging

# In bytes, of each of the files; the older ones have `.1` to `.3` after their name.
MOST_BYTES = 256 * 1024
OLDER_FILES = 3


def log_path() -> Path:
    """Return where the log is written; nothing is made, and it may not be there yet."""
    from platformdirs import user_state_path

    return user_state_path("postil", appauthor=False) / "log" / "postil.log"


def write_log(heading: str, lines: Sequence[str] = ()) -> Path | None:
    """Write an entry; return the log's path, None where it could not be written."""
    from corpus.cache import state_folder
    from corpus.problem import CorpusError

    path = log_path()
    try:
        state_folder()
        path.parent.mkdir(mode=0o700, exist_ok=True)
        handler = _handler(path)
        try:
            _logger(handler).error("\n    ".join((heading, *lines)))
        finally:
            handler.close()
    except (CorpusError, OSError):
        return None
    return path


def _logger(handler: logging.Handler) -> logging.Logger:
    """Return a logger that writes through one handler, and no other."""
    import logging

    logger = logging.Logger("postil")
    logger.addHandler(handler)
    return logger


def _handler(path: Path) -> logging.Handler:
    """Return what writes to `path`. Raises OSError where that cannot be opened."""
    import logging
    from logging.handlers import RotatingFileHandler

    class PrivateFile(RotatingFileHandler):
        """A file that only the user can read, and whose failures are the caller's to tell."""

        def _open(self):  # type: ignore[no-untyped-def]
            flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW
            descriptor = os.open(self.baseFilename, flags, 0o600)
            return os.fdopen(descriptor, self.mode, encoding="utf-8", errors="backslashreplace")

        def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
            # Called in the handler of the error. Telling standard error would paint over the
            # reader.
            raise

    handler = PrivateFile(path, maxBytes=MOST_BYTES, backupCount=OLDER_FILES)
    handler.setFormatter(logging.Formatter("%(asctime)s [%(process)d] %(message)s"))
    return handler
