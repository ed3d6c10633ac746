"""Captions: WebVTT or SubRip read into cues, refused with the line, and written as WebVTT.

https://www.w3.org/TR/webvtt1/ (times, cues); SubRip differs by a comma before the milliseconds.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import pairwise

TIME = r"(?:(\d{1,3}):)?([0-5]?\d):([0-5]\d)[.,](\d{3})"
TIMES = re.compile(rf"^{TIME}\s+-->\s+{TIME}(?:\s.*)?$")
TAG = re.compile(r"<[^>]*>")
NOT_CUES = ("WEBVTT", "NOTE", "STYLE", "REGION")
MOST_CUES = 20_000


class CaptionsError(ValueError):
    """What was given holds no captions; the message says what to put right."""


@dataclass(frozen=True)
class Cue:
    """What is said from one second to another."""

    start: float
    end: float
    words: str


def read_captions(source: str) -> list[Cue]:
    """Read WebVTT or SubRip, in order of time; raise CaptionsError."""
    text = source.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    found = [cue for block in re.split(r"\n{2,}", text) if (cue := _cue(block))]
    if not found:
        raise CaptionsError("This holds no times. Paste the whole VTT or SRT file.")
    if len(found) > MOST_CUES:
        raise CaptionsError(f"These are more than {MOST_CUES:,} lines. Is it one recording?")
    for before, after in pairwise(found):
        if after.start < before.start:
            raise CaptionsError(f"“{after.words[:40]}” begins before the line above it.")
    return found


def _cue(block: str) -> Cue | None:
    lines = block.strip("\n").split("\n")
    if lines[0].startswith(NOT_CUES) or not block.strip():
        return None
    place = next((n for n, line in enumerate(lines[:2]) if "-->" in line), None)
    if place is None:
        raise CaptionsError(f"“{lines[0][:40]}” has no times above it.")
    times = TIMES.match(lines[place].strip())
    if times is None:
        raise CaptionsError(
            f"“{lines[place][:40]}” are no times, like 00:01:02.500 --> 00:01:05.000"
        )
    start, end = _seconds(times.groups()[:4]), _seconds(times.groups()[4:])
    if end < start:
        raise CaptionsError(f"“{lines[place][:40]}” ends before it begins.")
    words = unescape(TAG.sub("", " ".join(lines[place + 1 :])))
    return Cue(start, end, " ".join(words.split())) if words.strip() else None


def _seconds(parts: Sequence[str | None]) -> float:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return (((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths) / 1000


def as_vtt(cues: Iterable[Cue]) -> str:
    """Write cues as WebVTT."""
    blocks = [f"{clock(cue.start)} --> {clock(cue.end)}\n{_safe(cue.words)}" for cue in cues]
    return "\n\n".join(["WEBVTT", *blocks]) + "\n"


def clock(seconds: float) -> str:
    """Return a time as WebVTT writes it: hours, minutes, seconds, thousandths."""
    thousandths = round(seconds * 1000)
    rest, thousandths = divmod(thousandths, 1000)
    hours, rest = divmod(rest, 3600)
    return f"{hours:02}:{rest // 60:02}:{rest % 60:02}.{thousandths:03}"


def _safe(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace("-->", "→")
