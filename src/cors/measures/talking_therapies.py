"""The four counts of NHS Talking Therapies, of two measures together. Pure: no Django."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """One measure, higher is worse: from which score one is a case, and what change is reliable."""

    caseness: float
    reliable: float


DEPRESSION = Rule(caseness=10, reliable=6)  # PHQ-9
ANXIETY = Rule(caseness=8, reliable=4)  # GAD-7


@dataclass(frozen=True, slots=True)
class TwoPairs:
    """One person's first and last score on both measures."""

    depression: tuple[float, float]
    anxiety: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many people; recovery counts of those who were a case at the start."""

    paired: int
    cases_at_start: int
    recovered: int
    reliably_improved: int
    reliably_recovered: int
    reliably_deteriorated: int


def talking_therapies(
    pairs: Iterable[TwoPairs], *, depression: Rule = DEPRESSION, anxiety: Rule = ANXIETY
) -> Counts:
    """Count people by the rules of NHS Talking Therapies.

    Case: at or above the caseness of either measure. Recovered: a case at the start and on neither
    measure at the end. Reliably improved: one measure fell by its reliable change or more and the
    other did not rise by its own; deteriorated the other way round.
    Source: NHS Digital, Talking Therapies data set, definitions of recovery and reliable change.
    """
    people = list(pairs)
    both = (depression, anxiety)
    started = [person for person in people if _is_case(person, both, at=0)]
    recovered = [person for person in started if not _is_case(person, both, at=1)]
    return Counts(
        paired=len(people),
        cases_at_start=len(started),
        recovered=len(recovered),
        reliably_improved=sum(_moved(person, both, fell=True) for person in people),
        reliably_recovered=sum(_moved(person, both, fell=True) for person in recovered),
        reliably_deteriorated=sum(_moved(person, both, fell=False) for person in people),
    )


def _is_case(person: TwoPairs, rules: tuple[Rule, Rule], *, at: int) -> bool:
    scores = (person.depression[at], person.anxiety[at])
    return any(score >= rule.caseness for score, rule in zip(scores, rules, strict=True))


def _moved(person: TwoPairs, rules: tuple[Rule, Rule], *, fell: bool) -> bool:
    falls = [first - last for first, last in (person.depression, person.anxiety)]
    wanted = falls if fell else [-fall for fall in falls]
    reliable = [rule.reliable for rule in rules]
    one_moved = any(move >= least for move, least in zip(wanted, reliable, strict=True))
    one_went_back = any(-move >= least for move, least in zip(wanted, reliable, strict=True))
    return one_moved and not one_went_back
