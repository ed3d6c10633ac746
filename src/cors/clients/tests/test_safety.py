"""What an answer of risk asks for stands until two people have seen to it."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from cors.clients.actions import ask_after_safety, end_alert, raise_alert
from cors.clients.models import Alert, Client
from cors.core.errors import NotAllowed, Refused
from tests.stage.personas import TODAY, Stage, browser_of


@pytest.fixture
def alert(stage: Stage, hana: Client) -> Alert:
    return ask_after_safety(client=hana, on=TODAY, by=stage.amina)


def again(alert: Alert) -> Alert:
    return Alert.objects.get(pk=alert.pk)


def end(alert: Alert, stage: Stage, who: str) -> None:
    end_alert(alert=again(alert), on=TODAY, by=stage.member(who))


def test_stands_until_a_second_person_takes_it_down(
    stage: Stage, hana: Client, alert: Alert
) -> None:
    end(alert, stage, "amina")
    assert (again(alert).ended_date, again(alert).seen_to_by) == (None, stage.amina.user)
    assert Alert.of_safety(hana) == alert
    with pytest.raises(Refused, match="A second person"):
        end(alert, stage, "amina")
    end(alert, stage, "ben")
    assert again(alert).ended_date == TODAY
    with pytest.raises(Refused, match="already"):
        end(alert, stage, "carys")


def test_a_later_answer_has_two_people_see_to_it_once_more(
    stage: Stage, hana: Client, alert: Alert
) -> None:
    end(alert, stage, "amina")
    assert ask_after_safety(client=hana, on=TODAY, by=stage.ben) == alert
    assert again(alert).seen_to_by is None
    end(alert, stage, "amina")
    end(alert, stage, "ben")
    assert ask_after_safety(client=hana, on=TODAY, by=stage.ben) != alert


def test_names_no_measure_and_no_answer(alert: Alert) -> None:
    assert "PHQ" not in alert.words
    assert "talk about safety" in alert.words


def test_an_alert_of_another_kind_is_taken_down_by_one(stage: Stage, hana: Client) -> None:
    dog = raise_alert(client=hana, words="A dog that bites", on=TODAY, by=stage.amina)
    end(dog, stage, "amina")
    assert again(dog).ended_date == TODAY


def test_the_database_holds_that_somebody_saw_to_it_first(alert: Alert) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Alert.objects.filter(pk=alert.pk).update(ended_date=TODAY)


def test_is_not_for_a_volunteer_and_not_for_a_day_to_come(stage: Stage, hana: Client) -> None:
    with pytest.raises(NotAllowed):
        ask_after_safety(client=hana, on=TODAY, by=stage.gwen)
    tomorrow = stage.organisation.today() + timedelta(days=1)
    with pytest.raises(Refused):
        ask_after_safety(client=hana, on=tomorrow, by=stage.amina)


def test_is_undone_when_its_event_fails(
    stage: Stage, hana: Client, alert: Alert, audit_fails: type[Exception]
) -> None:
    with pytest.raises(audit_fails):
        end(alert, stage, "amina")
    assert again(alert).seen_to_by is None
    Alert.objects.all().delete()
    with pytest.raises(audit_fails):
        ask_after_safety(client=hana, on=TODAY, by=stage.amina)
    assert not Alert.objects.exists()


def test_the_page_says_who_has_seen_to_it(stage: Stage, hana: Client, alert: Alert) -> None:
    address, down = f"/people/{hana.pk}/alerts/", f"/alerts/{alert.pk}/end/"
    amina, ben = browser_of(stage.amina), browser_of(stage.dev)
    assert "I have seen to it" in amina.get(address).content.decode()
    amina.post(down)
    source = amina.get(address).content.decode()
    assert "Amina has seen to it; a second person takes it down" in source
    assert "It stands until a second person takes it down." in source
    assert "I have seen to it" not in source
    ben.post(down)
    assert "The alert is down." in ben.get(address).content.decode()
