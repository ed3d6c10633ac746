"""One line for those who like keys: `visit 30m @housing +rang them !debts next: forms on Friday`.

What is read goes into the fields of the form, where it is seen and changed before it is saved.
Nothing is guessed: what has no one meaning stays in the note, word for word.
"""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise

Fields = dict[str, list[str]]

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
QUOTED = re.compile(r"[\"“]([^\"“”]*)[\"”]")
MINUTES = re.compile(r"(\d{1,3})\s?(?:m|min|mins|minutes)(?=\s|$)\s*", re.IGNORECASE)
MARKER = re.compile(r"(?:(?<=\s)|^)(?:[@+!](?=\S)|-(?=[^\W\d_])|next:)", re.IGNORECASE)
ON_DAY = re.compile(r"^(?P<what>.+?)\s+(?:on |by )?(?P<day>\w+|\d{4}-\d\d-\d\d)$", re.DOTALL)


@dataclass(frozen=True)
class Offered:
    """What the form offers: kinds and barriers by key, goals with their part of life by key.

    No kinds where the contact stands already; no barriers for who plans nothing. filled: the
    fields that hold words by now, which are left as they are.
    """

    kinds: Mapping[str, str]
    goals: Mapping[str, str]
    barriers: Mapping[str, str]
    today: date
    filled: Collection[str] = ()


@dataclass
class Line:
    """What was read, as the names and values of the form's fields, and what stays in the note."""

    fields: Fields = field(default_factory=dict)
    note: str = ""

    def mark(self, mark: str) -> None:
        self.fields.setdefault("marks", []).append(mark)


def read_line(note: str, offered: Offered) -> Line:
    """Read the first line of a note; the lines after it stay as they are."""
    first, *others = note.split("\n", 1)
    ends = [*(found.start() for found in MARKER.finditer(_blind(first))), len(first)]
    line = Line()
    left = [_lead(first[: ends[0]], offered, line)]
    for start, end in pairwise(ends):
        part = first[start:end].strip()
        left.append(_READERS[_marker(part)](part, offered, line))
    rest = " ".join(each for each in left if each)
    line.note = "\n".join([rest, *others] if rest else others)
    return line


def _blind(text: str) -> str:
    """Put dots for what is quoted, so that no marker is found within."""
    return QUOTED.sub(lambda found: "." * len(found.group()), text)


def _marker(part: str) -> str:
    return "next:" if part[:5].casefold() == "next:" else part[0]


def _lead(text: str, offered: Offered, line: Line) -> str:
    """Read the kind of contact and its minutes, with which a line begins."""
    text = text.strip()
    if not offered.kinds:
        return text
    for key, label in sorted(offered.kinds.items(), key=lambda each: -len(each[1])):
        if re.match(rf"{re.escape(label)}(?:\s|$)", text, re.IGNORECASE):
            line.fields["kind"] = [key]
            text = text[len(label) :].lstrip()
            break
    if found := MINUTES.match(text):
        line.fields["minutes"] = [found.group(1)]
        text = text[found.end() :]
    return text


def _goal(part: str, offered: Offered, line: Line) -> str:
    """`@housing`: the one open goal in that part of life."""
    name, _, rest = part[1:].partition(" ")
    meant = [
        key for key, area in offered.goals.items() if area.casefold().startswith(name.casefold())
    ]
    if len(meant) != 1:
        return part
    line.fields[f"goal-{meant[0]}"] = ["on"]
    return rest.strip()


def _moment(mark: str, names: frozenset[str]) -> Callable[[str, Offered, Line], str]:
    def read(part: str, offered: Offered, line: Line) -> str:
        words, quote, rest = _with_quote(part[1:])
        if words.casefold() in names:
            words, quote = quote, ""
        if not words or f"{mark}_words" in {*line.fields, *offered.filled}:
            return part
        line.mark(mark)
        line.fields[f"{mark}_words"] = [words]
        if quote:
            line.fields[f"{mark}_client_words"] = [quote]
        return rest

    return read


def _with_quote(text: str) -> tuple[str, str, str]:
    """Return what stands before the first quotation, the quotation, and what stands after."""
    found = QUOTED.search(text)
    if not found:
        return text.strip(), "", ""
    return text[: found.start()].strip(), found.group(1).strip(), text[found.end() :].strip()


def _barrier(part: str, offered: Offered, line: Line) -> str:
    """`!no deposit`: a kind of barrier by its name, else its words: the kind is then asked for."""
    words = part[1:].strip()
    known = {*line.fields, *offered.filled}
    if not words or not offered.barriers or known & {"barrier_type", "barrier_words"}:
        return part
    meant = [key for key, label in offered.barriers.items() if label.casefold() == words.casefold()]
    line.mark("barrier")
    if len(meant) == 1:
        line.fields["barrier_type"] = meant
    else:
        line.fields["barrier_words"] = [words]
    return ""


def _step(part: str, offered: Offered, line: Line) -> str:
    """`next: forms on Friday`: the next step, and its day where it ends with one."""
    words = part[5:].strip()
    if not words or not offered.barriers or "step_words" in {*line.fields, *offered.filled}:
        return part
    found = ON_DAY.match(words)
    day = _day(found["day"], offered.today) if found else None
    if found and day:
        words = found["what"]
        line.fields |= {"step_when": ["day"], "step_day": [day.isoformat()]}
    line.fields["step_words"] = [words]
    return ""


def _day(said: str, today: date) -> date | None:
    """Return tomorrow, the next day of that name, or a day written out; None for anything else."""
    said = said.casefold()
    if said == "tomorrow":
        return today + timedelta(days=1)
    if said in DAYS:
        ahead = (DAYS.index(said) - today.weekday()) % 7
        return today + timedelta(days=ahead or 7)
    try:
        return date.fromisoformat(said) if "-" in said else None
    except ValueError:
        return None


_READERS: Mapping[str, Callable[[str, Offered, Line], str]] = {
    "@": _goal,
    "+": _moment("success", frozenset({"", "win", "small win", "success", "small success"})),
    "-": _moment("setback", frozenset({"", "setback"})),
    "!": _barrier,
    "next:": _step,
}
