"""Each phrase of the picture in the singular and the plural, and what is left out when unknown."""

import pytest

from cors.journey import wording
from cors.journey.tests.people import DAY

START = DAY("2026-01-01")


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "0 sessions"), (1, "1 session"), (2, "2 sessions"), (21, "21 sessions")],
)
def test_only_one_session_is_said_in_the_singular(number: int, said: str) -> None:
    assert wording.sessions(number) == said


@pytest.mark.parametrize(
    ("words", "clause"),
    [
        ("Stopped going out.", "Stopped going out"),
        ("Stopped going out. ", "Stopped going out"),
        ("Stopped going out", "Stopped going out"),
        ("Was it my fault?", "Was it my fault?"),
        ("And then…", "And then…"),
        ("And then...", "And then..."),
        ("Rang them. No answer.", "Rang them. No answer"),
        (".", ""),
        ("", ""),
    ],
)
def test_only_a_full_stop_at_the_end_goes_before_more_words(words: str, clause: str) -> None:
    assert wording.clause(words) == clause


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "back on track the same day"),
        (1, "back on track in 1 day"),
        (12, "back on track in 12 days"),
    ],
)
def test_only_one_day_back_is_said_in_the_singular(days: int, said: str) -> None:
    assert wording.back_after(days) == said


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "1 earlier goal, in the table"), (3, "3 earlier goals, in the table")],
)
def test_goals_that_were_folded_away_are_counted(number: int, said: str) -> None:
    assert wording.count(number, *wording.EARLIER_GOALS) == said


def test_work_without_a_session_is_only_its_name() -> None:
    assert wording.done("Debt advice", 0) == "Debt advice"
    assert wording.done("Debt advice", 8) == "Debt advice, 8 sessions"


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        ((13,), "kept at 13 weeks"),
        ((13, 26), "kept at 13 and 26 weeks"),
        ((4, 13, 26), "kept at 4, 13 and 26 weeks"),
    ],
)
def test_every_check_that_an_outcome_was_kept_is_named(kept: tuple[int, ...], said: str) -> None:
    assert wording.weeks(kept) == said


@pytest.mark.parametrize(
    ("rung", "words", "said"),
    [
        ((4, 5), "bus alone", "Step 4 of 5: bus alone"),
        ((4, 0), "bus alone", "Step 4: bus alone"),
        ((4, 5), "", "Step 4 of 5"),
        ((4, 0), "", "Step 4"),
    ],
)
def test_a_step_says_as_much_as_is_known_of_it(
    rung: tuple[int, int], words: str, said: str
) -> None:
    assert wording.step(rung, words) == said


@pytest.mark.parametrize(
    ("parts", "said"),
    [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")],
)
def test_a_list_ends_in_and(parts: list[str], said: str) -> None:
    assert wording.listed(parts) == said


@pytest.mark.parametrize(
    ("today", "said"),
    [
        ("2026-01-01", "1 day"),
        ("2026-01-02", "1 day"),
        ("2026-01-03", "2 days"),
        ("2026-01-14", "13 days"),
        ("2026-01-15", "2 weeks"),
        ("2026-03-02", "8 weeks"),
        ("2026-03-03", "2 months"),
        ("2027-01-01", "12 months"),
        ("2027-12-01", "23 months"),
        ("2028-01-01", "2 years"),
        ("2030-01-01", "4 years"),
    ],
)
def test_how_long_a_journey_is_comes_in_the_unit_people_use(today: str, said: str) -> None:
    assert wording.span(START, DAY(today)) == said


def test_the_life_area_and_the_day_stand_together() -> None:
    assert wording.set_on("Housing", START) == "Housing, set\u00a01\u00a0Jan\u00a02026"
    assert wording.set_on("", START) == "set\u00a01\u00a0Jan\u00a02026"


@pytest.mark.parametrize("name", ["", "   "])
def test_a_journey_without_a_name_belongs_to_nobody_in_particular(name: str) -> None:
    assert wording.title(name) == "A journey"


def test_a_name_that_runs_from_right_to_left_is_set_apart_in_the_title() -> None:
    assert wording.title("سارة") == "\u2068سارة\u2069’s journey"
    assert wording.done("نصيحة", 2) == "\u2068نصيحة\u2069, 2 sessions"


@pytest.mark.parametrize(
    "said",
    [
        each
        for name, value in vars(wording).items()
        if name.isupper()
        for each in ([value] if isinstance(value, str) else value)
    ],
)
def test_no_phrase_of_the_picture_blames_or_cheers(said: str) -> None:
    assert "!" not in said
    for word in ("fail", "poor", "bad", "relaps", "non-compliant", "great", "well done"):
        assert word not in said.lower()
