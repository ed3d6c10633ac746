"""What helped before: this person's own history, the nearest to today's matter first."""

from datetime import date

import pytest

from cors.caseload.what_helped import LONGEST, Helped, shortened, suggestion

SPRING, SUMMER, AUTUMN = date(2026, 4, 1), date(2026, 7, 1), date(2026, 10, 1)
SISTER = Helped(SPRING, "Her sister", goal="home")
WALK = Helped(SUMMER, "A walk", goal="work")
LETTER = Helped(AUTUMN, "A letter of support", barrier="No deposit")


@pytest.mark.parametrize(
    ("goal", "barriers", "said"),
    [
        ("home", {"No deposit"}, "Last time, this helped: Her sister"),
        ("money", {"No deposit"}, "Past “No deposit” before, this helped: A letter of support"),
        ("money", {"Debts"}, "Last time, this helped: A walk"),
        (None, (), "Last time, this helped: A walk"),
    ],
)
def test_the_same_goal_goes_before_the_same_barrier_before_any(
    goal: str | None, barriers: set[str], said: str
) -> None:
    assert suggestion([WALK, LETTER, SISTER], goal=goal, barriers=barriers) == said


def test_of_several_the_latest_is_said() -> None:
    later = Helped(AUTUMN, "A neighbour", goal="home")
    assert suggestion([later, SISTER], goal="home").endswith("A neighbour")


def test_a_way_back_about_which_nothing_was_said_suggests_nothing() -> None:
    assert suggestion([Helped(AUTUMN, " ", goal="home")], goal="home") == ""
    assert suggestion([Helped(AUTUMN, "", goal="home"), WALK], goal="home").endswith("A walk")


def test_what_was_said_could_help_is_the_last_resort() -> None:
    said = suggestion([], could_help="Going with a friend")
    assert said == "Said then, what could help: Going with a friend"
    assert suggestion([WALK], could_help="Going with a friend").endswith("A walk")


def test_what_helped_past_another_barrier_is_kept_back() -> None:
    assert suggestion([LETTER], barriers={"Debts"}) == ""


def test_long_words_are_cut_at_a_word_and_only_the_first_line_is_said() -> None:
    assert shortened("Her sister\nand more") == "Her sister"
    cut = shortened("word, " * 60)
    assert len(cut) <= LONGEST + 2
    assert cut.endswith("word …")
    assert shortened("") == ""
