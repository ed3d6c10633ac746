"""What the pieces of made-up lives say, and that the catalogue knows what they name."""

import re
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest

from cors.catalogue.shipped import shipped
from cors.plans.lengths import LONGEST_WORDS
from cors.practice.pieces import Someone, anything, cast, fits, lasting, people, topics, words_of
from cors.practice.tests.test_script import ABOUT_SOFTWARE, BLAMES

GOALS = [goal["words"] for topic in topics().values() for goal in topic["goals"]]
STOCK = re.compile(r"well-?being|self-esteem|independen|support network|life skills", re.I)
AREAS = {
    "housing", "money", "work-and-learning", "alcohol-and-drugs", "mental-wellbeing", "confidence",
    "relationships", "physical-health", "safety", "staying-out-of-trouble", "daily-living",
    "community",
}  # fmt: skip
NOT_OF_MANY = re.compile(r"\b[Tt]hey (was|is|has|does|\w+[^s]s)\b")


def sentences(told: Any) -> Iterator[str]:
    """Return everything that was written by hand: keys of the catalogue have no spaces."""
    if isinstance(told, str):
        yield from [told] if " " in told else []
    elif isinstance(told, dict):
        for each in told.values():
            yield from sentences(each)
    elif isinstance(told, list):
        for each in told:
            yield from sentences(each)


def all_of(part: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, topic in topics().items():
        for each in topic[part]:
            yield name, each


def test_goals_are_in_many_voices() -> None:
    assert len(set(GOALS)) == len(GOALS) >= 150
    assert {topic["area"] for topic in topics().values()} == AREAS
    asked = {tag for _, goal in all_of("goals") for tag in goal.get("needs", [])}
    assert asked >= {"esl", "scots", "north", "welsh", "london", "wm", "parent", "grandparent"}
    assert not [words for words in GOALS if STOCK.search(words)]


def test_nothing_blames_and_nothing_is_about_software() -> None:
    said = [*sentences(topics()), *sentences(anything())]
    assert len(said) > 900
    assert not [words for words in said if BLAMES.search(words) or ABOUT_SOFTWARE.search(words)]
    assert max(map(len, said)) < LONGEST_WORDS


def test_pronouns_read_well_for_everybody() -> None:
    said = [*sentences(topics()), *sentences(anything())]
    for someone in people(Random(3)):
        assert not [words for words in map(someone.says, said) if "{" in words]
        if someone.pronouns == "they/them":
            assert not [words for words in map(someone.says, said) if NOT_OF_MANY.search(words)]


@pytest.mark.parametrize(
    ("part", "field", "kind"),
    [
        ("barriers", "type", "barrier_type"),
        ("barriers", "work", "intervention_type"),
        ("work", "type", "intervention_type"),
        ("outcomes", "type", "outcome_type"),
    ],
)
def test_the_catalogue_knows_what_a_topic_names(part: str, field: str, kind: str) -> None:
    known = set(shipped().entries(kind))
    assert not [(name, each[field]) for name, each in all_of(part) if each[field] not in known]


def test_what_shows_an_outcome_is_among_what_can() -> None:
    kinds = shipped().outcome_types
    assert not [
        (name, each["type"], each["evidence"])
        for name, each in all_of("outcomes")
        if each["evidence"] not in kinds[each["type"]].evidence
    ]
    assert {key: tuple(each.sustained_weeks) for key, each in kinds.items()} == lasting()


def test_sources_reasons_and_areas_are_in_the_catalogue() -> None:
    sources = set(shipped().referral_sources)
    named = {each for topic in topics().values() for each in topic["sources"]}
    named |= {
        each["source"]
        for topic in topics().values()
        for each in topic["referrals"]
        if isinstance(each, dict) and "source" in each
    }
    assert named <= sources
    reasons = set(shipped().ending_reasons)
    assert set(anything()["endings"]) <= reasons
    assert {topic["area"] for topic in topics().values()} <= set(shipped().life_areas)


def test_topics_keep_apart_only_what_there_is() -> None:
    assert {each for topic in topics().values() for each in topic["apart"]} <= set(topics())


def test_the_cast_is_of_one_hundred_and_eight_people() -> None:
    names = [row[0] for row in cast()["people"]]
    assert len(set(names)) == len(names) == 108
    tags = {tag for row in cast()["people"] for tag in row[3]}
    needed = {tag for _, goal in all_of("goals") for tag in goal.get("needs", [])}
    assert needed <= tags


def test_children_go_with_an_age_that_can_have_them() -> None:
    for someone in people(Random(5)):
        if someone.tags & {"parent", "new-baby"}:
            assert 20 <= someone.age <= 48, someone.name
        if someone.tags & {"grandparent", "grown-child"}:
            assert someone.age >= 48, someone.name


@pytest.mark.parametrize(
    ("piece", "can_be"),
    [
        ("anything", True),
        ({"words": "x", "ages": [18, 30]}, True),
        ({"words": "x", "ages": [31, 90]}, False),
        ({"words": "x", "needs": ["dog"]}, True),
        ({"words": "x", "needs": ["dog", "parent"]}, False),
        ({"words": "x", "needs": ["teeth"]}, True),
        ({"words": "x", "pronouns": ["she/her"]}, False),
    ],
)
def test_a_piece_fits_who_it_can_be_true_of(piece: Any, *, can_be: bool) -> None:
    someone = Someone("Jo", "they/them", 2001, frozenset({"dog"}), "")
    assert fits(piece, someone, frozenset({"teeth"})) is can_be
    assert words_of(piece) in ("x", "anything")


def test_says_it_with_the_persons_own_pronouns() -> None:
    someone = Someone("Jo", "they/them", 2001, frozenset(), "", {"friend": "Una"})
    said = someone.says("{He} rang {friend} by {himself} about {his} door.")
    assert said == "They rang Una by themself about their door."
