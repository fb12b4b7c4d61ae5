"""What an action takes: the time that passes, and the processor time of this process."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Times:
    """What each run of one action took, in milliseconds.

    Where other programs use the processors, `passed` grows and `used` stays as it is; waiting for
    the disk is in `passed` alone.
    """

    passed: list[float] = field(default_factory=list)
    used: list[float] = field(default_factory=list)

    def of(self, action: Callable[[], Result]) -> Result:
        """Run an action once, and give what it returns."""
        began, used = time.perf_counter(), time.process_time()
        result = action()
        self.used.append((time.process_time() - used) * 1000)
        self.passed.append((time.perf_counter() - began) * 1000)
        return result

    @property
    def processor(self) -> float:
        """The median of the processor times."""
        return statistics.median(self.used)
