"""The trial from its file to its figures, against sums done here from the file alone."""

import csv
import json
from argparse import Namespace
from pathlib import Path
from statistics import mean, stdev
from typing import Any

import pytest

from cors.audit.models import Event
from cors.cases.models import Case, GroupCode
from cors.exchange.commands import import_scores
from cors.measures.models import Score
from cors.reports.commands import figures_change
from tests.stage.personas import Stage

EXAMPLE = Path(__file__).parents[4] / "examples" / "beat-the-blues"
WAVES = {
    "before treatment": "bdi.pre",
    "2 months": "bdi.2m",
    "4 months": "bdi.4m",
    "6 months": "bdi.6m",
    "8 months": "bdi.8m",
}
T_975 = {"all": 1.984984, "BtheB": 2.007584, "TAU": 2.015368}  # R: qt(.975, c(96, 51, 44))


def bring(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    args = Namespace(
        file=str(EXAMPLE / "scores.csv"),
        map=str(EXAMPLE / "map.toml"),
        organisation="harbour",
        dry_run=False,
        skip_bad=False,
        json=True,
    )
    assert import_scores(args) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def figures(capsys: pytest.CaptureFixture[str], by: str | None = None) -> dict[str, Any]:
    args = Namespace(organisation="harbour", measure="bdi-ii", by=by, json=True)
    assert figures_change(args) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def people(treatment: str) -> list[dict[str, str]]:
    with (EXAMPLE / "scores.csv").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if treatment in ("all", row["treatment"])]


def scores(rows: list[dict[str, str]], column: str) -> list[float]:
    return [float(row[column]) for row in rows if row[column]]


def changes(rows: list[dict[str, str]]) -> list[float]:
    """Baseline less the latest later score: plus is good, because the scale counts trouble."""
    found = []
    for row in rows:
        later = [row[column] for column in list(WAVES.values())[1:] if row[column]]
        if later:
            found.append(float(row["bdi.pre"]) - float(later[-1]))
    return found


@pytest.mark.slow
def test_goes_from_its_file_to_its_figures(
    stage: Stage, capsys: pytest.CaptureFixture[str]
) -> None:
    check_brought_in(bring(capsys))
    everybody, arms = figures(capsys), figures(capsys, "treatment")
    assert [each["group"] for each in everybody["groups"]] == ["all"]
    assert [each["group"] for each in arms["groups"]] == ["BtheB", "TAU"]
    for found in (everybody, arms):
        check_whole(found)
        for group in found["groups"]:
            check_waves(group)
            check_pairs(group, found["reliable_change"]["threshold"])
    events = Event.objects.count()
    assert bring(capsys)["scores"] == {"added": 0, "already_there": 380}
    assert (Event.objects.count(), figures(capsys)) == (events, everybody)


def check_brought_in(report: dict[str, Any]) -> None:
    assert report["people"] == {"added": 100, "already_there": 0}
    assert report["scores"] == {"added": 380, "already_there": 0}
    assert (Case.objects.count(), Score.objects.count()) == (100, 380)
    assert GroupCode.objects.filter(name="treatment", code="BtheB").count() == 52


def check_whole(found: dict[str, Any]) -> None:
    assert list(found) == ["measure", "organisation", "groups", "reliable_change", "note"]
    assert (found["measure"], found["organisation"]) == ("bdi-ii", "harbour")
    sd = stdev(scores(people("all"), "bdi.pre"))
    reliable = found["reliable_change"]
    assert reliable["reliability"] == 0.93
    assert reliable["sd"] == pytest.approx(sd)
    assert reliable["threshold"] == pytest.approx(1.96 * sd * 2**0.5 * (1 - 0.93) ** 0.5)
    assert "Beck AT, Steer RA, Brown GK (1996)" in reliable["source"]
    missing = 100 - len(changes(people("all")))
    assert f"{missing} of 100 people have no later score" in found["note"]


def check_waves(group: dict[str, Any]) -> None:
    rows = people(group["group"])
    assert group["eligible"] == len(rows)
    assert [wave["label"] for wave in group["waves"]] == list(WAVES)
    for wave in group["waves"]:
        given = scores(rows, WAVES[wave["label"]])
        assert (wave["n"], wave["missing"]) == (len(given), len(rows) - len(given))
        assert wave["mean"] == pytest.approx(mean(given))
        assert wave["sd"] == pytest.approx(stdev(given))


def check_pairs(group: dict[str, Any], threshold: float) -> None:
    found = changes(people(group["group"]))
    reach = T_975[group["group"]] * stdev(found) / len(found) ** 0.5
    paired = group["paired"]
    assert paired["n"] == len(found)
    assert paired["mean_change"] == pytest.approx(mean(found))
    assert paired["ci95"] == pytest.approx([mean(found) - reach, mean(found) + reach], abs=1e-5)
    assert paired["improved"] == sum(each > threshold for each in found)
    assert paired["worse"] == sum(each < -threshold for each in found)
    assert paired["no_change"] == sum(abs(each) <= threshold for each in found)
