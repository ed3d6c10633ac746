"""How far the goals with five levels came, in words first: of each, and of the plan as a whole."""

from dataclasses import dataclass
from uuid import UUID

from cors.casefile.case_record import CaseRecord
from cors.plans.attainment import in_words
from cors.plans.levels import attainment_of
from cors.plans.models import LEVELS, AttainmentScale


@dataclass(frozen=True)
class Attained:
    """What the plan says of all goals with levels; sentence says so where nothing adds up."""

    sentence: str
    score: str = ""
    then: str = ""
    counted: str = ""


def attained(record: CaseRecord) -> Attained | None:
    """Return how far the plan came, or None where no goal has levels."""
    found = attainment_of(record.scales)
    if not found.described:
        return None
    if not found.counted:
        return Attained("No goal was found at one of its levels yet, so nothing adds up.")
    if found.first is None or found.now is None:
        return Attained("Could not be worked out. All goals found at a level weigh 0.")
    changed = round(found.first) != round(found.now)
    return Attained(
        sentence=f"{in_words(found.now).capitalize()}",
        score=f"{found.now:.0f}",
        then=f"{in_words(found.first)}, {found.first:.0f}" if changed else "",
        counted=_counted(found.counted, found.described),
    )


def _counted(counted: int, described: int) -> str:
    if counted == described:
        return ""
    return f"{counted} of {described} goals with levels; the others were not looked at yet."


def levels_now(record: CaseRecord) -> dict[UUID, str]:
    """Return where each goal with levels was last found: `As expected: “A trial shift”`."""
    return {scale.goal_id: _now(scale) for scale in record.scales}


def _now(scale: AttainmentScale) -> str:
    found = scale.found()
    if not found:
        return "Not looked at yet"
    level = found[-1].level
    return f"{LEVELS[level]}: {scale.described()[level]}"
