"""The list behind a figure: whom one may see, and how many more are counted."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.conf import settings

from cors.audit.models import Event, NamedOnPage
from cors.cases.actions import restrict_case
from cors.clients.actions import block_sight, erase_client
from cors.reports import views
from cors.reports.tests.people import a_case, words_of
from tests.stage.hana import Hana
from tests.stage.personas import Stage, browser_of

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
SUPPORTED = "/figures/supported/people/"


def the_list(stage: Stage, who: str = "carys", address: str = SUPPORTED) -> str:
    answer = browser_of(stage.member(who)).get(address)
    assert answer.status_code == 200
    return words_of(answer)


def test_shows_whom_the_figure_counts_and_where_to_find_them(stage: Stage, hana: Hana) -> None:
    page = browser_of(stage.carys).get(SUPPORTED)
    assert f'href="/cases/{hana.case.pk}/"' in page.content.decode()
    assert f"Hana {hana.client.reference}, Move-on support" in words_of(page)
    assert "counted and not shown" not in words_of(page)


def test_shows_only_people_in_sight_and_counts_the_others(stage: Stage, hana: Hana) -> None:
    hidden = a_case(stage, "Ole Berg")
    restrict_case(case=hidden, words="Known to staff", by=stage.dev)
    words = the_list(stage)
    assert "Hana" in words
    assert "Ole" not in words
    assert "1 more is counted and not shown: out of your sight, or erased." in words


def test_says_that_all_are_out_of_sight_in_place_of_nobody(stage: Stage, hana: Hana) -> None:
    block_sight(client=hana.client, member=stage.carys, reason="family", by=stage.dev)
    words = the_list(stage)
    assert "Hana" not in words
    assert "1 is counted and not shown" in words
    assert "Nobody is behind this figure." not in words


def test_counts_the_erased_and_names_them_no_more(
    stage: Stage, hana: Hana, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "CORS_LEDGER", tmp_path / "erasures.jsonl")
    a_case(stage, "Ole Berg"), a_case(stage, "Ines Roca")
    reference = hana.client.reference
    erase_client(client=hana.client, typed_reference=reference, by=stage.dev, at=NOW)
    words = the_list(stage)
    assert "Ole" in words
    assert "Hana" not in words
    assert reference not in words
    assert "1 more is counted and not shown" in words


def test_a_lead_sees_nobody_of_another_service(stage: Stage, hana: Hana) -> None:
    a_case(stage, "Ole Berg", service=stage.other_service, by=stage.olu)
    assert "Ole" not in the_list(stage)
    assert "counted and not shown" not in the_list(stage)
    assert "Ole" in the_list(stage, "dev")


def test_says_that_nobody_is_behind_a_figure_of_zero(stage: Stage, hana: Hana) -> None:
    words = the_list(stage, address="/figures/endings/people/")
    assert "Nobody is behind this figure." in words
    assert "Hana" not in words


@pytest.mark.parametrize("key", ["no-such-figure", "outcome-paid-work", "change-phq-9-total"])
def test_a_figure_that_is_not_on_the_page_is_not_found(stage: Stage, hana: Hana, key: str) -> None:
    assert browser_of(stage.carys).get(f"/figures/{key}/people/").status_code == 404


@pytest.mark.parametrize(
    "key", ["starts", "waits", "contacts", "hours", "goals-set", "closer", "barriers-noticed",
            "successes", "outcome-settled-housing"],
)  # fmt: skip
def test_every_figure_that_counts_hana_leads_to_her(stage: Stage, hana: Hana, key: str) -> None:
    assert "Hana" in the_list(stage, address=f"/figures/{key}/people/")


def test_keeps_to_the_period_and_leads_back_to_it(stage: Stage, hana: Hana) -> None:
    question = "first=2020-01-01&last=2020-12-31"
    page = browser_of(stage.carys).get(f"{SUPPORTED}?{question}")
    assert "Nobody is behind this figure." in words_of(page)
    assert f"/figures/?{question.replace('&', '&amp;')}" in page.content.decode()


def test_says_how_many_are_too_many_for_the_page(
    stage: Stage, hana: Hana, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("Ole Berg", "Ines Roca"):
        a_case(stage, name)
    hidden = a_case(stage, "Uma Frost")
    restrict_case(case=hidden, words="Known to staff", by=stage.dev)
    monkeypatch.setattr(views, "MOST", 2)
    words = the_list(stage)
    assert "1 more is in your sight and too many for this page." in words
    assert "1 more is counted and not shown" in words


def test_writes_down_who_was_named(stage: Stage, hana: Hana) -> None:
    other = a_case(stage, "Ole Berg")
    the_list(stage)
    event = Event.objects.get(kind="read")
    assert (event.verb, event.actor_id) == ("figure_list", stage.carys.user_id)
    named = NamedOnPage.objects.filter(event_id=event.pk).values_list("client_id", flat=True)
    assert set(named) == {hana.client.pk, other.client_id}


def test_shows_no_list_when_that_cannot_be_written_down(
    stage: Stage, hana: Hana, audit_fails: type[Exception]
) -> None:
    with pytest.raises(audit_fails):
        browser_of(stage.carys).get(SUPPORTED)
