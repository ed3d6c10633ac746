"""A first draft of a case study, from the records alone and with no name in it."""

from collections.abc import Iterable

from cors.access.models import Membership
from cors.casefile.case_record import CaseRecord
from cors.outcomes.rules import State
from cors.plans.models import Goal
from cors.sheets.hidden import Known, without_names
from cors.sheets.sheet import Line, Section, Sheet

NOTHING = "(Nothing is recorded. Write it, or take this part out.)"
CHANGED = "What changed"  # the one part that no case study is without
TIMES = {1: "Once", 2: "Twice"}


def drafted(record: CaseRecord) -> str:
    """Return parts, each with its heading and what it says on lines of their own."""
    names = known_names(record)
    parts = (
        ("What this person wanted", _wanted(record)),
        ("What was in the way", _in_the_way(record)),
        ("What was done", _done(record)),
        ("When it went backwards", _backwards(record)),
        (CHANGED, _changed(record)),
        ("In their own words", _own_words(record)),
    )
    found = ((head, list(lines)) for head, lines in parts)
    return "\n\n".join(
        "\n".join((head, *(without_names(line, names) for line in lines or [NOTHING])))
        for head, lines in found
        if lines or head == CHANGED
    )


def known_names(record: CaseRecord) -> Known:
    """Return the names and places that must not stand in what is told."""
    client, organisation = record.client, record.member.organisation
    workers = Membership.everybody_in(organisation.pk).select_related("user")
    return Known(
        names=[client.name, client.preferred_name],
        capitals=[
            organisation.name,
            record.case.service.name,
            *(worker.user.name for worker in workers if worker.role != "system"),
            *(point.value for point in record.contact_points),
        ],
    )


def as_sheet(words: str, about: str) -> Sheet:
    """Set paragraphs as sections: the first line of each is its heading."""
    found = []
    for part in words.replace("\r\n", "\n").split("\n\n"):
        head, _, rest = part.strip().partition("\n")
        lines = tuple(Line(line) for line in rest.splitlines() if line.strip())
        if head:
            found.append(Section(head, lines) if lines else Section("", (Line(head),)))
    return Sheet(title="Case study", about=about, sections=tuple(found))


def _wanted(record: CaseRecord) -> Iterable[str]:
    return (f"“{goal.first_words}”" for goal in record.goals)


def _in_the_way(record: CaseRecord) -> Iterable[str]:
    for row in record.barriers:
        said = f"{record.catalogue.label('barrier_type', row.type_key)}."
        own = row.words and row.noticed_by == row.NoticedBy.CLIENT
        gone = row.resolution()
        helped = f" What helped: {_sentence(gone.what_helped)}" if gone and gone.what_helped else ""
        yield f"{said} “{_sentence(row.words)}”{helped}" if own else f"{said}{helped}"


def _done(record: CaseRecord) -> Iterable[str]:
    labels = (
        record.catalogue.label("intervention_type", row.type_key) for row in record.interventions
    )
    return (f"{label}." for label in dict.fromkeys(labels))


def _backwards(record: CaseRecord) -> Iterable[str]:
    setbacks = [row for row in record.moments if row.kind == "setback"]
    if setbacks:
        times = TIMES.get(len(setbacks), f"On {len(setbacks)} occasions")
        yield f"{times} something went backwards."
    for row in setbacks:
        if (back := row.back()) and back.what_helped:
            yield f"What helped to come back: {_sentence(back.what_helped)}"


def _changed(record: CaseRecord) -> Iterable[str]:
    for goal in record.goals:
        yield from _rated(goal)
    for outcome in record.outcomes:
        kept = [weeks for weeks, made in outcome.answers().items() if made.result is State.KEPT]
        lasted = f" It still held after {max(kept)} weeks." if kept else ""
        yield f"{record.catalogue.label('outcome_type', outcome.outcome_type)}.{lasted}"


def _rated(goal: Goal) -> Iterable[str]:
    first, latest = goal.baseline(), goal.latest()
    if first and latest and first != latest:
        then, now = first.value, latest.value
        words = goal.words.rstrip(".")
        yield f"“{words}”: {then} of 10 at first, {now} of 10 the last time it was asked."


def _own_words(record: CaseRecord) -> Iterable[str]:
    said = [review.client_words for review in record.reviews if review.client_words]
    return (f"“{words}”" for words in said[-1:])


def _sentence(words: str) -> str:
    words = words.strip()
    return words if words.endswith((".", "!", "?")) else f"{words}."
