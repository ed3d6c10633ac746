"""What is to be asked of whom: on Today, on the case page and week by week."""

from datetime import timedelta
from typing import Any

from cors.casefile.tests.factories import a_case, a_goal, page, words
from cors.caseload.cards import my_cards
from cors.caseload.to_ask import Plan, plan_of
from cors.cases.actions import pause_case
from cors.measures.actions import record_assessment
from cors.measures.schedule import When
from cors.measures.tests.test_schedule_verbs import a_schedule
from cors.reviews.actions import close_case
from tests.stage.personas import Stage, browser_of

TODAY_ASKS = "a measure to ask"


def ask(stage: Stage, case: Any, days_ago: int, *, total: int = 9, measure: str = "phq-9") -> None:
    on = stage.organisation.today() - timedelta(days=days_ago)
    record_assessment(case=case, measure=measure, on=on, by=stage.amina, score=total)


def briefs(stage: Stage) -> list[str]:
    (card,) = my_cards(stage.amina)
    return [why.brief for why in card.why]


def of_weeks(plan: Plan) -> list[tuple[str, str, str]]:
    return [
        (week.heading, line.name, ask["label"])
        for week in plan.weeks
        for line in week.lines
        for ask in line.asks
    ]


def test_without_a_schedule_nothing_is_asked(stage: Stage) -> None:
    a_case(stage)
    assert TODAY_ASKS not in briefs(stage)
    assert not plan_of(stage.amina).is_set_up
    assert "Your services ask no measure by plan." in words(page(stage.amina, "/to-ask/"))


def test_today_says_that_the_first_is_still_to_be_asked(stage: Stage) -> None:
    a_schedule(stage)
    a_goal(a_case(stage, days=10), stage.amina)
    assert briefs(stage) == [TODAY_ASKS]
    said = words(page(stage.amina, "/"))
    assert "Time to ask: PHQ-9, the first time, best by" in said
    assert "Measures to ask, week by week" in said


def test_what_was_asked_falls_silent_until_it_is_due_again(stage: Stage) -> None:
    a_schedule(stage)
    case = a_case(stage)
    ask(stage, case, 41)
    assert TODAY_ASKS not in briefs(stage)
    ask(stage, a_case(stage, "Bo"), 42)
    asked = {card.name: [why.brief for why in card.why] for card in my_cards(stage.amina)}
    assert TODAY_ASKS in asked["Bo"]
    assert TODAY_ASKS not in asked["Rosa"]


def test_the_case_page_offers_to_ask_it(stage: Stage) -> None:
    a_schedule(stage)
    case = a_case(stage)
    assert "Ask PHQ-9 the first time" in words(page(stage.amina, f"/cases/{case.pk}/"))
    ask(stage, case, 0)
    assert "Ask PHQ-9" not in words(page(stage.amina, f"/cases/{case.pk}/"))


def test_who_rests_is_not_asked_and_the_page_says_so(stage: Stage) -> None:
    a_schedule(stage)
    case = a_case(stage)
    pause_case(case=case, on=stage.organisation.today(), words="Away.", by=stage.amina)
    assert TODAY_ASKS not in briefs(stage)
    plan = plan_of(stage.amina)
    assert of_weeks(plan) == []
    assert plan.not_asked == [("Rosa", "support rests since today")]


def test_many_measures_are_spread_over_the_weeks(stage: Stage) -> None:
    for measure in ("phq-9", "gad-7", "rosenberg"):
        a_schedule(stage, measure=measure, when=When(every_weeks=4))
    a_case(stage)
    now, *later = of_weeks(plan_of(stage.amina))
    assert [label for _, _, label in (now, *later)] == ["PHQ-9", "GAD-7", "Rosenberg"]
    assert [heading for heading, _, _ in (now, later[0])] == ["Now", "Now"]
    assert later[1][0] != "Now"


def test_a_measure_that_is_asked_half_as_often_says_why(stage: Stage) -> None:
    a_schedule(stage)
    case = a_case(stage)
    ask(stage, case, 50, total=0)
    ask(stage, case, 1, total=0)
    assert plan_of(stage.amina).not_asked == [
        ("Rosa", "PHQ-9: at the best end twice in a row, so asked half as often")
    ]


def left(stage: Stage, days_ago: int) -> Any:
    case = a_case(stage, days=60 + days_ago)
    on = stage.organisation.today() - timedelta(days=days_ago)
    close_case(
        case=case,
        on=on,
        reason="goals-reached",
        words="",
        no_review_reason="Moved.",
        by=stage.amina,
    )
    return case


def test_who_has_left_is_asked_at_the_end_and_half_a_year_later(stage: Stage) -> None:
    a_schedule(stage)
    case = left(stage, 20)
    for member in (stage.carys, stage.dev):
        (line,) = plan_of(member).left
        assert line.name == "Rosa"
        assert line.asks[0]["why"].startswith("at the end, until")
    assert "Ask PHQ-9 at the end, until" in words(page(stage.carys, f"/cases/{case.pk}/"))


def test_who_left_between_the_times_is_not_asked(stage: Stage) -> None:
    a_schedule(stage)
    left(stage, 29)
    assert plan_of(stage.dev).left == []


def test_the_page_shows_nobody_that_one_does_not_see(stage: Stage) -> None:
    a_schedule(stage)
    a_schedule(stage, service=stage.other_service)
    a_case(stage)
    left(stage, 10)
    plan = plan_of(stage.olu)
    assert (of_weeks(plan), plan.left) == ([], [])
    said = words(page(stage.olu, "/to-ask/"))
    assert "Rosa" not in said


def test_a_measure_that_somebody_else_answers_opens_with_who_it_is(stage: Stage) -> None:
    a_schedule(stage, rater="worker")
    case = a_case(stage)
    (week,) = plan_of(stage.amina).weeks
    (ask,) = week.lines[0].asks
    assert ask["label"] == "PHQ-9 (the worker)"
    form = browser_of(stage.amina).get(ask["url"]).context["form"]
    assert form["rater"].value() == "worker"
    wrong = browser_of(stage.amina).get(f"/cases/{case.pk}/measures/phq-9/?rater=%00")
    assert wrong.context["form"]["rater"].value() == "client"
