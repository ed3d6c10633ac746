"""What the shipped lists hold."""

import re
import time
from dataclasses import FrozenInstanceError
from typing import Any

import pytest

from cors.catalogue.schema.table import KEY
from cors.catalogue.shipped import DEFINITIONS, KINDS, check_definitions, load, shipped

FEWEST = {
    "barrier_type": 30,
    "intervention_type": 40,
    "evidence_kind": 15,
    "contact_kind": 6,
    "ending_reason": 10,
    "referral_source": 20,
    "client_word": 7,
    "code_list": 11,
    "measure": 6,
}
UNWELCOME = re.compile(r"!|\b(please|successful\w*|fail\w*|refus\w+|non-complian\w+|DNA)\b", re.I)


EVERY = [entry for kind in KINDS for entry in shipped().entries(kind).values()]


def test_the_shipped_files_hold_no_mistake() -> None:
    assert check_definitions() == []


def test_the_life_areas_are_the_twelve_of_the_domain() -> None:
    assert list(shipped().life_areas) == [
        "housing",
        "money",
        "work-and-learning",
        "alcohol-and-drugs",
        "mental-wellbeing",
        "confidence",
        "relationships",
        "physical-health",
        "safety",
        "staying-out-of-trouble",
        "daily-living",
        "community",
    ]


@pytest.mark.parametrize(("kind", "fewest"), FEWEST.items())
def test_a_list_holds_enough_to_begin_with(kind: str, fewest: int) -> None:
    assert len(shipped().entries(kind)) >= fewest


def test_thirty_hard_outcomes_are_there_besides_the_rungs() -> None:
    hard = [each for each in shipped().outcome_types.values() if each.is_hard]
    assert len(hard) >= 30


@pytest.mark.parametrize("kind", KINDS)
def test_every_entry_stands_under_its_own_key(kind: str) -> None:
    for key, entry in shipped().entries(kind).items():
        assert entry.key == key
        assert KEY.fullmatch(key)
        assert entry.label


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "outcome_type"])
def test_a_list_comes_in_the_order_of_the_screen(kind: str) -> None:
    sorts = [entry.sort for entry in shipped().entries(kind).values()]
    assert sorts == sorted(sorts)


def test_rungs_come_after_the_hard_outcomes() -> None:
    rungs = [bool(each.ladder) for each in shipped().outcome_types.values()]
    assert rungs == sorted(rungs)


def test_the_words_are_plain_and_blame_nobody() -> None:
    unwelcome = [entry.key for entry in EVERY if UNWELCOME.search(f"{entry.label} {entry.hint}")]
    assert unwelcome == []


def test_a_label_begins_large_and_is_no_sentence() -> None:
    odd = [each.key for each in EVERY if each.label[0].islower() or each.label.endswith(".")]
    assert odd == []


def test_a_hint_is_a_sentence() -> None:
    assert [each.key for each in EVERY if each.hint and each.hint[-1] not in ".”"] == []


def test_every_life_area_has_barriers_interventions_and_outcomes() -> None:
    found = shipped()
    for area in found.life_areas:
        assert any(area in each.life_areas for each in found.barrier_types.values())
        assert any(area in each.life_areas for each in found.intervention_types.values())
        assert any(area == each.life_area for each in found.outcome_types.values())


def test_low_self_esteem_stands_in_the_way_of_work() -> None:
    assert "work-and-learning" in shipped().barrier_types["low-self-esteem"].life_areas


def test_settled_housing_is_asked_after_twice_and_a_certificate_is_not() -> None:
    found = shipped().outcome_types
    assert found["settled-housing"].sustained_weeks == (13, 26)
    assert found["settled-housing"].can_last
    assert not found["qualification"].can_last


def test_every_hard_outcome_suggests_evidence_that_is_known() -> None:
    found = shipped()
    for outcome in found.outcome_types.values():
        assert set(outcome.evidence) <= set(found.evidence_kinds)
        assert outcome.evidence or not outcome.is_hard


def test_the_word_of_the_person_is_evidence_for_nearly_everything() -> None:
    hard = [each for each in shipped().outcome_types.values() if each.is_hard]
    without = [each.key for each in hard if "own-word" not in each.evidence]
    assert without == ["wellbeing-better"]


def test_a_held_contact_is_the_only_result_that_counts_as_held() -> None:
    results = shipped().contact_results
    assert list(results) == ["held", "no-answer", "did-not-come", "we-cancelled"]
    assert [each.key for each in results.values() if each.held] == ["held"]


def test_trying_to_reach_somebody_is_a_contact_kind_of_its_own() -> None:
    kinds = shipped().contact_kinds
    assert {"call", "visit", "met-here", "message", "letter-or-email"} <= set(kinds)
    assert kinds["tried-to-reach"].results == ("no-answer",)
    assert not kinds["tried-to-reach"].direct
    assert kinds["visit"].results[0] == "held"


def test_an_ending_is_planned_unplanned_or_neither() -> None:
    reasons = shipped().ending_reasons
    assert reasons["goals-reached"].planned
    assert not reasons["lost-touch"].planned
    assert reasons["died"].manner == "neither"


def test_a_goal_of_their_own_comes_first() -> None:
    assert list(shipped().goal_sources) == ["client", "joint", "worker", "funder"]


def test_the_word_for_client_comes_with_its_plural() -> None:
    words = shipped().client_words
    assert words["young-person"].plural == "young people"
    assert next(iter(words)) == "client"
    for word in words.values():
        assert word.singular == word.singular.lower()
        assert word.plural != word.singular


def test_an_unknown_kind_is_refused_with_the_kinds_there_are() -> None:
    with pytest.raises(KeyError, match="barrier_type"):
        shipped().entries("barier_type")


def test_entries_and_lists_cannot_be_changed() -> None:
    found = shipped()
    with pytest.raises(FrozenInstanceError):
        found.life_areas["housing"].label = "Home"  # type: ignore[misc]
    changeable: Any = found.life_areas
    with pytest.raises(TypeError):
        changeable["home"] = found.life_areas["housing"]


def test_the_catalogue_is_read_once() -> None:
    assert shipped() is shipped()


def test_reading_the_whole_catalogue_takes_less_than_a_twentieth_of_a_second() -> None:
    def seconds() -> float:
        began = time.process_time()
        load()
        return time.process_time() - began

    # The best of many tries: what else the machine does must not fail a check.
    assert min(seconds() for _ in range(15)) < 0.15


@pytest.mark.parametrize("folder", [DEFINITIONS, DEFINITIONS / "measures"])
def test_a_note_says_under_which_licence_a_folder_may_be_used(folder: Any) -> None:
    assert "CC0" in (folder / "LICENCE.md").read_text(encoding="utf-8")
