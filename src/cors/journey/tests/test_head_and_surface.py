"""Above the lanes: the name and the key, reviews, pauses, and the water line with its duck."""

from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cors.journey import wording
from cors.journey.head import RIGHT, draw_head, key
from cors.journey.layout import lay_out
from cors.journey.model import Flag, Goal, Journey, Pause, Review
from cors.journey.sheet import Sheet
from cors.journey.style import WORKER
from cors.journey.surface import draw_pauses, draw_reviews, draw_today, draw_water_line
from cors.journey.tests.drawn import Text, texts_of
from cors.journey.tests.people import DAY, SAM, TODAY, ratings, setback, success

START = DAY("2026-01-05")
EVERY_KIND = (
    success("2026-02-01", "Rang"),
    setback("2026-02-01", "Lost", "2026-02-09"),
    setback("2026-10-01", "Lost"),
)
BOTH_FLAGS = (
    Flag(DAY("2026-02-01"), "Moved in"),
    Flag(DAY("2026-03-01"), "bus", rung=(4, 5)),
)


def journey(name: str = "Sam", **goal: Any) -> Journey:
    one = Goal("one", "One", "Health", START, **goal)
    return Journey(name, START, TODAY, goals=(one,))


def in_key(one: Journey) -> list[str]:
    return [words for _, _, words in key(one, lay_out(one, WORKER))]


def head(one: Journey) -> list[Text]:
    sheet = Sheet()
    draw_head(sheet, one, lay_out(one, WORKER), WORKER)
    return texts_of(sheet)


def reviewed(*days: str, planned: str = "") -> Journey:
    held = [Review(DAY(day)) for day in days]
    ahead = [Review(DAY(planned), planned=True)] if planned else []
    return replace(journey(), reviews=(*held, *ahead))


def review_words(one: Journey) -> list[str]:
    sheet = Sheet()
    draw_reviews(sheet, one, lay_out(one, WORKER), WORKER)
    return [text.words for text in texts_of(sheet)]


@pytest.mark.parametrize(
    ("goal", "words"),
    [
        ({"moments": (success("2026-02-01", "Rang"),)}, wording.SMALL_SUCCESS),
        ({"moments": (setback("2026-02-01", "Lost", "2026-02-09"),)}, wording.SETBACK),
        ({"moments": (setback("2026-02-01", "Lost"),)}, wording.SETBACK_OPEN),
        ({"flags": (Flag(DAY("2026-02-01"), "Moved in"),)}, wording.REACHED),
        ({"flags": (Flag(DAY("2026-02-01"), "bus", rung=(4, 5)),)}, wording.STEP),
        ({"ratings": ratings(("2026-01-05", 2), ("2026-03-01", 6))}, wording.RISEN),
    ],
)
def test_the_key_names_a_mark_that_is_held_and_no_other(goal: dict[str, Any], words: str) -> None:
    assert in_key(journey(**goal)) == [words]


def test_nothing_held_has_no_key() -> None:
    assert in_key(journey()) == []
    assert in_key(reviewed(planned="2026-11-20")) == []
    assert in_key(reviewed("2026-03-01")) == [wording.REVIEW]


@settings(max_examples=30)
@given(st.text("abcdefg WM家ن", max_size=90))
def test_name_and_key_keep_off_each_other_however_long_the_name_is(name: str) -> None:
    found = head(replace(SAM, name=name))
    assert not [
        (one.words, other.words)
        for one, other in combinations(found, 2)
        if one.box.meets(other.box)
    ]
    assert all(text.box.right <= RIGHT + 1 for text in found)


def test_a_name_is_cut_before_the_key_is_gone() -> None:
    found = head(replace(SAM, name="Bartholomew Featherstonehaugh " * 3))
    assert found[-1].words.endswith("…")
    assert wording.SMALL_SUCCESS in [text.words for text in found]


def test_the_key_gives_way_before_an_ordinary_name_is_cut() -> None:
    full = replace(
        SAM,
        name="Bartholomew Featherstonehaugh",
        goals=(replace(SAM.goals[0], moments=EVERY_KIND, flags=BOTH_FLAGS), *SAM.goals[1:]),
    )
    said = [text.words for text in head(full)]
    assert said[-1] == "Bartholomew Featherstonehaugh’s journey"
    assert len(in_key(full)) == 7
    assert wording.SETBACK_OPEN in said
    assert len(said) - 1 < 7


def test_few_reviews_all_bear_their_day() -> None:
    one = reviewed("2026-03-02", "2026-06-01", planned="2026-11-09")
    assert sorted(review_words(one)) == ["Next review 9 Nov", "Review 1 Jun", "Review 2 Mar"]


def test_reviews_are_worded_by_day_in_whatever_order_they_come() -> None:
    assert review_words(reviewed("2026-06-01", "2026-03-02")) == review_words(
        reviewed("2026-03-02", "2026-06-01")
    )


def test_reviews_that_are_close_are_all_drawn_and_not_all_worded() -> None:
    one, sheet = reviewed("2026-06-01", "2026-06-03", "2026-06-05"), Sheet()
    places = draw_reviews(sheet, one, lay_out(one, WORKER), WORKER)
    assert len([piece for piece in sheet.layers["columns"] if "j-cap" in piece]) == 3
    assert len(places) == len(texts_of(sheet)) == 1


def test_a_review_at_either_end_is_worded_inside_of_the_picture() -> None:
    one, sheet = reviewed("2026-01-05", planned="2026-11-09"), Sheet()
    draw_reviews(sheet, one, lay_out(one, WORKER), WORKER)
    for text in texts_of(sheet):
        assert WORKER.edge <= text.box.left
        assert text.box.right <= WORKER.width - WORKER.edge


def test_many_reviews_in_a_dense_picture_are_counted() -> None:
    goals = tuple(Goal(f"g{n}", "One", "", START) for n in range(5))
    days = [f"2026-{month:02}-02" for month in range(2, 11)]
    one = replace(reviewed(*days), goals=goals)
    said = review_words(one)
    assert "9 reviews" in said
    assert [words for words in said if words.startswith(("First", "Latest"))] == [
        "First review 2 Feb 2026",
        "Latest review 2 Oct 2026",
    ]


def pauses(*found: Pause) -> Sheet:
    one, sheet = replace(journey(), pauses=found), Sheet()
    draw_pauses(sheet, one, lay_out(one, WORKER), WORKER, [])
    return sheet


def test_a_pause_that_goes_on_reaches_to_today() -> None:
    open_, closed = Pause(DAY("2026-06-01")), Pause(DAY("2026-06-01"), TODAY)
    assert pauses(open_).layers == pauses(closed).layers
    assert [text.words for text in texts_of(pauses(open_))] == [wording.PAUSED]


def test_a_pause_that_was_over_at_once_is_left_to_the_table() -> None:
    assert pauses(Pause(DAY("2026-06-01"), DAY("2026-06-01"))).layers == Sheet().layers


def test_two_pauses_are_both_outlined_and_worded_apart() -> None:
    sheet = pauses(
        Pause(DAY("2026-03-01"), DAY("2026-03-20")), Pause(DAY("2026-08-03"), DAY("2026-09-10"))
    )
    assert len(sheet.layers["columns"]) == 2
    one, other = texts_of(sheet)
    assert not one.box.meets(other.box)


@pytest.mark.parametrize("today", ["2026-01-05", "2026-01-20", "2026-06-01", "2028-01-05"])
def test_today_is_named_once_and_the_future_only_where_there_is_room(today: str) -> None:
    one, sheet = replace(journey(), today=DAY(today)), Sheet()
    layout = lay_out(one, WORKER)
    draw_today(sheet, layout, WORKER, 400)
    said = [text.words for text in texts_of(sheet)]
    assert said.count(wording.TODAY) == 1
    assert (wording.STILL_AHEAD in said) is layout.axis.has_room_ahead
    assert all(text.box.right <= WORKER.width for text in texts_of(sheet))


@pytest.mark.parametrize("start", ["2026-10-26", "2026-05-04", "2025-09-08", "2022-11-14"])
def test_the_words_of_the_water_line_keep_off_each_other(start: str) -> None:
    one, sheet = replace(journey(), start=DAY(start)), Sheet()
    draw_water_line(sheet, lay_out(one, WORKER), WORKER, 600)
    found = texts_of(sheet)
    assert found
    assert not [
        (one_.words, other.words)
        for one_, other in combinations(found, 2)
        if one_.box.meets(other.box)
    ]
