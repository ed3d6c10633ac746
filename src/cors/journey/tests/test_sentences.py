from dataclasses import replace

from cors.journey.drawing import PHONE, draw
from cors.journey.sentences import description, of_lane, of_measure, sentences
from cors.journey.tests import drawn
from cors.journey.tests.more_people import ENDED, ONE_DAY, SETBACKS, UNRATED
from cors.journey.tests.people import NOTHING, SAM


def test_the_description_counts_goals_and_barriers() -> None:
    assert description(SAM) == (
        "From 8 September 2025 to 9 November 2026. 3 goals: A from 1 to 9; B from 2 to 7; "
        "C from 1 to 8. 4 barriers, 3 resolved. The table after the picture holds every mark."
    )


def test_one_goal_on_its_first_day_is_said_in_the_singular() -> None:
    assert "1 goal: A at 2." in description(ONE_DAY)


def test_nothing_yet_is_said_too() -> None:
    assert description(NOTHING).startswith("Nothing is recorded yet.")


def test_a_goal_is_told_whole() -> None:
    assert sentences(SAM)[1] == (
        "Goal B, Alcohol and drugs: “Drink less, so that mornings are mine again”. "
        "Rated 2 on 8 September 2025, 7 on 2 November 2026, of 10. "
        "Small successes: A first week without a drink, 10 November 2025; "
        "Told my sister the truth, 24 March 2026; A wedding, on lemonade, 5 September 2026. "
        "Setbacks: Drank over Christmas, 24 December 2025, back on track in 12 days; "
        "what helped: rang Jo from the group; "
        "Drank after the rent letter, 30 May 2026, back on track in 9 days; "
        "what helped: opened it together."
    )


def test_an_outcome_is_told_with_how_long_it_was_kept() -> None:
    assert (
        "Reached: Moved into own tenancy, 7 April 2026, kept at 13 and 26 weeks."
        in (sentences(SAM)[0])
    )


def test_a_step_of_a_ladder_is_told_with_its_place() -> None:
    assert "Step 4 of 5: bus alone, 3 June 2026" in sentences(SAM)[2]


def test_an_open_setback_is_not_yet_back() -> None:
    said = of_lane(SETBACKS.goals[0], "A")
    assert "Using again, 30 September 2026, not yet back on track; what could help:" in said


def test_a_goal_of_which_little_is_known_says_only_that() -> None:
    assert (
        of_lane(UNRATED.goals[0], "A") == "Goal A, Legal: “Get my papers in order”. Not rated yet."
    )


def test_an_ended_goal_says_how_it_ended() -> None:
    assert of_lane(ENDED.goals[0], "A").endswith("Reached on 3 May 2026.")


def test_barriers_follow_goals_the_latest_first() -> None:
    assert sentences(SAM)[3] == (
        "In the way of B: Evenings alone, from 4 May 2026, still here. "
        "Work on it: Evening group, 23 sessions."
    )
    assert sentences(SAM)[6].startswith("In the way of A and B: Nowhere settled to live")


def test_work_straight_to_a_goal_is_told() -> None:
    assert sentences(SAM)[7] == (
        "Work for goal B: Alcohol counselling, 36 sessions, from 6 October 2025 to 26 October 2026."
    )


def test_a_measure_tells_every_score() -> None:
    assert of_measure(SAM.measures[0]) == (
        "AUDIT, lower is better: 27 on 15 September 2025, 19 on 8 December 2025, "
        "14 on 20 April 2026, 9 on 24 August 2026."
    )


def test_every_lane_is_one_stop_that_says_its_sentence() -> None:
    assert [said for _, said in drawn.links(draw(SAM))] == sentences(SAM)


def test_a_phone_has_the_same_stops() -> None:
    assert [said for _, said in drawn.links(draw(SAM, style=PHONE))] == sentences(SAM)


def test_stops_lead_to_the_table() -> None:
    assert {address for address, _ in drawn.links(draw(SAM))} == {"#journey-table"}


def test_a_page_chooses_where_stops_lead() -> None:
    svg = draw(SAM, links=lambda ident: f"#row-{ident}")
    assert [address for address, _ in drawn.links(svg)][:4] == [
        "#row-door",
        "#row-drink",
        "#row-useful",
        "#row-evenings",
    ]


def test_the_drawing_itself_is_not_read_out() -> None:
    svg = draw(SAM)
    assert svg.count('aria-hidden="true"') == 1
    assert '<title id="journey-title">Sam’s journey</title>' in svg
    assert 'role="group" aria-labelledby="journey-title" aria-describedby="journey-says"' in svg


def test_somebody_without_a_name_has_a_journey() -> None:
    assert ">A journey</title>" in draw(replace(SAM, name=" "))
