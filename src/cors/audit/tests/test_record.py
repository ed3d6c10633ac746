"""An event tells who did what to whom, seals what changed and fails what can't be written down."""

import json
from datetime import date

import pytest
from django.db import connection

from cors.access.actions import add_team, change_role, put_in_team
from cors.access.models import Team
from cors.audit.models import Event
from cors.audit.record import record
from cors.clients.actions import edit_client
from cors.clients.models import Client
from cors.core.errors import KeyDestroyed, SealError
from cors.core.keyring import fresh_keyring, keyring
from cors.core.models import SealingKey
from tests.stage.hana import Hana
from tests.stage.personas import Stage


def _kept(event: Event) -> bytes:
    key = event.pk.hex if connection.vendor == "sqlite" else event.pk
    with connection.cursor() as cursor:
        cursor.execute("SELECT changes FROM audit_event WHERE id = %s", [key])
        return bytes(cursor.fetchone()[0] or b"")


def test_tells_who_did_what_to_which_record(stage: Stage, hana: Hana) -> None:
    event = record(by=stage.amina, verb="nod", about=hana.goal)
    kept = Event.objects.get(pk=event.pk)
    assert (kept.kind, kept.verb) == (Event.Kind.WRITE, "nod")
    assert (kept.actor_id, kept.organisation_id) == (stage.amina.user_id, stage.organisation.pk)
    assert (kept.about_kind, kept.about_id) == ("plans.goal", hana.goal.pk)


@pytest.mark.parametrize("kind", ["client", "case", "goal", "work", "setback", "barrier", "review"])
def test_takes_the_client_from_the_record(stage: Stage, hana: Hana, kind: str) -> None:
    event = record(by=stage.amina, verb="nod", about=getattr(hana, kind))
    assert event.client_id == hana.client.pk


def test_what_is_about_no_client_belongs_to_the_organisation(stage: Stage) -> None:
    event = record(by=stage.dev, verb="nod", about=stage.team, changes={"name": "Move-on"})
    assert event.client_id is None
    assert event.sealing_subject() == stage.organisation.pk
    assert json.loads(Event.objects.get(pk=event.pk).changes) == {"name": "Move-on"}


def test_changes_open_on_the_event_and_stand_sealed_in_its_row(stage: Stage, hana: Hana) -> None:
    edit_client(client=hana.client, by=stage.amina, name="Hana Nováková")
    event = Event.objects.get(verb="edit_client")
    assert "Nováková" in event.changes
    assert b"Nov" not in _kept(event)


def test_changes_open_with_the_clients_key_and_with_no_other(stage: Stage, hana: Hana) -> None:
    event = record(by=stage.amina, verb="nod", about=hana.goal, changes={"words": "A flat"})
    assert _kept(event)[1:17] == hana.client.pk.bytes
    SealingKey.objects.get(subject=hana.client.pk).destroy()
    with fresh_keyring(), pytest.raises(KeyDestroyed):
        _ = Event.objects.get(pk=event.pk).changes


def test_an_event_of_the_organisation_stays_readable_when_a_client_is_gone(
    stage: Stage, hana: Hana
) -> None:
    event = record(by=stage.dev, verb="nod", about=stage.team, changes={"name": "Move-on"})
    SealingKey.objects.get(subject=hana.client.pk).destroy()
    with fresh_keyring():
        assert "Move-on" in Event.objects.get(pk=event.pk).changes


@pytest.mark.parametrize("changes", [None, {}])
def test_nothing_changed_seals_nothing(
    stage: Stage, hana: Hana, changes: dict[str, str] | None
) -> None:
    event = record(by=stage.amina, verb="nod", about=hana.goal, changes=changes)
    assert _kept(event) == b""
    assert Event.objects.get(pk=event.pk).changes == ""


def test_days_keys_and_other_scripts_are_written_as_they_are(stage: Stage, hana: Hana) -> None:
    given = {"day": date(2026, 11, 23), "who": stage.amina.pk, "words": "مفتاح"}
    event = record(by=stage.amina, verb="nod", about=hana.goal, changes=given)
    kept = Event.objects.get(pk=event.pk).changes
    assert json.loads(kept) == {
        "day": "2026-11-23",
        "who": str(stage.amina.pk),
        "words": "مفتاح",
    }
    assert "مفتاح" in kept


def test_a_role_that_changed_tells_before_and_now(stage: Stage) -> None:
    change_role(member=stage.gwen, role="keyworker", by=stage.dev)
    event = Event.objects.get(verb="change_role")
    assert json.loads(event.changes) == {"before": "volunteer", "now": "keyworker"}
    assert (event.about_kind, event.about_id) == ("access.membership", stage.gwen.pk)


def test_a_verb_whose_event_fails_writes_nothing(
    stage: Stage, audit_fails: type[Exception]
) -> None:
    with pytest.raises(audit_fails):
        add_team(name="Never", by=stage.dev)
    assert not Team.objects.filter(name="Never").exists()


def test_a_verb_whose_changes_cannot_be_sealed_writes_nothing(
    stage: Stage, hana: Hana, monkeypatch: pytest.MonkeyPatch
) -> None:
    SealingKey.objects.get(subject=hana.client.pk).destroy()
    keyring().forget(hana.client.pk)
    with pytest.raises(KeyDestroyed):
        edit_client(client=hana.client, by=stage.amina, name="Somebody")
    assert not Event.objects.filter(verb="edit_client").exists()


def test_an_event_that_is_there_is_not_written_twice(stage: Stage) -> None:
    event = record(by=stage.dev, verb="nod", about=stage.team)
    with pytest.raises(Exception, match=r"(?i)unique|duplicate"):
        event.save(force_insert=True)


def test_changes_are_not_handed_out_without_their_event(stage: Stage, hana: Hana) -> None:
    record(by=stage.amina, verb="nod", about=hana.goal, changes={"words": "A flat"})
    (sealed,) = Event.objects.filter(verb="nod").values_list("changes", flat=True)
    assert repr(sealed) == "<sealed>"
    with pytest.raises(SealError):
        str(sealed)


def test_each_verb_is_one_event(stage: Stage) -> None:
    before = Event.objects.filter(kind=Event.Kind.WRITE).count()
    put_in_team(team=stage.other_team, member=stage.gwen, by=stage.dev)
    assert Event.objects.filter(kind=Event.Kind.WRITE).count() == before + 1


def test_an_event_outlives_the_record_that_it_tells_of(stage: Stage) -> None:
    team = add_team(name="Short-lived", by=stage.dev)
    key = team.pk
    team.delete()
    assert Event.objects.get(verb="add_team", about_id=key).actor_id == stage.dev.user_id


def test_says_its_verb_and_minute(stage: Stage) -> None:
    event = record(by=stage.dev, verb="nod", about=stage.team)
    assert str(event) == f"nod, {event.at:%Y-%m-%d %H:%M}"


def test_the_client_of_a_new_person_is_that_person(stage: Stage, hana: Hana) -> None:
    added = Event.objects.get(verb="add_client")
    assert added.client_id == added.about_id == hana.client.pk
    assert Client.objects.get(pk=hana.client.pk).name == "Hana Novak"
