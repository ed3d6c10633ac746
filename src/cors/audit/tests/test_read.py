"""Each page that names a client leaves one event, and who has read about somebody can be asked."""

from uuid import UUID

import pytest
from django.db.models import Q
from django.http import HttpRequest

from cors.access.models import Membership
from cors.access.scope import within
from cors.audit.models import Event, NamedOnPage
from cors.audit.record import record_read
from cors.clients.actions import add_client
from cors.clients.models import Client
from tests.stage.hana import Hana
from tests.stage.personas import Stage, browser_of


def _asked_by(member: Membership) -> HttpRequest:
    request = HttpRequest()
    request.member = member  # type: ignore[attr-defined]
    return request


def _another(stage: Stage, name: str) -> Client:
    return add_client(name=name, on=stage.organisation.today(), by=stage.amina)


def _has_read_about(client: Client) -> set[UUID | None]:
    """Return who has opened a page that named this client, alone or among others."""
    among = NamedOnPage.objects.filter(client_id=client.pk).values("event_id")
    reads = Event.objects.filter(kind=Event.Kind.READ)
    return set(
        reads.filter(Q(client_id=client.pk) | Q(pk__in=among)).values_list("actor_id", flat=True)
    )


def test_one_client_stands_on_the_event(stage: Stage, hana: Hana) -> None:
    record_read(_asked_by(stage.amina), page="case", clients=[hana.client])
    event = Event.objects.get(kind=Event.Kind.READ)
    assert (event.verb, event.client_id) == ("case", hana.client.pk)
    assert (event.actor_id, event.organisation_id) == (
        stage.amina.user_id,
        stage.organisation.pk,
    )
    assert not NamedOnPage.objects.exists()


def test_several_clients_stand_in_rows_of_their_own(stage: Stage, hana: Hana) -> None:
    maureen = _another(stage, "Maureen Okafor")
    record_read(_asked_by(stage.amina), page="people", clients=[hana.client, maureen])
    event = Event.objects.get(kind=Event.Kind.READ)
    assert event.client_id is None
    rows = NamedOnPage.objects.filter(event_id=event.pk)
    assert {row.client_id for row in rows} == {hana.client.pk, maureen.pk}
    assert {row.organisation_id for row in rows} == {stage.organisation.pk}


def test_a_client_named_twice_is_written_down_once(stage: Stage, hana: Hana) -> None:
    record_read(_asked_by(stage.amina), page="today", clients=[hana.client, hana.client])
    assert Event.objects.get(kind=Event.Kind.READ).client_id == hana.client.pk
    assert not NamedOnPage.objects.exists()


def test_a_page_that_names_nobody_is_written_down_as_such(stage: Stage) -> None:
    record_read(_asked_by(stage.amina), page="people")
    event = Event.objects.get(kind=Event.Kind.READ)
    assert (event.verb, event.client_id, event.changes) == ("people", None, "")
    assert not NamedOnPage.objects.exists()


def test_a_read_that_cannot_be_written_down_is_no_read(
    stage: Stage, hana: Hana, audit_fails: type[Exception]
) -> None:
    with pytest.raises(audit_fails):
        record_read(_asked_by(stage.amina), page="case", clients=[hana.client])


def test_a_page_that_cannot_be_written_down_shows_no_name(
    stage: Stage, hana: Hana, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser, page = browser_of(stage.amina), f"/people/{hana.client.pk}/"
    assert b"Hana Novak" in browser.get(page).content

    def refuse(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("cors.audit.models.Event.save", refuse)
    browser.raise_request_exception = False
    answer = browser.get(page)
    assert answer.status_code == 500
    assert b"Hana" not in answer.content


def test_who_has_read_about_hana_can_be_told(stage: Stage, hana: Hana) -> None:
    maureen = _another(stage, "Maureen Okafor")
    record_read(_asked_by(stage.amina), page="case", clients=[hana.client])
    record_read(_asked_by(stage.ben), page="people", clients=[hana.client, maureen])
    record_read(_asked_by(stage.carys), page="case", clients=[maureen])
    assert _has_read_about(hana.client) == {stage.amina.user_id, stage.ben.user_id}
    assert _has_read_about(maureen) == {stage.ben.user_id, stage.carys.user_id}


def test_opening_a_page_in_a_browser_counts_and_being_refused_does_not(
    stage: Stage, hana: Hana
) -> None:
    page = f"/people/{hana.client.pk}/"
    assert browser_of(stage.ben).get(page).status_code == 200
    assert browser_of(stage.olu).get(page).status_code == 404
    assert _has_read_about(hana.client) == {stage.ben.user_id}


def test_each_time_a_page_is_opened_is_one_event(stage: Stage, hana: Hana) -> None:
    browser = browser_of(stage.amina)
    for _ in range(3):
        browser.get(f"/people/{hana.client.pk}/")
    reads = Event.objects.filter(kind=Event.Kind.READ, client_id=hana.client.pk)
    assert reads.count() == 3


def test_reads_of_another_organisation_are_told_apart(stage: Stage, elsewhere: Stage) -> None:
    with within(elsewhere.organisation.pk):
        record_read(_asked_by(elsewhere.dev), page="people")
    record_read(_asked_by(stage.dev), page="people")
    mine = Event.objects.filter(kind="read", organisation_id=stage.organisation.pk)
    assert [event.actor_id for event in mine] == [stage.dev.user_id]


def test_a_read_changes_nothing_about_the_client(stage: Stage, hana: Hana) -> None:
    writes = Event.objects.filter(kind=Event.Kind.WRITE).count()
    browser_of(stage.amina).get(f"/people/{hana.client.pk}/")
    assert Event.objects.filter(kind=Event.Kind.WRITE).count() == writes


def test_a_row_says_which_event_it_belongs_to(stage: Stage, hana: Hana) -> None:
    row = NamedOnPage(
        event_id=hana.goal.pk, organisation_id=stage.organisation.pk, client_id=hana.client.pk
    )
    assert str(row) == f"named in {hana.goal.pk}"
