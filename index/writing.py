"""The writer: one new segment, and a commit that is on the disk when it is seen.

Whoosh's own writer keeps every posting in a pool that it sorts and spills; this one turns the
words around in memory and writes them as one file. It still is a Whoosh writer: generations,
deletions, merging and the table of contents are Whoosh's.
"""

from __future__ import annotations

import io
import os
import struct
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from index.codec import SEGMENT_EXTENSION, ArticleSegment, PostilCodec, WordsField
from index.inverted import Inverted
from index.packed import DamagedSegment
from index.packing import write_segment
from index.whoosh_import import fields, filestore, structfile, writing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SMALL_SEGMENT: Final = 1_000
"""Documents below which a segment is small; small segments are merged when there are many."""
MANY_SMALL_SEGMENTS: Final = 8

_CHECKSUM: Final = struct.Struct("<I")


def article_schema() -> Any:
    """Give the fields of the index: the words of the text, and what is stored of the article."""
    stored = fields.STORED()
    return fields.Schema(
        body=WordsField(),
        article=stored,
        part=stored,
        size=stored,
        modified=stored,
        sha256=stored,
        read_by=stored,
    )


class DurableStorage(filestore.FileStorage):  # type: ignore[misc]
    """A folder whose table of contents is checked, and on the disk before it is seen.

    It is the one file that Whoosh writes and reads; Whoosh calls no fsync and knows no checksums.
    """

    def open_file(self, name: str, **_options: Any) -> Any:
        """Read a whole file without its checksum; raises DamagedSegment where that disagrees."""
        block = (Path(self.folder) / name).read_bytes()
        contents, checksum = block[: -_CHECKSUM.size], block[-_CHECKSUM.size :]
        if checksum != _CHECKSUM.pack(zlib.crc32(contents)):
            raise DamagedSegment(f"{name}: other bytes than were written")
        return structfile.StructFile(io.BytesIO(contents), name=name)

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:
        """Rename a file after its checksum, and the folder's other files, are on the disk."""
        folder = Path(self.folder)
        with (folder / oldname).open("r+b") as file:
            checksum = zlib.crc32(file.read())
            file.write(_CHECKSUM.pack(checksum))
        _synchronize(folder / oldname)
        _synchronize(folder)
        super().rename_file(oldname, newname, safe=safe)
        _synchronize(folder)


class ArticleWriter(writing.SegmentWriter):  # type: ignore[misc]
    """Adds articles as one new segment and deletes others, all at one commit.

    The caller holds the lock of the index (`index.folder`). `placed` says where the articles of
    the new segment are, once it is committed: stored fields and number, in the order of numbers.
    """

    def __init__(self, index: Any) -> None:
        super().__init__(index, codec=PostilCodec(), compound=False, _lk=False)
        self._inverted = Inverted()

    @property
    def placed(self) -> list[dict[str, Any]]:
        """What is stored about the documents of the new segment, in the order of their numbers."""
        return self._inverted.stored

    @property
    def segment_name(self) -> str:
        """The name of the new segment."""
        name: str = self.newsegment.segment_id()
        return name

    def add_article(self, words: Sequence[str], lead: int, stored: Mapping[str, Any]) -> int:
        """Add an article with the words of its text, `lead` of them in its first line.

        Gives its number in the new segment.
        """
        self.docnum += 1
        self._added = True
        return self._inverted.add(words, lead, stored)

    def delete_article(self, segment_name: str, number: int) -> None:
        """Delete a document of an earlier segment; one that is gone already is left alone."""
        for segment in self.segments:
            if segment.segment_id() == segment_name:
                segment.delete_document(number)

    def commit(self, **_options: Any) -> None:
        """Write the new segment and the table of contents; raises OSError with the old state kept.

        Segments whose documents are all deleted are dropped. Small ones, and those of which half
        is deleted, are merged into the new one when they are many.
        """
        super().commit(mergetype=_merge_small)

    def merge_segment(self, segment: ArticleSegment) -> None:
        """Take over the documents of another segment that are not deleted."""
        taken = self._inverted.add_segment(segment.open_packed(self.storage), segment.deleted)
        self.docnum += taken
        self._added = self._added or taken > 0

    def _flush_segment(self) -> None:
        write_segment(
            Path(self.storage.folder) / self.newsegment.make_filename(SEGMENT_EXTENSION),
            self._inverted,
        )


def _merge_small(writer: ArticleWriter, segments: list[ArticleSegment]) -> list[ArticleSegment]:
    """Choose the segments that stay and merge the others (a merge policy of Whoosh)."""
    alive = [segment for segment in segments if segment.doc_count() > 0]
    small = [
        segment
        for segment in alive
        if segment.doc_count() < SMALL_SEGMENT or segment.deleted_count() > segment.doc_count()
    ]
    if len(small) < MANY_SMALL_SEGMENTS:
        return alive
    for segment in small:
        writer.merge_segment(segment)
    return [segment for segment in alive if segment not in small]


def _synchronize(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
