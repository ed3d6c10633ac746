"""Reading the lists: a table an entry, the order of the file is the order on the screen."""

from collections.abc import Callable, Collection, Iterator, Mapping
from types import MappingProxyType
from typing import TypedDict, TypeVar

from cors.catalogue.schema import entries
from cors.catalogue.schema.entries import Entry
from cors.catalogue.schema.table import KEY, Table, shown

LONGEST_KEY, LONGEST_LABEL = 60, 120
Kind = TypeVar("Kind", bound=Entry)


class Common(TypedDict):
    """The four fields that every entry has."""

    key: str
    label: str
    hint: str
    sort: int


def common(table: Table, key: str, place: int) -> Common:
    """Read what every entry has; without a sort it is the place in the file, times ten."""
    if not KEY.fullmatch(key) or len(key) > LONGEST_KEY:
        table.wrong("", f"a key is small letters, digits and single hyphens, at most {LONGEST_KEY}")
    label = table.text("label")
    if len(label) > LONGEST_LABEL:
        table.wrong("label", f"is longer than {LONGEST_LABEL} letters")
    return Common(
        key=key, label=label, hint=table.text("hint", ""), sort=table.whole("sort", place * 10)
    )


def named_tables(file: Table) -> Iterator[tuple[str, Table]]:
    """Each [key] of a file; anything outside a table of its own is a mistake."""
    for name in file.names():
        yield name, file.table(name)


def read_list(file: Table, read: Callable[[Table, Common], Kind]) -> Mapping[str, Kind]:
    """Read a whole list; keys in a file can't repeat, labels must not either."""
    found: dict[str, Kind] = {}
    labels: set[str] = set()
    for place, (key, table) in enumerate(named_tables(file), start=1):
        found[key] = read(table, common(table, key, place))
        table.close()
        if found[key].label in labels:
            table.wrong("label", f"{shown(found[key].label)} is used twice in this file")
        labels.add(found[key].label)
    if not found and file.readable:
        file.wrong("", "holds no entry")
    return MappingProxyType(dict(sorted(found.items(), key=lambda pair: pair[1].sort)))


def read_life_area(table: Table, has: Common) -> entries.LifeArea:
    return entries.LifeArea(**has)


def read_referral_source(table: Table, has: Common) -> entries.ReferralSource:
    return entries.ReferralSource(**has)


def read_evidence_kind(table: Table, has: Common) -> entries.EvidenceKind:
    return entries.EvidenceKind(**has)


def read_goal_source(table: Table, has: Common) -> entries.GoalSource:
    return entries.GoalSource(**has)


def read_contact_result(table: Table, has: Common) -> entries.ContactResult:
    return entries.ContactResult(**has, held=table.flag("held"))


def read_ending_reason(table: Table, has: Common) -> entries.EndingReason:
    return entries.EndingReason(**has, manner=table.choice("manner", entries.Manner))


def read_client_word(table: Table, has: Common) -> entries.ClientWord:
    return entries.ClientWord(**has, singular=table.text("singular"), plural=table.text("plural"))


def barrier_reader(
    life_areas: Collection[str],
) -> Callable[[Table, Common], entries.BarrierType]:
    """Return a reader that knows the life areas."""

    def read(table: Table, has: Common) -> entries.BarrierType:
        areas = table.references("life_areas", life_areas, "a life area")
        return entries.BarrierType(**has, life_areas=areas)

    return read


def intervention_reader(
    life_areas: Collection[str],
) -> Callable[[Table, Common], entries.InterventionType]:
    """Return a reader that knows the life areas; an intervention may name none."""

    def read(table: Table, has: Common) -> entries.InterventionType:
        areas = table.references("life_areas", life_areas, "a life area", needed=False)
        return entries.InterventionType(**has, life_areas=areas)

    return read


def contact_reader(results: Collection[str]) -> Callable[[Table, Common], entries.ContactKind]:
    """Return a reader that knows the results of a contact."""

    def read(table: Table, has: Common) -> entries.ContactKind:
        minutes = table.whole("minutes")
        if minutes < 0:
            table.wrong("minutes", "can't be less than 0")
        return entries.ContactKind(
            **has,
            icon=table.text("icon"),
            direct=table.flag("direct"),
            minutes=minutes,
            results=table.references("results", results, "a contact result"),
        )

    return read
