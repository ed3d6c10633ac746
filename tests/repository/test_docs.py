"""What the documents promise stands in the tree."""

import re
from pathlib import Path

from tests.repository.tree import ROOT, files, lines, text

HOW_TO = Path("docs/how-to/README.md")
LINK = re.compile(r"\[[^\]]*\]\((?!\w+:|#)([^)#\s]+)")


def documents() -> list[Path]:
    return [path for path in files() if path.suffix == ".md" and "src" not in path.parts]


def table() -> list[tuple[str, str]]:
    """Return the rows of the how-to table: the change, and the file to open."""
    rows = [
        [cell.strip() for cell in line.strip().strip("|").split("|")]
        for line in text(HOW_TO).splitlines()
        if line.lstrip().startswith("|") and not re.match(r"^\s*\|[\s:|-]+$", line)
    ]
    return [(row[0], row[1]) for row in rows[1:]]


def stands(name: str) -> bool:
    """Tell whether a file or folder is there; <key> stands for any name."""
    pattern = re.sub(r"<[^>]+>", "*", name.strip("/"))
    return any(any(base.glob(pattern)) for base in (ROOT, ROOT / "src" / "cors"))


def test_the_table_of_changes_names_files_that_are_there() -> None:
    assert table()
    gone = [
        f"{change}: {name}"
        for change, cell in table()
        for name in re.findall(r"`([^`]+)`", cell)
        if not stands(name)
    ]
    assert not gone, "\n".join(gone)


def test_every_change_in_the_table_names_a_file() -> None:
    assert not [change for change, cell in table() if "`" not in cell]


def test_links_between_documents_lead_somewhere() -> None:
    broken = [
        f"{path}: {link}"
        for path in documents()
        for link in LINK.findall(text(path))
        if not (ROOT / path.parent / link).exists()
    ]
    assert not broken, "\n".join(broken)


def test_decisions_are_written_down_and_short() -> None:
    decisions = [path for path in files() if path.match("docs/adr/[0-9]*.md")]
    assert len(decisions) >= 8
    long = [f"{path}: {lines(path)} lines" for path in decisions if lines(path) > 40]
    assert not long, "\n".join(long)


def test_the_style_guide_is_there_and_short() -> None:
    (guide,) = [path for path in files() if path.name == "STYLE.md"]
    assert lines(guide) <= 200
