"""A writer that was killed leaves a temporary file; the next one in that folder removes it."""

from __future__ import annotations

import threading
from contextlib import ExitStack

from annotation_desk import Desk

from annotations.locking import sole_writer, sweep, temporary_for


def test_what_a_killed_writer_left_goes_with_the_first_edit_beside_it(desk: Desk) -> None:
    other = desk.folder / "long gone.txt.annotations.yaml"
    left = [temporary_for(path) for path in (desk.path, other)]
    foreign = desk.folder / ".postil-0123456789abcdef-01234567.tmp"
    for path in (*left, foreign):
        path.write_text("half")
    desk.store().create(desk.article, None, note="x")
    assert not any(path.exists() for path in left)
    assert foreign.exists(), "that of another state folder may be in use"


def test_the_temporary_file_of_a_writer_at_work_stays(desk: Desk) -> None:
    temporary = temporary_for(desk.path)
    temporary.write_text("half")
    with ExitStack() as held:
        held.enter_context(sole_writer(desk.path, "f"))
        thread = threading.Thread(target=sweep, args=(desk.folder,))
        thread.start()
        thread.join()
        assert temporary.exists()
    sweep(desk.folder)
    assert not temporary.exists()
