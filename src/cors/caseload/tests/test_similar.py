"""What may be shown of a similar place: enough people, rounded, in order, never ranked."""

from itertools import pairwise

import pytest

from cors.caseload.similar import Counted, Rate, rate_of, rounded, similar_place


@pytest.mark.parametrize(("people", "about"), [(0, None), (7, None), (8, 10), (12, 10), (13, 15)])
def test_of_fewer_than_8_people_nothing_is_shown(people: int, about: int | None) -> None:
    found = similar_place(Counted(people, 0), [("Talking", Counted(people, 0))])
    assert found.about == about
    assert bool(found.tried) is (about is not None)


def test_what_was_tried_stands_in_alphabetical_order_however_often_it_helped() -> None:
    rows = [
        ("Walks", Counted(90, 80)),
        ("a Course", Counted(40, 10)),
        ("Budgeting", Counted(60, 30)),
    ]
    found = similar_place(Counted(100, 90), rows)
    assert [row.label for row in found.tried] == ["a Course", "Budgeting", "Walks"]


def test_what_few_tried_is_folded_away_without_its_name() -> None:
    rows = [("Talking", Counted(9, 0)), ("Hypnosis", Counted(7, 7))]
    found = similar_place(Counted(20, 5), rows)
    assert [(row.label, row.about) for row in found.tried] == [("Talking", 10)]
    assert found.something_else
    assert "Hypnosis" not in str(found)
    assert not similar_place(Counted(20, 5), rows[:1]).something_else


@pytest.mark.parametrize(
    ("people", "came_right", "is_shown"),
    [
        (29, 15, False),
        (30, 15, True),
        (30, 7, False),
        (30, 8, True),
        (30, 22, True),
        (30, 23, False),
        (500, 500, False),
        (500, 0, False),
    ],
)
def test_a_rate_needs_30_people_and_8_on_either_side(
    people: int, came_right: int, is_shown: bool
) -> None:
    assert (rate_of(Counted(people, came_right)) is not None) is is_shown


def test_a_rate_comes_of_the_rounded_counts_alone() -> None:
    assert rate_of(Counted(38, 18)) == rate_of(Counted(42, 22)) == Rate(50, 35, 65)


def test_one_person_more_changes_nothing_but_at_the_edge_of_a_five() -> None:
    counts = [rounded(people) for people in range(8, 63)]
    changes = sum(before != after for before, after in pairwise(counts))
    assert changes == 10
    assert all(count % 5 == 0 for count in counts)
