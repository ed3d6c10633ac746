"""A sheet: a heading and sections of lines, the same for the page and for paper. Pure."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Line:
    """One thing said; own: in a person's own words. label is strong and stands before it."""

    words: str
    detail: str = ""
    label: str = ""
    own: bool = False
    url: str = ""


@dataclass(frozen=True)
class Section:
    """Lines under a heading; nothing says what stands there where there are none."""

    head: str
    lines: tuple[Line, ...]
    nothing: str = ""
    is_warning: bool = False


@dataclass(frozen=True)
class Sheet:
    """What is printed: `about` says who made it when, and for whom it is meant."""

    title: str
    about: str
    sections: tuple[Section, ...]

    def on_paper(self) -> dict[str, Any]:
        """Return the sheet as plain data, addresses left out: paper leads nowhere."""
        data = asdict(self)
        for section in data["sections"]:
            for line in section["lines"]:
                del line["url"]
        return data


def section(
    head: str, lines: Iterable[Line], *, nothing: str = "", is_warning: bool = False
) -> list[Section]:
    """Return the section, or none where it has no lines and nothing to say about that."""
    found = tuple(line for line in lines if line.words or line.label)
    return [Section(head, found, nothing, is_warning)] if found or nothing else []
