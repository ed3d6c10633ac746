"""Where each chapter begins in a recording: typed, or found by its first words in the captions."""

import re
from collections.abc import Sequence

from cors.library.captions import Cue, clock
from cors.library.script import Chapter

CLOCK = re.compile(r"^(?:(\d{1,2}):)?([0-5]?\d):([0-5]\d(?:\.\d{1,3})?)(?![\d.])")
WORDS_COMPARED = 4


class TimesError(ValueError):
    """The times of the chapters can't be used; the message says what to put right."""


def read_times(source: str, chapters: Sequence[Chapter], length: float | None) -> tuple[float, ...]:
    """Read one time a line (m:ss or h:mm:ss, then anything), one for each chapter."""
    lines = [line.strip() for line in source.splitlines() if line.strip()]
    found: list[float] = []
    for line in lines:
        time = CLOCK.match(line)
        if time is None:
            raise TimesError(f"“{line[:40]}” does not begin with a time like 1:05")
        hours, minutes, seconds = time.groups()
        found.append(int(hours or 0) * 3600 + int(minutes) * 60 + float(seconds))
    if len(found) != len(chapters):
        raise TimesError(f"There are {len(chapters)} chapters and {len(found)} times.")
    if found != sorted(found):
        raise TimesError("Put the times in order.")
    if length is not None and found[-1] > length:
        raise TimesError("The last chapter begins after the end of the recording.")
    return tuple(found)


def as_times(starts: Sequence[float]) -> str:
    """Write times as they are read: a line each."""
    return "\n".join(clock(start).removesuffix(".000") for start in starts)


def found_times(cues: Sequence[Cue], chapters: Sequence[Chapter]) -> tuple[float, ...]:
    """Return where the chapters begin by their first words; nothing if one is not found."""
    found: list[float] = []
    at = 0
    for chapter in chapters:
        wanted = {_first(chapter.heading), _first(chapter.paragraphs[0])}
        place = next((n for n in range(at, len(cues)) if _first(cues[n].words) in wanted), None)
        if place is None:
            return ()
        found.append(cues[place].start)
        at = place + 1
    return tuple(found)


def _first(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold())[:WORDS_COMPARED])
