"""What is known of several people at once: one query for each kind of record."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any
from uuid import UUID

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.caseload.readable import readable
from cors.caseload.recent import NO_NEWS, RecentNews
from cors.cases.models import Case
from cors.catalogue.choices import catalogue_of
from cors.catalogue.schema.measure import MeasureDefinition
from cors.catalogue.shipped import shipped
from cors.measures.due import Asking
from cors.measures.limits import limit_of
from cors.measures.models import Assessment
from cors.outcomes.due import in_time
from cors.outcomes.models import Outcome
from cors.plans.models import Barrier, Goal, Moment, Step


class Around:
    """The records of several cases, by case, and those that good news is about.

    Who only helps sees no barriers, scores and outcomes.
    """

    def __init__(
        self, member: Membership, cases: Iterable[Case], news: RecentNews = NO_NEWS
    ) -> None:
        self.organisation = member.organisation
        self.today = self.organisation.today()
        self.plans = member.can(Permission.PLAN)
        mine = {case.pk: case for case in cases}
        self.cases = news.cases | mine
        self.news = news
        self.catalogue = catalogue_of(member.organisation_id)
        keys = list(mine)
        planned = keys if self.plans else []
        self.goals = self._by_case(Goal.open_in(keys, also=news.keys("goal")))
        self.steps = self._by_case(Step.ahead_of(keys))
        moments = Moment.of_cases(keys, also=news.keys("success", "back"))
        self.moments = self._by_case(readable(moments, member))
        self.barriers = self._by_case(Barrier.of_cases(planned, also=news.keys("barrier")))
        asked_now = Outcome.of_cases(planned).filter(in_time(self.catalogue, self.today))
        self.outcomes = self._by_case(asked_now.with_answers())
        self.taken = _grouped(Assessment.taken_in(planned), "case")
        services = {case.service_id for case in mine.values()} if self.plans else set()
        self.asking = Asking(services, self.catalogue, self.today)

    def record(self, case: UUID, key: UUID) -> Any:
        """Return a goal, barrier or moment of a case by its key, None where it was not loaded."""
        loaded = (*self.goals[case], *self.barriers[case], *self.moments[case])
        return next((row for row in loaded if row.pk == key), None)

    def _by_case(self, rows: Iterable[Any]) -> defaultdict[UUID, list[Any]]:
        """Sort rows by case, and hand each the case that is known: its words open with its key."""
        found = _grouped(rows, "case_id")
        for key, of_case in found.items():
            for row in of_case:
                row.case = self.cases[key]
        return found


def _grouped(rows: Iterable[Any], by: str) -> defaultdict[UUID, list[Any]]:
    found: defaultdict[UUID, list[Any]] = defaultdict(list)
    for row in rows:
        found[getattr(row, by)].append(row)
    return found


@cache
def measures_with_a_limit() -> Mapping[str, MeasureDefinition]:
    """Return the measures of which it is known when one person's score moved more than chance."""
    known = shipped().measures
    return {key: each for key, each in known.items() if any(map(limit_of, each.scores))}
