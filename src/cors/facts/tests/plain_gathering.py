"""Facts straight from the records: one narrow query a table, no sealed column among them."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from cors.cases.models import Case, Ending
from cors.contacts.models import ContactPerson
from cors.facts.tests import plain_facts as tables
from cors.measures.models import Score
from cors.outcomes.models import Aim, Outcome, SustainedCheck
from cors.plans.models import Barrier, Goal, GoalTakenUp, Moment, Rating
from cors.reviews.models import Review


class Gathering:
    """Facts of one organisation, all of it or some services, for everybody in it.

    Figures count everybody, erased people too; who may see which figures is asked before.
    """

    def __init__(self, organisation: UUID, services: Iterable[UUID] | None = None) -> None:
        self.organisation = organisation
        self.services = None if services is None else list(services)

    def all(self) -> tables.Facts:
        """Gather every table."""
        return tables.Facts(
            cases=tuple(self.cases()),
            contacts=tuple(self.contacts()),
            goals=tuple(self.goals()),
            barriers=tuple(self.barriers()),
            moments=tuple(self.moments()),
            reviews=tuple(self.reviews()),
            aims=tuple(self.aims()),
            outcomes=tuple(self.outcomes()),
            scores=tuple(self.scores()),
        )

    def _rows(self, model: Any, path: str, *columns: str, **where: Any) -> Any:
        found = model.across_organisations().filter(organisation_id=self.organisation, **where)
        if self.services is not None:
            found = found.filter(**{f"{path}service__in": self.services})
        return found.order_by("pk").values_list(*columns)

    def cases(self) -> Iterable[tables.CaseFact]:
        endings = {
            case: (day, reason)
            for case, day, reason in self._rows(
                Ending, "case__", "case", "ended_date", "reason", undone_at__isnull=True
            )
        }
        for case, client, service, group, referred, started, declined, born in self._rows(
            Case, "", "pk", "client", "service", "group_code", "referred_date", "started_date",
            "declined_date", "client__birth_year",
        ):  # fmt: skip
            ended, reason = endings.get(case, (None, ""))
            yield tables.CaseFact(
                case, client, service, group, referred, started, declined, ended, reason, born
            )

    def contacts(self) -> Iterable[tables.ContactFact]:
        columns = (
            "case", "case__client", "contact", "happened_date", "contact__kind",
            "contact__result", "contact__minutes",
        )  # fmt: skip
        return (tables.ContactFact(*row) for row in self._rows(ContactPerson, "case__", *columns))

    def goals(self) -> Iterable[tables.GoalFact]:
        ratings: dict[UUID, list[tuple[date, datetime, int]]] = defaultdict(list)
        for goal, day, written, value in self._rows(
            Rating, "goal__case__", "goal", "rated_date", "created_at", "value", rater="client"
        ):
            ratings[goal].append((day, written, value))
        reached: dict[UUID, list[date]] = defaultdict(list)
        for goal, day in self._rows(
            GoalTakenUp, "goal__case__", "goal", "ended_date", how="reached"
        ):
            reached[goal].append(day)
        columns = (
            "case", "case__client", "pk", "life_area", "set_date", "ending_row__ended_date",
            "ending_row__how",
        )  # fmt: skip
        for *first, goal, area, set_on, ended, how in self._rows(Goal, "case__", *columns):
            said = tuple((day, value) for day, _, value in sorted(ratings[goal]))
            days = reached[goal] + ([ended] if how == "reached" else [])
            ends = (set_on, ended, how or "", said, min(days, default=None))
            yield tables.GoalFact(*(*first, goal, area, *ends))

    def barriers(self) -> Iterable[tables.BarrierFact]:
        columns = ("case", "case__client", "type_key", "noticed_date")
        rows = self._rows(Barrier, "case__", *columns, "resolution_row__resolved_date")
        return (tables.BarrierFact(*row) for row in rows)

    def moments(self) -> Iterable[tables.MomentFact]:
        columns = ("case", "case__client", "kind", "happened_date", "back_row__back_date")
        return (tables.MomentFact(*row) for row in self._rows(Moment, "case__", *columns))

    def reviews(self) -> Iterable[tables.ReviewFact]:
        columns = ("case", "case__client", "held_date")
        return (tables.ReviewFact(*row) for row in self._rows(Review, "case__", *columns))

    def aims(self) -> Iterable[tables.AimFact]:
        columns = ("case", "case__client", "outcome_type", "from_date", "to_date")
        return (tables.AimFact(*row) for row in self._rows(Aim, "case__", *columns))

    def outcomes(self) -> Iterable[tables.OutcomeFact]:
        checks: dict[UUID, list[tuple[int, str, date]]] = defaultdict(list)
        for outcome, *check in self._rows(
            SustainedCheck, "outcome__case__", "outcome", "weeks", "result", "checked_date"
        ):
            checks[outcome].append((check[0], check[1], check[2]))
        columns = ("pk", "case", "case__client", "outcome_type", "happened_date")
        standing = {"withdrawn_at__isnull": True}
        for pk, case, client, kind, day in self._rows(Outcome, "case__", *columns, **standing):
            yield tables.OutcomeFact(case, client, kind, day, tuple(sorted(checks[pk])))

    def scores(self) -> Iterable[tables.ScoreFact]:
        columns = (
            "case", "case__client", "measure", "assessment__version", "key", "rater",
            "assessment__wave", "happened_date", "created_at", "value",
        )  # fmt: skip
        standing = {"assessment__withdrawn_at__isnull": True}
        return (tables.ScoreFact(*row) for row in self._rows(Score, "case__", *columns, **standing))
