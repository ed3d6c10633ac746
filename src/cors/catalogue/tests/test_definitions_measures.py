"""What the shipped measures hold."""

from collections.abc import Sequence
from math import floor

import pytest

from cors.catalogue.schema.measure import (
    Golden,
    HigherIs,
    Item,
    LicenceClass,
    MeasureDefinition,
    Method,
    Score,
    Sourced,
    Wording,
)
from cors.catalogue.shipped import shipped

MEASURES = list(shipped().measures.values())
WITH_ITEMS = [each for each in MEASURES if not each.score_only]
SHELLS = [each for each in MEASURES if each.score_only]
GOLDEN = [
    pytest.param(each, golden, id=f"{each.key}-{at}")
    for each in WITH_ITEMS
    for at, golden in enumerate(each.golden, start=1)
]


def by_hand(score: Score, items: Sequence[Item], answers: Sequence[int | None]) -> float | None:
    """Work a score out the long way round: fill in each skipped item, then add up."""
    assert score.missing
    mine = [
        (item.lowest + item.highest - answer if item.reverse else answer)
        for item, answer in zip(items, answers, strict=True)
        if item.key in score.items and answer is not None
    ]
    if len(mine) < score.missing.min_answered:
        return None
    skipped = len(score.items) - len(mine)
    total = sum(mine) + skipped * (sum(mine) / len(mine))
    raw = total / len(score.items) if score.method is Method.MEAN else total
    scale = 10.0**score.decimals
    return floor(raw * scale + 0.5) / scale


def facts(definition: MeasureDefinition) -> list[Sourced]:
    found: list[Sourced] = []
    for score in definition.scores:
        found += [*score.bands, *score.cut_offs, *score.reliability]
        found += [*score.reliable_change, *score.norms]
    return found


@pytest.mark.parametrize(("definition", "golden"), GOLDEN)
def test_golden_answers_give_their_scores(definition: MeasureDefinition, golden: Golden) -> None:
    for score in definition.scores:
        expected = golden.expected[score.key]
        assert by_hand(score, definition.items, golden.answers) == expected


@pytest.mark.parametrize("definition", WITH_ITEMS, ids=lambda each: each.key)
def test_golden_answers_reach_both_ends_and_skip_something(definition: MeasureDefinition) -> None:
    sets = {golden.answers for golden in definition.golden}
    assert len(sets) >= 6
    assert tuple(item.lowest for item in definition.items) in sets
    assert tuple(item.highest for item in definition.items) in sets
    assert any(None in answers for answers in sets)


def test_three_measures_come_with_their_questions() -> None:
    assert {each.key: len(each.items) for each in WITH_ITEMS} == {
        "phq-9": 9,
        "gad-7": 7,
        "ons4": 4,
    }


@pytest.mark.parametrize("key", ["phq-9", "gad-7"])
def test_the_lowest_answer_is_not_at_all_and_not_the_misprint(key: str) -> None:
    for item in shipped().measures[key].items:
        assert [option.label for option in item.options] == [
            "Not at all",
            "Several days",
            "More than half the days",
            "Nearly every day",
        ]
        assert item.values == (0, 1, 2, 3)


def test_the_last_question_of_the_phq_9_raises_a_flag_from_one_up() -> None:
    phq = shipped().measures["phq-9"]
    (rule,) = phq.risk_rules
    assert rule.item == phq.items[-1].key
    assert rule.above == 0
    assert "whatever the total" in rule.says
    assert phq.item(rule.item).text == (
        "Thoughts that you would be better off dead or of hurting yourself in some way"
    )


@pytest.mark.parametrize(("key", "points"), [("phq-9", 6), ("gad-7", 4)])
def test_the_reliable_change_is_that_of_nhs_talking_therapies(key: str, points: int) -> None:
    (change,) = shipped().measures[key].score("total").reliable_change
    assert change.value == points
    assert change.confidence is None
    assert "NHS Talking Therapies" in change.source


@pytest.mark.parametrize(("key", "at"), [("phq-9", 10), ("gad-7", 8)])
def test_the_caseness_is_that_of_nhs_talking_therapies(key: str, at: int) -> None:
    assert shipped().measures[key].score("total").cut_offs[0].at == at


def test_the_four_ons_questions_are_never_added_up() -> None:
    ons4 = shipped().measures["ons4"]
    assert [score.items for score in ons4.scores] == [(item.key,) for item in ons4.items]
    assert {score.method for score in ons4.scores} == {Method.ITEM}
    assert [score.higher_is for score in ons4.scores] == [HigherIs.BETTER] * 3 + [HigherIs.WORSE]


def test_how_yesterday_was_says_nothing_of_one_persons_change() -> None:
    ons4 = shipped().measures["ons4"]
    assert [score.key for score in ons4.scores if not score.individual_change] == [
        "happy",
        "anxious",
    ]


def test_wording_ships_only_where_it_is_free() -> None:
    for definition in MEASURES:
        free = definition.licence.letter in (LicenceClass.A, LicenceClass.O)
        assert free == (definition.wording is Wording.SHIPPED)


@pytest.mark.parametrize("definition", SHELLS, ids=lambda each: each.key)
def test_a_shell_is_a_number_with_a_range_and_nothing_else(definition: MeasureDefinition) -> None:
    assert definition.items == ()
    assert definition.golden == ()
    assert definition.risk_rules == ()
    assert definition.wording is Wording.NOT_SHIPPED
    (score,) = definition.scores
    assert score.method is Method.REPORTED
    assert score.missing is None
    assert score.low < score.high


def test_a_bdi_ii_total_is_reported_and_lower_is_better() -> None:
    score = shipped().measures["bdi-ii"].score("total")
    assert (score.low, score.high, score.higher_is) == (0, 63, HigherIs.WORSE)


def test_the_core_10_change_keeps_its_ninety_per_cent() -> None:
    (change,) = shipped().measures["core-10-total"].score("total").reliable_change
    assert (change.value, change.confidence) == (6, 0.9)


@pytest.mark.parametrize("definition", MEASURES, ids=lambda each: each.key)
def test_every_measure_says_whose_it_is_and_every_fact_where_it_stands(
    definition: MeasureDefinition,
) -> None:
    assert definition.licence.attribution
    assert definition.licence.holder
    assert all(fact.source for fact in facts(definition))


def test_facts_from_memory_are_marked_as_not_verified() -> None:
    phq = shipped().measures["phq-9"].score("total")
    assert not any(each.verified for each in phq.reliability)
    assert all(scheme.verified for scheme in phq.bands)
    assert not any(each.verified for each in facts(shipped().measures["reqol-10-total"]))


def test_a_score_or_an_item_is_found_by_its_key() -> None:
    gad = shipped().measures["gad-7"]
    assert gad.score("total").high == 21
    assert gad.item("afraid").text == "Feeling afraid as if something awful might happen"
