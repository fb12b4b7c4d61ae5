"""Scripts by blocks of Unicode, and the language that each stands for where it is one's own."""

from __future__ import annotations

from bisect import bisect_right

# Starts of ranges of code points, in order, with the script from there on; "" for Latin, and for
# what tells none. Blocks of Unicode 15; rare scripts are left out and tell no language.
_RANGES: tuple[tuple[int, str], ...] = (
    (0x0000, ""),
    (0x0370, "el"),
    (0x0400, "cyrillic"),
    (0x0530, "hy"),
    (0x0590, "he"),
    (0x0600, "arabic"),
    (0x0780, "dv"),
    (0x07C0, "und"),
    (0x08A0, "arabic"),
    (0x0900, "hi"),
    (0x0980, "bn"),
    (0x0A00, "pa"),
    (0x0A80, "gu"),
    (0x0B00, "or"),
    (0x0B80, "ta"),
    (0x0C00, "te"),
    (0x0C80, "kn"),
    (0x0D00, "ml"),
    (0x0D80, "si"),
    (0x0E00, "th"),
    (0x0E80, "lo"),
    (0x0F00, "bo"),
    (0x1000, "my"),
    (0x10A0, "ka"),
    (0x1100, "ko"),
    (0x1200, "am"),
    (0x13A0, "und"),
    (0x1780, "km"),
    (0x1800, "mn"),
    (0x18B0, "und"),
    (0x1C80, "cyrillic"),
    (0x1C90, "ka"),
    (0x1CC0, "und"),
    (0x1D00, ""),
    (0x1F00, "el"),
    (0x2000, ""),
    (0x2DE0, "cyrillic"),
    (0x2E00, ""),
    (0x2E80, "zh"),
    (0x3040, "ja"),
    (0x3100, "zh"),
    (0x3130, "ko"),
    (0x31A0, "zh"),
    (0x31F0, "ja"),
    (0x3200, ""),
    (0x3400, "zh"),
    (0xA000, "und"),
    (0xA640, "cyrillic"),
    (0xA6A0, ""),
    (0xAC00, "ko"),
    (0xD7B0, ""),
    (0xFB1D, "he"),
    (0xFB50, "arabic"),
    (0xFE00, ""),
    (0xFE70, "arabic"),
    (0xFEFF, ""),
    (0xFF66, "ja"),
    (0xFFA0, "ko"),
    (0xFFE0, ""),
    (0x20000, "zh"),
    (0x32000, ""),
)
_STARTS = [start for start, _ in _RANGES]


def script_of(letter: str) -> str:
    """Return the script of a letter: a language's code where it is one's own, "" for Latin."""
    return _RANGES[bisect_right(_STARTS, ord(letter)) - 1][1]
