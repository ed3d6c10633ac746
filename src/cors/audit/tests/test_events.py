"""Events are only ever added, whoever tries; the guard is laid again and missed when gone."""

import pytest
from django.db import DatabaseError, connection, transaction

from cors.audit.models import Event
from cors.audit.triggers import lay_triggers, missing_triggers
from tests.stage.personas import Stage


@pytest.fixture
def event(stage: Stage) -> Event:
    return Event.objects.filter(organisation_id=stage.organisation.pk).latest("at")


@pytest.mark.parametrize(
    "command", ["UPDATE audit_event SET verb = 'x'", "DELETE FROM audit_event"]
)
def test_refuses_to_change_or_delete(event: Event, command: str) -> None:
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(command)
    assert Event.objects.filter(pk=event.pk).exists()


def test_the_guard_stands(db: None) -> None:
    assert missing_triggers("default") == []


@pytest.mark.skipif("connection.vendor == 'postgresql'", reason="the web role may not drop it")
def test_a_missing_guard_is_seen_and_laid_again(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER audit_event_no_update")
    assert missing_triggers("default") == ["audit_event_no_update"]
    lay_triggers("default")
    assert missing_triggers("default") == []
