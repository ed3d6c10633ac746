"""Ladders of small steps, whose rungs are outcomes too."""

import pytest

from cors.catalogue.schema.entries import Ladder
from cors.catalogue.shipped import shipped

LADDERS = list(shipped().ladders.values())


def test_four_ladders_are_there() -> None:
    assert list(shipped().ladders) == [
        "getting-out",
        "place-of-my-own",
        "towards-work",
        "money-in-hand",
    ]


def test_getting_out_goes_from_the_door_to_a_bus_alone() -> None:
    rungs = shipped().ladders["getting-out"].rungs
    assert [rung.label for rung in rungs] == [
        "Met at the door",
        "A taxi together",
        "A bus together",
        "A bus alone",
    ]


@pytest.mark.parametrize("ladder", LADDERS, ids=lambda ladder: ladder.key)
def test_every_rung_is_an_outcome_that_knows_its_ladder(ladder: Ladder) -> None:
    for number, rung in enumerate(ladder.rungs, start=1):
        assert shipped().outcome_types[rung.key] is rung
        assert (rung.ladder, rung.rung) == (ladder.key, number)
        assert rung.life_area == ladder.life_area
        assert not rung.is_hard


@pytest.mark.parametrize("ladder", LADDERS, ids=lambda ladder: ladder.key)
def test_our_own_ladders_say_that_they_are_not_validated(ladder: Ladder) -> None:
    assert not ladder.validated


@pytest.mark.parametrize("ladder", LADDERS, ids=lambda ladder: ladder.key)
def test_only_the_top_of_a_ladder_is_asked_after_later(ladder: Ladder) -> None:
    lasting = [rung.can_last for rung in ladder.rungs]
    assert lasting == sorted(lasting)
    assert lasting[-1]
