"""Whom a figure of change is about, read from the records: their groups and scores by wave."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from uuid import UUID

from cors.access.models import Membership
from cors.cases.models import Case, GroupCode
from cors.core.errors import Refused
from cors.measures.models import Rater, Score
from cors.reports.change_figures import EVERYBODY, PersonScores

NOT_RECORDED = "not recorded"


@dataclass(frozen=True, slots=True)
class Taken:
    """One score as it stands in the records."""

    case: UUID
    service: UUID
    wave: str
    version: str
    day: date
    value: float


def people_and_waves(
    member: Membership, *, measure: str, key: str, by: str | None
) -> tuple[list[PersonScores], list[str]]:
    """Return all who are eligible, with their comparable scores, and the waves in order.

    Eligible is every case that began in a service where this measure was taken, measured or not.
    Comparable are scores by the person, in the version of the measure that the case began with.
    """
    taken = _taken(member, measure, key)
    started = _started(member, {each.service for each in taken})
    codes = _codes(member, by) if by and started else {}
    labelled = _labelled(each for each in taken if each.case in started)
    waves = _in_order(labelled, started)
    scores: dict[UUID, dict[str, float]] = defaultdict(dict)
    for label, each in labelled:
        scores[each.case][label] = each.value
    people = [
        PersonScores(str(case), codes.get(case, NOT_RECORDED) if by else EVERYBODY, scores[case])
        for case in started
    ]
    return people, waves


def _taken(member: Membership, measure: str, key: str) -> list[Taken]:
    rows = (
        Score.visible_to(member)
        .filter(measure=measure, key=key, rater=Rater.CLIENT, assessment__withdrawn_at=None)
        .order_by("happened_date", "created_at")
        .values_list(
            "case", "case__service", "assessment__wave", "assessment__version",
            "happened_date", "value",
        )
    )  # fmt: skip
    return [Taken(*row) for row in rows]


def _started(member: Membership, services: set[UUID]) -> dict[UUID, date]:
    cases = Case.visible_to(member).filter(service__in=services, started_date__isnull=False)
    return dict(cases.order_by("created_at").values_list("pk", "started_date"))


def _codes(member: Membership, name: str) -> dict[UUID, str]:
    names = GroupCode.visible_to(member).order_by("name").values_list("name", flat=True).distinct()
    if name not in names:
        known = f"Choose one of: {', '.join(names)}." if names else "No groups were brought in."
        raise Refused(f"There is no group “{name}” here. {known}", field="by")
    return dict(GroupCode.visible_to(member).filter(name=name).values_list("case", "code"))


def _labelled(taken: Iterable[Taken]) -> list[tuple[str, Taken]]:
    """Give each score its wave; one that was taken outside a wave is numbered within its case."""
    version: dict[UUID, str] = {}
    times: dict[UUID, int] = defaultdict(int)
    found = []
    for each in taken:
        if version.setdefault(each.case, each.version) == each.version:
            times[each.case] += 1
            found.append((each.wave or f"measurement {times[each.case]}", each))
    return found


def _in_order(labelled: Sequence[tuple[str, Taken]], started: dict[UUID, date]) -> list[str]:
    """Order named waves by their usual distance from the start, then the numbered ones."""
    days: dict[str, list[int]] = defaultdict(list)
    numbered: set[str] = set()
    for label, each in labelled:
        days[label].append((each.day - started[each.case]).days)
        if not each.wave:
            numbered.add(label)
    return sorted(
        days,
        key=lambda label: (
            label in numbered,
            int(label.split()[-1]) if label in numbered else median(days[label]),
            label,
        ),
    )
