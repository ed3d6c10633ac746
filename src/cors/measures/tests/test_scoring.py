"""Scoring: the golden answers of every shipped measure, and the rules on a made-up one."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors.catalogue.schema import measure
from cors.catalogue.schema.measure import MeasureDefinition, Method, Prorate
from cors.catalogue.shipped import shipped
from cors.core.errors import Refused
from cors.measures.scoring import check_reported, score
from cors.measures.tests.made_up import made_up, made_up_score, total_only

ITEM_BASED = [each for each in shipped().measures.values() if not each.score_only]
GOLDEN = [(each, at) for each in ITEM_BASED for at in range(len(each.golden))]
GOLDEN_NAMES = [f"{each.key}-{at + 1}" for each, at in GOLDEN]


Answers = dict[str, int | None]


def answers_of(definition: MeasureDefinition, given: tuple[int | None, ...]) -> Answers:
    return {item.key: answer for item, answer in zip(definition.items, given, strict=True)}


@pytest.mark.parametrize(
    ("definition", "at"), GOLDEN, ids=[f"{d.key}-{at + 1}" for d, at in GOLDEN]
)
def test_gives_the_golden_scores(definition: MeasureDefinition, at: int) -> None:
    golden = definition.golden[at]
    found = score(definition, answers_of(definition, golden.answers))
    assert {key: each.value for key, each in found.scores.items()} == golden.expected


@pytest.mark.parametrize("definition", ITEM_BASED, ids=[each.key for each in ITEM_BASED])
def test_reaches_both_ends_of_each_range(definition: MeasureDefinition) -> None:
    for each in definition.scores:
        low, high = _extremes(definition, each.items)
        found = sorted(score(definition, given).value(each.key) or 0 for given in (low, high))
        assert found == [each.low, each.high]


def _extremes(definition: MeasureDefinition, items: tuple[str, ...]) -> tuple[Answers, Answers]:
    low: Answers = {}
    high: Answers = {}
    for key in items:
        item = definition.item(key)
        ends = (item.highest, item.lowest) if item.reverse else (item.lowest, item.highest)
        low[key], high[key] = ends
    return low, high


def test_turns_a_reversed_item_round() -> None:
    definition = made_up(reversed_items={"2"})
    assert score(definition, {"1": 4, "2": 4, "3": 0}).value("total") == 4


def test_gives_no_score_when_too_few_were_answered() -> None:
    found = score(made_up(min_answered=2), {"1": 4}).scores["total"]
    assert (found.value, found.answered, found.of, found.pro_rated) == (None, 1, 3, False)


def test_gives_a_skipped_item_the_mean_of_the_others() -> None:
    found = score(made_up(min_answered=2), {"1": 4, "2": 3, "3": None}).scores["total"]
    assert found.value == 11  # 3.5 for the third makes 10.5, and halves go up
    assert found.pro_rated


def test_needs_every_answer_where_nothing_is_filled_in() -> None:
    definition = made_up(min_answered=3, prorate=Prorate.NONE)
    assert score(definition, {"1": 4, "2": 3}).value("total") is None
    assert score(definition, {"1": 4, "2": 3, "3": 2}).value("total") == 9


def test_rounds_halves_up_and_not_to_even() -> None:
    definition = made_up(method=Method.MEAN, decimals=1, min_answered=2)
    assert score(definition, {"1": 0, "2": 1, "3": None}).value("total") == 0.5
    two = replace(definition, scores=(replace(definition.scores[0], decimals=0),))
    assert score(two, {"1": 0, "2": 1, "3": None}).value("total") == 1


def test_raises_a_flag_whatever_the_total() -> None:
    definition = made_up(risk_above=0)
    assert [rule.item for rule in score(definition, {"3": 1}).risks] == ["3"]
    assert score(definition, {"1": 4, "2": 4, "3": 0}).risks == ()
    assert score(definition, {"1": 4, "2": 4}).risks == ()


@pytest.mark.parametrize("answers", [{"1": 5}, {"1": -1}, {"4": 1}])
def test_refuses_an_answer_that_is_not_offered(answers: dict[str, int | None]) -> None:
    with pytest.raises(Refused) as refused:
        score(made_up(), answers)
    assert refused.value.field == next(iter(answers))


@pytest.mark.parametrize(("value", "says"), [(-1, "from 0"), (64, "to 63"), (2.5, "whole number")])
def test_refuses_a_reported_number_that_cannot_be(value: float, says: str) -> None:
    with pytest.raises(Refused, match=says):
        check_reported(total_only(), "total", value)


def test_takes_a_reported_number_that_can_be() -> None:
    for value in (0, 63, 12.0):
        check_reported(total_only(), "total", value)


def test_refuses_a_score_that_the_measure_does_not_have() -> None:
    with pytest.raises(Refused, match="no score"):
        check_reported(total_only(), "wellbeing", 3)


@given(st.lists(st.none() | st.integers(0, 4), min_size=3, max_size=3))
def test_never_leaves_the_range(given_answers: list[int | None]) -> None:
    definition = made_up(min_answered=1, reversed_items={"1"})
    found = score(definition, dict(zip("123", given_answers, strict=True))).value("total")
    assert (found is None) == all(answer is None for answer in given_answers)
    assert found is None or 0 <= found <= 12


def test_a_sum_is_what_adding_up_gives() -> None:
    for given_answers in product(range(5), repeat=3):
        found = score(made_up(), dict(zip("123", given_answers, strict=True)))
        assert found.value("total") == sum(given_answers)


def test_leaves_a_reported_score_to_whoever_reports_it() -> None:
    definition = replace(made_up(), scores=(made_up_score(method=measure.Method.REPORTED),))
    assert score(definition, {"1": 1}).values() == {}
