import pytest
from django.urls import reverse

from cors.catalogue.actions import add_own_entry, switch_entry
from cors.catalogue.choices import catalogue_of
from cors.catalogue.kinds import KINDS
from cors.catalogue.models import Choice, Service
from cors.catalogue.shipped import shipped
from cors.core.forms.seen import seen_of
from tests.stage.personas import TODAY, Stage, browser_of


def at(name: str, *args: object) -> str:
    return reverse(f"catalogue:{name}", args=args)


def test_all_lists_stand_on_one_page_with_what_is_on(stage: Stage) -> None:
    switch_entry(kind="life_area", key="money", is_on=False, by=stage.dev)
    page = browser_of(stage.dev).get(at("kinds")).content.decode()
    for kind in KINDS.values():
        assert kind.title in page
    count = len(shipped().life_areas)
    assert f"{count - 1} of {count} on" in page


@pytest.mark.parametrize("kind", KINDS)
def test_a_list_shows_what_is_off_and_what_is_ones_own(stage: Stage, kind: str) -> None:
    first = next(iter(shipped().entries(kind)))
    switch_entry(kind=kind, key=first, is_on=False, by=stage.dev)
    if KINDS[kind].takes_own:
        add_own_entry(kind=kind, label="The tide", life_area="housing", by=stage.dev)
    page = browser_of(stage.dev).get(at("entries", kind)).content.decode()
    assert page.count("Switch on") == 1
    assert ("The tide" in page) == KINDS[kind].takes_own
    assert ("Rename" in page) == KINDS[kind].can_relabel


def test_an_entry_goes_off_and_on_from_its_list(stage: Stage) -> None:
    browser = browser_of(stage.dev)
    address = at("switch_entry", "barrier_type", "debts")
    for sent, expected in (("0", False), ("1", True)):
        answer = browser.post(address, {"is_on": sent})
        assert answer["Location"] == at("entries", "barrier_type")
        assert catalogue_of(stage.organisation.pk).has("barrier_type", "debts") is expected
    assert browser.get(address).status_code == 405


def test_what_a_switch_refuses_is_said_on_the_list(stage: Stage) -> None:
    first, *others = shipped().ladders
    for key in others:
        switch_entry(kind="ladder", key=key, is_on=False, by=stage.dev)
    address = at("switch_entry", "ladder", first)
    answer = browser_of(stage.dev).post(address, {"is_on": "0"}, follow=True)
    assert "Keep at least one switched on" in answer.content.decode()


def test_an_entry_is_called_otherwise(stage: Stage) -> None:
    browser = browser_of(stage.dev)
    address = at("relabel_entry", "barrier_type", "debts")
    assert "Debts" in browser.get(address).content.decode()
    browser.post(address, {"label": "Owing money"})
    assert catalogue_of(stage.organisation.pk).label("barrier_type", "debts") == "Owing money"


def test_an_own_entry_is_added_with_its_part_of_life(stage: Stage) -> None:
    browser = browser_of(stage.dev)
    address = at("add_own_entry", "outcome_type")
    missing = browser.post(address, {"label": "Got a boat", "life_area": ""})
    assert missing.status_code == 422
    assert "Choose the life area" in missing.content.decode()
    browser.post(address, {"label": "Got a boat", "life_area": "housing"})
    assert Choice.objects.get().label == "Got a boat"
    assert "Part of life" not in browser.get(at("add_own_entry", "life_area")).content.decode()


@pytest.mark.parametrize(
    "address",
    [
        ("entries", "weather"),
        ("add_own_entry", "measure"),
        ("relabel_entry", "barrier_type", "none"),
        ("relabel_entry", "weather", "rain"),
    ],
)
def test_what_is_not_there_is_not_found(stage: Stage, address: tuple[str, ...]) -> None:
    assert browser_of(stage.dev).get(at(*address)).status_code == 404


def test_a_service_is_added_renamed_and_ended(stage: Stage) -> None:
    browser = browser_of(stage.dev)
    sent = {"name": "Open door", "team": str(stage.team.pk), "review_weeks": "8"} | {
        "contact_every_days": "14"
    }
    assert browser.post(at("add_service"), sent)["Location"] == at("services")
    service = Service.objects.get(name="Open door")
    assert (service.team, service.how_often()) == (
        stage.team,
        {"review_weeks": 8, "contact_every_days": 14},
    )
    browser.post(at("rename_service", service.pk), {"name": "Open house"})
    assert "Open house" in browser.get(at("services")).content.decode()
    browser.post(at("end_service", service.pk), {"on": TODAY.isoformat()})
    page = browser.get(at("services")).content.decode()
    assert "Open house, 23 November 2026" in page


def test_how_often_a_service_misses_somebody_is_changed_on_its_page(stage: Stage) -> None:
    browser, address = browser_of(stage.dev), at("change_how_often", stage.service.pk)
    assert 'value="21"' in browser.get(address).content.decode()
    seen = seen_of(stage.service.how_often())
    sent = {"review_weeks": "6", "contact_every_days": "400", "seen": seen}
    refused = browser.post(address, sent)
    assert (refused.status_code, "from 1 to 366 days" in refused.content.decode()) == (422, True)
    browser.post(address, sent | {"contact_every_days": "10"})
    assert (
        "a review every 6 weeks, missed after 10 days"
        in browser.get(at("services")).content.decode()
    )


def test_what_a_service_is_refused_is_said_at_its_field(stage: Stage) -> None:
    sent = {"name": "Back to work", "team": "", "review_weeks": "0", "contact_every_days": "21"}
    answer = browser_of(stage.dev).post(at("add_service"), sent)
    assert answer.status_code == 422
    assert "Another service has this name" in answer.content.decode()


def test_a_service_of_another_organisation_is_not_found(stage: Stage, elsewhere: Stage) -> None:
    browser = browser_of(stage.dev)
    for name in ("rename_service", "change_how_often", "end_service"):
        assert browser.get(at(name, elsewhere.service.pk)).status_code == 404


def test_the_word_for_client_is_chosen_for_all_pages(stage: Stage) -> None:
    browser = browser_of(stage.dev)
    assert 'value="client"' in browser.get(at("client_word")).content.decode()
    browser.post(at("client_word"), {"client_word": "guest", "clients_word": "guests"})
    stage.organisation.refresh_from_db()
    assert stage.organisation.clients_word == "guests"


@pytest.mark.parametrize("name", ["amina", "carys", "gwen", "esi", "femi"])
def test_settings_are_the_manager_s(stage: Stage, name: str) -> None:
    browser = browser_of(stage.member(name))
    pages = [at("kinds"), at("entries", "ladder"), at("services"), at("client_word")]
    pages += [at("add_service"), at("add_own_entry", "life_area")]
    assert {browser.get(page).status_code for page in pages} == {403}
