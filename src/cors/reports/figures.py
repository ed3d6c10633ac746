"""The figures of a service and a period: one function a figure, from facts alone.

What a figure counts stands in it as `FROM table WHERE condition`; `in_period`, `meets` and
`supported` are what `Snapshot.narrow` says.
"""

from collections import Counter
from collections.abc import Mapping

from cors.reports.figure import Base, Figure, Material, Section
from cors.reports.outcome_figures import outcome_figures
from cors.reports.steps import ways_of_goals

CLOSER = 2  # points on 0 to 10


def sections(given: Material) -> list[Section]:
    """Return all figures in the order in which they are read."""
    return [
        Section(
            "People",
            (supported(given), referrals(given), starts(given), waits(given), endings(given)),
        ),
        Section("Contacts", (contacts(given), not_reached(given), hours(given))),
        Section(
            "Goals",
            (goals_set(given), goals_reached(given), closer(given)),
        ),
        Section("What stood in the way", (noticed(given), resolved(given))),
        Section("Small successes and setbacks", (successes(given), setbacks(given))),
        Section("Outcomes", tuple(outcome_figures(given))),
    ]


def supported(given: Material) -> Figure:
    """Count people whose support was open on a day of the period."""
    rows = "FROM supported"
    return Figure(
        key="supported",
        label="People supported",
        counts="Different people whose support was open on at least one day of the period, each "
        "counted once.",
        value=given.facts.pick("count(DISTINCT person)", rows),
        cases=given.facts.cases(rows),
    )


def referrals(given: Material) -> Figure:
    """Count referrals, and how many were declined."""
    rows = "FROM cases WHERE in_period(referred)"
    declined = given.facts.pick("count(declined)", rows)
    return Figure(
        key="referrals",
        label="Referrals",
        counts="Referrals that came in on a day of the period, declined ones included.",
        value=given.facts.count(rows),
        cases=given.facts.cases(rows),
        missing=f"{declined} of them were declined." if declined else "",
    )


STARTED = "FROM cases WHERE in_period(started)"


def starts(given: Material) -> Figure:
    """Count people whose support began."""
    return Figure(
        key="starts",
        label="People who started",
        counts="Different people whose support began on a day of the period, each counted once.",
        value=given.facts.pick("count(DISTINCT person)", STARTED),
        cases=given.facts.cases(STARTED),
    )


def waits(given: Material) -> Figure:
    """Give the median days from referral to start."""
    middle = given.facts.pick("median(started - referred)", STARTED)
    return Figure(
        key="waits",
        label="Days from referral to start",
        counts="The middle value (median) over all starts in the period.",
        value=middle,
        unit="days",
        cases=given.facts.cases(STARTED),
        note="Nobody started in this period." if middle is None else "",
    )


def endings(given: Material) -> Figure:
    """Count endings, by reason."""
    rows = "FROM cases WHERE in_period(ended)"
    reasons = given.facts.tally("ending_reason", rows)
    return Figure(
        key="endings",
        label="Endings",
        counts="Cases that ended on a day of the period and were not re-opened, those included "
        "whose support never began.",
        value=sum(reasons.values()),
        cases=given.facts.cases(rows),
        missing=_each(given, "ending_reason", reasons),
    )


HELD = "FROM contacts WHERE in_period(happened) AND result = 'held'"


def contacts(given: Material) -> Figure:
    """Count contacts that took place."""
    return Figure(
        key="contacts",
        label="Contacts",
        counts="Meetings, visits, calls and messages that took place; one for each person in it.",
        value=given.facts.count(HELD),
        cases=given.facts.cases(HELD),
    )


def not_reached(given: Material) -> Figure:
    """Count attempts that did not come about."""
    rows = "FROM contacts WHERE in_period(happened) AND result <> 'held'"
    return Figure(
        key="not-reached",
        label="Attempts that did not come about",
        counts="No answer, did not come, or we cancelled.",
        value=given.facts.count(rows),
        cases=given.facts.cases(rows),
    )


def hours(given: Material) -> Figure:
    """Sum the hours spent with people, and say how many contacts have no length."""
    each_once = f"FROM (SELECT contact, any_value(minutes) AS minutes {HELD} GROUP BY contact)"
    held, known, minutes = given.facts.one(
        f"SELECT count(*), count(minutes), sum(minutes) {each_once}"
    )
    unknown = held - known
    return Figure(
        key="hours",
        label="Hours with people",
        counts="The recorded length of all contacts that took place, each counted once however "
        "many people were in it.",
        value=round(minutes / 60, 1) if known else None,
        unit="hours",
        cases=given.facts.cases(f"{HELD} AND minutes IS NOT NULL"),
        missing=f"{unknown} of {held} contacts have no length recorded." if unknown else "",
        note="" if known else "No contact of this period has a length recorded.",
    )


def goals_set(given: Material) -> Figure:
    """Count goals that were set."""
    rows = "FROM goals WHERE in_period(set_on)"
    return Figure(
        key="goals-set",
        label="Goals set",
        counts="Goals set on a day of the period.",
        value=given.facts.count(rows),
        cases=given.facts.cases(rows),
    )


def goals_reached(given: Material) -> Figure:
    """Count goals that were reached for the first time."""
    ended = "FROM goals WHERE in_period(ended)"
    rows = "FROM goals WHERE in_period(reached)"
    return Figure(
        key="goals-reached",
        label="Goals reached",
        counts="Goals that worker and person called reached for the first time on a day of the "
        "period, whatever came after.",
        value=given.facts.count(rows),
        cases=given.facts.cases(rows),
        missing=_said(
            given.facts.count(ended), "goal", "ended in the period in one way or another."
        ),
    )


RATED_GOALS = """
    FROM (
        SELECT case_no, goal, count(value) AS times, arg_min(value, turn) AS first,
            arg_max(value, turn) AS latest, latest - first AS nearer
        FROM goals LEFT JOIN (FROM ratings WHERE rated <= last_day()) USING (goal)
        WHERE meets(set_on, ended) AND case_no IN (SELECT case_no FROM supported)
        GROUP BY case_no, goal
    )"""


def closer(given: Material) -> Figure:
    """Count goals that feel closer than at first, of those that were rated at least twice."""
    all_open = given.facts.count(RATED_GOALS)
    rated = given.facts.count(f"{RATED_GOALS} WHERE times > 1")
    nearer = f"{RATED_GOALS} WHERE times > 1 AND nearer >= {CLOSER}"
    twice = given.facts.all(
        f"SELECT first, latest, count(*) {RATED_GOALS} WHERE times > 1 GROUP BY ALL"
    )
    return Figure(
        key="closer",
        label="Goals that feel closer",
        counts=f"The person’s own latest rating is {CLOSER} or more points above their first. "
        "Rated at least twice up to the end of the period.",
        value=given.facts.count(nearer) if rated else None,
        cases=given.facts.cases(nearer),
        bases=(
            Base("of all goals open in the period", all_open),
            Base("of those rated at least twice", rated),
        ),
        missing=_said(all_open - rated, "goal", "rated once or never.", be=("was", "were")),
        note="" if rated else "No goal of this period was rated twice.",
        **ways_of_goals({(first, latest): goals for first, latest, goals in twice}),
    )


def noticed(given: Material) -> Figure:
    """Count barriers that were noticed, by type."""
    rows = "FROM barriers WHERE in_period(noticed)"
    kinds = given.facts.tally("type_key", rows)
    return Figure(
        key="barriers-noticed",
        label="Barriers noticed",
        counts="Things in the way that came up on a day of the period.",
        value=sum(kinds.values()),
        cases=given.facts.cases(rows),
        missing=_each(given, "barrier_type", kinds, most=5),
    )


def resolved(given: Material) -> Figure:
    """Count barriers that were resolved."""
    rows = "FROM barriers WHERE in_period(resolved)"
    still = given.facts.count(
        "FROM barriers WHERE noticed <= last_day() AND (resolved IS NULL OR resolved > last_day()) "
        "AND case_no IN (SELECT case_no FROM supported WHERE ended IS NULL OR ended > last_day())"
    )
    return Figure(
        key="barriers-resolved",
        label="Barriers resolved",
        counts="Things in the way that were out of it by a day of the period.",
        value=given.facts.count(rows),
        cases=given.facts.cases(rows),
        missing=_said(still, "", "still there at the end of the period.", be=("is", "are")),
    )


def successes(given: Material) -> Figure:
    """Count small successes."""
    rows = "FROM moments WHERE kind = 'success' AND in_period(happened)"
    return Figure(
        key="successes",
        label="Small successes",
        counts="Small successes that happened on a day of the period.",
        value=given.facts.count(rows),
        cases=given.facts.cases(rows),
    )


def setbacks(given: Material) -> Figure:
    """Count ways back from setbacks, of the setbacks of the period."""
    rows = "FROM moments WHERE kind = 'setback' AND in_period(happened)"
    count, back, days = given.facts.one(
        f"SELECT count(*), count(back), median(back - happened) {rows}"
    )
    return Figure(
        key="back-on-track",
        label="Back on track after a setback",
        counts="Setbacks of the period after which the person found the way back, to this day.",
        value=back if count else None,
        cases=given.facts.cases(f"{rows} AND back IS NOT NULL"),
        bases=(Base("of all setbacks in the period", count),),
        missing=f"Half of them within {days:g} days." if back else "",
        note="" if count else "No setback was recorded in this period.",
    )


def _each(given: Material, kind: str, keys: Mapping[str, int], most: int | None = None) -> str:
    """Say how often each label comes, the most frequent first."""
    labels: Counter[str] = Counter()
    for key, count in keys.items():
        labels[given.label(kind, key)] += count
    counts = sorted(labels.items(), key=lambda each: (-each[1], each[0]))
    return "; ".join(f"{label}: {count}" for label, count in counts[:most])


def _said(count: int, what: str, rest: str, be: tuple[str, str] = ("", "")) -> str:
    """Say of how many something holds, in the singular or plural; nothing of nobody."""
    thing = what if count == 1 or not what else f"{what}s"
    words = (str(count), thing, be[0] if count == 1 else be[1], rest)
    return " ".join(word for word in words if word) if count else ""
