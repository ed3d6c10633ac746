"""Pieces are drawn evenly, fittingly, and to nobody twice."""

from collections import Counter
from random import Random

from cors.practice.deck import Deck
from cors.practice.pieces import Someone

ANYBODY = Someone("Jo", "she/her", 1980, frozenset(), "")
PIECES = ["one", "two", "three"]


def test_says_all_before_it_says_one_again() -> None:
    deck = Deck(Random(1))
    drawn = Counter(deck.draw(PIECES, ANYBODY) for _ in range(9))
    assert drawn == {"one": 3, "two": 3, "three": 3}


def test_draws_nothing_that_was_said_to_the_same_person() -> None:
    deck = Deck(Random(1))
    assert deck.draw(PIECES, ANYBODY, said=["one", "three"]) == "two"
    assert deck.draw(PIECES, ANYBODY, said=PIECES) is None


def test_draws_only_what_fits() -> None:
    deck = Deck(Random(1))
    pieces = [{"words": "young", "ages": [18, 25]}, {"words": "any"}]
    assert {deck.draw(pieces, ANYBODY)["words"] for _ in range(5)} == {"any"}
    assert deck.draw(pieces[:1], ANYBODY) is None


def test_what_a_goal_brings_counts_as_true_of_somebody() -> None:
    deck = Deck(Random(1))
    pieces = [{"words": "teeth", "needs": ["teeth"]}]
    assert deck.draw(pieces, ANYBODY) is None
    assert deck.draw(pieces, ANYBODY, frozenset({"teeth"}))["words"] == "teeth"
