"""Making ready what stands already: quick, erasing again whom a restore brought back."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from cors.audit.models import Event
from cors.clients.models import Client
from cors.config import prepare as making_ready
from cors.config.prepare import prepare
from cors.core.errors import KeyDestroyed, Refused, SealError
from cors.core.keyring import fresh_keyring
from cors.core.ledger import Erased, append
from cors.core.models import Installation
from tests.stage.hana import Hana
from tests.stage.personas import Stage


@pytest.fixture
def here(db: None, tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let keys and ledger of this test lie below a folder of its own."""
    shutil.copytree(settings.CORS_KEYS, tmp_path / "keys")
    (tmp_path / "keys" / "django.key").write_text(settings.SECRET_KEY)
    monkeypatch.chdir(tmp_path)
    settings.CORS_VAR, settings.CORS_KEYS = tmp_path / "var", tmp_path / "keys"
    settings.CORS_LEDGER = tmp_path / "var" / "erasures.jsonl"
    return tmp_path


def erased(client: Client) -> Erased:
    return Erased(client.pk, client.organisation_id, timezone.now())


def test_a_second_call_migrates_nothing_and_asks_little(
    here: Path, monkeypatch: pytest.MonkeyPatch, django_assert_max_num_queries: Any
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("Nothing was to be done.")

    prepare()
    monkeypatch.setattr(making_ready, "call_command", refuse)
    with django_assert_max_num_queries(12):
        prepare()


def test_real_records_never_become_practice(here: Path) -> None:
    prepare()
    with pytest.raises(Refused, match=r"These are real records. Practice needs a database"):
        prepare(practice=True)
    installed = Installation.here()
    assert installed
    assert not installed.is_practice


def test_practice_stays_practice(here: Path, settings: Any) -> None:
    settings.CORS_PRACTICE = True
    for _ in range(2):
        prepare(practice=True)
    installed = Installation.here()
    assert installed
    assert installed.is_practice


def test_a_read_only_folder_is_named(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.access", lambda path, how: False)
    with pytest.raises(Refused, match=r"is read-only. Set CORS_VAR to a folder you may write to."):
        prepare()
    monkeypatch.undo()


def test_erases_again_whom_a_restore_brought_back(here: Path, stage: Stage, hana: Hana) -> None:
    prepare()
    assert Client.objects.get(pk=hana.client.pk).is_readable()
    append(here / "var" / "erasures.jsonl", erased(hana.client))
    for _ in range(2):
        prepare()
    with fresh_keyring():
        found = Client.objects.get(pk=hana.client.pk)
        assert not found.is_readable()
        with pytest.raises(KeyDestroyed):
            str(hana.case.goal_rows.get().words)
    assert found.reference.startswith("erased-")


def test_nobody_is_served_past_a_damaged_ledger(here: Path) -> None:
    prepare()
    ledger = here / "var" / "erasures.jsonl"
    ledger.write_text('{"subject": "half a li')
    with pytest.raises(SealError, match=r"Line 1 of .* is damaged."):
        prepare()
    ledger.unlink()
    prepare()


def test_unguarded_events_are_told_before_anybody_is_served(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare()
    assert Event.objects.model is Event
    monkeypatch.setattr(making_ready, "missing_triggers", lambda using: ["audit_event_stays"])
    with pytest.raises(Refused, match="The triggers that guard the events are missing"):
        prepare()
