"""Measures the tree; run as a module it prints the table."""

import statistics
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.repository import tree


@dataclass(frozen=True)
class Budget:
    """The most that one thing of a kind may measure, in lines, and what was measured."""

    kind: str
    most: int
    measured: dict[str, int]

    def over(self) -> list[str]:
        return [
            f"{name}: {size} lines (at most {self.most})"
            for name, size in self.measured.items()
            if size > self.most
        ]

    def figures(self) -> str:
        sizes = sorted(self.measured.values())
        if not sizes:
            return f"{self.kind:20} none"
        p90 = sizes[min(len(sizes) - 1, int(len(sizes) * 0.9))]
        middle = statistics.median(sizes)
        return (
            f"{self.kind:20} {len(sizes):5} of them, median {middle:5.0f}, p90 {p90:4}, "
            f"largest {sizes[-1]:4} (at most {self.most})"
        )


def budgets() -> list[Budget]:
    code = [path for path in tree.code_files() if path.stat().st_size]
    return [
        Budget("Python file", 400, _files(path for path in tree.python_files())),
        Budget("function", 50, _functions(code)),
        Budget("view function", 25, _views(code)),
        Budget("test", 40, _tests()),
        Budget("template", 200, _files(tree.with_ending(".html"))),
        Budget("JavaScript file", 150, _files(_own(tree.with_ending(".js", ".mjs")))),
    ]


def _files(paths: Iterable[Path]) -> dict[str, int]:
    return {str(path): size for path in paths if (size := tree.lines(path))}


def _own(paths: Iterable[Path]) -> list[Path]:
    return [path for path in paths if "vendor" not in path.parts]


def _functions(paths: Iterable[Path]) -> dict[str, int]:
    return {
        f"{path}:{function.lineno} {function.name}": tree.length(function)
        for path in paths
        for function in tree.functions(path)
    }


def _views(paths: Iterable[Path]) -> dict[str, int]:
    return {
        f"{path}:{function.lineno} {function.name}": tree.length(function)
        for path in paths
        if path.name == "views.py" or "views" in path.parts
        for function in tree.functions(path)
        if function.args.args and function.args.args[0].arg == "request"
    }


def _tests() -> dict[str, int]:
    return {
        f"{path}:{function.lineno} {function.name}": tree.length(function)
        for path in tree.files_of_tests()
        for function in tree.functions(path)
        if function.name.startswith("test_")
    }


def lines_of_code() -> int:
    return sum(tree.written_lines(path) for path in tree.code_files())


def lines_of_tests() -> int:
    return sum(tree.written_lines(path) for path in tree.files_of_tests())


def casefile_lines() -> int:
    return sum(tree.lines(path) for path in tree.code_files() if tree.slice_of(path) == "casefile")


def main() -> None:
    for budget in budgets():
        print(budget.figures())
    print(f"casefile             {casefile_lines()} lines (at most 2500)")
    ratio = lines_of_tests() / lines_of_code()
    print(
        f"tests to code        {lines_of_tests()} ÷ {lines_of_code()} = {ratio:.2f} (at least 1.0)"
    )


if __name__ == "__main__":
    main()
