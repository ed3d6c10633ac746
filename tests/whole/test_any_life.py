"""Whatever is done in whatever order: it is written whole or refused in a sentence."""

import random
from datetime import date, timedelta

import pytest

from cors.audit.models import Event
from cors.cases.actions import assign_worker, open_case, refer
from cors.cases.models import Case, Ending
from cors.clients.actions import add_client
from cors.core.errors import NotAllowed, Refused
from cors.plans.models import Barrier, Goal, Moment
from tests.stage.personas import Stage
from tests.whole.any_life import MOVES, Life

MOVES_EACH = 60


@pytest.fixture
def life(stage: Stage, request: pytest.FixtureRequest) -> Life:
    start = stage.organisation.today() - timedelta(days=60)
    client = add_client(name="Kit Marsh", on=start, by=stage.amina)
    case = refer(client=client, service=stage.service, on=start, by=stage.amina)
    open_case(case=case, on=start, by=stage.amina, keyworker=stage.amina)
    assign_worker(case=case, member=stage.gwen, on=start, by=stage.carys)
    chance = random.Random(request.param)
    return Life(stage, Case.objects.get(pk=case.pk), start, chance)


def _facts(case: Case) -> dict[str, list[tuple[object, ...]]]:
    """Return what may only ever grow: wordings and first ratings, by goal."""
    return {
        str(goal.pk): [(row.words, row.worded_date) for row in goal.wordings()]
        for goal in Goal.of(case)
    }


def _check(life: Life, baselines: dict[object, tuple[int, date]]) -> None:
    case = life.case
    today = life.stage.organisation.today()
    for goal in Goal.of(case):
        first = goal.baseline()
        if first is not None:
            said = (first.value, first.rated_date)
            assert baselines.setdefault(goal.pk, said) == said, "the baseline moved"
        assert all(0 <= row.value <= 10 and row.rated_date <= today for row in goal.ratings())
        assert goal.first_words.strip()
    goals = {goal.pk for goal in Goal.of(case)}
    assert all(set(row.blocked_goal_ids()) <= goals for row in Barrier.of(case))
    for moment in Moment.of(case):
        assert (moment.days_off_track() or 0) >= 0
        assert moment.kind == "setback" or moment.back() is None
    assert Ending.objects.filter(case=case, undone_at__isnull=True).count() <= 1


@pytest.mark.slow
@pytest.mark.parametrize("life", range(12), indirect=True)
def test_every_move_is_whole_or_refused_in_a_sentence(life: Life) -> None:
    baselines: dict[object, tuple[int, date]] = {}
    written, sentences = 0, list[str]()
    for _ in range(MOVES_EACH):
        move = life.chance.choice(MOVES)
        events, wordings = Event.objects.count(), _facts(life.case)
        try:
            move(life)
        except (Refused, NotAllowed) as no:
            sentences.append(str(no))
            assert Event.objects.count() == events, f"{move.__name__} left something behind"
            assert _facts(life.case) == wordings
        else:
            written += Event.objects.count() > events
        for goal, words in wordings.items():
            assert _facts(life.case)[goal][: len(words)] == words, "words were lost"
        _check(life, baselines)
    assert written >= 3
    assert len(sentences) >= 3
    assert {said[-1] for said in sentences} <= {".", "”"}, sentences
