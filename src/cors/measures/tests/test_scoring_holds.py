"""What holds for the scores of every shipped measure, whatever is answered."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cors.catalogue.schema.measure import MeasureDefinition, Method
from cors.catalogue.shipped import shipped
from cors.core.errors import Refused
from cors.measures.scoring import score

WITH_ITEMS = [each for each in shipped().measures.values() if not each.score_only]
NAMES = [each.key for each in WITH_ITEMS]
few = settings(max_examples=15)  # of each measure
every = pytest.mark.parametrize("definition", WITH_ITEMS, ids=NAMES)


def any_answers(definition: MeasureDefinition) -> st.SearchStrategy[list[int | None]]:
    return st.tuples(*(st.none() | st.sampled_from(item.values) for item in definition.items)).map(
        list
    )


@every
@few
@given(data=st.data())
def test_a_score_stays_in_its_range_and_lies_in_one_band_a_scheme(
    definition: MeasureDefinition, data: st.DataObject
) -> None:
    found = score(definition, data.draw(any_answers(definition)))
    for each in definition.scores:
        value = found.value(each.key)
        if value is None:
            assert found.scores[each.key].bands == {}
            continue
        assert each.low <= value <= each.high
        assert all(found.scores[each.key].bands[scheme.name] for scheme in each.bands)


@every
@few
@given(data=st.data())
def test_the_answers_by_item_and_in_order_give_the_same(
    definition: MeasureDefinition, data: st.DataObject
) -> None:
    answers = data.draw(any_answers(definition))
    keys = [item.key for item in definition.items]
    by_item = dict(zip(keys, answers, strict=True))
    assert score(definition, by_item) == score(definition, answers)


@every
@few
@given(data=st.data())
def test_a_worse_answer_never_makes_a_better_score(
    definition: MeasureDefinition, data: st.DataObject
) -> None:
    if definition.skip_rules:
        return  # an answer more can end a skip
    low = [data.draw(st.sampled_from(item.values)) for item in definition.items]
    high = [
        data.draw(st.sampled_from([v for v in item.values if item.counted(v) >= item.counted(a)]))
        for item, a in zip(definition.items, low, strict=True)
    ]
    before, after = score(definition, low), score(definition, high)
    for each in definition.scores:
        if (value := before.value(each.key)) is not None:
            assert value <= (after.value(each.key) or 0)


@every
def test_golden_answers_give_their_scores_and_their_completeness(
    definition: MeasureDefinition,
) -> None:
    for golden in definition.golden:
        found = score(definition, golden.answers)
        assert {key: each.value for key, each in found.scores.items()} == golden.expected
        if None not in golden.answers:
            assert found.complete


@every
@few
@given(data=st.data())
def test_whatever_is_no_answer_is_refused_with_its_item(
    definition: MeasureDefinition, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(definition.items) - 1))
    item = definition.items[at]
    wrong: Any = data.draw(
        st.sampled_from([True, "1", 1.0, float("nan"), [1], item.highest + 1, item.lowest - 1])
    )
    answers = [each.lowest for each in definition.items]
    answers[at] = wrong
    with pytest.raises(Refused) as refused:
        score(definition, answers)
    assert refused.value.field == item.key


def test_a_skip_rule_counts_nothing_and_an_answer_all_the_same() -> None:
    audit = shipped().measures["audit"]
    never = score(audit, [0, *[None] * 7, 2, 4])
    assert (never.value("total"), never.complete) == (6, True)
    assert not never.scores["total"].pro_rated
    assert score(audit, [0, None, None, 3, *[None] * 4, 2, 4]).value("total") == 9
    assert score(audit, [1, *[None] * 7, 2, 4]).value("total") is None


def test_a_look_up_needs_every_item_and_a_count_counts_from_its_limit() -> None:
    assert score(shipped().measures["cfpb-fwb"], [4] * 9 + [None]).values() == {}
    eq = shipped().measures["eq-5d-5l"]
    assert eq.score("problems").method is Method.COUNT
    found = score(eq, [1, 2, 3, 1, 5, 80])
    assert found.values() == {"state": 12315, "problems": 3, "scale": 80}
