"""Verbs of the case study: agreed to, written by one, read by another."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cors.audit.models import Event
from cors.casefile.tests.factories import a_case
from cors.cases.models import Case
from cors.clients.actions import record_consent, withdraw_consent
from cors.clients.models import Consent
from cors.core.errors import Changed, NotAllowed, Refused
from cors.core.forms.seen import seen_of
from cors.sheets.actions import read_case_study, write_case_study
from cors.sheets.models import LONGEST, CaseStudy
from tests.stage.personas import Stage

TOLD = "How it began\nSomebody wanted a door to lock."


@pytest.fixture
def case(stage: Stage) -> Case:
    """Return a case of Amina's whose person agreed that their story is told."""
    found = a_case(stage)
    agree(found, stage)
    return found


def agree(case: Case, stage: Stage, *, agreed: bool = True) -> Consent:
    return record_consent(
        client=case.client, purpose="story", agreed=agreed, read_out="May we tell it?",
        on=stage.organisation.today(), by=stage.amina,
    )  # fmt: skip


def write(
    case: Case, stage: Stage, who: str = "amina", words: str = TOLD, seen: str = ""
) -> CaseStudy:
    return write_case_study(
        case=case, words=words, at=timezone.now(), by=stage.member(who), seen=seen
    )


def read(case: Case, stage: Stage, who: str, seen: str | None = None) -> CaseStudy:
    """Read it as it stands, or as it was seen."""
    study = CaseStudy.of(case)
    now = seen_of({"words": study.words}) if study else ""
    given = now if seen is None else seen
    return read_case_study(case=case, seen=given, at=timezone.now(), by=stage.member(who))


def test_is_used_once_a_second_person_has_read_it(stage: Stage, case: Case) -> None:
    study = write(case, stage)
    assert (study.words, study.may_be_used) == (TOLD, False)
    read(case, stage, "ben", seen_of({"words": TOLD}))
    kept = CaseStudy.of(case)
    assert kept
    assert (kept.may_be_used, kept.read_by, kept.changed_by) == (
        True,
        stage.ben.user,
        stage.amina.user,
    )
    verbs = Event.of_client(stage.organisation.pk, case.client_id).values_list("verb", flat=True)
    assert {"write_case_study", "read_case_study"} <= set(verbs)


def test_who_wrote_it_can_not_be_the_second_reader(stage: Stage, case: Case) -> None:
    write(case, stage)
    with pytest.raises(Refused, match="Ask a colleague"):
        read(case, stage, "amina")
    write(case, stage, "ben", "Other words.")
    with pytest.raises(Refused, match="Ask a colleague"):
        read(case, stage, "ben")
    assert read(case, stage, "amina").may_be_used


def test_what_was_changed_is_read_again(stage: Stage, case: Case) -> None:
    write(case, stage)
    read(case, stage, "ben")
    assert not write(case, stage, words="Other words.").may_be_used


def test_nobody_lets_pass_what_they_have_not_seen(stage: Stage, case: Case) -> None:
    write(case, stage)
    seen = seen_of({"words": TOLD})
    write(case, stage, words="Other words.")
    with pytest.raises(Changed):
        read(case, stage, "ben", seen)
    with pytest.raises(Refused, match="read it first"):
        read(case, stage, "ben", "")
    with pytest.raises(Changed) as both:
        write(case, stage, "ben", "Third words.", seen)
    assert both.value.now == {"words": "Other words."}
    with pytest.raises(Changed):
        write(case, stage, "ben", "Third words.", seen_of({}))


@pytest.mark.parametrize("how", ["never asked", "no", "withdrawn"])
def test_nothing_is_written_or_read_without_consent(stage: Stage, how: str) -> None:
    case = a_case(stage)
    if how == "no":
        agree(case, stage, agreed=False)
    if how == "withdrawn":
        consent = agree(case, stage)
        write(case, stage)
        withdraw_consent(consent=consent, on=stage.organisation.today(), by=stage.amina)
    with pytest.raises(Refused, match="has not agreed"):
        write(case, stage)
    with pytest.raises(Refused, match="has not agreed"):
        read(case, stage, "ben")


def test_there_is_nothing_to_read_before_it_is_written(stage: Stage, case: Case) -> None:
    with pytest.raises(Refused, match="Write the case study first"):
        read(case, stage, "ben")


@pytest.mark.parametrize("words", ["", " \n ", "x" * (LONGEST + 1)])
def test_refuses_no_words_and_too_many(stage: Stage, case: Case, words: str) -> None:
    with pytest.raises(Refused) as refused:
        write(case, stage, words=words)
    assert refused.value.field == "words"
    assert CaseStudy.of(case) is None


def test_a_volunteer_may_neither_write_nor_read(stage: Stage, case: Case) -> None:
    write(case, stage)
    for deed in (write, read):
        with pytest.raises(NotAllowed):
            deed(case, stage, "gwen")


def test_is_gone_when_its_event_can_not_be_written(
    stage: Stage, case: Case, request: pytest.FixtureRequest
) -> None:
    write(case, stage)
    fails = request.getfixturevalue("audit_fails")
    with pytest.raises(fails):
        write(case, stage, words="Other words.")
    with pytest.raises(fails):
        read(case, stage, "ben")
    kept = CaseStudy.of(case)
    assert kept
    assert (kept.words, kept.may_be_used) == (TOLD, False)


def test_consent_that_runs_out_ends_it(stage: Stage) -> None:
    case, today = a_case(stage), stage.organisation.today()
    record_consent(
        client=case.client, purpose="story", agreed=True, read_out="May we tell it?",
        on=today - timedelta(days=9), expires_date=today, by=stage.amina,
    )  # fmt: skip
    with pytest.raises(Refused, match="no longer does"):
        write(case, stage)
