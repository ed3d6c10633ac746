"""Draws the end of a spell of support: why, what was said last, and a look back where there is."""

from typing import Any

from cors.practice.life import Life
from cors.practice.looking_back import review
from cors.practice.pieces import anything

PLANNED = frozenset(
    {"goals-reached", "enough-for-now", "agreed-time-over", "moved-to-other-service"}
)
OLD = 74
SILENCE = (34, 21, 9)  # days before the end on which nobody answers, where touch is lost


def draw_reason(life: Life) -> str:
    """Draw why the support ends; what can't be of this person is left out."""
    found = dict(life.course.endings)
    if life.someone.age < OLD:
        found.pop("died", None)
    if "prison" not in life.someone.tags:
        found.pop("in-custody", None)
    return life.rng.choices(list(found), list(found.values()))[0]


def last_day_of_talk(life: Life) -> int:
    """Return how many days ago contacts may still take place."""
    silence = SILENCE[0] + 5 if life.reason == "lost-touch" else 0
    return (life.ended or 1) + silence


def draw_ending(life: Life, ago: int) -> None:
    """Tell how the support ends, on the day it ends."""
    told, reason = anything(), life.reason
    if reason == "lost-touch":
        _fall_silent(life, ago)
    closing: dict[str, Any] = {"reason": reason, "words": life.words(told["endings"][reason])}
    name = ""
    if reason in PLANNED and life.chance(0.9):
        if life.chance(life.course.asked_again):
            life.tell_measure(ago)
        name = review(life, ago, closing=True)
    if name:
        closing["review"] = name
    else:
        closing["no_review_reason"] = told["no_review"].get(reason, told["no_review"]["otherwise"])
    life.tell(ago, "close", closing)


def _fall_silent(life: Life, ended: int) -> None:
    for before in SILENCE:
        if ended + before < life.began:
            note = life.words(anything()["tried"])
            told = {"kind": "tried-to-reach", "result": "no-answer", "note": note}
            life.tell(ended + before, "contact", told)
