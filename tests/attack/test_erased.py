"""Who was erased stays erased: nothing opens, no name comes back, counts stay."""

from pathlib import Path
from typing import Any, cast

import pytest
from django.apps import apps
from django.db import transaction
from django.utils import timezone

from cors.audit.models import Event
from cors.cases.models import Case
from cors.clients.actions import edit_client, erase_client
from cors.clients.models import Client, NamePrefix
from cors.config.tests.addresses import addresses
from cors.core.errors import KeyDestroyed, Refused, SealError
from cors.core.keyring import fresh_keyring
from cors.core.ledger import replay
from cors.core.master_key import master_key
from cors.core.models import SealingKey
from cors.core.sealing import unwrap
from cors.plans.actions import set_goal
from cors.plans.models import Goal
from tests.stage.hana import Hana
from tests.stage.personas import Stage, browser_of
from tests.stage.scene import build_scene

WORDS = (b"Hana", b"Novak", b"front door", b"letting agent", b"Loud dog", b"07700 900123")


@pytest.fixture(autouse=True)
def book(tmp_path: Path, settings: Any) -> Path:
    settings.CORS_LEDGER = tmp_path / "erasures.jsonl"
    return tmp_path / "erasures.jsonl"


def _erase(stage: Stage, client: Client) -> None:
    erase_client(client=client, typed_reference=client.reference, by=stage.dev, at=timezone.now())


def test_no_address_opens_and_no_list_names_who_was_erased(stage: Stage) -> None:
    scene = build_scene(stage)
    _erase(stage, scene["people"])
    with fresh_keyring():
        for who in ("dev", "carys", "amina", "gwen"):
            browser = browser_of(stage.member(who))
            for address in addresses():
                if address.name in ("account_logout", "gallery"):
                    continue
                answer = browser.get(address.of(scene), {"q": "hana"})
                assert not address.is_about_a_client or answer.status_code in (403, 404, 405), (
                    address.name
                )
                assert not [word for word in WORDS if word in answer.content], address.name


def test_figures_count_the_same_before_and_after(stage: Stage, hana: Hana) -> None:
    def lines() -> list[bytes]:
        content = browser_of(stage.dev).get("/figures/figures.csv").content
        return [line for line in content.splitlines() if not line.startswith(b"As of")]

    before = lines()
    assert any(b",1," in line for line in before)
    _erase(stage, hana.client)
    assert lines() == before


def test_no_sealed_text_opens_with_all_the_keys_that_remain(stage: Stage, hana: Hana) -> None:
    """A copy of every row from before, and every key from after: nothing opens."""
    copies: list[tuple[Any, str]] = [
        (row, name)
        for model in apps.get_models()
        for name in getattr(getattr(model, "privacy", None), "sealed", ())
        for row in cast(Any, model)._default_manager.all()
        if row.sealing_subject() == hana.client.pk and row.__dict__.get(name)
    ]
    assert len(copies) > 15
    _erase(stage, hana.client)
    with fresh_keyring():
        for row, name in copies:
            row.__dict__[name].text = None
            with pytest.raises(KeyDestroyed):
                getattr(row, name)


def test_a_change_that_was_on_its_way_brings_no_name_back(stage: Stage, hana: Hana) -> None:
    """Somebody saves the person's page just after another pressed erase: both had it open."""
    on_its_way = Client.objects.get(pk=hana.client.pk)
    assert on_its_way.name == "Hana Novak"
    with fresh_keyring():  # another request
        _erase(stage, Client.objects.get(pk=hana.client.pk))
    with pytest.raises((Refused, SealError)), transaction.atomic():
        edit_client(client=on_its_way, name="Hana Novakova", needs="interpreter", by=stage.amina)
    assert not NamePrefix.objects.filter(client=hana.client).exists()
    row = Client.objects.get(pk=hana.client.pk)
    assert (row.sort_key, row.__dict__["name"]) == ("", None)


def test_whoever_holds_an_opened_key_writes_what_nobody_can_read(stage: Stage, hana: Hana) -> None:
    case = Case.objects.select_related("client").get(pk=hana.case.pk)
    assert case.client.name
    with fresh_keyring():  # another request
        _erase(stage, Client.objects.get(pk=hana.client.pk))
    try:
        with transaction.atomic():
            set_goal(
                case=case,
                words="too late",
                life_area="housing",
                on=stage.organisation.today(),
                by=stage.amina,
            )
    except (Refused, SealError):
        return
    with fresh_keyring(), pytest.raises(SealError):
        _ = [goal.words for goal in Goal.of(case)]


def test_erasing_twice_is_one_event_and_one_line(stage: Stage, hana: Hana, book: Path) -> None:
    twice = [Client.objects.get(pk=hana.client.pk) for _ in range(2)]
    _erase(stage, twice[0])
    with pytest.raises(Refused), transaction.atomic():
        _erase(stage, twice[1])
    assert Event.objects.filter(verb="erase_client").count() == 1
    assert len(book.read_text().splitlines()) == 1


def test_a_key_that_a_backup_brings_back_is_destroyed_at_the_next_start(
    stage: Stage, hana: Hana, book: Path
) -> None:
    key = SealingKey.objects.get(subject=hana.client.pk)
    wrapped, reference = bytes(key.wrapped or b""), hana.client.reference
    _erase(stage, hana.client)
    SealingKey.objects.filter(pk=key.pk).update(wrapped=wrapped, destroyed_at=None)
    Client.objects.filter(pk=hana.client.pk).update(erased_at=None, reference=reference)
    assert [replay(book), replay(book)] == [1, 0]
    assert SealingKey.objects.get(pk=key.pk).wrapped is None
    assert Client.objects.get(pk=hana.client.pk).erased_at is not None
    with pytest.raises(SealError):
        unwrap(wrapped, under=master_key(), organisation=key.organisation, subject=key.subject)
