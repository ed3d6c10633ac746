"""Five levels of a goal: described once, found on days, scored over the goals of a case."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from cors.cases.models import Case
from cors.core.errors import NotAllowed, Refused
from cors.plans.actions import describe_levels, end_goal, find_level
from cors.plans.attainment import t_score
from cors.plans.levels import Attainment, attainment_of, levels_of
from cors.plans.models import AttainmentLevel, AttainmentScale, Goal
from cors.plans.tests.factories import BEGAN, a_case, a_goal, tomorrow
from tests.stage.personas import TODAY, Stage, browser_of

WORDS = {-2: "Never out", -1: "To the door", 0: "To the shop", 1: "To town", 2: "To the sea"}


@pytest.fixture
def case(stage: Stage) -> Case:
    return a_case(stage)


@pytest.fixture
def goal(stage: Stage, case: Case) -> Goal:
    return a_goal(case, stage.amina)


@pytest.fixture
def scale(stage: Stage, goal: Goal) -> AttainmentScale:
    return _described(goal, stage)


def _described(goal: Goal, stage: Stage, **more: Any) -> AttainmentScale:
    return describe_levels(goal=goal, levels=WORDS, on=BEGAN, by=stage.amina, **more)


def _attained(case: Case) -> Attainment:
    return attainment_of(list(AttainmentScale.of_case(case)))


def test_keeps_five_levels_and_the_days_they_were_found(
    stage: Stage, goal: Goal, scale: AttainmentScale
) -> None:
    find_level(scale=scale, level=-1, on=BEGAN, by=stage.amina)
    find_level(scale=scale, level=1, on=TODAY, by=stage.gwen)
    told = levels_of(goal)
    assert [(level, words) for level, _, words, _ in told["levels"]] == [
        (2, "To the sea"), (1, "To town"), (0, "To the shop"), (-1, "To the door"),
        (-2, "Never out"),
    ]  # fmt: skip
    days = {level: days for level, _, _, days in told["levels"]}
    assert (days[-1], days[1], days[0]) == ([BEGAN], [TODAY], [])


def test_scores_the_start_and_now_over_all_goals_by_weight(
    stage: Stage, case: Case, scale: AttainmentScale
) -> None:
    assert _attained(case) == Attainment(1, 0)
    heavy = _described(a_goal(case, stage.amina, words="Work."), stage, weight=6)
    a_goal(case, stage.amina, words="A goal without levels.")
    for each, levels in ((scale, (-1, 1)), (heavy, (-2, 0))):
        for level, day in zip(levels, (BEGAN, TODAY), strict=True):
            find_level(scale=each, level=level, on=day, by=stage.amina)
    first, now = t_score([-1, -2], [1, 6]), t_score([1, 0], [1, 6])
    assert _attained(case) == Attainment(2, 2, first, now)


def test_goals_that_weigh_nothing_give_no_score(stage: Stage, case: Case, goal: Goal) -> None:
    scale = _described(goal, stage, weight=0)
    find_level(scale=scale, level=2, on=TODAY, by=stage.amina)
    assert _attained(case) == Attainment(1, 1)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"levels": {**WORDS, 0: " "}}, "expected"),
        ({"levels": {-2: "x"}}, "less"),
        ({"levels": {**WORDS, 2: "x" * 5000}}, "much_more"),
        ({"weight": 10}, "weight"),
        ({"weight": -1}, "weight"),
        ({"on": BEGAN - timedelta(days=1)}, "on"),
    ],
)
def test_refuses_levels_that_can_not_be(
    stage: Stage, goal: Goal, change: dict[str, Any], field: str
) -> None:
    given: dict[str, Any] = {"levels": WORDS, "on": BEGAN, "by": stage.amina}
    with pytest.raises(Refused) as refused:
        describe_levels(goal=goal, **(given | change))
    assert refused.value.field == field
    assert not AttainmentScale.objects.exists()


def test_levels_are_described_once(stage: Stage, goal: Goal, scale: AttainmentScale) -> None:
    with pytest.raises(Refused, match="stay as they are"):
        _described(goal, stage)


@pytest.mark.parametrize("level", [-3, 3, 10])
def test_refuses_a_level_that_is_not_one(stage: Stage, scale: AttainmentScale, level: int) -> None:
    with pytest.raises(Refused) as refused:
        find_level(scale=scale, level=level, on=TODAY, by=stage.amina)
    assert refused.value.field == "level"
    row = AttainmentLevel(
        organisation=stage.organisation, scale=scale, level=level, found_date=TODAY
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)


def test_the_first_level_stays_the_start(stage: Stage, scale: AttainmentScale) -> None:
    find_level(scale=scale, level=-1, on=TODAY, by=stage.amina)
    for day in (TODAY - timedelta(days=1), tomorrow(stage.amina)):
        with pytest.raises(Refused) as refused:
            find_level(scale=scale, level=0, on=day, by=stage.amina)
        assert refused.value.field == "on"


def test_refuses_a_goal_that_has_ended(stage: Stage, goal: Goal, scale: AttainmentScale) -> None:
    end_goal(goal=goal, how="reached", on=TODAY, by=stage.amina)
    found = AttainmentScale.objects.get(pk=scale.pk)
    with pytest.raises(Refused, match="Go on with it"):
        find_level(scale=found, level=0, on=TODAY, by=stage.amina)


def test_a_volunteer_finds_levels_and_describes_none(
    stage: Stage, goal: Goal, scale: AttainmentScale
) -> None:
    assert find_level(scale=scale, level=0, on=TODAY, by=stage.gwen).level == 0
    with pytest.raises(NotAllowed):
        describe_levels(goal=goal, levels=WORDS, on=TODAY, by=stage.gwen)
    with pytest.raises(NotAllowed):
        find_level(scale=scale, level=0, on=TODAY, by=stage.femi)


def test_writes_nothing_if_its_event_fails(
    stage: Stage, goal: Goal, audit_fails: type[Exception]
) -> None:
    with pytest.raises(audit_fails):
        _described(goal, stage)
    assert not AttainmentScale.objects.exists()


def test_the_words_are_sealed(scale: AttainmentScale) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT much_less, less, expected, more, much_more "
                       "FROM plans_attainmentscale")  # fmt: skip
        kept = [bytes(cell) for cell in cursor.fetchone()]
    assert all(b"To the" not in cell and b"Never" not in cell for cell in kept)


def test_the_pages_describe_and_find(stage: Stage, goal: Goal) -> None:
    browser, today = browser_of(stage.amina), stage.organisation.today().isoformat()
    names = ("much_less", "less", "expected", "more", "much_more")
    sent = dict(zip(names, WORDS.values(), strict=True)) | {"weight": "3", "on": today}
    assert browser.post(f"/goals/{goal.pk}/levels/", sent).status_code == 302
    scale = AttainmentScale.objects.get()
    assert (scale.weight, scale.described()) == (3, WORDS)
    assert browser.post(f"/levels/{scale.pk}/", {"level": "-1", "on": today}).status_code == 302
    page = browser.get(f"/goals/{goal.pk}/").content.decode()
    assert page.index("To the sea") < page.index("Never out")
    assert AttainmentLevel.objects.get().level == -1


def test_the_page_keeps_what_was_typed_when_a_level_is_left_out(stage: Stage, goal: Goal) -> None:
    sent = {"expected": "To the shop", "on": stage.organisation.today().isoformat()}
    answer = browser_of(stage.amina).post(f"/goals/{goal.pk}/levels/", sent)
    assert answer.status_code == 422
    assert "To the shop" in answer.content.decode()


def test_all_levels_of_a_case_are_asked_for_in_two_questions(
    stage: Stage, case: Case, scale: AttainmentScale, django_assert_num_queries: Any
) -> None:
    _described(a_goal(case, stage.amina, words="Work."), stage)
    find_level(scale=scale, level=0, on=TODAY, by=stage.amina)
    with django_assert_num_queries(2):
        assert _attained(case).counted == 1
