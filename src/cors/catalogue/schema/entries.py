"""What the catalogue's lists hold, one frozen class a kind."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What every entry has: a key that never changes, a label, a hint, a place in the list."""

    key: str
    label: str
    hint: str
    sort: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeArea(Entry):
    """A part of life that a goal can lie in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarrierType(Entry):
    """Something that can stand in the way, and the life areas where it mostly shows."""

    life_areas: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InterventionType(Entry):
    """Something that is done; without life areas it is at home in all of them."""

    life_areas: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeType(Entry):
    """A hard result, or a rung of a ladder."""

    life_area: str
    evidence: tuple[str, ...]
    sustained_weeks: tuple[int, ...]
    ladder: str = ""
    rung: int = 0

    @property
    def is_hard(self) -> bool:
        return not self.ladder

    @property
    def can_last(self) -> bool:
        return bool(self.sustained_weeks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder(Entry):
    """Small steps in order, the first one nearest to where most people begin."""

    life_area: str
    validated: bool
    rungs: tuple[OutcomeType, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactKind(Entry):
    """A way of being in touch; the first of its results is the usual one."""

    icon: str
    direct: bool
    minutes: int
    results: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactResult(Entry):
    """How a contact went; held means that the two did speak or meet."""

    held: bool


class Manner(StrEnum):
    """How a case came to its end; neither where no plan could have foreseen it."""

    PLANNED = "planned"
    UNPLANNED = "unplanned"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True, kw_only=True)
class EndingReason(Entry):
    """Why a case ended."""

    manner: Manner

    @property
    def planned(self) -> bool:
        return self.manner is Manner.PLANNED


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralSource(Entry):
    """Who pointed the person our way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceKind(Entry):
    """What shows that an outcome happened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalSource(Entry):
    """Whose idea a goal was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientWord(Entry):
    """A word for the people supported, as it stands inside a sentence."""

    singular: str
    plural: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Code(Entry):
    """One answer; `group` is the key it rolls up to, `answered` is False for "rather not say"."""

    group: str
    answered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeList(Entry):
    """The answers to one question about a person, those without an answer at the end."""

    question: str
    source: str
    many: bool
    codes: Mapping[str, Code]
    groups: Mapping[str, str]

    def roll_up(self, code: str) -> str:
        """Return the label of the group that a code belongs to, or its own."""
        found = self.codes[code]
        return self.groups.get(found.group, found.label)
