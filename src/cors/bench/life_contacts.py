"""The contacts of one case and what came of them, and the measures that were taken."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid5

from cors.bench import wording
from cors.bench.ground import CONTACTS_A_CLIENT, FULL_CONTACTS, FULL_MOMENTS
from cors.bench.life import Life
from cors.contacts.models import CameOf, Contact, ContactPerson, Delivered
from cors.measures.models import Assessment, Response, Score
from cors.plans.models import BackOnTrack, Goal, Moment, Rating

KINDS = ("call", "met-here", "visit", "message", "met-elsewhere")
WITH_ANOTHER = 0.04
ONS4 = ("satisfied", "worthwhile", "happy", "anxious")


@dataclass(frozen=True, slots=True)
class Held:
    """One contact as it is written down."""

    key: UUID
    on: date
    at: datetime
    kind: str
    minutes: int | None


def contacts(life: Life, neighbour: Life | None) -> None:
    """Add the contacts of a case, a few of them with somebody else's as well."""
    wanted = CONTACTS_A_CLIENT[life.number % len(CONTACTS_A_CLIENT)]
    moments = life.chance.sample(range(wanted), wanted // 3)
    if life.number == 0:
        wanted, moments = FULL_CONTACTS, list(range(FULL_MOMENTS))
    for place in range(wanted):
        held = _contact(life, place, wanted)
        _entry(life, held, with_moment=place in moments)
        if neighbour and life.chance.random() < WITH_ANOTHER and _goes_on(neighbour, held.on):
            _entry(neighbour, held, with_moment=False)


def _goes_on(life: Life, on: date) -> bool:
    return life.began <= on <= life.last_day


def _contact(life: Life, place: int, wanted: int) -> Held:
    on = life.day((place + life.chance.random()) / wanted)
    at = life.at(on)
    kind = life.chance.choice(KINDS)
    minutes = life.chance.choice((None, 15, 30, 45, 60))
    contact = life.rows.add(
        Contact,
        at,
        kind=kind,
        happened_date=on,
        minutes=minutes,
        worker_id=life.post.member,
        form_key=uuid5(life.case, f"form {place}"),
    )
    return Held(contact, on, at, kind, minutes)


def _entry(life: Life, held: Held, *, with_moment: bool) -> None:
    chance, rows = life.chance, life.rows
    note = wording.note(chance) if chance.random() < 0.8 else ""
    person = rows.add(
        ContactPerson,
        held.at,
        contact_id=held.key,
        case_id=life.case,
        happened_date=held.on,
        note=note,
    )
    done = [life.work] if life.work and chance.random() < 0.4 else []
    for work in done:
        rows.add(
            Delivered,
            held.at,
            contact_person_id=person,
            intervention_id=work,
            type_key="speaking-up-for",
            minutes=held.minutes,
            happened_date=held.on,
        )
    came = _came(life, held, with_moment=with_moment)
    for kind, key in came:
        rows.add(CameOf, held.at, contact_person_id=person, kind=kind, record_id=key)
    changes = {"contact": held.key, "kind": held.kind, "result": "held", "on": held.on}
    changes |= {"minutes": held.minutes, "delivered": done, "came_of": came}
    rows.told("record_contact", ContactPerson, person, held.at, **changes)


def _came(life: Life, held: Held, *, with_moment: bool) -> list[tuple[str, UUID]]:
    found: list[tuple[str, UUID]] = []
    if life.chance.random() < 0.5:
        goal = life.chance.choice(life.goals)
        value = min(10, int(life.chance.gauss(5, 2) % 11))
        rating = life.rows.add(Rating, held.at, goal_id=goal, value=value, rated_date=held.on)
        life.rows.told("rate_goal", Goal, goal, held.at, value=value, rater="client", on=held.on)
        found += [(CameOf.Kind.GOAL.value, goal), (CameOf.Kind.RATING.value, rating)]
    if with_moment:
        found.append((CameOf.Kind.MOMENT.value, _moment(life, held)))
    return found


def _moment(life: Life, held: Held) -> UUID:
    chance, rows, goal = life.chance, life.rows, life.chance.choice(life.goals)
    kind = chance.choice((Moment.Kind.SUCCESS.value, Moment.Kind.SETBACK.value))
    words = chance.choice(wording.SMALL if kind == "success" else wording.HARD)
    moment = rows.add(
        Moment,
        held.at,
        case_id=life.case,
        goal_id=goal,
        kind=kind,
        happened_date=held.on,
        words=words,
    )
    rows.told("record_moment", Moment, moment, held.at, kind=kind, on=held.on, goal=goal)
    if kind == "setback" and chance.random() < 0.7:
        back, helped = min(life.last_day, held.on), chance.choice(wording.HELPED)
        rows.add(BackOnTrack, held.at, moment_id=moment, back_date=back, what_helped=helped)
        rows.told("get_back_on_track", Moment, moment, held.at, on=back)
    return moment


def measures(life: Life) -> None:
    """Take four questions and a total, at the beginning and later: ten scores."""
    for place, share in enumerate((0.02, 0.7)):
        answers = {item: min(10, 2 + place + life.chance.randint(0, 6)) for item in ONS4}
        _assess(life, "ons4", life.day(share), answers, answered=True)
        total = max(0, int(life.chance.gauss(28 - 6 * place, 9)) % 63)
        _assess(life, "bdi-ii", life.day(share), {"total": total}, answered=False)


def _assess(life: Life, measure: str, on: date, scores: dict[str, int], *, answered: bool) -> None:
    at, rows = life.at(on), life.rows
    taken = rows.add(
        Assessment,
        at,
        case_id=life.case,
        measure=measure,
        version="1",
        happened_date=on,
        is_reported=not answered,
    )
    for key, value in scores.items():
        if answered:
            rows.add(Response, at, assessment_id=taken, item=key, value=value)
        rows.add(
            Score,
            at,
            case_id=life.case,
            assessment_id=taken,
            measure=measure,
            key=key,
            value=float(value),
            happened_date=on,
        )
    changes = {"measure": measure, "on": on, "rater": "client", "scores": scores}
    rows.told("record_assessment", Assessment, taken, at, **changes)
