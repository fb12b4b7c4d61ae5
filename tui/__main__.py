"""`python -m tui` is `postil`."""

from __future__ import annotations

import sys

from tui.command_line import main

if __name__ == "__main__":
    sys.exit(main())
