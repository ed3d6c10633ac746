"""The figures asked of a snapshot are those that a slow walk over plain rows gives."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cors.catalogue.choices import Catalogue
from cors.catalogue.shipped import shipped
from cors.reports.figure import Figure, Period
from cors.reports.figures import sections
from cors.reports.measure_figures import measure_figures
from cors.reports.tests import made_up_facts as made_up
from cors.reports.tests import plain_figure, plain_figures, plain_measure_figures
from cors.reports.tests.any_facts import any_rows
from cors.reports.tests.made_up_facts import PLANNED, SPRING, capitalised

CATALOGUE = Catalogue(shipped(), [])
pytestmark = pytest.mark.slow


def quick(rows: dict[str, list[Any]], period: Period) -> list[Figure]:
    material = made_up.given(period, **rows)
    told = [figure for part in sections(material) for figure in part.figures]
    return [*told, *measure_figures(material, CATALOGUE)]


def slow(rows: dict[str, list[Any]], period: Period) -> list[Figure]:
    walked = plain_figure.Period(period.first, period.last)
    facts = made_up.facts_of(rows)
    material = plain_figure.Material(facts, walked, capitalised, PLANNED)
    told = [figure for part in plain_figures.sections(material) for figure in part.figures]
    return [*told, *plain_measure_figures.measure_figures(material, CATALOGUE)]


def many_scores() -> Any:
    """Draw scores of several measures, versions and raters, some of them on one day."""
    return st.lists(
        st.builds(
            made_up.a_score,
            st.sampled_from("abcd"),
            st.one_of(st.integers(0, 27), st.floats(0, 27)),
            st.dates(SPRING.first, made_up.AFTER),
            measure=st.sampled_from(["phq-9", "bdi-ii"]),
            version=st.sampled_from(["1", "2"]),
            rater=st.sampled_from(["client", "client", "worker"]),
            written=st.datetimes(made_up.WRITTEN.replace(tzinfo=None)).map(made_up.in_utc),
        ),
        max_size=30,
    )


@settings(max_examples=60, deadline=None)
@given(any_rows(), many_scores(), st.integers(0, 60), st.integers(0, 120))
def test_figures_are_those_of_a_slow_walk(
    rows: dict[str, list[Any]], scores: list[Any], later: int, length: int
) -> None:
    owner = {row.case: row.client for row in rows["cases"]}
    rows["scores"] += [made_up.of_person(row, owner[row.case]) for row in scores]
    period = made_up.period_from(SPRING.first, later, length)
    for fast, walked in zip(quick(rows, period), slow(rows, period), strict=True):
        assert fast == walked
        assert len(fast.cases) == len(walked.cases)
