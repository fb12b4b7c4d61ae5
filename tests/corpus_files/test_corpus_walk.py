"""What of a folder becomes an article, what is ignored, and what is reported."""

from __future__ import annotations

import os
import socket
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from corpus.opening import Corpus, open_corpus
from corpus.problem import CorpusError
from corpus.reasons import LIMIT


def names(corpus: Corpus) -> list[str]:
    return [file.article for file in corpus.files]


def skipped(corpus: Corpus) -> dict[str, str]:
    assert all(problem.remedy for problem in corpus.skipped)
    return {problem.file: problem.reason for problem in corpus.skipped}


def write(root: Path, *articles: str) -> None:
    for article in articles:
        path = root / article
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"This is {article}.\n")


def test_articles_of_all_folders_are_listed_by_name(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "a.md", "deep/er/c.TXT", "a/z.txt", "B.Md")
    corpus = open_corpus(tmp_path)
    assert names(corpus) == ["B.Md", "a.md", "a/z.txt", "b.txt", "deep/er/c.TXT"]
    assert corpus.skipped == ()


def test_a_file_is_known_by_size_and_time_of_change(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    os.utime(tmp_path / "a.txt", ns=(1, 1_573_344_000_123_456_789))
    (file,) = open_corpus(tmp_path).files
    assert (file.path, file.part) == (tmp_path / "a.txt", None)
    assert (file.size, file.modified) == (len("This is a.txt.\n"), 1_573_344_000_123_456_789)


def test_hidden_files_sidecars_and_other_formats_are_ignored_without_a_word(tmp_path: Path) -> None:
    write(
        tmp_path,
        "a.txt",
        "a.txt.annotations.yaml",
        ".b.txt",
        ".git/c.txt",
        "d.png",
        "txt",
        "README",
    )
    (tmp_path / "postil.yaml").write_text("schema: postil-corpus/1\n")
    corpus = open_corpus(tmp_path)
    assert names(corpus) == ["a.txt"]
    assert corpus.skipped == ()


def test_what_postil_yaml_excludes_is_ignored(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "drafts/b.txt", "wire/c.txt", "wire/old/d.txt", "wire/e-draft.txt")
    (tmp_path / "postil.yaml").write_text('exclude: [drafts/, "*-draft.txt", wire/old]\n')
    assert names(open_corpus(tmp_path)) == ["a.txt", "wire/c.txt"]


def test_only_what_postil_yaml_includes_is_an_article(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "wire/c.txt", "wire/d.md")
    (tmp_path / "postil.yaml").write_text("include: wire/\nexclude: '*.md'\n")
    assert names(open_corpus(tmp_path)) == ["wire/c.txt"]


def test_problems_of_postil_yaml_are_reported_and_the_corpus_opens(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    (tmp_path / "postil.yaml").write_text("exclude: [../elsewhere]\ncolour: blue\n")
    corpus = open_corpus(tmp_path)
    assert names(corpus) == ["a.txt"]
    assert [(problem.line, problem.level) for problem in corpus.skipped] == [
        (1, "error"),
        (2, "warning"),
    ]


def test_pipes_sockets_and_links_to_devices_are_reported_and_never_opened(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "null.txt").symlink_to("/dev/null")
    with socket.socket(socket.AF_UNIX) as listener:
        here = Path.cwd()
        try:
            os.chdir(tmp_path)  # the path of a socket has at most 108 bytes
            listener.bind("socket.txt")
        finally:
            os.chdir(here)
        corpus = open_corpus(tmp_path)
    assert names(corpus) == ["a.txt"]
    reasons = skipped(corpus)
    assert set(reasons) == {"pipe", "pipe.txt", "socket.txt", "null.txt"}
    assert "named pipe" in reasons["pipe.txt"]
    assert "socket" in reasons["socket.txt"]
    assert "out of the corpus" in reasons["null.txt"]


def test_a_pipe_in_the_place_of_postil_yaml_does_not_hang(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "postil.yaml")
    corpus = open_corpus(tmp_path)
    assert names(corpus) == ["a.txt"]
    assert "named pipe" in skipped(corpus)["postil.yaml"]


def test_links_that_lead_in_circles_or_nowhere_are_reported(tmp_path: Path) -> None:
    write(tmp_path, "a/b.txt")
    (tmp_path / "a/up").symlink_to("..")
    (tmp_path / "a/self.txt").symlink_to("self.txt")
    (tmp_path / "ping").symlink_to("pong")
    (tmp_path / "pong").symlink_to("ping")
    (tmp_path / "lost.txt").symlink_to("nothing.txt")
    corpus = open_corpus(tmp_path)
    assert names(corpus) == ["a/b.txt"]
    reasons = skipped(corpus)
    assert set(reasons) == {"a/up", "a/self.txt", "ping", "pong", "lost.txt"}
    assert "circle" in reasons["ping"]
    assert "nothing" in reasons["lost.txt"]


def test_links_to_what_is_inside_are_followed_once(tmp_path: Path) -> None:
    write(tmp_path, "real.txt", ".store/hidden.txt", ".store/deep/more.txt")
    (tmp_path / "a-link.txt").symlink_to("real.txt")
    (tmp_path / "linked").symlink_to(".store")
    (tmp_path / "linked-again").symlink_to(".store/deep")
    (tmp_path / "other.txt").symlink_to(".store/hidden.txt")
    corpus = open_corpus(tmp_path)
    assert names(corpus) == ["linked/deep/more.txt", "linked/hidden.txt", "real.txt"]
    assert set(skipped(corpus)) == {"a-link.txt", "linked-again", "other.txt"}
    file = corpus.find("linked/hidden.txt")
    assert file is not None
    assert corpus.read(file).text == "This is .store/hidden.txt.\n"


def test_links_that_lead_out_are_reported_and_not_followed(tmp_path: Path) -> None:
    inner, outer = tmp_path / "corpus", tmp_path / "corpus-secret"
    write(inner, "a.txt")
    write(outer, "key.txt", "more/b.txt")
    (inner / "key.txt").symlink_to(outer / "key.txt")
    (inner / "more").symlink_to("../corpus-secret/more")
    (inner / "postil.yaml").symlink_to(outer / "key.txt")
    corpus = open_corpus(inner)
    assert names(corpus) == ["a.txt"]
    assert set(skipped(corpus)) == {"key.txt", "more", "postil.yaml"}


def test_an_article_that_was_turned_into_a_link_is_not_read(tmp_path: Path) -> None:
    inner = tmp_path / "corpus"
    write(inner, "a.txt")
    write(tmp_path, "secret.txt")
    corpus = open_corpus(inner)
    (inner / "a.txt").unlink()
    (inner / "a.txt").symlink_to("../secret.txt")
    with pytest.raises(CorpusError, match="out of the corpus"):
        corpus.read(corpus.files[0])


def test_a_huge_sparse_file_is_reported_and_not_read(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(1 << 40)
    corpus = open_corpus(tmp_path)
    assert names(corpus) == ["a.txt"]
    assert "64 MB" in skipped(corpus)["huge.txt"]


def test_the_limit_itself_is_an_article_and_growth_beyond_it_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.write(b"words " * 1000)
        file.truncate(LIMIT)
    corpus = open_corpus(tmp_path)
    assert names(corpus) == ["a.txt"]
    os.truncate(path, LIMIT + 1)
    with pytest.raises(CorpusError, match="64 MB"):
        corpus.read(corpus.files[0])


def test_binary_files_are_reported_and_text_of_other_encodings_is_not(tmp_path: Path) -> None:
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01")
    (tmp_path / "wide.txt").write_bytes("Words in sixteen bits.\n".encode("utf-16"))
    (tmp_path / "empty.txt").touch()
    corpus = open_corpus(tmp_path)
    assert names(corpus) == ["empty.txt", "wide.txt"]
    assert "binary" in skipped(corpus)["picture.txt"]


def test_names_that_are_not_utf8_open(tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"caf\xe9")
    try:
        folder.mkdir()
    except OSError:
        pytest.skip("this file system allows only UTF-8 names")
    (folder / os.fsdecode(b"na\xefve.txt")).write_text("Words.")
    os.mkfifo(folder / os.fsdecode(b"\xff.txt"))
    corpus = open_corpus(tmp_path)
    assert names(corpus) == ["caf\udce9/na\udcefve.txt"]
    assert corpus.read(corpus.files[0]).text == "Words."
    assert set(skipped(corpus)) == {"caf\udce9/\udcff.txt"}
    assert open_corpus(folder).cache_folder.is_dir()


def test_line_ends_and_escapes_in_names_are_part_of_the_name(tmp_path: Path) -> None:
    write(tmp_path, "two\nlines.txt", "\x1b]0;title\x07.txt")
    assert names(open_corpus(tmp_path)) == ["\x1b]0;title\x07.txt", "two\nlines.txt"]


@pytest.fixture
def chain(tmp_path: Path) -> Iterator[Callable[[str, int], Path]]:
    """Make folders inside each other, deeper than a path or a recursion reaches, and undo them."""
    here = Path.cwd()

    def make(name: str, levels: int) -> Path:
        os.chdir(tmp_path)
        for _ in range(levels):
            Path(name).mkdir()
            os.chdir(name)
        Path("deep.txt").write_text("Deep.")
        os.chdir(here)
        return tmp_path

    yield make
    os.chdir(here)
    above = tmp_path / "above"
    while folders := [path for path in tmp_path.iterdir() if path.is_dir()]:
        for below in folders[0].iterdir():
            below.rename(above)
        folders[0].rmdir()
        if above.is_dir():
            above.rename(folders[0])


def test_a_thousand_levels_of_folders_are_walked(chain: Callable[[str, int], Path]) -> None:
    corpus = open_corpus(chain("d", 1000))
    assert names(corpus) == ["d/" * 1000 + "deep.txt"]
    assert corpus.read(corpus.files[0]).text == "Deep."


def test_folders_beyond_the_longest_path_are_reported(chain: Callable[[str, int], Path]) -> None:
    root = chain("d" * 200, 30)
    write(root, "a.txt")
    corpus = open_corpus(root)
    assert names(corpus) == ["a.txt"]
    (problem,) = corpus.skipped
    assert "longer than the system allows" in problem.reason


@pytest.fixture
def nobody() -> Iterator[Path]:
    """Give a folder to a user who has no more rights than others, and be that user."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if os.geteuid() != 0:
            yield folder
            return
        folder.chmod(0o777)
        os.seteuid(65534)
        try:
            yield folder
        finally:
            os.seteuid(0)


def test_files_and_folders_without_permission_are_reported(
    nobody: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(nobody / "cache"))
    root = nobody / "corpus"
    write(root, "a.txt", "closed.txt", "shut/b.txt", "listed/c.txt")
    (root / "closed.txt").chmod(0)
    (root / "shut").chmod(0)
    (root / "listed").chmod(0o400)
    corpus = open_corpus(root)
    assert names(corpus) == ["a.txt"]
    assert set(skipped(corpus)) == {"closed.txt", "shut", "listed/c.txt"}
    assert all("may not be read" in reason for reason in skipped(corpus).values())
    (root / "a.txt").chmod(0)
    with pytest.raises(CorpusError, match="permissions"):
        corpus.read(corpus.files[0])
    root.chmod(0)
    with pytest.raises(CorpusError, match="permissions"):
        corpus.rescanned()
    for path in (root, root / "shut", root / "listed"):
        path.chmod(0o700)
