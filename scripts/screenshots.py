#!/usr/bin/env python3
"""Make the pictures of every screen that docs/screens.md shows, from the sample corpus.

    python scripts/screenshots.py [FOLDER]       (needs the extra `screenshots`: CairoSVG)

Each screen at 80x24 and 120x40, dark; some light and without colours. The pictures go to
docs/screenshots, or to FOLDER.
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import sys
import tempfile
from io import BytesIO
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
SIZES = ((80, 24), (120, 40))
FONT = "DejaVu Sans Mono, Liberation Mono, monospace"
SAMPLE = HERE / "examples" / "tulgara-dam"


def picture(svg: str, path: Path) -> None:
    """Write a Textual screenshot as PNG, in a monospace font that is installed.

    256 colours are more than a screen has, and make a quarter of the bytes.
    """
    import cairosvg
    from PIL import Image

    svg = re.sub(r"@font-face\s*\{.*?\}", "", svg, flags=re.DOTALL)
    svg = re.sub(r"font-family:[^;]+;", f"font-family: {FONT};", svg)
    svg = with_underlines(svg)
    drawn = cairosvg.svg2png(bytestring=svg.encode(), scale=1.0)
    with Image.open(BytesIO(drawn)) as image:
        few = image.convert("RGB").quantize(256, dither=Image.Dither.NONE)
        few.save(path, optimize=True)


def with_underlines(svg: str) -> str:
    """Draw the underlines, which CairoSVG leaves out, as lines of their own."""
    underlined = {
        name: colour
        for name, colour, style in re.findall(r"\.([\w-]+) \{ fill: (#\w+);?([^}]*)\}", svg)
        if "underline" in style
    }

    def line(found: re.Match[str]) -> str:
        text, name = found.group(0), found.group("name")
        if name not in underlined:
            return text
        place = {key: float(found.group(key)) for key in ("x", "y", "length")}
        return text + (
            f'<rect x="{place["x"]}" y="{place["y"] + 2.5}" width="{place["length"]}" '
            f'height="1.2" fill="{underlined[name]}"/>'
        )

    pattern = (
        r'<text class="(?P<name>[\w-]+)" x="(?P<x>[\d.]+)" y="(?P<y>[\d.]+)" '
        r'textLength="(?P<length>[\d.]+)".*?</text>'
    )
    return re.sub(pattern, line, svg, flags=re.DOTALL)


async def shoot(
    folder: Path, name: str, keys: list[str], size: tuple[int, int], theme: str
) -> None:
    """Open the sample corpus, press keys, and take the picture."""
    from corpus.linking.keeping import entity_table
    from corpus.opening import open_corpus
    from tui.app import PostilApp
    from tui.workspace import Workspace

    with tempfile.TemporaryDirectory() as home:
        os.environ |= {
            f"XDG_{kind}_HOME": f"{home}/{kind}" for kind in ("CACHE", "STATE", "CONFIG")
        }
        os.environ["COLORTERM"] = "truecolor"
        os.environ.pop("NO_COLOR", None)
        if theme == "no-colour":
            os.environ["NO_COLOR"] = "1"
        corpus_folder = Path(home) / SAMPLE.name
        shutil.copytree(SAMPLE, corpus_folder)
        workspace = Workspace(open_corpus(corpus_folder))
        workspace.index.update()
        entity_table(workspace.corpus)
        workspace.link_names()
        app = PostilApp(workspace, build_index=False)
        if theme in ("light", "high-contrast"):
            app.theme = f"postil-{theme}"
        async with app.run_test(size=size, notifications=True) as pilot:
            await pilot.pause()
            await app.workers.wait_for_complete()
            for key in keys:
                await pilot.press(key)
                await pilot.pause(0.05)
                await app.workers.wait_for_complete()
            await pilot.pause(0.2)
            await app.workers.wait_for_complete()
            await pilot.pause()
            picture(app.export_screenshot(), folder / f"{name}-{size[0]}x{size[1]}-{theme}.png")


def scenes() -> dict[str, list[str]]:
    """Return the screens by name, each with the keys that lead to it."""
    brackets = {"[": "left_square_bracket", "]": "right_square_bracket"}

    def keys(typed: str) -> list[str]:
        names = {" ": "space", "?": "question_mark", "/": "slash", '"': "quotation_mark"}
        return [(names | brackets).get(character, character) for character in typed]

    return {
        "reading": [],
        "library": keys("pfSdBojjvv"),
        "layers": [*keys("Jzszl")],
        "markdown": [*keys("5J")],
        "selecting": [*keys("5jv)"), "k"],
        "annotating": [*keys("}}Va"), *"Which count?", "tab", *"strength"],
        "claiming": [*keys("]sW")],
        "annotations": [*keys("pa")],
        "ledger": [*keys("pl"), "tab", *keys("B")],
        "timeline": [*keys("pt")],
        "entities": [*keys("pe")],
        "numbers": [*keys("pn")],
        "all-numbers": [*keys("pN"), "tab", *keys("jj")],
        "statements": [*keys("pw")],
        "card": [*keys("]e]e"), "enter"],
        "figure": [*keys("]n]n"), "enter"],
        "menu": [*keys("]e"), "f2"],
        "encodings": [*keys("gc")],
        "skipped": [*keys("ps")],
        "articles": ["shift+tab"],
        "finding": [*keys("/water")],
        "searching": [*keys("s"), *"tolgara"],
        "concordance": [*keys("s"), *"dam", "ctrl+l", "R"],
        "collocates": [*keys("s"), *"dam", "ctrl+l", "tab"],
        "spread": [*keys("s"), *"dam", "ctrl+l", "shift+tab"],
        "beside": [*keys("gD"), *"correction", "enter", *keys("]d]d]d")],
        "differences": [*keys("gD"), *"correction", "enter", "F"],
        "help": [*keys("?")],
        "palette": ["ctrl+p"],
    }


def main() -> None:
    """Make all the pictures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "docs" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    for name, keys in scenes().items():
        shots = [(size, "dark") for size in SIZES]
        if name in ("reading", "searching", "annotations"):
            shots += [(SIZES[1], other) for other in ("light", "high-contrast", "no-colour")]
        for size, theme in shots:
            asyncio.run(shoot(folder, name, keys, size, theme))


if __name__ == "__main__":
    main()
