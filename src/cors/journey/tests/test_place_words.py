from cors.journey.flags import drawn_flags, flag_words
from cors.journey.labels import Form, Line, Mark, Space, place
from cors.journey.model import Flag, Goal
from cors.journey.moment_words import setback_forms, success_forms
from cors.journey.sheet import Box
from cors.journey.tests.people import DAY, SAM_GOALS, setback, success

ROOM = Box(0, 0, 300, 200)
SUN = Mark(150, Box(142, 92, 158, 108))
FORM = Form((Line("A first week"),))


def a_space(*taken: Box) -> Space:
    space = Space(ROOM)
    for box in (SUN.box, *taken):
        space.take(box)
    return space


def test_words_stand_right_above_their_mark() -> None:
    placed = place(a_space(), SUN, [FORM])
    assert placed
    assert placed.leader is None
    assert SUN.box.top - 6 < placed.box.bottom < SUN.box.top


def test_words_go_below_where_above_is_taken() -> None:
    placed = place(a_space(Box(0, 0, 300, 90)), SUN, [FORM], ("above", "below"))
    assert placed
    assert placed.box.top > SUN.box.bottom


def test_words_further_away_are_led_to() -> None:
    placed = place(a_space(Box(100, 60, 200, 90), Box(0, 109, 300, 200)), SUN, [FORM])
    assert placed
    if placed.box.left < SUN.x < placed.box.right:
        assert placed.leader


def test_a_place_once_taken_is_not_given_again() -> None:
    space = a_space()
    first, second = place(space, SUN, [FORM]), place(space, SUN, [FORM])
    assert first
    assert second
    assert not first.box.meets(second.box)


def test_the_words_go_where_no_room_is_left() -> None:
    full = a_space(
        Box(0, 0, 300, 90), Box(0, 110, 300, 200), Box(0, 90, 140, 110), Box(160, 90, 300, 110)
    )
    assert place(full, SUN, [FORM]) is None


def test_a_shorter_form_is_taken_where_the_longer_has_no_room() -> None:
    long = Form((Line("A first week without a drink, and then another one"),) * 3)
    placed = place(a_space(Box(0, 0, 300, 60), Box(0, 109, 300, 200)), SUN, [long, FORM])
    assert placed
    assert placed.form is FORM


def test_words_keep_off_a_tie_as_long_as_they_can() -> None:
    space = a_space()
    space.ties.append(Box(164, 0, 165, 200))
    placed = place(space, SUN, [FORM])
    assert placed
    assert not placed.over_ties


def test_words_interrupt_a_tie_rather_than_go() -> None:
    space = a_space()
    space.ties += [Box(x, 0, x + 1, 200) for x in range(0, 300, 40)]
    placed = place(space, SUN, [FORM])
    assert placed
    assert placed.over_ties


def test_leaders_cross_rules_but_words_do_not() -> None:
    space = a_space(Box(0, 0, 300, 91))
    space.rules.append(Box(0, 114, 300, 122))
    placed = place(space, SUN, [FORM], ("below",))
    assert placed
    assert placed.box.top > 122
    assert placed.leader


def test_words_stay_in_their_lane() -> None:
    placed = place(a_space(), Mark(4, Box(0, 92, 8, 108)), [FORM])
    assert placed
    assert placed.box.left >= ROOM.left


def test_a_setback_loses_what_helped_before_how_long_it_took() -> None:
    moment = setback("2025-12-24", "Drank over Christmas", "2026-01-05", "rang Jo")
    forms = [[line.words for line in form.lines] for form in setback_forms(moment)]
    assert forms == [
        ["Drank over Christmas", "back on track in 12 days:", "rang Jo"],
        ["Drank over Christmas", "back on track in 12 days"],
        ["Drank over Christmas"],
    ]


def test_one_day_is_said_in_the_singular() -> None:
    moment = setback("2025-12-24", "", "2025-12-25")
    assert setback_forms(moment)[-1].lines[0].words == "back on track in 1 day"


def test_a_success_is_never_more_than_three_lines() -> None:
    forms = success_forms(success("2025-12-24", "rang the council " * 20))
    assert all(len(form.lines) <= 3 for form in forms)
    assert forms[-1].lines[-1].words.endswith("…")


def test_a_success_without_words_is_only_a_sun() -> None:
    assert success_forms(success("2025-12-24", "  ")) == []


def test_a_flag_says_first_on_one_line_how_long_it_was_kept() -> None:
    first, second, *_ = flag_words(SAM_GOALS[0].flags[0])
    assert first.kept == "kept at 13 and 26 weeks"
    assert first.inline
    assert not second.inline


def test_a_dense_picture_shows_the_highest_step_of_a_ladder() -> None:
    steps = tuple(Flag(DAY("2026-05-01"), f"step {n}", rung=(n, 5)) for n in (1, 3, 2))
    goal = Goal("bus", "Ride the bus", "", DAY("2026-01-01"), flags=steps)
    assert [flag.rung for flag in drawn_flags(goal, dense=True)] == [(3, 5)]
    assert len(drawn_flags(goal, dense=False)) == 3
