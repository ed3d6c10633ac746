"""The limit that is shown is the one that was checked against its source, where there is one."""

from dataclasses import replace

from cors.catalogue.shipped import shipped
from cors.measures.limits import limit_of, shown_limit

(SCORE,) = shipped().measures["phq-9"].scores
(CHECKED,) = SCORE.reliable_change
UNCHECKED = replace(CHECKED, value=3, verified=False)


def test_a_checked_limit_comes_before_one_that_was_not() -> None:
    both = replace(SCORE, reliable_change=(UNCHECKED, CHECKED))
    assert shown_limit(both) == limit_of(both) == CHECKED


def test_one_that_was_not_checked_is_shown_and_sorts_nobody() -> None:
    alone = replace(SCORE, reliable_change=(UNCHECKED,))
    assert (shown_limit(alone), limit_of(alone)) == (UNCHECKED, None)


def test_where_nothing_is_known_nothing_is_shown() -> None:
    none = replace(SCORE, reliable_change=())
    assert (shown_limit(none), limit_of(none)) == (None, None)


def test_a_score_too_rough_for_one_person_sorts_nobody() -> None:
    rough = replace(SCORE, individual_change=False)
    assert (shown_limit(rough), limit_of(rough)) == (CHECKED, None)
