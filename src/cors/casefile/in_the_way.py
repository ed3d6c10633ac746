"""What is in the way of what in a plan: drawn, for a page and for a phone, and as a list."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language_bidi

from cors.casefile.plan_view import Branch, PlanView
from cors.journey.in_the_way import InTheWay, Thing, draw_in_the_way
from cors.plans.models import Barrier

WIDE, PHONE = 520, 290  # in the narrowest place of each its words still have 11 px


@dataclass(frozen=True)
class InTheWayPicture:
    """The picture in two widths and the list; worth_seeing where a line alone says it all."""

    wide: SafeString
    narrow: SafeString
    listed: list[Branch]
    worth_seeing: bool


def in_the_way_of(plan: PlanView) -> InTheWayPicture | None:
    """Return the picture, or None where nothing holds anything back."""
    given = _given(plan)
    if not given.links:
        return None
    turned = get_language_bidi()
    # The drawing escapes all words that it is given.
    wide, narrow = (
        mark_safe(draw_in_the_way(given, wide=wide, ident=f"way-{name}", turned=turned))  # noqa: S308
        for name, wide in (("wide", WIDE), ("phone", PHONE))
    )
    return InTheWayPicture(wide, narrow, _listed(given), _tells_more(given.links))


def _given(plan: PlanView) -> InTheWay:
    goals = plan.record.open_goals
    barriers = _in_order(plan)
    shown = {row.pk for row in (*goals, *barriers)}
    links = [
        (str(row.pk), str(held))
        for row in barriers
        for held in (*row.blocked_goal_ids(), *row.blocked_barrier_ids())
        if held in shown
    ]
    held = {to for _, to in links}
    return InTheWay(
        [_goal(plan, goal.pk, goal.words) for goal in goals if str(goal.pk) in held],
        [_barrier(plan, row) for row in barriers],
        links,
    )


def _in_order(plan: PlanView) -> list[Barrier]:
    """Return what holds something back: below each goal what holds it, then what keeps that."""
    rows = {row.pk: row for row in plan.unresolved}
    found: dict[UUID, Barrier] = {}
    ahead = [goal.pk for goal in plan.record.open_goals]
    while ahead:
        key = ahead.pop(0)
        holding = [
            row
            for row in rows.values()
            if key in (*row.blocked_goal_ids(), *row.blocked_barrier_ids()) and row.pk not in found
        ]
        found |= {row.pk: row for row in holding}
        ahead = [*(row.pk for row in holding if key in row.blocked_barrier_ids()), *ahead]
        ahead += [row.pk for row in holding if row.pk not in ahead]
    kept = [row for row in rows.values() if row.pk not in found and row.blocked_barrier_ids()]
    return [*found.values(), *kept]


def _goal(plan: PlanView, key: UUID, words: str) -> Thing:
    href = reverse("plans:goal", args=[key]) if plan.may else ""
    return Thing(str(key), words, href=href)


def _barrier(plan: PlanView, row: Barrier) -> Thing:
    how_much = f"In the way {row.weight} of 10" if row.weight is not None else ""
    is_left = row.rests_since() is not None
    note = ". ".join(part for part in (how_much, "Not now" if is_left else "") if part)
    href = reverse("plans:barrier", args=[row.pk]) if plan.may else ""
    return Thing(str(row.pk), plan.named(row), note, href, is_left)


def _listed(given: InTheWay) -> list[Branch]:
    """Return each goal with what holds it back, and under that what keeps it where it is."""
    return [
        Branch(mark="goal", words=f"“{goal.words}”", strong=True, branches=_under(given, (goal,)))
        for goal in given.goals
    ]


def _under(given: InTheWay, above: tuple[Thing, ...]) -> list[Branch]:
    """Return what holds the last of these; links that two people made at once may go round."""
    holders = {holder for holder, held in given.links if held == above[-1].ident}
    return [
        Branch(
            mark="barrier",
            words=each.words,
            detail=each.note,
            branches=_under(given, (*above, each)),
        )
        for each in given.barriers
        if each.ident in holders and each not in above
    ]


def _tells_more(links: Sequence[tuple[str, str]]) -> bool:
    """Say whether one thing holds two, or two hang together: the tree shows that badly."""
    holders, held = [holder for holder, _ in links], {to for _, to in links}
    return len(set(holders)) < len(holders) or not held.isdisjoint(holders)
