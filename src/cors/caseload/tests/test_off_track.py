"""Off track: two falls of one rater, or a measure that moved the wrong way by more than chance."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from cors.caseload.off_track import Taken, fell_twice, moved_the_wrong_way
from cors.catalogue.schema.measure import MeasureDefinition
from cors.catalogue.shipped import shipped
from cors.measures.limits import limit_of

BEGAN = date(2026, 3, 2)


def _rated(*values: int) -> list[tuple[date, int]]:
    return [(BEGAN + timedelta(days=7 * place), value) for place, value in enumerate(values)]


@pytest.mark.parametrize(
    ("values", "points"),
    [
        ((), 0),
        ((4,), 0),
        ((5, 3), 0),
        ((6, 5, 3), 3),
        ((6, 5, 4), 2),
        ((2, 6, 5, 4), 2),
        ((5, 5, 4), 0),
        ((9, 4, 4), 0),
        ((7, 5, 3, 4), 0),
        ((9, 8, 7, 6), 2),
    ],
)
def test_two_falls_in_a_row_count_by_their_points(values: tuple[int, ...], points: int) -> None:
    fall = fell_twice(_rated(*values))
    assert (fall.points if fall else 0) == points


def test_a_correction_on_the_same_day_is_no_fall() -> None:
    same_day = [(BEGAN, 7), (BEGAN, 6), (BEGAN + timedelta(days=7), 5)]
    assert fell_twice(same_day) is None
    assert fell_twice(_rated(7, 6, 5)) is not None


def _phq(value: float, rater: str = "client", **other: str) -> Taken:
    known = {"measure": "phq-9", "version": shipped().measures["phq-9"].version, "key": "total"}
    return Taken(rater=rater, value=value, **(known | other))


def _definitions() -> dict[str, MeasureDefinition]:
    return dict(shipped().measures)


@pytest.mark.parametrize(("latest", "points"), [(15, None), (16, 6), (20, 10), (4, None)])
def test_a_measure_moved_the_wrong_way_from_its_published_amount_on(
    latest: int, points: int | None
) -> None:
    worse = moved_the_wrong_way([_phq(10), _phq(3), _phq(latest)], _definitions())
    assert (worse.points if worse else None) == points


def test_a_scale_on_which_more_is_better_is_read_the_other_way_round() -> None:
    key = "swemwbs"
    definition = shipped().measures[key]
    score = next(each for each in definition.scores if each.reliable_change)
    limited = replace(
        score, reliable_change=(replace(score.reliable_change[0], value=3, verified=True),)
    )
    known = {key: replace(definition, scores=(limited,))}
    taken = [Taken(key, definition.version, "client", score.key, value) for value in (25.0, 20.0)]
    worse = moved_the_wrong_way(taken, known)
    assert worse is not None
    assert worse.points == 5
    assert moved_the_wrong_way(taken[::-1], known) is None


def test_only_scores_of_one_rater_and_version_are_compared() -> None:
    others = [_phq(20, "worker"), _phq(20, version="0"), _phq(20, key="other")]
    assert moved_the_wrong_way([_phq(10), *others], _definitions()) is None
    assert moved_the_wrong_way([_phq(10), *others, _phq(20)], _definitions()) is not None


def test_without_a_limit_from_a_checked_source_nobody_is_called_worse() -> None:
    definition = shipped().measures["phq-9"]
    (score,) = definition.scores
    (limit,) = score.reliable_change
    for shown in (
        replace(score, reliable_change=()),
        replace(score, reliable_change=(replace(limit, verified=False),)),
        replace(score, reliable_change=(replace(limit, source=""),)),
        replace(score, individual_change=False),
    ):
        assert limit_of(shown) is None
        known = {"phq-9": replace(definition, scores=(shown,))}
        assert moved_the_wrong_way([_phq(0), _phq(27)], known) is None
    assert limit_of(score) == limit


def test_what_moved_furthest_for_its_kind_is_named() -> None:
    known = _definitions()
    gad = Taken("gad-7", known["gad-7"].version, "client", "total", 2)
    taken = [_phq(10), gad, _phq(17), replace(gad, value=20)]
    worse = moved_the_wrong_way(taken, known)
    assert worse is not None
    assert worse.label == known["gad-7"].label
