"""My people, each with the reason to look first. Nothing is stored."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.caseload.readable import readable
from cors.caseload.reasons import Reason, Standing, reasons
from cors.cases.models import Case, Pause
from cors.catalogue.choices import Catalogue, catalogue_of
from cors.contacts.models import ContactPerson
from cors.core.plain_days import on_day, plain_day, plain_month
from cors.outcomes.due import due_checks
from cors.outcomes.models import Outcome
from cors.plans.models import Goal, Moment, Rating, Step
from cors.reviews.models import Review, next_review_date

REVIEW = "review together"


@dataclass
class Card:
    """One person on Today, as a card or a row shows them."""

    case: Case
    name: str
    url: str
    record_url: str
    goal: str = ""
    why: list[Reason] = field(default_factory=list)
    ratings: list[int] = field(default_factory=list)
    dips: list[int] = field(default_factory=list)
    wins: list[int] = field(default_factory=list)
    ratings_in_words: str = ""
    last: str = ""
    next: str = ""
    note: str = ""
    ahead: list[tuple[date, str]] = field(default_factory=list)

    @property
    def reason(self) -> Reason | None:
        return self.why[0] if self.why else None


@dataclass
class Around:
    """What is known of several cases at once, by case; one query each."""

    member: Membership
    cases: list[Case]
    today: date = field(init=False)

    def __post_init__(self) -> None:
        self.today = self.member.organisation.today()
        self.catalogue: Catalogue = catalogue_of(self.member.organisation_id)
        keys = [case.pk for case in self.cases]
        self.goals = self._by_case(Goal.of_cases(keys).open())
        self.contacts = ContactPerson.last_of(keys)
        self.steps = self._by_case(Step.ahead_of(keys))
        self.moments = self._by_case(readable(Moment.of_cases(keys), self.member))
        self.reviews = Review.latest_of(keys)
        self.pauses = Pause.standing_on(self.today, keys)
        # Who only helps sees no outcomes.
        helps_only = not self.member.can(Permission.PLAN)
        self.outcomes = self._by_case(Outcome.of_cases([] if helps_only else keys))

    def _by_case(self, rows: Any) -> defaultdict[UUID, list[Any]]:
        """Sort rows by case, and hand each the case that is known: its words open with its key."""
        known = {case.pk: case for case in self.cases}
        grouped: defaultdict[UUID, list[Any]] = defaultdict(list)
        for row in rows:
            row.case = known[row.case_id]
            grouped[row.case_id].append(row)
        return grouped

    def card(self, case: Case) -> Card:
        """Put together what Today shows of one case."""
        goal: Goal | None = next(iter(self.goals[case.pk]), None)
        card = Card(
            case=case,
            name=case.client.called,
            url=reverse("casefile:case", args=[case.pk]),
            record_url=reverse("casefile:record", args=[case.pk]),
            goal=goal.words if goal else "",
            last=self._last(case),
            next=self._next(case),
            ahead=list(self._ahead(case)),
        )
        if pause := self.pauses.get(case.pk):
            card.note = f"Support rests since {plain_day(pause.from_date, self.today)}."
        if goal:
            self._rate(card, goal)
        card.why = reasons(self._standing(case, card))
        return card

    def _rate(self, card: Card, goal: Goal) -> None:
        rows = goal.ratings()
        card.ratings = [row.value for row in rows]
        kinds = {
            row.happened_date: row.kind
            for row in self.moments[goal.case_id]
            if row.goal_id == goal.pk
        }
        marked = [(place, kinds.get(row.rated_date)) for place, row in enumerate(rows)]
        card.dips = [place for place, kind in marked if kind == "setback"]
        card.wins = [place for place, kind in marked if kind == "success"]
        card.ratings_in_words = _then_and_now(rows, self.today)

    def _last(self, case: Case) -> str:
        row = self.contacts.get(case.pk)
        if row is None:
            return ""
        kind = self.catalogue.label("contact_kind", row.contact.kind)
        return f"{kind} {on_day(row.happened_date, self.today)}"

    def _next(self, case: Case) -> str:
        steps = self.steps[case.pk]
        if not steps:
            return ""
        step = steps[0]
        day = f", {on_day(step.due_date, self.today)}" if step.due_date else ""
        return f"{step.words}{day}"

    def _ahead(self, case: Case) -> Iterable[tuple[date, str]]:
        """Return what has a day that is still to come."""
        rests = case.pk in self.pauses
        review = None if rests else next_review_date(case, self.reviews.get(case.pk))
        days = [(step.due_date, step.words) for step in self.steps[case.pk]]
        days.append((review, REVIEW))
        return ((day, words) for day, words in days if day and day > self.today)

    def _check_due(self, case: Case) -> str:
        due = due_checks(self.outcomes[case.pk], self.catalogue, self.today)
        if not due:
            return ""
        label = self.catalogue.label("outcome_type", due[0].outcome.outcome_type)
        return f"{label}, {due[0].label} on."

    def _standing(self, case: Case, card: Card) -> Standing:
        moments = self.moments[case.pk]
        setback = next((row for row in moments if row.kind == "setback" and not row.back()), None)
        step = next((row for row in self.steps[case.pk] if row.due_date), None)
        contact = self.contacts.get(case.pk)
        return Standing(
            today=self.today,
            started=case.started_date,
            rests=case.pk in self.pauses,
            has_goal=bool(card.goal),
            ratings=tuple(card.ratings),
            off_track_since=setback.happened_date if setback else None,
            off_track_words=setback.words if setback else "",
            last_help=_last_help(moments),
            last_contact=contact.happened_date if contact else None,
            step_due=step.due_date if step else None,
            step_words=step.words if step else "",
            review_due=next_review_date(case, self.reviews.get(case.pk)),
            check_due=self._check_due(case),
        )


def _last_help(moments: list[Moment]) -> str:
    backs = [back for row in moments if (back := row.back()) and back.what_helped]
    return max(backs, key=lambda back: back.back_date).what_helped if backs else ""


def _then_and_now(rows: list[Rating], today: date) -> str:
    if not rows:
        return ""
    first, now = rows[0], rows[-1]
    began = plain_month(first.rated_date, today)
    if len(rows) == 1:
        return f"{first.value} in {began}"
    return f"{first.value} in {began}, {now.value} now"


def my_cards(member: Membership) -> list[Card]:
    """Return the cards of one's own open cases, those worth a look first."""
    mine = Case.visible_to(member).open().kept_by(member)
    cases = list(mine.select_related("client", "service").order_by("started_date"))
    around = Around(member, cases)
    cards = [around.card(case) for case in cases]
    return sorted(cards, key=lambda card: card.why[0].rank if card.why else 99)
