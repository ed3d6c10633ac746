"""A snapshot says what the records say, names nobody, and is there whole or not at all."""

import os
import stat
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from cors.clients.actions import add_client
from cors.facts import build as builder
from cors.facts.build import build
from cors.facts.snapshot import Snapshot
from cors.facts.tests.plain_facts import Facts
from cors.facts.tests.plain_gathering import Gathering
from cors.facts.tests.read_back import BEGINNING, facts_in
from tests.stage.hana import Hana, build_hana
from tests.stage.personas import Stage


def tidy(facts: Facts) -> dict[str, list[str]]:
    """Return all rows in one order; when a score was written is its turn in a snapshot."""
    return {
        name: sorted(repr(_at_the_beginning(row)) for row in getattr(facts, name))
        for name in Facts.__dataclass_fields__
    }


def _at_the_beginning(row: Any) -> Any:
    whole = {name: getattr(row, name) for name in row.__dataclass_fields__}
    return whole | {"written": BEGINNING} if "written" in whole else whole


def lay(stage: Stage, path: Path, stamp: str = "now") -> Path:
    build(stage.organisation.pk, path, stamp)
    return path


def stamp_in(path: Path) -> str:
    with closing(Snapshot.at(path)) as snapshot:
        return snapshot.about.stamp


def test_says_what_a_walk_through_the_records_says(stage: Stage, hana: Hana) -> None:
    build_hana(stage, stage.organisation.today())
    for services in (None, [stage.service.pk], [stage.other_service.pk]):
        walked = Gathering(stage.organisation.pk, services).all()
        assert tidy(facts_in(stage.organisation.pk, services)) == tidy(walked)


def test_counts_its_facts(stage: Stage, hana: Hana, tmp_path: Path) -> None:
    walked = Gathering(stage.organisation.pk).all()
    rows = sum(len(getattr(walked, name)) for name in Facts.__dataclass_fields__)
    ratings = sum(len(goal.ratings) for goal in walked.goals)
    checks = sum(len(outcome.checks) for outcome in walked.outcomes)
    with closing(Snapshot.at(lay(stage, tmp_path / "facts"))) as snapshot:
        assert snapshot.about.number == rows + ratings + checks > 10
        assert 0 < snapshot.about.seconds < 60


def test_names_nobody_and_says_no_word_that_somebody_said(
    stage: Stage, hana: Hana, tmp_path: Path
) -> None:
    content = lay(stage, tmp_path / "facts").read_bytes()
    assert b"housing" in content, "would a word be found?"
    key, reference = hana.client.pk, hana.client.reference
    for word in (hana.client.name, reference, "front door", str(key), key.hex):
        assert word.encode() not in content
    assert key.bytes not in content


def test_lies_where_its_owner_alone_may_read(stage: Stage, hana: Hana, tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        path = lay(stage, tmp_path / "kept" / "facts")
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert list(path.parent.iterdir()) == [path]


class Killed(BaseException):
    """What a build can't answer to."""


def test_a_build_that_fails_half_way_leaves_the_last_one(
    stage: Stage, hana: Hana, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = lay(stage, tmp_path / "facts", "first")

    def die(*_: object) -> None:
        raise Killed

    monkeypatch.setattr(builder, "finish", die)
    with pytest.raises(Killed):
        lay(stage, path, "second")
    assert stamp_in(path) == "first"
    assert list(tmp_path.iterdir()) == [path]


def test_two_may_build_at_once(
    stage: Stage, hana: Hana, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    finish, path = builder.finish, tmp_path / "facts"

    def another_first(*words: Any) -> None:
        monkeypatch.setattr(builder, "finish", finish)
        lay(stage, path, "another")
        assert stamp_in(path) == "another"
        finish(*words)

    monkeypatch.setattr(builder, "finish", another_first)
    lay(stage, path, "one")
    assert stamp_in(path) == "one"
    assert list(tmp_path.iterdir()) == [path]


def test_who_reads_while_it_is_renewed_reads_on(stage: Stage, hana: Hana, tmp_path: Path) -> None:
    path = lay(stage, tmp_path / "facts")
    with closing(Snapshot.at(path)) as snapshot:
        add_client(name="Ole Berg", on=stage.organisation.today(), by=stage.amina)
        build_hana(stage, stage.organisation.today())
        lay(stage, path)
        assert snapshot.pick("count(*)", "FROM facts.cases") == 1
    with closing(Snapshot.at(path)) as snapshot:
        assert snapshot.pick("count(*)", "FROM facts.cases") == 2


def test_clears_away_what_a_builder_left_that_was_killed(
    stage: Stage, hana: Hana, tmp_path: Path
) -> None:
    left, at_work, foreign = (
        tmp_path / name
        for name in (f"{stage.organisation.pk}-a", f"{stage.organisation.pk}-b", "another-c")
    )
    for folder in (left, at_work, foreign):
        folder.mkdir()
        (folder / "rows.csv").write_text("half a row")
    for folder in (left, foreign):
        os.utime(folder, (time.time() - 4_000,) * 2)
    lay(stage, tmp_path / "facts")
    assert {path.name for path in tmp_path.iterdir()} == {at_work.name, "another-c", "facts"}
