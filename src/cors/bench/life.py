"""One person's rows from referral to ending, as the verbs would have written them."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from uuid import UUID

from cors.bench import names, wording
from cors.bench.ground import Ground, Post
from cors.bench.rows import PersonRows, Rows
from cors.cases.models import Assignment, Case, Ending
from cors.clients.models import Client, Consent, ContactPoint, NamePrefix, fold_reference
from cors.core.blind_index import fold, name_tokens
from cors.core.models import SealingKey
from cors.core.sealing import new_key, wrap

LONGEST_SPELL = 540
LONGEST_AGO = 1100
AREAS = ("housing", "money", "mental-wellbeing", "work-and-learning", "relationships", "confidence")
SOURCES = ("gp", "council-housing", "self", "")
REASONS = ("goals-reached", "agreed-time-over", "lost-touch", "chose-to-stop", "enough-for-now")


@dataclass
class Life:
    """One person while their rows are made."""

    ground: Ground
    number: int
    chance: Random
    post: Post
    rows: PersonRows
    began: date
    ended: date | None
    case: UUID
    goals: list[UUID] = field(default_factory=list)
    work: UUID | None = None

    @property
    def last_day(self) -> date:
        return self.ended or self.ground.today

    def day(self, share: float) -> date:
        """Return a day of the spell of support: 0 is the first, 1 the last."""
        return self.began + timedelta(days=int((self.last_day - self.began).days * share))

    def at(self, day: date) -> datetime:
        """Return when something of that day was written down."""
        minutes = self.chance.randint(8 * 60, 17 * 60) + self.chance.random()
        return datetime.combine(day, time(), UTC) + timedelta(minutes=minutes)


def begin(ground: Ground, number: int, rows: Rows, chance: Random) -> Life:
    """Add the person, their key, their case and who holds it."""
    spell, ended = chance.randint(60, LONGEST_SPELL), None
    if ground.is_open(number):
        began = ground.today - timedelta(days=min(spell, 400))
    else:
        ended = ground.today - timedelta(days=chance.randint(1, LONGEST_AGO - spell))
        began = ended - timedelta(days=spell)
    post = ground.post_of(number)
    written = datetime.combine(began, time(9), UTC) + timedelta(seconds=chance.randint(0, 25_000))
    client = rows.key(written)
    person = PersonRows(rows, client, new_key(), post.user)
    case = rows.key(written)
    life = Life(ground, number, chance, post, person, began, ended, case)
    _add_client(life, names.name(chance), written)
    _open_case(life, written)
    return life


def _add_client(life: Life, name: str, at: datetime) -> None:
    ground, rows = life.ground, life.rows
    wrapped = wrap(
        rows.sealing_key,
        under=ground.organisation_key,
        organisation=ground.organisation,
        subject=rows.client,
    )
    rows.rows.add(
        SealingKey,
        subject=rows.client,
        organisation=ground.organisation,
        wrapped=wrapped,
        created_at=at,
    )
    reference = f"{ground.letters}-{life.number + 1:04}"
    born = date(life.chance.randint(1948, 2004), life.chance.randint(1, 12), 9)
    rows.add(
        Client,
        at,
        id=rows.client,
        reference=reference,
        reference_folded=fold_reference(reference),
        name=name,
        birth_date=born.isoformat(),
        birth_year=born.year,
        sort_key=fold(name).split()[-1][:2],
    )
    for token in sorted(name_tokens(f"{name} ", key=ground.index_key)):
        rows.add(NamePrefix, at, client_id=rows.client, token=token)
    rows.told("add_client", Client, rows.client, at, on=life.began, name=name)
    _agree(life, at)


def _agree(life: Life, at: datetime) -> None:
    rows, client = life.rows, life.rows.client
    number = f"07700 9{life.number % 100_000:05}"
    how = {"kind": "mobile", "value": number, "safety": "safe", "rule": ""}
    point = rows.add(ContactPoint, at, client_id=client, checked_date=life.began, **how)
    rows.told("add_contact_point", ContactPoint, point, at, **how)
    consent = rows.add(
        Consent,
        at,
        client_id=client,
        purpose="record",
        agreed=True,
        read_out="We write down what we do together, and you can read it.",
        given_date=life.began,
    )
    rows.told("record_consent", Consent, consent, at, purpose="record", agreed=True)


def _open_case(life: Life, at: datetime) -> None:
    rows, post, on = life.rows, life.post, life.began
    source, words = life.chance.choice(SOURCES), wording.note(life.chance)
    rows.add(
        Case,
        at,
        id=life.case,
        client_id=rows.client,
        service_id=post.service,
        referred_date=on,
        referral_source=source,
        referral_words=words,
        accepted_date=on,
        accepted_by_id=post.user,
        started_date=on,
        opened_by_id=post.user,
    )
    rows.told("refer", Case, life.case, at, service=post.service, on=on, source=source, words=words)
    rows.add(
        Assignment, at, case_id=life.case, member_id=post.member, is_keyworker=True, from_date=on
    )
    rows.told("open_case", Case, life.case, at, on=on, keyworker=post.member)


def end(life: Life) -> UUID | None:
    """Close the case if it has ended; return the key of the ending."""
    if life.ended is None:
        return None
    at, reason = life.at(life.ended), life.chance.choice(REASONS)
    ending = life.rows.add(
        Ending, at, case_id=life.case, ended_date=life.ended, reason=reason, words=""
    )
    life.rows.told("close_case", Case, life.case, at, on=life.ended, reason=reason, review=None)
    return ending


def area(life: Life) -> str:
    """Return a life area, some of them more often than others."""
    return AREAS[int(len(AREAS) * life.chance.random() ** 1.5)]
