"""Change on each measure: turned to the good, paired, with everybody who is missing."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from cors.catalogue.choices import Catalogue
from cors.catalogue.shipped import shipped
from cors.reports.figure import Figure
from cors.reports.measure_figures import measure_figures
from cors.reports.tests.made_up_facts import (
    AFTER,
    BEFORE,
    BEGAN,
    IN_SPRING,
    SPRING,
    WRITTEN,
    a_case,
    a_score,
    bases,
    given,
    key,
    keys,
    of,
)

CATALOGUE = Catalogue(shipped(), [])
FOUR = ("ada", "bo", "cy", "di")


def figures_of(*scores: Any, names: Any = FOUR, **changed: Any) -> list[Figure]:
    cases = [a_case(name, **changed) for name in names]
    return list(measure_figures(given(cases=cases, scores=scores), CATALOGUE))


def phq(*scores: Any, **changed: Any) -> Figure:
    return of(figures_of(*scores, **changed), "change-phq-9-total")


def test_gives_the_mean_of_the_pairs_and_who_is_missing() -> None:
    """Ada fell from 20 to 11, Bo rose from 8 to 10: (9 - 2) / 2; Cy was asked once, Di never."""
    figure = phq(
        a_score("ada", 20), a_score("ada", 11, IN_SPRING), a_score("bo", 8),
        a_score("bo", 10, IN_SPRING), a_score("cy", 15),
    )  # fmt: skip
    assert (figure.value, figure.unit, figure.part) == (3.5, "points", 2)
    assert bases(figure) == [4, 3]
    assert figure.missing == "2 with two scores, 1 with one, 1 never asked."
    assert figure.cases == keys("ada", "bo")
    assert figure.label == "PHQ-9: change from first to latest"


@pytest.mark.parametrize(
    ("paired", "value", "said"),
    [(10, 2.0, ""), (5, 2.0, ""), (4, 2.0, "Fewer than half"), (3, 2.0, "Fewer than half"),
     (2, None, "Fewer than three in ten"), (0, None, "Nobody has two scores")],
)  # fmt: skip
def test_too_few_pairs_make_no_claim(paired: int, value: float | None, said: str) -> None:
    """Of ten who were asked, so many a second time; each of them came down by two points."""
    names = [f"p{number}" for number in range(10)]
    rows = [a_score(name, 12) for name in names]
    rows += [a_score(name, 10, IN_SPRING) for name in names[:paired]]
    figure = phq(*rows, names=names)
    assert figure.value == value
    assert figure.note.startswith(said) if said else figure.note == ""
    assert figure.missing == f"{paired} with two scores, {10 - paired} with one, 0 never asked."


def test_counts_who_moved_by_more_than_chance_either_way() -> None:
    """Six points are more than chance: Ada and Bo better, Cy within, Di worse, Eve asked once."""
    pairs = {"ada": (20, 11), "bo": (14, 8), "cy": (10, 9), "di": (5, 11)}
    rows = [a_score(name, first) for name, (first, _) in pairs.items()]
    rows += [a_score(name, latest, IN_SPRING) for name, (_, latest) in pairs.items()]
    figures = figures_of(*rows, a_score("eve", 20), names=[*pairs, "eve"])
    better, worse = (of(figures, f"{way}-phq-9-total") for way in ("better", "worse"))
    assert (better.value, better.cases) == (2, keys("ada", "bo"))
    assert (worse.value, worse.cases) == (1, keys("di"))
    assert bases(better) == [5, 4]  # asked, then asked again
    assert better.missing == "1 moved within what chance alone can do."
    assert "by 6 points or more" in better.counts


def test_too_few_pairs_count_nobody_as_moved() -> None:
    names = [f"p{number}" for number in range(10)]
    rows = [a_score(name, 20) for name in names]
    rows += [a_score(name, 5, IN_SPRING) for name in names[:2]]
    better = of(figures_of(*rows, names=names), "better-phq-9-total")
    assert better.value is None
    assert better.note.startswith("Fewer than three in ten")


def test_without_a_checked_limit_nobody_is_sorted() -> None:
    rows = [a_score("ada", 30, measure="bdi-ii"), a_score("ada", 3, IN_SPRING, measure="bdi-ii")]
    assert [figure.key for figure in figures_of(*rows)] == ["change-bdi-ii-total"]


@pytest.mark.parametrize(
    ("measure", "score", "change"),
    [("phq-9", "total", -3), ("swemwbs-total", "total", 3), ("ons4", "satisfied", 3),
     ("ons4", "anxious", -3)],
)  # fmt: skip
def test_turns_plus_to_the_good(measure: str, score: str, change: float) -> None:
    names: dict[str, Any] = {"measure": measure, "key": score}
    rows = (a_score("ada", 5, **names), a_score("ada", 8, IN_SPRING, **names))
    figure, *_ = figures_of(*rows)
    assert (figure.key, figure.value) == (f"change-{measure}-{score}", change)


def test_names_the_score_where_a_measure_has_several() -> None:
    (figure,) = figures_of(a_score("ada", 5, measure="ons4", key="happy"))
    assert figure.label == "ONS4, Happiness yesterday: change from first to latest"


def test_pairs_the_first_with_the_latest_and_skips_those_between() -> None:
    days = [BEGAN + timedelta(days=at) for at in (0, 7, 14)]
    rows = [a_score("ada", value, day) for value, day in zip((20, 2, 14), days, strict=True)]
    assert phq(*rows).value == 6


def test_takes_what_was_written_last_as_the_latest_of_a_day() -> None:
    later = WRITTEN + timedelta(minutes=5)
    rows = (a_score("ada", 20), a_score("ada", 9, written=later))
    assert phq(*rows).value == 11
    assert phq(*reversed(rows)).value == 11


def test_nobody_with_two_scores_is_not_a_change_of_zero() -> None:
    figure = phq(a_score("ada", 20), a_score("bo", 8))
    assert (figure.value, figure.bases, figure.part) == (None, (), None)
    assert figure.note == "Nobody has two scores yet, so there is no change to work out."
    assert figure.missing == "0 with two scores, 2 with one, 2 never asked."


def test_no_change_at_all_is_zero_without_a_minus() -> None:
    figure = phq(a_score("ada", 9), a_score("ada", 9, IN_SPRING))
    assert str(figure.value) == "0.0"
    tiny = [a_score("bo", 9), a_score("bo", 9.001, IN_SPRING)]
    assert str(phq(*tiny).value) == "0.0"


def test_a_person_with_two_cases_is_paired_once_over_both() -> None:
    rows = [a_score("a", 20), replace(a_score("b", 12, IN_SPRING), client=key("person a"))]
    cases = [a_case("a"), a_case("b", "a")]
    figure, *_ = measure_figures(given(cases=cases, scores=rows), CATALOGUE)
    assert (figure.value, figure.part, bases(figure)) == (8, 1, [1, 1])
    assert figure.cases == keys("a", "b")


def test_lists_no_case_that_has_scores_of_another_version_alone() -> None:
    later = [a_score("b", value, IN_SPRING, version="2") for value in (9, 3)]
    rows = [a_score("a", 20), a_score("a", 12, IN_SPRING), *later]
    rows = [replace(row, client=key("person a")) for row in rows]
    figure, *_ = measure_figures(
        given(cases=[a_case("a"), a_case("b", "a")], scores=rows), CATALOGUE
    )
    assert (figure.value, figure.cases) == (8, keys("a"))


@pytest.mark.parametrize(
    "changed", [{"rater": "worker"}, {"on": AFTER}, {"version": "2"}, {"key": "other"}]
)
def test_leaves_out_scores_that_do_not_compare(changed: dict[str, Any]) -> None:
    figure = phq(a_score("ada", 20), a_score("ada", 3, **({"on": IN_SPRING} | changed)))
    assert (figure.value, figure.missing) == (
        None,
        "0 with two scores, 1 with one, 3 never asked.",
    )


@pytest.mark.parametrize(
    "changed",
    [{"started": date(2025, 1, 6), "ended": BEFORE}, {"started": AFTER}, {"started": None}],
)
def test_a_case_outside_the_period_never_counts(changed: dict[str, Any]) -> None:
    rows = (a_score("ada", 20), a_score("ada", 3, IN_SPRING))
    assert figures_of(*rows, names=["ada"], **changed) == []
    assert phq(*rows, names=["ada"]).value == 17


def test_counts_a_first_score_from_before_the_period() -> None:
    rows = (a_score("ada", 20, BEFORE), a_score("ada", 14, SPRING.last))
    assert phq(*rows, started=BEFORE).value == 6


def test_says_nothing_of_measures_that_it_does_not_know() -> None:
    assert figures_of(a_score("ada", 20, measure="tea-leaves")) == []
