"""What is offered first: what this worker and this plan are used to."""

from collections.abc import Iterable

from cors.casefile.case_record import CaseRecord
from cors.catalogue.schema.entries import Entry
from cors.contacts.models import Contact
from cors.outcomes.models import Outcome
from cors.plans.models import Barrier, Intervention

Choices = list[tuple[str, str]]


def kinds_in_habit(record: CaseRecord) -> list[Entry]:
    """Return the kinds that are offered, the ones used last first."""
    habit = Contact.kinds_of(record.member)
    return _ordered(record.catalogue.entries("contact_kind"), habit)


def work_in_habit(record: CaseRecord) -> list[Intervention]:
    """Return what goes on in this plan, what was done last first."""
    done = [row.intervention_id for row in reversed(record.delivered)]
    places = {key: place for place, key in reversed(list(enumerate(done)))}
    going_on = [row for row in record.interventions if row.ended_date is None]
    return sorted(going_on, key=lambda row: places.get(row.pk, len(done)))


def barriers_in_habit(record: CaseRecord) -> Choices:
    """Return the barriers to choose from; what stands in the plan already comes last."""
    standing = {row.type_key for row in record.barriers if row.resolution() is None}
    entries = _near_the_goals(record, record.catalogue.entries("barrier_type"))
    ordered = _ordered(entries, Barrier.types_of(record.member))
    return _said(sorted(ordered, key=lambda entry: entry.key in standing))


def outcomes_in_habit(record: CaseRecord) -> Choices:
    """Return the outcomes to choose from, those aimed at first; what was reached comes last."""
    aims = [row.outcome_type for row in record.aims if row.to_date is None]
    reached = {row.outcome_type for row in record.outcomes}
    entries = _near_the_goals(record, record.catalogue.entries("outcome_type"))
    return _said(sorted(_ordered(entries, aims), key=lambda entry: entry.key in reached))


def evidence_in_habit(record: CaseRecord) -> Choices:
    """Return what can show an outcome, what this worker went by last first."""
    habit = Outcome.evidence_of(record.member)
    return _said(_ordered(record.catalogue.entries("evidence_kind"), habit))


def _near_the_goals(record: CaseRecord, entries: list[Entry]) -> list[Entry]:
    areas = {goal.life_area for goal in record.open_goals}
    return sorted(entries, key=lambda entry: areas.isdisjoint(_areas_of(entry)))


def _areas_of(entry: Entry) -> Iterable[str]:
    areas: Iterable[str] = getattr(entry, "life_areas", ())
    return [*areas, getattr(entry, "life_area", "")]


def _ordered(entries: list[Entry], habit: list[str]) -> list[Entry]:
    places = {key: place for place, key in enumerate(habit)}
    return sorted(entries, key=lambda entry: places.get(entry.key, len(places)))


def _said(entries: list[Entry]) -> Choices:
    return [(entry.key, entry.label) for entry in entries]
