from datetime import date, timedelta

import pytest

from cors.clients.actions import end_alert, raise_alert
from cors.clients.models import Alert, Client
from cors.core.errors import NotAllowed, Refused
from tests.stage.personas import TODAY, Stage

MAY = date(2026, 5, 4)


@pytest.fixture
def dog(stage: Stage, hana: Client) -> Alert:
    return raise_alert(client=hana, words="A dog that bites", on=MAY, by=stage.amina)


def test_stands_until_it_is_taken_down(stage: Stage, hana: Client, dog: Alert) -> None:
    assert [alert.words for alert in Alert.standing(hana)] == ["A dog that bites"]
    end_alert(alert=dog, on=TODAY, by=stage.ben)
    assert not Alert.standing(hana).exists()
    assert Alert.of(hana).get().ended_date == TODAY


def test_refuses_an_empty_alert_and_days_that_cannot_be(
    stage: Stage, hana: Client, dog: Alert
) -> None:
    with pytest.raises(Refused) as refused:
        raise_alert(client=hana, words=" ", on=MAY, by=stage.amina)
    assert refused.value.field == "words"
    with pytest.raises(Refused) as refused:
        raise_alert(client=hana, words="x", on=date(2099, 1, 1), by=stage.amina)
    assert refused.value.field == "on"
    with pytest.raises(Refused) as refused:
        end_alert(alert=dog, on=MAY - timedelta(days=1), by=stage.amina)
    assert refused.value.field == "on"


def test_is_taken_down_once(stage: Stage, dog: Alert) -> None:
    end_alert(alert=dog, on=TODAY, by=stage.ben)
    with pytest.raises(Refused):
        end_alert(alert=dog, on=TODAY, by=stage.ben)


def test_is_not_for_a_volunteer(stage: Stage, hana: Client, dog: Alert) -> None:
    with pytest.raises(NotAllowed):
        raise_alert(client=hana, words="x", on=MAY, by=stage.gwen)
    with pytest.raises(NotAllowed):
        end_alert(alert=dog, on=TODAY, by=stage.gwen)


def test_is_undone_when_its_event_fails(
    stage: Stage, hana: Client, dog: Alert, audit_fails: type[Exception]
) -> None:
    with pytest.raises(audit_fails):
        raise_alert(client=hana, words="x", on=MAY, by=stage.amina)
    with pytest.raises(audit_fails):
        end_alert(alert=dog, on=TODAY, by=stage.amina)
    assert Alert.objects.get().ended_date is None
