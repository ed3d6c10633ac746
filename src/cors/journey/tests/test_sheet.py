"""What is drawn is written as SVG that no words can break out of."""

from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cors.journey.palette import LIGHT, PAINT
from cors.journey.sheet import LAYERS, Box, Frame, Link, Run, Sheet, number, points, written

FRAME = Frame("journey", "Sam’s journey", "Three goals.", 100, 50)
HARM = "<script>alert('x')</script> & \"quoted\" ]]> <!--"
sizes = st.floats(-500, 500)


def boxes() -> st.SearchStrategy[Box]:
    return st.builds(
        lambda x, y, wide, high: Box(x, y, x + wide, y + high),
        *(sizes, sizes, st.floats(0.5, 200), st.floats(0.5, 200)),
    )


@pytest.mark.parametrize(
    ("value", "said"),
    [
        *((0, "0"), (1, "1"), (1.0, "1"), (1.25, "1.2"), (1.26, "1.3"), (-3.5, "-3.5")),
        *((-0.04, "0"), (99999.96, "100000"), (123456.7, "123457"), (1e6, "1000000")),
    ],
)
def test_a_length_has_one_decimal_at_most(value: float, said: str) -> None:
    assert number(value) == said


@given(st.floats(-99_000, 99_000))
def test_a_length_is_never_off_by_more_than_half_a_tenth(value: float) -> None:
    said = number(value)
    assert abs(float(said) - value) <= 0.0501
    assert "e" not in said
    assert said != "-0"


@given(boxes(), boxes())
def test_to_meet_is_mutual(one: Box, other: Box) -> None:
    assert one.meets(other) == other.meets(one)
    assert one.meets(one)


@given(boxes(), boxes(), st.floats(0, 50))
def test_what_meets_still_meets_with_more_room_around_it(
    one: Box, other: Box, clear: float
) -> None:
    assert not one.meets(other) or one.meets(other, clear)


def test_boxes_that_only_touch_do_not_meet_until_a_distance_is_asked() -> None:
    left, right = Box(0, 0, 10, 10), Box(10, 0, 20, 10)
    assert not left.meets(right)
    assert left.meets(right, clear=1)


def test_layers_are_written_from_the_back_to_the_front() -> None:
    sheet = Sheet()
    for name in reversed(LAYERS):
        sheet.draw(name, "g", name)
    assert [piece.split('"')[1] for piece in sheet.drawn()] == list(LAYERS)


def test_a_layer_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(KeyError):
        Sheet().circle("sky", 0, 0, 1, "j-sun")


def test_names_of_attributes_get_their_hyphens() -> None:
    assert Sheet().element("path", "j-line", stroke_width=2, d="M0 0", class_="x") == (
        '<path stroke-width="2" d="M0 0" class="j-line"/>'
    )


def test_a_page_gets_classes_and_print_gets_colours() -> None:
    assert 'class="j-flag"' in Sheet().element("path", "j-flag")
    plain = Sheet(plain=True).element("path", "j-flag")
    assert "class" not in plain
    assert f'fill="{LIGHT["reed"]}"' in plain


@pytest.mark.parametrize("paint", sorted(PAINT))
def test_print_names_no_token_that_a_style_sheet_would_have_to_know(paint: str) -> None:
    painted = Sheet(plain=True).element("path", paint)
    assert "var(" not in painted
    assert not [token for token in LIGHT if f'"{token}"' in painted]


def test_the_weight_and_the_anchor_are_only_written_where_they_differ() -> None:
    sheet = Sheet()
    sheet.text(1, 2, "Hello", 12)
    sheet.text(1, 2, "Hello", 12, weight=600, anchor="end")
    plain, strong = sheet.layers["text"]
    assert "font-weight" not in plain
    assert "text-anchor" not in plain
    assert 'font-weight="600" text-anchor="end"' in strong


@pytest.mark.parametrize("plain", [False, True])
def test_words_can_neither_open_nor_close_anything(plain: bool) -> None:
    sheet = Sheet(plain=plain)
    sheet.text(0, 0, HARM, 12)
    sheet.runs(0, 0, 12, [Run(HARM, 12)], "j-ink")
    sheet.links.append(Link(f"/goals/{HARM}", HARM, Box(0, 0, 1, 1)))
    svg = written(sheet, Frame("journey", HARM, HARM, 100, 50))
    whole = ElementTree.fromstring(svg)
    names = {element.tag.split("}")[1] for element in whole.iter()}
    assert names <= {"svg", "title", "desc", "g", "text", "tspan", "a", "rect"}
    assert [text for text in whole.itertext() if text == HARM] == [HARM] * 4


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=40))
def test_whatever_is_typed_the_picture_is_still_well_formed(words: str) -> None:
    sheet = Sheet()
    sheet.text(0, 0, words, 12)
    sheet.links.append(Link("#journey-table", words, Box(0, 0, 1, 1)))
    ElementTree.fromstring(written(sheet, Frame("journey", words, words, 100, 50)))


def test_a_page_s_picture_is_a_group_of_stops_and_print_s_is_one_image() -> None:
    links = [Link("#a", "Goal A", Box(0, 0, 10, 10))]
    page, printed = (written(Sheet(plain, links=links), FRAME) for plain in (False, True))
    assert 'role="group"' in page
    assert 'aria-label="Goal A"' in page
    assert 'role="img"' in printed
    assert "<a " not in printed
    assert "font-family=" in printed


def test_the_frame_names_the_picture_by_its_title_and_its_words() -> None:
    svg = written(Sheet(), FRAME)
    assert 'aria-labelledby="journey-title" aria-describedby="journey-says"' in svg
    assert '<title id="journey-title">Sam’s journey</title>' in svg
    assert 'viewBox="0 0 100 50" width="100" height="50"' in svg


def test_a_part_that_says_nothing_more_refers_to_nothing() -> None:
    svg = written(Sheet(), Frame("journey-a", "Goal A", "", 100, 50))
    assert "aria-describedby" not in svg
    assert "<desc" not in svg


def test_a_path_goes_through_all_its_points() -> None:
    assert points([(0, 0), (1.25, -3), (10, 20)]) == "M0 0L1.2 -3L10 20"
