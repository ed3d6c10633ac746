"""The figures of a service and a period: one function a figure, pure, from facts alone."""

from collections import Counter
from collections.abc import Iterable
from statistics import median

from cors.reports.figure import Figure, Section
from cors.reports.tests.plain_figure import Material, bases, of_cases, people, said
from cors.reports.tests.plain_goal_figures import closer, goals_reached, goals_set
from cors.reports.tests.plain_outcome_figures import outcome_figures


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
    cases = given.supported()
    return Figure(
        key="supported",
        label="People supported",
        counts="Different people whose support was open on at least one day of the period, each "
        "counted once.",
        value=people(cases),
        cases=of_cases(cases),
    )


def referrals(given: Material) -> Figure:
    """Count referrals, and how many were declined."""
    cases = [case for case in given.facts.cases if given.period.holds(case.referred)]
    declined = sum(1 for case in cases if case.declined)
    return Figure(
        key="referrals",
        label="Referrals",
        counts="Referrals that came in on a day of the period, declined ones included.",
        value=len(cases),
        cases=of_cases(cases),
        missing=f"{declined} of them were declined." if declined else "",
    )


def starts(given: Material) -> Figure:
    """Count people whose support began."""
    cases = [case for case in given.facts.cases if given.period.holds(case.started)]
    return Figure(
        key="starts",
        label="People who started",
        counts="Different people whose support began on a day of the period, each counted once.",
        value=people(cases),
        cases=of_cases(cases),
    )


def waits(given: Material) -> Figure:
    """Give the median days from referral to start."""
    cases = [case for case in given.facts.cases if given.period.holds(case.started)]
    days = [(case.started - case.referred).days for case in cases if case.started]
    return Figure(
        key="waits",
        label="Days from referral to start",
        counts="The middle value (median) over all starts in the period.",
        value=median(days) if days else None,
        unit="days",
        cases=of_cases(cases),
        note="" if days else "Nobody started in this period.",
    )


def endings(given: Material) -> Figure:
    """Count endings, by reason."""
    cases = [case for case in given.facts.cases if given.period.holds(case.ended)]
    reasons = (given.label("ending_reason", case.ending_reason) for case in cases)
    return Figure(
        key="endings",
        label="Endings",
        counts="Cases that ended on a day of the period and were not re-opened, those included "
        "whose support never began.",
        value=len(cases),
        cases=of_cases(cases),
        missing=_each(reasons),
    )


def contacts(given: Material) -> Figure:
    """Count contacts that took place."""
    rows = [row for row in given.facts.contacts if given.period.holds(row.on)]
    held = [row for row in rows if row.result == "held"]
    return Figure(
        key="contacts",
        label="Contacts",
        counts="Meetings, visits, calls and messages that took place; one for each person in it.",
        value=len(held),
        cases=frozenset(row.case for row in held),
    )


def not_reached(given: Material) -> Figure:
    """Count attempts that did not come about."""
    rows = [row for row in given.facts.contacts if given.period.holds(row.on)]
    tried = [row for row in rows if row.result != "held"]
    return Figure(
        key="not-reached",
        label="Attempts that did not come about",
        counts="No answer, did not come, or we cancelled.",
        value=len(tried),
        cases=frozenset(row.case for row in tried),
    )


def hours(given: Material) -> Figure:
    """Sum the hours spent with people, and say how many contacts have no length."""
    rows = [row for row in given.facts.contacts if given.period.holds(row.on)]
    held = {row.contact: row.minutes for row in rows if row.result == "held"}
    known = [minutes for minutes in held.values() if minutes is not None]
    unknown = len(held) - len(known)
    return Figure(
        key="hours",
        label="Hours with people",
        counts="The recorded length of all contacts that took place, each counted once however "
        "many people were in it.",
        value=round(sum(known) / 60, 1) if known else None,
        unit="hours",
        cases=frozenset(row.case for row in rows if held.get(row.contact) is not None),
        missing=f"{unknown} of {len(held)} contacts have no length recorded." if unknown else "",
        note="" if known else "No contact of this period has a length recorded.",
    )


def noticed(given: Material) -> Figure:
    """Count barriers that were noticed, by type."""
    rows = [row for row in given.facts.barriers if given.period.holds(row.noticed)]
    kinds = (given.label("barrier_type", row.type_key) for row in rows)
    return Figure(
        key="barriers-noticed",
        label="Barriers noticed",
        counts="Things in the way that came up on a day of the period.",
        value=len(rows),
        cases=frozenset(row.case for row in rows),
        missing=_each(kinds, most=5),
    )


def resolved(given: Material) -> Figure:
    """Count barriers that were resolved."""
    rows = [row for row in given.facts.barriers if given.period.holds(row.resolved)]
    last = given.period.last
    going_on = of_cases(
        case for case in given.supported() if case.ended is None or case.ended > last
    )
    still = [
        row for row in given.facts.barriers
        if row.case in going_on and row.noticed <= last
        and (row.resolved is None or row.resolved > last)
    ]  # fmt: skip
    return Figure(
        key="barriers-resolved",
        label="Barriers resolved",
        counts="Things in the way that were out of it by a day of the period.",
        value=len(rows),
        cases=frozenset(row.case for row in rows),
        missing=said(len(still), "", "still there at the end of the period.", be=("is", "are")),
    )


def successes(given: Material) -> Figure:
    """Count small successes."""
    rows = [
        row for row in given.facts.moments
        if row.kind == "success" and given.period.holds(row.on)
    ]  # fmt: skip
    return Figure(
        key="successes",
        label="Small successes",
        counts="Small successes that happened on a day of the period.",
        value=len(rows),
        cases=frozenset(row.case for row in rows),
    )


def setbacks(given: Material) -> Figure:
    """Count ways back from setbacks, of the setbacks of the period."""
    rows = [
        row for row in given.facts.moments
        if row.kind == "setback" and given.period.holds(row.on)
    ]  # fmt: skip
    back = [row for row in rows if row.back is not None]
    days = [(row.back - row.on).days for row in back if row.back]
    return Figure(
        key="back-on-track",
        label="Back on track after a setback",
        counts="Setbacks of the period after which the person found the way back, to this day.",
        value=len(back) if rows else None,
        cases=frozenset(row.case for row in back),
        bases=bases(len(rows), "of all setbacks in the period"),
        missing=f"Half of them within {median(days):g} days." if days else "",
        note="" if rows else "No setback was recorded in this period.",
    )


def _each(labels: Iterable[str], most: int | None = None) -> str:
    """Say how often each label comes, the most frequent first."""
    counts = sorted(Counter(labels).items(), key=lambda each: (-each[1], each[0]))
    return "; ".join(f"{label}: {count}" for label, count in counts[:most])
