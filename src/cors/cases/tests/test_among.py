"""Cases among many keys: more than a statement takes as values of their own."""

from uuid import uuid4

import pytest

from cors.cases.models import Case
from tests.stage.hana import build_hana
from tests.stage.personas import Stage


@pytest.fixture
def case(stage: Stage) -> Case:
    return build_hana(stage, stage.organisation.today()).case


@pytest.mark.slow
def test_finds_cases_among_more_keys_than_a_statement_takes(stage: Stage, case: Case) -> None:
    many = {case.pk, *(uuid4() for _ in range(260_000))}
    assert list(Case.visible_to(stage.dev).among(many)) == [case]


def test_keeps_to_the_keys(stage: Stage, case: Case) -> None:
    seen = Case.visible_to(stage.dev)
    assert seen.among([case.pk]).count() == 1
    assert not seen.among([uuid4()]).exists()
    assert not seen.among([]).exists()
    assert not Case.visible_to(stage.femi).among([case.pk]).exists()
