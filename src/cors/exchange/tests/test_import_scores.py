"""Bringing a table of scores in, from the command to the records and back out as figures."""

import json
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cors.audit.models import Event
from cors.cases.models import Case, GroupCode
from cors.clients.models import Client
from cors.core.errors import NotAllowed
from cors.exchange import actions, commands
from cors.exchange.tests.tables import HEADER, MAP, a_map, reading_of
from cors.measures.actions import withdraw_assessment
from cors.measures.models import Assessment, Score
from cors.reports.models import ReliabilityUsed
from tests.stage.personas import Stage

GOOD = f"{HEADER}\n007,A,29,2\n8,B,20,\n9,A,,\n"
EXAMPLE = Path(__file__).parents[4] / "examples" / "beat-the-blues"
Bring = Callable[..., tuple[int, dict[str, Any]]]


@pytest.fixture
def bring(stage: Stage, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Bring:
    """Return a function that runs the command on a table and hands back its code and object."""
    (tmp_path / "map.toml").write_text(MAP, encoding="utf-8")

    def run(table: str | bytes, **changed: Any) -> tuple[int, dict[str, Any]]:
        file = tmp_path / "scores.csv"
        file.write_bytes(table.encode() if isinstance(table, str) else table)
        given = {
            "file": str(file),
            "map": str(tmp_path / "map.toml"),
            "organisation": "harbour",
            "dry_run": False,
            "skip_bad": False,
            "json": True,
        }
        code = commands.import_scores(Namespace(**(given | changed)))
        out = capsys.readouterr().out
        return code, json.loads(out) if out.startswith("{") else {"words": out}

    return run


def counts() -> list[int]:
    return [each.objects.count() for each in (Client, Case, GroupCode, Assessment, Score)]


def test_writes_people_cases_groups_and_scores(bring: Bring) -> None:
    code, report = bring(GOOD)
    assert (code, report["written"], report["mistakes"]) == (0, True, [])
    assert report["people"] == {"added": 3, "already_there": 0}
    assert report["scores"] == {"added": 3, "already_there": 0}
    assert counts() == [3, 3, 3, 3, 3]
    case = Case.objects.get(client__reference="007")
    assert (case.service.name, GroupCode.of(case)) == ("Imported scores", {"arm": "A"})
    before, after = Assessment.of(case)
    assert (before.wave, before.scores(), before.is_reported) == ("before", {"total": 29.0}, True)
    assert (after.wave, (after.happened_date - before.happened_date).days) == ("after", 90)
    assert case.started_date == before.happened_date


def test_adds_nothing_the_second_time(bring: Bring) -> None:
    bring(GOOD)
    before, events = counts(), Event.objects.count()
    code, report = bring(GOOD)
    assert code == 0
    assert report["people"] == {"added": 0, "already_there": 3}
    assert report["scores"] == {"added": 0, "already_there": 3}
    assert (counts(), Event.objects.count()) == (before, events)


def test_adds_only_what_is_new(bring: Bring) -> None:
    bring(GOOD)
    code, report = bring(f"{HEADER}\n007,A,29,2\n8,B,20,15\n10,B,30,\n")
    assert (code, report["people"]["added"], report["scores"]["added"]) == (0, 1, 2)
    assert counts() == [4, 4, 4, 5, 5]


def test_writes_nothing_in_a_dry_run_and_says_the_same(bring: Bring) -> None:
    _, foretold = bring(GOOD, dry_run=True)
    assert counts() == [0, 0, 0, 0, 0]
    assert not foretold["written"]
    _, done = bring(GOOD)
    assert foretold | {"dry_run": False, "written": True} == done


@pytest.mark.parametrize("dry_run", [False, True])
def test_writes_nothing_of_a_file_with_a_bad_row(bring: Bring, dry_run: bool) -> None:
    code, report = bring(f"{HEADER}\n1,A,29,2\n2,B,sixty,1\n", dry_run=dry_run)
    assert (code, report["written"], report["people"]["added"]) == (1, False, 0)
    assert [(each["line"], each["column"]) for each in report["mistakes"]] == [(3, "first")]
    assert counts() == [0, 0, 0, 0, 0]
    assert not ReliabilityUsed.objects.exists()


def test_leaves_bad_rows_out_when_told_to(bring: Bring) -> None:
    code, report = bring(f"{HEADER}\n1,A,29,2\n2,B,sixty,1\n1,B,4,5\n", skip_bad=True)
    assert (code, report["written"], report["skipped_bad"]) == (0, True, True)
    assert [each["line"] for each in report["mistakes"]] == [3, 4]
    assert [each.reference for each in Client.objects.all()] == ["1"]


def test_cannot_skip_a_header(bring: Bring) -> None:
    code, report = bring(GOOD.replace(",", ";"), skip_bad=True)
    assert (code, report["written"], len(report["mistakes"])) == (1, False, 1)
    assert counts() == [0, 0, 0, 0, 0]


def test_changes_nothing_that_is_there(bring: Bring) -> None:
    bring(GOOD)
    code, report = bring(f"{HEADER}\n007,B,30,2\n8,B,20,\n")
    assert code == 1
    said = [(each["line"], each["column"], each["reason"][:20]) for each in report["mistakes"]]
    assert said == [(2, "arm", '"B" is "A" in the re'), (2, "first", "30 is 29 in the reco")]
    assert Score.objects.get(assessment__wave="before", value=29.0)


def test_does_not_bring_back_what_was_taken_back(bring: Bring, stage: Stage) -> None:
    bring(GOOD)
    taken = Assessment.objects.get(wave="after")
    withdraw_assessment(assessment=taken, by=stage.dev, at=taken.created_at)
    _, report = bring(GOOD)
    assert report["scores"]["added"] == 0
    assert Assessment.objects.count() == 3


def test_knows_a_person_whatever_the_case_of_the_letters(bring: Bring) -> None:
    code, report = bring(f"{HEADER}\nab1,A,29,2\nAB1,A,29,2\n")
    assert (code, report["mistakes"][0]["line"]) == (1, 3)
    bring(f"{HEADER}\nab1,A,29,2\n")
    _, report = bring(f"{HEADER}\nAB1,A,29,2\n")
    assert report["people"] == {"added": 0, "already_there": 1}


@pytest.mark.parametrize(
    "changed",
    [{"organisation": "nowhere"}, {"map": "no-such-map.toml"}, {"file": "no-such-file.csv"}],
)
def test_answers_a_wrong_call_with_a_sentence(
    stage: Stage, changed: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    call = {
        "file": str(EXAMPLE / "scores.csv"),
        "map": str(EXAMPLE / "map.toml"),
        "organisation": "harbour",
    }
    args = Namespace(**(call | changed), dry_run=True, skip_bad=False, json=True)
    assert commands.import_scores(args) == 2
    out, error = capsys.readouterr()
    assert out == ""
    assert next(iter(changed.values())) in error


def test_says_it_in_words(bring: Bring) -> None:
    _, report = bring(f"{HEADER}\n1,A,29,64\n", json=False)
    assert "line 2, column later" in report["words"]
    assert "Nothing was written" in report["words"]
    _, report = bring(GOOD, json=False)
    assert "People: 3 new, 0 there already." in report["words"]


def test_is_for_those_who_may_import(stage: Stage, tmp_path: Path) -> None:
    mapping = a_map(tmp_path)
    rows = reading_of(GOOD, mapping).rows
    for name in ("amina", "carys", "esi"):
        with pytest.raises(NotAllowed):
            actions.import_scores(rows=rows, mapping=mapping, by=stage.member(name))
    assert actions.import_scores(rows=rows, mapping=mapping, by=stage.dev).people == 3


def test_writes_nothing_when_the_last_event_cannot_be_written(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(actions, "record", refuse)
    mapping = a_map(tmp_path)
    with pytest.raises(RuntimeError):
        actions.import_scores(rows=reading_of(GOOD, mapping).rows, mapping=mapping, by=stage.system)
    assert counts() == [0, 0, 0, 0, 0]
    assert not ReliabilityUsed.objects.exists()


def test_keeps_organisations_apart(bring: Bring, elsewhere: Stage) -> None:
    bring(GOOD)
    _, report = bring(GOOD, organisation="hill")
    assert report["people"]["added"] == 3
