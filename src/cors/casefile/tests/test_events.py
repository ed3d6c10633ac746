"""Who read and who changed what: for managers, in the organisation's time; it leaves events too."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from cors.audit.models import Event
from cors.cases.actions import restrict_case
from cors.clients.actions import add_client, block_sight
from tests.stage.hana import Hana
from tests.stage.personas import Stage, browser_of

ALL = "/settings/events/"
SUMMER_NOON = datetime(2026, 7, 1, 11, 30, tzinfo=UTC)


def _page(stage: Stage, address: str) -> str:
    answer = browser_of(stage.dev).get(address)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def _read(stage: Stage, number: int = 1, at: datetime = SUMMER_NOON) -> None:
    """Amina opened a page, a second after the other."""
    for second in range(number):
        Event(
            at=at + timedelta(seconds=second),
            organisation_id=stage.organisation.pk,
            actor_id=stage.amina.user_id,
            kind=Event.Kind.READ,
            verb=f"page_{second:03}",
        ).save(force_insert=True)


def _pages_shown(page: str) -> list[int]:
    return [int(number) for number in re.findall(r"opened: page (\d{3})", page)]


def test_shows_who_changed_what_about_whom(stage: Stage, hana: Hana) -> None:
    page = _page(stage, ALL)
    assert 'Amina</span> <span class="me-auto">Record contact' in page
    assert f'<a class="link" href="/people/{hana.client.pk}/">Hana</a>' in page
    assert "opened:" not in page


def test_shows_who_opened_what_at_the_time_of_the_organisation(stage: Stage) -> None:
    _read(stage)
    page = _page(stage, f"{ALL}?kind=read")
    assert "1 Jul 2026, 12:30" in page
    assert _pages_shown(page) == [0]


def test_shows_one_colleagues_alone(stage: Stage, hana: Hana) -> None:
    _read(stage)
    assert _pages_shown(_page(stage, f"{ALL}?kind=read&who={stage.amina.user_id}")) == [0]
    assert _pages_shown(_page(stage, f"{ALL}?kind=read&who={stage.ben.user_id}")) == []


def test_goes_on_to_older_ones_and_leaves_none_out(stage: Stage) -> None:
    _read(stage, 120)
    seen: list[int] = []
    address = f"{ALL}?kind=read&who={stage.amina.user_id}"
    while address:
        page = _page(stage, address)
        seen += _pages_shown(page)
        older = re.search(r'rel="next" href="([^"]+)"', page)
        address = ALL + older[1].replace("&amp;", "&") if older else ""
    assert seen == list(range(119, -1, -1))


@pytest.mark.parametrize("query", ["?before=x", "?who=x", "?kind=x", "?before=&who="])
def test_nonsense_in_the_address_shows_the_newest(stage: Stage, hana: Hana, query: str) -> None:
    assert "Record contact" in _page(stage, ALL + query)


def test_of_one_person_shows_reads_changes_and_lists_that_named_them(
    stage: Stage, hana: Hana
) -> None:
    other = add_client(name="Maureen Okafor", on=stage.organisation.today(), by=stage.amina)
    browser_of(stage.amina).get("/people/")
    browser_of(stage.ben).get(f"/cases/{hana.case.pk}/")
    page = _page(stage, f"/people/{hana.client.pk}/events/")
    assert 'Ben</span> <span class="me-auto">opened: case' in page
    assert 'Amina</span> <span class="me-auto">opened: people' in page
    assert "Set goal" in page
    others = _page(stage, f"/people/{other.pk}/events/")
    assert "opened: people" in others
    assert "opened: case" not in others


def test_looking_into_it_leaves_an_event(stage: Stage, hana: Hana) -> None:
    _page(stage, f"/people/{hana.client.pk}/events/")
    left = Event.objects.get(verb="events_of_person")
    assert (left.actor_id, left.client_id) == (stage.dev.user_id, hana.client.pk)


def test_names_nobody_whom_the_reader_must_not_see(stage: Stage, hana: Hana) -> None:
    block_sight(client=hana.client, member=stage.dev, reason="Family.", by=stage.carys)
    assert "Hana" not in _page(stage, ALL)
    assert browser_of(stage.dev).get(f"/people/{hana.client.pk}/events/").status_code == 404


def test_names_nobody_of_a_restricted_case(stage: Stage, hana: Hana) -> None:
    restrict_case(case=hana.case, words="Her sister works here.", by=stage.carys)
    assert "Hana" not in _page(stage, ALL)
    assert browser_of(stage.dev).get(f"/people/{hana.client.pk}/events/").status_code == 404


@pytest.mark.parametrize("name", ["carys", "amina", "gwen", "esi", "femi"])
def test_only_managers_look(stage: Stage, hana: Hana, name: str) -> None:
    browser = browser_of(stage.member(name))
    assert browser.get(ALL).status_code == 403
    assert browser.get(f"/people/{hana.client.pk}/events/").status_code == 403
