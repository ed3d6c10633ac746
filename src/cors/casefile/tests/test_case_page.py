"""The case page: its rows, and to whom it is not there at all."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from cors.access.scope import within
from cors.casefile.details import outcome_rows, review_rows
from cors.casefile.tests.factories import a_case, a_goal, page, record_of, words
from cors.cases.actions import lift_restriction, re_open_case, refer, restrict_case
from cors.cases.models import Case
from cors.clients.actions import block_sight, lift_block
from cors.measures.actions import record_assessment
from cors.outcomes.actions import aim_at, check_sustained, confirm_outcome
from cors.reviews.actions import close_case
from cors.trajectory.brief import in_brief
from tests.stage.hana import Hana
from tests.stage.personas import Stage, browser_of


@pytest.fixture
def case(stage: Stage) -> Case:
    return a_case(stage, days=150)


def status(stage: Stage, case: Case, who: str) -> int:
    return int(browser_of(stage.member(who)).get(f"/cases/{case.pk}/").status_code)


def happened(stage: Stage, case: Case, key: str, days: int) -> Any:
    on = stage.organisation.today() - timedelta(days=days)
    return confirm_outcome(case=case, outcome_type=key, on=on, evidence="own-word", by=stage.amina)


def test_an_outcome_says_when_and_whether_it_lasted(stage: Stage, case: Case) -> None:
    outcome = happened(stage, case, "settled-housing", 91)
    (row,) = outcome_rows(record_of(case, stage.amina))
    assert row["words"] == "Moved into settled housing"
    assert row["url"] == f"/outcomes/{outcome.pk}/"
    today = stage.organisation.today()
    check_sustained(outcome=outcome, weeks=13, result="kept", on=today, by=stage.amina)
    (row,) = outcome_rows(record_of(case, stage.amina))
    assert row["detail"].endswith(". Kept at 13 weeks.")


def test_an_aim_that_was_reached_is_not_shown_as_an_aim(stage: Stage, case: Case) -> None:
    today = stage.organisation.today()
    for key in ("settled-housing", "paid-work"):
        aim_at(case=case, outcome_type=key, on=today, by=stage.amina)
    assert len(outcome_rows(record_of(case, stage.amina))) == 2
    happened(stage, case, "settled-housing", 0)
    rows = outcome_rows(record_of(case, stage.amina))
    assert [(row["mark"], row["detail"]) for row in rows] == [
        ("flag", "Today"), ("goal", "Aimed at since today"),
    ]  # fmt: skip


def test_a_score_says_then_and_now_and_which_way_is_good(stage: Stage, case: Case) -> None:
    today = stage.organisation.today()
    for days, score in ((7, 29), (0, 20)):
        on = today - timedelta(days=days)
        record_assessment(case=case, measure="bdi-ii", on=on, by=stage.amina, score=score)
        (found,) = in_brief(record_of(case, stage.amina).measured)
        (line,) = found.lines
        assert (line.now, line.then) == (("20", "29") if days == 0 else ("29", ""))
    assert found.way == "0 to 63, lower is better, so 0 is at the top"


def test_a_review_stands_with_their_own_sentence(stage: Stage, hana: Hana) -> None:
    (row,) = review_rows(record_of(hana.case, stage.amina))
    assert (row["words"], row["detail"]) == ("I did not think I would get this far.", "Today")


def test_who_works_on_it_and_the_next_review_are_named(stage: Stage, case: Case) -> None:
    text = words(page(stage.amina, f"/cases/{case.pk}/"))
    assert "Works on it Amina (keyworker)" in text
    assert "The next one is due on" in text


def test_a_restricted_case_is_there_for_those_named_on_it_alone(stage: Stage, case: Case) -> None:
    assert [status(stage, case, who) for who in ("amina", "ben", "carys", "dev")] == [200] * 4
    restrict_case(case=case, words="A relative works here.", by=stage.carys)
    found = [status(stage, case, who) for who in ("amina", "ben", "carys", "dev")]
    assert found == [200, 404, 200, 404]
    lift_restriction(case=case, by=stage.carys, at=timezone.now())
    assert status(stage, case, "ben") == 200


@pytest.mark.parametrize("who", ["amina", "ben", "carys", "dev"])
def test_the_block_list_is_stronger_than_any_role(stage: Stage, case: Case, who: str) -> None:
    lead = stage.dev if who == "carys" else stage.carys
    block = block_sight(client=case.client, member=stage.member(who), reason="kin", by=lead)
    assert status(stage, case, who) == 404
    assert browser_of(stage.member(who)).get(f"/record/{case.pk}/").status_code == 404
    lift_block(block=block, by=lead, at=timezone.now())
    assert status(stage, case, who) == 200


def test_a_case_of_another_organisation_is_not_there(stage: Stage, elsewhere: Stage) -> None:
    with within(elsewhere.organisation.pk, user=elsewhere.amina.user_id):
        theirs = a_case(elsewhere)
    assert [status(stage, theirs, who) for who in ("amina", "dev")] == [404, 404]


def test_an_ended_case_offers_nothing_to_write_until_it_is_re_opened(
    stage: Stage, case: Case
) -> None:
    today, address = stage.organisation.today(), f"/cases/{case.pk}/"
    a_goal(case, stage.amina)
    links = (f"/record/{case.pk}/", f"{address}review/", f"{address}close/", f"{address}goals/new/")
    assert all(link in page(stage.amina, address) for link in links)
    close_case(case=case, on=today, reason="goals-reached", by=stage.amina, no_review_reason="Left")
    source = page(stage.amina, address)
    assert not [link for link in links if link in source]
    assert "Ended on" in source
    re_open_case(case=case, on=today, by=stage.amina)
    source = page(stage.amina, address)
    assert all(link in source for link in links)
    assert "Ended on" not in source


def test_a_case_that_has_not_begun_says_so(stage: Stage, hana: Hana) -> None:
    today = stage.organisation.today()
    case = refer(client=hana.client, service=stage.other_service, on=today, by=stage.amina)
    source = page(stage.amina, f"/cases/{case.pk}/")
    assert "Not started yet." in source
    assert f"/record/{case.pk}/" not in source
