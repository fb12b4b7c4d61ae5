"""Folders that several people write to: who might read and write a sidecar still may."""

from __future__ import annotations

import os
import stat
import struct
import subprocess
import sys
from pathlib import Path

import pytest
from annotation_desk import Desk

TEAM, MEMBER, OTHER = 61234, 61235, 61236
"""A group, a user who is in it, and one who owns the sidecar."""

AS_MEMBER = """
import os, sys
from pathlib import Path
from annotations.store import AnnotationStore
from corpus.opening import open_corpus
from corpus.span import Span
corpus = open_corpus(Path(sys.argv[1]))
article = corpus.read(corpus.find("a.txt"))
store = AnnotationStore(corpus)
store.placed(article)
import annotations.shelf, filelock  # before the folders of the package may be closed to us
os.setgroups([int(sys.argv[2])])
os.setgid(int(sys.argv[3]))
os.setuid(int(sys.argv[3]))
store.create(article, Span(0, 3), note="by a member")
"""

_ACCESS, _NOBODY = "system.posix_acl_access", 0xFFFFFFFF


def access_list() -> bytes:
    """An access list by which one more user may write: see acl(5) and linux/posix_acl_xattr.h."""
    entries = [(1, 6, _NOBODY), (2, 6, OTHER), (4, 4, _NOBODY), (16, 6, _NOBODY), (32, 0, _NOBODY)]
    return struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *entry) for entry in entries)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root becomes other users")
def test_the_group_keeps_a_sidecar_that_a_member_wrote(tmp_path: Path) -> None:
    for folder in (tmp_path, *tmp_path.parents):
        if not folder.stat().st_mode & stat.S_IXOTH:
            folder.chmod(folder.stat().st_mode | stat.S_IXOTH)
    folders = [tmp_path / name for name in ("corpus", "state", "cache")]
    for folder in folders:
        folder.mkdir()
        os.chown(folder, MEMBER if folder is not folders[0] else OTHER, TEAM)
        folder.chmod(0o700 if folder is not folders[0] else 0o775)
    desk = Desk(folders[0])
    (desk.folder / "a.txt").write_text("The weir at Osmanli gave way.\n", encoding="utf-8")
    desk.write("schema: postil/1\nannotations: []\n")
    os.chown(desk.path, OTHER, TEAM)
    desk.path.chmod(0o664)

    done = subprocess.run(
        [sys.executable, "-c", AS_MEMBER, str(desk.folder), str(TEAM), str(MEMBER)],
        env={
            **os.environ,
            "XDG_STATE_HOME": str(folders[1]),
            "XDG_CACHE_HOME": str(folders[2]),
        },
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert "by a member" in desk.read()
    status = desk.path.stat()
    assert (status.st_uid, status.st_gid, stat.S_IMODE(status.st_mode)) == (MEMBER, TEAM, 0o664)


@pytest.mark.skipif(sys.platform != "linux", reason="attributes are read and set on Linux only")
@pytest.mark.parametrize(
    ("name", "value"),
    [(_ACCESS, access_list()), ("user.reviewed", b"by Ilse")],
    ids=["access list", "attribute"],
)
def test_attributes_of_a_sidecar_stay(desk: Desk, name: str, value: bytes) -> None:
    desk.write("schema: postil/1\nannotations: []\n")
    try:
        os.setxattr(desk.path, name, value)
    except OSError as wrong:
        pytest.skip(f"the file system keeps none: {wrong.strerror}")

    desk.store().create(desk.article, desk.span("41 people"), note="few")

    assert "few" in desk.read()
    assert os.getxattr(desk.path, name) == value
