"""No text that is not ours can reach a place where Textual reads console markup.

`Static("…")`, `notify("…")`, `border_title = "…"` and others parse a plain `str` as markup, where
`[@click=…]` runs an action. There, everything but a literal must be a `Content`.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import tui

FOLDER = Path(tui.__file__).parent

# What takes a visual as its first argument and parses a `str`; `placeholder` and the like by name.
CONSTRUCTORS = {"Static", "Label", "Button", "Option", "Tab", "TabPane", "Markdown", "Tooltip"}
METHODS = {"notify", "from_markup", "add_option", "add_tab"}
UPDATES = {"update"}
KEYWORDS = {"placeholder", "tooltip", "label", "prompt"}
ATTRIBUTES = {"border_title", "border_subtitle", "tooltip", "placeholder", "label"}
# What makes or holds a `Content`, by the name of the call or of the variable.
MAKERS = {"Content", "join", "stylize", "assemble", "problems_text"}

# What shows the `Content` that it is given in its own way.
WRAPPERS = {"FewRows"}


def drawing() -> list[Path]:
    """Return the modules that draw: those that name Textual."""
    return [path for path in sorted(FOLDER.rglob("*.py")) if "textual" in path.read_text("utf-8")]


def is_safe(node: ast.expr, known: set[str]) -> bool:
    """Say whether an expression is a literal of ours or a `Content`."""
    if isinstance(node, ast.Constant):
        return True
    if isinstance(node, ast.Name):
        return node.id in known
    if isinstance(node, ast.Attribute):
        return node.attr in known
    if isinstance(node, ast.BinOp):
        return is_safe(node.left, known) and is_safe(node.right, known)
    if isinstance(node, ast.IfExp):
        return is_safe(node.body, known) and is_safe(node.orelse, known)
    if isinstance(node, ast.Call):
        name = (
            node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        )
        if name in WRAPPERS:
            return all(is_safe(argument, known) for argument in node.args)
        return name in MAKERS
    return False


def contents(tree: ast.AST) -> set[str]:
    """Return the names that are annotated as `Content`, or assigned one."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.arg | ast.AnnAssign) and node.annotation is not None:
            name = node.arg if isinstance(node, ast.arg) else getattr(node.target, "id", "")
            if ast.unparse(node.annotation).strip("'\"") == "Content":
                found |= {name, f"_{name}"}
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
            if not is_safe(node.value, set()):
                continue
            found |= {target.id for target in node.targets if isinstance(target, ast.Name)}
    return found


def is_of_dict(function: ast.expr) -> bool:
    """Say whether `x.update` is that of a dictionary or a set of ours, which are no widgets."""
    return isinstance(function, ast.Attribute) and ast.unparse(function.value) in (
        "self._known",
        "self._wanted",
    )


def faults(source: str, name: str = "<source>") -> Iterator[str]:
    """Give what is wrong in a module, one line each."""
    tree = ast.parse(source)
    known = contents(tree)
    for node in ast.walk(tree):
        suspects: list[ast.expr] = []
        if isinstance(node, ast.Call):
            called = (
                node.func.attr
                if isinstance(node.func, ast.Attribute)
                else getattr(node.func, "id", "")
            )
            if called in CONSTRUCTORS | METHODS:
                suspects += node.args[:1]
            elif called in UPDATES and len(node.args) == 1 and not is_of_dict(node.func):
                suspects += node.args
            # A keyword handed on under its own name is checked where it comes from.
            suspects += [
                keyword.value
                for keyword in node.keywords
                if keyword.arg in KEYWORDS and getattr(keyword.value, "id", "") != keyword.arg
            ]
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Attribute) and target.attr in ATTRIBUTES:
                    suspects.append(node.value)
        for suspect in suspects:
            if not is_safe(suspect, known):
                yield (
                    f"{name}:{suspect.lineno}: {ast.unparse(suspect)} may be a str that is read as"
                    " markup; make it Content(safe_line(…))"
                )


@pytest.mark.parametrize("path", drawing(), ids=lambda path: str(path.relative_to(FOLDER)))
def test_nothing_but_content_reaches_where_markup_is_read(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert list(faults(source, f"tui/{path.relative_to(FOLDER)}")) == []


@pytest.mark.parametrize(
    "line",
    [
        "Static(title)",
        "Static(f'{title}')",
        "self.query_one('#a').update(words)",
        "self.app.notify(str(error))",
        "form.border_title = name",
        "Input(placeholder=name)",
        "Static(escape(title))",
        "Label('a' + title)",
        "Static(FewRows(title))",
    ],
)
def test_the_check_sees_what_it_is_for(line: str) -> None:
    assert list(faults(line))


@pytest.mark.parametrize(
    "line",
    [
        "Static(Content(title))",
        "Static('words of ours')",
        "Static()",
        "self.query_one('#a').update(Content(words))",
        "self.query_one('#a').update(FewRows(Content(words)))",
        "form.border_title = Content(name)",
        "Static(Content('a') + Content(title))",
    ],
)
def test_the_check_lets_content_pass(line: str) -> None:
    assert not list(faults(line))
