"""Mistakes in the lists: the start stops, and the message names file and key."""

from pathlib import Path

import pytest

from cors.catalogue.schema.mistakes import BrokenDefinitions
from cors.catalogue.shipped import load
from cors.catalogue.tests.definitions_folder import DefinitionsFolder


@pytest.fixture
def folder(tmp_path: Path) -> DefinitionsFolder:
    return DefinitionsFolder(tmp_path / "definitions")


def test_a_true_copy_is_accepted(folder: DefinitionsFolder) -> None:
    assert folder.says() == []
    assert load(folder.path).life_areas


def test_an_unknown_life_area_is_named_with_those_there_are(folder: DefinitionsFolder) -> None:
    folder.swap("barrier_types.toml", 'life_areas = ["housing"', 'life_areas = ["hosing"')
    (said,) = folder.says()
    assert said.startswith(
        'barrier_types.toml: insecure-housing.life_areas: "hosing" is not a life area; one of'
    )
    assert "housing, money, work-and-learning" in said


def test_a_mistake_stops_the_start_with_the_same_words(folder: DefinitionsFolder) -> None:
    folder.swap("barrier_types.toml", 'life_areas = ["housing"', 'life_areas = ["hosing"')
    with pytest.raises(BrokenDefinitions) as stopped:
        load(folder.path)
    assert "need mending before CORS can start" in str(stopped.value)
    assert "barrier_types.toml: insecure-housing.life_areas" in str(stopped.value)
    assert len(stopped.value.mistakes) == 1


def test_all_mistakes_of_all_files_are_said_at_once(folder: DefinitionsFolder) -> None:
    folder.swap("barrier_types.toml", 'label = "Debts"', "label = 7")
    folder.swap("barrier_types.toml", "[no-deposit]", "[no-deposit]\ncolour = 1")
    folder.swap("ending_reasons.toml", 'manner = "planned"', 'manner = "good"')
    assert [said.split(": ")[:2] for said in folder.says()] == [
        ["barrier_types.toml", "debts.label"],
        ["barrier_types.toml", "no-deposit.colour"],
        ["ending_reasons.toml", "goals-reached.manner"],
    ]


SMALL_MISTAKES = {
    "an unknown key": (
        "contact_kinds.toml",
        'icon = "call"',
        'icon = "call"\nicons = "phone"',
        "contact_kinds.toml: call.icons: is not a key that belongs here; one of direct, hint, icon",
    ),
    "a text that should be a number": (
        "contact_kinds.toml",
        "minutes = 15",
        'minutes = "15"',
        'contact_kinds.toml: call.minutes: must be a whole number, not "15"',
    ),
    "a number that should be a text": (
        "life_areas.toml",
        'label = "Housing"',
        "label = 3",
        "life_areas.toml: housing.label: must be a text, not 3",
    ),
    "a number that should be true or false": (
        "contact_kinds.toml",
        "direct = true",
        "direct = 1",
        "contact_kinds.toml: call.direct: must be true or false, not 1",
    ),
    "true where a number should be": (
        "contact_kinds.toml",
        "minutes = 15",
        "minutes = true",
        "contact_kinds.toml: call.minutes: must be a whole number, not true",
    ),
    "less than no minutes": (
        "contact_kinds.toml",
        "minutes = 15",
        "minutes = -5",
        "contact_kinds.toml: call.minutes: can't be less than 0",
    ),
    "a label left out": (
        "life_areas.toml",
        'label = "Housing"',
        "",
        "life_areas.toml: housing.label: is missing; it must be a text",
    ),
    "an empty label": (
        "life_areas.toml",
        'label = "Housing"',
        'label = ""',
        "life_areas.toml: housing.label: must hold words, without spaces around them",
    ),
    "a label that is too long": (
        "life_areas.toml",
        'label = "Housing"',
        f'label = "{"h" * 121}"',
        "life_areas.toml: housing.label: is longer than 120 letters",
    ),
    "a label used twice": (
        "barrier_types.toml",
        'label = "Low mood"',
        'label = "Debts"',
        'barrier_types.toml: low-mood.label: "Debts" is used twice in this file',
    ),
    "a key in capitals": (
        "referral_sources.toml",
        "[gp]",
        "[GP]",
        "referral_sources.toml: GP: a key is small letters, digits and single hyphens",
    ),
    "a life area named twice": (
        "barrier_types.toml",
        'life_areas = ["money", "work-and-learning"]',
        'life_areas = ["money", "money"]',
        'barrier_types.toml: no-bank-account.life_areas: names "money" twice',
    ),
    "no life area at all": (
        "barrier_types.toml",
        'life_areas = ["money", "work-and-learning"]',
        "life_areas = []",
        "barrier_types.toml: no-bank-account.life_areas: must name at least one; one of housing",
    ),
    "an unknown evidence kind": (
        "outcome_types.toml",
        'evidence = ["tenancy-agreement"',
        'evidence = ["rent-book"',
        'outcome_types.toml: settled-housing.evidence: "rent-book" is not an evidence kind',
    ),
    "an unknown contact result": (
        "contact_kinds.toml",
        'results = ["held"',
        'results = ["done"',
        'contact_kinds.toml: call.results: "done" is not a contact result; one of held, no-answer',
    ),
    "weeks in the wrong order": (
        "outcome_types.toml",
        "sustained_weeks = [13, 26]",
        "sustained_weeks = [26, 13]",
        "outcome_types.toml: settled-housing.sustained_weeks: must be weeks from 1 up",
    ),
    "a key outside any table": (
        "life_areas.toml",
        "[housing]",
        "version = 2\n[housing]",
        "life_areas.toml: version: must be a table, not 2",
    ),
    "an unknown group": (
        "code_lists/ethnicity.toml",
        'group = "asian"',
        'group = "asia"',
        'code_lists/ethnicity.toml: codes[1].group: "asia" is not a group; one of asian, black',
    ),
    "a code used twice": (
        "code_lists/sex.toml",
        'key = "male"',
        'key = "female"',
        'code_lists/sex.toml: codes[2].key: "female" stands in this list already',
    ),
    "a code that every list has by itself": (
        "code_lists/sex.toml",
        'key = "male"',
        'key = "not-asked"',
        'code_lists/sex.toml: codes[2].key: "not-asked" stands in this list already',
    ),
}


@pytest.mark.parametrize(
    ("file", "old", "new", "says"), SMALL_MISTAKES.values(), ids=SMALL_MISTAKES.keys()
)
def test_a_small_mistake_is_said_with_file_and_key(
    folder: DefinitionsFolder, file: str, old: str, new: str, says: str
) -> None:
    folder.swap(file, old, new)
    assert any(said.startswith(says) for said in folder.says()), folder.says()


def test_a_mistake_of_syntax_is_said_with_its_line(folder: DefinitionsFolder) -> None:
    folder.swap("life_areas.toml", 'label = "Money"', "label = Money")
    (said,) = folder.says()
    assert said.startswith("life_areas.toml: line 8: is not TOML:")


def test_a_file_that_breaks_off_is_said_with_its_last_line(folder: DefinitionsFolder) -> None:
    folder.add("goal_sources.toml", "\n[other]\nlabel = [\n")
    (said,) = folder.says()
    assert said.startswith("goal_sources.toml: line 16: is not TOML:")


def test_a_key_that_stands_twice_is_said_with_its_line(folder: DefinitionsFolder) -> None:
    folder.add("goal_sources.toml", '\n[client]\nlabel = "Theirs"\n')
    assert folder.says() == ["goal_sources.toml: line 15: client stands twice"]


def test_a_field_that_stands_twice_is_said_with_its_line(folder: DefinitionsFolder) -> None:
    folder.add("goal_sources.toml", 'label = "Asked for"\n')
    assert folder.says() == ["goal_sources.toml: line 14: label stands twice"]


def test_a_rung_with_the_key_of_an_outcome_is_refused(folder: DefinitionsFolder) -> None:
    folder.swap("ladders.toml", 'key = "bus-alone"', 'key = "qualification"')
    assert folder.says() == [
        'ladders.toml: getting-out.rungs[4].key: "qualification" is an outcome type already'
    ]


def test_two_rungs_with_one_key_are_refused(folder: DefinitionsFolder) -> None:
    folder.swap("ladders.toml", 'key = "bus-alone"', 'key = "bus-together"')
    (said,) = folder.says()
    assert said.startswith("ladders.toml: getting-out.rungs[4].key:")


def test_a_ladder_of_two_rungs_is_refused(folder: DefinitionsFolder) -> None:
    rungs = (
        '[[short.rungs]]\nkey = "one-a"\nlabel = "A"\n[[short.rungs]]\nkey = "one-b"\nlabel = "B"\n'
    )
    head = '\n[short]\nlabel = "Short"\nlife_area = "money"\nvalidated = false\n'
    folder.add("ladders.toml", head + rungs)
    assert folder.says() == ["ladders.toml: short.rungs: a ladder has at least 3 rungs"]


def test_a_missing_file_is_said_once(folder: DefinitionsFolder) -> None:
    (folder.path / "life_areas.toml").unlink()
    assert folder.says() == ["life_areas.toml: file: is missing"]


def test_a_file_with_a_misspelt_name_is_refused(folder: DefinitionsFolder) -> None:
    (folder.path / "barier_types.toml").write_text("", encoding="utf-8")
    (said,) = folder.says()
    assert said.startswith("barier_types.toml: file: is not a file that CORS reads; one of")


def test_a_file_in_another_encoding_is_refused(folder: DefinitionsFolder) -> None:
    (folder.path / "life_areas.toml").write_bytes('[housing]\nlabel = "é"'.encode("latin-1"))
    assert folder.says() == ["life_areas.toml: byte 19: is not UTF-8 text"]


def test_an_empty_list_is_refused(folder: DefinitionsFolder) -> None:
    (folder.path / "client_words.toml").write_text("# nothing yet\n", encoding="utf-8")
    assert folder.says() == ["client_words.toml: file: holds no entry"]
