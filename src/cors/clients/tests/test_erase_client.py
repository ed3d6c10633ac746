import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.conf import settings

from cors.audit.models import Event
from cors.clients.actions import add_contact_point, edit_client, erase_client
from cors.clients.duplicates import people_like
from cors.clients.finding import find_people
from cors.clients.models import Client, ContactPoint, NamePrefix
from cors.core import ledger
from cors.core.errors import KeyDestroyed, NotAllowed, Refused, SealError
from cors.core.keyring import fresh_keyring
from cors.core.models import SealingKey
from tests.stage.personas import TODAY, Stage

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A ledger of this test's own."""
    path = tmp_path / "erasures.jsonl"
    monkeypatch.setattr(settings, "CORS_LEDGER", path)
    return path


def erase(stage: Stage, client: Client) -> None:
    erase_client(client=client, typed_reference="hs-0001", by=stage.dev, at=NOW)


def test_nothing_of_the_person_opens_the_audit_trail_included(stage: Stage, hana: Client) -> None:
    edit_client(client=hana, language="Czech", by=stage.amina)
    add_contact_point(
        client=hana, kind="mobile", value="1", safety="safe", rule="", on=TODAY, by=stage.amina
    )
    erase(stage, hana)
    with fresh_keyring():
        with pytest.raises(KeyDestroyed):
            _ = ContactPoint.objects.get().value
        for event in Event.objects.filter(client_id=hana.pk).exclude(changes__isnull=True):
            with pytest.raises(KeyDestroyed):
                _ = event.changes
        assert Client.objects.get().name == ""


def test_the_name_is_not_found_any_more(stage: Stage, hana: Client) -> None:
    erase(stage, hana)
    assert not NamePrefix.objects.exists()
    for text in ("hana", "HS-0001", "1984"):
        assert not find_people(text, stage.dev)
    assert not people_like("Hana Novak", 1984, stage.amina)
    assert not Client.visible_to(stage.dev).exists()


def test_what_was_counted_stays_counted(stage: Stage, hana: Client) -> None:
    erase(stage, hana)
    row = Client.objects.get()
    assert (row.pk, row.birth_year, row.erased_at) == (hana.pk, 1984, NOW)
    assert row.sort_key == ""
    assert "HS" not in row.reference


def test_the_event_says_who_erased_whom_and_no_more(stage: Stage, hana: Client) -> None:
    erase(stage, hana)
    event = Event.objects.get(verb="erase_client")
    assert (event.about_id, event.actor_id) == (hana.pk, stage.dev.user_id)
    assert not event.changes


def test_the_ledger_stands_apart_and_is_private(stage: Stage, hana: Client, book: Path) -> None:
    erase(stage, hana)
    line = json.loads(book.read_text())
    assert line == {
        "subject": str(hana.pk),
        "organisation": str(stage.organisation.pk),
        "at": NOW.isoformat(),
    }
    assert book.stat().st_mode & 0o777 == 0o600


def test_a_restore_does_not_bring_anybody_back(stage: Stage, hana: Client, book: Path) -> None:
    key = SealingKey.objects.get(subject=hana.pk)
    names = list(NamePrefix.objects.all())
    before = Client.objects.get()
    erase(stage, hana)
    key.save()
    NamePrefix.objects.bulk_create(names)
    before.save()
    assert find_people("hana", stage.amina)
    with fresh_keyring():
        assert ledger.replay(book) == 1
        assert not find_people("hana", stage.amina)
        assert not SealingKey.objects.filter(subject=hana.pk, wrapped__isnull=False).exists()
        assert ledger.replay(book) == 0


def test_a_damaged_ledger_stops_the_start(book: Path) -> None:
    book.write_text('{"subject": "x"}\n')
    with pytest.raises(SealError, match="Line 1"):
        ledger.replay(book)


def test_no_ledger_is_nobody_erased(book: Path) -> None:
    assert ledger.replay(book) == 0


def test_wants_the_reference_typed(stage: Stage, hana: Client) -> None:
    with pytest.raises(Refused) as refused:
        erase_client(client=hana, typed_reference="HS-0002", by=stage.dev, at=NOW)
    assert refused.value.field == "typed_reference"
    assert Client.objects.get().name == "Hana Novak"


def test_erases_once(stage: Stage, hana: Client) -> None:
    erase(stage, hana)
    with pytest.raises(Refused):
        erase(stage, hana)


def test_refuses_where_the_ledger_cannot_be_written(stage: Stage, hana: Client, book: Path) -> None:
    book.mkdir()
    with pytest.raises(Refused):
        erase(stage, hana)
    with fresh_keyring():
        assert Client.objects.get().name == "Hana Novak"


@pytest.mark.parametrize("who", ["amina", "carys", "gwen", "esi", "femi"])
def test_is_for_managers(stage: Stage, hana: Client, who: str) -> None:
    with pytest.raises(NotAllowed):
        erase_client(client=hana, typed_reference="HS-0001", by=stage.member(who), at=NOW)


def test_is_not_for_another_organisation(stage: Stage, elsewhere: Stage, hana: Client) -> None:
    with pytest.raises(NotAllowed):
        erase_client(client=hana, typed_reference="HS-0001", by=elsewhere.dev, at=NOW)


def test_is_undone_when_its_event_fails(
    stage: Stage, hana: Client, book: Path, audit_fails: type[Exception]
) -> None:
    with pytest.raises(audit_fails):
        erase(stage, hana)
    with fresh_keyring():
        assert Client.objects.get().name == "Hana Novak"
    assert not book.exists()
