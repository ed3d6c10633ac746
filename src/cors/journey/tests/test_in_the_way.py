"""What is in the way of what: everything named, nothing upon another, readable without colour."""

import re

import pytest

from cors.journey.in_the_way import EDGE, InTheWay, Thing, draw_in_the_way, summary
from cors.journey.palette import PAINT
from cors.journey.tests.drawn import links, outside, overlaps, texts, tree, words

LONG = "A place of my own where my daughter can stay at weekends and nobody rings late at night"
HOME, JOB, PEACE = (
    Thing(ident, words, href=f"/goals/{ident}/")
    for ident, words in (("a", "A door I can lock."), ("b", "Paid work."), ("c", LONG))
)
DEPOSIT, DEBTS, WORRY, LATER = (
    Thing("1", "No deposit", "In the way 8 of 10", "/barriers/1/"),
    Thing("2", "Debts", href="/barriers/2/"),
    Thing("3", LONG, "In the way 3 of 10"),
    Thing("4", "Papers", "Not now", is_left=True),
)
PLAN = InTheWay(
    [HOME, JOB, PEACE],
    [DEPOSIT, DEBTS, WORRY, LATER],
    [("1", "a"), ("2", "1"), ("2", "b"), ("3", "a"), ("3", "b"), ("3", "c"), ("4", "c")],
)
ONE = InTheWay([HOME], [DEPOSIT], [("1", "a")])
BUSY = InTheWay(
    [Thing(f"g{n}", f"Goal {n}, as they say it") for n in range(8)],
    [Thing(f"b{n}", f"Thing {n} in the way", "Not now" * (n % 2)) for n in range(12)],
    [(f"b{n}", f"g{(n * k) % 8}") for n in range(12) for k in (1, 3, 5)],
)
WIDTHS = (520, 290)


def drawn(plan: InTheWay, wide: float = 520, **more: bool) -> str:
    return draw_in_the_way(plan, wide=wide, ident="way", **more)


@pytest.mark.parametrize("wide", WIDTHS)
@pytest.mark.parametrize("plan", [PLAN, ONE, BUSY], ids=["plan", "one", "busy"])
@pytest.mark.parametrize("turned", [False, True])
def test_no_words_lie_upon_others_or_outside(plan: InTheWay, wide: float, turned: bool) -> None:
    svg = drawn(plan, wide, turned=turned)
    assert overlaps(svg) == []
    assert outside(svg) == []
    assert min(text.size for text in texts(svg)) >= 11


def test_says_in_words_what_each_thing_holds_back() -> None:
    said = " ".join(words(drawn(PLAN)))
    assert "Holds back A. In the way 8 of 10" in said
    assert "Holds back B and 1" in said
    assert "Holds back A, B and C" in said
    assert "Holds back C. Not now" in said


def test_goals_stand_above_the_water_line_and_what_is_in_their_way_below() -> None:
    svg = drawn(PLAN)
    (water,) = re.findall(r'd="M0 ([\d.]+)H520" stroke-width="2"', svg)
    high = {text.words: text.box.bottom for text in texts(svg)}
    assert high["“Paid work.”"] < float(water) < high["No deposit"]


def test_what_is_left_alone_has_another_form() -> None:
    assert 'class="j-badge j-planned"' in drawn(PLAN)
    assert "j-planned" not in drawn(ONE)


def test_each_thing_with_an_address_is_one_stop_and_says_what_it_holds() -> None:
    found = links(drawn(PLAN))
    assert [href for href, _ in found] == [
        "/goals/a/",
        "/goals/b/",
        "/goals/c/",
        "/barriers/1/",
        "/barriers/2/",
    ]
    assert found[3][1] == "No deposit. Holds back A. In the way 8 of 10"


def test_has_a_name_and_a_sentence_for_who_does_not_see_it() -> None:
    svg = tree(drawn(PLAN))
    assert svg.get("aria-labelledby") == "way-title"
    assert svg.get("aria-describedby") == "way-says"
    assert summary(PLAN) == "4 things are in the way of 3 goals. The list says which."
    assert summary(ONE) == "One thing is in the way of 1 goal. The list says which."


def test_every_line_has_its_place_beside_the_words() -> None:
    svg = drawn(BUSY, 290)
    left = min(text.box.left for text in texts(svg) if text.words.startswith("“Goal"))
    starts = [float(x) for x in re.findall(r'd="M([\d.]+) [^>]*class="j-tie"', svg)]
    assert starts
    assert all(EDGE <= x < left for x in starts)


def test_draws_with_what_the_picture_of_the_journey_is_drawn_with() -> None:
    used = {name for names in re.findall(r'class="([^"]+)"', drawn(PLAN)) for name in names.split()}
    assert used - {"j-picture", "j-hit"} <= set(PAINT)


def test_words_are_never_read_as_marks_of_the_drawing() -> None:
    svg = drawn(InTheWay([Thing("a", "<b>&")], [DEPOSIT], [("1", "a")]))
    assert "“<b>&”" in words(svg)
    assert "<b>" not in svg
