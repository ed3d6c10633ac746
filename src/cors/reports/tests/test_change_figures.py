"""Figures of change: against sums done here by hand, and what must hold for any people."""

import csv
import json
from math import sqrt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors.catalogue.schema.measure import HigherIs
from cors.reports.change_figures import (
    ChangeFigures,
    PersonScores,
    ReliabilityNamed,
    change_figures,
)

EXAMPLE = Path(__file__).parents[4] / "examples" / "beat-the-blues" / "scores.csv"
WAVES = ["bdi.pre", "bdi.2m", "bdi.4m", "bdi.6m", "bdi.8m"]
MANUAL = ReliabilityNamed(0.93, "the manual")
T_96, T_51, T_44 = 1.984984, 2.007584, 2.015368  # printed by R for qt(0.975, df)


def of(people: list[PersonScores], **changed: Any) -> ChangeFigures:
    given_to_it: dict[str, Any] = {
        "measure": "bdi-ii",
        "organisation": "trial",
        "waves": ["before", "after"],
        "people": people,
        "higher_is": HigherIs.WORSE,
        "reliability": MANUAL,
    }
    return change_figures(**given_to_it | changed)


def person(name: str, *scores: float | None, group: str = "all") -> PersonScores:
    found = dict(zip(["before", "after", "later"], scores, strict=False))
    return PersonScores(name, group, {k: v for k, v in found.items() if v is not None})


def from_example(by: str | None) -> list[PersonScores]:
    with EXAMPLE.open(encoding="utf-8", newline="") as file:
        return [
            PersonScores(
                row["person"],
                row[by] if by else "all",
                {wave: float(row[wave]) for wave in WAVES if row[wave]},
            )
            for row in csv.DictReader(file)
        ]


def by_hand(people: list[PersonScores], threshold: float, t_975: float) -> dict[str, Any]:
    """Work one group out in plain sums; lower is better here."""
    changes = []
    for each in people:
        later = [each.scores[wave] for wave in WAVES[1:] if wave in each.scores]
        if later:
            changes.append(each.scores["bdi.pre"] - later[-1])
    mean, sd = plain_mean(changes), plain_sd(changes)
    reach = t_975 * sd / sqrt(len(changes))
    return {
        "n": len(changes),
        "mean_change": pytest.approx(mean, abs=1e-9),
        "ci95": pytest.approx([mean - reach, mean + reach], abs=1e-5),
        "improved": sum(change > threshold for change in changes),
        "no_change": sum(-threshold <= change <= threshold for change in changes),
        "worse": sum(change < -threshold for change in changes),
    }


def plain_mean(values: list[float]) -> float:
    return sum(values) / len(values)


def plain_sd(values: list[float]) -> float:
    middle = plain_mean(values)
    return sqrt(sum((each - middle) ** 2 for each in values) / (len(values) - 1))


@pytest.mark.parametrize("by", [None, "treatment"])
def test_gives_the_figures_of_the_trial(by: str | None) -> None:
    people = from_example(by)
    sd = plain_sd([each.scores["bdi.pre"] for each in people])
    threshold = 1.96 * sd * sqrt(2) * sqrt(1 - 0.93)
    found = of(people, waves=WAVES)
    assert found["reliable_change"] == {
        "reliability": 0.93,
        "sd": pytest.approx(sd),
        "threshold": pytest.approx(threshold),
        "source": "the manual",
    }
    names = ["BtheB", "TAU"] if by else ["all"]
    assert [group["group"] for group in found["groups"]] == names
    for group in found["groups"]:
        members = [each for each in people if each.group == group["group"]]
        t_975 = {"all": T_96, "BtheB": T_51, "TAU": T_44}[group["group"]]
        assert group["paired"] == by_hand(members, threshold, t_975)
        assert group["eligible"] == len(members)
        for wave in group["waves"]:
            scores = [
                each.scores[wave["label"]] for each in members if wave["label"] in each.scores
            ]
            assert (wave["n"], wave["missing"]) == (len(scores), len(members) - len(scores))
            assert wave["mean"] == pytest.approx(plain_mean(scores))
            assert wave["sd"] == pytest.approx(plain_sd(scores))


def test_counts_the_people_of_the_trial() -> None:
    """As printed in the handbook's own tables: 100 people, 52 and 48, and 52 left at the end."""
    (everybody,) = of(from_example(None), waves=WAVES)["groups"]
    assert [wave["n"] for wave in everybody["waves"]] == [100, 97, 73, 58, 52]
    one, other = of(from_example("treatment"), waves=WAVES)["groups"]
    assert (one["group"], one["eligible"], other["group"], other["eligible"]) == (
        "BtheB", 52, "TAU", 48,
    )  # fmt: skip


def test_says_what_the_missing_people_do_to_the_result() -> None:
    note = of(from_example(None), waves=WAVES)["note"]
    assert note == (
        "3 of 100 people have no later score: if they counted as unchanged, the mean change "
        "would be +8.24 instead of +8.49."
    )
    note = of(from_example("treatment"), waves=WAVES)["note"]
    assert note == (
        "3 of 100 people have no later score (BtheB 0 of 52, TAU 3 of 48): if they counted as "
        "unchanged, the mean change would be +7.52 for TAU instead of +8.02."
    )


def test_is_one_object_that_json_can_hold() -> None:
    found = of(from_example("treatment"), waves=WAVES)
    assert json.loads(json.dumps(found, allow_nan=False)) == found


def test_pairs_the_baseline_with_the_latest_score() -> None:
    waves = {"waves": ["before", "after", "later"]}
    people = [person("1", 30, 10, None), person("2", 30, 5, 20), person("3", None, 5, 5)]
    (group,) = of(people, **waves)["groups"]
    assert group["paired"]["n"] == 2
    assert group["paired"]["mean_change"] == 15


@pytest.mark.parametrize(("higher_is", "mean"), [(HigherIs.WORSE, 15), (HigherIs.BETTER, -15)])
def test_turns_plus_to_the_good(higher_is: HigherIs, mean: float) -> None:
    people = [person("1", 30, 20), person("2", 35, 15)]
    (group,) = of(people, higher_is=higher_is)["groups"]
    assert group["paired"]["mean_change"] == mean


def test_gives_no_zero_for_what_nobody_can_compute() -> None:
    found = of([])
    (group,) = found["groups"]
    assert (group["group"], group["eligible"]) == ("all", 0)
    assert group["waves"][0] == {"label": "before", "n": 0, "missing": 0, "mean": None, "sd": None}
    assert group["paired"]["n"] == 0
    assert set(group["paired"].values()) == {0, None}
    assert found["reliable_change"]["threshold"] is None
    assert "nothing to compute" in found["note"]


def test_says_why_there_is_no_change_at_all() -> None:
    found = of([person("1", 30, None), person("2", 20, None)])
    assert set(found["groups"][0]["paired"].values()) == {0, None}
    assert found["note"] == "2 of 2 people have no later score, so no change can be computed."


def test_says_why_one_pair_has_no_interval_and_no_spread() -> None:
    found = of([person("1", 30, 10), person("2", None, 10)])
    paired = found["groups"][0]["paired"]
    assert (paired["mean_change"], paired["ci95"], paired["improved"]) == (20, None, None)
    assert "an interval needs two people" in found["note"]
    assert "needs two first scores, not 1" in found["note"]


def test_says_why_nobody_is_sorted_when_all_began_alike() -> None:
    found = of([person("1", 30, 10), person("2", 30, 12)])
    assert found["groups"][0]["paired"]["improved"] is None
    assert "all first scores are the same" in found["note"]


def test_says_why_nobody_is_sorted_without_a_reliability() -> None:
    found = of([person("1", 30, 10), person("2", 20, 12)], reliability=None)
    assert found["groups"][0]["paired"]["improved"] is None
    assert found["reliable_change"]["source"] is None
    assert "no reliability is known" in found["note"]


def test_rests_the_threshold_on_the_baselines_of_all_groups() -> None:
    people = [person("1", 10, 9, group="A"), person("2", 30, 10, group="B"), person("3", 20, None)]
    assert of(people)["reliable_change"]["sd"] == 10
    assert "nobody has a pair" in of(people)["note"]


some_scores = st.dictionaries(st.sampled_from(WAVES), st.integers(0, 63), max_size=5)
some_people = st.lists(st.tuples(st.sampled_from("ABC"), some_scores), max_size=40)


@given(some_people)
def test_never_loses_a_person(rows: list[tuple[str, dict[str, int]]]) -> None:
    people = [PersonScores(str(at), group, scores) for at, (group, scores) in enumerate(rows)]
    found = of(people, waves=WAVES)
    json.dumps(found, allow_nan=False)
    assert sum(group["eligible"] for group in found["groups"]) == len(people)
    for group in found["groups"]:
        assert all(wave["n"] + wave["missing"] == group["eligible"] for wave in group["waves"])
        paired = group["paired"]
        counts = [paired["improved"], paired["no_change"], paired["worse"]]
        assert counts == [None] * 3 or sum(each or 0 for each in counts) == paired["n"]
        assert (paired["mean_change"] is None) == (paired["n"] == 0)
