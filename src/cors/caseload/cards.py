"""My people, each with the reason to look first. Nothing is stored."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.urls import reverse

from cors.access.in_sight import among_visible
from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.caseload.around import Around
from cors.caseload.reasons import OFF_TRACK, Reason, reasons
from cors.caseload.recent import Recent, RecentNews
from cors.caseload.standing import StandingOf
from cors.caseload.unfinished import unfinished
from cors.cases.models import Case, CaseQuerySet
from cors.clients.models import Client
from cors.contacts.models import with_last_contact
from cors.core.plain_days import on_day, plain_day, plain_month
from cors.plans.models import Goal
from cors.plans.models.rated import Rated
from cors.reviews.models import PreparedReview, Review, next_review_of

REVIEW = "review together"
NEWS = 6
MOST_OTHERS = 2  # reasons named in brief after the first


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
    tried_url: str = ""
    unfinished: list[str] = field(default_factory=list)
    ahead: list[tuple[date, str]] = field(default_factory=list)

    @property
    def reason(self) -> Reason | None:
        return self.why[0] if self.why else None

    @property
    def also(self) -> str:
        """The reasons after the first, in a few words."""
        return ", ".join(reason.brief for reason in self.why[1 : 1 + MOST_OTHERS])


def card_of(case: Case, around: Around) -> Card:
    """Put together what Today shows of one case, with the goal that the reason is about."""
    standing = StandingOf(case, around)
    card = Card(
        case=case,
        name=case.client.called,
        url=reverse("casefile:case", args=[case.pk]),
        record_url=reverse("casefile:record", args=[case.pk]),
        last=standing.last_contact(),
        next=_next(case, around),
        ahead=list(_ahead(case, around)),
        why=reasons(standing.standing()),
        unfinished=unfinished(standing.begun()),
    )
    if since := case.rests_since():
        card.note = f"Support rests since {plain_day(since, around.today)}."
    if goal := standing.goal:
        card.goal = goal.words
        _rate(card, goal, around)
        if around.plans and card.reason and card.reason.brief == OFF_TRACK:
            card.tried_url = reverse("caseload:tried_for", args=[goal.pk])
    return card


def _rate(card: Card, goal: Goal, around: Around) -> None:
    rows = goal.ratings()
    card.ratings = [row.value for row in rows]
    kinds = {
        row.happened_date: row.kind
        for row in around.moments[goal.case_id]
        if row.goal_id == goal.pk
    }
    marked = [(place, kinds.get(row.rated_date)) for place, row in enumerate(rows)]
    card.dips = [place for place, kind in marked if kind == "setback"]
    card.wins = [place for place, kind in marked if kind == "success"]
    card.ratings_in_words = _then_and_now(rows, around.today)


def _next(case: Case, around: Around) -> str:
    steps = around.steps[case.pk]
    if not steps:
        return ""
    step = steps[0]
    day = f", {on_day(step.due_date, around.today)}" if step.due_date else ""
    return f"{step.words}{day}"


def _ahead(case: Case, around: Around) -> Iterable[tuple[date, str]]:
    """Return what has a day that is still to come."""
    review = None if case.rests_since() else next_review_of(case)
    days = [(step.due_date, step.words) for step in around.steps[case.pk]]
    days.append((review, REVIEW))
    return ((day, words) for day, words in days if day and day > around.today)


def _then_and_now(rows: list[Rated], today: date) -> str:
    if not rows:
        return ""
    first, now = rows[0], rows[-1]
    began = plain_month(first.rated_date, today)
    if len(rows) == 1:
        return f"{first.value} in {began}"
    return f"{first.value} in {began}, {now.value} now"


class MyPeople(NamedTuple):
    """One's own people, all around them, and whose safety one is told of besides."""

    cards: list[Card]
    around: Around
    told: list[Case]

    def clients(self) -> list[Client]:
        """Return everybody who is named on Today."""
        named = [case.client for case in (*self.told, *(card.case for card in self.cards))]
        return [*named, *self.around.news.clients_besides(named)]


def my_people(
    member: Membership, news: Sequence[Recent] = (), *, of: Membership | None = None
) -> MyPeople:
    """Return the cards of one's own open cases, those worth a look first, and all around them.

    news: what may be told besides, of which as much is told as one sees.
    of: somebody else whose people they are; only those whom one sees too.
    """
    mine, told = Case.keys_for_today(of or member)
    cases = _seen(member, mine | told | {each.case for each in news})
    around = Around(
        member, [case for case in cases if case.pk in mine], RecentNews(news, cases, NEWS)
    )
    cards = [card_of(case, around) for case in cases if case.pk in mine]
    cards.sort(key=lambda card: card.why[0].rank if card.why else 99)
    return MyPeople(cards, around, [case for case in cases if case.pk in told])


def _seen(member: Membership, keys: Collection[UUID]) -> list[Case]:
    """Return those of these cases that the door lets through, with what their cards need."""
    cases: CaseQuerySet = among_visible(Case, member, list(keys))  # type: ignore[assignment]
    stand = cases.with_rests(member.organisation.today()).with_safety()
    known = Review.with_latest(with_last_contact(stand))
    if member.can(Permission.REVIEW):
        known = PreparedReview.with_prepared(known)
    return list(known.select_related("client", "service").order_by("started_date"))


def my_cards(member: Membership, *, of: Membership | None = None) -> list[Card]:
    """Return the cards alone."""
    return my_people(member, of=of).cards
