"""What recording took and gave back: from one's own deeds, and for nobody else."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cors.audit.models import Event
from cors.casefile.tests.factories import a_case, a_success, page, sent, words
from cors.cases.models import Case
from cors.sheets.own_recording import own_recording_sheet
from tests.stage.hana import Hana
from tests.stage.personas import Stage, browser_of

ADDRESS = "/own-recording/"


@pytest.fixture
def case(stage: Stage) -> Case:
    return a_case(stage)


def records(stage: Stage, case: Case, who: str = "amina") -> None:
    """Open Record and save it, as a browser does."""
    browser = browser_of(stage.member(who))
    address = f"/record/{case.pk}/"
    assert browser.get(address).status_code == 200
    assert browser.post(address, sent(stage.member(who))).status_code == 302


def test_says_how_long_the_entries_took(stage: Stage, case: Case) -> None:
    Event(
        organisation_id=stage.organisation.pk, actor_id=stage.amina.user_id, kind="read",
        verb="record", client_id=case.client_id, at=timezone.now() - timedelta(seconds=120),
    ).save(force_insert=True)  # fmt: skip
    records(stage, case)
    text = words(page(stage.amina, ADDRESS))
    assert "2 minutes for 1 entry. 2 minutes each." in text


def test_an_entry_that_was_not_made_on_the_page_is_said_apart(
    stage: Stage, hana: Hana, case: Case
) -> None:
    text = words(page(stage.amina, ADDRESS))
    assert "1 could not be timed." in text
    assert "This is not zero." in text
    Event(
        organisation_id=stage.organisation.pk, actor_id=stage.amina.user_id, kind="read",
        verb="record", client_id=case.client_id, at=timezone.now() - timedelta(seconds=120),
    ).save(force_insert=True)  # fmt: skip
    records(stage, case)
    assert "1 more could not be timed." in words(page(stage.amina, ADDRESS))


def test_counts_what_came_of_it_and_what_was_made_from_it(stage: Stage, case: Case) -> None:
    a_success(case, stage.amina)
    a_success(case, stage.amina)
    page(stage.amina, f"/cases/{case.pk}/hand-over/")
    text = words(page(stage.amina, ADDRESS))
    assert "2 small successes and setbacks noted" in text
    assert "1 hand-over sheets opened" in text


def test_is_of_oneself_and_there_is_none_of_another(stage: Stage, case: Case) -> None:
    a_success(case, stage.amina)
    records(stage, case)
    for who in ("ben", "carys", "dev"):
        text = words(page(stage.member(who), ADDRESS))
        assert text.count("Nothing yet in the last 4 weeks.") == 3
        assert stage.amina.user.name not in text
        asked = f"{ADDRESS}?who={stage.amina.pk}&pk={stage.amina.pk}"
        assert "small successes" not in page(stage.member(who), asked)
        other = browser_of(stage.member(who)).get(f"{ADDRESS}{stage.amina.pk}/")
        assert other.status_code == 404


def test_what_is_older_than_four_weeks_is_left_out(stage: Stage, case: Case) -> None:
    a_success(case, stage.amina)
    later = own_recording_sheet(stage.amina, timezone.now() + timedelta(weeks=4, minutes=1))
    assert [len(part.lines) for part in later.sections] == [0, 0, 0]


def test_one_s_own_supervision_sheet_leads_to_it(stage: Stage, case: Case) -> None:
    assert ADDRESS in page(stage.amina, "/supervision/")
    assert ADDRESS not in page(stage.carys, f"/supervision/{stage.amina.pk}/")


@pytest.mark.parametrize(("who", "status"), [("gwen", 200), ("esi", 403), ("femi", 403)])
def test_is_for_those_who_record(stage: Stage, who: str, status: int) -> None:
    assert browser_of(stage.member(who)).get(ADDRESS).status_code == status
