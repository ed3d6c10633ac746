from pathlib import Path

import pytest
from django.conf import settings

from cors.clients.models import Client
from cors.core.keyring import fresh_keyring
from tests.stage.personas import Stage, browser_of


@pytest.fixture(autouse=True)
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "erasures.jsonl"
    monkeypatch.setattr(settings, "CORS_LEDGER", path)
    return path


def test_asks_twice_and_then_erases(stage: Stage, hana: Client, book: Path) -> None:
    browser = browser_of(stage.dev)
    sent = {"typed_reference": hana.reference}
    page = browser.post(f"/people/{hana.pk}/erase/", sent).content.decode()
    assert "This cannot be undone." in page
    assert not book.exists()
    response = browser.post(f"/people/{hana.pk}/erase/confirm/", sent)
    assert response.headers["Location"] == "/people/"
    assert book.exists()
    with fresh_keyring():
        assert Client.objects.get().name == ""
    assert browser.get(f"/people/{hana.pk}/erase/").status_code == 404


@pytest.mark.parametrize("page", ["erase/", "erase/confirm/"])
def test_another_reference_erases_nobody(stage: Stage, hana: Client, page: str) -> None:
    browser = browser_of(stage.dev)
    for typed in ("", "HS-0009"):
        response = browser.post(f"/people/{hana.pk}/{page}", {"typed_reference": typed})
        assert response.status_code == 422
    assert Client.objects.get().name == "Hana Novak"


def test_the_second_question_is_not_opened_by_itself(stage: Stage, hana: Client) -> None:
    assert browser_of(stage.dev).get(f"/people/{hana.pk}/erase/confirm/").status_code == 405
