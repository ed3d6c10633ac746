"""Whether a task is done: told by what stands in the records since it was started."""

from datetime import datetime
from random import Random
from typing import Any

from cors.access.models import Membership
from cors.cases.models import Case
from cors.plans.models import Moment, Rating
from cors.practice import task_sight as sight
from cors.practice.models import TaskStart
from cors.practice.pieces import topics
from cors.reviews.models import Review

OTHERS = 3
Choice = tuple[str, str]


def done_at(start: TaskStart, case: Case | None, member: Membership) -> datetime | None:
    """Return when a task was done, None if it is not yet."""
    if start.task in ("barrier", "back", "reached"):
        right = start.answer and start.answer in right_answers(start, case, member)
        return start.answered_at if right else None
    if case is None:
        return None
    rows = {"success": _successes, "rating": _ratings, "review": _reviews}[start.task](case, member)
    mine = rows.filter(created_by_id=member.user_id, created_at__gte=start.created_at)
    first = mine.order_by("created_at").first()
    return first.created_at if first else None


def _successes(case: Case, member: Membership) -> Any:
    return Moment.visible_to(member).filter(case=case, kind=Moment.Kind.SUCCESS)


def _ratings(case: Case, member: Membership) -> Any:
    return Rating.visible_to(member).filter(goal__case=case)


def _reviews(case: Case, member: Membership) -> Any:
    return Review.visible_to(member).filter(case=case)


def right_answers(start: TaskStart, case: Case | None, member: Membership) -> set[str]:
    """Return what may be chosen rightly, as the records stand now."""
    if start.task == "reached":
        found = {figure.key: figure for figure in sight.reached(member)}
        return {f"{found[start.about].value:.0f}"} if start.about in found else set()
    if case is None:
        return set()
    known = sight.barriers if start.task == "barrier" else sight.what_helped
    return set(known(case, member))


def choices(start: TaskStart, case: Case | None, member: Membership) -> list[Choice]:
    """Return one right answer among plausible ones; the same ones each time they are shown."""
    rng = Random(str(start.pk))
    right = right_answers(start, case, member)
    if not right:
        return []
    first = min(right)
    if start.task == "reached":
        return _numbers(int(first), rng)
    others = _other_barriers() if start.task == "barrier" else _other_helps()
    picked = rng.sample([each for each in others if each not in right], OTHERS)
    kind = "barrier_type" if start.task == "barrier" else ""
    found = [first, *picked]
    rng.shuffle(found)
    return [(each, sight.label_of(kind, each, member) if kind else each) for each in found]


def _numbers(right: int, rng: Random) -> list[Choice]:
    near = [right + step for step in (-4, -3, -2, -1, 1, 2, 3, 4, 5) if right + step >= 0]
    return [(str(each), str(each)) for each in sorted([right, *rng.sample(near, OTHERS)])]


def _other_barriers() -> list[str]:
    return sorted({each["type"] for topic in topics().values() for each in topic["barriers"]})


def _other_helps() -> list[str]:
    """Return what helped others back: what names nobody can be said of anybody."""
    said = {each["helped"] for topic in topics().values() for each in topic["setbacks"]}
    return sorted(words for words in said if "{" not in words)
