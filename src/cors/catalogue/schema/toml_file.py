"""Reading a definition file as TOML; a file that can't be read becomes a mistake with its line."""

import re
import tomllib
from pathlib import Path

from cors.catalogue.schema.mistakes import Mistake
from cors.catalogue.schema.table import Table

AT_LINE = re.compile(r" \(at line (\d+), column \d+\)$")
STANDS_TWICE = ("Cannot declare", "Cannot overwrite", "Cannot mutate")


def read_toml(path: Path, name: str, mistakes: list[Mistake]) -> Table:
    """Return the whole file as a table; one that is not readable is empty."""
    raw: dict[str, object] = {}
    known = len(mistakes)
    try:
        text = path.read_text(encoding="utf-8")
        raw = tomllib.loads(text)
    except FileNotFoundError:
        mistakes.append(Mistake(name, "file", "is missing"))
    except UnicodeDecodeError as error:
        mistakes.append(Mistake(name, f"byte {error.start}", "is not UTF-8 text"))
    except tomllib.TOMLDecodeError as error:
        mistakes.append(_syntax(text.splitlines(), name, str(error)))
    readable = len(mistakes) == known
    return Table(raw, file=name, path="", mistakes=mistakes, readable=readable)


def _syntax(lines: list[str], name: str, said: str) -> Mistake:
    found = AT_LINE.search(said)
    line = int(found[1]) if found else len(lines)
    what = AT_LINE.sub("", said).removesuffix(" (at end of document)")
    if what.startswith(STANDS_TWICE):
        key = lines[line - 1].split("=")[0].strip(" []")
        return Mistake(name, f"line {line}", f"{key} stands twice")
    return Mistake(name, f"line {line}", f"is not TOML: {what}")
