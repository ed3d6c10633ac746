"""One visit to several people: recorded for one, then for who else was there."""

from typing import Any
from uuid import uuid4

import pytest

from cors.access.scope import within
from cors.audit.models import Event, NamedOnPage
from cors.casefile.tests.factories import a_case, page, sent, words
from cors.cases.models import Assignment, Case
from cors.clients.actions import block_sight
from cors.contacts.models import Contact, ContactPerson, Draft
from cors.contacts.others import AT_MOST
from tests.stage.personas import Stage, browser_of


@pytest.fixture
def case(stage: Stage) -> Case:
    return a_case(stage)


@pytest.fixture
def other(stage: Stage) -> Case:
    return a_case(stage, "Mira Sand", days=50)


def save(stage: Stage, case: Case, **answers: Any) -> Any:
    return browser_of(stage.amina).post(f"/record/{case.pk}/", sent(stage.amina, **answers))


def visit(stage: Stage, case: Case) -> Contact:
    save(stage, case, kind="visit", note="Rosa's.", minutes="40")
    return Contact.objects.get()


def for_the_other(contact: Contact, **answers: Any) -> dict[str, Any]:
    """Return what the form of one more person sends: nothing of the contact itself."""
    return {"form_key": str(uuid4()), "along": str(contact.pk)} | answers


def test_the_third_way_to_save_asks_who_else_was_there(
    stage: Stage, case: Case, other: Case
) -> None:
    assert "Save, then add who else was there" in words(page(stage.amina, f"/record/{case.pk}/"))
    address = save(stage, case, kind="visit", also="1")["Location"]
    contact = Contact.objects.get()
    assert address == f"/record/?along={contact.pk}"
    source = page(stage.amina, address)
    assert "Who else was there? Visit with Rosa" in words(source)
    assert f'href="/record/{other.pk}/?along={contact.pk}"' in source
    assert f'href="/record/{case.pk}/?along' not in source


def test_the_other_is_asked_for_their_own_part_alone(stage: Stage, case: Case, other: Case) -> None:
    contact = visit(stage, case)
    source = page(stage.amina, f"/record/{other.pk}/?along={contact.pk}")
    assert "Mira was there too." in words(source)
    assert "Rosa's." not in source
    for name in ("kind", "result", "on", "minutes"):
        assert f'name="{name}"' not in source
    assert 'name="note"' in source


def test_each_has_a_note_of_their_own_in_one_contact(stage: Stage, case: Case, other: Case) -> None:
    contact = visit(stage, case)
    browser = browser_of(stage.amina)
    given = for_the_other(contact, note="Mira's.", marks=["success"], success_words="Cooked.")
    answer = browser.post(f"/record/{other.pk}/", given)
    assert (answer.status_code, answer["Location"]) == (302, f"/cases/{other.pk}/")
    assert Contact.objects.get() == contact
    assert [each.note for each in ContactPerson.in_contact(contact)] == ["Rosa's.", "Mira's."]
    assert "Mira's." not in page(stage.amina, f"/cases/{case.pk}/")
    again = browser.post(f"/record/{other.pk}/", given)
    assert (again.status_code, ContactPerson.of(other).count()) == (302, 1)


def test_one_more_can_follow(stage: Stage, case: Case, other: Case) -> None:
    contact = visit(stage, case)
    answer = browser_of(stage.amina).post(f"/record/{other.pk}/", for_the_other(contact, also="1"))
    assert answer["Location"] == f"/record/?along={contact.pk}"
    assert "with Rosa and Mira" in words(page(stage.amina, answer["Location"]))


def test_says_that_somebody_is_part_of_it_already(stage: Stage, case: Case) -> None:
    contact = visit(stage, case)
    answer = browser_of(stage.amina).post(
        f"/record/{case.pk}/", for_the_other(contact, note="Once more.")
    )
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "This person is part of this contact already." in text
    assert "Once more." in text
    assert 'name="along"' in text


def test_going_on_with_a_draft_goes_on_with_the_same_contact(
    stage: Stage, case: Case, other: Case
) -> None:
    contact = visit(stage, case)
    given = {"draft_key": str(uuid4()), "along": str(contact.pk), "note": "Half"}
    assert browser_of(stage.amina).post(f"/record/{other.pk}/draft/", given).status_code == 204
    draft = Draft.of(other, stage.amina).get()
    source = page(stage.amina, f"/record/{other.pk}/?draft={draft.pk}")
    assert "Mira was there too." in words(source)
    assert "Half" in source


def test_who_is_out_of_sight_is_not_named(stage: Stage, case: Case, other: Case) -> None:
    contact = visit(stage, case)
    Assignment.objects.filter(case=case).update(member=stage.olu)
    said = words(page(stage.amina, f"/record/{other.pk}/?along={contact.pk}"))
    assert "Visit, " in said
    assert "Rosa" not in said


def test_the_trail_says_whose_names_were_shown(stage: Stage, case: Case, other: Case) -> None:
    contact = visit(stage, case)
    page(stage.amina, f"/record/{other.pk}/?along={contact.pk}")
    shown = Event.objects.filter(verb="record").latest("at")
    named = NamedOnPage.objects.filter(event_id=shown.pk).values_list("client_id", flat=True)
    assert set(named) == {case.client_id, other.client_id}


def test_a_contact_of_somebody_else_of_elsewhere_and_of_none_answer_alike(
    stage: Stage, case: Case, other: Case, elsewhere: Stage
) -> None:
    contact = visit(stage, case)
    with within(elsewhere.organisation.pk, user=elsewhere.amina.user_id):
        theirs = a_case(elsewhere)
    keys = [uuid4(), "x", theirs.pk]
    browsers = [browser_of(stage.amina)] * len(keys) + [browser_of(stage.ben)]
    for browser, key in zip(browsers, [*keys, contact.pk], strict=True):
        for address in (f"/record/{other.pk}/", "/record/"):
            assert browser.get(f"{address}?along={key}").status_code == 404
        sending = {"form_key": str(uuid4()), "along": str(key)}
        assert browser.post(f"/record/{other.pk}/", sending).status_code == 404
    assert ContactPerson.objects.count() == 1


def of_the_team(stage: Stage, name: str = "Ida Lund") -> Case:
    """Return a case that Amina may see and that is on nobody's list but Ben's."""
    case = a_case(stage, name)
    Assignment.objects.filter(case=case).update(member=stage.ben)
    return case


def test_somebody_outside_of_ones_own_list_is_found_by_name(stage: Stage, case: Case) -> None:
    contact, theirs = visit(stage, case), of_the_team(stage)
    address = f"/record/?along={contact.pk}"
    assert "Ida" not in words(page(stage.amina, address))
    source = page(stage.amina, f"{address}&q=lun")
    assert f'href="/record/{theirs.pk}/?along={contact.pk}"' in source
    assert f'<input type="hidden" name="along" value="{contact.pk}">' in source
    browser_of(stage.amina).post(f"/record/{theirs.pk}/", for_the_other(contact, note="Ida's."))
    assert [each.note for each in ContactPerson.in_contact(contact)] == ["Rosa's.", "Ida's."]


def test_whoever_is_found_is_found_for_a_contact_alone_too(stage: Stage, case: Case) -> None:
    theirs = of_the_team(stage)
    assert f'href="/record/{theirs.pk}/"' in page(stage.amina, "/record/?q=ida")
    assert NamedOnPage.objects.filter(client_id=theirs.client_id).exists()


def test_nobody_is_found_who_may_not_be_seen_or_was_there_or_has_ended(
    stage: Stage, case: Case, elsewhere: Stage
) -> None:
    contact = visit(stage, case)
    with within(elsewhere.organisation.pk, user=elsewhere.amina.user_id):
        a_case(elsewhere, "Ida Far")
    hidden, never = of_the_team(stage, "Ida Hid"), of_the_team(stage, "Ida Waits")
    block_sight(client=hidden.client, member=stage.amina, reason="Her cousin.", by=stage.dev)
    Case.objects.filter(pk=never.pk).update(started_date=None)
    for name in ("ida", case.client.name):
        said = words(page(stage.amina, f"/record/?along={contact.pk}&q={name}"))
        assert f"Nobody in your sight whose support is open fits “{name}”." in said


def test_many_who_fit_are_cut_off_and_it_says_so(stage: Stage, case: Case) -> None:
    found = [of_the_team(stage, f"Ida {number}") for number in range(AT_MOST + 1)]
    source = page(stage.amina, "/record/?q=ida")
    assert sum(f"/record/{each.pk}/" in source for each in found) == AT_MOST
    assert "More people fit. Type more of the name." in source
