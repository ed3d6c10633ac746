from datetime import UTC, date, datetime
from typing import Any

import pytest

from cors.cases.actions import (
    assign_keyworker,
    assign_worker,
    decline_referral,
    end_pause,
    lift_restriction,
    pause_case,
    re_open_case,
    restrict_case,
)
from cors.cases.history import history
from cors.cases.models import Case, Ending
from cors.cases.tests.conftest import OPENED
from tests.stage.personas import Stage, browser_of

MAY, JUNE, JULY = date(2026, 5, 4), date(2026, 6, 1), date(2026, 7, 1)
NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)


def said(case: Case) -> list[str]:
    return [f"{line.day:%d.%m} {line.sentence} {line.by}" for line in history(case)]


def test_tells_the_way_from_referral_to_re_opening(stage: Stage, case: Case) -> None:
    pause = pause_case(case=case, on=MAY, by=stage.ben)
    end_pause(pause=pause, on=JUNE, by=stage.amina)
    assign_keyworker(case=case, member=stage.ben, on=JUNE, by=stage.carys)
    Ending.objects.create(
        organisation=stage.organisation, case=case, ended_date=JULY, reason="enough-for-now",
        created_by=stage.ben.user,
    )  # fmt: skip
    re_open_case(case=case, on=JULY, by=stage.amina, at=NOW)
    assert said(case) == [
        "02.03 Referred to Move-on support (Came by themselves). Amina",
        "09.03 Referral accepted. Amina",
        "09.03 Case opened. Amina",
        "09.03 Amina took the case on. Amina",
        "04.05 Support rests. Ben",
        "01.06 Amina handed the case on. Carys",
        "01.06 Ben took the case on. Carys",
        "01.06 Support goes on. Amina",
        "01.07 Ended: Enough for now. Ben",
        "01.07 Re-opened. Amina",
    ]


def test_tells_of_a_declined_referral(stage: Stage, referral: Case) -> None:
    decline_referral(case=referral, reason="no-room", on=OPENED, by=stage.ben, words="Try in May")
    last = history(referral)[-1]
    assert (last.sentence, last.words) == ("Referral declined: We have no room now.", "Try in May")


def test_tells_of_a_restriction_and_its_end(stage: Stage, case: Case) -> None:
    restrict_case(case=case, words="Her cousin works here", by=stage.carys)
    lift_restriction(case=case, by=stage.carys, at=NOW)
    told = [line.sentence for line in history(case)]
    assert "Restricted to the people named on it." in told
    assert "Restriction lifted." in told


def test_a_volunteer_reads_no_words_of_others(stage: Stage, case: Case) -> None:
    assign_worker(case=case, member=stage.gwen, on=OPENED, by=stage.carys)
    url = f"/cases/{case.pk}/history/"
    assert "sofa" in browser_of(stage.amina).get(url).content.decode()
    page = browser_of(stage.gwen).get(url).content.decode()
    assert "Case opened." in page
    assert "sofa" not in page


@pytest.mark.parametrize(
    ("who", "ways"),
    [
        ("gwen", []),
        ("amina", ["Let the support rest"]),
        ("carys", ["Let the support rest", "Who works on it", "Restrict to those named on it"]),
    ],
)
def test_offers_what_one_may_do_next(stage: Stage, case: Case, who: str, ways: list[str]) -> None:
    assign_worker(case=case, member=stage.gwen, on=OPENED, by=stage.carys)
    response: Any = browser_of(stage.member(who)).get(f"/cases/{case.pk}/history/")
    assert [move.label for move in response.context["moves"]] == ways


def test_offers_to_go_on_where_the_support_rests(stage: Stage, case: Case) -> None:
    pause_case(case=case, on=MAY, by=stage.ben)
    response: Any = browser_of(stage.amina).get(f"/cases/{case.pk}/history/")
    assert [move.label for move in response.context["moves"]] == ["Go on with the support"]
