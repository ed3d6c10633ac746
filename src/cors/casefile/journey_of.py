"""From the records of a case to the plain data that the journey picture is drawn from."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from cors.casefile.case_record import CaseRecord
from cors.catalogue.schema.entries import BarrierType, Ladder, OutcomeType
from cors.journey import model as picture
from cors.outcomes.models import Outcome
from cors.plans.models import Barrier, Goal, Intervention, Moment
from cors.trajectory.gather import RATERS
from cors.trajectory.model import Line, Trajectory
from cors.trajectory.words import headline, in_brief

LONGEST_NAME = 44


def journey_of(
    record: CaseRecord, *, for_client: bool = False, for_colleague: bool = False
) -> picture.Journey:
    """Return the whole journey of a case, from its start to today or to its end.

    What only the person's own picture shows is opened for_client alone, and no scale is in it. A
    colleague who takes over reads of measures elsewhere: what was shown to the person is left out.
    """
    case = record.case
    start = case.started_date or case.accepted_date or case.referred_date
    last = record.ending.ended_date if record.ending else record.today
    work = _Work(record)
    return picture.Journey(
        name=record.client.called,
        start=start,
        today=max(last, start),
        goals=tuple(_goal(record, goal, for_client) for goal in record.goals),
        barriers=tuple(_barrier(record, row, work) for row in record.barriers),
        straight=tuple(work.straight_to_goals()),
        measures=() if for_client else tuple(_measures(record)),
        reviews=tuple(_reviews(record)),
        pauses=tuple(_pauses(record)),
        moments=tuple(_moments(record, None, for_client)),
        flags=tuple(_flag(record, row) for row in record.outcomes if row.goal_id is None),
        said=_said(record) if for_client else None,
        released=_released(record) if for_client and not for_colleague else (),
    )


def _goal(record: CaseRecord, goal: Goal, for_client: bool) -> picture.Goal:
    ending, wordings = goal.ending(), goal.wordings()
    return picture.Goal(
        ident=str(goal.pk),
        words=goal.words,
        area=record.catalogue.label("life_area", goal.life_area),
        set_on=goal.set_date,
        ratings=tuple(picture.Rating(row.rated_date, row.value) for row in goal.ratings()),
        moments=tuple(_moments(record, goal.pk, for_client)),
        flags=tuple(_flag(record, row) for row in record.outcomes if row.goal_id == goal.pk),
        ended_on=ending.ended_date if ending else None,
        reached=ending is not None and ending.how == "reached",
        wordings=tuple(
            picture.Wording(row.worded_date, row.words)
            for row in (wordings if len(wordings) > 1 else ())
        ),
    )


def _moments(record: CaseRecord, goal: UUID | None, for_client: bool) -> Iterable[picture.Moment]:
    """Return what happened on the way to a goal, or on the way to none."""
    return (_moment(row, for_client) for row in record.moments if row.goal_id == goal)


def _moment(row: Moment, for_client: bool) -> picture.Moment:
    back = row.back()
    return picture.Moment(
        on=row.happened_date,
        kind="success" if row.kind == Moment.Kind.SUCCESS else "setback",
        words=row.words,
        back_on=back.back_date if back else None,
        helped=back.what_helped if back else row.could_help,
        ident=str(row.pk),
        title=row.client_words if for_client else "",
    )


def _flag(record: CaseRecord, row: Outcome) -> picture.Flag:
    entry = record.catalogue.entry("outcome_type", row.outcome_type)
    rung = None
    if isinstance(entry, OutcomeType) and entry.ladder and entry.rung:
        rung = (entry.rung, rungs_of(record, entry.ladder))
    kept = tuple(weeks for weeks, answer in row.answers().items() if answer.result == "kept")
    label = record.catalogue.label("outcome_type", row.outcome_type)
    ident = str(row.pk)
    return picture.Flag(on=row.happened_date, words=label, kept=kept, rung=rung, ident=ident)


def rungs_of(record: CaseRecord, ladder: str) -> int:
    """Return how many steps a ladder has."""
    entry = record.catalogue.entry("ladder", ladder)
    return len(entry.rungs) if isinstance(entry, Ladder) else 0


def _short(words: str, label: str) -> str:
    """Return own words where they are short enough to stand beside a band, else the label."""
    bare = words.strip().rstrip(".")
    return bare if 0 < len(bare) <= LONGEST_NAME else label


class _Work:
    """Interventions with the days on which they were delivered."""

    def __init__(self, record: CaseRecord) -> None:
        self.record = record
        self.sessions: dict[UUID, list[date]] = defaultdict(list)
        for row in record.delivered:
            if row.intervention_id:
                self.sessions[row.intervention_id].append(row.happened_date)

    def against(self, barrier: Barrier) -> Iterable[picture.Work]:
        for row in self.record.interventions:
            if any(link.barrier_id == barrier.pk for link in row.addressed()):
                yield self._drawn(row)

    def straight_to_goals(self) -> Iterable[tuple[str, picture.Work]]:
        for row in self.record.interventions:
            links = row.addressed()
            if any(link.barrier_id for link in links):
                continue
            yield str(links[0].goal_id) if links else "", self._drawn(row)

    def _drawn(self, row: Intervention) -> picture.Work:
        label = self.record.catalogue.label("intervention_type", row.type_key)
        return picture.Work(
            name=_short(row.words, label),
            title=label,
            start=row.started_date,
            end=row.ended_date,
            sessions=tuple(self.sessions.get(row.pk, ())),
        )


def _barrier(record: CaseRecord, row: Barrier, work: _Work) -> picture.Barrier:
    resolution = row.resolution()
    label = record.catalogue.label("barrier_type", row.type_key)
    name, by_client = _short(row.words, label), row.noticed_by == Barrier.NoticedBy.CLIENT
    return picture.Barrier(
        ident=str(row.pk),
        name=name,
        title=name if by_client else label,
        area=_area(record, row),
        from_on=row.noticed_date,
        resolved_on=resolution.resolved_date if resolution else None,
        blocks=tuple(str(goal) for goal in row.blocked_goal_ids()),
        work=tuple(work.against(row)),
    )


def _area(record: CaseRecord, row: Barrier) -> str:
    """Return the part of life in which a barrier mostly shows."""
    entry = record.catalogue.entry("barrier_type", row.type_key)
    areas = entry.life_areas if isinstance(entry, BarrierType) else ()
    return record.catalogue.label("life_area", areas[0]) if areas else ""


def _pauses(record: CaseRecord) -> Iterable[picture.Pause]:
    """Yield the times of rest, and those between an ending and its re-opening."""
    for row in record.pauses:
        yield picture.Pause(row.from_date, row.to_date)
    for ending in record.endings:
        if again := ending.re_opened_date():
            yield picture.Pause(ending.ended_date, again, had_ended=True)


def _said(record: CaseRecord) -> picture.Wording | None:
    """Return the person's own sentence at the latest review that has one."""
    said = ((row.held_date, row.client_words) for row in reversed(record.reviews))
    return next((picture.Wording(on, words) for on, words in said if words.strip()), None)


def _released(record: CaseRecord) -> tuple[picture.Released, ...]:
    """Return what the person is shown of measures, by the day on which a worker chose to."""
    return tuple(sorted((picture.Released(*row) for row in record.measured.released()), key=_day))


def _day(row: picture.Released) -> date:
    return row.on


def _measures(record: CaseRecord) -> Iterable[picture.Measure]:
    """Yield a row for each measure and rater; what two of them said is never one line."""
    for _, trajectory in record.measured.main():
        for line in trajectory.lines:
            if line.counted:
                yield _measure(trajectory, line)


def _measure(trajectory: Trajectory, line: Line) -> picture.Measure:
    is_own = line.rater == "client"
    return picture.Measure(
        name=trajectory.name if is_own else f"{trajectory.name}, {RATERS[line.rater].lower()}",
        low=trajectory.score.low,
        high=trajectory.score.high,
        higher_is_better=trajectory.higher_is_better,
        scores=tuple(picture.Score(row.on, row.value or 0) for row in line.counted),
        chance=trajectory.corridor(line),
        said=in_brief(trajectory, line),
        says=headline(trajectory, line),
    )


def _reviews(record: CaseRecord) -> Iterable[picture.Review]:
    yield from (picture.Review(row.held_date) for row in record.reviews)
