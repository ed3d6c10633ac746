from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from cors.access.models import Membership
from cors.audit.models import Event
from cors.catalogue.actions import add_own_entry, relabel_entry, switch_entry
from cors.catalogue.choices import catalogue_of
from cors.catalogue.models import Choice
from cors.catalogue.shipped import shipped
from cors.core.errors import NotAllowed, Refused
from tests.stage.personas import Stage

VERBS: list[Callable[..., Choice]] = [
    partial(switch_entry, kind="barrier_type", key="debts", is_on=False),
    partial(relabel_entry, kind="barrier_type", key="debts", label="Owing money"),
    partial(add_own_entry, kind="barrier_type", label="The tide"),
]
each = pytest.mark.parametrize("verb", VERBS)


def off(key: str, by: Membership, kind: str = "barrier_type") -> Choice:
    return switch_entry(kind=kind, key=key, is_on=False, by=by)


def test_an_entry_goes_off_with_the_day_and_on_again(stage: Stage) -> None:
    assert off("debts", stage.dev).last_use_date == stage.organisation.today()
    choice = switch_entry(kind="barrier_type", key="debts", is_on=True, by=stage.dev)
    assert (choice.is_on, choice.last_use_date) == (True, None)
    assert Choice.objects.count() == 1


def test_the_last_entry_of_a_list_stays_on(stage: Stage) -> None:
    first, *others = shipped().ladders
    for key in others:
        off(key, stage.dev, kind="ladder")
    with pytest.raises(Refused, match="at least one"):
        off(first, stage.dev, kind="ladder")


def test_an_empty_label_goes_back_to_the_shipped_one(stage: Stage) -> None:
    for label in ("Owing money", ""):
        relabel_entry(kind="barrier_type", key="debts", label=label, by=stage.dev)
    assert catalogue_of(stage.organisation.pk).label("barrier_type", "debts") == "Debts"


def test_an_own_entry_keeps_its_key_when_it_gets_another_label(stage: Stage) -> None:
    own = add_own_entry(kind="barrier_type", label="The tide", by=stage.dev)
    relabel_entry(kind="barrier_type", key=own.key, label="High water", by=stage.dev)
    catalogue = catalogue_of(stage.organisation.pk)
    assert catalogue.label("barrier_type", "own-the-tide") == "High water"
    with pytest.raises(Refused, match="name"):
        relabel_entry(kind="barrier_type", key=own.key, label="", by=stage.dev)


def test_labels_in_any_script_get_keys_that_differ(stage: Stage) -> None:
    made = [add_own_entry(kind="referral_source", label=x, by=stage.dev) for x in ("مسجد", "寺")]
    assert [choice.key for choice in made] == ["own", "own-2"]


@pytest.mark.parametrize(
    ("verb", "given", "field"),
    [
        (switch_entry, {"kind": "barrier_type", "key": "none", "is_on": True}, "key"),
        (switch_entry, {"kind": "weather", "key": "rain", "is_on": True}, "key"),
        (relabel_entry, {"kind": "barrier_type", "key": "debts", "label": "a" * 121}, "label"),
        (relabel_entry, {"kind": "barrier_type", "key": "debts", "label": "Transport"}, "label"),
        (relabel_entry, {"kind": "measure", "key": "phq-9", "label": "Mood"}, "label"),
        (add_own_entry, {"kind": "measure", "label": "Our own"}, "kind"),
        (add_own_entry, {"kind": "barrier_type", "label": " "}, "label"),
        (add_own_entry, {"kind": "barrier_type", "label": "debts"}, "label"),
        (add_own_entry, {"kind": "outcome_type", "label": "A boat"}, "life_area"),
        (add_own_entry, {"kind": "barrier_type", "label": "x", "life_area": "sea"}, "life_area"),
    ],
)
def test_refuses_and_names_the_field(
    stage: Stage, verb: Callable[..., Choice], given: dict[str, Any], field: str
) -> None:
    if given.get("label") == "Transport":
        given["label"] = catalogue_of(stage.organisation.pk).label("barrier_type", "transport")
    with pytest.raises(Refused) as refused:
        verb(**given, by=stage.dev)
    assert refused.value.field == field
    assert not Choice.objects.exists()


@each
def test_is_the_manager_s_to_do_and_leaves_an_event(
    stage: Stage, verb: Callable[..., Choice]
) -> None:
    for name in ("amina", "carys", "gwen", "esi"):
        with pytest.raises(NotAllowed):
            verb(by=stage.member(name))
    choice = verb(by=stage.dev)
    assert Event.objects.filter(about_id=choice.pk, actor_id=stage.dev.user_id).count() == 1


@each
def test_writes_nothing_if_its_event_fails(
    stage: Stage, audit_fails: type[Exception], verb: Callable[..., Choice]
) -> None:
    with pytest.raises(audit_fails):
        verb(by=stage.dev)
    assert not Choice.objects.exists()
