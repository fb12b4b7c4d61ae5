"""Postil's segments as a Whoosh codec, so that Whoosh's readers and queries work on them.

Whoosh keeps the generations, the list of segments and the deletions; what a segment holds is
`index/packed.py`. Postil's own search reads that directly (`index/evaluating.py`). The two readers
here, `_TermsReader` and `_DocumentReader`, are for Whoosh's searcher alone: whoever has an index
can ask it with Whoosh's queries, and a test compares what these find with what ours find.

Importing this module imports Whoosh (about 60 ms): do it where it is used.
"""

from __future__ import annotations

from array import array
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from weakref import WeakValueDictionary

from index.packed import PackedSegment
from index.whoosh_import import codec_base, fields, formats, matching, reading

if TYPE_CHECKING:
    from collections.abc import Iterator

SEGMENT_EXTENSION: Final = ".words"


class PositionArrays(formats.Format):  # type: ignore[misc]
    """The posting format: the positions of a word in a document, as an array of unsigned ints."""

    posting_size = -1

    def decode_positions(self, value: bytes) -> array[int]:
        """Give the positions, counted from the start of the document."""
        positions = array("I")
        positions.frombytes(value)
        return positions

    def decode_frequency(self, value: bytes) -> int:
        """Count the positions."""
        return len(value) // 4


class WordsField(fields.FieldType):  # type: ignore[misc]
    """The field of a text's words; they are made by `corpus.tokens`, not by an analyzer."""

    def __init__(self) -> None:
        super().__init__(PositionArrays(), None, scorable=True)


class PostilCodec(codec_base.Codec):  # type: ignore[misc]
    """Reads the segments that `index.writing.ArticleWriter` writes."""

    length_stats = False

    def per_document_writer(self, storage: Any, segment: Any) -> Any:
        """Give a writer that does nothing: `ArticleWriter` writes the documents."""
        return _NoWriter()

    def field_writer(self, storage: Any, segment: Any) -> Any:
        """Give a writer that does nothing: `ArticleWriter` writes the postings."""
        return _NoWriter()

    def terms_reader(self, storage: Any, segment: ArticleSegment) -> Any:
        """Open the words and postings of a segment."""
        return _TermsReader(segment.open_packed(storage))

    def per_document_reader(self, storage: Any, segment: ArticleSegment) -> Any:
        """Open the documents of a segment."""
        return _DocumentReader(segment.open_packed(storage), segment)

    def new_segment(self, storage: Any, indexname: str) -> ArticleSegment:
        """Name a new segment."""
        return ArticleSegment(indexname)


class ArticleSegment(codec_base.Segment):  # type: ignore[misc]
    """What the table of contents keeps of a segment: its name, its size and what is deleted."""

    def __init__(self, indexname: str) -> None:
        super().__init__(indexname)
        self.documents = 0
        self.deleted: set[int] = set()

    def codec(self, **_options: Any) -> PostilCodec:
        """Give the one codec there is."""
        return PostilCodec()

    def open_packed(self, storage: Any) -> PackedSegment:
        """Open the segment's file, or give it as it is already open in this process."""
        return open_segment(Path(storage.folder) / self.make_filename(SEGMENT_EXTENSION))

    def should_assemble(self) -> bool:
        """A segment is one file already."""
        return False

    def set_doc_count(self, count: int) -> None:
        """Set the number of documents, deleted ones among them."""
        self.documents = count

    def doc_count_all(self) -> int:
        """Count the documents, deleted ones among them."""
        return self.documents

    def deleted_count(self) -> int:
        """Count the deleted documents."""
        return len(self.deleted)

    def deleted_docs(self) -> Iterator[int]:
        """Give the numbers of the deleted documents."""
        return iter(self.deleted)

    def delete_document(self, number: int, delete: bool = True) -> None:
        """Delete a document, or take that back."""
        if delete:
            self.deleted.add(number)
        else:
            self.deleted.discard(number)

    def is_deleted(self, number: int) -> bool:
        """Say whether a document is deleted."""
        return number in self.deleted


class _NoWriter:
    is_closed = False

    def close(self) -> None:
        self.is_closed = True


class _TermsReader(codec_base.TermsReader):  # type: ignore[misc]
    """Words and postings in the form in which Whoosh asks for them: words are UTF-8 bytes."""

    def __init__(self, packed: PackedSegment) -> None:
        self._packed = packed

    def _place(self, fieldname: str, word: bytes) -> int:
        if fieldname in self._packed.field_names:
            place = self._packed.find(fieldname, word.decode())
            if place is not None:
                return place
        raise KeyError((fieldname, word))

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        fieldname, word = term
        return (
            fieldname in self._packed.field_names
            and self._packed.find(fieldname, word.decode()) is not None
        )

    def indexed_field_names(self) -> tuple[str, ...]:
        return self._packed.field_names

    def terms(self) -> Iterator[tuple[str, bytes]]:
        for fieldname in self._packed.field_names:
            yield from self.terms_from(fieldname, b"")

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[str, bytes]]:
        first = prefix.decode()
        for word in self._packed.words(fieldname):
            if word >= first:
                yield fieldname, word.encode()

    def items(self) -> Iterator[tuple[tuple[str, bytes], Any]]:
        for term in self.terms():
            yield term, self.term_info(*term)

    def items_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[tuple[str, bytes], Any]]:
        for term in self.terms_from(fieldname, prefix):
            yield term, self.term_info(*term)

    def frequency(self, fieldname: str, word: bytes) -> int:
        return self._packed.total_frequency(fieldname, self._place(fieldname, word))

    def doc_frequency(self, fieldname: str, word: bytes) -> int:
        return self._packed.document_frequency(fieldname, self._place(fieldname, word))

    def term_info(self, fieldname: str, word: bytes) -> Any:
        place = self._place(fieldname, word)
        documents, frequencies = self._packed.postings(fieldname, place)
        lengths = [self._packed.lengths[document] for document in documents]
        return reading.TermInfo(
            weight=float(sum(frequencies)),
            df=len(documents),
            minlength=min(lengths),
            maxlength=max(lengths),
            maxweight=float(max(frequencies)),
            minid=documents[0],
            maxid=documents[-1],
        )

    def matcher(self, fieldname: str, word: bytes, format_: Any, scorer: Any = None) -> Any:
        place = self._place(fieldname, word)
        documents, frequencies = self._packed.postings(fieldname, place)
        positions = self._packed.positions(fieldname, range(place, place + 1))
        values = []
        ends = accumulate(frequencies)
        for document, frequency, end in zip(documents, frequencies, ends, strict=True):
            start = self._packed.starts[document]
            here = array("I", [position - start for position in positions[end - frequency : end]])
            values.append(here.tobytes())
        return matching.ListMatcher(
            documents,
            weights=[float(frequency) for frequency in frequencies],
            values=values,
            format=format_,
            scorer=scorer,
            term=(fieldname, word),
            terminfo=self.term_info(fieldname, word),
        )


class _DocumentReader(codec_base.PerDocumentReader):  # type: ignore[misc]
    def __init__(self, packed: PackedSegment, segment: ArticleSegment) -> None:
        self._packed = packed
        self._segment = segment

    def doc_count(self) -> int:
        return self._segment.documents - self._segment.deleted_count()

    def doc_count_all(self) -> int:
        return self._segment.documents

    def has_deletions(self) -> bool:
        return bool(self._segment.deleted)

    def is_deleted(self, number: int) -> bool:
        return self._segment.is_deleted(number)

    def deleted_docs(self) -> Iterator[int]:
        return self._segment.deleted_docs()

    def stored_fields(self, number: int) -> dict[str, Any]:
        return self._packed.stored(number)

    def doc_field_length(self, number: int, fieldname: str, default: int = 0) -> int:
        return self._packed.lengths[number] if fieldname == "body" else default

    def field_length(self, fieldname: str) -> int:
        return self._packed.tokens if fieldname == "body" else 0

    def min_field_length(self, fieldname: str) -> int:
        return min(self._packed.lengths, default=0) if fieldname == "body" else 0

    def max_field_length(self, fieldname: str) -> int:
        return max(self._packed.lengths, default=0) if fieldname == "body" else 0

    def has_column(self, _fieldname: str) -> bool:
        return False


_open_segments: WeakValueDictionary[Path, PackedSegment] = WeakValueDictionary()


def open_segment(path: Path) -> PackedSegment:
    """Open a segment's file once in a process; the names of segments are never used again."""
    packed = _open_segments.get(path)
    if packed is None:
        packed = _open_segments[path] = PackedSegment(path)
    return packed
