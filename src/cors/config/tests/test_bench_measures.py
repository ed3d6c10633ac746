"""`./cors bench measures`: a hundred thousand scorings, needing no database."""

import json

import pytest

from cors.catalogue.shipped import shipped
from cors.config import bench_measures
from cors.config.command_line import main


def test_scores_every_measure_that_has_questions() -> None:
    taken = {definition.key for definition, _ in bench_measures._tasks()}
    assert taken == {each.key for each in shipped().measures.values() if not each.score_only}


def test_makes_up_the_same_answers_each_time() -> None:
    one, other = bench_measures._tasks(), bench_measures._tasks()
    assert [answers for _, answers in one] == [answers for _, answers in other]
    assert any(None in answers for _, answers in one)


def test_prints_what_was_timed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bench_measures, "COMPUTATIONS", 500)
    assert main(["bench", "measures", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["computations"] == 500
    assert found["scores"] >= 500
    assert main(["bench", "measures"]) == 0
    assert "500 sets of answers" in capsys.readouterr().out


def test_ends_with_one_when_it_took_too_long(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bench_measures, "COMPUTATIONS", 500)
    monkeypatch.setattr(bench_measures, "MOST_SECONDS", 0.0)
    assert main(["bench", "measures"]) == 1
    assert capsys.readouterr().out
