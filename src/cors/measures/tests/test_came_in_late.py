"""An earlier score that comes in after later ones waits until somebody says what it is."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from cors.casefile.tests.factories import a_case, page, words
from cors.cases.models import Case
from cors.core.errors import Refused
from cors.measures.actions import (
    record_assessment,
    say_where_it_began,
    withdraw_assessment,
)
from cors.measures.models import Assessment
from cors.measures.result import result_of
from tests.stage.personas import Stage, browser_of


@pytest.fixture
def case(stage: Stage) -> Case:
    """Return a case with 18 ten days ago and 12 today."""
    case = a_case(stage)
    take(stage, case, 18, 10)
    take(stage, case, 12, 0)
    return case


def take(stage: Stage, case: Case, total: int, days_ago: int, **more: Any) -> Assessment:
    on = stage.organisation.today() - timedelta(days=days_ago)
    return record_assessment(case=case, measure="phq-9", on=on, by=stage.amina, score=total, **more)


def over_time(stage: Stage, case: Case) -> str:
    return words(page(stage.amina, f"/cases/{case.pk}/measures/phq-9/over-time/"))


def late(assessment: Assessment) -> str:
    return Assessment.objects.get(pk=assessment.pk).late


def test_waits_and_changes_nothing(stage: Stage, case: Case) -> None:
    assert "first 18 " in words(page(stage.amina, f"/cases/{case.pk}/"))
    found = take(stage, case, 24, 30)
    assert found.late == "waits"
    said = over_time(stage, case)
    assert "where it began?" in said
    assert "Came in after later ones. Nothing is counted from it." in said
    said = words(page(stage.amina, f"/cases/{case.pk}/"))
    assert "An earlier score came in late" in said
    assert "first 18 " in said


@pytest.mark.parametrize(("counts", "first"), [("1", "24"), ("0", "18")])
def test_somebody_says_whether_it_is_where_it_began(
    stage: Stage, case: Case, counts: str, first: str
) -> None:
    found = take(stage, case, 24, 30)
    answer = browser_of(stage.amina).post(f"/measures/{found.pk}/began/", {"counts": counts})
    assert answer.status_code == 302
    assert late(found) == ("counts" if counts == "1" else "left")
    assert "where it began?" not in over_time(stage, case)
    said = words(page(stage.amina, f"/cases/{case.pk}/"))
    assert f"first {first} " in said


@pytest.mark.parametrize("other", ["rater", "between", "same day", "another measure"])
def test_what_comes_in_order_does_not_wait(stage: Stage, case: Case, other: str) -> None:
    days = {"between": 5, "same day": 10}.get(other, 30)
    more: dict[str, Any] = {"rater": "worker"} if other == "rater" else {}
    if other == "another measure":
        on = stage.organisation.today() - timedelta(days=30)
        found = record_assessment(case=case, measure="gad-7", on=on, by=stage.amina, score=3)
    else:
        found = take(stage, case, 9, days, **more)
    assert found.late == ""


def test_a_file_has_its_rows_in_whatever_order(stage: Stage, case: Case) -> None:
    assert take(stage, case, 20, 30, import_key="trial:1").late == ""
    assert take(stage, case, 21, 40, import_key=f"form:{uuid4()}").late == "waits"


def test_what_was_taken_back_makes_nothing_late(stage: Stage) -> None:
    case = a_case(stage)
    first = take(stage, case, 18, 10)
    withdraw_assessment(assessment=first, by=stage.amina, at=first.created_at)
    assert take(stage, case, 20, 30).late == ""


def test_a_later_result_is_held_against_what_counts(stage: Stage, case: Case) -> None:
    found = take(stage, case, 27, 30)
    latest = take(stage, case, 6, 0)
    assert str(result_of(latest)["scores"][0]["change"]).startswith("12 points better")
    say_where_it_began(assessment=found, counts=True, by=stage.amina)
    assert str(result_of(latest)["scores"][0]["change"]).startswith("21 points better")


def test_there_is_nothing_to_say_of_what_came_in_order(stage: Stage, case: Case) -> None:
    with pytest.raises(Refused, match="came in its order"):
        say_where_it_began(assessment=take(stage, case, 9, 0), counts=True, by=stage.amina)


def test_what_was_taken_back_counts_nowhere(stage: Stage, case: Case) -> None:
    found = take(stage, case, 24, 30)
    withdraw_assessment(assessment=found, by=stage.amina, at=found.created_at)
    with pytest.raises(Refused, match="counts nowhere"):
        say_where_it_began(assessment=found, counts=True, by=stage.amina)
