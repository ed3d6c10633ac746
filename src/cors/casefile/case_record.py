"""Everything of one case, loaded once a page in a fixed number of queries."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.cases.models import Assignment, Case, Ending, Pause
from cors.catalogue.choices import Catalogue, catalogue_of
from cors.clients.models import Alert, Client, ContactPoint
from cors.contacts.models import Addendum, ContactPerson, Delivered
from cors.measures.models import Asked, Assessment
from cors.outcomes.models import Aim, Outcome
from cors.plans.models import (
    AttainmentScale,
    Barrier,
    Goal,
    Intervention,
    Moment,
    Step,
    ties_of_plan,
)
from cors.plans.models.tie import Tie
from cors.reviews.models import PreparedReview, Review, next_review_date
from cors.trajectory.gather import Gathered


class CaseRecord:
    """A case with all that belongs to it; each part is read when it is first asked for.

    Who only helps (a volunteer) sees name, goals, next steps and their own entries, no more.
    """

    def __init__(self, case: Case, member: Membership) -> None:
        self.case = case
        self.member = member
        self.today: date = member.organisation.today()
        self.sees_all = member.can(Permission.PLAN)

    def _if_seen(self, rows: Any) -> list[Any]:
        return list(rows) if self.sees_all else []

    @cached_property
    def _ties(self) -> Mapping[UUID, list[Tie]]:
        return ties_of_plan(self.case)

    def _tied(self, rows: Any) -> list[Any]:
        """Load barriers or interventions, each with what it is tied to at hand."""
        found = self._if_seen(rows)
        for row in found:
            row.ties_at_hand = self._ties.get(row.pk, [])
        return found

    @cached_property
    def client(self) -> Client:
        return self.case.client

    @cached_property
    def catalogue(self) -> Catalogue:
        return catalogue_of(self.case.organisation_id)

    @cached_property
    def goals(self) -> list[Goal]:
        return list(Goal.of(self.case).select_related("ending_row", "scale_row"))

    @property
    def open_goals(self) -> list[Goal]:
        return [goal for goal in self.goals if goal.is_open]

    @cached_property
    def scales(self) -> list[AttainmentScale]:
        return AttainmentScale.of_goals(self.goals)

    @cached_property
    def barriers(self) -> list[Barrier]:
        return self._tied(Barrier.of(self.case))

    @cached_property
    def interventions(self) -> list[Intervention]:
        return self._tied(Intervention.of(self.case))

    @cached_property
    def going_on(self) -> list[Intervention]:
        """What is being done now, without what it is for."""
        return self._if_seen(Intervention.of(self.case).going_on())

    @cached_property
    def steps(self) -> list[Step]:
        return list(Step.of(self.case))

    @cached_property
    def moments(self) -> list[Moment]:
        rows = Moment.of(self.case)
        return list(rows if self.sees_all else rows.filter(created_by=self.member.user_id))

    @cached_property
    def contacts(self) -> list[ContactPerson]:
        rows = ContactPerson.of(self.case).readable_by(self.member)
        return list(rows.prefetch_related(None))

    @cached_property
    def addenda(self) -> dict[UUID, list[Addendum]]:
        return Addendum.of(self.case)

    @cached_property
    def delivered(self) -> list[Delivered]:
        return self._if_seen(Delivered.of(self.case))

    @cached_property
    def outcomes(self) -> list[Outcome]:
        return Outcome.of(self.case).with_answers() if self.sees_all else []

    @cached_property
    def aims(self) -> list[Aim]:
        return self._if_seen(Aim.of(self.case))

    @cached_property
    def asked(self) -> list[Asked]:
        return Assessment.asked_in(self.case) if self.sees_all else []

    @cached_property
    def measured(self) -> Gathered:
        """The measures taken, each to be followed over time."""
        began = self.interventions[0].started_date if self.interventions else None
        asked = self.asked
        return Gathered(self.case, asked, self.catalogue, work_began=began, today=self.today)

    @cached_property
    def reviews(self) -> list[Review]:
        return self._if_seen(Review.of(self.case).prefetch_related(None))

    @cached_property
    def prepared_review(self) -> PreparedReview | None:
        """What was begun of the next review, for those who may hold one."""
        return PreparedReview.of(self.case) if self.member.can(Permission.REVIEW) else None

    @cached_property
    def pauses(self) -> list[Pause]:
        return list(self.case.pauses())

    @cached_property
    def endings(self) -> list[Ending]:
        return list(self.case.endings())

    @cached_property
    def ending(self) -> Ending | None:
        return next((row for row in self.endings if row.undone_at is None), None)

    @cached_property
    def team(self) -> list[Assignment]:
        return list(Assignment.current(self.case))

    @cached_property
    def alerts(self) -> list[Alert]:
        return list(Alert.standing(self.client))

    @cached_property
    def contact_points(self) -> list[ContactPoint]:
        return list(ContactPoint.of(self.client))

    @property
    def keyworker(self) -> Assignment | None:
        return next((row for row in self.team if row.is_keyworker), None)

    @property
    def is_open(self) -> bool:
        return self.case.started_date is not None and self.ending is None

    @property
    def next_review_date(self) -> date | None:
        """The day of the next review, while the case is open."""
        latest = self.reviews[-1] if self.reviews else None
        return next_review_date(self.case, latest) if self.is_open else None

    @property
    def setbacks_still_open(self) -> list[Moment]:
        return [row for row in self.moments if row.kind == "setback" and row.back() is None]

    @property
    def last_help(self) -> str:
        """What helped after the latest setback that the person came back from."""
        backs = [back for moment in self.moments if (back := moment.back())]
        latest = max(backs, key=lambda back: back.back_date, default=None)
        return latest.what_helped if latest else ""
