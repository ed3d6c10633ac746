from datetime import timedelta
from typing import Any

import pytest

from cors.catalogue.actions import (
    add_service,
    change_how_often,
    choose_client_word,
    end_service,
    name_who_is_told,
    rename_service,
)
from cors.catalogue.models import Service
from cors.core.errors import Changed, NotAllowed, Refused
from cors.core.forms.seen import seen_of
from tests.stage.personas import TODAY, Stage


def test_a_service_has_a_team_and_a_key_of_its_own(stage: Stage) -> None:
    made = add_service(name=" Café – open door ", team=stage.team, review_weeks=8, by=stage.dev)
    assert (made.name, made.key, made.review_weeks) == ("Café – open door", "cafe-open-door", 8)
    end_service(service=made, on=TODAY, by=stage.dev)
    again = add_service(name="Café – open door", team=None, by=stage.dev)
    assert again.key == "cafe-open-door-2"


def test_a_service_keeps_its_key_when_it_is_called_otherwise(stage: Stage) -> None:
    rename_service(service=stage.service, name="A place to live", by=stage.dev)
    read = Service.objects.get(pk=stage.service.pk)
    assert (read.name, read.key) == ("A place to live", "move-on")


def test_a_service_that_ended_takes_nobody_new(stage: Stage) -> None:
    end_service(service=stage.service, on=TODAY, by=stage.dev)
    assert list(Service.running_in(stage.organisation)) == [stage.other_service]
    with pytest.raises(Refused, match="already"):
        end_service(service=stage.service, on=TODAY, by=stage.dev)


def test_a_service_does_not_end_in_the_future(stage: Stage) -> None:
    tomorrow = stage.organisation.today() + timedelta(days=1)
    with pytest.raises(Refused) as refused:
        end_service(service=stage.service, on=tomorrow, by=stage.dev)
    assert refused.value.field == "on"


@pytest.mark.parametrize("name", ["", "a" * 81, "back to WORK"])
def test_a_service_needs_a_name_that_no_other_has(stage: Stage, name: str) -> None:
    with pytest.raises(Refused) as added:
        add_service(name=name, team=stage.team, by=stage.dev)
    with pytest.raises(Refused) as renamed:
        rename_service(service=stage.service, name=name, by=stage.dev)
    assert (added.value.field, renamed.value.field) == ("name", "name")


def test_a_service_refuses_a_key_in_use_and_weeks_that_make_no_sense(stage: Stage) -> None:
    with pytest.raises(Refused) as key:
        add_service(name="New", team=None, key="move-on", by=stage.dev)
    with pytest.raises(Refused) as weeks:
        add_service(name="New", team=None, review_weeks=0, by=stage.dev)
    assert (key.value.field, weeks.value.field) == ("key", "review_weeks")


def test_how_often_is_changed_for_one_service(stage: Stage) -> None:
    change_how_often(service=stage.service, review_weeks=4, contact_every_days=7, by=stage.dev)
    read = {service.key: service.how_often() for service in Service.all_of(stage.dev)}
    assert read["move-on"] == {"review_weeks": 4, "contact_every_days": 7}
    assert read["work"] == {"review_weeks": 12, "contact_every_days": 21}


@pytest.mark.parametrize(
    ("weeks", "days", "field"),
    [
        (0, 7, "review_weeks"),
        (105, 7, "review_weeks"),
        (4, 0, "contact_every_days"),
        (4, 367, "contact_every_days"),
    ],
)
def test_how_often_must_make_sense(stage: Stage, weeks: int, days: int, field: str) -> None:
    given: dict[str, Any] = {"review_weeks": weeks, "contact_every_days": days}
    with pytest.raises(Refused) as changed:
        change_how_often(service=stage.service, by=stage.dev, **given)
    with pytest.raises(Refused) as added:
        add_service(name="New", team=None, by=stage.dev, **given)
    assert changed.value.field == added.value.field == field
    assert Service.objects.get(pk=stage.service.pk).how_often()["review_weeks"] == 12


def told(service: Service) -> str | None:
    found = Service.objects.select_related("told__user").get(pk=service.pk).told
    return found.user.name if found else None


def test_one_person_is_told_of_an_answer_about_safety(stage: Stage) -> None:
    assert told(stage.service) is None
    name_who_is_told(service=stage.service, member=stage.carys, by=stage.dev)
    assert (told(stage.service), told(stage.other_service)) == ("Carys", None)
    name_who_is_told(service=stage.service, member=None, by=stage.dev)
    assert told(stage.service) is None


@pytest.mark.parametrize("who", ["gwen", "olu", "esi", "femi"])
def test_who_does_not_see_the_people_of_a_service_is_not_told(stage: Stage, who: str) -> None:
    with pytest.raises(Refused) as refused:
        name_who_is_told(service=stage.service, member=stage.member(who), by=stage.dev)
    assert refused.value.field == "member"
    assert told(stage.service) is None


def test_nobody_of_another_organisation_is_told(stage: Stage, elsewhere: Stage) -> None:
    with pytest.raises(NotAllowed):
        name_who_is_told(service=stage.service, member=elsewhere.dev, by=stage.dev)


def test_who_is_told_is_not_written_over_unseen(stage: Stage) -> None:
    seen = seen_of(stage.service.who_is_told())
    name_who_is_told(service=stage.service, member=stage.carys, by=stage.dev, seen=seen)
    with pytest.raises(Changed):
        name_who_is_told(service=stage.service, member=stage.amina, by=stage.dev, seen=seen)
    assert told(stage.service) == "Carys"


def test_services_are_the_manager_s_to_set_up(stage: Stage) -> None:
    with pytest.raises(NotAllowed):
        add_service(name="New", team=None, by=stage.carys)
    with pytest.raises(NotAllowed):
        rename_service(service=stage.service, name="New", by=stage.amina)
    with pytest.raises(NotAllowed):
        change_how_often(
            service=stage.service, review_weeks=4, contact_every_days=7, by=stage.carys
        )
    with pytest.raises(NotAllowed):
        end_service(service=stage.service, on=TODAY, by=stage.carys)
    with pytest.raises(NotAllowed):
        name_who_is_told(service=stage.service, member=stage.carys, by=stage.carys)


def test_a_service_is_not_written_if_the_event_fails(
    stage: Stage, audit_fails: type[Exception]
) -> None:
    with pytest.raises(audit_fails):
        add_service(name="New", team=None, by=stage.dev)
    with pytest.raises(audit_fails):
        rename_service(service=stage.service, name="New", by=stage.dev)
    with pytest.raises(audit_fails):
        change_how_often(service=stage.service, review_weeks=4, contact_every_days=7, by=stage.dev)
    with pytest.raises(audit_fails):
        end_service(service=stage.other_service, on=TODAY, by=stage.dev)
    names = [service.name for service in Service.running_in(stage.organisation)]
    assert names == ["Back to work", "Move-on support"]
    assert {each.contact_every_days for each in Service.running_in(stage.organisation)} == {21}


def test_the_word_for_client_is_the_organisation_s(stage: Stage) -> None:
    choose_client_word(client_word=" resident ", clients_word="residents", by=stage.dev)
    stage.organisation.refresh_from_db()
    assert stage.organisation.client_word == "resident"
    assert stage.organisation.clients_word == "residents"


def test_the_word_for_client_is_short_and_the_manager_s_to_choose(stage: Stage) -> None:
    for one, several, field in (("", "x", "client_word"), ("x", "a" * 41, "clients_word")):
        with pytest.raises(Refused) as refused:
            choose_client_word(client_word=one, clients_word=several, by=stage.dev)
        assert refused.value.field == field
    with pytest.raises(NotAllowed):
        choose_client_word(client_word="x", clients_word="xs", by=stage.amina)


def test_the_word_for_client_stays_if_the_event_fails(
    stage: Stage, audit_fails: type[Exception]
) -> None:
    with pytest.raises(audit_fails):
        choose_client_word(client_word="guest", clients_word="guests", by=stage.dev)
    stage.organisation.refresh_from_db()
    assert stage.organisation.client_word == "client"
