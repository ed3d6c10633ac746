"""Mistakes in a measure: the start stops, and the message names file and key."""

from pathlib import Path

import pytest

from cors.catalogue.tests.definitions_folder import DefinitionsFolder

PHQ, GAD, ONS = (f"measures/core/{key}.toml" for key in ("phq-9", "gad-7", "ons4"))
BDI, CORE = (f"measures/totals/{key}.toml" for key in ("bdi-ii", "core-10-total"))


@pytest.fixture
def folder(tmp_path: Path) -> DefinitionsFolder:
    return DefinitionsFolder(tmp_path / "definitions")


MISTAKES = {
    "bands that overlap": (
        PHQ,
        "{ from = 5, to = 9",
        "{ from = 4, to = 9",
        "scores[1].bands[1].of[2].from: leaves an overlap with the one before; it must be 5",
    ),
    "bands with a gap": (
        PHQ,
        "{ from = 5, to = 9",
        "{ from = 6, to = 9",
        "scores[1].bands[1].of[2].from: leaves a gap before it; it must be 5",
    ),
    "bands with a gap between decimals": (
        CORE,
        "{ from = 0, to = 5.9",
        "{ from = 0, to = 5.8",
        "scores[1].bands[1].of[2].from: leaves a gap before it; it must be 5.9",
    ),
    "bands that stop short": (
        PHQ,
        "{ from = 20, to = 27",
        "{ from = 20, to = 26",
        "scores[1].bands[1].of: must end where the range ends, at 27",
    ),
    "a band upside down": (
        GAD,
        "{ from = 15, to = 21",
        "{ from = 15, to = 12",
        "scores[1].bands[1].of[4].to: is lower than from",
    ),
    "a cut-off outside the range": (
        PHQ,
        "at = 10",
        "at = 28",
        "scores[1].cut_offs[1].at: lies outside the range 0 to 27",
    ),
    "a reliable change without its source": (
        PHQ,
        'source = "NHS Talking Therapies manual: a change of 6 or more"\n',
        "",
        "scores[1].reliable_change[1].source: is missing; it must be a text",
    ),
    "a reliable change that nobody says is verified": (
        CORE,
        'basis = "published"\nsource = "Barkham et al. 2013, '
        'Counselling and Psychotherapy Research, abstract"\nverified = true',
        'basis = "published"\nsource = "Barkham et al. 2013"',
        "scores[1].reliable_change[1].verified: is missing; it must be true or false",
    ),
    "a reliable change wider than the scale": (
        GAD,
        "value = 4",
        "value = 22",
        "scores[1].reliable_change[1].value: is no change that can happen",
    ),
    "a confidence in per cent": (
        CORE,
        "confidence = 0.9",
        "confidence = 90",
        "scores[1].reliable_change[1].confidence: is a share, as in 0.95",
    ),
    "a reliability above one": (
        PHQ,
        "value = 0.89",
        "value = 89",
        "scores[1].reliability[1].value: must lie between 0 and 1",
    ),
    "a norm outside the range": (
        CORE,
        "mean = 4.7",
        "mean = 47",
        "scores[1].norms[1].mean: lies outside the range 0 to 40",
    ),
    "a cut-off that is no number": (
        PHQ,
        "at = 10",
        "at = nan",
        "scores[1].cut_offs[1].at: must be a number, not nan",
    ),
    "a range that the items can't reach": (
        PHQ,
        "range = [0, 27]",
        "range = [0, 36]",
        "scores[1].range: the items reach from 0 to 27",
    ),
    "a range the wrong way round": (
        BDI,
        "range = [0, 63]",
        "range = [63, 0]",
        "scores[1].range: must hold two numbers, the lowest score first",
    ),
    "no direction": (
        BDI,
        'higher_is = "worse"\n',
        "",
        "scores[1].higher_is: is missing; it must be one of better, worse",
    ),
    "an item that is not there": (
        PHQ,
        'items = ["interest"',
        'items = ["interests"',
        'scores[1].items: "interests" is not an item of this measure; one of interest, mood',
    ),
    "an option list that is not there": (
        PHQ,
        'options = "frequency"',
        'options = "frequencies"',
        'items[1].options: "frequencies" is not a list of options; one of frequency',
    ),
    "two items with one key": (
        PHQ,
        'key = "mood"',
        'key = "interest"',
        'items: the key "interest" stands 2 times',
    ),
    "two options with one value": (
        PHQ,
        "value = 1",
        "value = 0",
        "items[1].options: must hold two options or more, each with its own value",
    ),
    "filling in where every item is needed": (
        PHQ,
        "min_answered = 7",
        "min_answered = 9",
        "scores[1].missing.prorate: has nothing to fill in when every item is needed",
    ),
    "leaving out without filling in": (
        GAD,
        "min_answered = 7",
        "min_answered = 6",
        "scores[1].missing.prorate: must be mean when an item may be skipped",
    ),
    "more answers needed than there are items": (
        GAD,
        "min_answered = 7",
        "min_answered = 8",
        "scores[1].missing.min_answered: must lie between 1 and 7",
    ),
    "a score of one item that names two": (
        ONS,
        'items = ["satisfied"]',
        'items = ["satisfied", "happy"]',
        "scores[1].items: a score of one item names one item",
    ),
    "a risk rule for an item that is not there": (
        PHQ,
        'item = "better-off-dead"',
        'item = "item-9"',
        'risk_rules[1].item: "item-9" is not an item of this measure',
    ),
    "a risk rule that can never be met": (
        PHQ,
        "above = 0",
        "above = 3",
        "risk_rules[1].above: no answer to better-off-dead is above it, or all",
    ),
    "golden answers that are no answers": (
        PHQ,
        "answers = [3, 3,",
        "answers = [4, 3,",
        'golden[2].answers: 4 is no answer to "interest"',
    ),
    "golden answers of the wrong number": (
        PHQ,
        "answers = [3, 3,",
        "answers = [3,",
        "golden[2].answers: must hold 9 answers, one an item",
    ),
    "a golden score outside the range": (
        PHQ,
        "total = 27 }",
        "total = 28 }",
        "golden[2].expected.total: 28 lies outside 0 to 27",
    ),
    "a golden score that is not there": (
        PHQ,
        "{ total = 27 }",
        "{ total = 27, sum = 27 }",
        "golden[2].expected.sum: is no score of this measure; one of total",
    ),
    "a golden score left out": (
        ONS,
        "{ satisfied = 10, worthwhile",
        "{ worthwhile",
        'golden[2].expected: says nothing of the score "satisfied"',
    ),
    "wording of a measure that is not free": (
        PHQ,
        'class = "A"',
        'class = "B"',
        "wording: may only ship under licence class one of A, O, or B with noncommercial = true",
    ),
    "an item without its wording": (
        PHQ,
        'text = "Poor appetite or overeating"\n',
        "",
        "wording: says shipped, yet an item has no text",
    ),
    "wording where none is said to be": (
        PHQ,
        'wording = "shipped"',
        'wording = "not shipped"',
        "wording: says not shipped, yet an item has its text",
    ),
    "wording that nobody held against its source": (
        ONS,
        'wording_source = "Personal',
        '# "Personal',
        "wording_source: is missing; say where the wording was held against",
    ),
    "no line of attribution": (
        GAD,
        'attribution = "Developed',
        '# attribution = "Developed',
        "licence.attribution: is missing; it must be a text",
    ),
    "items in a shell": (
        BDI,
        "[licence]",
        '[[items]]\nkey = "sadness"\n\n[licence]',
        "items: is not a key that belongs here; one of",
    ),
    "a method in a shell": (
        BDI,
        'higher_is = "worse"',
        'higher_is = "worse"\nmethod = "sum"',
        "scores[1].method: is not a key that belongs here; one of",
    ),
    "a key that is not the name of the file": (
        PHQ,
        'key = "phq-9"',
        'key = "phq9"',
        'key: "phq9" must be the name of the file, "phq-9"',
    ),
}


@pytest.mark.parametrize(("file", "old", "new", "says"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_in_a_measure_is_said_with_file_and_key(
    folder: DefinitionsFolder, file: str, old: str, new: str, says: str
) -> None:
    folder.swap(file, old, new)
    said = folder.says()
    assert any(each.startswith(f"{file}: {says}") for each in said), said


def test_reversing_options_that_already_run_downwards_is_refused(
    folder: DefinitionsFolder,
) -> None:
    down = "[options]\ndown = [ { value = 1, label = 'Yes' }, { value = 0, label = 'No' } ]\n"
    folder.swap(ONS, "[options]\n", down)
    folder.swap(ONS, 'options = "zero-to-ten"', 'options = "down"\nreverse = true')
    said = f"{ONS}: items[1].reverse: the options already run downwards: it would turn twice"
    assert said in folder.says()


def test_fewer_than_six_golden_sets_are_refused(folder: DefinitionsFolder) -> None:
    text = (folder.path / GAD).read_text(encoding="utf-8")
    kept = text[: text.rindex("[[golden]]")]
    (folder.path / GAD).write_text(kept, encoding="utf-8")
    assert folder.says() == [f"{GAD}: golden: must hold at least 6 sets of answers"]


def test_a_measure_without_scores_is_refused(folder: DefinitionsFolder) -> None:
    text = (folder.path / BDI).read_text(encoding="utf-8")
    (folder.path / BDI).write_text(text[: text.index("[[scores]]")], encoding="utf-8")
    assert folder.says() == [f"{BDI}: scores: a measure has at least one score"]


def test_a_measure_with_broken_syntax_is_said_with_its_line(folder: DefinitionsFolder) -> None:
    folder.swap(GAD, 'key = "gad-7"', 'key = "gad-7')
    (said,) = folder.says()
    assert said.startswith(f"{GAD}: line 3: is not TOML:")
