"""Figures of change from the records: who counts, in which order, and what is left out."""

import json
from argparse import Namespace
from datetime import date, timedelta
from typing import Any

import pytest

from cors.access.models import Membership
from cors.cases.actions import put_in_groups
from cors.cases.models import Case
from cors.clients.models import Client
from cors.core.errors import NotAllowed, Refused
from cors.core.keyring import make_key
from cors.measures.actions import record_assessment, withdraw_assessment
from cors.measures.models import Assessment
from cors.reports.actions import use_reliability
from cors.reports.change_figures import ChangeFigures
from cors.reports.commands import figures_change, figures_of
from cors.reports.models import ReliabilityUsed
from tests.stage.personas import TODAY, Stage

START = TODAY - timedelta(days=300)


def a_case(stage: Stage, reference: str, *, started: date | None = START) -> Case:
    """Return somebody's case in Move-on support."""
    owned: dict[str, Any] = {
        "organisation": stage.organisation,
        "created_by_id": stage.amina.user_id,
    }
    client = Client(reference=reference, name=f"Person {reference}", **owned)
    make_key(client.pk, stage.organisation.pk)
    client.save(force_insert=True)
    return Case.objects.create(
        client=client, service=stage.service, referred_date=START, started_date=started, **owned
    )


def take(case: Case, by: Membership, score: float, day: int, **changed: Any) -> Assessment:
    given: dict[str, Any] = {"measure": "bdi-ii", "score": score, "on": START + timedelta(days=day)}
    return record_assessment(case=case, by=by, **(given | changed))


def of(stage: Stage, by: str | None = None) -> ChangeFigures:
    return figures_of(stage.system, measure="bdi-ii", by=by)


def test_counts_whoever_began_where_the_measure_was_taken(stage: Stage) -> None:
    take(a_case(stage, "1"), stage.dev, 30, 0)
    a_case(stage, "2")
    a_case(stage, "3", started=None)
    (group,) = of(stage)["groups"]
    assert group["eligible"] == 2
    assert (group["waves"][0]["n"], group["waves"][0]["missing"]) == (1, 1)


def test_orders_waves_by_their_days_and_pairs_with_the_latest(stage: Stage) -> None:
    case = a_case(stage, "1")
    take(case, stage.dev, 10, 90, wave="three months")
    take(case, stage.dev, 30, 0, wave="at the start")
    take(case, stage.dev, 22, 30, wave="one month")
    (group,) = of(stage)["groups"]
    labels = [wave["label"] for wave in group["waves"]]
    assert labels == ["at the start", "one month", "three months"]
    assert group["paired"]["mean_change"] == 20


def test_numbers_scores_that_stand_in_no_wave(stage: Stage) -> None:
    one, other = a_case(stage, "1"), a_case(stage, "2")
    for day, score in enumerate(range(30, 18, -1)):
        take(one, stage.dev, score, day)
    take(other, stage.dev, 25, 200)
    (group,) = of(stage)["groups"]
    assert [wave["label"] for wave in group["waves"]][:2] == ["measurement 1", "measurement 2"]
    assert group["waves"][-1]["label"] == "measurement 12"
    assert (group["waves"][0]["n"], group["paired"]["mean_change"]) == (2, 11)


def test_leaves_out_what_was_taken_back_or_said_by_others(stage: Stage) -> None:
    case = a_case(stage, "1")
    take(case, stage.dev, 30, 0)
    take(case, stage.dev, 5, 60, rater="worker")
    mistake = take(case, stage.dev, 1, 90)
    withdraw_assessment(assessment=mistake, by=stage.dev, at=mistake.created_at)
    (group,) = of(stage)["groups"]
    assert group["paired"]["n"] == 0
    assert [wave["n"] for wave in group["waves"]] == [1]


def test_parts_people_by_a_group(stage: Stage) -> None:
    for reference, arm, score in (("1", "A", 30), ("2", "B", 20), ("3", "", 25)):
        case = a_case(stage, reference)
        take(case, stage.dev, score, 0)
        put_in_groups(case=case, codes={"arm": arm}, by=stage.dev)
    groups = of(stage, by="arm")["groups"]
    assert [each["group"] for each in groups] == ["A", "B", "not recorded"]
    assert [each["waves"][0]["mean"] for each in groups] == [30, 20, 25]


def test_refuses_a_group_that_nobody_stands_in(stage: Stage) -> None:
    case = a_case(stage, "1")
    take(case, stage.dev, 30, 0)
    with pytest.raises(Refused, match="No groups"):
        of(stage, by="arm")
    put_in_groups(case=case, codes={"arm": "A"}, by=stage.dev)
    with pytest.raises(Refused, match="Choose one of: arm"):
        of(stage, by="colour")


def test_shows_nothing_of_another_organisation(stage: Stage, elsewhere: Stage) -> None:
    take(a_case(stage, "1"), stage.dev, 30, 0)
    found = figures_of(elsewhere.system, measure="bdi-ii", by=None)
    assert [group["eligible"] for group in found["groups"]] == [0]


def test_rests_on_the_reliability_that_was_chosen(stage: Stage) -> None:
    for reference, score in (("1", 30), ("2", 20)):
        take(a_case(stage, reference), stage.dev, score, 0)
    assert of(stage)["reliable_change"]["threshold"] is None
    use_reliability(measure="bdi-ii", value=0.9, source="ours", by=stage.dev)
    use_reliability(measure="bdi-ii", value=0.93, source="the manual", by=stage.dev)
    found = of(stage)["reliable_change"]
    assert (found["reliability"], found["source"]) == (0.93, "the manual")
    assert ReliabilityUsed.objects.count() == 1


@pytest.mark.parametrize(("value", "source"), [(0, "x"), (1, "x"), (0.9, " ")])
def test_refuses_a_reliability_that_is_none(stage: Stage, value: float, source: str) -> None:
    with pytest.raises(Refused):
        use_reliability(measure="bdi-ii", value=value, source=source, by=stage.dev)
    with pytest.raises(NotAllowed):
        use_reliability(measure="bdi-ii", value=0.9, source="x", by=stage.amina)
    assert not ReliabilityUsed.objects.exists()


def test_writes_no_reliability_when_the_event_cannot_be_written(
    stage: Stage, audit_fails: type[Exception]
) -> None:
    with pytest.raises(audit_fails):
        use_reliability(measure="bdi-ii", value=0.9, source="x", by=stage.dev)
    assert not ReliabilityUsed.objects.exists()


@pytest.mark.parametrize(
    "changed", [{"organisation": "nowhere"}, {"measure": "tea"}, {"measure": "ons4"}]
)
def test_answers_a_wrong_call_with_a_sentence(
    stage: Stage, changed: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    call: dict[str, Any] = {"organisation": "harbour", "measure": "bdi-ii", "by": None}
    assert figures_change(Namespace(**(call | changed), json=True)) == 2
    out, error = capsys.readouterr()
    assert (out, error.count("\n")) == ("", 1)


def test_says_it_in_words_and_as_an_object(
    stage: Stage, capsys: pytest.CaptureFixture[str]
) -> None:
    for reference, later in (("1", 10), ("2", 5)):
        case = a_case(stage, reference)
        take(case, stage.dev, 30 + later, 0)
        take(case, stage.dev, later, 60)
    call = {"organisation": "harbour", "measure": "bdi-ii", "by": None}
    assert figures_change(Namespace(**call, json=False)) == 0
    words = capsys.readouterr().out
    assert "all: 2 eligible" in words
    assert "mean change +30.00" in words
    assert "improved –" in words
    assert figures_change(Namespace(**call, json=True)) == 0
    assert json.loads(capsys.readouterr().out)["groups"][0]["paired"]["mean_change"] == 30


def test_has_words_for_a_measure_that_nobody_took(
    stage: Stage, capsys: pytest.CaptureFixture[str]
) -> None:
    call = {"organisation": "harbour", "measure": "bdi-ii", "by": "arm", "json": False}
    assert figures_change(Namespace(**call)) == 0
    assert "Nobody has a score" in capsys.readouterr().out
