"""The supervision sheet: one worker's people as stuck, due and moved, from what Today shows."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from django.http import Http404

from cors.access.models import Membership
from cors.access.models.membership import MembershipQuerySet
from cors.access.permissions import Permission
from cors.access.roles import Reach
from cors.caseload.cards import Card, my_cards
from cors.caseload.reasons import Reason
from cors.core.plain_days import plain_day
from cors.plans.models import Moment
from cors.sheets.sheet import Line, Sheet, section

STUCK, DUE = (0, 1, 4, 6), (2, 3, 5, 7)  # the ranks of the reasons on Today
MOVED_DAYS = 42
MOST_MOMENTS = 3


def worker_of(member: Membership, pk: UUID | None) -> Membership:
    """Return whose sheet this is: one's own, or that of a worker in a team that one leads."""
    if pk is None or pk == member.pk:
        return member
    found: Membership | None = workers_under(member).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def workers_under(member: Membership) -> MembershipQuerySet:
    """Return the colleagues whose sheets this person may open, besides one's own."""
    others: MembershipQuerySet = Membership.colleagues_of(member).exclude(pk=member.pk)
    if not member.can(Permission.ASSIGN):
        return others.none()
    if member.as_role.reach != Reach.ORGANISATION:
        others = others.filter(pk__in=member.keys_in_same_teams())
    return others.order_by("user__name")


def supervision_sheet(member: Membership, worker: Membership) -> tuple[Sheet, list[Card]]:
    """Put the sheet together from the cases of this worker that the reader may see too."""
    cards, today = my_cards(member, of=worker), member.organisation.today()
    news = _news(cards, member)
    people = f"{len(cards)} {'person' if len(cards) == 1 else 'people'}"
    sheet = Sheet(
        title=f"Supervision: {worker.user.name}",
        about=f"{people}. Printed {today.day} {today:%B %Y} by {member.user.name}. "
        "Worked out from the records; no number here is a mark for anybody.",
        sections=(
            *section("Stuck", _with(cards, STUCK), nothing="Nobody is stuck."),
            *section("Due", _with(cards, DUE), nothing="Nothing is due."),
            *section("Moved", _moved(cards, news), nothing="Nothing was recorded as moved."),
            *section("Going along", _along(cards, news)),
        ),
    )
    return sheet, cards


def _with(cards: list[Card], ranks: tuple[int, ...]) -> Iterable[Line]:
    for card in cards:
        found = [reason for reason in card.why if reason.rank in ranks]
        if found:
            said = " ".join(_said(reason) for reason in found)
            yield Line(said, card.goal and f"“{card.goal}”", label=card.name, url=card.url)


def _said(reason: Reason) -> str:
    said = " ".join(part for part in (reason.strong, reason.words, reason.help) if part)
    return said if said.endswith((".", "?", "!", "”")) else f"{said}."


def _news(cards: list[Card], member: Membership) -> dict[object, list[Moment]]:
    """Return small successes and ways back of the last weeks by case, the newest first."""
    today = member.organisation.today()
    since = today - timedelta(days=MOVED_DAYS)
    cases = {card.case.pk: card.case for card in cards}
    found: dict[object, list[Moment]] = {}
    for row in reversed(Moment.of_cases(list(cases))):
        back = row.back()
        if row.happened_date >= since and (row.kind == "success" or back):
            row.case = cases[row.case_id]
            found.setdefault(row.case_id, []).append(row)
    return found


def _moved(cards: list[Card], news: dict[object, list[Moment]]) -> Iterable[Line]:
    for card in cards:
        rows = news.get(card.case.pk, [])
        said = [_moment(row) for row in rows[:MOST_MOMENTS]]
        if said or _has_risen(card):
            yield Line(" ".join(said), card.ratings_in_words, label=card.name, url=card.url)


def _has_risen(card: Card) -> bool:
    return len(card.ratings) > 1 and card.ratings[-1] > card.ratings[0]


def _moment(row: Moment) -> str:
    if back := row.back():
        helped = f" What helped: {back.what_helped}" if back.what_helped else ""
        return f"Back on track {plain_day(back.back_date, back.back_date)}.{helped}"
    return row.words


def _along(cards: list[Card], news: dict[object, list[Moment]]) -> Iterable[Line]:
    for card in cards:
        if not card.why and card.case.pk not in news and not _has_risen(card):
            yield Line(card.note or card.last or "Not seen yet.", label=card.name, url=card.url)
