"""`./cors measure` as it is typed: no database, one object of JSON, and refusals with the item."""

import json
from typing import Any

import pytest

from cors.catalogue.shipped import shipped
from cors.config.command_line import main

Printed = pytest.CaptureFixture[str]


def run(printed: Printed, *words: str, code: int = 0) -> Any:
    assert main(["measure", *words, "--json"]) == code
    return json.loads(printed.readouterr().out)


def test_lists_every_measure_with_pack_and_class(capsys: Printed) -> None:
    found = run(capsys, "list")
    assert [each["key"] for each in found] == list(shipped().measures)
    core = next(each for each in found if each["key"] == "core-10")
    assert (core["pack"], core["licence_class"], core["items"]) == ("non-commercial", "B", 10)
    assert core["noncommercial"]
    assert core["wording_shipped"]


def test_lists_in_words_too(capsys: Printed) -> None:
    assert main(["measure", "list"]) == 0
    assert "phq-9" in capsys.readouterr().out


@pytest.mark.parametrize("key", shipped().measures)
def test_shows_all_that_is_known(key: str, capsys: Printed) -> None:
    found = run(capsys, "show", key)
    assert found["licence"]["attribution"]
    assert len(found["items"]) == len(shipped().measures[key].items)
    for score in found["scores"]:
        for fact in (*score["cut_offs"], *score["reliable_change"], *score["band_schemes"]):
            assert isinstance(fact["verified"], bool)
            assert fact["source"]


def test_shows_what_each_answer_counts(capsys: Printed) -> None:
    items = run(capsys, "show", "core-10")["items"]
    assert [option["counts"] for option in items[0]["options"]] == [0, 1, 2, 3, 4]
    assert [option["counts"] for option in items[1]["options"]] == [4, 3, 2, 1, 0]


def test_scores_in_the_shape_of_the_contract(capsys: Printed) -> None:
    found = run(capsys, "score", "phq-9", "--answers", "[2,2,null,2,1,1,null,1,1]")
    assert found.keys() == {"measure", "version", "scores", "risk", "complete"}
    assert found["scores"]["total"] == {
        "value": 13,
        "answered": 7,
        "of": 9,
        "pro_rated": True,
        "bands": {"Kroenke 2001": "Moderate"},
    }
    assert [rule["item"] for rule in found["risk"]] == ["better-off-dead"]
    assert found["complete"] is False


def test_scores_answers_by_item_as_well(capsys: Printed) -> None:
    found = run(capsys, "score", "gad-2", "--answers", '{"nervous": 3, "control-worry": 2}')
    assert found["scores"]["total"]["value"] == 5


def test_says_scores_in_words(capsys: Printed) -> None:
    assert main(["measure", "score", "gad-2", "--answers", "[3,2]"]) == 0
    assert capsys.readouterr().out.startswith("total: 5, 2 of 2 answered")


REFUSED = {
    "out of range": ("phq-2", "[4, 0]", "interest"),
    "below the range": ("phq-2", "[0, -1]", "mood"),
    "no number": ("phq-2", "[NaN, 0]", "interest"),
    "without end": ("phq-2", "[0, Infinity]", "mood"),
    "a text": ("phq-2", '["2", 0]', "interest"),
    "a part of one": ("phq-2", "[0, 1.5]", "mood"),
    "a true": ("phq-2", "[true, 0]", "interest"),
    "a list in the list": ("phq-2", "[[1], 0]", "interest"),
    "too few": ("phq-2", "[1]", "mood"),
    "none": ("phq-2", "[]", "interest"),
    "too many": ("phq-2", "[1, 1, 1]", "3"),
    "an item of another": ("phq-2", '{"sleep": 1}', "sleep"),
    "between two answers": ("audit", "[0,0,0,0,0,0,0,0,1,0]", "injured"),
    "no JSON": ("phq-2", "one, two", "answers"),
    "no list": ("phq-2", "3", "answers"),
    "a total alone": ("bdi-ii", "[1]", "score"),
}


@pytest.mark.parametrize(("key", "answers", "item"), REFUSED.values(), ids=REFUSED.keys())
def test_a_refused_answer_set_names_the_item(
    key: str, answers: str, item: str, capsys: Printed
) -> None:
    found = run(capsys, "score", key, "--answers", answers, code=1)
    assert found.keys() == {"error", "item"}
    assert found["item"] == item
    assert found["error"]


def test_an_unknown_measure_is_said_with_those_there_are(capsys: Printed) -> None:
    assert main(["measure", "show", "phq-8"]) == 2
    said = capsys.readouterr().err
    assert "There is no measure “phq-8”" in said
    assert "phq-9" in said


def change(printed: Printed, key: str, before: str, after: str, *more: str, code: int = 0) -> Any:
    return run(printed, "change", key, "--before", before, "--after", after, *more, code=code)


@pytest.mark.parametrize(
    ("key", "before", "after", "verdict"),
    [
        ("phq-9", "18", "8", "recovered"),
        ("phq-9", "18", "12", "improved"),
        ("phq-9", "18", "13", "unchanged"),
        ("phq-9", "12", "18", "deteriorated"),
        ("phq-9", "4", "10", "harmed"),
        ("core-10", "20", "14", "improved"),
    ],
)
def test_says_what_became_of_somebody(
    key: str, before: str, after: str, verdict: str, capsys: Printed
) -> None:
    assert change(capsys, key, before, after)["class"] == verdict


def test_plus_is_good_whichever_way_the_scale_runs(capsys: Printed) -> None:
    assert change(capsys, "who-5", "40", "60")["points"] == 20
    assert change(capsys, "gad-7", "15", "5")["points"] == 10


def test_claims_nothing_where_no_reliable_change_is_known(capsys: Printed) -> None:
    for key in ("ladder-housing", "life-wheel", "rosenberg"):
        more = ("--score", "money") if key == "life-wheel" else ()
        found = change(capsys, key, "1", "5", *more)
        assert (found["reliable"], found["class"]) == (None, None)
        assert "No reliable change is known" in found["note"]


def test_says_of_a_limit_from_memory_that_nobody_checked_it(capsys: Printed) -> None:
    assert "not yet checked" in change(capsys, "wsas", "30", "10")["note"]
    assert change(capsys, "phq-9", "20", "10")["note"] == ""


@pytest.mark.parametrize(
    ("key", "before", "after", "more"),
    [
        ("phq-9", "28", "3", ()),
        ("phq-9", "nan", "3", ()),
        ("phq-9", "3", "inf", ()),
        ("phq-9", "3.5", "3", ()),
        ("ons4", "3", "4", ()),
        ("ons4", "3", "4", ("--score", "sum")),
    ],
)
def test_a_change_that_cannot_be_is_refused(
    key: str, before: str, after: str, more: tuple[str, ...], capsys: Printed
) -> None:
    found = change(capsys, key, before, after, *more, code=1)
    assert found["error"]
    assert found["item"]


def test_one_of_several_scores_is_named(capsys: Printed) -> None:
    found = change(capsys, "ons4", "3", "6", "--score", "anxious")
    assert (found["points"], found["speaks_of_one_person"]) == (-3, False)
