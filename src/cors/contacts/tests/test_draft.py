"""A draft is kept while somebody writes: theirs alone, and gone once it is saved."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from cors.audit.models import Event
from cors.cases.models import Case
from cors.contacts.actions import keep_draft, let_go_draft
from cors.contacts.actions.draft import LONGEST_DRAFT, MOST_DRAFTS
from cors.contacts.entry import PersonEntry
from cors.contacts.models import Draft
from cors.contacts.tests.factories import FORM, a_contact, case_of_other_team
from cors.core.errors import NotAllowed, Refused, SealError
from cors.core.keyring import fresh_keyring
from cors.core.models import SealingKey
from cors.plans.tests.factories import a_case
from tests.stage.personas import Stage

NOW = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)
SAID = [("kind", "call"), ("note", "Rang the café. 🦆")]


@pytest.fixture
def hana(stage: Stage) -> Case:
    return a_case(stage)


def kept(stage: Stage, case: Case, *fields: tuple[str, str], **changed: Any) -> Draft:
    given: dict[str, Any] = {"form_key": FORM, "at": NOW, "by": stage.amina}
    draft = keep_draft(case=case, fields=list(fields or SAID), **(given | changed))
    assert draft
    return draft


def notes(stage: Stage, case: Case) -> list[str]:
    return [dict(row.fields())["note"] for row in Draft.of(case, stage.amina)]


def test_what_stands_in_a_form_comes_back_letter_for_letter(stage: Stage, hana: Case) -> None:
    kept(stage, hana)
    (draft,) = Draft.of(hana, stage.amina)
    assert (draft.fields(), draft.version, draft.changed_at) == (SAID, 1, NOW)


def test_the_same_form_is_one_draft_and_the_last_words_hold(stage: Stage, hana: Case) -> None:
    kept(stage, hana)
    later = NOW + timedelta(minutes=1)
    again = kept(stage, hana, ("note", "Rang twice."), at=later)
    (draft,) = Draft.of(hana, stage.amina)
    assert (draft, notes(stage, hana)) == (again, ["Rang twice."])
    assert (draft.version, draft.changed_at) == (2, later)


def test_two_open_forms_are_two_drafts(stage: Stage, hana: Case) -> None:
    kept(stage, hana, ("note", "At the desk."))
    kept(stage, hana, ("note", "On the phone."), form_key=uuid4(), at=NOW + timedelta(hours=1))
    assert notes(stage, hana) == ["On the phone.", "At the desk."]


def test_a_form_that_goes_on_takes_the_place_of_what_it_went_on_from(
    stage: Stage, hana: Case
) -> None:
    first = kept(stage, hana)
    kept(stage, hana, ("note", "More."), form_key=uuid4(), came_from=first, version=1)
    assert notes(stage, hana) == ["More."]


def test_both_stay_when_somebody_wrote_on_elsewhere(stage: Stage, hana: Case) -> None:
    first = kept(stage, hana)
    kept(stage, hana, ("note", "Went on here."))
    kept(stage, hana, ("note", "And there."), form_key=uuid4(), came_from=first, version=1)
    assert sorted(notes(stage, hana)) == ["And there.", "Went on here."]


def test_saving_the_form_lets_its_draft_go(stage: Stage, hana: Case) -> None:
    kept(stage, hana)
    kept(stage, hana, ("note", "Of another tab."), form_key=(other := uuid4()))
    a_contact(stage.amina, PersonEntry(hana), form_key=FORM)
    assert notes(stage, hana) == ["Of another tab."]
    a_contact(stage.amina, PersonEntry(hana), form_key=other)
    assert notes(stage, hana) == []


@pytest.mark.parametrize(("version", "left"), [(1, []), (0, ["Rang the café. 🦆"])])
def test_saving_lets_go_of_what_the_form_went_on_from_if_it_still_is_so(
    stage: Stage, hana: Case, version: int, left: list[str]
) -> None:
    first = kept(stage, hana)
    a_contact(stage.amina, PersonEntry(hana), came_from=first, version=version)
    assert notes(stage, hana) == left


def test_a_form_that_was_saved_is_kept_no_more(stage: Stage, hana: Case) -> None:
    a_contact(stage.amina, PersonEntry(hana), form_key=FORM)
    late = keep_draft(case=hana, form_key=FORM, fields=SAID, at=NOW, by=stage.amina)
    assert late is None
    assert not Draft.objects.exists()


def test_only_the_author_finds_it(stage: Stage, hana: Case) -> None:
    draft = kept(stage, hana)
    for other in (stage.ben, stage.carys, stage.dev):
        assert not Draft.of(hana, other).exists()
        assert not Draft.visible_to(other).exists()
        with pytest.raises(NotAllowed):
            let_go_draft(draft=draft, by=other)
    assert list(Draft.visible_to(stage.amina)) == [draft]


def test_the_author_finds_it_no_more_when_the_person_is_out_of_sight(
    stage: Stage, hana: Case
) -> None:
    kept(stage, hana)
    case_of_other_team(stage, hana)
    assert not Draft.visible_to(stage.amina).exists()
    with pytest.raises(NotAllowed):
        kept(stage, hana)


def test_a_form_of_one_person_never_keeps_words_about_another(stage: Stage, hana: Case) -> None:
    mira = a_case(stage, reference="HS-2")
    kept(stage, hana)
    with pytest.raises(NotAllowed):
        kept(stage, mira, ("note", "Of Mira."))
    assert (notes(stage, hana), notes(stage, mira)) == (["Rang the café. 🦆"], [])


def test_two_authors_may_bear_the_same_key(stage: Stage, hana: Case) -> None:
    kept(stage, hana)
    kept(stage, hana, ("note", "Ben's."), by=stage.ben)
    assert notes(stage, hana) == ["Rang the café. 🦆"]


def test_it_opens_no_more_once_the_person_is_erased(stage: Stage, hana: Case) -> None:
    kept(stage, hana)
    SealingKey.objects.get(subject=hana.client_id).destroy()
    with fresh_keyring(), pytest.raises(SealError):
        Draft.objects.get().fields()


def test_refuses_what_is_too_long_and_keeps_what_was_there(stage: Stage, hana: Case) -> None:
    room = LONGEST_DRAFT - len("note")
    kept(stage, hana, ("note", "a" * room))
    with pytest.raises(Refused) as refused:
        kept(stage, hana, ("note", "b" * (room + 1)))
    assert "50,000 characters" in refused.value.sentence
    assert notes(stage, hana) == ["a" * room]


def test_refuses_one_draft_too_many_about_a_person(stage: Stage, hana: Case) -> None:
    for _ in range(MOST_DRAFTS):
        kept(stage, hana, form_key=uuid4())
    with pytest.raises(Refused):
        kept(stage, hana, form_key=uuid4())
    assert kept(stage, a_case(stage, reference="HS-2"))


def test_refuses_whoever_may_not_record(stage: Stage, hana: Case) -> None:
    with pytest.raises(NotAllowed):
        kept(stage, hana, by=stage.esi)


def test_the_trail_notes_that_it_began_and_that_it_went_without_a_word_of_it(
    stage: Stage, hana: Case
) -> None:
    for _ in range(3):
        draft = kept(stage, hana)
    let_go_draft(draft=draft, by=stage.amina)
    events = Event.objects.filter(verb__in=["keep_draft", "let_go_draft"])
    assert sorted(event.verb for event in events) == ["keep_draft", "let_go_draft"]
    assert "café" not in "".join(str(event.changes) for event in events)
    assert not Draft.objects.exists()


@pytest.mark.parametrize("key", [FORM])
def test_nothing_is_kept_or_let_go_when_the_trail_cannot_be_written(
    stage: Stage, hana: Case, key: UUID, request: pytest.FixtureRequest
) -> None:
    draft = kept(stage, hana)
    fails = request.getfixturevalue("audit_fails")
    with pytest.raises(fails):
        kept(stage, hana, form_key=uuid4())
    with pytest.raises(fails):
        let_go_draft(draft=draft, by=stage.amina)
    assert list(Draft.of(hana, stage.amina)) == [draft]
