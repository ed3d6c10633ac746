import pytest
from django.urls import reverse

from cors.cases.models import Case
from cors.clients.models import NamePrefix
from cors.contacts.models import ContactPerson
from cors.contacts.tests.factories import an_entry, assign, case_of_other_team
from cors.plans.tests.factories import a_case, a_goal
from tests.stage.personas import Stage, browser_of


@pytest.fixture
def hana(stage: Stage) -> Case:
    return a_case(stage)


@pytest.fixture
def mira(stage: Stage) -> Case:
    return a_case(stage, name="Mira Example", reference="HS-2")


def page(entry: ContactPerson) -> str:
    return reverse("contacts:move", args=[entry.pk])


def test_offers_the_people_one_works_with(stage: Stage, hana: Case, mira: Case) -> None:
    answer = browser_of(stage.amina).get(page(an_entry(hana, stage.amina)))
    assert list(answer.context["form"].cases.values()) == [mira]


def test_finds_others_in_ones_sight_by_name(stage: Stage, hana: Case, mira: Case) -> None:
    for case in (hana, mira):
        NamePrefix.write_for(case.client, stage.amina.user)
    browser, entry = browser_of(stage.carys), an_entry(hana, stage.amina)
    assert not browser.get(page(entry)).context["form"].cases
    found = browser.get(page(entry), {"q": "mira"})
    assert list(found.context["form"].cases.values()) == [mira]
    case_of_other_team(stage, mira)
    assert not browser_of(stage.ben).get(page(entry), {"q": "mira"}).context["form"].cases


def test_moves_the_entry_and_lists_what_was_taken_back(
    stage: Stage, hana: Case, mira: Case
) -> None:
    entry = an_entry(hana, stage.amina, ratings=[(a_goal(hana, stage.amina), 7, "client")])
    sent = {"to": mira.pk, "reason": "Two calls at once."}
    text = browser_of(stage.amina).post(page(entry), sent).content.decode()
    assert "Moved to Mira" in text
    assert "<strong>7</strong> of 10" in text
    assert ContactPerson.of(mira).get().moved_reason == "Two calls at once."


def test_asks_for_the_person_and_the_reason(stage: Stage, hana: Case, mira: Case) -> None:
    answer = browser_of(stage.amina).post(page(an_entry(hana, stage.amina)), {})
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"to", "reason"}
    assert ContactPerson.of(hana).exists()


@pytest.mark.parametrize(("name", "status"), [("olu", 404), ("gwen", 404), ("esi", 403)])
def test_strangers_find_nothing_and_others_may_not(
    stage: Stage, hana: Case, name: str, status: int
) -> None:
    assign(hana, stage.gwen)
    entry = an_entry(hana, stage.amina)
    assert browser_of(stage.member(name)).get(page(entry)).status_code == status
