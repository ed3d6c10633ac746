"""Draws a review: how each goal stands by both, what is decided, and what is said."""

from typing import Any

from cors.practice.course import CLIMB, STUCK, rated
from cors.practice.life import Life
from cors.practice.pieces import anything
from cors.practice.thread import Thread

AN_END_IN_SIGHT = 8.0
GOING_WELL, GOING_BADLY = 5.5, 3.0


def review(life: Life, ago: int, *, closing: bool = False) -> str:
    """Look back together; return the name of the review, or nothing if it was left out."""
    life.last_review = life.began - ago
    threads = life.open_threads()
    if not threads or (not closing and not life.chance(0.55 + life.course.asked_again / 3)):
        return ""
    name = life.name("review")
    if not closing and life.chance(life.course.asked_again):
        life.tell_measure(ago)
    part = life.part(ago)
    goals = {thread.name: _decided(life, thread, part, closing=closing) for thread in threads}
    told: dict[str, Any] = {"as": name, "goals": goals, **_looking_back(life, threads, part)}
    if not closing:
        told["within"] = 7 * life.review_weeks
    life.tell(ago, "review", told)
    return name


def _decided(life: Life, thread: Thread, part: float, *, closing: bool) -> dict[str, Any]:
    level = thread.level(part)
    told: dict[str, Any] = {"client": rated(level, life.rng), "worker": rated(level, life.rng)}
    others = [each for each in life.open_threads() if each is not thread]
    if level >= AN_END_IN_SIGHT - closing and (closing or others):
        told["decision"] = "reached"
    elif life.course is STUCK and others and life.chance(0.3):
        told["decision"] = "let-go"
    thread.has_ended = "decision" in told
    return told


def _looking_back(life: Life, threads: list[Thread], part: float) -> dict[str, str]:
    thread = max(threads, key=lambda each: each.level(part))
    level = thread.level(part)
    said = thread.topic["said"] if level >= GOING_WELL else anything()["said_on_the_way"]
    hard = life.course is not CLIMB and level < GOING_BADLY
    found = {
        "client_words": life.words(anything()["said_when_hard"] if hard else said, thread.tags),
        "what_helped": life.words(thread.topic["helped"], thread.tags),
        "in_the_way": life.words(thread.topic["in_the_way"], thread.tags),
        "worker_words": life.words(anything()["worker_said"]) if life.chance(0.4) else "",
    }
    return {key: words for key, words in found.items() if words}
