from dataclasses import replace

from cors.journey.phone import parts
from cors.journey.phone_lists import folded
from cors.journey.sentences import description
from cors.journey.tests import drawn
from cors.journey.tests.more_people import MANY, NOOR, SETBACKS
from cors.journey.tests.people import SAM, SAM_GOALS, TODAY


def test_the_newest_three_stand_under_the_lane() -> None:
    found = folded(SAM_GOALS[1], TODAY)
    assert [(item.mark, item.day, item.words) for item in found.newest] == [
        ("success", "5 Sep", "A wedding, on lemonade"),
        (
            "back",
            "30 May",
            "Drank after the rent letter, back on track in 9 days: opened it together",
        ),
        ("success", "24 Mar", "Told my sister the truth"),
    ]
    assert found.more == "and 2 earlier"


def test_days_of_an_earlier_year_bear_it() -> None:
    assert folded(SAM_GOALS[1], TODAY).earlier[-1].day == "Nov 2025"


def test_a_short_list_has_nothing_earlier() -> None:
    found = folded(SAM_GOALS[0], TODAY)
    assert [item.mark for item in found.newest] == ["success", "flag", "success"]
    assert found.more == ""


def test_a_setback_that_is_still_open_says_so() -> None:
    newest = folded(SETBACKS.goals[0], TODAY).newest[0]
    assert (newest.mark, newest.words) == (
        "setback",
        "Using again, not yet back on track: might ring the group",
    )


def test_a_step_bears_its_own_mark() -> None:
    found = folded(SAM_GOALS[2], TODAY)
    assert [item.mark for item in (*found.newest, *found.earlier)].count("rung") == 1


def test_a_page_gets_one_picture_for_each_lane_and_one_for_the_water() -> None:
    found = parts(SAM)
    assert [lane.letter for lane in found.lanes] == ["A", "B", "C"]
    assert (found.title, found.span) == ("Sam’s journey", "14 months")
    assert found.says == description(SAM)
    assert "Under the water" in drawn.words(found.below)


def test_no_two_parts_share_a_name() -> None:
    found = parts(SAM)
    whole = "".join([*(lane.svg for lane in found.lanes), found.below])
    names = [piece.split('"')[0] for piece in whole.split(' id="')[1:]]
    names += [piece.split('"')[0] for piece in whole.split('<title id="')[1:]]
    assert len(set(names)) == 4


def test_a_lane_is_one_stop() -> None:
    for lane in parts(SAM).lanes:
        assert len(drawn.links(lane.svg)) == 1


def test_the_water_has_the_other_stops() -> None:
    found = parts(SAM, links=lambda ident: f"#{ident}")
    assert [address for address, _ in drawn.links(found.below)][:2] == ["#evenings", "#nothing"]


def test_of_many_barriers_the_rest_is_one_line() -> None:
    said = drawn.words(parts(MANY).below)
    assert "14 resolved earlier, in the table" in said


def test_goals_folded_away_are_counted() -> None:
    ended = [replace(goal, ident=f"old-{goal.ident}", ended_on=TODAY) for goal in MANY.goals[:2]]
    found = parts(replace(MANY, goals=(*ended, *MANY.goals)))
    assert found.earlier_goals == "3 earlier goals, in the table"
    assert parts(SAM).earlier_goals == ""


def test_nothing_in_the_way_is_said_in_the_water() -> None:
    assert "Nothing has been noted" in " ".join(drawn.words(parts(NOOR).below))
