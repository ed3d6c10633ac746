import itertools
from dataclasses import replace

import pytest

from cors.journey.bands import Row, height_of, rows, shown, spell, strokes
from cors.journey.course import Chart
from cors.journey.drawing import PHONE, draw
from cors.journey.layout import lay_out
from cors.journey.model import Barrier, Journey, Score, Work
from cors.journey.scales import ends, height
from cors.journey.style import WORKER
from cors.journey.tests import drawn
from cors.journey.tests.more_people import LONG_WORDS, MANY, NOOR, YOUNG
from cors.journey.tests.people import DAY, SAM, TODAY, work
from cors.journey.ties import ties
from cors.journey.time_axis import TimeAxis

AXIS = TimeAxis(DAY("2025-09-08"), TODAY, 212, 1028)


def test_what_surfaced_last_lies_nearest_the_surface() -> None:
    names = [row.barrier.ident for row in rows(SAM, 0) if row.barrier]
    assert names == ["evenings", "nothing", "arrears", "settled"]


def test_work_straight_to_goals_lies_below_all_barriers() -> None:
    assert [row.barrier is None for row in rows(SAM, 0)] == [False] * 4 + [True] * 2


def test_rows_never_lie_on_each_other() -> None:
    found = rows(SAM, 100)
    assert [row.top for row in found[1:]] == [row.bottom for row in found[:-1]]


def test_a_row_is_as_high_as_its_work() -> None:
    barrier, one = SAM.barriers[0], SAM.barriers[0].work[0]
    assert Row(0, (one, one), (), barrier).height - Row(0, (one,), (), barrier).height == 20


def test_of_many_barriers_open_ones_and_the_latest_resolved_are_drawn() -> None:
    found = shown(MANY.barriers, 8, 4)
    assert sum(barrier.resolved_on is None for barrier in found) == 4
    assert len(found) == 8
    assert "14 resolved earlier, in the table" in " ".join(drawn.words(draw(MANY, style=PHONE)))


def test_work_has_one_stroke_a_month() -> None:
    found = strokes(SAM.barriers[1].work[0], AXIS)
    assert [one.sessions for one in found] == [2, 2, 1, 2, 1]
    assert all(a.right < b.left for a, b in itertools.pairwise(found))


def test_a_month_without_a_session_is_a_thin_line() -> None:
    found = strokes(work("Visits", "2026-01-05", "2026-03-20", 2, 0, 1), AXIS)
    assert [height_of(one.sessions, False, 2.3) for one in found] == pytest.approx([5.6, 1, 3.3])


def test_a_stroke_grows_no_more_from_seven_sessions_on() -> None:
    assert height_of(7, False, 2.3) == height_of(30, False, 2.3)


def test_years_of_work_are_drawn_by_quarters() -> None:
    long = TimeAxis(DAY("2022-11-14"), TODAY, 212, 1028)
    found = strokes(work("Visits", "2024-01-05", "2024-06-20", 2, 3, 1, 4), long)
    assert [one.sessions for one in found] == [6, 4]


def test_a_session_before_its_work_began_still_counts() -> None:
    odd = Work("Visits", DAY("2026-03-10"), DAY("2026-03-20"), (DAY("2026-02-27"),))
    assert spell(odd, TODAY) == (DAY("2026-02-27"), DAY("2026-03-20"))


def test_ties_start_at_their_barrier_and_keep_off_each_other() -> None:
    layout = lay_out(SAM, WORKER)
    same = [replace(SAM.barriers[0], ident=str(n)) for n in range(4)]
    found = sorted(tie.x for tie in ties(same, layout))
    assert all(b - a >= 5 for a, b in itertools.pairwise(found))
    assert found[0] == 218


def test_no_knot_no_blocking() -> None:
    free = replace(SAM.barriers[0], blocks=())
    assert ties([free], lay_out(SAM, WORKER)) == []


def test_a_goal_set_after_its_barrier_is_tied_at_its_first_rating() -> None:
    early = replace(SAM.barriers[0], blocks=("useful",))
    layout = lay_out(SAM, WORKER)
    (tie,) = ties([early], layout)
    lane = layout.lanes[2]
    assert tie.knots[0].y == lane.course.base
    assert 0 < lane.course.first - tie.knots[0].x < 12


def test_an_open_barrier_is_still_here() -> None:
    assert drawn.words(draw(SAM)).count("still here") == 1
    assert drawn.words(draw(SAM, style=PHONE)).count("still here") == 1


def test_a_name_that_would_pass_today_stands_before_its_band() -> None:
    svg = draw(LONG_WORDS)
    (name,) = [text for text in drawn.texts(svg) if text.words.startswith("Nobody to talk")]
    assert name.box.right < 1028


def test_when_it_was_resolved_goes_to_the_name_where_the_band_ends_today() -> None:
    svg = draw(LONG_WORDS)
    by_words = {text.words: text.box for text in drawn.texts(svg)}
    said, name = by_words["resolved 30 Oct"], by_words["Nowhere settled to live"]
    assert said.left > name.right
    assert said.bottom == pytest.approx(name.bottom, abs=1)


def test_nothing_in_the_way_is_said() -> None:
    said = " ".join(drawn.words(draw(NOOR)))
    assert "Nothing has been noted in the way so far." in said


def test_the_key_names_only_what_is_held() -> None:
    bare = Journey(
        "Ida", DAY("2026-01-01"), TODAY, barriers=(Barrier("b", "Debts", DAY("2026-03-01")),)
    )
    said = drawn.words(draw(bare))
    assert "in the way" in said
    assert "holds back this goal" not in said
    assert "1, 4, 7+ sessions" not in said


def test_one_session_is_said_in_the_singular() -> None:
    alone = replace(YOUNG.barriers[0], work=(work("Visits", "2026-10-28", "", 1),))
    assert "Visits, 1 session" in drawn.words(draw(replace(YOUNG, barriers=(alone,))))


def test_up_is_better_on_every_scale() -> None:
    lower, higher = SAM.measures
    chart = Chart(0, 40)
    assert height(lower, chart, 9) < height(lower, chart, 27)
    assert height(higher, chart, 24) < height(higher, chart, 15)
    assert (ends(lower), ends(higher)) == (("0", "40"), ("35", "7"))


def test_a_scale_without_reach_is_drawn_in_the_middle() -> None:
    flat = replace(SAM.measures[0], low=3, high=3, scores=(Score(TODAY, 3),))
    assert height(flat, Chart(0, 40), 3) == 20


def test_a_turned_scale_says_that_it_is_turned() -> None:
    assert "so 0 is at the top" in drawn.words(draw(SAM))
