"""What helped this person before, as one sentence for the next time. Pure."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

LONGEST = 140  # characters that fit on a card beside the reason


@dataclass(frozen=True, slots=True)
class Helped:
    """Something that helped on a day: back on track with a goal, or past a kind of barrier."""

    on: date
    words: str
    goal: Any = None
    barrier: str = ""  # what the barrier is called


def suggestion(
    history: Iterable[Helped],
    *,
    goal: Any = None,
    barriers: Collection[str] = (),
    could_help: str = "",
) -> str:
    """Return what helped last, best for the same goal, else past the same kind of barrier.

    Without either it is what helped on any way back, else what was said could help this time; of a
    person with no such history, nothing.
    """
    said = sorted((each for each in history if each.words.strip()), key=lambda each: each.on)
    ways_back = [each for each in said if not each.barrier]
    if same_goal := [each for each in ways_back if goal is not None and each.goal == goal]:
        return f"Last time, this helped: {shortened(same_goal[-1].words)}"
    if same_kind := [each for each in said if each.barrier in barriers]:
        found = same_kind[-1]
        return f"Past “{found.barrier}” before, this helped: {shortened(found.words)}"
    if ways_back:
        return f"Last time, this helped: {shortened(ways_back[-1].words)}"
    return f"Said then, what could help: {shortened(could_help)}" if could_help.strip() else ""


def shortened(words: str, most: int = LONGEST) -> str:
    """Return the first line, cut at a word where it is longer than so many characters."""
    line = words.strip().splitlines()[0].strip() if words.strip() else ""
    if len(line) <= most:
        return line
    return f"{line[:most].rsplit(' ', 1)[0].rstrip(' ,;:.')} …"
