"""Where one case stands today, put together for the reasons."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property

from cors.caseload.around import Around, measures_with_a_limit
from cors.caseload.off_track import Fall, Rated, Taken, Worse, fell_twice, moved_the_wrong_way
from cors.caseload.reasons import Setback, Standing
from cors.caseload.unfinished import Begun, GoalRated
from cors.caseload.what_helped import Helped, suggestion
from cors.cases.models import Case
from cors.contacts.models import last_contact_of
from cors.core.plain_days import as_heading, on_day
from cors.measures.schedule import Course
from cors.outcomes.due import due_checks
from cors.plans.models import Goal, Moment, Rater
from cors.reviews.models import next_review_of
from cors.reviews.models.prepared import prepared_at


class StandingOf:
    """What the reasons ask of one case, from the records around it."""

    def __init__(self, case: Case, around: Around) -> None:
        self.case = case
        self.around = around
        self.today = around.today
        self.goals = [goal for goal in around.goals[case.pk] if goal.is_open]
        self.moments: list[Moment] = around.moments[case.pk]
        self.contact = last_contact_of(case)

    def standing(self) -> Standing:
        """Return it all as plain values."""
        step = next((row for row in self.around.steps[self.case.pk] if row.due_date), None)
        goal, rater, fall = self.fall or (None, "", None)
        return Standing(
            today=self.today,
            asks_safety=self.case.asks_safety(),
            started=self.case.started_date,
            rests=self.case.rests_since() is not None,
            rested_until=self.case.rested_until(),
            has_goal=bool(self.goals),
            setback=self._setback_in_words(),
            fall=fall,
            fall_rater=rater,
            worse=self.worse,
            helped=self._helped() if self.setback or goal or self.worse else "",
            contact_every_days=self.case.service.contact_every_days,
            last_seen=self.contact.seen_day if self.contact else None,
            met_last=self._met_last(),
            tried=self._tried(),
            step_due=step.due_date if step else None,
            step_words=step.words if step else "",
            review_due=next_review_of(self.case),
            check_due=self._check_due(),
            to_ask=self._to_ask(),
        )

    def begun(self) -> Begun:
        """Return what was begun here, finished or not."""
        return Begun(
            today=self.today,
            rests=self.case.rests_since() is not None,
            review_weeks=self.case.service.review_weeks,
            review_prepared=self._prepared(),
            measures=[
                (self.around.catalogue.label("measure", row.measure), row.day)
                for row in self.around.taken[self.case.pk]
                if row.key is None
            ],
            goals=[_rated(goal) for goal in self.goals],
        )

    def _prepared(self) -> date | None:
        at = prepared_at(self.case)
        return self.around.organisation.today(at) if at else None

    @cached_property
    def setback(self) -> Moment | None:
        """The first setback without a way back."""
        return next((row for row in self.moments if row.kind == "setback" and not row.back()), None)

    def _setback_in_words(self) -> Setback | None:
        found = self.setback
        return Setback(found.happened_date, found.words) if found else None

    @cached_property
    def fall(self) -> tuple[Goal, str, Fall] | None:
        """The open goal whose rating fell twice, by whom it was rated, and by how much."""
        return max(self._falls(), key=lambda found: found[2].points, default=None)

    def _falls(self) -> Iterator[tuple[Goal, str, Fall]]:
        for goal in self.goals:
            for rater, rated in _by_rater(goal).items():
                fall = fell_twice(rated)
                if fall and not self._came_back(goal, fall):
                    yield goal, rater, fall

    def _came_back(self, goal: Goal, fall: Fall) -> bool:
        """Say whether a way back was found since, with this goal or with none named."""
        return any(
            back.back_date >= fall.last_date
            for row in self.moments
            if row.goal_id in (goal.pk, None) and (back := row.back())
        )

    @cached_property
    def worse(self) -> Worse | None:
        """The measure that moved the wrong way by its reliable amount."""
        taken = [
            Taken(row.measure, row.version, row.rater, row.key, row.value)
            for row in self.around.taken[self.case.pk]
            if row.key is not None and row.value is not None
        ]
        return moved_the_wrong_way(taken, measures_with_a_limit()) if taken else None

    @cached_property
    def goal(self) -> Goal | None:
        """The goal to show: that of the setback, else the one that fell, else the first."""
        first = self.goals[0] if self.goals else None
        if self.setback:
            about = self.setback.goal_id
            return next((goal for goal in self.goals if goal.pk == about), first)
        return self.fall[0] if self.fall else first

    def _helped(self) -> str:
        barriers = self.around.barriers[self.case.pk]
        label = self.around.catalogue.label
        names = {row.pk: label("barrier_type", row.type_key) for row in barriers}
        history = [
            Helped(back.back_date, back.what_helped, goal=row.goal_id)
            for row in self.moments
            if (back := row.back())
        ]
        history += [
            Helped(way.resolved_date, way.what_helped, barrier=names[row.pk])
            for row in barriers
            if (way := row.resolution())
        ]
        still_there = {names[row.pk] for row in barriers if not row.resolution()}
        about = self.goal.pk if self.goal else None
        could_help = self.setback.could_help if self.setback else ""
        return suggestion(history, goal=about, barriers=still_there, could_help=could_help)

    def last_contact(self) -> str:
        """Return how and when the last contact was, an attempt with what became of it."""
        row = self.contact
        if row is None:
            return ""
        label = self.around.catalogue.label
        said = f"{label('contact_kind', row.kind)} {on_day(row.day, self.today)}"
        if row.was_held():
            return said
        return f"{said}: {label('contact_result', row.result).lower()}"

    def _met_last(self) -> str:
        row = self.contact
        if row is None or row.seen_day is None:
            return ""
        kind = self.around.catalogue.label("contact_kind", row.seen_kind or "")
        return f"{kind} {on_day(row.seen_day, self.today)}."

    def _tried(self) -> str:
        row = self.contact
        if row is None or row.was_held():
            return ""
        result = self.around.catalogue.label("contact_result", row.result)
        return f"{as_heading(on_day(row.day, self.today))}: {result.lower()}."

    def _to_ask(self) -> str:
        """Return which measures are to be asked now, the first of them with the reason."""
        course = Course(self.case.started_date, rests=self.case.rests_since() is not None)
        taken = self.around.taken[self.case.pk]
        found = self.around.asking.now(self.case.service_id, course, taken)
        if not found:
            return ""
        more = "".join(f", and {each.label}" for each in found[1:])
        return f"{found[0].label}, {found[0].why}{more}."

    def _check_due(self) -> str:
        due = due_checks(self.around.outcomes[self.case.pk], self.around.catalogue, self.today)
        if not due:
            return ""
        label = self.around.catalogue.label("outcome_type", due[0].outcome.outcome_type)
        return f"{label}, {due[0].label} on."


def _by_rater(goal: Goal) -> dict[str, list[Rated]]:
    """Return what each rater said of a goal in order, the person first."""
    found: dict[str, list[Rated]] = {rater: [] for rater in Rater.values}
    for row in goal.all_ratings():
        found[row.rater].append((row.rated_date, row.value))
    return found


def _rated(goal: Goal) -> GoalRated:
    days = [row.rated_date for row in goal.all_ratings()]
    return GoalRated(goal.words, goal.set_date, max(days, default=None))
