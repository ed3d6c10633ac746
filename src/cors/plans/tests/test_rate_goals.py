"""How close all goals feel, at once and by whoever says it; raters are never pooled."""

import json
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.http import HttpResponse

from cors.audit.models import Event
from cors.cases.models import Case
from cors.core.errors import NotAllowed, Refused
from cors.plans.actions import end_goal, rate_goal, rate_goals
from cors.plans.forms.goal import raters
from cors.plans.goal_sheet import goal_sheet
from cors.plans.goal_sheet_pdf import as_pdf
from cors.plans.models import Goal, Rating
from cors.plans.tests.factories import BEGAN, a_case, a_goal, ended, tomorrow
from tests.stage.personas import TODAY, Stage, browser_of

OTHER = "To sleep without the light on."


@pytest.fixture
def case(stage: Stage) -> Case:
    return a_case(stage)


@pytest.fixture
def goals(stage: Stage, case: Case) -> list[Goal]:
    a_goal(case, stage.amina)
    a_goal(case, stage.amina, words=OTHER, rating=None)
    return list(Goal.of(case))


def kept(case: Case, rater: str) -> list[list[int]]:
    return [[row.value for row in goal.ratings(rater)] for goal in Goal.of(case)]


def sent(stage: Stage, case: Case, **more: str) -> HttpResponse:
    """Post the page; `first` and `second` are the ratings of the two goals."""
    keys = dict(zip(("first", "second"), (goal.pk for goal in Goal.of(case)), strict=True))
    given = {f"rating-{keys[name]}": more.pop(name) for name in keys if name in more}
    data: dict[str, Any] = {"rater": "client", "on": stage.organisation.today().isoformat()}
    return browser_of(stage.amina).post(f"/cases/{case.pk}/goals/ratings/", data | given | more)  # type: ignore[return-value]


def page(stage: Stage, case: Case, query: str = "") -> str:
    answer = browser_of(stage.amina).get(f"/cases/{case.pk}/goals/ratings/{query}")
    return unescape(answer.content.decode())


def test_keeps_one_rating_for_each_goal(stage: Stage, case: Case, goals: list[Goal]) -> None:
    given = [(goals[0], 5), (goals[1], 7)]
    rate_goals(case=case, ratings=given, on=TODAY, by=stage.gwen, rater="parent")
    assert kept(case, "parent") == [[5], [7]]
    assert kept(case, "client") == [[2], []]
    event = Event.objects.filter(verb="rate_goals").get()
    assert json.loads(event.changes)["rater"] == "parent"


def test_keeps_all_or_none(stage: Stage, case: Case, goals: list[Goal]) -> None:
    with pytest.raises(Refused) as refused:
        rate_goals(case=case, ratings=[(goals[0], 5), (goals[1], 11)], on=TODAY, by=stage.amina)
    assert refused.value.field == f"rating-{goals[1].pk}"
    assert kept(case, "client") == [[2], []]


def test_a_day_before_the_start_of_a_goal_is_said_at_that_goal(
    stage: Stage, case: Case, goals: list[Goal]
) -> None:
    rate_goal(goal=goals[1], value=3, on=TODAY, by=stage.amina)
    given = [(goal, 5) for goal in Goal.of(case)]
    with pytest.raises(Refused) as refused:
        rate_goals(case=case, ratings=given, on=TODAY - timedelta(days=1), by=stage.amina)
    assert refused.value.field == f"rating-{goals[1].pk}"


def test_refuses_a_day_to_come(stage: Stage, case: Case, goals: list[Goal]) -> None:
    with pytest.raises(Refused) as refused:
        rate_goals(case=case, ratings=[(goals[0], 5)], on=tomorrow(stage.amina), by=stage.amina)
    assert refused.value.field == "on"


def test_refuses_nothing_at_all_twice_the_same_and_goals_of_others(
    stage: Stage, case: Case, goals: list[Goal]
) -> None:
    other = a_goal(a_case(stage, name="Ivo Example", reference="HS-2"), stage.amina)
    for given, words in (
        ([], "for one goal at least"),
        ([(goals[0], 5), (goals[0], 6)], "Rate it once"),
        ([(other, 5)], "another case"),
    ):
        with pytest.raises(Refused, match=words):
            rate_goals(case=case, ratings=given, on=TODAY, by=stage.amina)
    assert kept(case, "client") == [[2], []]


def test_refuses_a_goal_or_case_that_has_ended(stage: Stage, case: Case, goals: list[Goal]) -> None:
    end_goal(goal=goals[0], how="reached", on=TODAY, by=stage.amina)
    (first, _) = Goal.of(case)
    with pytest.raises(Refused, match="has ended"):
        rate_goals(case=case, ratings=[(first, 5)], on=TODAY, by=stage.amina)
    ended(case)
    with pytest.raises(Refused, match="case has ended"):
        rate_goals(case=case, ratings=[(goals[1], 5)], on=TODAY, by=stage.amina)


def test_a_funder_rates_nothing(stage: Stage, case: Case, goals: list[Goal]) -> None:
    with pytest.raises(NotAllowed):
        rate_goals(case=case, ratings=[(goals[0], 5)], on=TODAY, by=stage.femi)


def test_writes_nothing_if_its_event_fails(
    stage: Stage, case: Case, goals: list[Goal], audit_fails: type[Exception]
) -> None:
    before = Rating.objects.count()
    with pytest.raises(audit_fails):
        rate_goals(case=case, ratings=[(goals[0], 5)], on=TODAY, by=stage.amina)
    assert Rating.objects.count() == before


def test_the_sheet_says_first_and_now_of_each_person(
    stage: Stage, case: Case, goals: list[Goal]
) -> None:
    for value, rater in ((6, "client"), (4, "worker"), (3, "worker"), (9, "parent")):
        rate_goal(goal=Goal.of(case)[0], value=value, on=TODAY, by=stage.amina, rater=rater)
    (only,) = goal_sheet(Goal.of(case), "Hana")
    said = [(row.who, row.first, row.now, row.moved) for row in only.said]
    assert said == [
        ("Hana", 2, 6, "4 closer"),
        ("The worker", 4, 3, "1 further away"),
        ("A parent or carer", 9, 9, "Rated once"),
    ]
    assert (only.said[0].first_date, only.said[0].now_date) == (BEGAN, TODAY)


def test_rated_again_as_before_is_the_same(stage: Stage, case: Case, goals: list[Goal]) -> None:
    rate_goal(goal=goals[0], value=2, on=TODAY, by=stage.amina)
    assert goal_sheet(Goal.of(case), "Hana")[0].said[0].moved == "The same"


def test_the_page_skips_what_is_left(stage: Stage, case: Case, goals: list[Goal]) -> None:
    answer = sent(stage, case, second="7", rater="worker")
    assert answer.status_code == 302
    assert kept(case, "worker") == [[], [7]]
    shown = page(stage, case)
    assert OTHER in shown
    assert "Rated once" in shown


def test_the_page_keeps_what_was_chosen_when_the_day_is_wrong(
    stage: Stage, case: Case, goals: list[Goal]
) -> None:
    answer = sent(stage, case, first="6", on=tomorrow(stage.amina).isoformat())
    assert answer.status_code == 422
    assert answer.content.decode().count("checked") == 1
    assert kept(case, "client") == [[2], []]


def test_the_page_refuses_nothing_at_all(stage: Stage, case: Case, goals: list[Goal]) -> None:
    answer = sent(stage, case)
    assert answer.status_code == 422
    assert "for one goal at least" in unescape(answer.content.decode())


def test_the_page_marks_the_last_rating_of_who_says_so_and_chooses_none(
    stage: Stage, case: Case, goals: list[Goal]
) -> None:
    rate_goal(goal=goals[0], value=4, on=TODAY, by=stage.amina, rater="worker")
    for query, last in (("", 2), ("?rater=worker", 4)):
        shown = page(stage, case, query)
        assert "checked" not in shown
        mark = shown.index("rate-last")
        assert f'value="{last}"' in shown[mark : mark + 120]
    assert "rate-last" not in page(stage, case, "?rater=parent")


def test_the_page_says_that_no_goal_stands_open(stage: Stage, case: Case) -> None:
    assert "No goal stands open." in page(stage, case)


def test_the_paper_is_tagged_and_larger_in_large_print(
    stage: Stage, case: Case, goals: list[Goal]
) -> None:
    address = f"/cases/{case.pk}/goals/sheet.pdf"
    normal, large = (browser_of(stage.amina).get(address + query) for query in ("", "?large=1"))
    for answer in (normal, large):
        assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
        assert b"/MarkInfo" in answer.content
        assert b"/Lang" in answer.content
    assert normal.content != large.content


def test_the_paper_bears_the_own_words_of_open_goals_and_no_rating(
    stage: Stage, case: Case, goals: list[Goal], monkeypatch: pytest.MonkeyPatch
) -> None:
    end_goal(goal=goals[0], how="reached", on=TODAY, by=stage.amina)
    given: dict[str, Any] = {}
    monkeypatch.setattr("cors.plans.goal_sheet_pdf.set_pdf", lambda _, words: given.update(words))
    as_pdf([goal.words for goal in Goal.of(case).open()], raters("Hana"), organisation="Harbour")
    assert given["goals"] == [OTHER]
    assert given["who"] == ["Hana", "The worker", "A parent or carer", "Somebody else"]
    assert set(given) == {"title", "organisation", "who", "goals", "large"}


def test_words_of_any_script_and_of_markup_are_set_as_they_are() -> None:
    odd = '#import "x" *no* $a$ <b> é 🦆 مفتاح'
    assert as_pdf([odd] * 12, raters(odd), organisation=odd, large=True).startswith(b"%PDF")


def test_who_opens_the_paper_is_written_down(stage: Stage, case: Case, goals: list[Goal]) -> None:
    browser_of(stage.amina).get(f"/cases/{case.pk}/goals/sheet.pdf")
    assert Event.objects.filter(verb="goal_sheet", kind="read").exists()
