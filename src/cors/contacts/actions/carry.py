"""Carrying records to another case: opened under one key, sealed under the other."""

from uuid import UUID

from cors.access.models import ClientRecord
from cors.cases.models import Case
from cors.contacts.models import (
    ContactPerson,
    OfEntry,
    barriers_of,
    moments_of,
    outcomes_of,
    steps_of,
    ties_of,
    written_on,
)
from cors.outcomes.models import Outcome
from cors.plans.models import Addresses, Barrier, BarrierBlocks, Moment, Step

Carried = Moment | Barrier | Step | Outcome
Tie = tuple[str, UUID]


def came_along(person: ContactPerson) -> list[Carried]:
    """Return what came of an entry and can follow it."""
    return [*moments_of(person), *barriers_of(person), *steps_of(person), *outcomes_of(person)]


def carry(row: Carried, to: Case) -> list[Tie]:
    """Put a record under another case; return the links to the plan that it left behind."""
    ties = _untie(row)
    seal_under(to, row, *_belongings(row))
    return ties


def seal_under(to: Case, row: Carried | ContactPerson, *belongings: ClientRecord) -> None:
    """Open all text while the records still stand under their old key, then seal it anew."""
    words = [(each, _words(each)) for each in (row, *belongings)]
    for each, texts in words:
        if isinstance(each, OfEntry) or each is row:
            each.case = to
        for name, text in texts.items():
            setattr(each, name, text)
        each.save()


def _words(row: ClientRecord) -> dict[str, str]:
    return {name: getattr(row, name) for name in row.privacy.sealed}


def _belongings(row: Carried) -> list[ClientRecord]:
    """Return the records whose text hangs on this one; each must know it as this very object."""
    if isinstance(row, Moment):
        return _of_moment(row)
    if isinstance(row, Barrier):
        return _of_barrier(row)
    if isinstance(row, Outcome):
        checks = row.checks()
        for check in checks:
            check.outcome = row
        return [*checks]
    return []


def on_entry(row: ContactPerson | Moment) -> list[ClientRecord]:
    """Return what was corrected in an entry and added to it, each knowing it as this object."""
    found: list[ClientRecord] = []
    for each in written_on(row):
        setattr(each, "person" if isinstance(row, ContactPerson) else "moment", row)
        found.append(each)
    return found


def _of_moment(moment: Moment) -> list[ClientRecord]:
    found = on_entry(moment)
    if back := moment.back():
        back.moment = moment
        found.append(back)
    return found


def _of_barrier(barrier: Barrier) -> list[ClientRecord]:
    found: list[ClientRecord] = [*barrier.rests()]
    if resolution := barrier.resolution():
        found.append(resolution)
    for each in found:
        each.barrier = barrier  # type: ignore[attr-defined]
    return found


def _untie(row: Carried) -> list[Tie]:
    ties: list[Tie] = []
    for name in ("goal", "intervention"):
        if key := getattr(row, f"{name}_id", None):
            ties.append((name, key))
            setattr(row, name, None)
    for link in ties_of(row) if isinstance(row, Barrier) else []:
        ties.append(_named(link))
        link.delete()
    return ties


def _named(link: BarrierBlocks | Addresses) -> Tie:
    if isinstance(link, BarrierBlocks):
        return "blocks", link.goal_id or link.blocked_id or link.barrier_id
    return "addressed_by", link.intervention_id
