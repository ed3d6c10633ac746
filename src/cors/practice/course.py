"""How a life goes: four courses, each with its odds; and how close a goal feels on the way."""

from dataclasses import dataclass
from random import Random

NOTHING, EVERYTHING = 0, 10


@dataclass(frozen=True, slots=True)
class Course:
    """Odds from 0 to 1; `peak` is how close the goal feels in the end, from 0 to 10."""

    name: str
    weight: int
    peak: float
    reach: float  # part of the outcomes of a topic that is reached
    missed: float  # a contact does not take place
    setback: float
    back: float
    resolved: float
    asked_again: float  # a measure or a check is taken when it is due
    kept: float
    endings: dict[str, int]


CLIMB = Course(
    "climb", 42, 8.8, 1.0, 0.07, 0.05, 0.95, 0.85, 0.88, 0.92,
    {"goals-reached": 12, "enough-for-now": 5, "agreed-time-over": 3},
)  # fmt: skip
WAVER = Course(
    "waver", 30, 7.0, 0.7, 0.16, 0.13, 0.85, 0.6, 0.62, 0.7,
    {
        "enough-for-now": 7, "agreed-time-over": 4, "moved-to-other-service": 3,
        "lost-touch": 3, "moved-away": 2, "died": 8,
    },
)  # fmt: skip
SLOW = Course(
    "slow", 16, 5.2, 0.45, 0.14, 0.08, 0.75, 0.4, 0.58, 0.65,
    {"agreed-time-over": 6, "moved-to-other-service": 5, "chose-to-stop": 4, "lost-touch": 4},
)  # fmt: skip
STUCK = Course(
    "stuck", 12, 3.2, 0.15, 0.27, 0.14, 0.45, 0.15, 0.35, 0.45,
    {"lost-touch": 9, "chose-to-stop": 6, "moved-to-other-service": 3, "in-custody": 2},
)  # fmt: skip
COURSES = (CLIMB, WAVER, SLOW, STUCK)


def draw_course(rng: Random) -> Course:
    """Draw one of the courses, by weight."""
    return rng.choices(COURSES, [each.weight for each in COURSES])[0]


def level(course: Course, began: float, part: float, dip: float) -> float:
    """Return how close a goal feels after a part of the way (0 to 1), less a dip."""
    bend = 0.8 if course is CLIMB else 1.0
    gone: float = min(part, 1.0) ** bend
    return began + (course.peak - began) * gone - dip


def rated(value: float, rng: Random) -> int:
    """Return a level as somebody would say it: a whole number from 0 to 10, not quite exact."""
    return max(NOTHING, min(EVERYTHING, round(value + rng.gauss(0, 0.6))))
