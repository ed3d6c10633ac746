"""An author puts an entry right within a day; how it stood is kept; later one adds to it."""

from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from django.utils import timezone

from cors.access.models import Membership
from cors.cases.models import Case
from cors.contacts.actions import add_to_entry, correct_entry, correct_moment, move_entry
from cors.contacts.entry import NewMoment, PersonEntry
from cors.contacts.models import Addendum, ContactPerson, Correction
from cors.contacts.tests.factories import a_contact
from cors.core.errors import Changed, NotAllowed, Refused
from cors.core.forms.seen import seen_of
from cors.plans.models import Moment
from cors.plans.tests.factories import BEGAN, a_case, ended, tomorrow
from tests.stage.personas import TODAY, Stage, browser_of

YESTERDAY = TODAY - timedelta(days=1)


def an_entry(case: Case, by: Membership, **more: Any) -> ContactPerson:
    """Record a call of a quarter of an hour; return the person's part of it."""
    contact = a_contact(by, PersonEntry(case, "Rang her.", **more), minutes=15)
    return ContactPerson.objects.select_related("contact").get(contact=contact)


@pytest.fixture
def case(stage: Stage) -> Case:
    return a_case(stage)


@pytest.fixture
def entry(stage: Stage, case: Case) -> ContactPerson:
    return an_entry(case, stage.amina)


@pytest.fixture
def moment(stage: Stage, case: Case) -> Moment:
    an_entry(case, stage.amina, moments=[NewMoment("success", "Rang them.")])
    return Moment.of(case).get()


def correct(person: ContactPerson, by: Any, **changed: Any) -> None:
    given: dict[str, Any] = {
        "note": person.note, "kind": "call", "minutes": 15, "on": TODAY, "at": timezone.now(),
    } | changed  # fmt: skip
    correct_entry(person=person, by=by, **given)


def again(person: ContactPerson) -> ContactPerson:
    return ContactPerson.objects.select_related("contact").get(pk=person.pk)


def test_puts_right_all_of_it_and_keeps_how_it_stood(stage: Stage, entry: ContactPerson) -> None:
    given = {"note": "Rang his sister.", "kind": "visit", "minutes": 40, "on": YESTERDAY}
    correct(entry, stage.amina, **given)
    now = again(entry)
    assert (now.note, now.happened_date) == ("Rang his sister.", YESTERDAY)
    assert (now.contact.kind, now.contact.minutes) == ("visit", 40)
    assert now.contact.happened_date == YESTERDAY
    (before,) = Correction.on(entry)
    assert (before.words, before.kind, before.minutes) == ("Rang her.", "call", 15)
    assert before.happened_date == TODAY


def test_each_version_is_kept(stage: Stage, entry: ContactPerson) -> None:
    for note in ("Second.", "Third."):
        correct(again(entry), stage.amina, note=note)
    assert [row.words for row in Correction.on(entry)] == ["Rang her.", "Second."]


def test_kind_and_day_belong_to_all_who_were_there(stage: Stage, case: Case) -> None:
    other = a_case(stage, name="Ivo Example", reference="HS-2")
    people = [PersonEntry(case, "One."), PersonEntry(other, "Other.")]
    contact = a_contact(stage.amina, *people, minutes=15)
    one = ContactPerson.objects.get(contact=contact, case=case)
    theirs = ContactPerson.objects.get(contact=contact, case=other)
    correct(one, stage.amina, note="Only hers.")
    assert Correction.on(theirs) == []
    correct(again(one), stage.amina, on=YESTERDAY)
    assert again(theirs).happened_date == YESTERDAY
    assert [row.words for row in Correction.on(theirs)] == ["Other."]
    assert again(theirs).note == "Other."


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"kind": "no-such-kind"}, "kind"),
        ({"minutes": 1441}, "minutes"),
        ({"on": BEGAN - timedelta(days=30)}, "on"),
        ({"note": "n" * 10_001}, "note"),
    ],
)
def test_refuses_what_could_not_be_recorded(
    stage: Stage, entry: ContactPerson, changed: dict[str, Any], field: str
) -> None:
    with pytest.raises(Refused) as refused:
        correct(entry, stage.amina, **changed)
    assert refused.value.field == field
    assert (again(entry).note, Correction.on(entry)) == ("Rang her.", [])


def test_refuses_a_day_to_come_and_a_change_of_nothing(stage: Stage, entry: ContactPerson) -> None:
    with pytest.raises(Refused, match="still to come"):
        correct(entry, stage.amina, on=tomorrow(stage.amina))
    with pytest.raises(Refused, match="Nothing is different"):
        correct(again(entry), stage.amina)


def test_refuses_another_author_and_an_entry_of_yesterday(
    stage: Stage, entry: ContactPerson, moment: Moment
) -> None:
    late = timezone.now() + timedelta(hours=24, minutes=1)
    for by, at, words in (
        (stage.ben, timezone.now(), "Somebody else wrote this. Add to it"),
        (stage.amina, late, "older than 24 hours .* Add to it"),
    ):
        with pytest.raises(Refused, match=words):
            correct(entry, by, note="Other.", at=at)
        with pytest.raises(Refused, match=words):
            correct_moment(moment=moment, words="Other.", at=at, by=by)
    correct(entry, stage.amina, note="Other.", at=entry.created_at + timedelta(hours=24))


def test_refuses_a_closed_case(stage: Stage, case: Case, entry: ContactPerson) -> None:
    ended(case)
    with pytest.raises(Refused, match="has ended"):
        correct(again(entry), stage.amina, note="Other.")
    with pytest.raises(Refused, match="has ended"):
        add_to_entry(entry=again(entry), words="More.", by=stage.amina)


def test_nobody_writes_over_what_they_have_not_seen(stage: Stage, entry: ContactPerson) -> None:
    seen = seen_of({"note": "Rang her.", "kind": "call", "minutes": 15, "on": TODAY})
    correct(again(entry), stage.amina, note="From the phone.", seen=seen)
    with pytest.raises(Changed):
        correct(again(entry), stage.amina, note="From the desk.", seen=seen)
    assert again(entry).note == "From the phone."


def test_the_words_of_a_moment_are_put_right(stage: Stage, moment: Moment) -> None:
    seen = seen_of({"words": "Rang them."})
    given: dict[str, Any] = {"moment": moment, "at": timezone.now(), "by": stage.amina}
    correct_moment(words="Rang them twice.", seen=seen, **given)
    assert Moment.objects.get(pk=moment.pk).words == "Rang them twice."
    assert [row.words for row in Correction.on(moment)] == ["Rang them."]
    with pytest.raises(Changed):
        correct_moment(words="Wrote.", seen=seen, **given)
    with pytest.raises(Refused, match="few words"):
        correct_moment(words=" ", **given)
    with pytest.raises(Refused, match="Nothing is different"):
        correct_moment(words="Rang them twice.", **given)


def test_what_is_added_bears_its_author_and_leaves_the_entry(
    stage: Stage, entry: ContactPerson, moment: Moment
) -> None:
    add_to_entry(entry=entry, words="Her sister rang back.", by=stage.ben)
    add_to_entry(entry=moment, words="And wrote.", by=stage.amina)
    (row,) = Addendum.on(entry)
    assert (row.words, row.created_by) == ("Her sister rang back.", stage.ben.user)
    assert again(entry).note == "Rang her."
    found = Addendum.of(entry.case)
    assert {key: [row.words for row in rows] for key, rows in found.items()} == {
        entry.pk: ["Her sister rang back."],
        moment.pk: ["And wrote."],
    }
    with pytest.raises(Refused):
        add_to_entry(entry=entry, words=" ", by=stage.amina)
    with pytest.raises(NotAllowed):
        add_to_entry(entry=entry, words="Hm.", by=stage.femi)


def test_writes_nothing_if_its_event_fails(
    stage: Stage, entry: ContactPerson, moment: Moment, audit_fails: type[Exception]
) -> None:
    with pytest.raises(audit_fails):
        correct(entry, stage.amina, note="Other.")
    with pytest.raises(audit_fails):
        correct_moment(moment=moment, words="Other.", at=timezone.now(), by=stage.amina)
    with pytest.raises(audit_fails):
        add_to_entry(entry=entry, words="Other.", by=stage.amina)
    assert not Correction.objects.exists()
    assert not Addendum.objects.exists()
    assert again(entry).note == "Rang her."


def test_what_was_kept_is_sealed(stage: Stage, entry: ContactPerson) -> None:
    correct(entry, stage.amina, note="Other.")
    add_to_entry(entry=entry, words="Rang again.", by=stage.amina)
    with connection.cursor() as cursor:
        cursor.execute("SELECT words FROM contacts_correction UNION ALL "
                       "SELECT words FROM contacts_addendum")  # fmt: skip
        assert all(b"Rang" not in bytes(row[0]) for row in cursor.fetchall())


def test_what_was_kept_goes_along_to_the_right_person(
    stage: Stage, case: Case, entry: ContactPerson
) -> None:
    an_entry(case, stage.amina)
    correct(entry, stage.amina, note="Other.")
    add_to_entry(entry=entry, words="More.", by=stage.amina)
    other = a_case(stage, name="Ivo Example", reference="HS-2")
    move_entry(person=again(entry), to=other, reason="Two Hanas.", by=stage.amina)
    (before,), (more,) = Correction.on(entry), Addendum.on(entry)
    assert (before.case_id, before.words) == (other.pk, "Rang her.")
    assert (more.case_id, more.words) == (other.pk, "More.")
    assert Addendum.of(case) == {}


def test_what_was_kept_of_a_moment_goes_along_too(stage: Stage, case: Case, moment: Moment) -> None:
    correct_moment(moment=moment, words="Wrote.", at=timezone.now(), by=stage.amina)
    add_to_entry(entry=moment, words="More.", by=stage.amina)
    other = a_case(stage, name="Ivo Example", reference="HS-2")
    entry = ContactPerson.objects.get(case=case)
    move_entry(person=entry, to=other, reason="Two Hanas.", by=stage.amina)
    assert [row.words for row in Correction.on(moment)] == ["Rang them."]
    assert [row.words for row in Addendum.on(moment)] == ["More."]


def post(stage: Stage, address: str, who: str = "amina", **data: Any) -> HttpResponse:
    return browser_of(stage.member(who)).post(address, data)  # type: ignore[return-value]


def shown(stage: Stage, address: str, who: str = "amina") -> str:
    return unescape(browser_of(stage.member(who)).get(address).content.decode())


def test_the_pages_put_right_and_show_how_it_stood(stage: Stage, entry: ContactPerson) -> None:
    address, on = f"/entries/{entry.pk}/correct/", TODAY.isoformat()
    case_page = shown(stage, f"/cases/{entry.case_id}/")
    assert address in case_page
    assert "Rang her." in shown(stage, address)
    data = {"note": "Rang his sister.", "kind": "call", "minutes": "20", "on": on}
    refused = post(stage, address, **{**data, "minutes": "2000"})
    assert refused.status_code == 422
    assert "Rang his sister." in unescape(refused.content.decode())
    assert post(stage, address, **data).status_code == 302
    page = shown(stage, address)
    assert "How it stood" in page
    assert "Rang her." in page


def test_two_windows_show_both_versions(stage: Stage, entry: ContactPerson) -> None:
    address, on = f"/entries/{entry.pk}/correct/", TODAY.isoformat()
    seen = seen_of({"note": "Rang her.", "kind": "call", "minutes": 15, "on": TODAY})
    data = {"kind": "call", "minutes": "15", "on": on, "seen": seen}
    assert post(stage, address, note="From the phone.", **data).status_code == 302
    answer = post(stage, address, note="From the desk.", **data)
    page = unescape(answer.content.decode())
    assert answer.status_code == 422
    assert "From the phone." in page
    assert "From the desk." in page


def test_a_colleague_is_offered_to_add_and_it_shows_with_the_entry(
    stage: Stage, entry: ContactPerson
) -> None:
    page = shown(stage, f"/entries/{entry.pk}/correct/", "ben")
    assert "Somebody else wrote this." in page
    address = f"/entries/{entry.pk}/add/"
    assert address in page
    assert address in shown(stage, f"/cases/{entry.case_id}/", "ben")
    assert post(stage, address, "ben", words=" ").status_code == 422
    assert post(stage, address, "ben", words="Her sister rang back.").status_code == 302
    for place in (f"/cases/{entry.case_id}/", f"/cases/{entry.case_id}/timeline/"):
        assert "added, today: Her sister rang back." in shown(stage, place)


def test_the_pages_of_a_moment(stage: Stage, moment: Moment) -> None:
    assert post(stage, f"/moments/{moment.pk}/correct/", words="Wrote.").status_code == 302
    assert post(stage, f"/moments/{moment.pk}/add/", words="And rang.").status_code == 302
    page = shown(stage, f"/moments/{moment.pk}/add/")
    assert "Rang them." in page
    assert "And rang." in page
    assert "And rang." in shown(stage, f"/cases/{moment.case_id}/timeline/?kind=success")


def test_a_closed_case_offers_no_way_to_change_an_entry(
    stage: Stage, case: Case, entry: ContactPerson
) -> None:
    ended(case)
    page = shown(stage, f"/cases/{case.pk}/")
    assert "Put right" not in page
    assert "Add to it" not in page
