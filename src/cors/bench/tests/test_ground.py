from datetime import date
from random import Random
from uuid import uuid4

import pytest

from cors.bench import names, wording
from cors.bench.ground import CASELOAD, Ground, Post, keyworkers, open_cases
from cors.core.blind_index import fold


def _ground(clients: int) -> Ground:
    posts = tuple(Post(uuid4(), uuid4(), uuid4()) for _ in range(keyworkers(clients)))
    return Ground(uuid4(), b"k" * 32, b"i" * 32, "FH", date(2026, 11, 23), clients, posts)


@pytest.mark.parametrize(
    ("clients", "going_on"), [(20, 20), (50, 30), (100, 30), (1_000, 200), (100_000, 20_000)]
)
def test_a_fifth_of_the_cases_goes_on_and_one_caseload_at_least(
    clients: int, going_on: int
) -> None:
    assert open_cases(clients) == going_on


@pytest.mark.parametrize(("clients", "people"), [(50, 1), (1_000, 7), (100_000, 667)])
def test_there_are_keyworkers_for_all_open_cases(clients: int, people: int) -> None:
    assert keyworkers(clients) == people


def test_the_first_keyworker_holds_one_whole_caseload() -> None:
    ground = _ground(1_000)
    held = [n for n in range(1_000) if ground.is_open(n) and ground.post_of(n) is ground.posts[0]]
    assert held == list(range(CASELOAD))


def test_ended_cases_are_dealt_out_among_all() -> None:
    ground = _ground(1_000)
    ended = {ground.post_of(n).member for n in range(1_000) if not ground.is_open(n)}
    assert ended == {post.member for post in ground.posts}


def test_names_have_two_words_at_least_and_fold_to_something() -> None:
    chance = Random(3)
    for _ in range(500):
        name = names.name(chance)
        assert len(name.split()) >= 2
        assert fold(name)


def test_some_family_names_are_far_more_common_than_others() -> None:
    chance = Random(5)
    said = [names.name(chance).split()[-1] for _ in range(5_000)]
    first, last = names.FAMILIES[0], names.FAMILIES[-1]
    assert said.count(first) > 3 * said.count(last)
    assert len(set(said)) > 500


def test_no_two_letters_hold_most_people() -> None:
    chance = Random(7)
    letters = [fold(names.name(chance)).split()[-1][:2] for _ in range(5_000)]
    assert max(letters.count(each) for each in set(letters)) < 500


def test_notes_have_the_lengths_of_notes() -> None:
    chance = Random(1)
    lengths = [len(wording.note(chance)) for _ in range(200)]
    assert min(lengths) > 20
    assert max(lengths) < 500
    assert len(set(lengths)) > 40
