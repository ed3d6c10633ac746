"""What every entry in a plan must meet: at the edge it is taken, one past it is refused."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from cors.core.errors import Refused
from cors.plans.actions import checks
from cors.plans.lengths import LONGEST_NOTE, LONGEST_WORDS
from cors.plans.models import Barrier, Goal, Intervention, Moment, Step
from cors.plans.tests.factories import (
    BEGAN,
    a_barrier,
    a_case,
    a_goal,
    a_setback,
    a_step,
    an_intervention,
    tomorrow,
)
from tests.stage.personas import TODAY, Stage

Make = Callable[..., Any]
MAKES: dict[str, tuple[Make, type[Any]]] = {
    "a goal": (a_goal, Goal),
    "a barrier": (a_barrier, Barrier),
    "an intervention": (an_intervention, Intervention),
    "a setback": (a_setback, Moment),
    "a step": (a_step, Step),
}
each = pytest.mark.parametrize("name", MAKES)


def refused(check: Callable[..., None], *words: Any, **named: Any) -> Refused:
    with pytest.raises(Refused) as found:
        check(*words, **named)
    return found.value


@each
def test_a_day_before_the_referral_names_the_first_that_can_be(stage: Stage, name: str) -> None:
    make, kind = MAKES[name]
    case = a_case(stage)
    before = kind.objects.count()
    with pytest.raises(Refused) as found:
        make(case, stage.amina, on=case.referred_date - timedelta(days=1))
    assert found.value.field == "on"
    assert str(found.value) == (
        "The day is before the referral. Choose Monday 7 September 2026 or a later day."
    )
    assert kind.objects.count() == before
    make(case, stage.amina, on=case.referred_date)
    assert kind.objects.count() == before + 1


@each
def test_today_is_taken_and_tomorrow_is_not(stage: Stage, name: str) -> None:
    make, kind = MAKES[name]
    case = a_case(stage)
    with pytest.raises(Refused, match="still to come") as found:
        make(case, stage.amina, on=tomorrow(stage.amina))
    assert found.value.field == "on"
    make(case, stage.amina, on=stage.organisation.today())
    assert kind.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "most"),
    [
        ("a goal", LONGEST_WORDS),
        ("a barrier", LONGEST_NOTE),
        ("an intervention", LONGEST_NOTE),
        ("a setback", LONGEST_WORDS),
        ("a step", LONGEST_WORDS),
    ],
)
def test_words_may_be_long_and_are_never_cut(stage: Stage, name: str, most: int) -> None:
    make, kind = MAKES[name]
    case = a_case(stage)
    with pytest.raises(Refused) as found:
        make(case, stage.amina, words="x" * (most + 1))
    assert found.value.field == "words"
    assert str(found.value) == f"Keep it to {most:,} characters; these are {most + 1:,}."
    assert not kind.objects.exists()
    make(case, stage.amina, words="x" * most)
    assert kind.objects.count() == 1


@pytest.mark.parametrize("name", ["a goal", "a setback", "a step"])
@pytest.mark.parametrize("blank", ["", "   ", "\n\t"])
def test_blanks_are_no_words(stage: Stage, name: str, blank: str) -> None:
    make, kind = MAKES[name]
    with pytest.raises(Refused, match="in a few words") as found:
        make(a_case(stage), stage.amina, words=blank)
    assert found.value.field == "words"
    assert not kind.objects.exists()


@pytest.mark.parametrize("value", [0, 5, 10, None])
def test_the_scale_goes_from_nought_to_ten_and_may_be_left_out(value: int | None) -> None:
    checks.check_0_to_10(value, field="weight")


@pytest.mark.parametrize("value", [-1, 11, 100])
def test_what_is_past_the_scale_is_refused_at_its_field(value: int) -> None:
    assert refused(checks.check_0_to_10, value, field="weight").field == "weight"


def test_a_day_is_compared_with_what_came_first() -> None:
    checks.check_not_before(BEGAN, BEGAN, "it began")
    found = refused(checks.check_not_before, BEGAN, TODAY, "it began", field="ended")
    assert found.field == "ended"
    assert str(found) == (
        "The day is before it began. Choose Monday 23 November 2026 or a later day."
    )


def test_records_of_this_case_and_none_are_taken(stage: Stage) -> None:
    case, other = a_case(stage), a_case(stage, reference="HS-2")
    mine, theirs = a_goal(case, stage.amina), a_goal(other, stage.amina)
    checks.check_of_case([mine, None], case, field="goals")
    assert refused(checks.check_of_case, [mine, theirs], case, field="goals").field == "goals"
