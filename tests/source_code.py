"""The source of the project as data, for the tests that watch over it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NOT_OURS = {"build", "dist", "__pycache__"}


@dataclass(frozen=True)
class SourceFile:
    """One Python file. `name` is its path from the top of the repository, with slashes."""

    name: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, self.name)

    def calls(self) -> Iterator[ast.Call]:
        """All calls in the file."""
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.Call))

    def functions(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        """All functions and methods in the file."""
        kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
        return (node for node in ast.walk(self.tree) if isinstance(node, kinds))

    def at(self, node: ast.expr | ast.stmt) -> str:
        """Where `node` stands, the way that editors can jump to."""
        return f"{self.name}:{node.lineno}"


def python_files(folder: str = "") -> list[SourceFile]:
    """All Python files below `folder` of the repository, in the order of their names."""
    start = f"{folder}/" if folder else ""
    return [source for source in all_python_files() if source.name.startswith(start)]


@cache
def all_python_files() -> tuple[SourceFile, ...]:
    """Read and taken apart once, for the many rules that look at them."""
    paths = [path for path in sorted(ROOT.rglob("*.py")) if is_ours(path)]
    return tuple(SourceFile(from_top(path).as_posix(), path.read_text("utf-8")) for path in paths)


def from_top(path: Path) -> Path:
    return path.relative_to(ROOT)


def is_ours(path: Path) -> bool:
    return not any(part.startswith(".") or part in NOT_OURS for part in from_top(path).parts)


def imported_modules(tree: ast.AST) -> set[str]:
    """The dotted names of all that is imported anywhere in `tree`.

    `from a import b` counts as `a` and as `a.b`, because b may be a module.
    """
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            names.add(module)
            names.update(f"{module}.{alias.name}" for alias in node.names)
    return names


def called_name(call: ast.Call) -> str:
    """The last part of the name that is called: "connect" for `a.b.connect(...)`."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def receiver_name(call: ast.Call) -> str:
    """The last part of the name before the dot: "b" for `a.b.connect(...)`."""
    value = call.func.value if isinstance(call.func, ast.Attribute) else None
    if isinstance(value, ast.Attribute):
        return value.attr
    return value.id if isinstance(value, ast.Name) else ""
