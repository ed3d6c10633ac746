"""Sums know nothing of the framework, so that they can be read, tested and reused alone."""

import ast
import sys
from pathlib import Path

from tests.repository.tree import code_files, parsed

PURE = (
    "measures/scoring.py",
    "measures/change.py",
    "measures/student_t.py",
    "measures/noncentral_t.py",
    "measures/effect.py",
    "measures/talking_therapies.py",
    "plans/attainment.py",
    "measures/limits.py",
    "measures/one_by_one.py",
    "measures/schedule.py",
    "measures/schedule_words.py",
    "measures/staggering.py",
    "outcomes/rules.py",
    "contacts/one_line.py",
    "sheets/hidden.py",
    "plans/models/rated.py",
    "reviews/due.py",
    "reports/figure.py",
    "reports/pairs.py",
    "reports/measure_words.py",
    "reports/steps.py",
    "reports/ladder_figures.py",
    "trajectory/model.py",
    "trajectory/words.py",
    "trajectory/drawing.py",
    "trajectory/drawn_marks.py",
    "reports/figures.py",
    "reports/outcome_figures.py",
    "reports/measure_figures.py",
    "reports/change_figures.py",
    "sheets/sheet.py",
    "sheets/time_spent.py",
    "caseload/off_track.py",
    "caseload/reasons.py",
    "caseload/what_helped.py",
    "core/plain_days.py",
    "core/spark.py",
    "core/span.py",
    "core/blind_index.py",
    "core/sealing.py",
)
# A pure module that grew becomes a folder of the same name.
PURE_FOLDERS = tuple(name.removesuffix(".py") + "/" for name in PURE)
# The picture is drawn for the screen, for print and for letters alike.
PURE_SLICE = "journey/"
NOT_OF_THE_PICTURE = ("journey/apps.py", "journey/templatetags/")


def is_pure(path: Path) -> bool:
    name = path.as_posix().removeprefix("src/cors/")
    if name.startswith(PURE_SLICE):
        return not name.startswith(NOT_OF_THE_PICTURE)
    return name in PURE or name.startswith(PURE_FOLDERS)


def imported(path: Path) -> set[str]:
    """Return the first words of all that a file imports."""
    names: set[str] = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    return names


def test_sums_import_no_framework() -> None:
    found = [str(path) for path in code_files() if is_pure(path) and "django" in imported(path)]
    assert not found, "\n".join(found)


def test_there_are_sums_to_look_at() -> None:
    assert sum(1 for path in code_files() if is_pure(path)) >= 10


def test_the_script_at_the_root_needs_nothing_installed() -> None:
    for path in code_files():
        if path == Path("cors") or path.parts[0] == "bootstrap":
            strange = imported(path) - set(sys.stdlib_module_names) - {"bootstrap"}
            assert not strange, f"{path}: {strange}"
