"""Old events go by the owner role only, never by the web role, and never without a trace."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from cors.access.purging import KEPT_AT_LEAST, purge_events
from cors.audit.models import Event, NamedOnPage
from cors.audit.triggers import missing_triggers
from cors.core.errors import Refused
from tests.stage.hana import Hana
from tests.stage.owner import as_owner
from tests.stage.personas import Stage

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
LONG_AGO = NOW - KEPT_AT_LEAST - timedelta(days=100)
BEFORE = NOW - KEPT_AT_LEAST - timedelta(days=1)


@pytest.fixture
def old(stage: Stage, hana: Hana) -> Event:
    """A page read long ago that named Hana among others."""
    event = Event(
        at=LONG_AGO, organisation_id=stage.organisation.pk, kind=Event.Kind.READ, verb="people"
    )
    event.save(force_insert=True)
    NamedOnPage(
        event_id=event.pk, organisation_id=stage.organisation.pk, client_id=hana.client.pk
    ).save(force_insert=True)
    return event


def _purge(before: datetime = BEFORE) -> int:
    with as_owner():
        return purge_events(before=before, at=NOW, using="default")


def test_what_is_old_goes_with_the_names_on_it_and_the_rest_stays(old: Event) -> None:
    young = set(Event.objects.exclude(pk=old.pk).values_list("pk", flat=True))
    assert _purge() == 1
    assert not Event.objects.filter(pk=old.pk).exists()
    assert not NamedOnPage.objects.filter(event_id=old.pk).exists()
    assert young < set(Event.objects.values_list("pk", flat=True))


def test_leaves_an_event_that_says_how_many_and_before_when(old: Event, stage: Stage) -> None:
    _purge()
    left = Event.objects.get(verb="purge_events")
    assert left.organisation_id == stage.organisation.pk
    assert json.loads(left.changes) == {"events": 1, "before": BEFORE.isoformat()}


def test_sign_ins_of_nobody_go_too_and_leave_their_event(stage: Stage) -> None:
    with as_owner():
        Event(at=LONG_AGO, kind=Event.Kind.SIGN_IN, verb="sign_in").save(force_insert=True)
    assert _purge() == 1
    with as_owner():
        assert Event.objects.filter(organisation_id=None, verb="purge_events").count() == 1


def test_nothing_old_leaves_nothing(stage: Stage) -> None:
    assert _purge() == 0
    assert not Event.objects.filter(verb="purge_events").exists()


def test_the_guard_stands_again_afterwards(old: Event) -> None:
    _purge()
    assert missing_triggers("default") == []
    with pytest.raises(DatabaseError), transaction.atomic():
        Event.objects.all().delete()


def test_refuses_to_touch_the_last_year(old: Event) -> None:
    with pytest.raises(Refused, match="at least a year"):
        _purge(before=NOW - timedelta(days=300))
    assert Event.objects.filter(pk=old.pk).exists()


def test_what_can_not_be_written_down_is_not_taken_away(
    old: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(**_: object) -> None:
        raise DatabaseError("full")

    monkeypatch.setattr("cors.access.purging.record_purge", fails)
    with pytest.raises(DatabaseError), transaction.atomic():
        _purge()
    assert Event.objects.filter(pk=old.pk).exists()
    assert missing_triggers("default") == []


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite knows no roles")
def test_the_web_role_can_not(old: Event) -> None:
    with pytest.raises(Refused, match="Only the role that owns the tables"):
        purge_events(before=BEFORE, at=NOW, using="default")
    assert Event.objects.filter(pk=old.pk).exists()
