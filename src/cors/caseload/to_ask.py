"""What to ask of whom in the weeks to come, whom not, and why: from the records, nothing stored."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from django.urls import reverse

from cors.access.models import Membership
from cors.cases.models import Case
from cors.catalogue.choices import catalogue_of
from cors.clients.models import Client
from cors.core.plain_days import plain_day
from cors.measures.due import Asking, ToAsk, just_left
from cors.measures.models import Assessment, Schedule, TakenRow
from cors.measures.schedule import Course

WEEKS_AHEAD = 8
LATER = {"at its best": "at the best end twice in a row, so asked half as often"}


@dataclass(frozen=True)
class Line:
    """One person and what is asked of them in one week."""

    name: str
    url: str
    asks: list[dict[str, str]]
    until: date | None = None


@dataclass
class Week:
    """The people of whom something is asked in one week."""

    heading: str
    lines: list[Line] = field(default_factory=list)


@dataclass
class Plan:
    """The weeks to come, who has left, and who is not asked with the reason."""

    weeks: list[Week]
    left: list[Line]
    not_asked: list[tuple[str, str]]
    clients: list[Client]
    is_set_up: bool = True


def plan_of(member: Membership) -> Plan:
    """Put together what a worker's people and those who left are to be asked."""
    today = member.organisation.today()
    seen = Case.visible_to(member).select_related("client")
    mine = list(seen.filter(pk__in=Case.keys_kept_by(member)).with_rests(today))
    left = list(seen.left_within(just_left(Schedule.with_ends(member), today)))
    asking = Asking(
        (case.service_id for case in (*mine, *left)), catalogue_of(member.organisation_id), today
    )
    taken = _by_case(Assessment.taken_in([*mine, *left]))
    asks = {case.pk: asking.of(case.service_id, _course(case), taken[case.pk]) for case in mine}
    gone = {case.pk: asking.now(case.service_id, _course(case), taken[case.pk]) for case in left}
    return Plan(
        weeks=list(_weeks(mine, asks, today)),
        left=[_line(case, gone[case.pk]) for case in left if gone[case.pk]],
        not_asked=list(_not_asked(mine, asks, today)),
        clients=[case.client for case in mine if asks[case.pk] or case.rests_since()]
        + [case.client for case in left if gone[case.pk]],
        is_set_up=bool(asking.rules),
    )


def _by_case(rows: Iterable[TakenRow]) -> defaultdict[UUID, list[TakenRow]]:
    found: defaultdict[UUID, list[TakenRow]] = defaultdict(list)
    for row in rows:
        found[row.case].append(row)
    return found


def _course(case: Case) -> Course:
    return Course(case.started_date, case.left_on(), rests=case.rests_since() is not None)


def _weeks(cases: Iterable[Case], asks: dict[UUID, list[ToAsk]], today: date) -> Iterable[Week]:
    found: defaultdict[int, list[Line]] = defaultdict(list)
    for case in cases:
        by_week: defaultdict[int, list[ToAsk]] = defaultdict(list)
        for each in asks[case.pk]:
            by_week[max(0, (each.day - today).days + 6) // 7].append(each)
        for week, of_week in by_week.items():
            found[week].append(_line(case, of_week))
    for week in sorted(found):
        if week <= WEEKS_AHEAD:
            lines = sorted(found[week], key=lambda line: (line.until or date.max, line.name))
            yield Week(_heading(week, today), lines)


def _heading(week: int, today: date) -> str:
    if week == 0:
        return "Now"
    first = today + timedelta(days=7 * week - 6)
    last = first + timedelta(days=6)
    return f"{plain_day(first, today)} to {plain_day(last, today)}"


def _line(case: Case, asks: Sequence[ToAsk]) -> Line:
    days = [
        each.due.last_day for each in asks if each.due.last_day and each.day <= each.due.last_day
    ]
    return Line(
        until=min(days, default=None),
        name=case.client.called,
        url=reverse("casefile:case", args=[case.pk]),
        asks=[each.shown(case.pk) for each in asks],
    )


def _not_asked(
    cases: Iterable[Case], asks: dict[UUID, list[ToAsk]], today: date
) -> Iterable[tuple[str, str]]:
    for case in cases:
        if since := case.rests_since():
            yield case.client.called, f"support rests since {plain_day(since, today)}"
        for each in asks[case.pk]:
            if each.due.later_because and each.day > today:
                why = LATER.get(each.due.later_because, each.due.later_because)
                yield case.client.called, f"{each.label}: {why}"
