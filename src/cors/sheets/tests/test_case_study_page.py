"""The page of a case study: a draft from the records, the second reader, then paper."""

import pytest

from cors.casefile.tests.factories import page, record_of
from cors.cases.actions import assign_worker
from cors.clients.actions import record_consent, withdraw_consent
from cors.clients.models import Consent
from cors.plans.actions import resolve_barrier
from cors.sheets.case_study import as_sheet, drafted
from cors.sheets.models import CaseStudy
from tests.stage.hana import Hana
from tests.stage.personas import Stage, browser_of

TOLD = "How it began\nSomebody wanted a door to lock.\n\nOne line alone."


@pytest.fixture
def consent(stage: Stage, hana: Hana) -> Consent:
    return record_consent(
        client=hana.client, purpose="story", agreed=True, read_out="May we tell it?",
        on=stage.organisation.today(), by=stage.amina,
    )  # fmt: skip


def address(hana: Hana, more: str = "/") -> str:
    return f"/cases/{hana.case.pk}/case-study{more}"


def sent(stage: Stage, hana: Hana, who: str, more: str = "/", **fields: str) -> int:
    """Send the form as this person sees it."""
    browser = browser_of(stage.member(who))
    if more == "/read/":
        form = browser.get(address(hana)).context["read_form"]
        fields["seen"] = form["seen"].value()
    answer = browser.post(address(hana, more), fields)
    code: int = answer.status_code
    return code


def test_shows_nothing_before_the_person_agreed(stage: Stage, hana: Hana) -> None:
    source = page(stage.amina, address(hana))
    assert "has not agreed" in source
    assert f"/people/{hana.client.pk}/consents/" in source
    assert "<textarea" not in source


def test_drafts_it_from_the_records_with_no_name_in_it(
    stage: Stage, hana: Hana, consent: Consent
) -> None:
    text = drafted(record_of(hana.case, stage.amina))
    heads = [part.splitlines()[0] for part in text.split("\n\n")]
    assert heads[:3] == ["What this person wanted", "What was in the way", "What was done"]
    assert "“I want my own front door, and the key in my pocket.”" in text
    assert "went backwards" in text
    assert not {"Hana", "Novak", "Amina", "07700"} & set(text.replace("“", " ").split())
    assert text.splitlines()[1] in page(stage.amina, address(hana)).replace("&#x27;", "'")


def test_what_helped_is_no_name_after_words_without_a_full_stop(stage: Stage, hana: Hana) -> None:
    barrier = hana.barrier
    barrier.noticed_by, barrier.words = "client", "Owes the agent"
    barrier.save()
    resolve_barrier(
        barrier=barrier, on=stage.organisation.today(), by=stage.amina, what_helped="A loan"
    )
    text = drafted(record_of(hana.case, stage.amina))
    assert "“Owes the agent.” What helped: A loan." in text


def test_a_part_without_records_is_not_made_up(stage: Stage, hana: Hana) -> None:
    record = record_of(hana.case, stage.amina)
    record.goals, record.barriers, record.moments, record.outcomes = [], [], [], []
    text = drafted(record)
    assert "went backwards" not in text
    assert "What changed\n(Nothing is recorded. Write it, or take this part out.)" in text


def test_is_written_read_by_another_and_printed(stage: Stage, hana: Hana, consent: Consent) -> None:
    assert sent(stage, hana, "amina", words=TOLD) == 302
    assert "Ask a colleague" in page(stage.amina, address(hana))
    assert sent(stage, hana, "amina", ".pdf") == 302
    assert sent(stage, hana, "ben", "/read/", nobody="") == 422
    assert sent(stage, hana, "amina", "/read/", nobody="on") == 422
    assert sent(stage, hana, "ben", "/read/", nobody="on") == 302
    source = page(stage.amina, address(hana))
    assert "has read it" in source
    answer = browser_of(stage.amina).get(address(hana, ".pdf"))
    assert answer.content.startswith(b"%PDF")
    assert answer["Content-Disposition"] == 'inline; filename="case-study.pdf"'


def test_a_name_that_stands_is_pointed_out(stage: Stage, hana: Hana, consent: Consent) -> None:
    sent(stage, hana, "amina", words="Hana wanted a door.")
    assert "<strong>Hana</strong>" in page(stage.ben, address(hana))


def test_nothing_is_shown_or_printed_once_consent_is_withdrawn(
    stage: Stage, hana: Hana, consent: Consent
) -> None:
    sent(stage, hana, "amina", words=TOLD)
    sent(stage, hana, "ben", "/read/", nobody="on")
    withdraw_consent(consent=consent, on=stage.organisation.today(), by=stage.amina)
    assert "door to lock" not in page(stage.amina, address(hana))
    assert sent(stage, hana, "amina", ".pdf") == 302
    assert sent(stage, hana, "amina", words="Other words.") == 200
    kept = CaseStudy.of(hana.case)
    assert kept
    assert kept.words == TOLD


def test_both_versions_are_shown_when_a_colleague_was_quicker(
    stage: Stage, hana: Hana, consent: Consent
) -> None:
    sent(stage, hana, "amina", words=TOLD)
    answer = browser_of(stage.ben).post(address(hana), {"words": "Mine.", "seen": "stale"})
    source = answer.content.decode()
    assert answer.status_code == 422
    assert "Mine." in source
    assert "Somebody wanted a door to lock." in source


@pytest.mark.parametrize("more", ["/", "/read/", ".pdf"])
def test_a_volunteer_and_another_team_find_nothing(
    stage: Stage, hana: Hana, consent: Consent, more: str
) -> None:
    assign_worker(case=hana.case, member=stage.gwen, on=stage.organisation.today(), by=stage.carys)
    for who, code in (("gwen", 403), ("olu", 404)):
        assert browser_of(stage.member(who)).get(address(hana, more)).status_code == code


def test_paragraphs_become_sections() -> None:
    sheet = as_sheet("A head\nOne.\nTwo.\r\n\r\nAlone.\n\n", "")
    found = [(part.head, [line.words for line in part.lines]) for part in sheet.sections]
    assert found == [("A head", ["One.", "Two."]), ("", ["Alone."])]
