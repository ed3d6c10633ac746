"""Says whether the built style sheet fits its sources, without Node and with nothing installed.

Two things can make it stale: the sources of the style changed (their digest stands at the head of
the built sheet), or a page uses a class that the sheet does not have. A changed sentence does
neither.
"""

import hashlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
SOURCES = ROOT / "styles"
SLICES = ROOT / "src" / "cors"
BUILT = SLICES / "core" / "static" / "core" / "app.css"
MEND = "Run `npm install` once and `npm run style` after a change of the look."

STAMP = re.compile(r"\A/\* sources ([0-9a-f]{64}) \*/\n")
ATTRIBUTE = re.compile(r"""\bclass(?:es)?=(?:"([^"]*)"|'([^']*)')""")
IN_PYTHON = re.compile(
    r"""["']class["']:\s*["']([^"']*)["']|\bclass=\\?["']([\w\s:.\[\]()%!/-]*)"""
)
TAG = re.compile(r"{%.*?%}", re.DOTALL)
VALUE = re.compile(r"{{.*?}}", re.DOTALL)
COMMENT = re.compile(r"{%\s*comment.*?endcomment\s*%}|{#.*?#}", re.DOTALL)
SELECTOR = re.compile(r"\.((?:\\.|[\w-])+)")
HOLE = "\0"
DRAWING = "j-"  # names inside of the journey picture; its own sheet styles those that need it


def digest(sources: Path = SOURCES) -> str:
    """Return the digest of all style sources and of the versions that build them."""
    found = hashlib.sha256()
    for path in [*sorted(sources.rglob("*.css")), sources.parent / "package.json"]:
        found.update(path.relative_to(sources.parent).as_posix().encode())
        found.update(path.read_text(encoding="utf-8").replace("\r\n", "\n").encode())
    return found.hexdigest()


def stamped(built: str) -> str:
    """Return the digest at the head of a built sheet, or ""."""
    found = STAMP.match(built)
    return found[1] if found else ""


def stamp(path: Path = BUILT, sources: Path = SOURCES) -> None:
    """Write the digest of the sources at the head of the built sheet."""
    built = STAMP.sub("", path.read_text(encoding="utf-8"))
    path.write_text(f"/* sources {digest(sources)} */\n{built}", encoding="utf-8")


def classes_used(text: str, in_python: bool = False) -> set[str]:
    """Return the classes that a template or a piece of Python names in full."""
    pattern = IN_PYTHON if in_python else ATTRIBUTE
    plain = text if in_python else _filled(text)
    named = (next(filter(None, groups), "") for groups in pattern.findall(plain))
    return {word for words in named for word in words.split() if _is_whole(word)}


def classes_styled(sheet: str) -> set[str]:
    """Return the classes that a sheet has rules for."""
    return {re.sub(r"\\(.)", r"\1", name) for name in SELECTOR.findall(sheet)}


def complaints() -> Iterator[str]:
    """Yield a sentence for each thing that the built sheet lacks."""
    built = BUILT.read_text(encoding="utf-8")
    if stamped(built) != digest():
        yield f"The style's sources changed since the sheet was built. {MEND}"
    styled = set().union(*(classes_styled(path.read_text("utf-8")) for path in _sheets()))
    for path in _pages():
        used = classes_used(path.read_text(encoding="utf-8"), path.suffix == ".py")
        if missing := sorted(used - styled):
            yield f"{path.relative_to(ROOT)} uses {', '.join(missing)}: not in the sheet. {MEND}"


def _filled(template: str) -> str:
    """Take out what a template works out, so that only written classes stay."""
    return VALUE.sub(HOLE, _without_tags(COMMENT.sub("", template)))


def _without_tags(template: str) -> str:
    # Parameters of an include (classes="…") stand inside of a tag and count too.
    return TAG.sub(
        lambda tag: " ".join(("", *(f'{name}"{words}"' for name, words in _given(tag[0])), "")),
        template,
    )


def _given(tag: str) -> list[tuple[str, str]]:
    return re.findall(r"""\b(classes=)"([^"]*)\"""", tag)


def _is_whole(word: str) -> bool:
    if HOLE in word or word.startswith(DRAWING) or re.match(r"\w+\.[A-Za-z]", word):
        return False
    return re.search(r"[a-z]", word) is not None


def _sheets() -> list[Path]:
    return sorted(SLICES.glob("*/static/**/*.css"))


def _pages() -> Iterator[Path]:
    for path in sorted(SLICES.rglob("*")):
        if path.suffix in (".html", ".py") and "tests" not in path.parts:
            yield path


def main(words: list[str]) -> int:
    """Stamp the sheet, or check it: python -m cors.core.style_stamp stamp|check."""
    if words == ["stamp"]:
        stamp()
        return 0
    found = list(complaints())
    print("\n".join(found) or "The style sheet fits its sources.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
