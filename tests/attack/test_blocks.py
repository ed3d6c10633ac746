"""Who must never see a person finds no way round: not by coming back, not by a side page."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.utils import timezone

from cors.access.actions import accept_invitation, invite, let_go
from cors.access.models import Membership
from cors.cases.actions import assign_worker, hand_over_caseload, restrict_case
from cors.cases.models import Case
from cors.clients.actions import block_sight
from cors.clients.models import Client
from cors.config.tests.addresses import addresses
from cors.core.errors import Refused
from cors.plans.models import Moment
from tests.stage.hana import Hana
from tests.stage.personas import PASSWORD, Stage, browser_of
from tests.stage.scene import build_scene

WORDS = (b"Hana", b"Novak", b"front door", b"letting agent", b"Missed the viewing", b"07700")
LISTS = (
    "/", "/people/", "/search/?q=hana", "/search/?q=HS-0001", "/search/?q=1984", "/waiting/",
    "/record/", "/caseload/hand-over/", "/figures/", "/figures/starts/people/",
    "/figures/figures.csv", "/people/new/", "/settings/",
)  # fmt: skip


def _leaks(member: Membership) -> Iterator[tuple[str, bytes]]:
    browser = browser_of(member)
    for url in LISTS:
        content = browser.get(url).content
        yield from ((url, word) for word in WORDS if word in content)


def _comes_back(stage: Stage, member: Membership) -> Membership:
    """Let somebody go and invite them again: a new membership of the same person."""
    member.user.set_password(PASSWORD)
    member.user.save()
    let_go(member=member, by=stage.system, at=timezone.now())
    invitation, _ = invite(
        email=member.user.email, role="manager", by=stage.system, at=timezone.now()
    )
    return accept_invitation(
        invitation=invitation, name="B", password=PASSWORD, by=stage.system, at=timezone.now()
    )


def test_a_block_stands_for_the_person_even_when_they_leave_and_come_back(
    stage: Stage, hana: Hana
) -> None:
    block_sight(client=hana.client, member=stage.ben, reason="brother", by=stage.carys)
    again, today = _comes_back(stage, stage.ben), stage.organisation.today()
    assert not Client.visible_to(again).filter(pk=hana.client.pk).exists()
    assert not Case.visible_to(again).filter(pk=hana.case.pk).exists()
    with pytest.raises(Refused):
        assign_worker(case=hana.case, member=again, on=today, by=stage.carys)
    assert hand_over_caseload(giver=stage.amina, taker=again, on=today, by=stage.dev) == 0


@pytest.mark.parametrize("who", ["ben", "carys", "dev"])
def test_no_list_names_a_person_to_who_must_not_see_them(
    stage: Stage, hana: Hana, who: str
) -> None:
    assert set(_leaks(stage.member(who)))
    block_sight(client=hana.client, member=stage.member(who), reason="brother", by=stage.system)
    assert set(_leaks(stage.member(who))) == set()


@pytest.mark.parametrize("who", ["carys", "dev"])
def test_no_sheet_of_a_worker_names_a_person_to_who_must_not_see_them(
    stage: Stage, hana: Hana, who: str
) -> None:
    browser, address = browser_of(stage.member(who)), f"/supervision/{stage.amina.pk}/"
    assert b"Hana" in browser.get(address).content
    block_sight(client=hana.client, member=stage.member(who), reason="brother", by=stage.system)
    shown = browser.get(address)
    assert shown.status_code == 200
    assert not [word for word in WORDS if word in shown.content]


@pytest.mark.parametrize("who", ["ben", "dev"])
def test_no_list_names_a_person_whose_case_is_restricted(
    stage: Stage, hana: Hana, who: str
) -> None:
    restrict_case(case=hana.case, words="safety", by=stage.carys)
    assert set(_leaks(stage.member(who))) == set()
    assert set(_leaks(stage.carys))


def test_good_news_of_the_blocked_and_restricted_is_not_told(stage: Stage, hana: Hana) -> None:
    assert Moment.of(hana.case).filter(kind="success").exists()
    assert b"letting agent" in browser_of(stage.ben).get("/").content
    block_sight(client=hana.client, member=stage.ben, reason="brother", by=stage.carys)
    assert b"letting agent" not in browser_of(stage.ben).get("/").content


def test_every_address_about_a_blocked_person_is_not_there(stage: Stage) -> None:
    scene: dict[str, Any] = build_scene(stage)
    block_sight(client=scene["people"], member=stage.dev, reason="sister", by=stage.carys)
    browser = browser_of(stage.dev)
    for address in addresses():
        if not address.is_about_a_client:
            continue
        for send in (browser.get, browser.post):
            assert send(address.of(scene)).status_code in (404, 405), address.name
