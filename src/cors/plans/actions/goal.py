"""Verbs: goals, their words, how close they feel, how they end."""

from datetime import date

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.access.verbs import verb
from cors.audit.record import record
from cors.cases.models import Case
from cors.catalogue.choices import catalogue_of
from cors.core.errors import Refused
from cors.core.forms import refuse_unseen
from cors.plans.actions import checks
from cors.plans.lengths import LONGEST_WORDS
from cors.plans.models import Goal, GoalEnding, GoalWording, Rating
from cors.plans.models.goal import Rater


@verb(Permission.PLAN)
def set_goal(
    *,
    case: Case,
    words: str,
    life_area: str,
    on: date,
    by: Membership,
    source: str = "client",
    agreed_words: str = "",
    target_date: date | None = None,
    rating: int | None = None,
) -> Goal:
    """Set a goal in the client's own words; the rating, if given, is the client's first."""
    checks.check_going_on(case)
    checks.check_day(on, by=by, case=case)
    checks.check_choice(source, Goal.Source.values, field="source")
    if not catalogue_of(by.organisation_id).has("life_area", life_area):
        raise Refused("Choose a life area from the list.", field="life_area")
    if target_date:
        checks.check_not_before(target_date, on, "the goal was set", field="target_date")
    goal = Goal(
        organisation=by.organisation,
        created_by_id=by.user_id,
        case=case,
        life_area=life_area,
        source=source,
        set_date=on,
        target_date=target_date,
    )
    goal.save(force_insert=True)
    _word(goal, words, agreed_words, on=on, by=by)
    if rating is not None:
        _rate(goal, rating, Rater.CLIENT, on=on, by=by, field="rating")
    changes = {"life_area": life_area, "on": on, "rating": rating}
    record(by=by, verb="set_goal", about=goal, changes=changes)
    return goal


@verb(Permission.PLAN)
def reword_goal(
    *,
    goal: Goal,
    words: str,
    on: date,
    by: Membership,
    agreed_words: str = "",
    seen: str = "",
) -> GoalWording:
    """Put the goal in other words; those before stay."""
    _check_open(goal, on, by)
    goal.hold("order")
    wordings = goal.wordings()
    refuse_unseen(seen, {"words": goal.words})
    if wordings:
        checks.check_not_before(on, wordings[-1].worded_date, "the words that hold now")
    wording = _word(goal, words, agreed_words, on=on, by=by)
    record(by=by, verb="reword_goal", about=goal, changes={"on": on})
    return wording


@verb(Permission.RECORD, Permission.PLAN)
def rate_goal(*, goal: Goal, value: int, on: date, by: Membership, rater: str = "client") -> Rating:
    """Record how close the goal feels; the first rating of each rater stays the baseline."""
    _check_open(goal, on, by)
    checks.check_choice(rater, Rater.values, field="rater")
    baseline = goal.baseline(rater)
    if baseline:
        checks.check_not_before(on, baseline.rated_date, "the first rating, which stays the start")
    rating = _rate(goal, value, rater, on=on, by=by)
    changes = {"value": value, "rater": rater, "on": on}
    record(by=by, verb="rate_goal", about=goal, changes=changes)
    return rating


@verb(Permission.PLAN)
def end_goal(
    *,
    goal: Goal,
    how: str,
    on: date,
    by: Membership,
    words: str = "",
    followed_by: Goal | None = None,
) -> GoalEnding:
    """Say how a goal ended: reached, partly, let go, or became another goal."""
    _check_open(goal, on, by)
    checks.check_choice(how, GoalEnding.How.values, field="how")
    checks.check_note(words)
    checks.check_of_case([followed_by], goal.case, field="followed_by")
    if followed_by == goal:
        raise Refused("A goal does not become itself. Choose another one.", field="followed_by")
    ending = GoalEnding(
        organisation=by.organisation,
        created_by_id=by.user_id,
        goal=goal,
        how=how,
        ended_date=on,
        words=words.strip(),
        followed_by=followed_by,
    )
    ending.save(force_insert=True)
    record(by=by, verb="end_goal", about=goal, changes={"how": how, "on": on})
    return ending


def _check_open(goal: Goal, on: date, by: Membership) -> None:
    checks.check_going_on(goal.case)
    if not goal.is_open:
        raise Refused("This goal has ended. Set a new goal to go on.")
    checks.check_day(on, by=by, case=goal.case)
    checks.check_not_before(on, goal.set_date, "the goal was set")


def _word(goal: Goal, words: str, agreed_words: str, *, on: date, by: Membership) -> GoalWording:
    checks.check_words(words)
    checks.check_length(agreed_words, LONGEST_WORDS, field="agreed_words")
    wording = GoalWording(
        organisation=by.organisation,
        created_by_id=by.user_id,
        goal=goal,
        words=words.strip(),
        agreed_words=agreed_words.strip(),
        worded_date=on,
    )
    wording.save(force_insert=True)
    return wording


def _rate(
    goal: Goal, value: int, rater: str, *, on: date, by: Membership, field: str = "value"
) -> Rating:
    checks.check_0_to_10(value, field=field)
    rating = Rating(
        organisation=by.organisation,
        created_by_id=by.user_id,
        goal=goal,
        value=value,
        rater=rater,
        rated_date=on,
    )
    rating.save(force_insert=True)
    return rating
