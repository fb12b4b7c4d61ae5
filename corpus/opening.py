"""A corpus opened: its articles by name, read and understood one at a time."""

from __future__ import annotations

import hashlib
import os
from bisect import bisect_left
from dataclasses import replace
from functools import cached_property
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Final

from corpus.article import Article, ArticleFile
from corpus.corpus_file_name import CORPUS_FILE_NAME
from corpus.decoding import SNIFFED, looks_binary
from corpus.kept import Kept
from corpus.kept_names import hash_of, own_key, summary_name
from corpus.place import Place, locate, refusal
from corpus.problem import CorpusError, Problem
from corpus.readers.known import names_of_readers, reader_for
from corpus.reasons import (
    ANALYSED,
    LIMIT,
    binary,
    leads_out,
    no_reader,
    too_large,
    too_long,
    unreadable,
)
from corpus.regular_file import FileBytes, TooLargeError, inside, read_regular

if TYPE_CHECKING:
    from corpus.analysis_cache import AnalysisCache
    from corpus.corpus_file import CorpusFile
    from corpus.repeating.learned import LearnedLines
    from corpus.summary import Summary
    from corpus.understanding.analysis import Analysis, Furniture, Metadata
    from corpus.understanding.repeated_lines import RepeatedLines
    from corpus.walk_process import WalkBeside

_NAME: Final = attrgetter("article")


def open_corpus(path: Path | str, *, beside: bool = False) -> Corpus:
    """Open a folder of articles, or one article as a corpus of its own.

    Lists the files and looks into their first bytes, `beside` other threads that compute: in a
    process of its own. No text is kept. Raises `CorpusError` if there is nothing at `path` that can
    be opened; what is wrong with single files is in `skipped`.
    """
    return _open(path, None, beside=beside)


def open_at(path: Path | str, article: str) -> Corpus | None:
    """Open a folder at one of its articles, of which nothing else is listed yet.

    It takes no time that grows with the folder; `rescanned` lists the rest. None where the article
    is not there, or only a walk through the folder can tell. Raises `CorpusError` as `open_corpus`.
    """
    place = locate(path)
    if place.only is not None:
        return None
    from corpus.folder import listed_file

    try:
        settings, problems = _settings(place.root)
        file = listed_file(place.root, article, settings)
    except (OSError, ValueError):
        return None
    if file is None:
        return None
    return Corpus(place, settings, (file,), problems, Kept(place.key), complete=False)


def corpus_key(path: Path | str) -> str:
    """Return the name of a corpus in the cache and state folders. Raises `CorpusError`."""
    return locate(path).key


class Corpus:
    """The articles of a folder. All methods may be called from several threads.

    `root` is the folder with links resolved; for a corpus of one file the folder of that file.
    `key` names the corpus in the cache and state folders. `files` are sorted by name; `complete`
    says that all of them are listed. `skipped` says what is wrong with `postil.yaml`, and what is
    no article and why.
    """

    def __init__(
        self,
        place: Place,
        settings: CorpusFile | None,
        files: tuple[ArticleFile, ...],
        skipped: tuple[Problem, ...],
        kept: Kept,
        *,
        complete: bool = True,
    ) -> None:
        self.root: Path = place.root
        self.key: str = place.key
        self.complete = complete
        self._settings = settings
        self.files = files
        self.skipped = skipped
        self._place = place
        self._kept = kept
        self._walk: WalkBeside | None = None

    @cached_property
    def settings(self) -> CorpusFile:
        """What `postil.yaml` says."""
        from corpus.corpus_file import CorpusFile

        return self._settings or CorpusFile()

    @property
    def left_out(self) -> tuple[Problem, ...]:
        """What is no article, and why: `skipped` without what is wrong with `postil.yaml`."""
        return tuple(each for each in self.skipped if each.file != CORPUS_FILE_NAME)

    @property
    def only(self) -> ArticleFile | None:
        """The file of a corpus that was opened as one file; None for a folder."""
        return None if self._place.only is None else self.files[0]

    @property
    def path(self) -> str:
        """The folder or the file that was opened, with links resolved."""
        return self._place.path

    @property
    def cache_folder(self) -> Path:
        """The folder for the index and analyses: mode 0700, safe to delete.

        Raises `CorpusError` if it cannot be made, or others than this user could enter it.
        """
        return self._kept.cache_folder

    @property
    def cache_problem(self) -> Problem | None:
        """Why analyses are not kept on disk, as a warning; None while they are."""
        return self._kept.problem

    def find(self, article: str, part: str | None = None) -> ArticleFile | None:
        """Return the file of an article, given its name; None if there is none."""
        at = self.place_of(article, part)
        return None if at is None else self.files[at]

    def place_of(self, article: str, part: str | None = None) -> int | None:
        """Return which of `files` an article is; None if it is none of them."""
        first = bisect_left(self.files, article, key=_NAME)
        for at in range(first, len(self.files)):
            file = self.files[at]
            if file.article != article:
                break
            if file.part == part:
                return at
        return None

    def read(self, file: ArticleFile) -> Article:
        """Read an article; its `file` tells the size and time of change that were read.

        Nothing is kept: whoever shows the text holds it. Raises `CorpusError` if the file vanished,
        may not be read, leads out of the corpus, is too large or is binary.
        """
        name = file.article
        reader = reader_for(name)
        if reader is None:
            raise CorpusError(no_reader(name))
        content = self.content(file)
        encoding = self._settings.encoding_of(name) if self._settings is not None else None
        decoded = reader.read(content.data, encoding)
        if (content.size, content.modified) != (file.size, file.modified):
            file = replace(file, size=content.size, modified=content.modified)
        return Article(
            file=file,
            text=decoded.text,
            reader=reader.name,
            sha256=hashlib.sha256(decoded.text.encode("utf-8")).hexdigest(),
            encoding=decoded.encoding,
            encoding_guessed=decoded.guessed,
            page=decoded.page,
            doubt=decoded.doubt,
        )

    def content(self, file: ArticleFile) -> FileBytes:
        """Return the bytes of an article's file. Raises `CorpusError` as `read` does."""
        name = file.article
        real = inside(self.root, file.path)
        if real is None:
            raise CorpusError(leads_out(name))
        try:
            content = read_regular(real, LIMIT)
        except TooLargeError as wrong:
            raise CorpusError(too_large(name, wrong.size)) from wrong
        except OSError as wrong:
            raise CorpusError(unreadable(name, wrong)) from wrong
        if looks_binary(content.data[:SNIFFED]):
            raise CorpusError(binary(name))
        return content

    def metadata(self, article: Article) -> Metadata:
        """Return title, outlet, author and date; the last few thousand are kept in memory."""
        key = self._key_of(article)
        found = self._kept.metadata.get(key)
        if found is None:
            from corpus.understanding.metadata.reading import read_metadata

            found = read_metadata(article, self.settings, self.repeated_in(article))
            self._kept.metadata.put(key, found)
        return found

    def unbounded_metadata(self, article: Article) -> Metadata:
        """Return `metadata` in a part of the time, maybe without the bounds of an unknown date."""
        if (kept := self.kept_summary(article.file)) is not None:
            return kept.metadata
        key = self._key_of(article)
        found = self._kept.metadata.get(key) or self._kept.unbounded.get(key)
        if found is None:
            from corpus.understanding.metadata.reading import read_unbounded

            found = read_unbounded(article, self.settings, self.repeated_in(article))
            self._kept.unbounded.put(key, found)
        return found

    def summary(self, file: ArticleFile) -> Summary:
        """Return what a list shows of an article; it is read only if it has changed.

        Kept on disk under the article's name, its size and its time of change. Raises `CorpusError`
        as `read` does.
        """
        from corpus.summary import Summary

        if (kept := self.kept_summary(file)) is not None:
            return kept
        article = self.read(file)
        stamp = self.stamp(article.file)
        found = Summary(stamp, article.reader, len(article.text), self.metadata(article))
        self._kept.analyses.put_summary(summary_name(file), found)
        return found

    def kept_summary(self, file: ArticleFile) -> Summary | None:
        """Return the summary that is on the disk; None where there is none of the file as it is."""
        kept = self._kept.analyses.get_summary(summary_name(file))
        return kept if kept is not None and kept.stamp == self.stamp(file) else None

    def furniture(self, article: Article) -> tuple[Furniture, ...]:
        """Return the furniture of an article; the rest of the analysis is not waited for."""
        found = self.kept_analysis(article)
        if found is not None:
            return found.furniture
        from corpus.understanding.furniture.finding import find_furniture

        return find_furniture(article.text, repeated=self.repeated_in(article))

    def kept_analysis(self, article: Article) -> Analysis | None:
        """Return the analysis of an article that is on the disk; None if there is none."""
        return self._kept.analyses.get(article.sha256, self._analysis_key(article))

    def analyse(self, article: Article) -> Analysis:
        """Return everything that was found in an article, from the disk if it was found before.

        Raises `CorpusError` for a text that is too long to be analysed.
        """
        found = self.kept_analysis(article)
        if found is None:
            if len(article.text) > ANALYSED:
                raise CorpusError(too_long(article.name, len(article.text)))
            from corpus.understanding.analysing import analyse

            found = analyse(article, self.settings, self.repeated_in(article))
            self._kept.analyses.put(article.sha256, self._analysis_key(article), found)
        return found

    def stamp(self, file: ArticleFile) -> str:
        """Name the state of file, settings and learned lines that what is kept of it follows from.

        The rules for entities are not in it: `rules_in` names those that bear on its text.
        """
        learned = self.learned.fingerprint
        own = self.own_stamp(file)
        return hash_of(own, learned) if learned else own

    def own_stamp(self, file: ArticleFile) -> str:
        """Name the state of file and settings, whatever was learned from other articles."""
        reader = reader_for(file.article)
        return hash_of(
            file.size,
            file.modified,
            reader.name if reader else None,
            self.settings.fingerprint_for(file.article),
        )

    def rules_in(self, article: Article) -> str:
        """Name the reader's rules for entities that bear on an article; "" where none does."""
        if not self.settings.entities:
            return ""
        from corpus.rules_in_text import rules_bearing_on

        return rules_bearing_on(article.text, self.settings.entities)

    @property
    def learned(self) -> LearnedLines:
        """What was learned of the lines that articles share: as it was last (`learn_lines`)."""
        return self._kept.learned

    def keep_learned(self, learned: LearnedLines) -> None:
        """Keep what was learned of the lines that articles share."""
        self._kept.keep_learned(learned)

    def reload_learned(self) -> None:
        """Take what was learned from the disk, where another process may have learned more."""
        self._kept.reload_learned()

    def repeated_in(self, article: Article) -> RepeatedLines:
        """Return the lines of an article that many of its outlet have, as far as was learned."""
        from corpus.understanding.repeated_lines import NONE_REPEATED

        learned = self.learned
        if not learned.outlets:
            return NONE_REPEATED
        key = self._own_key(article) + learned.stamp
        found = self._kept.repeated.get(key)
        if found is None:
            from corpus.repeating.seeing_lines import outlet_of

            found = learned.of(outlet_of(article, self.settings)).within(article.text)
            self._kept.repeated.put(key, found)
        return found

    @property
    def analyses(self) -> AnalysisCache:
        """What is kept on disk of the articles: a cache."""
        return self._kept.analyses

    def walk_ahead(self) -> None:
        """Begin to walk the folder in another process; `rescanned` takes over what is found.

        For a corpus that `open_at` has opened.
        """
        from corpus.walk_process import walk_beside

        self._walk = walk_beside(self.root, self.key, self._settings)

    def rescanned(self, *, beside: bool = False) -> Corpus:
        """Walk the folder again, as `open_corpus` does, and return the corpus as it is now.

        Takes over the walk that `walk_ahead` has begun. Raises `CorpusError` if the folder is not
        there any more.
        """
        walk, self._walk = self._walk, None
        if walk is not None:
            from corpus.garbage import many_objects

            with many_objects():
                found = walk.found()
            if found is not None:
                texts, skipped = found
                return Corpus(
                    self._place, self._settings, texts, (*self.skipped, *skipped), self._kept
                )
        return _open(self._place.path, self._kept, beside=beside)

    def close(self) -> None:
        """Close the files of the cache; the corpus can still be used and opens them again."""
        walk, self._walk = self._walk, None
        if walk is not None:
            walk.end()
        self._kept.close()

    def _analysis_key(self, article: Article) -> str:
        """Name everything but the text's words that the analysis follows from."""
        return self._key_of(article) + self.rules_in(article)

    def _key_of(self, article: Article) -> str:
        """Name everything but the text's words that metadata and furniture follow from."""
        own = self._own_key(article)
        repeated = self.repeated_in(article).fingerprint
        return hash_of(own, repeated) if repeated else own

    def _own_key(self, article: Article) -> str:
        """Name what of it is the article's own: nothing that was learned from others."""
        return own_key(article, self.settings)

    @cached_property
    def keys(self) -> list[tuple[str, str | None]]:
        """The `key` of each of `files`; not to be changed."""
        from corpus.garbage import many_objects

        with many_objects():
            return list(map(attrgetter("article", "part"), self.files))

    @cached_property
    def files_state(self) -> str:
        """Names, sizes and times of `files`, and how they are read, in 64 hexadecimal digits."""
        from corpus.corpus_state import state_of_files
        from corpus.garbage import many_objects

        with many_objects():
            return state_of_files(self.files, self.readings())

    def readings(self) -> list[str]:
        """Say what `read_by` says of each of `files`, in a fraction of the time."""
        if self._settings is not None:
            return list(map(self.read_by, self.files))
        return names_of_readers(map(_NAME, self.files))

    def read_by(self, file: ArticleFile) -> str:
        """Name how an article is read: its reader with the version, and the encoding set for it.

        Where that is another than before, the same file may give another text.
        """
        reader = reader_for(file.article)
        name = reader.name if reader else ""
        encoding = self._settings.encoding_of(file.article) if self._settings else None
        return f"{name} {encoding}".lstrip() if encoding else name


def _open(path: Path | str, kept: Kept | None, *, beside: bool) -> Corpus:
    from corpus.folder import listed
    from corpus.garbage import many_objects

    place = locate(path)
    with many_objects():
        try:
            settings, problems = _settings(place.root)
            kept = kept or Kept(place.key)
            texts, skipped = listed(place, settings, kept, beside=beside)
        except OSError as wrong:
            raise CorpusError(refusal(path, wrong)) from wrong
    if place.only is not None and not texts:
        raise CorpusError(skipped[0])
    return Corpus(place, settings, texts, (*problems, *skipped), kept)


def _settings(root: Path) -> tuple[CorpusFile | None, tuple[Problem, ...]]:
    """Read the `postil.yaml` of a corpus; None where there is none, as in most."""
    if not os.path.lexists(root / CORPUS_FILE_NAME):
        return None, ()
    from corpus.corpus_file_reading import read_corpus_file

    return read_corpus_file(root)
