"""A role gets by no side page what its own words do not promise."""

from typing import Any
from uuid import uuid4

import pytest
import typst
from django.contrib.sessions.models import Session
from django.db import transaction
from django.test import Client as Browser
from django.utils import timezone

from cors.access.actions import change_role, give_reset_link, let_go
from cors.access.models import Membership
from cors.cases.actions import assign_worker, pause_case
from cors.cases.models import Case
from cors.clients.actions import raise_alert
from cors.config.tests.addresses import addresses
from cors.contacts.models import Contact
from cors.core.errors import NotAllowed
from cors.outcomes.models import Outcome
from cors.plans.models import Barrier, Step
from tests.stage.hana import Hana
from tests.stage.personas import Stage, browser_of
from tests.stage.scene import build_scene

NOT_FOR_HELPERS = (
    "Deposit is the worry now", "letting agent", "Missed the viewing", "ringing her sister",
    "No deposit", "get this far", "Why support rests", "Depression", "of 63",
)  # fmt: skip


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the words that were handed to the printer: those of a PDF can't be read off it."""
    words: list[str] = []

    def note(*args: Any, sys_inputs: dict[str, str], **kwargs: Any) -> Any:
        words.extend(sys_inputs.values())
        return compiled(*args, sys_inputs=sys_inputs, **kwargs)

    compiled: Any = typst.compile
    monkeypatch.setattr(typst, "compile", note)
    return words


def test_who_helps_reads_on_no_page_what_others_wrote(stage: Stage, printed: list[str]) -> None:
    scene: dict[str, Any] = build_scene(stage)
    browser, opened = browser_of(stage.gwen), 0
    for address in addresses():
        for query in ("", "?kind=setback", "?kind=contact", "?kind=outcome", "?q=hana"):
            if address.name in ("gallery", "account_logout"):
                continue
            answer = browser.get(address.of(scene) + query)
            opened += answer.status_code == 200
            shown = answer.content.decode(errors="replace") + "".join(printed)
            found = [word for word in NOT_FOR_HELPERS if word in shown]
            assert not found, (address.name, query)
    assert opened > 40
    assert "front door" in "".join(printed)


def test_the_history_tells_who_helps_neither_words_nor_where_somebody_came_from(
    stage: Stage, hana: Hana
) -> None:
    assign_worker(case=hana.case, member=stage.gwen, on=stage.organisation.today(), by=stage.carys)
    Case.objects.filter(pk=hana.case.pk).update(referral_source="probation")
    pause_case(
        case=hana.case, on=stage.organisation.today(), by=stage.amina, words="Why support rests"
    )
    address = f"/cases/{hana.case.pk}/history/"
    assert "robation" in browser_of(stage.amina).get(address).content.decode()
    shown = browser_of(stage.gwen).get(address).content.decode()
    assert "Why support rests" not in shown
    assert "robation" not in shown


def test_record_sent_by_who_helps_leaves_no_barrier_outcome_or_step(
    stage: Stage, hana: Hana
) -> None:
    assign_worker(case=hana.case, member=stage.gwen, on=stage.organisation.today(), by=stage.carys)
    kinds = (Barrier, Outcome, Step)
    before = [kind.objects.count() for kind in kinds]
    sent = {
        "form_key": str(uuid4()), "kind": "call", "result": "held",
        "on": stage.organisation.today().isoformat(), "marks": ["success", "barrier", "outcome"],
        "success_words": "x", "barrier_type": hana.barrier.type_key, "done": str(hana.work.pk),
        "outcome_type": "tenancy-kept", "outcome_evidence": "document", "step_words": "x",
    }  # fmt: skip
    browser_of(stage.gwen).post(f"/record/{hana.case.pk}/", sent)
    browser_of(stage.gwen).post(f"/record/{hana.case.pk}/", sent | {"marks": "success", "done": ""})
    assert [kind.objects.count() for kind in kinds] == before


def test_the_form_of_another_gives_nobody_their_contact(stage: Stage, hana: Hana) -> None:
    sent = {"kind": "call", "result": "held", "on": stage.organisation.today().isoformat()}
    sent["form_key"] = str(hana.contact.form_key)
    with transaction.atomic():
        answer = browser_of(stage.ben).post(f"/record/{hana.case.pk}/", sent)
    assert answer.status_code == 403
    assert Contact.objects.count() == 1


@pytest.mark.parametrize("page", ["", "figures.csv", "figures.pdf", "starts/people/"])
def test_who_analyses_sees_no_name(stage: Stage, hana: Hana, page: str) -> None:
    answer = browser_of(stage.esi).get(f"/figures/{page}")
    assert answer.status_code == (403 if "people" in page else 200)
    for word in (b"Hana", b"Novak", b"HS-0001", b"/people/", str(hana.case.pk).encode()):
        assert word not in answer.content, page


def test_a_session_ends_with_the_membership_and_shrinks_with_the_role(
    stage: Stage, hana: Hana
) -> None:
    gone, less = browser_of(stage.ben), browser_of(stage.amina)
    assert gone.get(f"/cases/{hana.case.pk}/").status_code == 200
    let_go(member=stage.ben, by=stage.dev, at=timezone.now())
    change_role(member=stage.amina, role="analyst", by=stage.dev)
    for page in (f"/cases/{hana.case.pk}/", "/people/", f"/reviews/{hana.review.pk}/letter.pdf"):
        assert gone.get(page).status_code == 302
        assert b"Hana" not in gone.get(page, follow=True).content
        assert less.get(page).status_code == 403


@pytest.mark.parametrize("who", ["dev", "system", "esi", "femi", "carys", "olu"])
def test_a_lead_opens_nobodys_account_above_or_beside(stage: Stage, who: str) -> None:
    with pytest.raises(NotAllowed):
        give_reset_link(member=stage.member(who), by=stage.carys)


def test_nobody_signs_in_as_somebody_without_practice(stage: Stage) -> None:
    browser = Browser()
    for member in Membership.objects.all():
        answer = browser.post("/practice/", {"person": member.user.email})
        assert answer.status_code == 404
    assert not Session.objects.exists()


def test_what_a_session_holds_says_nothing_of_a_client(stage: Stage, hana: Hana) -> None:
    browser, today = browser_of(stage.amina), stage.organisation.today().isoformat()
    raise_alert(client=hana.client, words="Loud dog", on=stage.organisation.today(), by=stage.amina)
    case, person = f"/cases/{hana.case.pk}", f"/people/{hana.client.pk}"
    for page, sent in (
        (
            f"{case}/goals/new/",
            {"words": "a canary sings", "life_area": "housing", "source": "client"},
        ),
        (f"{case}/moments/new/", {"kind": "success", "words": "a canary sings"}),
        (f"{person}/alerts/", {"words": "a canary sings"}),
        (f"{person}/edit/", {"name": "Canary Novak", "reference": hana.client.reference}),
        (f"{case}/pause/", {"words": "a canary sings"}),
        ("/people/new/", {"name": "Canary Finch", "birth_year": "1990"}),
    ):
        answer = browser.post(page, sent | {"on": today})
        assert answer.status_code == 302, page
        held = str(dict(browser.session.items())).casefold()
        for word in ("hana", "novak", "canary", "finch", "loud dog"):
            assert word not in held, page
