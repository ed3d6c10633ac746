"""Drawn lives: the same for a seed, as different as people are, and true to themselves."""

import os
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cors.practice.lives import HOLDERS, SEED, TWO_YEARS, lives
from cors.practice.pieces import cast, lasting
from cors.practice.play import PLAYS
from cors.practice.script import events
from cors.practice.tests.digest import digest
from cors.practice.tests.test_pieces import sentences

SEEDS = st.integers(min_value=0, max_value=10**6)
DRAW = """
from cors.practice.lives import lives
from cors.practice.tests.digest import digest
print(digest(lives()))
"""


def drawn_elsewhere(hash_seed: str) -> str:
    """Return the mark of the lives as a process draws them that orders sets in its own way."""
    environment = os.environ | {"PYTHONHASHSEED": hash_seed, "PYTHONPATH": ":".join(sys.path)}
    command = [sys.executable, "-c", DRAW]
    ran = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    return ran.stdout.strip()


def told(script: dict[str, Any], what: str) -> Iterator[tuple[int, Any]]:
    for event in events(script):
        if event.what == what:
            yield event.ago, event.told


def test_a_seed_tells_the_same_again() -> None:
    here = digest(lives())
    assert {drawn_elsewhere(hash_seed) for hash_seed in ("1", "2")} == {here}
    assert digest(lives(SEED + 1)) != here


def test_most_begin_some_wait_some_have_ended() -> None:
    fates = Counter(
        "ended" if any(told(script, "close")) else "begun" if any(told(script, "begin")) else "not"
        for script in lives()
    )
    assert fates["ended"] > 30
    assert fates["begun"] > 30
    assert 5 < fates["not"] < 20
    for what in ("pause", "re_open", "decline", "resolve", "back", "check", "aim", "end_work"):
        assert any(any(told(script, what)) for script in lives()), what


def test_each_service_has_its_share_and_its_keyworkers() -> None:
    shares = Counter(script["service"] for script in lives())
    assert min(shares.values()) >= 15
    assert all(script["keyworker"] in HOLDERS[script["service"]] for script in lives())


@settings(max_examples=4)
@given(SEEDS)
def test_nothing_happens_before_the_referral_or_after_today(seed: int) -> None:
    for script in lives(seed):
        days = [event.ago for event in events(script)]
        assert all(0 <= ago <= script["referred"] for ago in days), script["person"]["name"]
        assert script["referred"] <= TWO_YEARS
        assert {event.what for event in events(script)} <= set(PLAYS)


@settings(max_examples=4)
@given(SEEDS)
def test_nobody_is_told_the_same_sentence_twice(seed: int) -> None:
    for script in lives(seed):
        said = [
            words
            for _, contact in told(script, "contact")
            for words in [*sentences(contact.get("note", "")), *sentences(contact.get("success"))]
        ]
        said += [words for _, each in told(script, "goal") for words in sentences(each["words"])]
        assert len(set(said)) == len(said), script["person"]["name"]
        assert not [words for words in sentences(script) if "{" in words]


@settings(max_examples=4)
@given(SEEDS)
def test_checks_fall_into_their_window(seed: int) -> None:
    for script in lives(seed):
        outcomes = {each["as"]: (ago, each["type"]) for ago, each in told(script, "outcome")}
        for ago, check in told(script, "check"):
            happened, key = outcomes[check["outcome"]]
            assert check["weeks"] in lasting()[key]
            # Two days less on either side: what falls on a weekend is told of the Friday.
            assert -12 <= happened - 7 * check["weeks"] - ago <= 26


def test_contacts_are_close_together_at_first_and_wider_later() -> None:
    early, late = [], []
    for script in lives():
        days = [ago for ago, _ in told(script, "contact")]
        gaps = [(days[0] - day, day - after) for day, after in pairwise(days)]
        early += [gap for since, gap in gaps if since < 50]
        late += [gap for since, gap in gaps if since > 200]
    assert sum(early) / len(early) < 10 < 18 < sum(late) / len(late)


def test_some_contacts_do_not_take_place() -> None:
    results = Counter(
        each.get("result", "held") for script in lives() for _, each in told(script, "contact")
    )
    assert {"did-not-come", "no-answer", "we-cancelled"} <= set(results)
    assert 0.08 < 1 - results["held"] / results.total() < 0.3


def test_those_who_do_worse_are_asked_again_less_often() -> None:
    """Missing follow-ups are no accident: who is far from the goal is not seen again."""
    taken: dict[bool, list[float]] = defaultdict(list)
    for seed in range(4):
        for script in lives(seed):
            days = [ago for ago, _ in told(script, "measure")]
            rated = [value for _, each in told(script, "contact") for value in _ratings(each)]
            if days and rated and days[0] > 200:
                end = next((ago for ago, _ in told(script, "close")), 0)
                taken[rated[-1] >= 6].append((len(days) - 1) * 84 / (days[0] - end))
    shares = {well: sum(found) / len(found) for well, found in taken.items()}
    assert shares[True] > shares[False] * 1.3


def _ratings(contact: dict[str, Any]) -> list[int]:
    return list(contact.get("ratings", {}).values())


def test_ladders_are_climbed_and_slipped_from() -> None:
    checks = Counter(each["result"] for script in lives() for _, each in told(script, "check"))
    assert checks["kept"] > checks["not-kept"] >= 4


def test_who_dies_is_old_and_is_not_asked_again() -> None:
    seen = 0
    for seed in range(9):
        for script in lives(seed):
            closing = [(ago, each) for ago, each in told(script, "close")]
            if closing and closing[0][1]["reason"] == "died":
                seen += 1
                assert _born(script) <= 2026 - 74
                assert all(ago > closing[0][0] for ago, _ in told(script, "check"))
    assert seen


def _born(script: dict[str, Any]) -> int:
    person = script["person"]
    born = person.get("birth_date") or date(person["birth_year"], 1, 1)
    return int(born.year)


def test_children_are_spoken_of_only_by_those_who_have_them() -> None:
    tags = {row[0]: set(row[3]) for row in cast()["people"]}
    for script in lives():
        said = " ".join(sentences(script))
        if any(f" {child} " in f" {said} " for child in cast()["children"]):
            assert tags[script["person"]["name"]] & {"parent", "apart-from-child"}


@pytest.mark.parametrize("what", ["goal", "barrier", "setback", "step", "outcome"])
def test_what_is_named_is_named_once(what: str) -> None:
    for script in lives():
        names = [
            each["as"]
            for event in events(script)
            for each in [event.told, event.told.get(what) if isinstance(event.told, dict) else None]
            if isinstance(each, dict) and str(each.get("as", "")).startswith(what)
        ]
        assert len(set(names)) == len(names)
