"""A verb asks for its permission, stays in its organisation and writes all or nothing."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from cors.access.actions import add_team, put_in_team
from cors.access.models import Membership, Team, TeamMembership
from cors.access.permissions import Permission
from cors.access.verbs import TWICE, VERBS, verb
from cors.audit.models import Event
from cors.bench.visitor import counted
from cors.core.errors import NotAllowed, Refused
from tests.stage.personas import Stage


@pytest.fixture(autouse=True)
def _known_verbs() -> Iterator[None]:
    """Forget the verbs that these tests make."""
    before = dict(VERBS)
    yield
    VERBS.clear()
    VERBS.update(before)


def _made(*needs: Permission) -> Callable[..., str]:
    @verb(*needs)
    def nod(*, by: Membership, **given: Any) -> str:
        return f"{by.user.name} nods"

    return nod


def test_gives_back_what_the_function_does(stage: Stage) -> None:
    assert _made()(by=stage.amina) == "Amina nods"


def test_refuses_to_be_called_without_names(stage: Stage) -> None:
    with pytest.raises(TypeError, match="keywords only"):
        _made()(stage.team, by=stage.amina)


@pytest.mark.parametrize("who", ["user", "none", "text"])
def test_refuses_an_actor_who_is_no_member(stage: Stage, who: str) -> None:
    by = {"user": stage.amina.user, "none": None, "text": "amina"}[who]
    with pytest.raises(TypeError, match="by= a membership"):
        _made()(by=by)


def test_refuses_to_be_called_by_nobody(stage: Stage) -> None:
    with pytest.raises(KeyError):
        _made()()


def test_asks_for_the_permission(stage: Stage) -> None:
    invite = _made(Permission.INVITE)
    assert invite(by=stage.dev) == "Dev nods"
    with pytest.raises(NotAllowed, match="Your role does not invite people"):
        invite(by=stage.carys)


def test_one_of_several_permissions_is_enough(stage: Stage) -> None:
    rate = _made(Permission.PLAN, Permission.RECORD)
    assert rate(by=stage.gwen) == "Gwen nods"
    with pytest.raises(NotAllowed):
        rate(by=stage.esi)


def test_somebody_who_left_may_nothing_that_needs_a_permission(stage: Stage) -> None:
    record = _made(Permission.RECORD)
    assert record(by=stage.amina) == "Amina nods"
    stage.amina.left_at = stage.amina.created_at
    with pytest.raises(NotAllowed):
        record(by=stage.amina)


def test_takes_records_of_its_own_organisation(stage: Stage) -> None:
    given = {"team": stage.team, "people": [stage.ben, stage.gwen], "rest": (stage.service,)}
    assert _made()(by=stage.amina, **given) == "Amina nods"


@pytest.mark.parametrize("wrapped", [lambda r: r, lambda r: [r], lambda r: (None, r)])
def test_refuses_records_of_another_organisation_alone_or_in_a_list(
    stage: Stage, elsewhere: Stage, wrapped: Callable[[object], object]
) -> None:
    for record in (elsewhere.team, elsewhere.amina, elsewhere.service, elsewhere.organisation):
        with pytest.raises(NotAllowed, match="another organisation"):
            _made()(by=stage.amina, given=wrapped(record))


def test_the_second_of_two_equal_writes_is_refused_in_a_sentence(stage: Stage) -> None:
    put_in_team(team=stage.team, member=stage.gwen, by=stage.dev)
    with pytest.raises(Refused) as refused:
        put_in_team(team=stage.team, member=stage.gwen, by=stage.dev)
    assert refused.value.sentence == TWICE
    assert isinstance(refused.value.__cause__, IntegrityError)
    assert TeamMembership.objects.filter(team=stage.team, member=stage.gwen).count() == 1


def test_a_refused_write_leaves_no_event(stage: Stage) -> None:
    before = Event.objects.filter(verb="add_team").count()
    with pytest.raises(Refused):
        add_team(name=stage.team.name, by=stage.dev)
    assert Event.objects.filter(verb="add_team").count() == before


def test_what_an_inner_verb_wrote_goes_with_the_outer_one(stage: Stage) -> None:
    @verb(Permission.SET_UP)
    def make_two(*, by: Membership, fails: bool) -> None:
        add_team(name="Inner", by=by)
        if fails:
            raise Refused("Not this time.")
        add_team(name="Second", by=by)

    with pytest.raises(Refused):
        make_two(by=stage.dev, fails=True)
    assert not Team.objects.filter(name="Inner").exists()
    make_two(by=stage.dev, fails=False)
    assert Team.objects.filter(name__in=["Inner", "Second"]).count() == 2


def test_an_inner_verb_asks_for_its_own_permission(stage: Stage) -> None:
    @verb(Permission.RECORD)
    def slip_in(*, by: Membership) -> None:
        add_team(name="Slipped in", by=by)

    with pytest.raises(NotAllowed):
        slip_in(by=stage.gwen)
    slip_in(by=stage.dev)
    assert Team.objects.filter(name="Slipped in").exists()


def test_an_inner_refusal_that_was_caught_takes_only_its_own_with_it(stage: Stage) -> None:
    @verb(Permission.SET_UP)
    def try_twice(*, by: Membership) -> None:
        add_team(name="Kept", by=by)
        with pytest.raises(Refused), transaction.atomic():
            add_team(name="Kept", by=by)

    try_twice(by=stage.dev)
    assert Team.objects.filter(name="Kept").count() == 1


def test_an_inner_refusal_that_was_passed_over_does_not_look_like_a_save(stage: Stage) -> None:
    """Without a place to go back to there is no going on: not even by mistake."""

    @verb(Permission.SET_UP)
    def pass_over(*, by: Membership) -> None:
        add_team(name="Gone", by=by)
        with pytest.raises(Refused):
            add_team(name="Gone", by=by)

    with pytest.raises(RuntimeError, match="nothing would be saved"):
        pass_over(by=stage.dev)
    assert not Team.objects.filter(name="Gone").exists()


def test_runs_in_one_transaction(stage: Stage) -> None:
    seen = []

    @verb()
    def look(*, by: Membership) -> None:
        seen.append(connection.in_atomic_block)

    look(by=stage.amina)
    assert seen == [True]


def test_every_verb_is_known_by_its_name_with_what_it_needs() -> None:
    assert VERBS["cors.access.actions.invite"].needs == (Permission.INVITE,)  # type: ignore[attr-defined]
    _made(Permission.PLAN)
    assert f"{__name__}.nod" in VERBS


def test_keeps_the_name_and_words_of_the_function() -> None:
    invite = VERBS["cors.access.actions.invite"]
    assert invite.__name__ == "invite"
    assert (invite.__doc__ or "").startswith("Ask somebody to join")


def test_a_verb_inside_of_another_is_shown_the_organisation_already(stage: Stage) -> None:
    nod = _made()

    @verb()
    def outer(*, by: Membership, then: Membership) -> str:
        return nod(by=then)

    def settings(then: Membership) -> int:
        with counted() as found:
            outer(by=stage.amina, then=then)
        return sum("set_config" in each for each in found)

    on_postgresql = connection.vendor == "postgresql"
    assert settings(stage.amina) == (1 if on_postgresql else 0)
    assert settings(stage.ben) == (2 if on_postgresql else 0)
