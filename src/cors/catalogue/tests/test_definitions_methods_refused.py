"""Mistakes in what the fuller format can say: the message names file, key and reason."""

from pathlib import Path

import pytest

from cors.catalogue.tests.definitions_folder import DefinitionsFolder

AUDIT, CORE, WHO, DUDIT = (
    f"measures/non-commercial/{key}.toml" for key in ("audit", "core-10", "who-5", "dudit")
)
CFPB, PHQ = "measures/core/cfpb-fwb.toml", "measures/core/phq-9.toml"
EQ, WSAS, ORS = (f"measures/shells/{key}.toml" for key in ("eq-5d-5l", "wsas", "ors"))
LADDER = "measures/own/ladder-money.toml"


@pytest.fixture
def folder(tmp_path: Path) -> DefinitionsFolder:
    return DefinitionsFolder(tmp_path / "definitions")


MISTAKES = {
    "a look-up with a number missing": (
        CFPB, "table = [14, 19, 22", "table = [14, 22",
        "scores[2].table: must hold 41 numbers, one for each sum of the items",
    ),
    "a look-up that falls": (
        CFPB, "table = [14, 19, 22", "table = [14, 22, 19",
        "scores[2].table: falls from 22 to 19; it must rise",
    ),
    "a look-up that is no list of numbers": (
        CFPB, "table = [14, 19, 22", 'table = ["14", 19, 22',
        "scores[2].table: must be a list of numbers",
    ),
    "a scaled mean whose range is not reached": (
        WHO, "times = 20", "times = 4", "scores[1].range: the items reach from 0 to 20",
    ),
    "a scaled mean that says not by how much": (
        WHO, "times = 20\n", "", "scores[1].times: is missing; it must be a whole number",
    ),
    "a sum that is none": (
        ORS, '(line_1 + line_2 + line_3 + line_4) / 10"', '(line_1 + line_2 + line_3) ** 2"',
        "scores[1].expression: may hold numbers, items, + - * / and min and max, nothing else",
    ),
    "a sum that leaves an item out": (
        ORS, "line_3 + line_4", "line_3", "scores[1].expression: must name each item of the score",
    ),
    "a sum that reaches elsewhere": (
        ORS, "/ 10", "/ 5", "scores[1].range: the items reach from 0 to 80",
    ),
    "a count that every answer passes": (
        EQ, "at_least = 2", "at_least = 1",
        "scores[2].at_least: each answer to mobility counts, or none",
    ),
    "a ladder of amounts": (
        PHQ, 'higher_is = "worse"', 'higher_is = "worse"\nladder = true',
        "scores[1].ladder: the steps of a ladder are the answers to one item",
    ),
    "a ladder with a change that is more than chance": (
        PHQ, 'higher_is = "worse"', 'higher_is = "worse"\nladder = true',
        "scores[1].ladder: steps are no amounts: no reliable change, no norms",
    ),
    "a skip rule that is always met": (
        AUDIT, "total = 0", "total = 4", "skip_rules[1].total: is never met, or always",
    ),
    "a skip rule that skips what it asks": (
        AUDIT, 'skips = ["how-many"', 'skips = ["how-often", "how-many"',
        "skip_rules[1].skips: skips a question that it asks about",
    ),
    "a skip rule for an item that is not there": (
        AUDIT, 'skips = ["how-many"', 'skips = ["how-much"',
        'skip_rules[1].skips: "how-much" is not an item of this measure',
    ),
    "a skip rule that counts what is no answer": (
        AUDIT, "total = 0", "counts = 7\ntotal = 0",
        "skip_rules[1].counts: 7 is no answer to how-many",
    ),
    "a score without an item that it is made of": (
        WSAS, 'without = ["work"]', 'without = ["home"]',
        "scores[2].without: names an item that the score is made of",
    ),
    "a minimal change wider than the scale": (
        WHO, "value = 10", "value = 101",
        "scores[1].minimal_change[1].value: is no change that can happen",
    ),
    "a main score that is not there": (
        WHO, 'main = "index"', 'main = "percent"',
        'main: "percent" is no score of this measure; one of index, raw',
    ),
    "an item key too long to be recorded": (
        DUDIT, 'key = "not-able-to-stop"', 'key = "not-able-to-stop-once-begun"',
        "items[6].key: is small letters, digits and hyphens, 20 at most",
    ),
    "people older than the oldest": (
        PHQ, "[licence]", "[population]\nyoungest = 65\noldest = 18\n\n[licence]",
        "population.youngest: is older than oldest",
    ),
    "a reliable change of a scale that nobody validated": (
        LADDER, "[[golden]]",
        '[[scores.reliable_change]]\nvalue = 2\nsource = "us"\nverified = true\n\n[[golden]]',
        "scores[1].reliable_change: belongs to no scale that is not validated",
    ),
    "a class that the pack does not hold": (
        WHO, 'class = "B"', 'class = "A"', "licence.class: is not one of this pack; one of B",
    ),
    "no word of profit in the pack for who makes none": (
        WHO, "noncommercial = true", "noncommercial = false",
        "licence.noncommercial: must be true in a pack that is not for profit",
    ),
    "a word in a shell": (
        WSAS, "{ value = 0 }", '{ value = 0, label = "Words" }',
        "items[1].options: the wording is not shipped, yet an answer has its label",
    ),
    "an answer without its label": (
        CORE, ', label = "Sometimes"', "", "items[1].options: the answer 2 has no label",
    ),
    "a row of numbers upside down": (
        EQ, "from = 0, to = 100", "from = 100, to = 0", "options.hundred.to: must lie above from",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "says"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_said_with_file_and_key(
    folder: DefinitionsFolder, file: str, old: str, new: str, says: str
) -> None:
    folder.swap(file, old, new)
    said = folder.says()
    assert any(each.startswith(f"{file}: {says}") for each in said), said


def test_a_sum_or_a_look_up_never_fills_in(folder: DefinitionsFolder) -> None:
    folder.swap(ORS, 'min_answered = 4\nprorate = "none"', 'min_answered = 3\nprorate = "mean"')
    says = "what is worked out by expression needs every item"
    assert f"{ORS}: scores[1].missing.prorate: {says}" in folder.says()


def test_a_key_in_two_packs_is_refused(folder: DefinitionsFolder) -> None:
    measures = folder.path / "measures"
    text = (measures / "core" / "phq-9.toml").read_text(encoding="utf-8")
    (measures / "own" / "phq-9.toml").write_text(text, encoding="utf-8")
    assert "measures/own/phq-9.toml: key: stands in the pack core as well" in folder.says()


def test_a_pack_without_its_licence_is_refused(folder: DefinitionsFolder) -> None:
    (folder.path / "measures" / "own" / "LICENCE.md").unlink()
    said = "measures/own/pack.toml: file: stands without the file LICENCE.md beside it"
    assert folder.says() == [said]


def test_a_pack_can_be_left_out(folder: DefinitionsFolder) -> None:
    for path in (folder.path / "measures" / "non-commercial").iterdir():
        path.unlink()
    (folder.path / "measures" / "non-commercial").rmdir()
    assert folder.says() == []
