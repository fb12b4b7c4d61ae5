"""The part of the app that keeps what the reader did, whatever happens to it from outside.

Signals end it in order, with what was typed saved; Ctrl+Z puts it aside; an error of its own gives
the terminal back, goes to the log and is told in two lines.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import Context, copy_context
from functools import partial
from types import FrameType
from typing import TYPE_CHECKING, Any

from textual._context import active_app
from textual.app import App
from textual.css.query import NoMatches
from textual.dom import DOMNode, NoScreen
from textual.worker import WorkerFailed, active_worker

from tui.actions.registry import ACTIONS
from tui.parts import InParts
from tui.program.job_control import can_be_resumed, in_foreground
from tui.terminal.terminal_state import CLEARED, TerminalState

if TYPE_CHECKING:
    from pathlib import Path

    from rich.console import RenderableType
    from textual.driver import Driver

    from tui.program.crash_report import CrashReport

ENDING_SIGNALS = (signal.SIGHUP, signal.SIGTERM, signal.SIGINT)
# How long an end waits for what is being saved, and how long for all else, in seconds.
SECONDS_FOR_SAVES = 5.0
SECONDS_TO_END = 8.0
SECONDS_BETWEEN_LOOKS = 0.05
MOST_ACTIONS = 10
# What is painted is written by a thread of Textual's, which else gets its turn 2 ms later.
SECONDS_TO_WRITE = 0.0001
LONG_WRITE = 64  # characters; shorter ones put the terminal into a mode, many in a row
_LABELS = {action.id: action.label for action in ACTIONS}


def _unless_left(
    owners: Sequence[object],
    callback: Callable[..., Any],
    args: Sequence[object],
    keywords: Mapping[str, object],
) -> Any:
    try:
        return callback(*args, **keywords)
    except (NoMatches, NoScreen):
        if any(isinstance(owner, DOMNode) and owner._pruning for owner in owners):
            return None
        raise


class GuardedApp(InParts, App[None], part=True):
    """An app that loses nothing when it is ended, stopped or broken.

    `crash` tells of the error that ended it. Subclasses say what there is to keep, in `keep_all`.
    """

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self.crash: CrashReport | None = None
        self.actions_run: deque[str] = deque(maxlen=MOST_ACTIONS)
        self.terminal_before = TerminalState()
        # From the settings; without one the environment names the editor.
        self.editor_setting = ""
        self._outside: Callable[[int], None] | None = None
        self._stopped = False
        self._ended_by = 0
        self._context_of_app = Context()

    def get_driver_class(self) -> type[Driver]:
        """Return Textual's driver of this platform, which leaves a clear screen behind.

        A terminal without a second screen, as GNU screen is by default, would keep the article
        below the shell's prompt.
        """
        plain = super().get_driver_class()

        class ClearingDriver(plain):  # type: ignore[misc, valid-type]
            def write(self, data: str) -> None:
                super().write(data)
                if len(data) > LONG_WRITE:
                    time.sleep(SECONDS_TO_WRITE)

            def stop_application_mode(self) -> None:
                self.write(CLEARED)
                super().stop_application_mode()

        return ClearingDriver

    def keep_all(self) -> None:
        """Write to the disk what must not be lost. Called on the UI thread, perhaps twice."""

    def on_mount(self) -> None:
        """Take the signals over: the driver has set its own by now."""
        loop = asyncio.get_running_loop()
        # A signal finds the program anywhere, where Textual may not know which app it is.
        self._context_of_app = copy_context()
        loop.set_exception_handler(self._task_failed)
        # What works for a screen in a thread finds the app through the screen's parents; one that
        # has closed meanwhile has none.
        loop.set_default_executor(ThreadPoolExecutor(initializer=active_app.set, initargs=(self,)))
        if self.is_headless:
            return
        threading.excepthook = self._thread_failed
        for number in ENDING_SIGNALS:
            signal.signal(number, self._signal_to_end)
        signal.signal(signal.SIGTSTP, self._signal_to_stop)
        signal.signal(signal.SIGCONT, self._signal_to_go_on)

    def call_from_thread(
        self, callback: Callable[..., Any], *args: object, **keywords: object
    ) -> Any:
        """Call something on the UI thread for a thread worker; return what it returns.

        A screen that was left while the thread worked has lost its parts. What looks for one of
        them then ends there, and None is returned: it had nothing to show any more.
        """
        worker = active_worker.get(None)
        owners = getattr(callback, "__self__", None), worker.node if worker is not None else None
        return super().call_from_thread(_unless_left, owners, callback, args, keywords)

    def remember_action(self, action: str) -> None:
        """Keep the id of an action that runs, for the log."""
        self.actions_run.append(action)

    # Ending by a signal

    def _signal_to_end(self, number: int, _frame: FrameType | None) -> None:
        if self._outside is not None:
            # The program that has the terminal now is told too; what it saves comes back here.
            self._outside(number)
            if number == signal.SIGINT:
                return
        loop = self._loop
        if loop is not None and not self._ended_by:
            self._ended_by = number
            # Whatever the app is busy with, the process ends.
            deadline = threading.Timer(SECONDS_TO_END, self._end_at_once)
            deadline.daemon = True
            deadline.start()
            loop.call_soon_threadsafe(self._end_in_order, context=self._context_of_app)

    def _end_in_order(self) -> None:
        """Save, and leave when what was being saved is on the disk."""
        self.keep_all()
        if self.terminal_before.is_gone():
            # Nothing can be painted any more, and trying to would block.
            threading.Thread(target=self._end_when_saved, daemon=True).start()
        else:
            self.set_interval(SECONDS_BETWEEN_LOOKS, self._leave_when_saved)

    @property
    def _saving(self) -> bool:
        return any(worker.group == "save" and not worker.is_finished for worker in self.workers)

    def _leave_when_saved(self) -> None:
        if not self._saving:
            self.exit(return_code=128 + self._ended_by)

    def _end_when_saved(self) -> None:
        waited = threading.Event()
        for _ in range(int(SECONDS_FOR_SAVES / SECONDS_BETWEEN_LOOKS)):
            if not self._saving:
                break
            waited.wait(SECONDS_BETWEEN_LOOKS)
        self._end_at_once()

    def _end_at_once(self) -> None:
        self.end_processes()
        self.terminal_before.restore()
        os._exit(128 + self._ended_by)

    def end_processes(self) -> None:
        """End the processes that run beside the app."""

    def look_for_terminal(self) -> None:
        """End where the terminal is gone.

        The system says so by SIGHUP, but to a session's leader only; without one the app would read
        the end of its input for ever.
        """
        if not self.is_headless and self.terminal_before.is_gone():
            self._signal_to_end(signal.SIGHUP, None)

    # Stopping and going on

    def put_aside(self) -> str:
        """Stop as the terminal's own Ctrl+Z would; return why that cannot be, else ""."""
        if self.is_headless or not can_be_resumed():
            return "No shell to come back from: Postil has this terminal for itself"
        self._stop(self._stop_the_job)
        return ""

    def _stop_the_job(self) -> None:
        """Stop all of the job: what started Postil, and what it started."""
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.killpg(os.getpgrp(), signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, self._signal_to_stop)

    @staticmethod
    def _stop_alone() -> None:
        os.kill(os.getpid(), signal.SIGSTOP)

    def _signal_to_stop(self, _number: int, _frame: FrameType | None) -> None:
        if self._outside is not None:
            # The program that has the terminal now was stopped with the whole job.
            self._stop_alone()
        elif self._loop is not None:
            self._loop.call_soon_threadsafe(
                self._stop, self._stop_alone, context=self._context_of_app
            )

    def _signal_to_go_on(self, _number: int, _frame: FrameType | None) -> None:
        if self._outside is None and not self._stopped and self._loop is not None:
            # It was stopped without being asked: the terminal may be anyone's.
            self._loop.call_soon_threadsafe(self._take_terminal_again, context=self._context_of_app)

    def _stop(self, stop: Callable[[], None]) -> None:
        """Give the terminal back, stop, and take it again when the shell says so."""
        driver = self._driver
        if driver is None or self._stopped:
            return
        self.keep_all()
        self._stopped = True
        # What started Postil may be stopped already, and the shell have the terminal: setting it up
        # for the shell would then stop this process half-way.
        before = signal.signal(signal.SIGTTOU, signal.SIG_IGN)
        driver.suspend_application_mode()
        signal.signal(signal.SIGTTOU, before)
        stop()
        while not in_foreground(0):
            # Sent to the background: wait to be called to the front.
            self._stop_alone()
        driver.resume_application_mode()
        self._stopped = False
        self.refresh(layout=True)

    def _take_terminal_again(self) -> None:
        driver = self._driver
        if driver is None or self._stopped or not in_foreground(0):
            return
        self._stopped = True
        driver.suspend_application_mode()
        driver.resume_application_mode()
        self._stopped = False
        self.refresh(layout=True)

    def use_mouse(self, wanted: bool) -> None:
        """Let the terminal tell of the mouse, or keep it for itself, from now on."""
        driver = self._driver
        if driver is None or driver._mouse == wanted:
            return
        # The driver switches it only while it believes that it has it.
        driver._mouse = True
        switch = "_enable_mouse_support" if wanted else "_disable_mouse_support"
        if hasattr(driver, switch):
            getattr(driver, switch)()
        driver._mouse = wanted

    # The reader's own editor

    def edit_outside(self, path: Path, line: int = 1) -> int:
        """Let the reader's editor have the terminal until it ends; return its exit status.

        Raises EditorError where there is no editor, or it cannot be started.
        """
        from tui.terminal.external_editor import EditorError, RunningEditor, find_editor

        editor = find_editor(self.editor_setting, os.environ)
        if self._driver is None or not self._driver.can_suspend:
            raise EditorError("This terminal cannot be handed to an editor")
        self.keep_all()
        status, failed = 0, None
        with self.suspend():
            before = TerminalState()
            if editor.has_window:
                sys.stdout.write(f"Waiting until {editor.name} closes the file …\n")
                sys.stdout.flush()
            try:
                running = RunningEditor(editor.command(path, line))
                self._outside = running.tell
                status = running.wait()
            except EditorError as error:
                failed = error
            finally:
                self._outside = None
                before.set_attributes()
        if failed is not None:
            raise failed
        return status

    def look_again(self) -> None:
        """Look what a program that had the terminal did to the files that are shown."""

    # Errors of Postil itself

    def _handle_exception(self, error: Exception) -> None:
        """Keep what can be kept, write the log, and end.

        Textual calls this for whatever no handler, timer or worker has caught.
        """
        inner = error.error if isinstance(error, WorkerFailed) else error
        if self._exit and isinstance(inner, NoMatches | NoScreen):
            # A screen that opens while the app ends gets no parts any more.
            return
        self._tell_log(inner)
        super()._handle_exception(error)

    def _tell_log(self, error: BaseException) -> None:
        from tui.program.crash_report import report_crash

        label = _LABELS.get(self.actions_run[-1], "") if self.actions_run else ""
        report = report_crash(error, label, self._facts())
        if self.crash is None:
            self.crash = report
            try:
                self.keep_all()
            except Exception as another:  # noqa: BLE001 - what could not be kept is logged
                report_crash(another, label)

    def _facts(self) -> dict[str, object]:
        """Return what the log says of the session: never text, never names of files."""
        return {
            "screen": f"{self.size.width}x{self.size.height}",
            "screens": ", ".join(type(screen).__name__ for screen in self._stack_of_screens()),
            "actions": ", ".join(self.actions_run),
        }

    def _stack_of_screens(self) -> list[Any]:
        return list(self._screen_stacks.get(self._current_mode, []))

    def _fatal_error(self) -> None:
        """End without Textual's traceback, which shows variables, and so text of articles."""
        self._close_messages_no_wait()

    def panic(self, *renderables: RenderableType) -> None:
        """End without showing anything: what is known stands in the log."""
        if self.crash is None:
            self._tell_log(RuntimeError())
        self._close_messages_no_wait()

    def _thread_failed(self, failed: threading.ExceptHookArgs) -> None:
        """Log the error of a thread beside the app, which goes on without it."""
        self._tell_of_failure(failed.exc_value)

    def _task_failed(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        self._tell_of_failure(context.get("exception"))

    def _tell_of_failure(self, error: BaseException | None) -> None:
        from tui.program.crash_report import report_crash

        if error is None:
            return
        report = report_crash(error, facts=self._facts())
        loop = self._loop
        if loop is not None and loop.is_running():
            where = f": {report.log}" if report.log else ""
            words = f"Something in Postil failed ({report.kind}){where}"
            tell = partial(self.tell, words, warning=True)
            loop.call_soon_threadsafe(tell, context=self._context_of_app)

    def tell(self, message: str, *, warning: bool = False) -> None:
        """Show a message to the reader."""
