"""Every address × every role × own, foreign and unknown record.

The table in who_may_open_what.txt shows what each role gets for a record of Hana's; run the tests
with CORS_RENEW=1 to write it anew, and read the difference before you keep it.
"""

import os
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.test import Client as Browser

from cors.access.scope import within
from cors.config.tests.addresses import Address, addresses
from tests.stage.personas import Stage, browser_of
from tests.stage.scene import build_scene

TABLE = Path(__file__).parent / "who_may_open_what.txt"
ROLES = ("gwen", "amina", "ben", "olu", "carys", "dev", "esi", "femi")
HEAD = (
    "gwen: volunteer on the case. amina: its keyworker. ben: her team. olu: keyworker of another "
    "team.\ncarys: lead of the service. dev: manager. esi: analyst. femi: funder, and kept from "
    "seeing Hana.\n\n"
)
# Signing out, one's own page and the like: the same for everybody, tested where they are.
SAME_FOR_ALL = ("account_", "mfa_", "access:join")


# Without a key these hold what ships with the system, and nothing of anybody's.
WHAT_SHIPS = ("library:feed", "library:calendar")


@pytest.fixture
def scene(stage: Stage) -> dict[str, Any]:
    return build_scene(stage)


@pytest.fixture
def foreign(stage: Stage, elsewhere: Stage, scene: dict[str, Any]) -> dict[str, Any]:
    with within(elsewhere.organisation.pk, user=elsewhere.dev.user_id):
        return build_scene(elsewhere)


def _status(browser: Browser, address: str, method: str = "get") -> int:
    with transaction.atomic():
        answer = getattr(browser, method)(address)
        transaction.set_rollback(True)
    return int(answer.status_code)


def _checked() -> list[Address]:
    return [one for one in addresses() if not one.name.startswith(SAME_FOR_ALL)]


@pytest.mark.slow
def test_each_role_gets_what_the_table_says(stage: Stage, scene: dict[str, Any]) -> None:
    browsers = {name: browser_of(stage.member(name)) for name in ROLES}
    rows = [" " * 32 + "  ".join(f"{name:5}" for name in ROLES)]
    for address in _checked():
        got = [_status(browsers[name], address.of(scene)) for name in ROLES]
        rows.append(f"{address.name:32}" + "  ".join(f"{status:<5}" for status in got))
    text = HEAD + "\n".join(row.rstrip() for row in rows) + "\n"
    if os.environ.get("CORS_RENEW"):
        TABLE.write_text(text)
    assert text == TABLE.read_text()


@pytest.mark.slow
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_foreign_record_answers_like_one_that_never_was(
    stage: Stage, scene: dict[str, Any], foreign: dict[str, Any], method: str
) -> None:
    for name in ("gwen", "amina", "carys", "dev", "esi"):
        browser = browser_of(stage.member(name))
        for address in (one for one in _checked() if one.key):
            theirs = _status(browser, address.of(foreign), method)
            unknown = _status(browser, address.unknown(scene), method)
            assert theirs == unknown, (name, address.name)
            assert theirs in (403, 404, 405), (name, address.name)


def test_nobody_gets_anywhere_without_signing_in(scene: dict[str, Any]) -> None:
    nobody = Browser()
    for address in _checked():
        answer = nobody.get(address.of(scene))
        if address.name in WHAT_SHIPS:
            assert b"Harbour" not in answer.content
            continue
        assert answer.status_code in (302, 404, 405), address.name
        if answer.status_code == 302:
            assert answer["Location"].startswith("/sign-in/login/"), address.name


def test_no_role_sees_a_server_error(stage: Stage) -> None:
    for row in TABLE.read_text().splitlines()[4:]:
        assert " 500" not in row, row


def test_the_blocked_the_analyst_and_other_teams_never_see_a_client() -> None:
    rows = {row[:32].strip(): row[32:].split() for row in TABLE.read_text().splitlines()[4:]}
    for name, got in rows.items():
        if name.startswith(("casefile:person", "casefile:case", "clients:edit", "plans:goal")):
            by = dict(zip(ROLES, got, strict=True))
            assert by["olu"] == "404", name
            assert {by["esi"], by["femi"]} <= {"403", "404"}, name
