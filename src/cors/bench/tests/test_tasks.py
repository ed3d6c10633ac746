"""What the tasks ask of a small house, and what twenty writers make of faults."""

from contextlib import nullcontext
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.utils import timezone

from cors.access.models import Membership
from cors.bench.tasks import Saving, form_of
from cors.bench.visitor import Visitor, counted
from cors.bench.writers import SAVES_EACH, WRITERS, Server, Signed, save_at_once
from cors.core.errors import Refused
from tests.stage.hana import Hana
from tests.stage.personas import Stage


def _saving(hana: Hana) -> Saving:
    return Saving(str(hana.case.pk), (str(hana.goal.pk),), "gp-registered", timezone.localdate())


def test_the_form_saves_a_contact_with_ratings_a_moment_and_an_outcome(
    stage: Stage, hana: Hana
) -> None:
    visitor = Visitor(stage.amina.user.email)
    before = hana.case.contact_rows.count()
    path, form = form_of(_saving(hana), 3)
    visitor.post(path, form)
    assert hana.case.contact_rows.count() == before + 1
    assert hana.case.outcome_rows.filter(outcome_type="gp-registered").exists()
    assert hana.goal.rating_rows.latest("created_at").value == 3


def test_a_form_that_is_not_saved_stops_the_bench(stage: Stage, hana: Hana) -> None:
    path, form = form_of(_saving(hana), 3)
    with pytest.raises(Refused, match="saved nothing"):
        Visitor(stage.amina.user.email).post(path, form | {"kind": ""})


def test_a_page_that_does_not_open_stops_the_bench(stage: Stage) -> None:
    with pytest.raises(Refused, match="404"):
        Visitor(stage.amina.user.email).get(f"/cases/{uuid4()}/")


def test_a_database_without_the_bench_is_refused(stage: Stage) -> None:
    with pytest.raises(Refused, match="no database of the bench"):
        Visitor("nobody@full-house.example")


def test_a_visitor_is_at_home_in_their_organisation(stage: Stage) -> None:
    with Visitor(stage.dev.user.email).at_home() as member:
        assert isinstance(member, Membership)
        assert member.pk == stage.dev.pk


def test_every_statement_is_counted(stage: Stage) -> None:
    with counted() as statements, connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.execute("SELECT 2")
    assert statements == ["SELECT 1", "SELECT 2"]


class _Server:
    """Answers as it is told to."""

    def __init__(self, status: int, page: bytes = b"") -> None:
        self.answer = (status, page)
        self.forms: list[str] = []

    def ask(self, signed: Signed, path: str, form: dict[str, Any]) -> tuple[int, bytes]:
        self.forms.append(form["form_key"])
        return self.answer


def _told(server: _Server) -> dict[str, Any]:
    day = timezone.localdate()
    savings = [Saving(str(uuid4()), (), "gp-registered", day)] * (WRITERS * SAVES_EACH)
    return save_at_once(server, Signed("s"), savings)  # type: ignore[arg-type]


def test_twenty_writers_save_ten_times_each_under_forms_of_their_own() -> None:
    server = _Server(302)
    told = _told(server)
    assert told["saves"] == len(set(server.forms)) == WRITERS * SAVES_EACH
    assert (told["failed"], told["locked"]) == (0, 0)


def test_a_locked_database_is_counted_as_one() -> None:
    told = _told(_Server(503, b"... database is locked ..."))
    assert told["failed"] == told["locked"] == WRITERS * SAVES_EACH


def test_another_failure_is_no_locked_database() -> None:
    told = _told(_Server(422, b"Choose the kind of contact."))
    assert (told["failed"], told["locked"]) == (WRITERS * SAVES_EACH, 0)


def test_a_page_that_did_not_come_is_not_timed(monkeypatch: pytest.MonkeyPatch) -> None:
    server = Server(0, 0)
    for status in (200, 302, 500):
        monkeypatch.setattr(Server, "ask", lambda *_, answered=status: (answered, b""))
        with nullcontext() if status == 200 else pytest.raises(RuntimeError, match=str(status)):
            server.shown(Signed("s"), "/figures/")


def test_the_cookies_bear_session_and_token() -> None:
    signed = Signed("abc")
    assert f"cors_session=abc; cors_csrf={signed.token}" in signed.headers()["Cookie"]
    assert len(signed.token) == 32
    assert Signed("abc").token != signed.token
