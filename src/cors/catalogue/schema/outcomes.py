"""Reading outcome types and ladders; a rung is an outcome type too, so they share their keys."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from cors.catalogue.schema.entries import Ladder, OutcomeType
from cors.catalogue.schema.lists import Common, common, read_list
from cors.catalogue.schema.table import Table, shown

FEWEST_RUNGS = 3


@dataclass(frozen=True, slots=True)
class Known:
    """The keys that an outcome may point at."""

    life_areas: Collection[str]
    evidence: Collection[str]


def outcome_reader(known: Known) -> Callable[[Table, Common], OutcomeType]:
    """Return a reader of hard outcomes."""

    def read(table: Table, has: Common) -> OutcomeType:
        return OutcomeType(
            **has,
            life_area=table.reference("life_area", known.life_areas, "a life area"),
            evidence=table.references("evidence", known.evidence, "an evidence kind"),
            sustained_weeks=_weeks(table),
        )

    return read


def ladder_reader(known: Known) -> Callable[[Table, Common], Ladder]:
    """Return a reader of ladders; the rungs are numbered from 1, the lowest first."""

    def read(table: Table, has: Common) -> Ladder:
        area = table.reference("life_area", known.life_areas, "a life area")
        steps = table.tables("rungs")
        if len(steps) < FEWEST_RUNGS:
            table.wrong("rungs", f"a ladder has at least {FEWEST_RUNGS} rungs")
        rungs = tuple(
            _rung(step, known, has["key"], area, place) for place, step in enumerate(steps, start=1)
        )
        return Ladder(**has, life_area=area, validated=table.flag("validated"), rungs=rungs)

    return read


def all_outcomes(
    hard: Mapping[str, OutcomeType], ladders: Mapping[str, Ladder], ladder_file: Table
) -> Mapping[str, OutcomeType]:
    """Put hard outcomes and rungs into one mapping; a key that both use is a mistake."""
    found = dict(hard)
    for ladder in ladders.values():
        for rung in ladder.rungs:
            if rung.key in found:
                where = f"{ladder.key}.rungs[{rung.rung}].key"
                ladder_file.wrong(where, f"{shown(rung.key)} is an outcome type already")
            found[rung.key] = rung
    return MappingProxyType(found)


def read_outcomes(
    outcome_file: Table, ladder_file: Table, known: Known
) -> tuple[Mapping[str, OutcomeType], Mapping[str, Ladder]]:
    """Return all outcome types, rungs among them, and the ladders."""
    ladders = read_list(ladder_file, ladder_reader(known))
    hard = read_list(outcome_file, outcome_reader(known))
    return all_outcomes(hard, ladders, ladder_file), ladders


def _rung(step: Table, known: Known, ladder: str, area: str, place: int) -> OutcomeType:
    rung = OutcomeType(
        **common(step, step.text("key"), place),
        life_area=area,
        evidence=step.references("evidence", known.evidence, "an evidence kind", needed=False),
        sustained_weeks=_weeks(step),
        ladder=ladder,
        rung=place,
    )
    step.close()
    return rung


def _weeks(table: Table) -> tuple[int, ...]:
    weeks = table.wholes("sustained_weeks", ())
    if any(week < 1 for week in weeks) or list(weeks) != sorted(set(weeks)):
        table.wrong("sustained_weeks", "must be weeks from 1 up, each once, the soonest first")
    return weeks
