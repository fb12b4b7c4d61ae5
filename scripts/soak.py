"""Annotates as a reader does while it is killed at random instants, and checks what is left.

    python scripts/soak.py [--kills 100] [--writers 1] [--seed N]

Each writer is a process that creates, changes, deletes, undoes and redoes annotations; a single one
also renames its article and gives it its sidecar. Before an edit it notes in a log what is to be,
after it what is. After a kill every sidecar must be whole and hold exactly what was done, or that
and the edit that was under way; hand-written comments and unknown keys must stand as they did, no
annotation may be in two sidecars, and temporary files must not pile up. Exit status 1 if not.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from annotations.matching import proposals
from annotations.orphans import orphans, wanted
from annotations.store import AnnotationStore
from corpus.article import Article
from corpus.opening import open_corpus
from corpus.span import Span

SUFFIX = ".annotations.yaml"
TEXT = "".join(f"Line {n}: {n} people watched the weir at Osmanli.\n" for n in range(60))
BY_HAND = """\
# by hand: what the soak must never touch
schema: postil/1
article: {{file: {name}, sha256: "00"}}   # by hand: beside the header
annotations:
  # by hand: above the first
  - id: a-byhand{name}
    mood: calm   # by hand: beside a key that Postil does not know
    note: 'by hand'
mine: 1_600   # by hand: at the end
"""
NAMES = ("a.txt", "b.txt")
END = "¶"
"""The last character of every note: one that lacks it was cut off."""
MOST_HELD = 15
"""With more annotations of its own a writer deletes rather than creates."""

State = dict[str, dict[str, str]]
"""By article the notes of a writer, each as `key_of` with its id; "" for one not known yet."""


class Writer:
    """One process of the soak: a session of a reader who never stops."""

    def __init__(self, folder: Path, log: Path, name: str, seed: int, *, alone: bool) -> None:
        self.folder = folder
        self.name = name
        self.chance = random.Random(seed)
        self.alone = alone
        self.count = 0
        self.corpus = open_corpus(folder)
        self.store = AnnotationStore(self.corpus)
        self.log = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        self._adopt_orphans()
        self.state = self._on_disk()
        self.past: list[State] = []
        self.future: list[State] = []

    def run(self) -> None:
        """Edit until killed."""
        self._say(done=self.state)
        edits = [self._create, self._create, self._change, self._delete, self._undo, self._redo]
        if self.alone:
            edits.append(self._adopt)
        while True:
            self.chance.choice(edits)()

    def _say(self, **words: State) -> None:
        os.write(self.log, json.dumps(words).encode() + b"\n")

    def _on_disk(self) -> State:
        return own(notes_in(self.folder), self.name)

    def _adopt_orphans(self) -> None:
        """Give a sidecar whose article was renamed right before a kill to the new name."""
        asked = [wanted(self.store, orphan) for orphan in orphans(self.corpus, self.store)]
        if asked and self.alone:
            named = self.store.location.named
            free = [file for file in self.corpus.files if not named(file.article).exists()]
            found = proposals(asked, (self.corpus.read(file) for file in free))
            for one in found:
                self.store.adopt(one.orphan.article, self.corpus.read(one.file))

    def _edit(self, after: State, edit: Callable[[], Any], *, new: bool = True) -> None:
        """Say what is to be, do it, say what is."""
        self._say(about=after)
        edit()
        if new:
            self.past.append(self.state)
            self.future.clear()
        self.state = self._on_disk()
        self._say(done=self.state)

    def _article(self) -> Article:
        return self.corpus.read(self.chance.choice(self.corpus.files))

    def _words(self) -> str:
        self.count += 1
        words = "what she said: # no comment " * self.chance.choice([1, 20, 400])
        ending = self.chance.choice(["", "\nin two lines "])
        return f"{self.name} {os.getpid()}-{self.count} {words}{ending}{END}"

    def _with(self, article: str, gone: str | None, come: str | None) -> State:
        notes = {key: id_ for key, id_ in self.state.get(article, {}).items() if key != gone}
        return {**self.state, article: notes | ({key_of(come): ""} if come else {})}

    def _some(self) -> tuple[Article, str, str] | None:
        article = self._article()
        held = self.state.get(article.name, {})
        if not held:
            return None
        key = self.chance.choice(list(held))
        return article, key, held[key]

    def _create(self) -> None:
        if sum(map(len, self.state.values())) > MOST_HELD:
            self._delete()
            return
        article, note = self._article(), self._words()
        start = self.chance.randrange(len(article.text) - 30)
        span = Span(start, start + self.chance.randrange(1, 30))
        after = self._with(article.name, None, note)
        self._edit(after, lambda: self.store.create(article, span, note=note))

    def _change(self) -> None:
        if some := self._some():
            article, key, identity = some
            note = self._words()
            after = self._with(article.name, key, note)
            self._edit(after, lambda: self.store.change(article, identity, note=note))

    def _delete(self) -> None:
        if some := self._some():
            article, key, identity = some
            after = self._with(article.name, key, None)
            self._edit(after, lambda: self.store.delete(article, identity))

    def _undo(self) -> None:
        if self.past:
            before = self.past.pop()
            self.future.append(self.state)
            self._edit(before, self.store.undo, new=False)

    def _redo(self) -> None:
        if self.future:
            after = self.future.pop()
            self.past.append(self.state)
            self._edit(after, self.store.redo, new=False)

    def _adopt(self) -> None:
        """Rename an article, give it its sidecar, and perhaps undo and redo that."""
        article = self._article()
        if not self.store.location.named(article.name).exists():
            # A kill came between renaming the article and its sidecar, which quotes nothing yet and
            # by hand was given the hash of no text: nothing tells what article it belongs to.
            return
        self.count += 1
        name = f"{article.name[0]}-{os.getpid()}-{self.count}.txt"
        article.file.path.rename(self.folder / name)
        self.corpus = self.corpus.rescanned()
        file = self.corpus.find(name)
        assert file is not None
        renamed = self.corpus.read(file)
        after = dict(self.state)
        if article.name in after:
            after[name] = after.pop(article.name)
        self._edit(after, lambda: self.store.adopt(article.name, renamed))
        if self.chance.random() < 0.5:
            self._undo()
            self._redo()
        # What was done under the old name is over: what it would lead back to is renamed.
        self.store = AnnotationStore(self.corpus)
        self.past.clear()
        self.future.clear()


def key_of(note: str) -> str:
    """Name a note by its writer and a digest of all of it."""
    return f"{note.split(' ', 1)[0]} {hashlib.sha256(note.encode()).hexdigest()[:16]}"


def notes_in(folder: Path) -> State:
    """Read the notes of all sidecars, strictly. Raises AssertionError for what is not whole."""
    store = AnnotationStore(open_corpus(folder))
    found: State = {}
    ids: Counter[str] = Counter()
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        sidecar = store.sidecar(path.name.removesuffix(SUFFIX))
        assert not sidecar.problems, sidecar.problems
        notes = found[path.name.removesuffix(SUFFIX)] = {}
        for entry in sidecar.entries:
            annotation = entry.annotation
            ids[annotation.id] += 1
            if annotation.id.startswith("a-byhand"):
                continue
            assert annotation.note.endswith(END), f"cut off: {annotation.note[-80:]!r}"
            assert annotation.quote, f"no words: {annotation}"
            notes[key_of(annotation.note)] = annotation.id
    assert all(number == 1 for number in ids.values()), "an annotation stands twice"
    by_hand = sorted(id_ for id_ in ids if id_.startswith("a-byhand"))
    assert by_hand == [f"a-byhand{name}" for name in NAMES], f"by hand there is only {by_hand}"
    return found


def own(state: State, name: str) -> State:
    """Keep what one writer wrote; articles without anything of it are left out."""
    kept = {
        article: {key: id_ for key, id_ in notes.items() if key.startswith(f"{name} ")}
        for article, notes in state.items()
    }
    return {article: notes for article, notes in kept.items() if notes}


def fits(there: State, expected: State) -> bool:
    """Whether what is on the disk is what was expected; of some notes the id is not known."""
    expected = {article: notes for article, notes in expected.items() if notes}
    return there.keys() == expected.keys() and all(
        notes.keys() == expected[article].keys()
        and all(expected[article][key] in ("", id_) for key, id_ in notes.items())
        for article, notes in there.items()
    )


def check_by_hand(folder: Path) -> None:
    """Check that every line that was written by hand stands as it did, in its order."""
    expected = [line for line in BY_HAND.splitlines() if "by hand" in line]
    files = 0
    for path in folder.glob(f"*{SUFFIX}"):
        lines = [line for line in path.read_text("utf-8").splitlines() if "by hand" in line]
        if not lines:
            # Begun anew for an article whose sidecar a kill left behind under the old name.
            continue
        files += 1
        # Of the header what names the article was changed, and no more.
        start, end = expected[1].split("{{")[0], expected[1].split("}}")[1]
        assert lines[1].startswith(start), lines[1]
        assert lines[1].endswith(end), lines[1]
        assert [lines[0], *lines[2:]] == [expected[0], *expected[2:]], path.name
    assert files == len(NAMES), f"there are {files} sidecars with lines by hand"


def soak(folder: Path, log_folder: Path, *, kills: int, writers: int, seed: int) -> Counter[str]:
    """Kill writers `kills` times. Raises AssertionError where something is lost or half done."""
    chance = random.Random(seed)
    for name in NAMES:
        (folder / name).write_text(TEXT, encoding="utf-8")
        (folder / f"{name}{SUFFIX}").write_text(BY_HAND.format(name=name), encoding="utf-8")
    names = [f"writer{number}" for number in range(writers)]
    counted: Counter[str] = Counter()
    for kill in range(kills):
        before = notes_in(folder)
        logs = {name: log_folder / f"{kill}-{name}.log" for name in names}
        processes = [
            _begin(folder, logs[name], name, chance.randrange(10**9), writers) for name in names
        ]
        if chance.random() < 0.9:
            _wait_for_lines(logs.values(), processes)
        time.sleep(chance.uniform(0, 0.3))
        for process in processes:
            process.kill()
        for process in processes:
            wrong = process.communicate()[1]
            assert not wrong, f"kill {kill}: {wrong}"
        there = notes_in(folder)
        check_by_hand(folder)
        for name, log in logs.items():
            counted[_check(own(there, name), own(before, name), log, counted)] += 1
        left = [path.name for path in folder.iterdir() if path.name.startswith(".")]
        counted["most files left over"] = max(counted["most files left over"], len(left))
        assert len(left) <= writers, f"kill {kill}: {left} are left over"
    return counted


def _begin(folder: Path, log: Path, name: str, seed: int, writers: int) -> subprocess.Popen[str]:
    words = [sys.executable, __file__, "--writers", str(writers), "--seed", str(seed)]
    words += ["--as", name, "--folder", str(folder), "--log", str(log)]
    return subprocess.Popen(words, stderr=subprocess.PIPE, text=True)


def _wait_for_lines(logs: Any, processes: list[subprocess.Popen[str]]) -> None:
    while not all(log.exists() and log.stat().st_size for log in logs):
        assert all(process.poll() is None for process in processes), "a writer ended by itself"
        time.sleep(0.002)


def _check(there: State, before: State, log: Path, counted: Counter[str]) -> str:
    """Compare what is there with what the log says; return what the kill met."""
    lines = log.read_bytes().split(b"\n")[:-1] if log.exists() else []
    said = [json.loads(line) for line in lines]
    counted["edits"] += sum("about" in words for words in said)
    if not said:
        flat = [
            sorted(pair for notes in state.values() for pair in notes.items())
            for state in (there, before)
        ]
        assert flat[0] == flat[1], f"{log.name}: lost before the first edit"
        return "killed before the first edit"
    done = next(words["done"] for words in reversed(said) if "done" in words)
    if fits(there, done):
        return "killed in an edit: not there" if "about" in said[-1] else "killed between edits"
    assert "about" in said[-1], f"{log.name}: there is {there}, done was {done}"
    assert fits(there, said[-1]["about"]), f"{log.name}: {there} is neither old nor new"
    return "killed in an edit: there"


def main() -> int:
    """Soak, or be one of its writers."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--writers", type=int, default=1)
    parser.add_argument("--seed", type=int, default=random.randrange(10**9))
    for option in ("--as", "--folder", "--log"):
        parser.add_argument(option, dest=option[2:] + "_", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.as_:
        folder, log = Path(given.folder_), Path(given.log_)
        Writer(folder, log, given.as_, given.seed, alone=given.writers == 1).run()
    print(f"seed {given.seed}")
    with tempfile.TemporaryDirectory() as name:
        top = Path(name)
        for part in ("corpus", "logs", "state", "cache"):
            (top / part).mkdir(mode=0o700)
        os.environ["XDG_STATE_HOME"] = str(top / "state")
        os.environ["XDG_CACHE_HOME"] = str(top / "cache")
        try:
            counted = soak(
                top / "corpus",
                top / "logs",
                kills=given.kills,
                writers=given.writers,
                seed=given.seed,
            )
        except AssertionError as wrong:
            print(f"LOST: {wrong}")
            return 1
    for what, number in sorted(counted.items()):
        print(f"{number:6}  {what}")
    print(f"{given.kills} kills of {given.writers} at a time: nothing lost, nothing half done")
    return 0


if __name__ == "__main__":
    sys.exit(main())
