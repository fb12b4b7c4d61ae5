"""Building and updating the index, against other engines: python bench/indexing.py [DIR] [-n N]

The same files are indexed by Postil, by Whoosh as it comes, by SQLite's FTS5 (words with their
places and an index of starts of words, which search as one types needs) and, where a Python with
its bindings is installed (Debian's python3-xapian), by Xapian, the engine of recoll and notmuch.
Each reads the files itself, in a process of its own, in turn. Compared is processor time: it says
the same on a busy machine; each writes its index to the disk. With `-n 100000` so many articles are
made of DIR's, or the sample's; more than 50,000 are indexed once by each.
"""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from corpora import corpus_of
from measures import REPOSITORY, Measure, arguments, own_folders, spread_of, tell
from terminals import as_installed

ROUNDS = 3
MANY = 50_000
# How often so many files are changed.
CHANGES = {20: 1, 5: 100}
# The most milliseconds that the index may take to take up so many changed files.
BUDGETS = {1: 50, 100: 300}
_RESULT = """
usage = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps([usage.ru_utime + usage.ru_stime - before, usage.ru_maxrss]))
"""
_HEAD = """
import json, os, resource, sys
usage = resource.getrusage(resource.RUSAGE_SELF)
before = usage.ru_utime + usage.ru_stime
paths = [os.path.join(above, name) for above, _, names in os.walk(sys.argv[1]) for name in names
         if name.endswith(".txt")]
def text_of(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.read()
"""
POSTIL = f"""
import json, resource, sys
before = 0.0
from corpus.opening import open_corpus
from index.opening import open_index
open_index(open_corpus(sys.argv[1])).update()
{_RESULT}"""
FTS5 = f"""{_HEAD}
import sqlite3
db = sqlite3.connect(os.path.join(sys.argv[2], "index"))
db.execute("CREATE VIRTUAL TABLE articles USING fts5(body, content='', prefix='2 3')")
for number, path in enumerate(paths):
    db.execute("INSERT INTO articles(rowid, body) VALUES (?, ?)", (number + 1, text_of(path)))
db.commit()
{_RESULT}"""
WHOOSH = f"""{_HEAD}
from whoosh import fields, index
schema = fields.Schema(path=fields.ID(stored=True, unique=True), body=fields.TEXT())
writer = index.create_in(sys.argv[2], schema).writer()
for path in paths:
    writer.add_document(path=path, body=text_of(path))
writer.commit()
{_RESULT}"""
XAPIAN = f"""{_HEAD}
import xapian
db = xapian.WritableDatabase(os.path.join(sys.argv[2], "index"), xapian.DB_CREATE_OR_OPEN)
terms = xapian.TermGenerator()
for path in paths:
    document = xapian.Document()
    terms.set_document(document)
    terms.index_text(text_of(path))
    document.set_data(path)
    db.add_document(document)
db.commit()
{_RESULT}"""
# Builds an index, then changes some files a time and says how long each walk and each update takes,
# in ms, and the processor time of the updates.
_UPDATES = f"""
import gc, json, os, sys
from pathlib import Path
sys.path.insert(0, {str(Path(__file__).parent)!r})
from clocks import Times
from corpus.opening import open_corpus
from index.opening import open_index
corpus = open_corpus(sys.argv[1])
index = open_index(corpus)
index.update()
gc.freeze()  # as tui.folder.index_process does
found = []
for rounds, changed in {tuple(CHANGES.items())!r}:
    changed = min(changed, len(corpus.files))
    walk, update = Times(), Times()
    for number in range(rounds):
        files = corpus.files[number :: max(1, len(corpus.files) // changed)][:changed]
        for file in files:
            text = file.path.read_text("utf-8", "replace")
            file.path.write_text(text + f"One more line {{number}}.", "utf-8")
        corpus = walk.of(corpus.rescanned)
        index.follow(corpus)
        report = update.of(index.update)
        assert report.changed == len(files), report
    found.append([len(files), walk.passed, update.passed, update.used])
print(json.dumps([len(corpus.files), found]))
"""


def measures(folder: Path | None, articles: int | None = None) -> Iterator[Measure]:
    """Measure on `folder`, or on so many articles made of its."""
    with own_folders() as home, corpus_of(folder, articles) as corpus:
        engines = {
            "Postil": (sys.executable, POSTIL),
            "SQLite FTS5": (sys.executable, FTS5),
            "Whoosh": (sys.executable, WHOOSH),
        }
        if (xapian := python_with_xapian()) is not None:
            engines["Xapian"] = (xapian, XAPIAN)
        else:
            without = "Xapian's Python bindings are not installed (Debian's python3-xapian)"
            print(f"{without}: the floor is FTS5's", file=sys.stderr)
        used: dict[str, list[float]] = {name: [] for name in engines}
        memory: dict[str, float] = {}
        size = sum(1 for _ in corpus.rglob("*.txt"))
        for _ in range(1 if size > MANY else ROUNDS):
            for name, (python, code) in engines.items():
                shutil.rmtree(home / "cache", ignore_errors=True)
                with TemporaryDirectory() as target:
                    seconds, kilobytes = _result(python, code, str(corpus), target)
                used[name].append(seconds)
                memory[name] = kilobytes / 1024
        for name in engines:
            if name != "Postil":
                yield Measure(
                    f"building the index, against {name}",
                    statistics.median(used["Postil"]),
                    "s",
                    floor=statistics.median(used[name]),
                    floor_name=name,
                    most_times=1.0 if name == "Xapian" else None,
                    spread=spread_of(used["Postil"]),
                )
                yield Measure(
                    f"  largest memory, against {name}",
                    memory["Postil"],
                    "MB",
                    floor=memory[name],
                    floor_name=name,
                    most=400,
                )
        with TemporaryDirectory() as copy:
            shutil.copytree(corpus, copy, dirs_exist_ok=True)
            count, taken = _result(sys.executable, _UPDATES, copy)
        for changed, walks, updates, used in taken:
            yield Measure(
                f"re-index after {changed} changed of {count:,} files",
                statistics.median(updates),
                most=BUDGETS.get(changed),
                spread=spread_of(updates),
                processor=statistics.median(used),
            )
            yield Measure("  the walk before it", statistics.median(walks), spread=spread_of(walks))


def python_with_xapian() -> str | None:
    """Return a Python that has Xapian's bindings; None where there is none."""
    for python in (sys.executable, "/usr/bin/python3"):
        command = [python, "-c", "import xapian"]
        try:
            if subprocess.run(command, stderr=subprocess.DEVNULL, check=False).returncode == 0:
                return python
        except OSError:
            continue
    return None


def _result(python: str, code: str, *words: str) -> list:
    done = subprocess.run(
        [python, "-c", code, *words],
        stdout=subprocess.PIPE,
        check=True,
        cwd=REPOSITORY,
        env=as_installed(),
    )
    return json.loads(done.stdout)


def main() -> None:
    """Print the figures."""
    options = arguments(__doc__, any_size=True)
    tell(measures(options.folder, options.articles), as_json=options.json)


if __name__ == "__main__":
    main()
