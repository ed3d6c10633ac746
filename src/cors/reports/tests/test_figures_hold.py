"""What must hold of every figure, whatever the facts are."""

import random
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cors.catalogue.choices import Catalogue
from cors.catalogue.shipped import shipped
from cors.reports.figure import Figure, Material, Period
from cors.reports.figures import sections
from cors.reports.measure_figures import measure_figures
from cors.reports.rows import in_words, shown
from cors.reports.tests import made_up_facts as made_up
from cors.reports.tests.any_facts import OWNER, any_material, any_rows
from cors.reports.tests.made_up_facts import SPRING, bases

CATALOGUE = Catalogue(shipped(), [])
pytestmark = pytest.mark.slow
FEW = settings(max_examples=40, deadline=None)  # each draws a whole organisation


def all_figures(material: Material) -> list[Figure]:
    told = [figure for part in sections(material) for figure in part.figures]
    return [*told, *measure_figures(material, CATALOGUE)]


def by_key(material: Material) -> dict[str, Figure]:
    return {figure.key: figure for figure in all_figures(material)}


@FEW
@given(any_material())
def test_every_figure_has_a_key_and_a_name_of_its_own(material: Material) -> None:
    found = all_figures(material)
    assert len({figure.key for figure in found}) == len(found)
    assert len({figure.label for figure in found}) == len(found)
    assert all(figure.counts for figure in found)


@FEW
@given(any_material())
def test_what_could_not_be_worked_out_never_looks_like_zero(material: Material) -> None:
    for figure in all_figures(material):
        with_care = figure.note.startswith("Fewer than half")
        assert (figure.value is None) == (bool(figure.note) and not with_care)
        row = shown(figure)
        assert row["unknown"] is (figure.value is None)
        if figure.value is None:
            assert in_words(figure) == "Could not be worked out"
            assert (row["bases"], row["words"]) == ([], figure.note)


@FEW
@given(any_material())
def test_bases_only_shrink_and_hold_what_is_counted(material: Material) -> None:
    for figure in all_figures(material):
        part = figure.value if figure.part is None else figure.part
        if part is None or not figure.bases:
            continue
        sizes = bases(figure)
        assert sizes == sorted(sizes, reverse=True)
        assert sizes[-1] >= part
        for base in figure.bases:
            assert base.share(part) is None or 0 <= (base.share(part) or 0) <= 1


@FEW
@given(any_material())
def test_starters_hold_those_with_the_aim_and_those_hold_the_followed_up(
    material: Material,
) -> None:
    found = by_key(material)
    for key, figure in found.items():
        if key.startswith("outcome-"):
            starters, with_aim, followed_up = bases(figure)
            assert starters == found["supported"].value
            assert starters >= with_aim >= followed_up >= (figure.value or 0)


@FEW
@given(any_material())
def test_nobody_is_counted_twice(material: Material) -> None:
    found = by_key(material)
    people = len(set(OWNER.values()))
    for key, figure in found.items():
        if key in ("supported", "starts") or key.startswith("outcome-"):
            assert (figure.value or 0) <= people
        if key.startswith("change-"):
            assert all(of <= people for of in bases(figure))


@FEW
@given(any_rows(), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(
    rows: dict[str, list[Any]], chance: random.Random
) -> None:
    before = all_figures(made_up.given(SPRING, **rows))
    for table in rows.values():
        chance.shuffle(table)
    assert all_figures(made_up.given(SPRING, **rows)) == before


@FEW
@given(any_rows())
def test_a_case_of_another_time_changes_nothing(rows: dict[str, list[Any]]) -> None:
    """All of it, with goals, barriers and aims still open, a year before the period."""
    before = all_figures(made_up.given(SPRING, **rows))
    long_ago = {name: [_long_ago(row) for row in table] for name, table in rows.items()}
    both = {name: [*rows[name], *long_ago[name]] for name in rows}
    assert all_figures(made_up.given(SPRING, **both)) == before


def _long_ago(row: Any) -> Any:
    """Return a row a year earlier and of another case, which ended before the period."""
    moved = {name: _a_year_earlier(getattr(row, name)) for name in row.__dataclass_fields__} | {
        "case": made_up.key(f"old {row.case}")
    }
    if hasattr(row, "started"):
        moved |= {"ended": moved["ended"] or SPRING.first - timedelta(days=1)}
    return replace(row, **moved)


def _a_year_earlier(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(_a_year_earlier(each) for each in value)
    return value - timedelta(days=365) if type(value) is date else value


@FEW
@given(any_material())
def test_the_list_behind_a_figure_holds_cases_that_there_are(material: Material) -> None:
    for figure in all_figures(material):
        assert figure.cases <= set(OWNER)
        if figure.value == 0 and figure.key not in ("waits", "hours"):
            assert not figure.cases or figure.key.startswith("change-")


def test_no_facts_at_all_give_counts_of_zero_and_nothing_else() -> None:
    found = by_key(made_up.given())
    unknown = {key for key, figure in found.items() if figure.value is None}
    assert unknown == {"waits", "hours", "closer", "back-on-track"}
    assert {figure.value for key, figure in found.items() if key not in unknown} == {0}


def test_an_open_case_counts_in_every_period_from_its_start_on() -> None:
    case = made_up.a_case("a", started=date(2020, 2, 29))
    for year in (2020, 2023, 2028):
        period = Period(date(year, 1, 1), date(year, 12, 31))
        assert by_key(made_up.given(period, cases=[case]))["supported"].value == 1
    assert by_key(made_up.given(SPRING, cases=[case]))["starts"].value == 0
