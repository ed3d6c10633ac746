"""What must hold of any picture, whatever was recorded."""

import pytest
from hypothesis import HealthCheck, given, settings

from cors.journey.drawing import CLIENT, CLIENT_PHONE, PHONE, WORKER, Style, draw
from cors.journey.goal_lane import space_of
from cors.journey.layout import lay_out
from cors.journey.model import Journey
from cors.journey.moments import draw_setbacks
from cors.journey.plot import Plot
from cors.journey.sheet import Sheet
from cors.journey.tests import drawn
from cors.journey.tests.any_journey import journeys

pytestmark = pytest.mark.slow
LEAST = 11
HEAVIEST = 60_000
few = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
styles = pytest.mark.parametrize(
    "style", [WORKER, PHONE, CLIENT, CLIENT_PHONE], ids=lambda style: style.name
)


@styles
@few
@given(journey=journeys())
def test_no_two_texts_lie_on_each_other(style: Style, journey: Journey) -> None:
    assert drawn.overlaps(draw(journey, style=style)) == []


@styles
@few
@given(journey=journeys())
def test_nothing_that_is_written_is_cut_off(style: Style, journey: Journey) -> None:
    assert drawn.outside(draw(journey, style=style)) == []


@styles
@few
@given(journey=journeys())
def test_no_text_is_too_small_to_read(style: Style, journey: Journey) -> None:
    least = 16 if style.is_client else LEAST
    assert all(text.size >= least for text in drawn.texts(draw(journey, style=style)))


@few
@given(journey=journeys())
def test_the_same_journey_is_always_the_same_picture(journey: Journey) -> None:
    assert draw(journey) == draw(journey)


@few
@given(journey=journeys(most_goals=3))
def test_it_stays_light_enough_to_stand_in_a_page(journey: Journey) -> None:
    assert len(draw(journey).encode()) < HEAVIEST


@few
@given(journey=journeys())
def test_no_setback_is_left_out(journey: Journey) -> None:
    layout = lay_out(journey, WORKER)
    for lane in layout.lanes:
        setbacks = [moment for moment in lane.goal.moments if moment.kind == "setback"]
        space = space_of(lane, layout.axis, WORKER)
        plot = Plot(Sheet(), space, layout.axis, lane.course, lane.top, lane.is_dense)
        rings = draw_setbacks(plot, lane.goal)
        assert sum(ring.count for ring in rings) == len(setbacks)
        assert lane.is_dense or len(rings) == len(setbacks)
