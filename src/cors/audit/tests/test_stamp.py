"""The stamp of an organisation's records: another one after every write, the same after reads."""

from datetime import timedelta

import pytest

from cors.access.models import Membership
from cors.audit.models import Event
from cors.audit.record import record
from tests.stage.personas import Stage, browser_of


def stamp(stage: Stage) -> str:
    return Event.stamp_of(stage.organisation.pk)


def wrote(by: Membership) -> Event:
    return record(by=by, verb="tidy_up", about=by.organisation)


def test_is_another_after_every_write(stage: Stage) -> None:
    found = [stamp(stage)]
    for _ in range(3):
        wrote(stage.amina)
        found.append(stamp(stage))
    assert len(set(found)) == 4


def test_stays_when_somebody_reads_or_signs_in(stage: Stage) -> None:
    before = stamp(stage)
    assert browser_of(stage.amina).get("/people/").status_code == 200
    assert stamp(stage) == before


@pytest.mark.parametrize("minutes", [1, 50])
def test_tells_of_a_write_that_stood_later_than_it_began(stage: Stage, minutes: int) -> None:
    """A long transaction that is finished after a shorter one which began after it."""
    last = wrote(stage.amina)
    before = stamp(stage)
    event = Event(
        organisation_id=stage.organisation.pk,
        actor_id=stage.ben.user_id,
        kind=Event.Kind.WRITE,
        verb="bring_in",
        at=last.at - timedelta(minutes=minutes),
    )
    event.save(force_insert=True)
    assert stamp(stage) != before


def test_is_of_one_organisation(stage: Stage, elsewhere: Stage) -> None:
    before = stamp(stage)
    assert before not in ("", "nothing yet")
    assert stamp(elsewhere) != before
