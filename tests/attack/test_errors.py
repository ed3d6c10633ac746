"""What breaks tells the log where, and nobody what was written."""

import logging
from typing import Any
from uuid import uuid4

import pytest
from django.db import transaction
from django.test import Client as Browser

from tests.stage.hana import Hana
from tests.stage.personas import Stage, browser_of

CANARY = "a canary sings at dawn"


def _logged(caplog: pytest.LogCaptureFixture) -> str:
    return "".join(logging.Formatter().format(record) for record in caplog.records)


def test_a_server_error_shows_and_logs_nothing_that_was_typed(
    stage: Stage, hana: Hana, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(**typed: Any) -> None:
        kept = typed  # stands in the frame, where a careless report would look
        raise RuntimeError(len(kept))

    monkeypatch.setattr("cors.casefile.views.record.record_contact", fail)
    browser = browser_of(stage.amina)
    browser.raise_request_exception = False
    sent = {"form_key": str(uuid4()), "kind": "call", "result": "held", "note": CANARY}
    sent["on"] = stage.organisation.today().isoformat()
    with caplog.at_level(logging.DEBUG):
        answer = browser.post(f"/record/{hana.case.pk}/", sent)
    assert answer.status_code == 500
    assert "RuntimeError" in _logged(caplog)
    shown = answer.content.decode()
    for word in (CANARY, "Hana", "Novak", "front door"):
        assert word not in shown + _logged(caplog)
    for word in ("RuntimeError", "Traceback", "/src/", "Django"):
        assert word not in shown


@pytest.mark.parametrize("page", ["/people/?q=Hana+Novak", "/search/?q=Hana+Novak&page=x"])
def test_what_was_looked_for_is_not_logged(
    stage: Stage, hana: Hana, page: str, monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    def fail(*_: Any, **__: Any) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr("cors.casefile.views.people.page_of_people", fail)
    browser = browser_of(stage.amina)
    browser.raise_request_exception = False
    with caplog.at_level(logging.INFO):
        with transaction.atomic():
            assert browser.get(page).status_code == 500
        assert browser_of(stage.femi).get(page).status_code == 403
        assert Browser().get(f"/nothing{page}").status_code == 404
    assert "Novak" not in _logged(caplog)


@pytest.mark.parametrize("page", ["/nothing/", "/cases/x/", "/settings/", "/people/"])
def test_a_page_about_an_error_tells_nothing_of_the_inside(stage: Stage, page: str) -> None:
    answer = browser_of(stage.femi).get(page)
    assert answer.status_code in (403, 404)
    for word in (b"Traceback", b"urlpatterns", b"resolver", b"SECRET", b"cors.config"):
        assert word not in answer.content


def test_a_write_that_breaks_half_way_leaves_nothing(
    stage: Stage, hana: Hana, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cors.contacts.models import Contact
    from cors.plans.models import Rating

    def fail(*_: Any, **__: Any) -> None:
        raise RuntimeError("power cut")

    before = (Contact.objects.count(), Rating.objects.count())
    monkeypatch.setattr("cors.contacts.actions.results.record_moment", fail)
    browser = browser_of(stage.amina)
    browser.raise_request_exception = False
    sent = {"form_key": str(uuid4()), "kind": "call", "result": "held", "marks": "success"}
    sent |= {"on": stage.organisation.today().isoformat(), "success_words": "x"}
    sent[f"rating-{hana.goal.pk}"] = "7"
    with transaction.atomic():
        assert browser.post(f"/record/{hana.case.pk}/", sent).status_code == 500
    assert (Contact.objects.count(), Rating.objects.count()) == before


def test_a_measure_taken_back_twice_is_no_server_error(stage: Stage, hana: Hana) -> None:
    from cors.measures.models import Assessment

    address = f"/measures/{Assessment.of(hana.case).get().pk}/withdraw/"
    browser = browser_of(stage.amina)
    assert browser.post(address).status_code == 302
    assert browser.post(address).status_code in (302, 404, 422)
