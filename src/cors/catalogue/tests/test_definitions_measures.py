"""What the shipped measures hold."""

from collections.abc import Sequence
from math import floor

import pytest

from cors.catalogue.schema.measure import (
    Golden,
    HigherIs,
    LicenceClass,
    MeasureDefinition,
    Method,
    Score,
    Sourced,
    Wording,
)
from cors.catalogue.shipped import DEFINITIONS, shipped

MEASURES = list(shipped().measures.values())
WITH_ITEMS = [each for each in MEASURES if not each.score_only]
SHELLS = [each for each in MEASURES if each.score_only]
GOLDEN = [
    pytest.param(each, golden, id=f"{each.key}-{at}")
    for each in WITH_ITEMS
    for at, golden in enumerate(each.golden, start=1)
]


def by_hand(
    definition: MeasureDefinition, score: Score, answers: Sequence[int | None]
) -> float | None:
    """Work a score out the long way round: fill in each skipped item, then add up."""
    assert score.missing
    given = with_needless(definition, answers)
    mine = [
        (item.lowest + item.highest - answer if item.reverse else answer)
        for item in definition.items
        if item.key in score.items and (answer := given[item.key]) is not None
    ]
    if any(given[key] is not None for key in score.without):
        return None
    if len(mine) < score.missing.min_answered:
        return None
    scale = 10.0**score.decimals
    return floor(raw_of(score, mine, definition) * scale + 0.5) / scale


def raw_of(score: Score, mine: list[int], definition: MeasureDefinition) -> float:
    """Return a score before it is rounded, each method as its name says."""
    if score.method is Method.COUNT:
        return float(len([number for number in mine if number >= min(score.at_least.values())]))
    if score.method is Method.LOOKUP:
        lowest = sum(definition.item(key).lowest for key in score.items)
        return score.table[sum(mine) - lowest]
    if score.method is Method.EXPRESSION:
        assert score.expression
        names = {key.replace("-", "_"): n for key, n in zip(score.items, mine, strict=True)}
        return float(eval(score.expression.text, {"__builtins__": {}}, names))
    if score.method is Method.SCALED_MEAN:
        return sum(mine) * score.times / len(mine)
    skipped = len(score.items) - len(mine)
    total = sum(mine) + skipped * (sum(mine) / len(mine))
    return total / len(score.items) if score.method is Method.MEAN else total


def with_needless(
    definition: MeasureDefinition, answers: Sequence[int | None]
) -> dict[str, int | None]:
    """Return the answers by item, what a skip rule leaves out filled in."""
    keys = [item.key for item in definition.items]
    given = dict(zip(keys, answers, strict=True))
    for rule in definition.skip_rules:
        asked = [answer for key in rule.items if (answer := given[key]) is not None]
        if len(asked) == len(rule.items) and sum(asked) <= rule.total:
            given |= {key: rule.counts for key in rule.skips if given[key] is None}
    return given


def facts(definition: MeasureDefinition) -> list[Sourced]:
    found: list[Sourced] = []
    for score in definition.scores:
        found += [*score.bands, *score.cut_offs, *score.reliability]
        found += [*score.reliable_change, *score.norms, *score.minimal_change]
    return found


@pytest.mark.parametrize(("definition", "golden"), GOLDEN)
def test_golden_answers_give_their_scores(definition: MeasureDefinition, golden: Golden) -> None:
    for score in definition.scores:
        expected = golden.expected[score.key]
        assert by_hand(definition, score, golden.answers) == expected


@pytest.mark.parametrize("definition", WITH_ITEMS, ids=lambda each: each.key)
def test_golden_answers_reach_both_ends_and_skip_something(definition: MeasureDefinition) -> None:
    sets = {golden.answers for golden in definition.golden}
    assert len(sets) >= 6
    assert tuple(item.lowest for item in definition.items) in sets
    assert tuple(item.highest for item in definition.items) in sets
    assert any(None in answers for answers in sets)


WORDED = {
    "phq-9": 9, "phq-2": 2, "gad-7": 7, "gad-2": 2, "k6-0-4": 6, "k6-1-5": 6, "k10-0-4": 10,
    "k10-1-5": 10, "audit-c": 3, "ons4": 4, "loneliness": 4, "rosenberg": 10, "cfpb-fwb": 10,
    "core-10": 10, "core-om": 34, "who-5": 5, "audit": 10, "gse": 10, "dudit": 11, "dast-10": 10,
    "ladder-housing": 1, "ladder-work": 1, "ladder-going-out": 1, "ladder-money": 1,
    "life-wheel": 10,
}  # fmt: skip


def test_these_measures_come_with_their_questions() -> None:
    found = {each.key: len(each.items) for each in WITH_ITEMS if each.is_worded}
    assert found == WORDED


SLOTS = {
    "top": 21, "gbo": 3, "wemwbs": 14, "swemwbs": 7, "reqol-10": 10, "reqol-20": 20, "sdq": 25,
    "wsas": 5, "ors": 4, "srs": 4, "eq-5d-5l": 6,
}  # fmt: skip


def test_these_are_slots_without_a_word_of_the_questions_or_the_answers() -> None:
    found = [each for each in WITH_ITEMS if not each.is_worded]
    assert {each.key: len(each.items) for each in found} == SLOTS
    for each in found:
        assert each.intro == ""
        for item in each.items:
            assert item.text == ""
            assert all(option.label in ("", str(option.value)) for option in item.options)


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
        if definition.wording is Wording.SHIPPED:
            free = definition.licence.letter in (LicenceClass.A, LicenceClass.O)
            assert free or definition.licence.noncommercial
            assert definition.licence.letter is not LicenceClass.C


PACKS = {"core": "A", "non-commercial": "B", "shells": "C", "own": "O"}


@pytest.mark.parametrize("definition", WITH_ITEMS, ids=lambda each: each.key)
def test_a_pack_holds_one_class_and_its_own_licence(definition: MeasureDefinition) -> None:
    assert PACKS[definition.pack] == definition.licence.letter
    folder = DEFINITIONS / "measures" / definition.pack
    assert (folder / "LICENCE.md").is_file()
    assert definition.validated is (definition.pack != "own")


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
