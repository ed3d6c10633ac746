"""Draws what breaks the line of a life: a pause, and a return after the end."""

from cors.practice.life import Life
from cors.practice.meeting import Meeting
from cors.practice.pieces import anything
from cors.practice.talk import talk

SELDOM, AT_TIMES = 0.08, 0.5
LEFT_OPEN = ("enough-for-now", "agreed-time-over", "chose-to-stop")
RECENT = 200
LONG_ENOUGH = 110  # days of support before it may rest


def draw_rest(life: Life) -> None:
    """Tell a pause, if there is one: on the way, or the case rests still."""
    until = last_day(life)
    if life.began - until < LONG_ENOUGH or not life.chance(SELDOM):
        return
    if life.ended is None and life.chance(AT_TIMES):
        first, again = life.rng.randint(6, 25), None
    else:
        first = life.rng.randint(until + 50, life.began - 50)
        again = first - life.rng.randint(24, 40)
    life.rest = (first, again)
    life.tell(first, "pause", {"as": "rest", "words": life.words(anything()["pauses"])})
    if again is not None:
        life.tell(again, "go_on", "rest")


def last_day(life: Life) -> int:
    return life.ended or 0


def rests(life: Life, ago: int) -> bool:
    """Say whether the support rests on a day."""
    if life.rest is None:
        return False
    first, again = life.rest
    return ago <= first and (again is None or ago >= again)


def draw_return(life: Life, ended: int) -> None:
    """Tell of somebody who comes back within weeks, and goes on with what was left open."""
    again = ended - life.rng.randint(14, 26)
    known = life.open_threads()
    if life.reason not in LEFT_OPEN or not known or not 8 < again < RECENT:
        return
    life.tell(again, "re_open", life.words(anything()["re_openings"]))
    life.ended = None
    for ago in range(again - 2, 1, -life.rng.randint(9, 16)):
        thread = min(known, key=lambda each: each.met)
        talk(life, Meeting(ago, "usual", held=True), thread)
