"""What is printed wrong elsewhere, one test a trap: here it is right."""

from fractions import Fraction

import pytest

from cors.catalogue.schema.measure import MeasureDefinition
from cors.catalogue.shipped import shipped
from cors.measures.scoring import score

MEASURES = shipped().measures


def reversed_items(definition: MeasureDefinition) -> list[int]:
    return [at for at, item in enumerate(definition.items, start=1) if item.reverse]


def test_core_10_turns_the_second_and_the_third_and_not_the_fourth() -> None:
    assert reversed_items(MEASURES["core-10"]) == [2, 3]


def test_core_om_turns_eight_and_blame_is_none_of_them() -> None:
    core = MEASURES["core-om"]
    assert reversed_items(core) == [3, 4, 7, 12, 19, 21, 31, 32]
    assert "to blame" in core.items[29].text
    assert not core.items[29].reverse


def test_core_is_for_who_makes_no_profit_and_not_to_be_changed() -> None:
    for key in ("core-10", "core-om", "core-10-total", "core-om-total"):
        licence = MEASURES[key].licence
        assert licence.terms == "CC BY-NC-ND 4.0"
        assert licence.noncommercial
        assert "coresystemtrust.org.uk/copyright.pdf" in licence.attribution


def test_core_10_keeps_its_published_cut_off_of_11() -> None:
    """The norms alone would give (4.8 × 19.7 + 7.7 × 4.7) / (4.8 + 7.7) = 10.46."""
    assert MEASURES["core-10"].score("total").cut_offs[0].at == 11


def test_the_ranges_of_the_dudit_questions_are_not_swapped() -> None:
    values = [item.values for item in MEASURES["dudit"].items]
    assert values[:9] == [(0, 1, 2, 3, 4)] * 9
    assert values[9:] == [(0, 2, 4)] * 2


def test_a_short_warwick_sum_of_29_is_26_02() -> None:
    found = score(MEASURES["swemwbs"], [4, 4, 4, 4, 4, 4, 5])
    assert (found.value("raw"), found.value("metric")) == (29, 26.02)


@pytest.mark.parametrize("key", ["phq-9", "phq-2", "gad-7", "gad-2"])
def test_the_lowest_answer_is_not_at_all_and_never_not_at_all_sure(key: str) -> None:
    for item in MEASURES[key].items:
        assert item.options[0].label == "Not at all"


def test_the_codes_of_the_alcohol_tests_are_their_own() -> None:
    short, full = MEASURES["audit-c"].score("total"), MEASURES["audit"].score("total")
    assert short.codes["loinc_panel"] == "72109-2"
    assert short.codes["loinc_score"] == "75626-2"
    assert full.codes["loinc_score"] == "75624-7"
    phq = {code for each in ("phq-9", "phq-2") for code in MEASURES[each].codes.values()}
    assert "72109-2" not in phq


def test_the_childs_questions_on_loneliness_are_not_asked_of_adults() -> None:
    words = " ".join(item.text for item in MEASURES["loneliness"].items)
    assert "lack companionship" in words
    assert "isolated from others" in words
    assert "no one to talk to" not in words
    assert "alone" not in words


def test_the_direct_question_on_loneliness_runs_the_other_way() -> None:
    ucla, direct = MEASURES["loneliness"].scores
    assert (ucla.higher_is, direct.higher_is) == ("worse", "better")
    assert MEASURES["loneliness"].item("lonely").options[0].label == "Often/always"


def test_the_bands_of_the_audit_are_those_of_the_who() -> None:
    for key in ("audit", "audit-total"):
        (scheme,) = MEASURES[key].score("total").bands
        ends = [(band.low, band.high) for band in scheme.bands]
        assert ends == [(0, 7), (8, 15), (16, 19), (20, 40)]


def test_rosenberg_is_turned_by_its_words_whatever_the_number() -> None:
    scale = MEASURES["rosenberg"]
    negative = ("failure", "not have much to be proud", "more respect", "useless", "no good")
    for item in scale.items:
        assert item.reverse == any(words in item.text for words in negative)
    assert score(scale, [3] * 10).value("total") == 15


def test_the_two_codings_of_the_k10_are_two_measures_that_never_compare() -> None:
    us, au = MEASURES["k10-0-4"], MEASURES["k10-1-5"]
    assert us.comparability != au.comparability
    assert (us.score("total").high, au.score("total").low) == (40, 10)
    assert "nothing could cheer you up" in us.item("no-cheering").text
    assert "so sad" in au.item("no-cheering").text


def test_a_k10_of_22_has_two_names_by_two_schemes() -> None:
    found = score(MEASURES["k10-1-5"], [3, 3, 2, 2, 2, 2, 2, 2, 2, 2]).scores["total"]
    assert found.value == 22
    assert found.bands == {"Australian Bureau of Statistics": "High", "CRUfAD": "Mild"}


def test_work_left_out_gives_a_score_of_its_own_and_never_both() -> None:
    all_five, without = (
        score(MEASURES["wsas"], [8] * 5),
        score(MEASURES["wsas"], [None, 8, 8, 8, 8]),
    )
    assert all_five.values() == {"total": 40}
    assert without.values() == {"without-work": 32}


def test_a_short_test_says_nothing_of_one_persons_change() -> None:
    for key in ("phq-2", "gad-2"):
        (total,) = MEASURES[key].scores
        assert not total.individual_change
        assert total.reliable_change == ()


def test_the_example_in_the_tests_of_the_bureau_gives_57() -> None:
    """cfpb/consumerfinance.gov, cfgov/wellbeing/tests/test_forms.py: 62 or more, by oneself."""
    found = score(MEASURES["cfpb-fwb"], [4, 3, 2, 1, 4, 3, 2, 3, 0, 1])
    assert (found.value("raw"), found.value("self-62")) == (23, 57)


def test_the_worked_example_of_the_core_om_is_16() -> None:
    """socasresourcehub.com, 5b.1: a total of 56 over 34 is 1.647, times ten 16."""
    answers: list[int | None] = [4 if item.reverse else 0 for item in MEASURES["core-om"].items]
    plain = [at for at, item in enumerate(MEASURES["core-om"].items) if not item.reverse]
    for at in plain[:14]:
        answers[at] = 4
    value = score(MEASURES["core-om"], answers).value("total")
    assert value == 16.5
    assert abs(Fraction(56, 34) * 10 - Fraction(value)) < Fraction(1, 20)


@pytest.mark.parametrize(("key", "points"), [("phq-9", 6), ("gad-7", 4), ("core-om", 5)])
def test_the_published_reliable_changes_stand(key: str, points: float) -> None:
    assert [each.value for each in MEASURES[key].scores[0].reliable_change] == [points]


def test_one_forgotten_answer_never_counts_as_none_of_it() -> None:
    found = score(MEASURES["top"], [None] * 21)
    assert found.values() == {}
    assert not found.complete
