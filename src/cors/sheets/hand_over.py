"""The hand-over sheet: what a colleague has to know of one person, from the records alone."""

from collections.abc import Iterable

from cors.casefile.case_record import CaseRecord
from cors.casefile.plan_view import OWNERS
from cors.clients.models import ContactPoint
from cors.core.plain_days import plain_day, plain_month
from cors.plans.forms.plan_form import said_barrier, said_work
from cors.plans.models import Goal, Step
from cors.sheets.sheet import Line, Sheet, section

LATELY = 5
NEVER = ContactPoint.Safety.NEVER


def hand_over_sheet(record: CaseRecord) -> Sheet:
    """Put the sheet together; nothing in it is typed for it."""
    name = record.client.called
    keeper = f", kept by {record.keyworker.member.user.name}" if record.keyworker else ""
    return Sheet(
        title=f"Hand-over: {name}",
        about=f"{record.case.service.name}{keeper}. Printed {_full(record)} by "
        f"{record.member.user.name}. For the colleague who takes over, and nobody else.",
        sections=(
            *section("To know first", _safety(record), is_warning=True),
            *section("How to reach them", _reach(record), nothing="No way to reach them is known."),
            *section("What they want", _goals(record), nothing="No goal yet."),
            *section("What helps", _helps(record), nothing="Nothing was named yet."),
            *section("What to avoid", _avoid(record)),
            *section("In the way", _barriers(record)),
            *section("Next steps", _steps(record), nothing="No step is planned."),
            *section("Setbacks lately", _setbacks(record)),
        ),
    )


def _full(record: CaseRecord) -> str:
    return f"{record.today.day} {record.today:%B %Y}"


def _safety(record: CaseRecord) -> Iterable[Line]:
    return (Line(str(alert.words)) for alert in record.alerts)


def _reach(record: CaseRecord) -> Iterable[Line]:
    client = record.client
    yield Line(client.pronouns, label="Pronouns" if client.pronouns else "")
    yield Line(client.language, label="Language" if client.language else "")
    yield Line(client.needs, label="Needs" if client.needs else "")
    for point in record.contact_points:
        if point.safety != NEVER:
            said = [point.get_safety_display(), point.rule]
            detail = ". ".join(part.rstrip(".") for part in said if part)
            yield Line(point.value, f"{detail}.", label=point.get_kind_display())


def _goals(record: CaseRecord) -> Iterable[Line]:
    for goal in record.open_goals:
        yield Line(goal.words, _then_and_now(record, goal), own=True)


def _then_and_now(record: CaseRecord, goal: Goal) -> str:
    area = record.catalogue.label("life_area", goal.life_area)
    first, last = goal.baseline(), goal.latest()
    if not first or not last:
        return f"{area}. Not rated yet."
    month = plain_month(first.rated_date, record.today)
    return f"{area}. {first.value} of 10 in {month}, {last.value} now."


def _helps(record: CaseRecord) -> Iterable[Line]:
    backs = [back for row in reversed(record.moments) if (back := row.back())]
    for back in backs[:LATELY]:
        day = plain_day(back.back_date, record.today)
        yield Line(back.what_helped, f"Back on track, {day}")
    for row in record.barriers:
        if (gone := row.resolution()) and gone.what_helped:
            yield Line(gone.what_helped, f"Gone: {said_barrier(row, record.catalogue)}")
    for work in record.interventions:
        if work.ended_date is None:
            since = plain_month(work.started_date, record.today)
            yield Line(said_work(work, record.catalogue), f"Going on since {since}")


def _avoid(record: CaseRecord) -> Iterable[Line]:
    """Yield what must not be used, by its kind: the number itself is on no paper."""
    for point in record.contact_points:
        if point.safety == NEVER:
            yield Line(point.rule or "Never use it.", label=point.get_kind_display())


def _barriers(record: CaseRecord) -> Iterable[Line]:
    for row in record.barriers:
        if row.resolution() is None:
            rests = ". Left alone for now" if row.rests_since() else ""
            since = plain_month(row.noticed_date, record.today)
            yield Line(said_barrier(row, record.catalogue), f"Since {since}{rests}")


def _steps(record: CaseRecord) -> Iterable[Line]:
    for step in record.steps:
        if step.is_ahead:
            yield Line(step.words, _who_and_when(record, step))


def _who_and_when(record: CaseRecord, step: Step) -> str:
    owner = OWNERS.get(step.owner, record.client.called)
    return owner + (f", {plain_day(step.due_date, record.today)}" if step.due_date else "")


def _setbacks(record: CaseRecord) -> Iterable[Line]:
    found = [row for row in reversed(record.moments) if row.kind == "setback"]
    for row in found[:LATELY]:
        back = row.back()
        state = f"back on track after {row.days_off_track()} days" if back else "not back yet"
        day = plain_day(row.happened_date, record.today)
        hope = f". Could help: {row.could_help}" if row.could_help and not back else ""
        yield Line(row.words, f"{day[:1].upper()}{day[1:]}, {state}{hope}")
