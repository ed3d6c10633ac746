"""Reads the tree: which files there are, and what Python stands in them."""

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "cors"


@cache
def files() -> tuple[Path, ...]:
    """Return the files that are, or are about to be, in the repository, relative to the root."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    names = listed.stdout.split("\0") if listed.returncode == 0 else _walk()
    return tuple(sorted(Path(name) for name in names if name and (ROOT / name).is_file()))


def _walk() -> list[str]:
    """List the tree where there is no git, as in a downloaded archive."""
    unwanted = {".venv", "var", "var-keys", "node_modules", "__pycache__"}
    found = (path.relative_to(ROOT) for path in ROOT.rglob("*"))
    return [
        str(p) for p in found if not any(w in unwanted or w.endswith("_cache") for w in p.parts)
    ]


def text(path: Path) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def lines(path: Path) -> int:
    return len(text(path).splitlines())


def written_lines(path: Path) -> int:
    """Count the lines that hold something."""
    return sum(1 for line in text(path).splitlines() if line.strip())


def with_ending(*endings: str) -> list[Path]:
    return [path for path in files() if path.suffix in endings]


def is_test(path: Path) -> bool:
    return "tests" in path.parts or path.name == "conftest.py"


def is_migration(path: Path) -> bool:
    return "migrations" in path.parts


def python_files() -> list[Path]:
    """Return all Python that is written by hand."""
    return [path for path in with_ending(".py") if not is_migration(path)] + [Path("cors")]


def code_files() -> list[Path]:
    """Return the Python that runs for people who use CORS."""
    return [path for path in python_files() if not is_test(path)]


def files_of_tests() -> list[Path]:
    return [path for path in python_files() if is_test(path)]


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(text(path), filename=str(path))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def slice_of(path: Path) -> str:
    """Return the slice that a file belongs to, or "" outside of the package."""
    return path.parts[2] if path.parts[:2] == ("src", "cors") and len(path.parts) > 3 else ""


@cache
def order() -> dict[str, int]:
    """Return each slice's height: 0 at the bottom; neighbours on one line are equally high."""
    settings = tomllib.loads(text(Path("pyproject.toml")))
    (contract,) = [
        contract
        for contract in settings["tool"]["importlinter"]["contracts"]
        if contract["id"] == "order"
    ]
    heights: dict[str, int] = {}
    for height, line in enumerate(reversed(contract["layers"])):
        heights |= dict.fromkeys(re.findall(r"\w+", line), height)
    return heights


def may_see(upper: str, lower: str) -> bool:
    """Tell whether the order allows one slice to use another."""
    return upper == lower or order()[upper] > order()[lower]
