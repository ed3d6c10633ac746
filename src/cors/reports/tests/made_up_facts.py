"""Facts about people who are made up, a row at a time, for sums worked out by hand."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import NAMESPACE_OID, UUID, uuid5

from cors.facts.tests.laid_facts import laid
from cors.facts.tests.plain_facts import (
    AimFact,
    BarrierFact,
    CaseFact,
    ContactFact,
    Facts,
    GoalFact,
    MomentFact,
    OutcomeFact,
    ReviewFact,
    ScoreFact,
)
from cors.reports.figure import Figure, Material, Period

SPRING = Period(date(2026, 3, 1), date(2026, 5, 31))
REFERRED, BEGAN, IN_SPRING = date(2026, 2, 20), date(2026, 3, 2), date(2026, 4, 15)
BEFORE, AFTER = date(2026, 2, 28), date(2026, 6, 1)  # the days next to the period
PLANNED = frozenset({"goals-reached"})
WRITTEN = datetime(2026, 4, 15, 12, tzinfo=UTC)


def key(name: str) -> UUID:
    """Return the same key for a name every time."""
    return uuid5(NAMESPACE_OID, name)


def given(period: Period = SPRING, **rows: Any) -> Material:
    """Return material of these rows, labels as they are keyed."""
    facts = laid(facts_of(rows))
    services = [service for (service,) in facts.all("SELECT DISTINCT service FROM facts.cases")]
    facts.narrow(services, period.first, period.last)
    return Material(facts, capitalised, PLANNED)


def facts_of(rows: dict[str, Any]) -> Facts:
    """Return these rows as facts."""
    return Facts(**{name: tuple(rows.get(name, ())) for name in Facts.__dataclass_fields__})


def capitalised(kind: str, key: str) -> str:
    """Return a label: as it is keyed."""
    return key.capitalize()


def keys(*names: str) -> frozenset[UUID]:
    """Return the keys of several names."""
    return frozenset(key(name) for name in names)


def of(figures: Any, wanted: str) -> Figure:
    """Return one figure of several by its key."""
    found: Figure = next(figure for figure in figures if figure.key == wanted)
    return found


def bases(figure: Figure) -> list[int]:
    """Return how many are in each base."""
    return [base.of for base in figure.bases]


def a_case(name: str, person: str = "", **changed: Any) -> CaseFact:
    """Return a case of somebody, open since the first week of spring."""
    row = CaseFact(
        case=key(name), client=_person(name, person), service=key("service"), group="",
        referred=REFERRED, started=BEGAN, declined=None, ended=None, ending_reason="",
        birth_year=1984,
    )  # fmt: skip
    return replace(row, **changed)


def a_contact(name: str, **changed: Any) -> ContactFact:
    row = ContactFact(key(name), _person(name), key(f"{name} met"), IN_SPRING, "call", "held", 30)
    return replace(row, **changed)


def a_goal(name: str, *ratings: int, **changed: Any) -> GoalFact:
    """Return an open goal; the ratings are of one day after the other from the beginning."""
    said = tuple((date(2026, 3, 2 + at), value) for at, value in enumerate(ratings))
    row = GoalFact(key(name), _person(name), key(f"{name} wants"), "housing", BEGAN, None, "", said)
    return replace(row, **changed)


def a_barrier(name: str, **changed: Any) -> BarrierFact:
    return replace(BarrierFact(key(name), _person(name), "debt", IN_SPRING, None), **changed)


def a_moment(name: str, kind: str = "setback", **changed: Any) -> MomentFact:
    return replace(MomentFact(key(name), _person(name), kind, IN_SPRING, None), **changed)


def a_review(name: str, **changed: Any) -> ReviewFact:
    return replace(ReviewFact(key(name), _person(name), IN_SPRING), **changed)


def an_aim(name: str, **changed: Any) -> AimFact:
    return replace(AimFact(key(name), _person(name), "job", BEGAN, None), **changed)


def an_outcome(name: str, **changed: Any) -> OutcomeFact:
    return replace(OutcomeFact(key(name), _person(name), "job", IN_SPRING, ()), **changed)


def a_score(name: str, value: float, on: date = BEGAN, **changed: Any) -> ScoreFact:
    row = ScoreFact(
        case=key(name), client=_person(name), measure="phq-9", version="1", key="total",
        rater="client", wave="", on=on, written=WRITTEN, value=value,
    )  # fmt: skip
    return replace(row, **changed)


def in_utc(at: datetime) -> datetime:
    return at.replace(tzinfo=UTC)


def of_person(row: Any, client: UUID) -> Any:
    """Return a row of another person."""
    return replace(row, client=client)


def period_from(first: date, later: int, length: int) -> Period:
    """Return a period that begins some days later and has some days more than one."""
    begin = first + timedelta(days=later)
    return Period(begin, begin + timedelta(days=length))


def _person(name: str, person: str = "") -> UUID:
    return key(f"person {person or name}")
