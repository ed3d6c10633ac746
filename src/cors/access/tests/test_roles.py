"""What each role may do, pinned: whoever changes it changes this table too."""

import pytest

from cors.access.actions import add_member, change_role
from cors.access.forms import GIVEN, RoleForm
from cors.access.models import Invitation, Membership
from cors.access.permissions import Permission as P
from cors.access.roles import ROLES, Reach
from cors.core.errors import Refused
from tests.stage.personas import Stage

MAY = {
    P.SEE_PEOPLE: "volunteer keyworker lead manager",
    P.RECORD: "volunteer keyworker lead manager",
    P.ADD_PEOPLE: "keyworker lead manager",
    P.EDIT_PEOPLE: "keyworker lead manager",
    P.REFER: "keyworker lead manager",
    P.OPEN_CASES: "keyworker lead manager",
    P.PLAN: "keyworker lead manager",
    P.MEASURE: "keyworker lead manager",
    P.CONFIRM_OUTCOMES: "keyworker lead manager",
    P.REVIEW: "keyworker lead manager",
    P.CLOSE_CASES: "keyworker lead manager",
    P.ASSIGN: "lead manager",
    P.RESTRICT: "lead manager",
    P.BLOCK_SIGHT: "lead manager",
    P.SEE_LISTS: "lead manager",
    P.GIVE_RESET_LINKS: "lead manager",
    P.MAKE_TEMPLATES: "lead manager",
    P.SEE_FIGURES: "lead manager analyst",
    P.ERASE_PEOPLE: "manager",
    P.CHOOSE_CATALOGUE: "manager",
    P.INVITE: "manager",
    P.SET_UP: "manager",
    P.ANSWER: "manager",
    P.IMPORT: "manager",
    P.SEE_EVENTS: "manager",
}
REACH = {
    "volunteer": Reach.ASSIGNED,
    "keyworker": Reach.TEAM,
    "lead": Reach.SERVICES,
    "manager": Reach.ORGANISATION,
    "analyst": Reach.NOBODY,
    "funder": Reach.NOBODY,
    "system": Reach.ORGANISATION,
}


@pytest.mark.parametrize("permission", list(P))
def test_a_permission_is_held_by_these_roles_and_no_other(permission: P) -> None:
    people = [role for role in ROLES.values() if role.can_be_given]
    holding = {role.key for role in people if permission in role.may}
    assert holding == set(MAY[permission].split())


def test_every_permission_is_given_to_somebody_who_can_sign_in() -> None:
    assert set(MAY) == set(P)
    assert all(holders for holders in MAY.values())


def test_each_role_reaches_this_far() -> None:
    assert {key: role.reach for key, role in ROLES.items()} == REACH


def test_a_role_that_sees_people_reaches_some_and_no_other_does() -> None:
    for role in ROLES.values():
        assert (P.SEE_PEOPLE in role.may) == (role.reach is not Reach.NOBODY), role.key


def test_the_funder_may_do_nothing() -> None:
    assert ROLES["funder"].may == frozenset()


@pytest.mark.parametrize("role", ROLES.values(), ids=lambda role: role.key)
def test_each_role_says_in_a_paragraph_what_it_is(role: object) -> None:
    says: str = role.says  # type: ignore[attr-defined]
    assert says[0].isupper()
    assert says.endswith(".")
    assert 20 <= len(says) <= 300


def test_keys_and_names_are_told_apart() -> None:
    assert all(key == role.key for key, role in ROLES.items())
    assert len({role.name for role in ROLES.values()}) == len(ROLES)


def test_the_system_is_offered_on_no_form(stage: Stage) -> None:
    assert "system" not in dict(GIVEN)
    form = RoleForm({"role": "system"}, member=stage.ben)
    assert not form.is_valid()
    assert RoleForm({"role": "lead"}, member=stage.ben).is_valid()


@pytest.mark.parametrize("role", ["system", "king", ""])
def test_a_role_that_cannot_be_given_is_given_by_no_verb(stage: Stage, role: str) -> None:
    with pytest.raises(Refused) as refused:
        change_role(member=stage.ben, role=role, by=stage.dev)
    assert refused.value.field == "role"
    with pytest.raises(Refused):
        add_member(email="x@y.example", name="X", role=role, by=stage.dev)
    assert Membership.objects.get(pk=stage.ben.pk).role == "keyworker"


def test_nobody_signs_in_as_the_system(stage: Stage) -> None:
    assert stage.system.as_role.key == "system"
    assert not stage.system.user.has_usable_password()
    assert stage.system not in Membership.colleagues_of(stage.dev)


def test_a_permission_ends_when_somebody_leaves(stage: Stage) -> None:
    assert stage.dev.can(P.INVITE)
    stage.dev.left_at = stage.dev.created_at
    assert not stage.dev.can(P.INVITE)


def test_memberships_and_invitations_know_every_role() -> None:
    for model in (Membership, Invitation):
        choices = model._meta.get_field("role").choices
        assert {key for key, _ in choices or ()} == set(ROLES)
