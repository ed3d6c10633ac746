"""Each mark has a form of its own, and says truly how much room it takes."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors.journey import marks
from cors.journey.sheet import Box, Sheet
from cors.journey.tests.drawn import texts_of

Draw = Callable[[Sheet], object]

MARKS: dict[str, Draw] = {
    "sun": lambda sheet: marks.sun(sheet, 50, 50),
    "ring": lambda sheet: marks.ring(sheet, 50, 50),
    "arrow head": lambda sheet: marks.arrow_head(sheet, 50, 50),
    "swallow tail": lambda sheet: marks.swallow_tail(sheet, 50, 50, True),
    "pennant": lambda sheet: marks.pennant(sheet, 50, 50, True),
    "check": lambda sheet: marks.check(sheet, 50, 50),
    "knot": lambda sheet: marks.knot(sheet, 50, 50),
    "badge": lambda sheet: marks.badge(sheet, 50, 50, "A"),
    "duck": lambda sheet: marks.duck(sheet, 50, 50),
    "open band": lambda sheet: marks.band(sheet, Box(50, 50, 90, 60), True),
    "closed band": lambda sheet: marks.band(sheet, Box(50, 50, 90, 60), False),
    "stroke": lambda sheet: marks.stroke(sheet, 50, 56, 50, 8),
}
somewhere = st.floats(-200, 2000)
scales = st.floats(0.5, 2)


def drawn(draw: Draw, *, plain: bool = False) -> str:
    sheet = Sheet(plain)
    draw(sheet)
    return "".join(sheet.drawn())


def forms(svg: str) -> str:
    """Return what is drawn without any colour."""
    return re.sub(r' (class|fill|stroke|stroke-opacity|stroke-width)="[^"]*"', "", svg)


def test_no_two_marks_are_told_apart_by_colour_alone() -> None:
    assert len({forms(drawn(draw)) for draw in MARKS.values()}) == len(MARKS)


@pytest.mark.parametrize("name", MARKS)
def test_every_mark_is_painted_in_print_too(name: str) -> None:
    printed = drawn(MARKS[name], plain=True)
    assert "class=" not in printed
    assert re.search(r'(fill|stroke)="#[0-9a-f]{6}"', printed)


@given(x=somewhere, y=somewhere, scale=scales)
def test_a_sun_lies_in_the_middle_of_its_place(x: float, y: float, scale: float) -> None:
    box = marks.sun(Sheet(), x, y, scale)
    assert (box.left + box.right) / 2 == pytest.approx(x)
    assert (box.top + box.bottom) / 2 == pytest.approx(y)
    assert box.right - box.left == pytest.approx(17 * scale)


def test_the_rays_of_a_sun_end_where_its_place_ends() -> None:
    sheet = Sheet()
    box = marks.sun(sheet, 50, 50)
    (rays,) = [piece for piece in sheet.layers["marks"] if "j-ray" in piece]
    ends = [float(x) for x in re.findall(r"L(-?[\d.]+) ", rays)]
    assert len(ends) == 8
    assert (min(ends), max(ends)) == (box.left, box.right)


@pytest.mark.parametrize("scale", [0.85, 1, 1.5])
def test_a_ring_takes_the_room_of_its_edge(scale: float) -> None:
    sheet = Sheet()
    box = marks.ring(sheet, 50, 50, scale)
    edge = 5.2 * scale + 1.9 * scale / 2
    assert box.right - 50 >= edge - 0.1
    assert box.right - 50 < edge + 1


@pytest.mark.parametrize("scale", [0.85, 1, 1.5])
def test_an_arrow_head_stays_inside_of_its_place(scale: float) -> None:
    sheet = Sheet()
    box = marks.arrow_head(sheet, 50, 50, scale)
    (d,) = re.findall(r' d="M([^"]*)"', sheet.layers["marks"][0])
    for point in d.split("L"):
        x, y = map(float, point.split())
        assert box.left <= x <= box.right
        assert box.top <= y <= box.bottom


@pytest.mark.parametrize("cloth", [marks.swallow_tail, marks.pennant])
def test_a_flag_flies_to_the_side_it_is_told(cloth: Callable[..., None]) -> None:
    right, left = Sheet(), Sheet()
    cloth(right, 50, 20, True)
    cloth(left, 50, 20, False)
    first = [float(re.findall(r"l(-?[\d.]+) ", s.layers["marks"][0])[0]) for s in (right, left)]
    assert first[0] > 0
    assert first[1] == -first[0]


def test_an_outcome_bears_a_tick_and_a_step_does_not() -> None:
    outcome, step = Sheet(), Sheet()
    marks.swallow_tail(outcome, 50, 20, True)
    marks.pennant(step, 50, 20, True)
    assert [len(sheet.layers["dots"]) for sheet in (outcome, step)] == [1, 0]


def test_a_barrier_that_is_still_here_has_no_end_to_its_band() -> None:
    closed, still_open = drawn(MARKS["closed band"]), drawn(MARKS["open band"])
    assert closed.count("<rect") == 2
    assert "<rect" not in still_open
    edges = re.findall(r'd="([^"]*)" stroke', still_open) or re.findall(r'd="([^"]*)"', still_open)
    assert not edges[-1].endswith("z")


@given(st.floats(0, 1000), st.floats(-5, 60), st.floats(1, 14))
def test_a_stroke_is_never_too_narrow_to_be_seen(left: float, wide: float, high: float) -> None:
    sheet = Sheet()
    marks.stroke(sheet, left, left + wide, 100, high)
    (said,) = re.findall(r' width="([\d.]+)"', sheet.layers["bands"][0])
    assert float(said) >= 2


@given(somewhere, somewhere)
def test_a_knot_takes_the_room_that_it_covers(x: float, y: float) -> None:
    assert marks.knot(Sheet(), x, y) == Box(x - 4, y - 4, x + 4, y + 4)


@pytest.mark.parametrize("letter", ["A", "W", "AA", "WW"])
def test_a_letter_stays_inside_of_its_ring(letter: str) -> None:
    sheet = Sheet()
    marks.badge(sheet, 50, 50, letter)
    (text,) = texts_of(sheet)
    assert text.size >= 11
    assert text.box.right - text.box.left <= 28
    assert (text.box.left + text.box.right) / 2 == pytest.approx(50, abs=0.1)


def test_the_duck_swims_where_it_is_put() -> None:
    assert 'transform="translate(50 60)"' in drawn(lambda sheet: marks.duck(sheet, 50, 60))
    larger = drawn(lambda sheet: marks.duck(sheet, 50, 60, 1.1))
    assert 'transform="translate(50 60) scale(1.1)"' in larger
