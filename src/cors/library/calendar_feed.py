"""The days on which answers come out, as an iCalendar (RFC 5545)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from cors.library.feed import clean

MOST_OCTETS = 73  # of a line, its end left out


@dataclass(frozen=True)
class ToCome:
    """An answer that comes out on a day."""

    key: str
    title: str
    on: date
    said_at: datetime


def calendar_of(name: str, to_come: Iterable[ToCome]) -> bytes:
    """Return the days on which answers come out, as an iCalendar."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//CORS//Answers//EN",
        f"X-WR-CALNAME:{_text(name)}",
    ]
    for each in to_come:
        lines += [
            "BEGIN:VEVENT", f"UID:{each.key}", f"DTSTAMP:{each.said_at:%Y%m%dT%H%M%SZ}",
            f"DTSTART;VALUE=DATE:{each.on:%Y%m%d}", f"SUMMARY:{_text(each.title)}",
            "TRANSP:TRANSPARENT", "END:VEVENT",
        ]  # fmt: skip
    return "".join(_folded(line) for line in [*lines, "END:VCALENDAR"]).encode()


def _text(words: str) -> str:
    safe = clean(words).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return safe.replace("\n", "\\n")


def _folded(line: str) -> str:
    """Break a line after so many octets at most, between letters."""
    found, length = "", 0
    for letter in line:
        size = len(letter.encode())
        if length + size > MOST_OCTETS:
            found, length = found + "\r\n ", 1
        found, length = found + letter, length + size
    return found + "\r\n"
