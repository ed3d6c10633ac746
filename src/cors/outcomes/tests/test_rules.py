from datetime import date, timedelta

import pytest

from cors.outcomes.rules import Answer, State, checks, happened_between, refusal, tally

HAPPENED = date(2026, 1, 5)
DUE = HAPPENED + timedelta(weeks=13)
WEEKS = (13, 26)


def states(today: date, **made: Answer) -> list[State]:
    answers = {int(key.removeprefix("week_")): answer for key, answer in made.items()}
    return [check.state for check in checks(HAPPENED, WEEKS, answers, today)]


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (DUE - timedelta(days=15), State.NOT_YET_DUE),
        (DUE - timedelta(days=14), State.DUE),
        (DUE, State.DUE),
        (DUE + timedelta(days=28), State.DUE),
        (DUE + timedelta(days=29), State.LOST_TOUCH),
    ],
)
def test_a_check_stands_by_its_window(day: date, state: State) -> None:
    assert states(day)[0] is state


@pytest.mark.parametrize("days", range(-60, 61))
def test_the_days_of_an_outcome_in_time_are_those_of_its_open_window(days: int) -> None:
    today = DUE + timedelta(days=days)
    first, last = happened_between(13, today)
    assert (first <= HAPPENED <= last) == (states(today)[0] is State.DUE)


def test_an_answer_stands_however_late_one_looks() -> None:
    kept = Answer(State.KEPT, DUE)
    assert states(DUE + timedelta(weeks=52), week_13=kept) == [State.KEPT, State.LOST_TOUCH]


def test_not_kept_once_is_asked_after_again() -> None:
    lost = Answer(State.NOT_KEPT, DUE)
    assert states(DUE, week_13=lost) == [State.NOT_KEPT, State.NOT_YET_DUE]


@pytest.mark.parametrize("result", [State.DIED, State.MOVED_AWAY])
def test_nobody_is_asked_again_after_a_death_or_a_move(result: State) -> None:
    assert states(DUE, week_13=Answer(result, DUE)) == [result, result]


def test_a_move_after_the_window_leaves_the_earlier_check_lost() -> None:
    late = HAPPENED + timedelta(weeks=25)
    found = states(late, week_26=Answer(State.MOVED_AWAY, late))
    assert found == [State.LOST_TOUCH, State.MOVED_AWAY]


def test_an_outcome_that_can_not_last_has_no_checks() -> None:
    assert checks(HAPPENED, (), {}, DUE) == []


def test_a_check_says_its_window() -> None:
    check = checks(HAPPENED, (13,), {}, DUE)[0]
    assert (check.due_date, check.first_date, check.last_date) == (
        date(2026, 4, 6),
        date(2026, 3, 23),
        date(2026, 5, 4),
    )


def test_what_is_not_due_yet_is_in_no_denominator() -> None:
    found = tally(checks(HAPPENED, WEEKS, {}, HAPPENED))
    assert (found.settled, found.followed_up, found.waiting) == (0, 0, 0)


def test_what_may_be_asked_now_is_missing_not_a_result() -> None:
    found = tally(checks(HAPPENED, WEEKS, {}, DUE))
    assert (found.settled, found.followed_up, found.waiting) == (0, 0, 1)


def test_lost_touch_is_settled_and_not_followed_up() -> None:
    made = {13: Answer(State.KEPT, DUE)}
    found = tally(checks(HAPPENED, WEEKS, made, DUE + timedelta(weeks=52)))
    assert (found.settled, found.followed_up, found.of(State.KEPT)) == (2, 1, 1)


def test_an_answer_outside_the_window_is_told_when_to_ask() -> None:
    sentence = refusal(HAPPENED, 13, State.KEPT, DUE - timedelta(days=15))
    assert sentence == "Ask between 23 March 2026 and 4 May 2026: give a day in that time."


def test_nobody_is_given_up_while_there_is_time() -> None:
    assert refusal(HAPPENED, 13, State.LOST_TOUCH, DUE) == "There is time to ask until 4 May 2026."
    assert refusal(HAPPENED, 13, State.LOST_TOUCH, DUE + timedelta(days=29)) == ""


def test_a_death_is_kept_on_any_day_after_the_outcome() -> None:
    assert refusal(HAPPENED, 13, State.DIED, HAPPENED + timedelta(days=3)) == ""
    assert refusal(HAPPENED, 13, State.DIED, HAPPENED - timedelta(days=1)) != ""
