"""Steps on ladders: first and latest of each person, and who took one step only."""

from datetime import timedelta
from typing import Any

from cors.catalogue.choices import Catalogue
from cors.catalogue.shipped import shipped
from cors.reports.figure import Figure
from cors.reports.ladder_figures import ladder_figures
from cors.reports.measure_figures import measure_figures
from cors.reports.tests.made_up_facts import (
    AFTER,
    IN_SPRING,
    a_case,
    a_score,
    an_outcome,
    bases,
    given,
    key,
    keys,
    of_person,
)

CATALOGUE = Catalogue(shipped(), [])
LATER = IN_SPRING + timedelta(days=9)


def climbed(name: str, rung: str, days: int = 0, **changed: Any) -> Any:
    on = IN_SPRING + timedelta(days=days)
    return an_outcome(name, **({"outcome_type": rung, "on": on} | changed))


def told(*outcomes: Any, cases: Any = None) -> list[Figure]:
    rows = cases or [a_case(name) for name in ("ada", "bo", "cy")]
    return list(ladder_figures(given(cases=rows, outcomes=outcomes), CATALOGUE))


def test_counts_who_is_higher_the_same_and_lower() -> None:
    (figure,) = told(
        climbed("ada", "met-at-the-door"), climbed("ada", "bus-alone", 9),
        climbed("bo", "bus-alone"), climbed("bo", "taxi-together", 9),
        climbed("cy", "taxi-together"),
    )  # fmt: skip
    assert (figure.key, figure.value) == ("ladder-getting-out", 1)
    assert figure.more == ("1 up, 0 the same, 1 down.",)
    assert [(move.first, move.latest) for move in figure.moves] == [
        ("Met at the door", "A bus alone"), ("A bus alone", "A taxi together")
    ]  # fmt: skip
    assert bases(figure) == [3, 2]
    assert (figure.missing, figure.cases) == ("1 person has one step.", keys("ada"))


def test_one_step_each_is_no_change_of_nothing() -> None:
    (figure,) = told(climbed("ada", "bus-alone"), climbed("bo", "bus-alone"))
    assert (figure.value, figure.note) == (None, "Nobody has two steps yet.")
    assert figure.missing == "2 people have one step."


def test_of_two_steps_on_a_day_the_higher_is_the_latest() -> None:
    (figure,) = told(climbed("ada", "bus-alone"), climbed("ada", "met-at-the-door"))
    assert figure.value == 1


def test_what_happened_after_the_period_is_not_counted() -> None:
    late = climbed("ada", "bus-alone", on=AFTER)
    (figure,) = told(climbed("ada", "met-at-the-door"), late)
    assert figure.value is None


def test_two_cases_of_a_person_are_one_climb() -> None:
    cases = [a_case("a"), a_case("b", "a")]
    rows = [climbed("a", "met-at-the-door"), climbed("b", "bus-alone", 9)]
    (figure,) = told(*[of_person(row, key("person a")) for row in rows], cases=cases)
    assert (figure.value, figure.cases) == (1, keys("a", "b"))


def test_a_hard_outcome_is_no_step() -> None:
    assert told(climbed("ada", "settled-housing")) == []


def test_a_ladder_that_is_a_measure_is_never_made_a_mean_of() -> None:
    names: dict[str, Any] = {"measure": "ladder-housing", "key": "rung"}
    rows = [a_score("ada", 1, **names), a_score("ada", 4, LATER, **names),
            a_score("bo", 4, **names), a_score("bo", 2, LATER, **names)]  # fmt: skip
    material = given(cases=[a_case("ada"), a_case("bo")], scores=rows)
    (figure,) = measure_figures(material, CATALOGUE)
    assert (figure.key, figure.value, figure.unit) == ("steps-ladder-housing-rung", 1, "")
    assert figure.more == ("1 up, 0 the same, 1 down.",)
    assert figure.moves[0].first == "Somewhere for some nights, with nothing promised"
    assert figure.cases == keys("ada")
