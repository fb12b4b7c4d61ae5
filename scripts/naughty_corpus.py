#!/usr/bin/env python3
"""Write a folder of articles that try to harm or mislead: python scripts/naughty_corpus.py DIR

Every string of STRINGS is in a file name, a title, a text, a web page, a sidecar (as note, tag and
claim) and postil.yaml. Besides: names that are no UTF-8, a path of nearly 4,000 bytes, files that
are no articles, damaged encodings, sidecars that cannot be read. DIR must not be there yet.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import yaml

STRINGS = {
    # What a terminal obeys
    "csi colour": "\x1b[31;5mred\x1b[0m",
    "csi cursor": "\x1b[2J\x1b[H\x1b[999Bgone",
    "csi report": "\x1b[6n\x1b[c",
    "osc title": "\x1b]0;owned\x07",
    "osc 52": "\x1b]52;c;cm0gLXJmIC8=\x07",
    "osc 8": "\x1b]8;;http://example.invalid\x1b\\click\x1b]8;;\x1b\\",
    "dcs": "\x1bPq#0;2;0;0;0\x1b\\",
    "apc": "\x1b_Ga=T;AAAA\x1b\\",
    "bare escape": "an \x1b alone",
    "c1 csi": "\x9b31mred",
    "c1 osc": "\x9d52;c;QQ==\x9c",
    "c1 all": "".join(map(chr, range(0x80, 0xA0))),
    "c0 all": "".join(map(chr, range(1, 0x20))),
    "nul": "a\x00b",
    "delete": "abc\x7f\x7f\x7fxyz",
    "backspace": "safe\b\b\b\bevil",
    "bell": "ding\x07dong",
    "carriage return": "true\rfalse",
    "vertical tab and form feed": "one\x0btwo\x0cthree",
    "shift out": "\x0eqqqq\x0f",
    # What breaks lines elsewhere than we do
    "next line": "one\x85two",
    "line separator": "one\u2028two\u2029three",
    "tabs": "\ta\tb\t\tc",
    "blanks": "\u00a0\u1680\u2000\u2003\u202f\u205f\u3000",
    # What hides or turns text
    "right to left override": "evil\u202etxt.exe\u202c",
    "isolates": "a\u2066b\u2067c\u2068d\u2069e",
    "bidi marks": "\u200ea\u200fb\u061cc",
    "embeddings": "\u202aa\u202bb\u202dc\u202c",
    "zero width": "pass\u200bword\u200c\u200d\u2060\ufeff",
    "soft hyphen": "con\u00adtra\u00addict",
    "tag characters": "flag\U000e0041\U000e0042\U000e007f",
    "variation selectors": "A\ufe00B\ufe0fC\U000e0100",
    "fillers": "\u115f\u1160\u3164\uffa0\u2800",
    "interlinear": "\ufff9base\ufffaruby\ufffb",
    "noncharacters": "\ufdd0\ufffe\uffff\U0010ffff",
    "private use": "\ue000\U000f0000",
    "invisible operators": "f\u2061x\u2062y\u2063\u2064z",
    "deprecated format": "\u206a\u206f",
    # What has another width than it has characters
    "combining pile": "e" + "\u0301\u0316" * 40,
    "combining first": "\u0301abc",
    "wide": "漢字かな交じり文" * 3,
    "emoji": "👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 1️⃣ 🇫🇷",
    "hangul jamo": "\u1112\u1161\u11ab",
    "arabic": "مرحبا بالعالم 123",
    "hebrew": "שלום עולם (42)",
    "devanagari": "क्षत्रिय",
    "ligature": "\ufdfd\ufdfa",
    "long word": "x" * 3000,
    "case that grows": "ŒŸİıẞﬁ",
    # What is a language to somebody
    "markup": "[bold red]x[/bold red] [/] [[ ]] [/x]",
    "markup action": "[@click=app.quit]quit[/]",
    "markup link": "[link=http://example.invalid]here[/link]",
    "markup escape": "\\[b] \\\\[b]",
    "markup variable": "$accent [$error]x[/]",
    "format": "%s %n %(x)s {0} {x!r} {{ ${HOME}",
    "shell": "`id`; rm -rf /; $(id) && a | b > c",
    "option": "--format=jsonl",
    "quotes": "\"'`‘’“”«»\\",
    "html": "<script>alert(1)</script>&amp;&#27;[31m",
    "formula": "=cmd|'/c calc'!A0",
    "yaml tag": "!!python/object/apply:os.system ['id']",
    "yaml signs": "- ? : # & * ! | > @ ` % { } [ ] ,",
    "yaml plain": "no",
    "yaml sexagesimal": "19:32",
    "yaml document": "---\n...\n%YAML 9.9",
    "json": '{"a": [1, null]}\\u0000',
    "path": "../../etc/passwd",
    "regular expression": "(a+)+$ [ * ( \\",
    "query": 'NOT AND OR ( " ~ * ? / field: NEAR/',
    "digits": "٣٤٥ ²½ Ⅷ 1,,2..3 1e999 ０１２",
    # What has no end
    "endless digits": "9" * 5000,
    "endless magnitudes": "one " + "million " * 900,
    "endless speech": "he said she said " * 40,
    "endless quotes": "“‘\"'([{«" * 150,
    "endless groups": "1" + ",000" * 1500,
    # What is nearly a date
    "no dates": "31 February 99999, 00/00/0000, year 0, 2020-13-45, 99:99, 29 February 1900",
}
CLAIM_FIELDS = (
    *("speaker", "via", "cue", "subject", "measure"),
    *("place", "confidence", "verdict"),
)
NAME_LIMIT = 200  # bytes of a file name
PATH_LIMIT = 3_900  # bytes of the longest path


def write(folder: Path) -> None:
    """Write the corpus."""
    folder.mkdir(parents=True)
    for number, (what, string) in enumerate(STRINGS.items()):
        stem = f"{number:02} {what}"
        name = _name(f"{stem} {string}") + ".txt"
        text = _text(what, string)
        _write(folder / name, text.encode("utf-8", "surrogatepass"))
        (folder / f"{stem}.md").write_text(f"# {string}\n\n{text}", encoding="utf-8", newline="")
        page = f"<title>{string}</title><meta name=author content='{string}'><p>{text}"
        (folder / f"{stem}.html").write_text(page, encoding="utf-8", newline="")
        _write(folder / f"{stem}.md.annotations.yaml", _sidecar(number, string, text))
    _settings(folder)
    _odd_files(folder)
    _odd_sidecars(folder)


def write_together(folder: Path, most: int = 16) -> None:
    """Write a corpus of few articles, of `most` strings each, with a note for every string."""
    folder.mkdir(parents=True)
    numbered = list(enumerate(STRINGS.items()))
    for first in range(0, len(numbered), most):
        text, entries = "", []
        for number, (what, string) in numbered[first : first + most]:
            own = f"# {string}\n\n{_text(what, string)}\n"
            body = (text + own).replace("\r\n", "\n")
            entries.append(_entry(number, string, body.find("Ilse Brandt", len(text))))
            text = body
        name = _name(f"together {first:02} {''.join(w + s for _, (w, s) in numbered[first:][:3])}")
        (folder / f"{name}.md").write_text(text, encoding="utf-8", newline="")
        _write(folder / f"{name}.md.annotations.yaml", _as_sidecar(entries))
    _settings(folder)


def _text(what: str, string: str) -> str:
    return (
        f"{string}\n\nIlse Brandt said of {what}: “{string}”, and {string} was counted 1,600 times"
        f" on Tuesday.\n\n{string} {string}\nThe end of {what}.\n"
    )


def _name(name: str) -> str:
    """Return a name that a file can have: without `/` and NUL, and not too long."""
    name = name.replace("/", "∕").replace("\x00", "")
    data = name.encode("utf-8", "surrogatepass")[:NAME_LIMIT]
    return data.decode("utf-8", "ignore")


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def _sidecar(number: int, string: str, text: str) -> bytes:
    body = f"# {string}\n\n{text}".replace("\r\n", "\n")
    return _as_sidecar([_entry(number, string, body.find("Ilse Brandt"))])


def _entry(number: int, string: str, start: int) -> dict[str, object]:
    """Return an annotation of the words "Ilse Brandt" that begin at `start`."""
    return {
        "id": f"a-naughty{number:03}",
        "quote": "Ilse Brandt",
        "at": [start, start + 11],
        "note": string,
        "tags": [string, "plain"],
        "claim": {
            **dict.fromkeys(CLAIM_FIELDS, string),
            "when": {"said": string, "iso": string},
            "quantity": {"value": 1600, "of": string},
            "fields": {string: string},
        },
        "links": [{"to": f"a-{string}", "type": string, "why": string}],
        "by": string,
        "made": "2026-11-21T03:31:38Z",
        "an unknown key": string,
    }


def _as_sidecar(entries: list[dict[str, object]]) -> bytes:
    # PyYAML writes a next line as it stands, and reads a blank in its place.
    is_kept = not any("\x85" in str(entry["note"]) for entry in entries)
    written = yaml.safe_dump({"schema": "postil/1", "annotations": entries}, allow_unicode=is_kept)
    return written.encode("utf-8", "surrogatepass")


def _odd_files(folder: Path) -> None:
    """Write what is no article, or hard to read as one."""
    raw = os.fsencode(folder)
    odd = {
        b"not utf-8 \xff\xfe\x80.txt": b"A name that is no UTF-8.\n",
        b"latin \xe9t\xe9.txt": "Un été à Marn.\n".encode("latin-1"),
        b"new\nline.txt": b"A name of two lines.\n",
        b"-rf.txt": b"A name like an option.\n",
        b"utf-16.txt": "Sechzehn Bit \x1b[31m je Zeichen.\n".encode("utf-16"),
        b"utf-16 without mark.txt": "Sixteen bits a character.\n".encode("utf-16-le"),
        b"broken utf-8.txt": b"A \xff byte, \xc3( and \xed\xa0\x80 a surrogate.\n",
        b"binary.txt": bytes(range(256)) * 40,
        b"zeros.txt": b"\x00" * 5_000,
        b"empty.txt": b"",
        b"blank.txt": b" \n\t\n\r\n\xc2\xa0\n",
        b"one line.txt": b"word " * 60_000,
        b"no blank.txt": b"x" * 200_000,
        b"newlines.txt": b"\n" * 50_000,
        b"crlf.txt": b"One\r\nTwo\r\rThree\n\rFour\r\n",
        b"frames.html": b"<frameset><frame src=a.html></frameset>",
        b"deep.html": b"<div>" * 3_000 + b"down here" + b"</div>" * 3_000,
        b"noise.html": bytes(range(1, 256)) * 20,
    }
    for name, data in odd.items():
        with open(raw + b"/" + name, "wb") as file:  # noqa: PTH123 - Path takes no bytes
            file.write(data)
    (folder / "loop").symlink_to(".")
    (folder / "link to nothing.txt").symlink_to("nowhere.txt")
    (folder / "link to itself.txt").symlink_to("link to itself.txt")
    (folder / "link out.txt").symlink_to("/etc/hostname")
    os.mkfifo(folder / "pipe.txt")
    deep = folder
    while len(os.fsencode(deep)) + 220 < PATH_LIMIT:
        deep = deep / ("deep " * 40).strip()
    deep.mkdir(parents=True)
    (deep / "far down.txt").write_text("Ilse Brandt is far down.\n", encoding="utf-8")


def _odd_sidecars(folder: Path) -> None:
    """Write articles whose sidecars cannot be read, or hardly."""
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(9)
    )
    deep = "[" * 1_500 + "]" * 1_500
    sidecars = {
        "alias bomb": bomb,
        "depth": f"schema: postil/1\nannotations:\n  - x: {deep}\n",
        "duplicate keys": "schema: postil/1\nschema: postil/1\nannotations: []\n",
        "wrong types": "schema: postil/1\nannotations: {a: 1}\n",
        "merge markers": "<<<<<<< ours\nannotations: []\n=======\n>>>>>>> theirs\n",
        "newer schema": "schema: postil/99\nannotations: []\n",
        "object": "!!python/object/apply:os.system ['touch owned']\n",
        "not yaml": "\x1b]52;c;QQ==\x07: [\x9b31m\n",
        "binary": "\x00\x01\x02",
        "list": "- \u202e\n- [bold]\n",
        "numbers": "schema: 1\nannotations:\n  - {id: 00123, quote: 1_600, at: [19:32, no]}\n",
        "infinite": f"schema: postil/1\nannotations:\n  - at: [-.inf, {10**400}]\n    quote: 1\n",
    }
    for what, written in sidecars.items():
        (folder / f"sidecar {what}.txt").write_text(f"The sidecar of this has {what}.\n")
        path = folder / f"sidecar {what}.txt.annotations.yaml"
        path.write_text(written, encoding="utf-8", newline="")


def _settings(folder: Path) -> None:
    """Write a postil.yaml that has the strings in every place where it takes a text."""
    numbered = list(enumerate(STRINGS.items()))
    settings = {
        "schema": "postil-corpus/1",
        "metadata": [
            {"files": f"{number:02} *.txt", "outlet": string, "author": string}
            for number, (_, string) in numbered
        ],
        "entities": [
            {"name": f"Brandt {string}", "type": "PERSON", "aliases": [string]}
            for _, (_, string) in numbered[:40]
        ],
        "codebook": {"tags": {string: [string] for _, (_, string) in numbered}},
        "searches": {what: string for _, (what, string) in numbered},
    }
    written = yaml.safe_dump(settings, allow_unicode=False, sort_keys=False)
    (folder / "postil.yaml").write_text(written, encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
