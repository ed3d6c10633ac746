"""The screens show what they must, to those who may."""

import pytest

from tests.stage.hana import Hana
from tests.stage.personas import Stage, browser_of


def test_today_shows_my_people_with_their_goal_and_the_reason_to_look(
    stage: Stage, hana: Hana
) -> None:
    page = browser_of(stage.amina).get("/").content.decode()
    assert "I want my own front door" in page
    assert "Finding the way back since today." in page


def test_the_case_page_shows_goal_plan_timeline_and_safe_contact(stage: Stage, hana: Hana) -> None:
    page = browser_of(stage.amina).get(f"/cases/{hana.case.pk}/").content.decode()
    for words in ("I want my own front door", "No deposit", "Ask the council", "After 16:00",
                  "Rang the letting agent herself.", "Deposit is the worry now."):  # fmt: skip
        assert words in page


def test_a_volunteer_sees_goal_and_next_step_and_not_what_others_wrote(
    stage: Stage, hana: Hana
) -> None:
    from cors.cases.actions import assign_worker

    assign_worker(case=hana.case, member=stage.gwen, on=stage.organisation.today(), by=stage.carys)
    page = browser_of(stage.gwen).get(f"/cases/{hana.case.pk}/").content.decode()
    assert "I want my own front door" in page
    assert "Ask the council" in page
    for words in ("Deposit is the worry", "Missed the viewing", "No deposit", "not think I would"):
        assert words not in page


@pytest.mark.parametrize("address", ["/people/", "/people/?q=nov", "/people/?q=1984"])
def test_finds_people_by_name_and_year(stage: Stage, hana: Hana, address: str) -> None:
    page = browser_of(stage.amina).get(address).content.decode()
    assert "Hana Novak" in page
    assert "Hana Novak" not in browser_of(stage.olu).get(address).content.decode()


def test_the_person_page_shows_how_to_reach_them(stage: Stage, hana: Hana) -> None:
    page = browser_of(stage.amina).get(f"/people/{hana.client.pk}/").content.decode()
    assert "07700 900123" in page
    assert "With care" in page


def test_the_letter_says_what_they_wanted_and_their_own_sentence(stage: Stage, hana: Hana) -> None:
    browser = browser_of(stage.amina)
    page = browser.get(f"/reviews/{hana.review.pk}/").content.decode()
    assert "You began at 2 out of 10. Now you say 5." in page
    assert "I did not think I would get this far." in page
    pdf = browser.get(f"/reviews/{hana.review.pk}/letter.pdf")
    assert pdf.content.startswith(b"%PDF")


def test_every_page_that_names_somebody_leaves_one_read_event(stage: Stage, hana: Hana) -> None:
    from cors.audit.models import Event

    browser = browser_of(stage.amina)
    for address in ("/", f"/cases/{hana.case.pk}/", f"/people/{hana.client.pk}/", "/people/"):
        before = Event.objects.filter(kind="read").count()
        browser.get(address)
        assert Event.objects.filter(kind="read").count() == before + 1, address


def test_a_page_fails_when_its_read_event_cannot_be_written(
    stage: Stage, hana: Hana, audit_fails: type[Exception]
) -> None:
    with pytest.raises(audit_fails):
        browser_of(stage.amina).get(f"/cases/{hana.case.pk}/")
