"""An organisation's own entries, in the same shape as the shipped ones."""

from collections.abc import Callable
from typing import Protocol, TypedDict

from cors.catalogue.schema import entries
from cors.catalogue.schema.entries import Entry, Manner
from cors.catalogue.shipped import Shipped

AFTER_SHIPPED = 100_000
FOLLOW_UP_WEEKS = (13, 26)


class OwnChoice(Protocol):
    """What an organisation said of its own entry."""

    kind: str
    key: str
    label: str
    life_area: str


class Common(TypedDict):
    """What every entry has."""

    key: str
    label: str
    hint: str
    sort: int


def own_entry(choice: OwnChoice, shipped: Shipped) -> Entry:
    """Return the entry, with the widest answers where its kind asks for more than a label."""
    has = Common(key=choice.key, label=choice.label, hint="", sort=AFTER_SHIPPED)
    return READERS[choice.kind](has, choice.life_area, shipped)


def _areas(life_area: str) -> tuple[str, ...]:
    return (life_area,) if life_area else ()


def _barrier(has: Common, life_area: str, shipped: Shipped) -> Entry:
    return entries.BarrierType(**has, life_areas=_areas(life_area))


def _intervention(has: Common, life_area: str, shipped: Shipped) -> Entry:
    return entries.InterventionType(**has, life_areas=_areas(life_area))


def _outcome(has: Common, life_area: str, shipped: Shipped) -> Entry:
    return entries.OutcomeType(
        **has,
        life_area=life_area,
        evidence=tuple(shipped.evidence_kinds),
        sustained_weeks=FOLLOW_UP_WEEKS,
    )


def _contact(has: Common, life_area: str, shipped: Shipped) -> Entry:
    return entries.ContactKind(
        **has, icon="", direct=True, minutes=30, results=tuple(shipped.contact_results)
    )


READERS: dict[str, Callable[[Common, str, Shipped], Entry]] = {
    "life_area": lambda has, area, shipped: entries.LifeArea(**has),
    "barrier_type": _barrier,
    "intervention_type": _intervention,
    "outcome_type": _outcome,
    "contact_kind": _contact,
    "ending_reason": lambda has, area, shipped: entries.EndingReason(**has, manner=Manner.NEITHER),
    "referral_source": lambda has, area, shipped: entries.ReferralSource(**has),
}
