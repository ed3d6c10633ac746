"""A small topic and a life that is about to be drawn, for tests of single draws."""

from random import Random
from typing import Any

from cors.practice.course import CLIMB, Course
from cors.practice.deck import Deck
from cors.practice.life import Life
from cors.practice.pieces import Someone
from cors.practice.thread import Thread

DOG = {"friend": "Una", "kin": "aunt", "kin_name": "Bea", "child": "Zak", "street": "Mill Row"}


def topic(**changes: Any) -> dict[str, Any]:
    """Return a topic about a door, in which each thing can happen."""
    found: dict[str, Any] = {
        "area": "housing",
        "ages": [18, 90],
        "apart": [],
        "services": ["move-on"],
        "goals": [{"words": "A door."}],
        "early": [f"Early {number}." for number in range(30)],
        "middle": [f"Middle {number}." for number in range(30)],
        "late": [f"Late {number}." for number in range(30)],
        "successes": ["First.", "Second.", "Openly late."],
        "setbacks": [{"words": "{He} lost it.", "could_help": "{friend}.", "helped": "Tea."}],
        "barriers": [barrier("no-deposit")],
        "work": [{"type": "speaking-up-for", "words": "Forms with {him}"}],
        "outcomes": [outcome("settled-housing"), outcome("benefit-awarded", hard=True)],
        "steps": [{"words": "Ring {friend}.", "owner": "client"}],
        "said": ["It is mine."],
        "helped": ["The key."],
        "in_the_way": ["Stairs."],
        "kept": ["Still there."],
        "slipped": ["Gone again."],
    }
    return found | changes


def barrier(key: str) -> dict[str, Any]:
    words = {"words": f"{key} it is.", "helped": "Time.", "doing": "Asking around"}
    return {"type": key, "work": "speaking-up-for", **words}


def outcome(key: str, **more: Any) -> dict[str, Any]:
    return {"type": key, "evidence": "own-word", "words": f"{key} came.", **more}


def thread(name: str = "goal-1", course: Course = CLIMB, **changes: Any) -> Thread:
    about = topic(**changes)
    parts = (list(about["barriers"]), list(about["outcomes"]))
    return Thread(name, about, about["goals"][0], course, 2, *parts)


def someone(*tags: str, born: int = 1980, pronouns: str = "she/her") -> Someone:
    return Someone("Jo Lark", pronouns, born, frozenset(tags), "", DOG)


def life(
    *threads: Thread,
    seed: int = 1,
    course: Course = CLIMB,
    began: int = 300,
    ended: int | None = None,
    who: Someone | None = None,
) -> Life:
    """Return a life of these threads, or of one about a door."""
    rng = Random(seed)
    mine = list(threads) or [thread(course=course)]
    return Life(who or someone(), course, mine, began, ended, 12, "who-5-total", rng, Deck(rng))


def told(one: Life, what: str) -> list[tuple[int, Any]]:
    """Return what was told of a kind, with how many days ago."""
    return [(day["ago"], day[what]) for day in one.days if what in day]
