"""Taking a measure: answers make scores, a total stands as reported, a flag is raised at once."""

from datetime import timedelta
from typing import Any

import pytest

from cors.audit.models import Event
from cors.catalogue.shipped import shipped
from cors.clients.models import Alert
from cors.core.errors import NotAllowed, Refused
from cors.measures.actions import record_assessment
from cors.measures.models import Assessment, Response, Score
from cors.plans.tests.factories import BEGAN, a_case, ended, tomorrow
from tests.stage.personas import TODAY, Stage


def taken(stage: Stage, **changed: Any) -> Assessment:
    """Take the PHQ-9 with Hana; each answer is "several days"."""
    case = changed.pop("case", None) or a_case(stage)
    given: dict[str, Any] = {
        "measure": "phq-9",
        "on": BEGAN,
        "by": stage.amina,
        "answers": phq(*[1] * 9),
    }
    return record_assessment(case=case, **(given | changed))


def phq(*answers: int | None) -> dict[str, int | None]:
    items = [item.key for item in shipped().measures["phq-9"].items]
    return dict(zip(items, answers, strict=False))


def test_keeps_the_answers_and_works_the_score_out(stage: Stage) -> None:
    assessment = taken(stage, answers=phq(3, 2, 1, 0, 1, 1, 1, 1, 0))
    (read,) = Assessment.of(assessment.case)
    assert read.scores() == {"total": 10.0}
    assert (read.version, read.is_reported, read.risk) == (assessment.version, False, False)
    assert Response.objects.count() == 9
    score = Score.objects.get()
    assert (score.measure, score.rater, score.happened_date) == ("phq-9", "client", BEGAN)
    assert not score.pro_rated


def test_raises_the_flag_whatever_the_total(stage: Stage) -> None:
    assert taken(stage, answers=phq(0, 0, 0, 0, 0, 0, 0, 0, 1)).risk


def test_keeps_what_the_person_would_rather_not_say(stage: Stage) -> None:
    keys = list(phq(*[0] * 9))
    answers = dict.fromkeys(keys[:-1], 0)
    taken(stage, answers=answers, declined=[keys[-1]])
    declined = Response.objects.get(declined=True)
    assert (declined.item, declined.value) == (keys[-1], None)


def test_writes_no_score_where_too_few_were_answered(stage: Stage) -> None:
    assessment = taken(stage, answers=phq(3))
    assert assessment.scores() == {}
    assert Response.objects.count() == 1


def test_takes_a_total_as_reported(stage: Stage) -> None:
    assessment = taken(stage, measure="bdi-ii", answers=None, score=29, wave="before")
    assert (assessment.is_reported, assessment.wave) == (True, "before")
    assert assessment.scores() == {"total": 29.0}
    assert not Response.objects.exists()


def test_takes_a_measure_after_the_case_ended(stage: Stage) -> None:
    assert taken(stage, case=ended(a_case(stage)), on=TODAY).is_saved


def test_brings_the_same_thing_in_once(stage: Stage) -> None:
    case = a_case(stage)
    given = {"case": case, "measure": "bdi-ii", "answers": None, "import_key": "k"}
    first = taken(stage, score=29, **given)
    again = taken(stage, score=12, **given)
    assert again.pk == first.pk
    assert Assessment.objects.get().scores() == {"total": 29.0}


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"measure": "tea-leaves"}, "measure"),
        ({"answers": {"no-such-item": 1}}, "no-such-item"),
        ({"answers": {}}, None),
        ({"rater": "neighbour"}, "rater"),
        ({"words": "a" * 10_001}, "words"),
        ({"on": BEGAN - timedelta(days=8)}, "on"),
        ({"score": 12}, "score"),
        ({"score": 28, "answers": None}, "score"),
        ({"measure": "bdi-ii", "score": 64, "answers": None}, "score"),
        ({"measure": "bdi-ii", "score": 2.5, "answers": None}, "score"),
        ({"measure": "bdi-ii", "answers": {}}, "score"),
        ({"measure": "ons4", "score": 5, "answers": None}, "score"),
    ],
)
def test_refuses_what_cannot_be(stage: Stage, changed: dict[str, Any], field: str | None) -> None:
    with pytest.raises(Refused) as refused:
        taken(stage, **changed)
    assert refused.value.field == field
    assert not Assessment.objects.exists()
    assert not Score.objects.exists()


def test_refuses_a_day_to_come(stage: Stage) -> None:
    with pytest.raises(Refused) as refused:
        taken(stage, on=tomorrow(stage.amina))
    assert refused.value.field == "on"


def test_refuses_an_answer_to_a_question_that_was_declined(stage: Stage) -> None:
    answers = phq(*[1] * 9)
    with pytest.raises(Refused, match="both answered and declined"):
        taken(stage, answers=answers, declined=[next(iter(answers))])


@pytest.mark.parametrize("name", ["gwen", "esi", "femi"])
def test_refuses_whoever_takes_no_measures(stage: Stage, name: str) -> None:
    case = a_case(stage)
    with pytest.raises(NotAllowed):
        taken(stage, case=case, by=stage.member(name))
    assert taken(stage, case=case).is_saved


def test_refuses_another_organisation(stage: Stage, elsewhere: Stage) -> None:
    with pytest.raises(NotAllowed):
        taken(stage, by=elsewhere.amina)


def test_writes_who_did_it(stage: Stage) -> None:
    assessment = taken(stage)
    event = Event.objects.get(verb="record_assessment")
    assert (event.about_id, event.actor_id) == (assessment.pk, stage.amina.user_id)
    assert "phq-9" in event.changes


def test_writes_nothing_when_the_event_cannot_be_written(
    stage: Stage, audit_fails: type[Exception]
) -> None:
    case = a_case(stage)
    with pytest.raises(audit_fails):
        taken(stage, case=case)
    assert not Assessment.objects.exists()
    assert not Response.objects.exists()
    assert not Score.objects.exists()


@pytest.mark.parametrize(("days", "asked"), [(0, 1), (7, 1), (28, 1), (29, 0)])
def test_an_answer_of_risk_asks_two_people_to_see_to_it(
    stage: Stage, days: int, asked: int
) -> None:
    on = stage.organisation.today() - timedelta(days=days)
    found = taken(stage, answers=phq(0, 0, 0, 0, 0, 0, 0, 0, 1), on=on)
    assert Alert.standing(found.case.client).filter(two_end_it=True).count() == asked


def test_no_other_answer_raises_an_alert(stage: Stage) -> None:
    found = taken(stage, answers=phq(3, 3, 3, 3, 3, 3, 3, 3, 0))
    assert not Alert.standing(found.case.client).exists()
